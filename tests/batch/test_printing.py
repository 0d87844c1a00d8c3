"""One file to print: every client on a front side, found again by number, and as accessible as a single handout."""

from __future__ import annotations

from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest

from generator.problems import ContentError, Severity
from tests.batch.clients import roster_rows
from tests.batch.conftest import Run, csv_text, made_up
from tests.batch.printed import check_named, check_printed, read_table
from tests.tools import verapdf

CLIENTS = 100


def test_a_hundred_clients_of_many_scripts(run: Run, tmp_path: Path) -> None:
    rows = roster_rows(CLIENTS, ("calves", "knees"))
    report = run(rows, singles=False, print_file=True)
    assert dict(report.counts) == {"made": 89, "problem": 11}
    check_named({p.place.line: p.message for p in report.problems if p.severity is Severity.ERROR and p.place}, rows)
    printed = tmp_path / "out" / "print-file.pdf"
    pages = check_printed(tmp_path / "out", rows)
    assert page.validate_pdf(str(printed), profile=page.ValidationProfile.PDF_UA_1).is_compliant
    assert printed.stat().st_size < 3_000 * pages


@pytest.mark.tool
def test_verapdf_passes_a_hundred_clients(run: Run, tmp_path: Path) -> None:
    run(roster_rows(CLIENTS, ("calves", "knees")), singles=False, print_file=True)
    assert verapdf(tmp_path / "out" / "print-file.pdf", "ua1") == []


def test_a_print_file_that_is_not_the_rosters_is_refused(run: Run, tmp_path: Path) -> None:
    rows = roster_rows(20, ("calves", "knees"))
    out = tmp_path / "out"
    run(rows, singles=False, print_file=True)
    check_printed(out, rows)
    with pytest.raises(AssertionError):
        check_printed(out, [rows[0], rows[2], rows[1], *rows[3:]])
    manifest = (out / "manifest.csv").read_text("utf-8-sig").splitlines(keepends=True)
    (out / "manifest.csv").write_text("".join(manifest[:1] + manifest[2:]), "utf-8-sig")
    with pytest.raises(AssertionError):
        check_printed(out, rows)
    with pytest.raises(AssertionError):
        check_named({10: f"the fonts lack something in {rows[9][1]}"}, rows[:10])


def test_copies_are_collated_and_backs_left_blank(run: Run, tmp_path: Path) -> None:
    run(
        [["routine", "name", "copies", "layout"], ["calves", "Ann", "3", "sheet"], ["calves", "Ben", "", "cards"]],
        print_file=True,
    )
    lines = read_table(tmp_path / "out" / "manifest.csv")
    pages = int(lines[0]["pages"])
    sheet = pages + pages % 2
    printed = tmp_path / "out" / "print-file.pdf"
    assert [int(line["first_page"]) for line in lines[:2]] == [1, 1 + 3 * sheet]
    with pypdfium2.PdfDocument(printed) as pdf:
        for copy in range(3):
            assert "Ann" in pdf[copy * sheet].get_textpage().get_text_bounded()
    with pikepdf.open(printed) as raw:
        blank = [p for p in raw.pages if b"/Artifact BMC EMC" in b"".join(part.read_bytes() for part in p.Contents)]
        assert len(blank) == (len(raw.pages) - 3 * pages - int(lines[1]["pages"]))
        assert all("/StructParents" not in p for p in blank)


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("", "b a10 a9 C none"),
        ("name", "a9 a10 b C none"),
        ("start", "none C b a10 a9"),
    ],
)
def test_sorted_as_the_roster_or_by_a_column(run: Run, tmp_path: Path, column: str, expected: str) -> None:
    rows = [["routine", "name", "start"]]
    for name, start in (
        ("b", "2026-11-25"),
        ("a10", "2026-11-26"),
        ("a9", "2026-11-27"),
        ("C", "2026-11-24"),
        ("", "2026-11-23"),
    ):
        rows.append(["calves", name, start])
    run(rows, singles=False, print_file=True, sort=column)
    lines = sorted(read_table(tmp_path / "out" / "manifest.csv")[:5], key=lambda line: int(line["first_page"]))
    assert [rows[int(line["row"]) - 1][1] or "none" for line in lines] == expected.split()


def test_letters_with_marks_stand_where_people_look_for_them(run: Run, tmp_path: Path) -> None:
    names = ["Zoe", "émile", "Ångström", "Frank", "Al"]
    run([["routine", "name"], *(["calves", name] for name in names)], singles=False, print_file=True, sort="Name")
    lines = sorted(read_table(tmp_path / "out" / "manifest.csv")[:5], key=lambda line: int(line["first_page"]))
    assert [names[int(line["row"]) - 2] for line in lines] == ["Al", "Ångström", "émile", "Frank", "Zoe"]


def test_sorting_by_nothing_that_is_there(run: Run) -> None:
    with pytest.raises(ContentError, match="no column surname to sort by"):
        run(made_up(2), print_file=True, sort="surname")
    with pytest.raises(ContentError, match="no column email to sort by"):
        run([["routine", "email"], ["calves", "a@example.org"]], print_file=True, sort="email")


def test_the_print_file_is_made_again_only_if_something_changed(run: Run, tmp_path: Path) -> None:
    rows = made_up(6)
    printed = tmp_path / "out" / "print-file.pdf"
    run(rows, singles=False, print_file=True)
    first = printed.stat().st_ino
    assert dict(run(rows, singles=False, print_file=True).counts) == {"unchanged": 6}
    assert printed.stat().st_ino == first
    rows[2][1] = "Somebody else"
    run(rows, singles=False, print_file=True)
    assert printed.stat().st_ino != first
    good = printed.read_bytes()
    printed.write_bytes(b"damaged")
    run(rows, singles=False, print_file=True)
    assert printed.read_bytes() == good


def test_no_print_file_if_nobody_can_be_printed(run: Run, tmp_path: Path) -> None:
    report = run(csv_text([["routine"], ["calfs"]]), singles=False, print_file=True)
    assert dict(report.counts) == {"problem": 1}
    assert not (tmp_path / "out" / "print-file.pdf").exists()
