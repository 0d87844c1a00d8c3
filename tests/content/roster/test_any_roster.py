"""Rosters of many kinds, each read as the documented one says or refused once with the cure."""

from __future__ import annotations

import datetime
import io
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from generator.content.roster.how_to_read import NOTHING_SAID, Reading
from generator.content.roster.remembered import FILE, as_yaml
from generator.content.roster.roster import Roster
from generator.content.roster.roster_file import read_roster
from generator.content.roster.unsettled import DatesQuestion, HeadsQuestion, SheetQuestion, Unsettled
from generator.problems import ContentError
from tests.content.roster.foreign import (
    CLIENTS,
    COLUMNS,
    DATES,
    DELIMITERS,
    ENCODINGS,
    HEADS,
    csv_bytes,
    table,
    xlsx_bytes,
)

YES = Reading(propose=True)
TITLES = ("Brookside Physiotherapy", "Appointments, week of 23 Nov 2026", "")


def read(tmp_path: Path, data: bytes, said: Reading = NOTHING_SAID, name: str = "list.csv") -> Roster:
    (tmp_path / name).write_bytes(data)
    return read_roster(tmp_path / name, said)


def clients(roster: Roster) -> list[tuple[str, ...]]:
    return [tuple(str(roster.cells(row).get(column, "")) for column in COLUMNS) for row in roster.rows]


def expected(encoding: str = "") -> list[tuple[str, ...]]:
    plain: list[tuple[str, ...]] = [(name, routine, by, start.isoformat()) for name, routine, by, start in CLIENTS]
    return [(name.replace("’", "'"), *rest) for name, *rest in plain] if encoding == "cp850" else plain


# As many kinds as the longest common multiple of their counts would give, cut to fifty: each kind meets each other.
KINDS = list(
    zip(range(50), cycle(ENCODINGS), cycle(DATES), cycle(HEADS), cycle((*DELIMITERS, *DELIMITERS[:3])), strict=False)
)


@pytest.mark.parametrize(("number", "encoding", "dates", "heads", "delimiter"), KINDS)
def test_fifty_rosters(tmp_path: Path, number: int, encoding: str, dates: str, heads: str, delimiter: str) -> None:
    titles = TITLES if number % 3 == 0 else ()
    data = csv_bytes(table(heads, dates), encoding, delimiter, titles)
    if heads != "ours":
        with pytest.raises(Unsettled) as caught:
            read(tmp_path, data)
        assert isinstance(caught.value.question, HeadsQuestion)
        assert len(caught.value.problems) == 1 and "--yes reads them so" in str(caught.value)
    roster = read(tmp_path, data, YES)
    assert clients(roster) == expected(encoding)
    row = roster.rows[0]
    assert roster.place(row, "routine").line == row.number == 2 + len(titles)
    assert roster.place(row, "routine").column == list(HEADS[heads]).index("routine") + 1


@pytest.mark.parametrize("heads", HEADS)
@pytest.mark.parametrize("before", [(), ("Read me",)])
def test_workbooks(tmp_path: Path, heads: str, before: tuple[str, ...]) -> None:
    assert clients(read(tmp_path, xlsx_bytes(table(heads, "dmy"), "List", before), YES, "list.xlsx")) == expected()


def test_a_dates_cell_with_its_time_and_a_hidden_row(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["pseudonym", "name", "routine", "start"],
        [17, "Ann Lee", "calves", datetime.datetime(2026, 11, 23, 9, 30)],
        [18, "Ben Orr", "calves", datetime.datetime(2026, 11, 24)],
        [19, "Cy Poe", "calves", 46349],
    ):
        sheet.append(row)
    for cell, shown in (("A2", "0000"), ("A3", "0000"), ("A4", '"P-"0000')):
        sheet[cell].number_format = shown
    sheet.auto_filter.ref = "A1:D4"
    sheet.row_dimensions[3].hidden = True
    out = io.BytesIO()
    book.save(out)
    roster = read(tmp_path, out.getvalue(), name="list.xlsx")
    cells = [dict(roster.cells(row)) for row in roster.rows]
    assert [(each["pseudonym"], each["start"]) for each in cells] == [("0017", "2026-11-23"), ("P-0019", "2026-11-23")]
    (told,) = roster.problems
    assert "1 row is hidden by a filter or by hand and left out: 3" in told.message
    assert "Ben" not in str(told)


