"""Sixty rows with one fault are one message."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.batch.summing import summed
from generator.cli import main
from generator.problems import Place, Problem


def at(row: int, message: str, column: int = 3, path: str = "routine", file: str = "list.csv") -> Problem:
    return Problem(message, Place(file, row, column), path, hint=f"as in row {row}")


def test_what_many_rows_say_is_said_once_with_the_rows() -> None:
    problems = [at(row, f'there is no routine "plan {row % 2}"') for row in range(2, 62)]
    (one,) = summed(problems, "list.csv")
    assert one.message == 'there is no routine "plan 0" (also "plan 1"; 60 rows: 2-61)'
    assert (one.place, one.hint) == (Place("list.csv", 2, 3), "")


@pytest.mark.parametrize(
    "problems",
    [
        [at(row, "a fault") for row in (2, 3, 4)],  # few are told with the place of each
        [at(row, f"fault of a {kind}") for row, kind in enumerate("abcdef", 2)],
        [at(row, "a fault", column=row) for row in range(2, 9)],
        [at(row, "a fault", file="calves.yaml") for row in range(2, 9)],
    ],
)
def test_what_differs_stays_apart(problems: list[Problem]) -> None:
    assert summed(problems, "list.csv") == problems


def test_a_column_of_another_programs_names_is_one_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rows = "".join(f"Client {row},Programme {row % 3},on a Monday\n" for row in range(60))
    Path("list.csv").write_text("name,routine,start\n" + rows, "utf-8")
    result = CliRunner().invoke(main, ["batch", "list.csv", "--check"], catch_exceptions=False)
    assert result.exit_code == 1
    told = [line for line in result.stderr.splitlines() if line.startswith("list.csv")]
    assert told == [
        'list.csv:2:2: routine: there is no routine "Programme 0" (also "Programme 1", "Programme 2"; 60 rows: 2-61)',
        'list.csv:2:3: start: needs a date, not "on a Monday" (60 rows: 2-61)',
    ]
