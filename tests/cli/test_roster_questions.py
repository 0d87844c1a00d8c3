"""What a roster leaves open: asked on a terminal, answered by options elsewhere, and asked once."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main, roster_questions
from generator.content.roster.remembered import FILE
from tests.content.roster.foreign import csv_bytes, table, xlsx_bytes

HEADS = "First Name,Last Name,Known as,Mobile,Practitioner,Program,Appointment\n"
EXPORT = HEADS + "Zoë,Lee,Zo,020 7946 0123,Sam Ortiz,Hinge and rotate,01/12/2026 09:30\n"
ORDER = "dmy\n"


def check(*args: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["batch", "list.csv", "--check", *args], input=answers, catch_exceptions=False)


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_bytes(EXPORT.encode("cp1252"))
    return tmp_path


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roster_questions, "on_terminal", lambda: True)


def test_nobody_to_ask_is_told_all_of_it_once(there: Path) -> None:
    result = check()
    assert result.exit_code == 1
    assert result.stderr == (
        "list.csv:1:1: these heads are not those of a roster\n"
        '  hint: --yes reads them so, --map "HEAD=COLUMN" and --ignore "HEAD" say it otherwise:\n'
        '        name       from "First Name" and "Last Name"\n'
        '        by         from "Practitioner"\n'
        '        routine    from "Program"\n'
        '        start      from "Appointment"\n'
        '        not used:  "Mobile"\n'
        'list.csv:1:3: "Known as" looks like a name and is not used\n'
        '  hint: --map "Known as=name" prints it, --ignore "Known as" leaves it out\n'
        "list.csv:2:7: start: 01/12/2026 09:30 is 1 December 2026 or 12 January 2026, and no other cell of the column "
        "tells which\n"
        "  hint: --dates dmy reads 1 December 2026, --dates mdy reads 12 January 2026\n"
        "3 problems; nothing was written.\n"
    )
    assert not (there / FILE).exists()


def test_answers_are_remembered(there: Path, terminal: None) -> None:
    result = check(answers="y\n-\n" + ORDER)
    assert result.exit_code == 0, result.output
    assert "Read them so [Y/n]" in result.stderr and "  Known as [-]" in result.stderr
    assert "01/12/2026 09:30 may be\n  dmy  1 December 2026\n  mdy  12 January 2026\n" in result.stderr
    assert (there / FILE).read_text("utf-8").split("\n", 1)[1] == (
        'columns:\n  "First Name": name\n  "Last Name": name\n  "Practitioner": by\n  "Program": routine\n'
        '  "Appointment": start\nignore:\n  - "Known as"\n  - "Mobile"\ndates: dmy\n'
    )
    again = check()
    assert again.exit_code == 0 and "remembered" not in again.stderr
    assert again.stdout.splitlines()[1].split()[:3] == ["2", "hinge-and-rotate", "2026-12-01"]


def test_heads_are_asked_one_by_one_where_the_proposal_is_wrong(there: Path, terminal: None) -> None:
    result = check(answers="n\nnmae\nname\nname\n-\n-\n-\nroutine\nstart\n" + ORDER)
    assert result.exit_code == 0, result.output
    assert 'there is no column "nmae"; did you mean name?' in result.output
    kept = (there / FILE).read_text("utf-8")
    assert '"Practitioner"\n' in kept and '"Practitioner": by' not in kept


def test_a_sheet_is_asked_for(there: Path, terminal: None) -> None:
    from openpyxl import load_workbook

    path = there / "list.csv"  # what a file is called says nothing
    path.write_bytes(xlsx_bytes([["routine", "name"], ["hip-hinge", "Ann"]], "Monday"))
    book = load_workbook(io.BytesIO(path.read_bytes()))
    other = book.create_sheet("Tuesday")
    other.append(["routine", "name"])
    other.append(["hinge-and-rotate", "Ben"])
    with path.open("wb") as file:
        book.save(file)
    result = check(answers="2\n")
    assert "  1  Monday\n  2  Tuesday\n" in result.stderr
    # click 8.2.0 writes the answer to stdout, before the table
    assert result.stdout.rpartition(" routine ")[2].splitlines()[1].split()[1] == "hinge-and-rotate"
    assert not (there / FILE).exists()  # tomorrow it is another sheet


def test_a_folder_that_cannot_be_written_to_only_forgets(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, data: bytes) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("generator.store.write_file", refuse)
    result = check("--yes", "--ignore", "known as", "--dates", "dmy")
    assert result.exit_code == 0
    assert f"how to read this roster is not remembered: {FILE}: Permission denied" in result.stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--map", "Program"], 'needs HEAD=COLUMN, such as "First name=name", not "Program"'),
        (["--map", "Program=rutine"], 'there is no column "rutine"; did you mean routine?'),
        (["--dates", "ydm"], "--dates"),
        (["--encoding", "utf-99"], 'there is no encoding "utf-99"'),
        (["--cover"], "add --print-file"),
    ],
)
def test_wrong_answers(there: Path, args: list[str], words: str) -> None:
    result = check(*args)
    assert (result.exit_code, words in result.stderr) == (2, True), result.stderr


def test_no_name_is_said_on_the_terminal(there: Path) -> None:
    (there / "list.csv").write_bytes(csv_bytes(table("cliniko", "dmy"), "cp1252", ";"))
    for args in ([], ["--yes"], ["--yes", "--encoding", "cp1253"]):
        said = check(*args).output
        for secret in ("José", "Núñez", "Zoë", "Brien", "Jürgen", "0123", "1961"):
            assert secret not in said, (args, secret)
