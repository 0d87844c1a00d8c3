"""Every command on good content, an empty folder, bad YAML, a missing file and an unwritable place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

Run = Callable[..., Result]

WRONG = """\
name: Wall sit
short_name: Wall sit
purpose: Makes your thighs stronger.
position: floating
kind: strength
side: both
steps: [Lean on a wall.]
stepz: []
dose:
  sets: two
  hold: 30 s
  reps: 1000000000
video: http://example.org/wall
"""


@pytest.fixture
def run() -> Run:
    def invoke(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return invoke


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An empty content folder."""
    folder = tmp_path / "content"
    for kind in ("exercises", "routines", "clinics"):
        (folder / kind).mkdir(parents=True)
    return folder


GOOD = [
    ("list",),
    ("list", "exercises", "--format", "json"),
    ("show", "hamstring-health"),
    ("show", "brookside", "--format", "json"),
    ("plan", "hamstring-health"),
    ("plan", "back-care-stretches", "--format", "json"),
    ("plan", "hip-hinge-foundations", "--format", "ics", "--start", "2026-11-23"),
    ("record", "hinge-and-rotate", "--by", "J. Doe"),
    ("record", "hinge-and-rotate", "--weeks", "8"),
    ("schema", "exercise"),
]


@pytest.mark.parametrize("command", GOOD, ids=" ".join)
def test_good_content(run: Run, command: tuple[str, ...], own: Path) -> None:
    result = run(*command) if command[0] == "schema" else run(*command, "--content", own)
    assert result.exit_code == 0, result.output
    assert result.stdout.strip()
    if "json" in command:
        json.loads(result.stdout)


BAD = [
    (("make", "hamstrin-health"), 1, "did you mean hamstring-health?"),
    (("make",), 2, "say which routine"),
    (("make", "hamstring-health", "--clinic", "broksid"), 1, "did you mean brookside?"),
    (("make", "hamstring-health", "--start", "tomorrow"), 1, "--start tomorrow:"),
    (("make", "hamstring-health", "--language", "xx"), 1, "xx"),
    (("make", "hamstring-health", "--option", "hip-hinge"), 2, "NAME=VALUE"),
    (("make", "hamstring-health", "--set", "hip-hinge.dose.sts=3"), 1, "did you mean sets?"),
    (("make", "hamstring-health", "--set", "hip-hing.dose.sets=3"), 1, "hip-hinge"),
    (("make", "hamstring-health", "--set", "hip-hinge=3"), 2, "needs ID.FIELD=VALUE"),
    (("make", "hamstring-health", "--set", "hip-hinge.sts=3"), 2, "did you mean sets?"),
    (("make", "hamstring-health", "--set", "hip-hinge.note=Slowly"), 2, "--note-for hip-hinge"),
    (("make", "hamstring-health", "--side", "lef"), 2, "needs left, right, both, or ID=SIDE"),
    (("make", "hamstring-health", "--side", "deadlift=both"), 1, "needs each, alternate, left or right"),
    (("make", "hamstring-health", "--exercises", "cat-cow"), 1, "stands beside exercises"),
    (("make", "hamstring-health", "--drop", "cat-cov"), 1, "did you mean cat-cow?"),
    (("make", "--exercises", "cat-cov"), 1, "did you mean cat-cow?"),
    (("make", "hamstring-health", "--alternative", "chairs"), 1, "chair"),
    (("make", "--plan", "no-such-plan.yaml"), 1, "no-such-plan.yaml"),
    (("plan", "hamstring-health", "--format", "ics"), 2, "--start"),
    (("show", "hip-hing"), 1, "did you mean hip-hinge?"),
    (("make", "hamstring-health", "-o", "-"), 2, "not written to the terminal"),
    (("make", "hamstring-health", "--body", "giant"), 2, "older-woman"),
    (("draw", "hip-hinge"), 2, "-o FILE"),
    (("draw", "hip-hing", "-o", "x.svg"), 1, "did you mean hip-hinge?"),
    (("diff", "a.yaml", "b.yaml"), 1, "a.yaml"),
    (("mak",), 2, "No such command"),
]


