"""Content that nobody would write: read, checked, planned and laid out, or refused with places; never anything else."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assets import asset, bundled_content
from generator.cache import Cache
from generator.check.finding import FindingLevel
from generator.check.review import Review, review
from generator.check.sheets import lay_out
from generator.check.targets import wanted
from generator.content.choices import Layout
from generator.content.library import load_library
from generator.content.paper import Paper
from generator.content.prescription import Prescription
from generator.page.finished.faults import words_of
from generator.page.format import Format
from generator.page.page import Cell, Page
from generator.pictures.gallery import Gallery
from generator.problems import ContentError, Severity
from generator.text.typeface import Face
from generator.workshop import Workshop

from .clear import are_clear
from .effort import effort
from .strategies import EXERCISE, ROUTINE

BUNDLED = sorted(bundled_content().glob("*/*.yaml"))
OTHER = """\
name: Other
short_name: Other
purpose: Makes something easier.
position: lying
kind: mobility
side: both
steps: [Lie down.]
dose: {reps: 5}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("content")
    for kind in ("exercises", "routines", "clinics"):
        (made / kind).mkdir()
    (made / "exercises" / "two.yaml").write_text(OTHER, "utf-8")
    return made


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop(load_library(), Gallery(Cache(None), draws=False))


def written(folder: Path, kind: str, name: str, value: Any) -> Path:
    """JSON is YAML; what JSON cannot hold (half a surrogate pair) is written as it would stand in a file."""
    path = folder / kind / f"{name}.yaml"
    path.write_bytes(json.dumps(value, indent=1, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    return path


def sound(found: Review) -> str:
    """What came of it. Every finding can be shown, and names a place that is there."""
    for finding in found.findings:
        str(finding).encode("utf-8")
        assert finding.place is None or (finding.place.line >= 1 and finding.place.column >= 1)
        assert "\x1b" not in str(finding)
    return "refused" if found.count(FindingLevel.ERROR) and not found.sheets else "looked at"


def test_damaged_files_are_checked_or_refused(folder: Path) -> None:
    assert {path.parent.name for path in BUNDLED} == {"exercises", "routines", "clinics"}
    outcomes: Counter[str] = Counter()

    @effort(60)
    @given(path=st.sampled_from(BUNDLED), data=st.data())
    def look(path: Path, data: st.DataObject) -> None:
        place = folder / path.parent.name / path.name
        place.write_text(damaged(path.read_text("utf-8"), data), "utf-8", newline="\n")
        try:
            outcomes[sound(review(wanted([], [place])))] += 1
        finally:
            place.unlink()

    look()
    assert outcomes["refused"] >= 5 and outcomes["looked at"] >= 5, outcomes


def damaged(text: str, data: st.DataObject) -> str:
    """Lines taken out, doubled, moved, indented; characters changed: what an editor's slip or a bad merge leaves."""
    lines = text.splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1)) if lines else 0
        what = data.draw(st.sampled_from(["cut", "double", "indent", "swap", "insert", "end"]))
        if what == "cut" and lines:
            del lines[at]
        elif what == "double" and lines:
            lines.insert(at, lines[at])
        elif what == "indent" and lines:
            lines[at] = " " * data.draw(st.integers(0, 8)) + lines[at].lstrip()
        elif what == "swap" and len(lines) > 1:
            other = data.draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
        elif what == "end":
            lines = lines[:at]
        else:
            column = data.draw(st.integers(0, len(lines[at]) if lines else 0))
            more = data.draw(st.text(alphabet="ab :-[]{}'\"#&*!|>%@`,?~\\\t0.é\u202e\x00\u2028", max_size=8))
            lines = lines or [""]
            lines[at] = lines[at][:column] + more + lines[at][column:]
    return "\n".join(lines)


def test_made_up_exercises(folder: Path) -> None:
    outcomes: Counter[str] = Counter()

    @effort(40)
    @given(exercise=EXERCISE)
    def look(exercise: dict[str, Any]) -> None:
        outcomes[sound(review(wanted([], [written(folder, "exercises", "one", exercise)])))] += 1

    look()
    assert outcomes["refused"] >= 2 and outcomes["looked at"] >= 2, outcomes


FACE = Face("SourceSans3-Regular", asset("fonts", "SourceSans3-Regular.ttf"))


def printable(value: Any) -> Any:
    """The same with letters for characters that no face has: another test asks what happens to those."""
    if isinstance(value, dict):
        return {key: printable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [printable(inner) for inner in value]
    return "".join(c if FACE.gid(c) else "x" for c in value) if isinstance(value, str) else value


FORMS = st.builds(
    Format,
    paper=st.sampled_from(Paper),
    style=st.sampled_from(["standard", "large-print", "mono"]),
    layout=st.sampled_from(Layout),
)


def inside(page: Page) -> None:
    """Everything on the paper is finite and on the paper."""
    for placed in page.blocks:
        assert 0 <= placed.x <= page.width and 0 <= placed.y <= page.height
        assert placed.y + placed.block.height <= page.height
        for words in words_of(placed.block):
            assert 0 <= placed.x + words.x <= placed.x + words.x + words.run.width <= page.width + 1, words.run.text
            assert 0 <= placed.y + words.y <= page.height, words.run.text
        for kid in placed.block.kids:
            if isinstance(kid, Cell):
                assert kid.width > 0 and kid.height > 0


def test_made_up_routines_are_laid_out_or_refused(folder: Path, workshop: Workshop) -> None:
    outcomes: Counter[str] = Counter()

    @effort(25)
    @given(exercise=EXERCISE, routine=ROUTINE, form=FORMS, start=st.sampled_from([None, "2026-11-23", "2028-02-29"]))
    def look(exercise: dict[str, Any], routine: dict[str, Any], form: Format, start: str | None) -> None:
        one = written(folder, "exercises", "one", printable(exercise))
        written(folder, "routines", "made-up", printable(routine))
        library = load_library(folder)
        if any(problem.severity is Severity.ERROR for problem in library.check("exercises", "one")):
            one.write_text(OTHER, "utf-8")  # so that more than a few routines are laid out
            library = load_library(folder)
        wish = {"routine": "made-up", "clinic": "brookside", "language": "en-GB"} | ({"start": start} if start else {})
        try:
            sheets = lay_out(Prescription.model_validate(wish), workshop.with_library(library), form)
        except ContentError as error:
            outcomes["refused"] += 1
            are_clear(error.problems)
            return
        outcomes["laid out"] += 1
        for page in (*sheets.handout, *sheets.chart):
            inside(page)

    look()
    assert outcomes["refused"] >= 2 and outcomes["laid out"] >= 2, outcomes
