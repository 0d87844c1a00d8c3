"""Rosters as Excel and others write them, and files that only look like one."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.content.roster.roster import Roster
from generator.content.roster.roster_columns import COLUMNS, known_names
from generator.content.roster.roster_file import read_roster
from generator.content.roster.sheet import MOST_ROWS
from generator.problems import ContentError, Severity

TEXT = 'routine,name,note\nhip-hinge,Ann Lee,"Mind, please,\nthe knee"\n'


def roster(tmp_path: Path, data: str | bytes, name: str = "monday.csv") -> Roster:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_roster(path)


def refused(tmp_path: Path, data: str | bytes, name: str = "monday.csv") -> str:
    with pytest.raises(ContentError) as caught:
        roster(tmp_path, data, name)
    return str(caught.value).replace(str(tmp_path) + "/", "")


@pytest.mark.parametrize(
    "data",
    [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        "\ufeff" + TEXT,
        TEXT.replace("Mind, please,", "Mind; please,")
        .replace("e,name,", "e;name;")
        .replace("e,Ann Lee,", "e;Ann Lee;"),
        TEXT.replace("e,name,", "e\tname\t").replace("e,Ann Lee,", "e\tAnn Lee\t"),
        "sep=;\r\n" + TEXT.replace("e,name,", "e;name;").replace("e,Ann Lee,", "e;Ann Lee;"),
        "# one row; for each client; really\n\n" + TEXT,
        TEXT.replace("name", " Name ").replace("routine", "ROUTINE"),
        TEXT + ",,\n\n",
        TEXT.replace("Ann", "'Ann").replace("'Ann", "Ann"),
    ],
)
def test_all_ways_to_write_csv(tmp_path: Path, data: str) -> None:
    found = roster(tmp_path, data)
    assert found.columns == ("routine", "name", "note")
    (row,) = found.rows
    cells = found.cells(row)
    assert (cells["routine"], cells["name"]) == ("hip-hinge", "Ann Lee")
    assert cells["note"].replace(";", ",") == "Mind, please, the knee"


def test_cells_know_row_and_column_as_a_spreadsheet_counts(tmp_path: Path) -> None:
    found = roster(tmp_path, 'name,note,routine\nA,"two\nlines",x\nB,,hip-hinge\n')
    place = found.cells(found.rows[1])["routine"].place
    assert place is not None and (place.line, place.column) == (3, 3)


def test_a_guard_against_formulas_is_taken_off_and_other_apostrophes_stay(tmp_path: Path) -> None:
    found = roster(tmp_path, "routine,name,note\nx,'=HYPERLINK(1),'tis\n")
    cells = found.cells(found.rows[0])
    assert (cells["name"], cells["note"]) == ("=HYPERLINK(1)", "'tis")


def test_names_are_composed(tmp_path: Path) -> None:
    found = roster(tmp_path, "routine,name\nx,Zoe\u0308\n")
    assert found.cells(found.rows[0])["name"] == "Zo\u00eb"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("", "monday.csv:1:1: the roster is empty"),
        ("# only a remark\n", "the roster is empty"),
        ("a,b\n1,2\n", "names no column of a roster"),
        ("routine,stlye\nx,mono\n", 'monday.csv:1:2: "stlye" is not a column of a roster\n  hint: did you mean style?'),
        ("routine,name,Client\nx,A,B\n", 'monday.csv:1:3: there is a second column "name"'),
        (
            "routine,name\nx,J\xf6rg\nx,Zo\xeb\ny,".encode() + b"J\xf6rg\n",
            "monday.csv:4:2: this character is not UTF-8",
        ),
        (
            b"<html><table><tr><td>routine</td></tr></table>",
            "monday.csv:1:1: this is a web page, whatever it is called",
        ),
        (b"%PDF-1.7", "monday.csv:1:1: this is a PDF, not a table"),
        (b"\xd0\xcf\x11\xe0rest", "an old Excel file"),
        ('routine,name\nx,"A\ny,B\n', "monday.csv:2:1: this row is not CSV"),
        ('routine,name\nx,A\ny,"B"b\n', "monday.csv:3:1: this row is not CSV"),
        (b"PK\x03\x04 not a zip", "monday.csv:1:1: this workbook cannot be read"),
        ("routine\n" + "x\n" * (MOST_ROWS + 2), "too many rows"),
        (("routine" + ",a" * 200 + "\n"), "too many columns"),
        ("routine\n" + "x" * 200_000 + "\n", "this row is not CSV"),
    ],
)
def test_what_is_no_roster(tmp_path: Path, data: str | bytes, words: str) -> None:
    assert words in refused(tmp_path, data)


def test_no_file_and_a_huge_one(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read: no such file"):
        read_roster(tmp_path / "nobody.csv")
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(10**9)
    with pytest.raises(ContentError, match="too long"):
        read_roster(huge)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("A\u202eB", "2:2: name: invisible character U+202E"),
        ("A\0B", "2:2: name: invisible character U+0000"),
        ("#REF!", "2:2: name: the spreadsheet shows an error here"),
        ("A" * 3000, "2:2: name: has 3,000 characters"),
        ("Lee, Ann", "2:3: this cell stands in no column"),
    ],
)
def test_what_no_page_may_hold(tmp_path: Path, cell: str, words: str) -> None:
    found = roster(tmp_path, f"routine,name\nx,{cell}\n")
    with pytest.raises(ContentError) as caught:
        found.cells(found.rows[0])
    assert words in str(caught.value)


def test_columns_that_mean_nothing_are_told_of_once(tmp_path: Path) -> None:
    (warning,) = roster(tmp_path, "routine,telephone,date of birth\nx,1,2\n").problems
    assert warning.severity is Severity.WARNING
    assert str(warning).endswith('not used: the columns "telephone", "date of birth"')


def workbook(*rows: list[object]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_spreadsheet_says_what_its_cells_show(tmp_path: Path) -> None:
    day = datetime.datetime(2026, 11, 23)
    data = workbook(
        ["routine", "start", "copies", "name"], [], ["hip-hinge", day, 2.0, "Ann\nLee"], ["=1+1", day.date()]
    )
    found = roster(tmp_path, data, "monday.xlsx")
    first = found.cells(found.rows[0])
    assert dict(first) == {"routine": "hip-hinge", "start": "2026-11-23", "copies": "2", "name": "Ann Lee"}
    assert first["start"].place == found.place(found.rows[0], "start")
    assert found.rows[0].number == 3
    # A formula is never run; one that no spreadsheet has worked out is told.
    with pytest.raises(ContentError, match=r"monday.xlsx:4:1: .*this formula has no value yet"):
        found.cells(found.rows[1])


def repacked(data: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet/>'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (ENTITIES, "defines entities"),
        (ENTITIES.decode().encode("utf-16"), "defines entities"),
        (b"<worksheet", "cannot be read"),
        (b" " * 250_000_000, "too large"),
    ],
)
def test_hostile_spreadsheets(tmp_path: Path, content: bytes, words: str) -> None:
    good = workbook(["routine"], ["hip-hinge"])
    assert roster(tmp_path, good, "good.xlsx").rows
    assert words in refused(tmp_path, repacked(good, SHEET, content), "bad.xlsx")


def test_damaged_spreadsheets_are_refused_wherever_the_damage_is(tmp_path: Path) -> None:
    good = workbook(["routine", "name"], ["hip-hinge", "Ann"])
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        parts = archive.namelist()
    refusals = 0
    for part in parts:
        for content in (b"", b"<a/>", b"\0" * 10):
            try:
                roster(tmp_path, repacked(good, part, content), "bad.xlsx")
            except ContentError:
                refusals += 1
    for end in range(0, len(good), 97):
        try:
            roster(tmp_path, good[:end], "cut.xlsx")
        except ContentError:
            refusals += 1
    assert refusals > len(parts)


def test_columns_are_named_once() -> None:
    assert len(known_names()) == sum(1 + len(column.more) for column in COLUMNS)
    assert all(column.words and column.example for column in COLUMNS)
