"""Columns that change a routine's exercises: the same plan as by options, and what is wrong at its cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.batch.client import Client, client_of
from generator.cli import main
from generator.cli.flags.edit_flags import changes_of
from generator.content.library import load_library
from generator.content.prescribe import prescribed
from generator.content.roster.roster_file import read_roster
from generator.page.format import Format
from generator.problems import ContentError

LIBRARY = load_library()


def client(tmp_path: Path, **cells: str) -> Client:
    """The client of a row with these cells."""
    file = tmp_path / "roster.csv"
    file.write_text(",".join(cells) + "\n" + ",".join(f'"{cell}"' for cell in cells.values()) + "\n")
    roster = read_roster(file)
    return client_of(roster, roster.rows[0], {"clinic": "brookside"}, Format(), LIBRARY)


def test_a_row_says_what_options_say(tmp_path: Path) -> None:
    row = client(
        tmp_path,
        routine="hamstring-health",
        drop="Glute-bridge",
        add="cat-cow@strengthen:1; toe-touch@daily",
        swap="deadlift=sit-to-stand",
        order="sit-to-stand, hip-hinge",
        phases="mobilise=on",
        sides="hamstring-curl=Left",
        videos="hip-hinge=none; hamstring-curl=other",
        dose="hip-hinge.sets=3",
    )
    asked = {
        "routine": "hamstring-health",
        "drop": ["glute-bridge"],
        "add": ["cat-cow@strengthen:1", "toe-touch@daily"],
        "swap": {"deadlift": "sit-to-stand"},
        "order": ["sit-to-stand", "hip-hinge"],
        "phases": {"mobilise": "on"},
        "sides": {"hamstring-curl": "left"},
        "videos": {"hip-hinge": None, "hamstring-curl": {"slug": "other"}},
        "dose": {"hip-hinge": {"sets": 3}},
    }
    wanted = prescribed(LIBRARY, asked).model_copy(update={"phases": {"mobilise": "on"}})
    assert row.prescription.model_dump() == wanted.model_dump()


def test_a_row_of_exercises_alone(tmp_path: Path) -> None:
    row = client(tmp_path, exercises="hip-hinge; cat-cow@daily", name="Ann Lee")
    assert [str(one.exercise) for one in row.prescription.exercises] == ["hip-hinge", "cat-cow"]
    assert row.prescription.is_own and row.name.startswith("0002-own-programme-") and "ann" not in row.name.lower()


@pytest.mark.parametrize("path", ["times_a_day=2", "dose.times_a_day=2", "days=[mon, thu]", "weeks.3.per_week=2"])
def test_a_dose_cell_takes_what_set_takes(tmp_path: Path, path: str) -> None:
    said = f"cat-cow.{path}"
    row = client(tmp_path, routine="hamstring-health", dose=said)
    assert row.prescription.model_dump()["dose"] == changes_as_set(said)


def changes_as_set(said: str) -> object:
    asked = {"routine": "hamstring-health", "clinic": "brookside", "language": "en-GB", **changes_of((said,))}
    return prescribed(LIBRARY, asked).model_dump()["dose"]


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("drop", "Hip Hinge", "needs an exercise's id"),
        ("add", "cat-cow@b c", "needs a name of small letters"),
        ("swap", "deadlift", "needs id=value"),
        ("swap", "deadlift=a; deadlift=b", "deadlift is set twice"),
        ("phases", "strengthen=no", "needs on or off"),
        ("sides", "hip-hinge=both", "needs each, alternate, left or right"),
        ("exercises", "cat-cow", "stands beside exercises"),
    ],
)
def test_what_is_wrong_stands_at_its_cell(tmp_path: Path, column: str, cell: str, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        client(tmp_path, **{"name": "Ann", "routine": "hamstring-health", column: cell})
    (problem,) = caught.value.problems
    assert message in problem.message
    assert problem.place and problem.place.column == (3 if column != "exercises" else 2)


def test_what_a_routine_does_not_have_stands_at_its_cell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("r.csv").write_text("routine,name,drop,swap\nhamstring-health,Ann,hip-hing,\nhamstring-health,Ben,,a=b\n")
    result = CliRunner().invoke(main, ["batch", "r.csv", "--check"])
    assert result.exit_code == 1
    assert "r.csv:2:3" in result.stderr and "did you mean hip-hinge?" in result.stderr
    assert "r.csv:3:4" in result.stderr


def test_what_a_check_refuses_is_not_made_for_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others with other plans are made."""
    monkeypatch.chdir(tmp_path)
    Path("own/exercises").mkdir(parents=True)
    knee = "extends: glute-bridge\nname: Knee lift\ntags: [knee]\nstop_if: null\n"
    Path("own/exercises/no-stop.yaml").write_text(knee)
    rows = ("hinge-and-rotate,Ann,,no-stop", ",Ben,no-stop,", "hinge-and-rotate,Cy,,glute-bridge")
    Path("r.csv").write_text("\n".join(("routine,name,exercises,add", *rows)) + "\n")
    result = CliRunner().invoke(main, ["batch", "r.csv", "-o", "out", "--content", "own"])
    assert result.exit_code == 1
    assert [path.name[:4] for path in Path("out").glob("*.pdf")] == ["0004"]
    assert "no-stop.yaml:1:1: stop_if: nothing says when to stop" in result.stderr
    for row in (2, 3):
        assert f"r.csv:{row}:1: this routine cannot be made, see own/exercises/no-stop.yaml:1:1" in result.stderr


def test_a_check_is_asked_once_for_a_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    asked: list[object] = []
    monkeypatch.setattr("generator.check.refusals.refuse", lambda *said: asked.append(said))
    rows = "".join(f"hinge-and-rotate,{name},cat-cow\n" for name in ("Ann", "Ben", "Cy"))
    Path("r.csv").write_text(f"routine,name,add\n{rows}hinge-and-rotate,Dee,\n")
    result = CliRunner().invoke(main, ["batch", "r.csv", "--check"])
    assert result.exit_code == 0, result.stderr
    assert len(asked) == 1, "and not of the routine as it is"
