"""Rosters that no spreadsheet would save: rows come out, or problems with their places; a formula never goes out."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.batch.client import client_of
from generator.content.library import Library, load_library
from generator.content.roster.how_to_read import Reading
from generator.content.roster.roster_columns import COLUMNS
from generator.content.roster.roster_file import read_roster
from generator.page.format import Format
from generator.problems import ContentError

from .clear import are_clear
from .effort import effort
from .strategies import ODD

NAMES = [column.name for column in COLUMNS] + ["Routine", "client", "x", "", "routin", "=1"]
NAMES += ["First Name", "Surname", "Programme", "Appointment", "DOB", "Notes", "Maiden name", "Total"]
CELL = st.one_of(
    st.sampled_from([column.example for column in COLUMNS]),
    st.sampled_from(
        [
            *ODD,
            "=1+1",
            "+1",
            "-1",
            "@x",
            "\t=1",
            "2026-13-01",
            "9999-12-31",
            "1/2/2026 9:30",
            "46349",
            "23 Nov 26",
            "hip-hinge.sets=1e9",
            "a=b;c",
            "../../x",
        ]
    ),
    st.text(max_size=10),
)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def clients(data: bytes, file: Path, library: Library) -> int:
    """How many clients a roster's bytes give; everything else must be a problem with its place."""
    file.write_bytes(data)
    made = 0
    try:
        roster = read_roster(file, Reading(propose=True))
    except ContentError as error:
        are_clear(error.problems, placed=True)
        return 0
    for row in roster.rows:
        try:
            client = client_of(roster, row, {"clinic": "brookside"}, Format(), library)
        except ContentError as error:
            are_clear(error.problems)
            continue
        made += 1
        assert "/" not in client.name and "\\" not in client.name and not client.name.startswith((".", "-"))
        assert client.name.isascii() and client.name.isprintable()
        assert client.person.name not in client.name or len(client.person.name) < 3
    return made


@effort(150)
@given(data=st.binary(max_size=60) | st.text(alphabet='routine,name;\t"\n\r\0=é\ufeff', max_size=60).map(str.encode))
@example(data=b"\xef\xbb\xbfroutine;name\r\nhamstring-health;Ann\r\n")
@example(data=b"routine\n" + b'"' * 1000)
@example(data=b"PK\x03\x04" + b"\0" * 30)
def test_any_bytes(data: bytes, tmp_path_factory: pytest.TempPathFactory, library: Library) -> None:
    clients(data, tmp_path_factory.getbasetemp() / "any.csv", library)


@effort(60)
@given(
    heads=st.lists(st.sampled_from(NAMES), min_size=1, max_size=6),
    rows=st.lists(st.lists(CELL, max_size=7), max_size=4),
    delimiter=st.sampled_from(",;\t|"),
)
def test_rows_of_anything(
    heads: list[str], rows: list[list[str]], delimiter: str, tmp_path_factory: pytest.TempPathFactory, library: Library
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([heads, *rows])
    clients(text.getvalue().encode("utf-8", "surrogatepass"), tmp_path_factory.getbasetemp() / "rows.csv", library)


def test_a_good_roster_gives_its_clients(tmp_path: Path, library: Library) -> None:
    assert clients(b"routine,name\nhamstring-health,Ann\nhinge-and-rotate,Ben\n", tmp_path / "good.csv", library) == 2
