"""Files that can be found: by a pattern of columns, by bookmarks, by the list at the beginning of the print file."""

from __future__ import annotations

import re
from pathlib import Path

import page
import pypdfium2
import pytest

from generator.batch.file_pattern import FilePattern
from generator.content.choices import Layout
from generator.page.format import Format
from generator.problems import ContentError
from tests.batch.clients import roster_rows
from tests.batch.conftest import Run
from tests.batch.printed import bookmarks, read_table

ROWS = [
    ["routine", "name", "pseudonym", "start"],
    ["calves", "Zoë O’Brien", "P-7", "2026-11-23"],
    ["knees", "Ann Lee", "", ""],
    ["knees", "Ann Lee", "", "2026-11-30"],
]


def pdfs(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.pdf"))


@pytest.mark.parametrize(
    ("pattern", "switch", "expected"),
    [
        ("{row}-{pseudonym}", False, ["0002-P-7.pdf", "0003.pdf", "0004.pdf"]),
        ("{pseudonym}", False, ["0003.pdf", "0004.pdf", "P-7.pdf"]),
        (
            "{start} {routine} {row}",
            False,
            ["2026-11-23-calves-0002.pdf", "2026-11-30-knees-0004.pdf", "knees-0003.pdf"],
        ),
        ("../{row}/x.pdf", False, ["0002-x.pdf", "0003-x.pdf", "0004-x.pdf"]),
        ("{name}", True, ["Ann-Lee-0004.pdf", "Ann-Lee.pdf", "Zoë-O-Brien.pdf"]),
        ("", True, ["0002-Zoë-O-Brien-calves.pdf", "0003-Ann-Lee-knees.pdf", "0004-Ann-Lee-knees.pdf"]),
    ],
)
def test_patterns(run: Run, tmp_path: Path, pattern: str, switch: bool, expected: list[str]) -> None:
    report = run(ROWS, file_name=pattern, names_in_files=switch)
    assert dict(report.counts) == {"made": 3}
    assert pdfs(tmp_path / "out") == expected
    assert dict(run(file_name=pattern, names_in_files=switch).counts) == {"unchanged": 3}
    assert sorted(line["file"] for line in read_table(tmp_path / "out" / "manifest.csv") if line["row"]) == expected


def test_another_pattern_renames_what_is_there(run: Run, tmp_path: Path) -> None:
    run(ROWS)
    before = {path.stat().st_ino for path in (tmp_path / "out").glob("*.pdf")}
    assert dict(run(file_name="{row}").counts) == {"unchanged": 3}
    assert {path.stat().st_ino for path in (tmp_path / "out").glob("*.pdf")} == before
    assert pdfs(tmp_path / "out") == ["0002.pdf", "0003.pdf", "0004.pdf"]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("{row}-{name}", "{name} would put names into file names\n  hint: add --names-in-files if that is meant"),
        ("{by}-{row}", "{by} would put names into file names"),
        ("{row}-{psuedonym}", 'no file can be called by "psuedonym"\n  hint: did you mean {pseudonym}?'),
        ("{row}-{note}", 'no file can be called by "note"'),
        ("{row:04}", 'no file can be called by "row:04"'),
        ("{routine}", "must tell one row from another\n  hint: put {row} or {pseudonym} into it"),
        ("{row", "a bracket too many"),
        ("{row}}", "a bracket too many"),
    ],
)
def test_patterns_that_are_refused(pattern: str, words: str) -> None:
    with pytest.raises(ContentError) as caught:
        FilePattern(pattern)
    assert words in str(caught.value)


@pytest.mark.parametrize("pseudonym", ["print-file", "CON", "nul.x", "COM1"])
def test_no_file_takes_the_place_of_another_or_of_a_device(run: Run, tmp_path: Path, pseudonym: str) -> None:
    run([["routine", "pseudonym"], ["calves", pseudonym]], file_name="{pseudonym}", print_file=True)
    assert pdfs(tmp_path / "out") == [f"0002-{pseudonym}-.pdf", "print-file.pdf"]


def test_bookmarks_have_the_row_and_a_name_only_when_told(run: Run, tmp_path: Path) -> None:
    found = {}
    for switch in (False, True):
        run(ROWS, print_file=True, singles=False, names_in_files=switch)
        with pypdfium2.PdfDocument(tmp_path / "out" / "print-file.pdf") as pdf:
            found[switch] = list(bookmarks(pdf).values())
    assert found == {
        False: ["0002  P-7  Calves", "0003  Knees", "0004  Knees"],
        True: ["0002  P-7  Zoë O’Brien  Calves", "0003  Ann Lee  Knees", "0004  Ann Lee  Knees"],
    }


def test_a_cover_lists_everybody_and_how_many_pages(run: Run, tmp_path: Path) -> None:
    rows = roster_rows(60, ("calves", "knees"))
    cards = Format(layout=Layout.CARDS)
    report = run(rows, print_file=True, singles=False, cover=True, form=cards)
    out = tmp_path / "out"
    made = [line for line in read_table(out / "manifest.csv") if line["status"] == "made" and line["row"]]
    assert report.counts["made"] == len(made) > 40
    assert report.counts["problem"] >= 6  # some names no face can print
    with pypdfium2.PdfDocument(out / "print-file.pdf") as pdf:
        first = min(int(line["first_page"]) for line in made)
        assert first % 2 == 1 and len(pdf) % 2 == 0
        assert pdf.get_page_label(0) == "Who is in this file-1"
        text = "".join(pdf[number].get_textpage().get_text_bounded() for number in range(first - 1))
        starts = [int(line["first_page"]) for line in made]
        assert all("Who is in this file" not in pdf[at - 1].get_textpage().get_text_bounded() for at in starts)
    for line in made:
        copies = f" × {line['copies']}" if line["copies"] != "1" else ""
        name = re.sub(r"\W", "", rows[int(line["row"]) - 1][1])
        told = rf"{int(line['row']):04}{name}(Calves|Knees){line['pages']}{re.sub(' ', '', copies)}"
        assert re.search(told, re.sub(r"[^\w×]", "", text)), line
    assert page.validate_pdf(str(out / "print-file.pdf"), profile=page.ValidationProfile.PDF_UA_1).is_compliant


def test_a_print_file_with_a_cover_or_names_is_another(run: Run) -> None:
    def counts(**more: bool) -> dict[str, int]:
        return dict(run(ROWS, print_file=True, singles=False, **more).counts)

    for more in ({"cover": True}, {}, {"names_in_files": True}):
        assert (counts(**more), counts(**more)) == ({"made": 3}, {"unchanged": 3})


def test_a_cover_has_no_file_of_its_own(run: Run, tmp_path: Path) -> None:
    report = run([["routine", "name"], ["calfs", "Ann"]], print_file=True, singles=False, cover=True)
    assert dict(report.counts) == {"problem": 1}
    assert not (tmp_path / "out" / "print-file.pdf").exists()
