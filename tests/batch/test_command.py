"""`handouts batch` as it is typed."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.content.roster.roster_columns import COLUMNS
from tests.batch.conftest import csv_text, made_up


def handouts(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False)


@pytest.fixture
def there(tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HANDOUTS_CONTENT", str(content))
    monkeypatch.setenv("HANDOUTS_CLINIC", "small")
    (tmp_path / "monday.csv").write_text(csv_text(made_up(5)))
    return tmp_path


def test_made_files_are_named_and_the_rows_counted(there: Path) -> None:
    result = handouts("batch", "monday.csv", "-o", "out", "--print-file", "--single-files", "--jobs", "1")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == ["out/manifest.csv", "out/print-file.pdf"]
    assert result.stderr.splitlines()[-1].startswith("5 rows: 5 made in ")
    assert len(list((there / "out").glob("0*.pdf"))) == 5


def test_flags_stand_for_empty_cells(there: Path) -> None:
    (there / "r.csv").write_text("name,style\nAnn,\nBen,mono\n")
    flags = "--routine calves --style large-print --paper letter --start 2026-11-23 --only chart --jobs 1".split()
    assert handouts("batch", "r.csv", "-o", "out", *flags).exit_code == 0
    assert sorted(path.name for path in (there / "out").glob("*.pdf")) == [
        "0002-calves-1.0-en-GB-letter-sheet-large-print-chart.pdf",
        "0003-calves-1.0-en-GB-letter-sheet-mono-chart.pdf",
    ]


def test_problems_end_with_1_and_good_rows_are_made(there: Path) -> None:
    (there / "r.csv").write_text("routine,name\ncalves,Ann\ncalfs,Ben\n")
    result = handouts("batch", "r.csv", "-o", "out", "--jobs", "1")
    assert result.exit_code == 1
    assert "r.csv:3:1: routine: there is no routine" in result.stderr and "did you mean calves?" in result.stderr
    assert result.stdout.splitlines() == ["out/manifest.csv", "out/r-problems.csv"]
    assert len(list((there / "out").glob("0*.pdf"))) == 1
    check = handouts("batch", "r.csv", "--check")
    assert check.exit_code == 1
    heads, line = check.stdout.splitlines()
    assert heads.split() == ["row", "routine", "start", "pages", "copies", "file"]
    assert line.split()[:3] == ["2", "calves", "-"] and "Ann" not in line


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["monday.csv"], 2, "say where to write with -o DIR"),
        (["nobody.csv", "-o", "out"], 1, "nobody.csv:1:1: this roster cannot be read: no such file"),
        (["monday.csv", "-o", "monday.csv"], 2, "is called like a file: give a folder"),
        (["monday.csv", "-o", "out", "--jobs", "0"], 2, "--jobs"),
        (["monday.csv", "-o", "out", "--style", "huge"], 2, "--style"),
        (
            ["monday.csv", "-o", "out", "--print-file", "--sort", "shoe"],
            1,
            "no column shoe to sort by",
        ),
        (["monday.csv", "-o", "out", "--sort", "name"], 2, "add --print-file"),
        (["monday.csv", "-o", "out", "--print-file", "--archive"], 2, "--archive is for single files"),
    ],
)
def test_wrong_calls(there: Path, args: list[str], code: int, words: str) -> None:
    result = handouts("batch", *args)
    assert (result.exit_code, words in result.stderr) == (code, True), result.stderr
    assert not (there / "out").exists()


def test_a_new_roster_is_one_that_can_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = handouts("new", "roster", "Next Monday")
    assert result.stdout == "next-monday.csv\n"
    text = Path("next-monday.csv").read_text("utf-8")
    head = next(line for line in text.splitlines() if not line.startswith("# ")).split(",")
    assert head == [column.name for column in COLUMNS if column.name != "row"]
    result = handouts("batch", "next-monday.csv", "--check")
    assert result.exit_code == 0, result.stderr


def test_help_names_every_column() -> None:
    text = handouts("batch", "--help").output
    assert all(f"  {column.name} " in text for column in COLUMNS)


def test_a_bar_on_a_terminal_with_rate_and_time_left(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.cli.batch_command import _told

    shown: list[str] = []
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(click, "progressbar", lambda **more: Bar(shown, more))
    with _told() as tell:
        for done in range(0, 101, 10):
            tell(done, 100)
    assert shown[0] == "length 100" and shown[-1] == "end"
    assert all(line.endswith(" a second") for line in shown[1:-1])
    assert sum(int(line.split()[0]) for line in shown[1:-1]) == 100


class Bar:
    """What click's bar is asked to show."""

    def __init__(self, shown: list[str], more: dict[str, object]) -> None:
        self.shown = shown
        assert more["show_eta"] and more["show_pos"]
        shown.append(f"length {more['length']}")

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *error: object) -> None:
        self.shown.append("end")

    def update(self, steps: int, words: str) -> None:
        self.shown.append(f"{steps} {words}")


def test_lines_now_and_then_without_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from generator.cli.batch_command import _told

    clock = iter(range(0, 1000, 4))
    monkeypatch.setattr("time.monotonic", lambda: float(next(clock)))
    with _told() as tell:
        for done in range(0, 101, 10):
            tell(done, 100)
    lines = capsys.readouterr().err.splitlines()
    assert 2 <= len(lines) <= 4
    assert lines[0] == "20 of 100, 2 a second, 48.0 s left"