def test_two_lists_are_asked_about_and_one_is_named(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "Monday"
    for sheet, name in ((book.worksheets[0], "Ann"), (book.create_sheet("Tuesday"), "Ben")):
        sheet.append(["routine", "name"])
        sheet.append(["calves", name])
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(Unsettled, match=r"more than one sheet holds a list: \"Monday\", \"Tuesday\"") as caught:
        read(tmp_path, out.getvalue(), name="list.xlsx")
    assert caught.value.question == SheetQuestion(("Monday", "Tuesday"))
    roster = read(tmp_path, out.getvalue(), Reading(sheet="tuesday"), "list.xlsx")
    assert roster.text(roster.rows[0], "name") == "Ben"
    with pytest.raises(ContentError, match=r'there is no sheet "Tusday"\n  hint: did you mean "Tuesday"'):
        read(tmp_path, out.getvalue(), Reading(sheet="Tusday"), "list.xlsx")


AMBIGUOUS = "routine,name,start\ncalves,Ann,01/02/2026\ncalves,Ben,03/02/2026\ncalves,Cy,04/02/2026\n"


def test_an_order_that_no_cell_tells_is_asked_for_once(tmp_path: Path) -> None:
    with pytest.raises(Unsettled) as caught:
        read(tmp_path, AMBIGUOUS.encode())
    assert len(caught.value.problems) == 1
    assert str(caught.value).endswith(
        "list.csv:2:3: start: 01/02/2026 is 1 February 2026 or 2 January 2026, and no other cell of the column tells "
        "which\n  hint: --dates dmy reads 1 February 2026, --dates mdy reads 2 January 2026"
    )
    assert isinstance(caught.value.question, DatesQuestion)
    starts = {order: read(tmp_path, AMBIGUOUS.encode(), Reading(dates=order)) for order in ("dmy", "mdy")}
    assert {order: found.text(found.rows[0], "start") for order, found in starts.items()} == {
        "dmy": "2026-02-01",
        "mdy": "2026-01-02",
    }


def test_one_cell_tells_the_order_of_all(tmp_path: Path) -> None:
    told = AMBIGUOUS + "calves,Dee,13/02/2026\n"
    assert [roster.text(row, "start") for roster in [read(tmp_path, told.encode())] for row in roster.rows] == [
        "2026-02-01", "2026-02-03", "2026-02-04", "2026-02-13",
    ]  # fmt: skip
    with pytest.raises(ContentError, match=r"6:3: start: this date is mdy, while the one in row 2 is dmy"):
        read(tmp_path, (told + "calves,Eve,02/14/2026\n").replace("01/02", "13/01").replace("2:3", "").encode())


NAMELIKE = ("Surname", "Maiden name", "Preferred Name", "PatientName", "Nickname", "Next of kin", "Guardian", "Vorname")


@pytest.mark.parametrize("head", NAMELIKE)
def test_a_name_is_never_lost_in_silence(tmp_path: Path, head: str) -> None:
    data = f"routine,name,{head}\ncalves,Ann,Lee\n".encode()
    for said in (NOTHING_SAID, YES):
        with pytest.raises(Unsettled, match="looks like a name and is not used") as caught:
            read(tmp_path, data, said)
        assert f'--map "{head}=name"' in str(caught.value) and f'--ignore "{head}"' in str(caught.value)
        assert "Lee" not in str(caught.value)
    mapped = read(tmp_path, data, Reading(columns=(("Name", "name"), (head, "name"))))
    assert mapped.cells(mapped.rows[0])["name"] == "Ann Lee"
    ignored = read(tmp_path, data, Reading(ignored=(f" {head}:",)))
    assert (ignored.columns, ignored.problems) == (("routine", "name"), ())


@pytest.mark.parametrize("head", ["Practice name", "Service Name", "Programme Name?", "mobile", "DOB", "State", "Site"])
def test_what_is_no_name_is_only_told_of(tmp_path: Path, head: str) -> None:
    roster = read(tmp_path, f"routine,name,{head}\ncalves,Ann,x\n".encode())
    assert [str(problem.severity) for problem in roster.problems] == ["warning"]


def test_private_notes_of_an_export_are_not_printed_unasked(tmp_path: Path) -> None:
    data = b"Client Name,Programme,Notes\nAnn,calves,private\n"
    assert "note" not in read(tmp_path, data, YES).columns
    asked = read(tmp_path, data, Reading(columns=(("Notes", "note"),), propose=True))
    assert asked.cells(asked.rows[0])["note"] == "private"
    ours = read(tmp_path, b"name,routine,notes\nAnn,calves,Mind the knee\n")
    assert ours.cells(ours.rows[0])["note"] == "Mind the knee"


def test_an_id_that_no_file_name_may_hold_is_not_proposed(tmp_path: Path) -> None:
    data = b"Id,Client Name,Programme\n1234567890123456789,Ann,calves\n"
    assert "pseudonym" not in read(tmp_path, data, YES).columns


def test_heads_that_were_typed_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r'no column "Frist name"\n  hint: its heads are "First name"'):
        read(tmp_path, b"First name,routine\nAnn,calves\n", Reading(columns=(("Frist name", "name"),)))


