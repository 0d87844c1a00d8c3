"""Nothing made up reaches a client: a sample says so on every page, and a placeholder stops what would be printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import page as page_validation
import pypdfium2
import pytest
from click.testing import CliRunner, Result

from generator.cli import main

Run = Callable[..., Result]
WORDS = "Sample: only for trying out, not for clients"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HANDOUTS_CLINIC", raising=False)
    return lambda *arguments: CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def hill(run: Run) -> Path:
    """A new clinic as the template has it."""
    assert run("new", "clinic", "hill", "-o", "mine").exit_code == 0
    return Path("mine/clinics/hill.yaml")


def own(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("020 7946 0000", "0117 012 3456"), "utf-8")


def times_on_pages(path: str, words: str = WORDS) -> list[int]:
    document = pypdfium2.PdfDocument(path)
    return [page.get_textpage().get_text_bounded().count(words) for page in document]


@pytest.mark.parametrize(
    "form",
    [
        (),
        ("--style", "large-print"),
        ("--style", "mono", "--chart", "parts"),
        ("--layout", "cards", "--chart", "full"),
        ("--gutter", "--duplex", "--clinic", "summit-training"),
    ],
)
def test_every_page_of_a_sample_says_so_at_its_head_and_foot(run: Run, form: tuple[str, ...]) -> None:
    result = run("make", "hip-hinge-foundations", *form)
    counts = times_on_pages(result.stdout.strip())
    assert len(counts) >= 2 and set(counts) == {2}
    assert result.stderr.count("made-up clinic") == 1
    assert "handouts new clinic" in result.stderr and "HANDOUTS_CLINIC" in result.stderr
    report = page_validation.validate_pdf(result.stdout.strip(), profile=page_validation.ValidationProfile.PDF_UA_1)
    assert [failure.rule_id for failure in report.failures] == []


def test_a_clinic_of_ones_own_says_nothing_of_it(run: Run, hill: Path) -> None:
    own(hill)
    result = run("make", "hip-hinge-foundations", "--clinic", "hill", "--content", "mine")
    assert result.exit_code == 0 and "made-up" not in result.stderr
    assert set(times_on_pages(result.stdout.strip())) == {0}


@pytest.mark.parametrize("command", [("make",), ("plan",), ("record",)])
def test_nothing_is_made_with_a_placeholder(run: Run, hill: Path, command: tuple[str, ...]) -> None:
    before = set(Path().rglob("*"))
    result = run(*command, "hip-hinge-foundations", "--clinic", "hill", "--content", "mine")
    assert result.exit_code == 1 and result.stdout == ""
    assert f'{hill}:4:8: phone: "020 7946 0000" is a number for examples' in result.stderr
    assert set(Path().rglob("*")) == before
    assert run("check", "mine").exit_code == 1 == run("check", hill).exit_code
    assert f"{hill}:4:8" in run("check", hill).stdout


def test_what_is_marked_as_a_sample_may_have_them(run: Run, hill: Path) -> None:
    hill.write_text(hill.read_text("utf-8") + "sample: true\n", "utf-8")
    assert run("check", "mine").exit_code == 0
    result = run("make", "hip-hinge-foundations", "--clinic", "hill", "--content", "mine")
    assert set(times_on_pages(result.stdout.strip())) == {2}


def test_one_exercise_makes_a_sample_of_the_whole_sheet(run: Run, hill: Path) -> None:
    own(hill)
    for kind, name in (("exercise", "bird-dog"), ("routine", "mine")):
        assert run("new", kind, name, "-o", "mine").exit_code == 0
    routine, bird = Path("mine/routines/mine.yaml"), Path("mine/exercises/bird-dog.yaml")
    routine.write_text(routine.read_text("utf-8").replace("hip-hinge", "bird-dog"), "utf-8")
    make = ("make", "mine", "--clinic", "hill", "--content", "mine")
    refused = run(*make)
    assert refused.exit_code == 1 and f"{bird}:5:10: purpose: " in refused.stderr
    bird.write_text(bird.read_text("utf-8") + "sample: true\n", "utf-8")
    result = run(*make)
    assert set(times_on_pages(result.stdout.strip())) == {2}
    assert f"{bird}:3:7: warning: this is a sample" in result.stderr


def test_names_come_from_the_name(run: Run) -> None:
    for kind, key in (("exercise", "name"), ("routine", "title"), ("clinic", "name")):
        text = Path(run("new", kind, "wall-sit", "-o", "mine").stdout.strip()).read_text("utf-8")
        assert f'\n{key}: "Wall sit"' in text and "new one" not in text.casefold()
