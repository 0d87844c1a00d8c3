"""Rows with problems: mended and fed back as the same roster, never over what belongs to others."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.content.roster.how_to_read import Reading
from generator.problems import ContentError
from tests.batch.conftest import Run, csv_text
from tests.batch.printed import read_table

HEAD = ["routine", "name", "start"]
GOOD, BAD = ["calves", "Ann", "2026-11-23"], ["calfs", "Ben", "2026-11-23"]


def mended(path: Path) -> Path:
    path.write_text(path.read_text("utf-8-sig").replace("calfs", "calves"), "utf-8")
    return path


def test_a_spreadsheets_rows_are_mended_as_text(run: Run, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEAD, GOOD, BAD):
        sheet.append(row)
    book.save(tmp_path / "monday.xlsx")
    run(roster=tmp_path / "monday.xlsx")
    file = tmp_path / "out" / "monday-problems.csv"
    assert list(read_table(file)[0]) == [*HEAD, "row", "problem"]
    assert run(roster=mended(file)).counts == {"made": 1}


def test_a_print_file_of_mended_rows_leaves_the_first_one(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([HEAD, GOOD, BAD], singles=False, print_file=True)
    first = (out / "print-file.pdf").read_bytes()
    report = run(roster=mended(out / "monday-problems.csv"), singles=False, print_file=True)
    assert dict(report.counts) == {"made": 1}
    assert (out / "print-file.pdf").read_bytes() == first
    lines = {line["file"]: line["status"] for line in read_table(out / "manifest.csv") if not line["row"]}
    assert lines == {"print-file.pdf": "earlier", "monday-problems-print-file.pdf": "made"}


def test_problems_of_another_roster_are_refused(run: Run, tmp_path: Path) -> None:
    run([HEAD, GOOD, BAD])
    run([HEAD, BAD], roster=tmp_path / "tuesday.csv", destination=str(tmp_path / "other"))
    with pytest.raises(ContentError, match="holds the handouts of another roster"):
        run(roster=mended(tmp_path / "other" / "tuesday-problems.csv"))
    assert run(roster=mended(tmp_path / "out" / "monday-problems.csv")).counts["made"] == 1


def test_files_of_rows_to_mend_do_not_pile_up(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"

    def left() -> set[str]:
        return {path.name for path in out.glob("*problems*")}

    run([HEAD, GOOD, BAD])
    run([HEAD, GOOD, ["calfs", "Cleo", ""]])
    assert left() == {"monday-problems.csv"}
    (out / "monday-problems.csv").write_text("worked on", "utf-8")
    run([HEAD, GOOD, ["calfs", "Dan", ""]])
    run([HEAD, GOOD, ["calfs", "Eve", ""]])
    assert left() == {"monday-problems.csv", "monday-problems-2.csv"}
    run([HEAD, GOOD])
    assert left() == {"monday-problems.csv"}
    assert (out / "monday-problems.csv").read_text("utf-8") == "worked on"


def test_a_second_round_has_one_column_of_problems(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([HEAD, BAD, ["calfs", "Cleo", "soon"]])
    file = mended(out / "monday-problems.csv")
    run(roster=file)
    again = read_table(out / "monday-problems-2.csv")
    assert [(row["name"], row["row"]) for row in again] == [("Cleo", "3")]
    assert list(again[0]) == [*HEAD, "row", "problem"]
    assert "start" in again[0]["problem"] and "calfs" not in again[0]["problem"]


@pytest.mark.parametrize("name", ["manifest.csv", "print-file.pdf"])
def test_a_roster_is_never_written_over(run: Run, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / name).write_bytes(csv_text([HEAD, GOOD]).encode())
    with pytest.raises(ContentError, match="this roster would be written over"):
        run(roster=out / name, print_file=True)
    assert (out / name).read_bytes().decode() == csv_text([HEAD, GOOD])


def test_a_manifest_is_no_roster(run: Run, tmp_path: Path) -> None:
    run([HEAD, GOOD])
    with pytest.raises(ContentError, match="this is the manifest of a batch, not a roster"):
        run(roster=tmp_path / "out" / "manifest.csv", destination=str(tmp_path / "other"))


def test_a_file_that_is_out_of_date_is_told_of(run: Run, tmp_path: Path) -> None:
    """The row says something else now, which cannot be made: what lies there is of an earlier roster."""
    run([HEAD, GOOD])
    run([HEAD, ["calves", "Ann 膝", "2026-11-24"]])
    lines = [(line["row"], line["status"], line["file"]) for line in read_table(tmp_path / "out" / "manifest.csv")]
    assert lines == [("2", "problem", ""), ("2", "earlier", "0002-calves-1.0-en-GB-a4-sheet-standard.pdf")]


def test_an_option_that_is_wrong_is_said_once(run: Run) -> None:
    rows = [["name"], *[[f"Client {number}"] for number in range(9)]]
    wrong = (("clinic", "small"), ("routine", "calves"), ("start", "23.11.2026"))
    with pytest.raises(ContentError) as caught:
        run(rows, defaults=wrong)
    assert [(p.message, p.place) for p in caught.value.problems] == [('--start: needs a date, not "23.11.2026"', None)]
    one_of_two = run([["name", "start"], ["Ann", "2026-11-23"], ["Ben", ""]], defaults=wrong)
    assert one_of_two.counts == {"made": 1, "problem": 1}


def test_the_manifest_names_the_routine_that_was_used(run: Run, tmp_path: Path) -> None:
    run([["name"], ["Ann"]], defaults=(("clinic", "small"), ("routine", "knees")))
    assert read_table(tmp_path / "out" / "manifest.csv")[0]["routine"] == "knees"


def test_rows_of_a_damaged_routine_are_told_by_their_rows(run: Run, content: Path) -> None:
    path = content / "routines" / "knees.yaml"
    path.write_text(path.read_text().replace("per_week: 3", "per_week: 99"))
    report = run([HEAD, GOOD, ["knees", "Ben", ""]])
    told = [str(problem) for problem in report.problems]
    assert any("monday.csv:3:1: this routine cannot be made, see" in line for line in told)
    assert any("knees.yaml" in line and "per_week" in line for line in told)


def test_what_is_missing_from_content_is_told_with_a_print_file_too(run: Run, tmp_path: Path) -> None:
    alone = {problem.message for problem in run([HEAD, GOOD]).problems}
    printed = run([HEAD, GOOD], destination=str(tmp_path / "other"), singles=False, print_file=True)
    assert alone and {problem.message for problem in printed.problems} == alone


def test_rows_of_a_foreign_roster_are_mended_under_our_heads(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "export.csv"
    heads = "Client list\nSurname,First name,Mobile,Programme,Appointment\n"
    text = f"{heads}Lee,Ann,1,calves,13/02/2026\nOrr,Bo,2,calfs,1/2/2026\n"
    roster.write_bytes(text.encode("utf-16"))
    run(roster=roster, reading=Reading(propose=True))
    to_mend = tmp_path / "out" / "export-problems.csv"
    (row,) = read_table(to_mend)
    assert row == {
        "name": "Bo Orr",
        "routine": "calfs",
        "start": "2026-02-01",
        "row": "4",
        "problem": 'routine: there is no routine "calfs"',
    }
    to_mend.write_text(to_mend.read_text("utf-8-sig").replace("calfs", "calves"), "utf-8")
    assert dict(run(roster=to_mend).counts) == {"made": 1}
    assert (tmp_path / "out" / "0004-calves-1.0-en-GB-a4-sheet-standard.pdf").exists()


def test_a_roster_without_a_routine_is_told_so_once(run: Run, tmp_path: Path) -> None:
    message = r"1:1: no column of this roster says the routine\n  hint: --routine ID"
    with pytest.raises(ContentError, match=message) as caught:
        run([["name"], *([f"Client {number}"] for number in range(60))])
    assert len(caught.value.problems) == 1
    assert run(defaults=(("clinic", "small"), ("routine", "calves"))).counts["made"] == 60
