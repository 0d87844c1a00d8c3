"""What is shown can be written to a file and checked; what is copied is whole and has its own name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.content.library import load_library

Run = Callable[..., Result]
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M1 1h8v8z" fill="#000"/></svg>'


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.mark.parametrize("name", ["hamstring-health", "hip-hinge", "hamstring-pressure", "brookside"])
def test_what_is_shown_is_a_file_that_check_accepts(run: Run, name: str) -> None:
    shown = run("show", name)
    Path("copy.yaml").write_bytes(shown.stdout_bytes)
    assert Path(shown.stderr.strip()).read_bytes() == shown.stdout_bytes
    checked = run("check", "copy.yaml")
    assert checked.exit_code == 0, checked.output
    assert "1 file" in checked.output


def test_every_letter_goes_into_the_file(run: Run) -> None:
    run("new", "exercise", "Œuvre à Łódź", "-o", "mine")
    (path,) = Path("mine/exercises").iterdir()
    assert run("show", path.stem, "--content", "mine").stdout_bytes == path.read_bytes()


@pytest.mark.parametrize(
    ("kind", "original"),
    [("routine", "back-care-stretches"), ("exercise", "hamstring-pressure"), ("clinic", "brookside")],
)
def test_a_copy_has_its_own_name_and_all_else(run: Run, kind: str, original: str) -> None:
    result = run("new", kind, "after-work", "--from", original, "-o", "mine")
    assert result.exit_code == 0, result.output
    copy = Path(result.stdout.strip())
    assert copy == Path(f"mine/{kind}s/after-work.yaml")
    assert run("check", copy).exit_code == 0
    library = load_library(Path("mine"))
    key, changed = ("title", {"title"}) if kind == "routine" else ("name", {"name", "short_name"})
    one, other = (
        library.value(f"{kind}s", name).model_dump(exclude=changed)  # type: ignore[arg-type]  # a kind, as a plain text
        for name in (original, "after-work")
    )
    assert one == other
    assert getattr(library.value(f"{kind}s", "after-work"), key) == "After work"  # type: ignore[arg-type]  # as above
    comments = [line for line in run("show", original).stdout.splitlines() if line.startswith("#")]
    assert [line for line in copy.read_text("utf-8").splitlines() if line.startswith("#")] == comments


def test_a_copy_of_ones_own_brings_its_picture(run: Run) -> None:
    run("new", "exercise", "wall-sit", "-o", "mine")
    path = Path("mine/exercises/wall-sit.yaml")
    path.write_text(path.read_text("utf-8") + "picture: wall.svg\nalt: A person leans on a wall.\n", "utf-8")
    path.with_name("wall.svg").write_text(PICTURE)
    assert run("new", "exercise", "wall-hold", "--from", "wall-sit", "-o", "yours", "--content", "mine").exit_code == 0
    assert Path("yours/exercises/wall.svg").read_text() == PICTURE
    assert run("check", "yours").exit_code == 0


def test_a_name_over_several_lines_is_replaced_whole(run: Run) -> None:
    run("new", "routine", "one", "-o", "mine")
    path = Path("mine/routines/one.yaml")
    path.write_text(
        path.read_text("utf-8").replace('title: "One"', "title: >-\n  One and\n  one more # no comment"), "utf-8"
    )
    assert run("new", "routine", "two", "--from", "one", "-o", "mine", "--content", "mine").exit_code == 0
    copy = Path("mine/routines/two.yaml").read_text("utf-8")
    assert 'title: "Two"\nversion' in copy and "one more" not in copy


def test_wrong_copies(run: Run) -> None:
    unknown = run("new", "routine", "two", "--from", "hamstring-healt", "-o", "mine")
    assert unknown.exit_code == 1 and "did you mean hamstring-health?" in unknown.stderr
    assert run("new", "roster", "two", "--from", "hamstring-health", "-o", "mine").exit_code == 2
    assert not Path("mine").exists()
    flow = Path("mine/clinics/flow.yaml")
    run("new", "clinic", "flow", "-o", "mine")
    lines = [line.partition(" #")[0] for line in flow.read_text("utf-8").splitlines() if line[:1].isalpha()]
    flow.write_text("{" + ", ".join(lines) + "}\n", "utf-8")
    refused = run("new", "clinic", "two", "--from", "flow", "-o", "mine", "--content", "mine")
    assert refused.exit_code == 1 and "name cannot be changed here" in refused.stderr
    assert not Path("mine/clinics/two.yaml").exists()


def test_a_file_knows_what_lies_beside_it(run: Run) -> None:
    for kind, name in (("exercise", "wall-sit"), ("routine", "legs")):
        run("new", kind, name, "-o", "mine")
    routine = Path("mine/routines/legs.yaml")
    routine.write_text(routine.read_text("utf-8").replace("hip-hinge", "wall-sit"), "utf-8")
    checked = run("check", routine)
    assert checked.exit_code == 0, checked.output
    flat = Path("flat")
    flat.mkdir()
    (flat / "legs.yaml").write_bytes(routine.read_bytes())
    missing = run("check", flat / "legs.yaml")
    assert missing.exit_code == 1 and "wall-sit" in missing.output
    (flat / "wall-sit.yaml").write_bytes(Path("mine/exercises/wall-sit.yaml").read_bytes())
    (flat / "broken.yaml").write_text("steps: [")
    assert run("check", flat / "legs.yaml").exit_code == 0
    plan = Path("mine/november.yaml")
    plan.write_text("routine: legs\nclinic: brookside\nlanguage: en-GB\n", "utf-8")
    assert run("check", plan).exit_code == 0


def test_a_file_is_known_from_where_the_reader_stands(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind, name in (("exercise", "wall-sit"), ("routine", "legs")):
        run("new", kind, name, "-o", "mine")
    routine = Path("mine/routines/legs.yaml")
    routine.write_text(routine.read_text("utf-8").replace("hip-hinge", "wall-sit"), "utf-8")
    monkeypatch.chdir("mine/routines")
    checked = run("check", "legs.yaml")
    assert checked.exit_code == 0, checked.output


def test_only_content_of_ones_own_is_warned_about(run: Run) -> None:
    run("new", "clinic", "hill", "-o", "mine")
    clinic = Path("mine/clinics/hill.yaml")
    clinic.write_text(clinic.read_text("utf-8").replace("020 7946 0000", "0117 012 3456"), "utf-8")
    make = ("--clinic", "hill", "--content", "mine")
    assert run("make", "hamstring-health", *make).stderr == ""
    for kind, name in (("exercise", "wall-sit"), ("routine", "legs")):
        run("new", kind, name, "-o", "mine")
    routine = Path("mine/routines/legs.yaml")
    routine.write_text(routine.read_text("utf-8").replace("hip-hinge", "wall-sit"), "utf-8")
    told = run("make", "legs", *make).stderr
    assert "mine/exercises/wall-sit.yaml" in told and "no QR code" in told
    assert "/handouts/exercises/" not in told


def test_a_batch_says_once_that_it_is_a_sample_and_nothing_of_bundled_content(run: Run) -> None:
    Path("monday.csv").write_text("routine,name\n" + "hip-hinge-foundations,A\nhinge-and-rotate,B\n" * 2)
    told = run("batch", "monday.csv", "-o", "out", "--jobs", "1").stderr
    assert told.count("made-up clinic") == 1
    assert "/handouts/exercises/" not in told


SHOWN = [
    "frequency: {per_week: 3, weeks: 3-4}",
    "days: {with: mobilise}",
    "days: {in_turn_with: mobilise}",
    'groups: ["deadlift + glute-bridge: 3 rounds, rest 90 s"]',
    'groups: ["deadlift: 8 rounds, 20 s on, 10 s off"]',
    "weeks_off: [4]",
]


@pytest.mark.parametrize("shown", SHOWN)
def test_what_the_template_of_a_routine_shows_behind_a_sign_can_be_taken(run: Run, shown: str) -> None:
    run("new", "routine", "one", "-o", "mine")
    path = Path("mine/routines/one.yaml")
    text = path.read_text("utf-8")
    assert text.count(f"# {shown}") == 1
    if shown.startswith(("frequency", "days")):
        text = text.replace("    frequency: {per_week: 3}\n", "")
    text = text.replace("      # - ", "      - ").replace(f"# {shown}", shown)
    path.write_text(text, "utf-8")
    result = run("plan", "one", "--content", "mine")
    assert result.exit_code == 0, result.stderr


def test_the_template_of_a_routine_shows_nothing_else(run: Run) -> None:
    run("new", "routine", "one", "-o", "mine")
    text = Path("mine/routines/one.yaml").read_text("utf-8")
    found = re.findall(r"^ *# ((?:frequency|days|groups|weeks_off): .*?[\]}])(?= {2,}#|$)", text, re.MULTILINE)
    assert found == SHOWN
