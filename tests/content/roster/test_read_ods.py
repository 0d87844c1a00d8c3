"""Rosters of LibreOffice: what cells show, rows that a filter hides, and files that only look like one."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.content.roster.how_to_read import NOTHING_SAID, Reading
from generator.content.roster.roster import Roster
from generator.content.roster.roster_file import read_roster
from generator.content.roster.sheet import MOST_ROWS
from generator.problems import ContentError
from tests.content.roster.foreign import CLIENTS, ods_bytes, ods_row, table
from tests.content.roster.test_any_roster import clients, expected

HEAD = ods_row("pseudonym", "name", "routine", "start", "copies")
FILTERED = ' table:visibility="filter"'


def read(tmp_path: Path, data: bytes, said: Reading = NOTHING_SAID) -> Roster:
    (tmp_path / "list.ods").write_bytes(data)
    return read_roster(tmp_path / "list.ods", said)


def test_cells_say_what_they_show(tmp_path: Path) -> None:
    rows = [
        HEAD,
        ods_row((17, "0017"), "Ann & Bo", "calves", datetime.date(2026, 11, 23), (2, "2,00")),
        ods_row((18, "0018"), "Hidden", "calves", datetime.date(2026, 11, 24), (1, "1"), more=FILTERED),
        ods_row((19, "P-19"), "Cy", "calves", "24 Nov 2026", (1, "1")),
    ]
    data = ods_bytes({"Notes": ods_row("About"), "List": "".join(rows)})
    roster = read(tmp_path, data)
    first, last = (dict(roster.cells(row)) for row in roster.rows)
    assert first == {
        "pseudonym": "0017",
        "name": "Ann & Bo",
        "routine": "calves",
        "start": "2026-11-23",
        "copies": "2",
    }
    assert (last["pseudonym"], last["start"], roster.rows[1].number) == ("P-19", "2026-11-24", 4)
    assert [problem.message for problem in roster.problems] == [
        "1 row is hidden by a filter or by hand and left out: 3"
    ]


@pytest.mark.parametrize("heads", ["ours", "cliniko", "tm3"])
def test_foreign_heads(tmp_path: Path, heads: str) -> None:
    data = ods_bytes({"Sheet1": "".join(ods_row(*row) for row in table(heads, "dmy"))})
    assert clients(read(tmp_path, data, Reading(propose=True))) == expected()
    assert len(CLIENTS) == 4


def test_hidden_sheets_are_read_only_when_named(tmp_path: Path) -> None:
    lists = {name: HEAD + ods_row("1", name, "calves") for name in ("Old", "New")}
    roster = read(tmp_path, ods_bytes(lists, hidden=["Old"]))
    assert roster.text(roster.rows[0], "name") == "New"
    roster = read(tmp_path, ods_bytes(lists, hidden=["Old"]), Reading(sheet="old"))
    assert roster.text(roster.rows[0], "name") == "Old"


REPEATED = ' table:number-rows-repeated="{}"'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (ods_bytes({"List": HEAD + ods_row("1", "A", "calves", more=REPEATED.format(10**9))}), "too many rows"),
        (ods_bytes({f"S{number}": HEAD for number in range(101)}), "too many sheets"),
        (ods_bytes({"List": HEAD + ods_row("1", more=REPEATED.format("x"))}), "this workbook cannot be read"),
        (ods_bytes({"List": "<table:table-row>"}), "this workbook cannot be read"),
        (ods_bytes({"List": HEAD})[:-40], "this workbook cannot be read"),
        (ods_bytes({"List": " " * 210_000_000}), "this workbook is too large"),
    ],
)
def test_hostile_workbooks(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(ContentError) as caught:
        read(tmp_path, data)
    assert words in str(caught.value)


def test_as_many_rows_as_are_allowed(tmp_path: Path) -> None:
    data = ods_bytes({"List": HEAD + ods_row("1", "A", "calves", more=REPEATED.format(MOST_ROWS))})
    assert len(read(tmp_path, data).rows) == MOST_ROWS