@pytest.mark.parametrize(("command", "code", "words"), BAD, ids=[" ".join(command) for command, _, _ in BAD])
def test_wrong_calls_end_with_one_clear_message(
    run: Run, command: tuple[str, ...], code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*command)
    assert result.exit_code == code, result.output
    assert words in result.stderr
    assert "Traceback" not in result.output
    assert list(tmp_path.iterdir()) == []


def test_five_mistakes_are_five_problems_at_their_places_and_no_file(
    run: Run, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (own / "exercises" / "wall-sit.yaml").write_text(WRONG)
    routine = (Path(__file__).parents[2] / "handouts/routines/hinge-and-rotate.yaml").read_text()
    (own / "routines" / "mine.yaml").write_text(routine.replace("- modified-good-morning", "- wall-sit"))
    result = run("make", "mine", "--content", "content", "-o", "out")
    assert result.exit_code == 1
    places = [line.split(": ")[0] for line in result.stderr.splitlines() if line.startswith("content/")]
    file = "content/exercises/wall-sit.yaml"
    assert places == [f"{file}:4:11", f"{file}:8:1", f"{file}:10:9", f"{file}:12:9", f"{file}:13:8"]
    assert "did you mean steps?" in result.stderr
    assert not (tmp_path / "out").exists()


def test_an_unwritable_place_is_one_message(run: Run, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    result = run("make", "hinge-and-rotate", "-o", blocked / "folder")
    assert result.exit_code == 1
    assert str(blocked) in result.stderr
    assert "Traceback" not in result.output


def test_a_broken_file_leaves_the_last_good_output_alone(run: Run, own: Path, tmp_path: Path) -> None:
    source = Path(__file__).parents[2] / "handouts/routines/hinge-and-rotate.yaml"
    mine = own / "routines" / "mine.yaml"
    mine.write_text(source.read_text())
    made = tmp_path / "mine.pdf"
    assert run("make", "mine", "--content", own, "-o", made).exit_code == 0
    before = made.read_bytes()
    mine.write_text("title: [")
    assert run("make", "mine", "--content", own, "-o", made).exit_code == 1
    assert made.read_bytes() == before
    assert list(tmp_path.glob(".*")) == []


@pytest.mark.parametrize("kind", ["exercise", "routine", "clinic"])
def test_a_new_file_is_valid_and_is_not_written_over(run: Run, own: Path, kind: str) -> None:
    result = run("new", kind, "My Very Own: one", "-o", own)
    assert result.exit_code == 0, result.output
    path = Path(result.stdout.strip())
    assert path == own / f"{kind}s" / "my-very-own-one.yaml"
    shown = run("show", "my-very-own-one", "--content", own)
    assert shown.exit_code == 0, shown.output
    assert "My Very Own: one" in shown.stdout
    assert shown.stdout == path.read_text("utf-8")
    again = run("new", kind, "My Very Own: one", "-o", own)
    assert again.exit_code == 1
    assert "--force" in again.stderr


def test_an_own_exercise_stands_over_the_bundled_one(run: Run, own: Path) -> None:
    run("new", "exercise", "hip-hinge", "-o", own)
    assert str(own) in run("show", "hip-hinge", "--content", own).stderr
    assert str(own) not in run("show", "hip-hinge").stderr


def test_a_saved_plan_makes_the_same_file_and_holds_no_name(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    flags = ("--set", "hamstring-curl.dose.sets=3", "--alternative", "chair", "--start", "2026-11-23")
    first = run(
        "make", "hamstring-health", *flags, "--for", "Zerlina Quux", "--save-plan", plan, "-o", tmp_path / "a.pdf"
    )
    assert first.exit_code == 0, first.output
    assert "Zerlina" not in plan.read_text()
    second = run("make", "--plan", plan, "--for", "Zerlina Quux", "-o", tmp_path / "b.pdf")
    assert second.exit_code == 0, second.output
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_longer_plan_makes_a_page_for_each_block_of_weeks(run: Run, tmp_path: Path) -> None:
    cells, plan = tmp_path / "cells.json", tmp_path / "plan.yaml"
    more = ("--only", "chart", "--cells", cells, "--save-plan", plan, "-o", tmp_path)
    result = run("make", "hinge-and-rotate", "--weeks", "8", *more)
    assert result.exit_code == 0, result.output
    assert "-8-weeks.pdf" in result.stdout and "weeks: 8" in plan.read_text()
    pages = json.loads(cells.read_text())["pages"]
    weeks = [{cell["name"].split(".")[0] for cell in page["cells"]} & {"w1", "w4", "w5", "w8"} for page in pages]
    assert {frozenset(found) for found in weeks if len(found) == 2} == {
        frozenset(("w1", "w4")),
        frozenset(("w5", "w8")),
    }
    assert "Week 12" in run("plan", "--plan", plan, "--weeks", "12").stdout, "what is asked for now stands nearer"


def test_more_papers_are_made_alone(run: Run, tmp_path: Path) -> None:
    cells = tmp_path / "log.json"
    log = run("make", "hamstring-health", "--only", "log", "--cells", cells, "-o", tmp_path)
    assert log.exit_code == 0, log.output
    assert "hamstring-health-1.0-en-GB-a4-standard-log.pdf" in log.stdout, "a layout is no matter of a log"
    names = [cell["name"] for page in json.loads(cells.read_text())["pages"] for cell in page["cells"]]
    assert "log.hip-hinge.w1.1.set1.weight" in names
    for only in ("pocket", "copy"):
        made = run("make", "hamstring-health", "--only", only, "-o", tmp_path)
        assert made.exit_code == 0, made.output
        refused = run("make", "hamstring-health", "--only", only, "--cells", cells, "-o", tmp_path)
        assert refused.exit_code == 2 and f"--only {only} has none" in refused.stderr


@pytest.mark.parametrize(("only", "is_told"), [("log", True), ("pocket", True), ("copy", False), ("chart", False)])
def test_a_paper_without_room_for_notes_says_so(run: Run, tmp_path: Path, only: str, is_told: bool) -> None:
    result = run("make", "hamstring-health", "--only", only, "--note", "Mind the knee.", "-o", tmp_path)
    assert result.exit_code == 0, result.output
    assert ("notes to a person do not stand on this paper" in result.stderr) is is_told
    assert "Mind" not in result.output


def test_a_log_of_a_routine_without_strength_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("make", "ten-minute-follow-along", "--only", "log", "-o", tmp_path)
    assert result.exit_code == 1 and list(tmp_path.iterdir()) == []
    assert "ten-minute-follow-along.yaml:1:8" in result.stderr and "nothing to log" in result.stderr


def test_weeks_that_a_plan_lacks_are_told(run: Run, own: Path, tmp_path: Path) -> None:
    run("new", "routine", "long", "-o", own)
    routine = own / "routines" / "long.yaml"
    old = "{exercise: hip-hinge, dose: {sets: 2}}"
    assert old in routine.read_text()
    routine.write_text(routine.read_text().replace(old, "{exercise: hip-hinge, weeks: {6: {sets: 3}}}"))
    for command in (
        ("plan", "long"),
        ("record", "long"),
        ("make", "long", "--only", "chart", "-o", tmp_path / "a.pdf"),
    ):
        short = run(*command, "--content", own)
        assert short.exit_code == 0 and "changes in week 6, and the plan has 4 weeks" in short.stderr
        assert "changes in week" not in run(*command, "--weeks", "6", "--content", own).stderr


def test_diff_says_what_changed(run: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    run("make", "hamstring-health", "--save-plan", old, "-o", tmp_path / "a.pdf")
    run("make", "hamstring-health", "--set", "hip-hinge.dose.reps=12", "--save-plan", new, "-o", tmp_path / "b.pdf")
    result = run("diff", old, new)
    assert result.exit_code == 0
    assert "Hip hinge" in result.stdout
    assert "12" in result.stdout


def test_draw_writes_all_three_kinds(run: Run, tmp_path: Path) -> None:
    starts = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF-1.7"}
    for ending, start in starts.items():
        path = tmp_path / f"figure.{ending}"
        result = run("draw", "childs-pose", "-o", path)
        assert result.exit_code == 0, result.output
        assert path.read_bytes().startswith(start)
