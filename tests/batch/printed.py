"""A print file as others read it: `python -m tests.batch.printed 1000` makes one for so many made-up clients.

With bundled routines, names in many scripts, and veraPDF where it is installed (7 GB of memory for 1,000 clients).
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest

from tests.batch.clients import UNPRINTABLE, roster_rows
from tests.tools import verapdf


def read_table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def letters(text: str) -> str:
    """Nothing else: PDFium takes a hyphen at the end of a line for one that the line break has made."""
    return "".join(char for char in text if char.isalnum())


def bookmarks(pdf: pypdfium2.PdfDocument) -> dict[int, str]:
    """Titles by the page, from 1, that they lead to."""
    found = {}
    for entry in pdf.get_toc():
        target = entry.get_dest()
        assert target is not None
        found[target.get_index() + 1] = entry.get_title()
    return found


def check_printed(out: Path, rows: Sequence[Sequence[str]]) -> int:
    """The pages of a batch's print file. Every client begins on an odd page, and is found there by number or pseudonym.

    `rows` are the roster's, its heads first. Raises AssertionError, too if the manifest does not name every row once.
    """
    lines = [line for line in read_table(out / "manifest.csv") if line["row"]]
    assert sorted(int(line["row"]) for line in lines) == list(range(2, len(rows) + 1))
    cells = {line["row"]: dict(zip(rows[0], rows[int(line["row"]) - 1], strict=True)) for line in lines}
    assert {row for row, cell in cells.items() if cell["name"] in UNPRINTABLE} == {
        line["row"] for line in lines if line["status"] == "problem"
    }
    made = [line for line in lines if line["status"] == "made"]
    with pypdfium2.PdfDocument(out / "print-file.pdf") as pdf:
        found = bookmarks(pdf)
        assert len(found) == len(made)
        assert len(pdf) % 2 == 0
        for line in made:
            first, label = int(line["first_page"]), line["pseudonym"] or f"{int(line['row']):04}"
            assert first % 2 == 1
            number = f"{int(line['row']):04}"
            assert found[first].startswith("  ".join(filter(None, (number, line["pseudonym"]))) + "  ")
            assert cells[line["row"]]["name"] not in found[first]
            assert pdf.get_page_label(first - 1) == f"{label}-1"
            text = pdf[first - 1].get_textpage().get_text_bounded()
            assert letters(cells[line["row"]]["name"]) in letters(text)
        return len(pdf)


def check_named(told: dict[int, str], rows: Sequence[Sequence[str]]) -> None:
    """`told` is what is said of each bad row, by its number: a character that the fonts lack, and never the name."""
    assert sorted(told) == [number for number, row in enumerate(rows[1:], 2) if row[1] in UNPRINTABLE]
    for number, message in told.items():
        name = rows[number - 1][1]
        assert any(f"U+{ord(char):04X}" in message for char in name)
        assert name not in message


def main(count: int) -> None:
    rows = roster_rows(count)
    with tempfile.TemporaryDirectory(prefix="handouts-printed-") as folder:
        roster, out = Path(folder) / "roster.csv", Path(folder) / "out"
        with roster.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
        command = [sys.executable, "-m", "generator", "batch", str(roster), "-o", str(out), "--print-file"]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
        statuses = Counter(line["status"] for line in read_table(out / "manifest.csv") if line["row"])
        assert done.returncode == (1 if statuses["problem"] else 0), done.stderr
        print(done.stderr.splitlines()[-1])
        check_named({int(line["row"]): line["problem"] for line in _problems(out)}, rows)
        pages = check_printed(out, rows)
        print(f"{statuses['made']:,} clients on {pages:,} pages in PDFium, each from an odd page on", flush=True)
        began = time.monotonic()
        try:
            faults = verapdf(out / "print-file.pdf", "ua1")
        except pytest.skip.Exception as reason:
            raise SystemExit(str(reason)) from None
        print(*faults or ["veraPDF: PDF/UA-1, no faults"], sep="\n", end=f" ({time.monotonic() - began:.0f} s)\n")
        if faults:
            raise SystemExit(1)


def _problems(out: Path) -> list[dict[str, str]]:
    path = out / "roster-problems.csv"
    return read_table(path) if path.exists() else []


if __name__ == "__main__":
    main(int(sys.argv[1]))
