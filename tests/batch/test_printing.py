"""One file to print: every client on a front side, found again by number, and as accessible as a single handout."""

from __future__ import annotations

from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest

from generator.problems import ContentError, Severity
from tests.batch.clients import UNPRINTABLE, roster_rows
from tests.batch.conftest import Run, csv_text, made_up, read_table
from tests.tools import verapdf

CLIENTS = 100


def letters(text: str) -> str:
    """Nothing else: PDFium takes a hyphen at the end of a line for one that the line break has made."""
    return "".join(char for char in text if char.isalnum())


def starts(path: Path) -> dict[int, str]:
    """Bookmarks by the page, from 1, that they lead to."""
    with pypdfium2.PdfDocument(path) as pdf:
        found = {}
        for entry in pdf.get_toc():
            target = entry.get_dest()
            assert target is not None
            found[target.get_index() + 1] = entry.get_title()
        return found


def test_a_hundred_clients_of_many_scripts(run: Run, tmp_path: Path) -> None:
    rows = roster_rows(CLIENTS, ("calves", "knees"))
    report = run(rows, singles=False, print_file=True)
    out = tmp_path / "out"
    printed = out / "print-file.pdf"
    bad = [number for number, row in enumerate(rows[1:], 2) if row[1] in UNPRINTABLE]
    assert dict(report.counts) == {"made": CLIENTS - len(bad), "problem": len(bad)}

    # Each name that the fonts lack is told by its row, and by its first character.
    problems = {p.place.line: p.message for p in report.problems if p.severity is Severity.ERROR and p.place}
    assert sorted(problems) == bad
    for number, message in problems.items():
        assert any(f"U+{ord(char):04X}" in message for char in rows[number - 1][1])

    # Every client begins on an odd page, is found by number or pseudonym, and by no name.
    lines = [line for line in read_table(out / "manifest.csv") if line["status"] == "made" and line["row"]]
    found = starts(printed)
    assert len(lines) == len(found) == CLIENTS - len(bad)
    with pypdfium2.PdfDocument(printed) as pdf:
        assert len(pdf) % 2 == 0
        for line in lines:
            first, label = int(line["first_page"]), line["pseudonym"] or f"{int(line['row']):04}"
            assert first % 2 == 1
            assert found[first] == f"{label}  {line['routine'].capitalize()}"
            assert pdf.get_page_label(first - 1) == f"{label}-1"
            name, text = rows[int(line["row"]) - 1][1], pdf[first - 1].get_textpage().get_text_bounded()
            assert letters(name) in letters(text)
    assert page.validate_pdf(str(printed), profile=page.ValidationProfile.PDF_UA_1).is_compliant
    assert printed.stat().st_size < 3_000 * len(pypdfium2.PdfDocument(printed))


@pytest.mark.tool
def test_verapdf_passes_a_print_file(run: Run, tmp_path: Path) -> None:
    run(made_up(15), singles=False, print_file=True)
    assert verapdf(tmp_path / "out" / "print-file.pdf", "ua1") == []


def test_copies_are_collated_and_backs_left_blank(run: Run, tmp_path: Path) -> None:
    run(
        [["routine", "name", "copies", "layout"], ["calves", "Ann", "3", "compact"], ["calves", "Ben", "", "cards"]],
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


def test_sorting_by_nothing_that_is_there(run: Run) -> None:
    with pytest.raises(ContentError, match="no column surname to sort by"):
        run(made_up(2), print_file=True, sort="surname")


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