def test_what_reports_put_around_a_list_is_left_out_and_said(tmp_path: Path) -> None:
    text = (
        "Report\n\nname,routine,start\nAnn,calves,\nname,routine,start\nBen,calves,\nTotal: 2 clients,,\nPage 1 of 1\n"
    )
    roster = read(tmp_path, text.encode())
    assert [roster.text(row, "name") for row in roster.rows] == ["Ann", "Ben"]
    assert [problem.message for problem in roster.problems] == [
        "the heads are in row 3; not read above them: row 1",
        "left out as no client: rows 5, 7-8",
    ]


def test_an_encoding_that_was_chosen_is_said_without_the_name(tmp_path: Path) -> None:
    roster = read(tmp_path, "routine,name\ncalves,Jürgen\n".encode("cp1252"))
    (told,) = roster.problems
    assert str(told).split(": ", 2)[2].startswith("read as Windows-1252") and told.place == roster.place(
        roster.rows[0], "name"
    )
    assert "rgen" not in str(told)
    wrong = read(tmp_path, "routine,name\ncalves,Jürgen\n".encode("cp1252"), Reading(encoding="cp1253"))
    assert wrong.text(wrong.rows[0], "name") == "Jόrgen" and not wrong.problems


def test_what_was_said_is_remembered_beside_the_roster_or_by_the_clinic(tmp_path: Path) -> None:
    data = b"Given,Family,Programme,Appointment,Maiden name\nAnn,Lee,calves,1/2/2026,Orr\n"
    said = Reading((("Given", "name"), ("Family", "name")), ("Maiden name",), "mdy", propose=True)
    known = read(tmp_path, data, said).reading
    clinic = tmp_path / "clinic"
    clinic.mkdir()
    for folder, content in ((clinic, (clinic,)), (tmp_path, ())):
        (folder / FILE).write_text(as_yaml(known), "utf-8")
        roster = read_roster(tmp_path / "list.csv", content=content)
        assert roster.reading == known and not roster.problems
        assert dict(roster.cells(roster.rows[0])) == {"name": "Ann Lee", "routine": "calves", "start": "2026-01-02"}
        (folder / FILE).unlink()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("columns: {Name: nmae}\n", f'{FILE}:1:17: columns.Name: there is no column "nmae"'),
        ("dates: dym\n", f"{FILE}:1:8: dates: needs dmy, mdy or ymd"),
        ("encoding: utf-99\n", f"{FILE}:1:11: encoding: there is no encoding"),
        ("colums: {}\n", "did you mean columns?"),
    ],
)
def test_a_file_of_columns_is_checked(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(ContentError) as caught:
        read(tmp_path, b"routine\ncalves\n")
    assert words in str(caught.value)


DAY = st.dates(datetime.date(2020, 1, 1), datetime.date(2049, 1, 1))
WORD = st.text("abc éßñ'-", min_size=1, max_size=8).map(str.strip).filter(bool)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(WORD, WORD, WORD, DAY), min_size=1, max_size=5),
    order=st.permutations(["First Name", "Last Name", "Programme", "Appointment", "Mobile"]),
    dates=st.sampled_from(["dmy", "mdy", "text"]),
    encoding=st.sampled_from(["utf-8", "utf-16"]),
    delimiter=st.sampled_from(DELIMITERS),
)
def test_a_mapped_roster_is_the_documented_one_row_by_row(
    tmp_path: Path,
    rows: list[tuple[str, str, str, datetime.date]],
    order: list[str],
    dates: str,
    encoding: str,
    delimiter: str,
) -> None:
    foreign, ours = [order], [["name", "routine", "start"]]
    for first, last, routine, start in rows:
        said = {"First Name": first, "Last Name": last, "Programme": routine, "Appointment": DATES[dates](start)}
        foreign.append([{**said, "Mobile": "1"}[head] for head in order])
        ours.append([f"{first} {last}", routine, start.isoformat()])
    said_so = Reading(dates=dates if dates in ("dmy", "mdy") else "", propose=True)
    mapped = read(tmp_path, csv_bytes(foreign, encoding, delimiter), said_so)
    documented = read(tmp_path, csv_bytes(ours, "utf-8", ","), name="ours.csv")
    assert [dict(mapped.cells(row)) for row in mapped.rows] == [dict(documented.cells(row)) for row in documented.rows]
    assert [row.number for row in mapped.rows] == [row.number for row in documented.rows]
