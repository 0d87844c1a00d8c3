"""The bytes of an ODS file (OpenDocument 1.3, as LibreOffice writes it) come in; the rows of its sheets go out.

Read here and not by a package: those that read ODS well tell neither what a cell shows nor which rows a filter hides.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import islice, repeat
from typing import Any

from generator.content.roster.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    NO_VALUE,
    TOP_ROWS,
    Sheet,
    SheetRow,
    hidden_problem,
)
from generator.content.roster.zipped_book import reading_book, refuse_bombs, walk
from generator.problems import ContentError, Place, Problem

_START = re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.spreadsheet", re.DOTALL)
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_MOST_SHEETS = 100
# Numbers that are codes: zeros before them, or letters around them.
_CODE = re.compile(r"0\d+|.*[^\W\d_].*")


def is_ods(data: bytes) -> bool:
    """Whether the file begins as the standard has it: the first part of the zip says what it is."""
    return _START.match(data) is not None


class OdsFile:
    """A workbook. Raises `ContentError` for what is none, or too large."""

    def __init__(self, data: bytes, file: str) -> None:
        self._data, self._file = data, file
        with reading_book(file):
            refuse_bombs(data, file)
            self._titles = tuple(islice(self._named(), _MOST_SHEETS + 1))
        if len(self._titles) > _MOST_SHEETS:
            message = f"too many sheets, the most allowed is {_MOST_SHEETS}"
            raise ContentError([Problem(message, Place(file, 1, 1), hint="save the list as CSV UTF-8")])

    def titles(self) -> tuple[str, ...]:
        return tuple(title for title, _ in self._titles)

    def tops(self) -> tuple[Sheet, ...]:
        """The first rows of each sheet that is not hidden."""
        with reading_book(self._file):
            found: dict[str, list[SheetRow]] = {title: [] for title, is_shown in self._titles if is_shown}
            for title, row, _ in self._rows(TOP_ROWS):
                found.get(title, []).append(row)
            return tuple(Sheet(tuple(rows), title=title) for title, rows in found.items())

    def sheet(self, title: str) -> Sheet:
        """All rows that are not hidden. Dates are year-month-day."""
        with reading_book(self._file):
            rows = [(row, is_shown) for name, row, is_shown in self._rows(MOST_ROWS + 2) if name == title]
        if rows and rows[-1][0].number > MOST_ROWS + 1:
            message, place = f"too many rows, the most allowed is {MOST_ROWS:,}", Place(self._file, MOST_ROWS + 2, 1)
            raise ContentError([Problem(message, place, hint="cut the roster in two")])
        hidden = [row.number for row, is_shown in rows if not is_shown]
        kept = tuple(row for row, is_shown in rows if is_shown)
        return Sheet(kept, title=title, problems=hidden_problem(hidden, self._file))

    def _named(self) -> Iterator[tuple[str, bool]]:
        """The sheets' names, and whether each is shown."""
        hidden: set[str | None] = set()
        style = None
        for event, element in self._walked():
            if event == "end":
                continue
            if element.tag == f"{_STYLE}style":
                style = element.get(f"{_STYLE}name")
            elif element.tag == f"{_STYLE}table-properties" and element.get(f"{_TABLE}display") == "false":
                hidden.add(style)
            elif element.tag == f"{_TABLE}table":
                yield element.get(f"{_TABLE}name", ""), element.get(f"{_TABLE}style-name") not in hidden

    def _walked(self) -> Iterator[tuple[str, Any]]:
        with zipfile.ZipFile(io.BytesIO(self._data)) as archive, archive.open("content.xml") as opened:
            yield from walk(opened, "table-row")

    def _rows(self, most: int) -> Iterator[tuple[str, SheetRow, bool]]:
        """The filled rows of all sheets up to row `most` of each, and whether each is shown."""
        title, number = "", 0
        for event, element in self._walked():
            if event == "start" and element.tag == f"{_TABLE}table":
                title, number = element.get(f"{_TABLE}name", ""), 0
            elif event == "end" and element.tag == f"{_TABLE}table-row":
                cells = tuple(_cells(element)) if number < most else ()
                times = int(element.get(f"{_TABLE}number-rows-repeated", 1))
                is_shown = element.get(f"{_TABLE}visibility", "visible") == "visible"
                for again in range(number, min(number + times, most)) if cells else ():
                    yield title, SheetRow(again + 1, cells), is_shown
                number += times


def _cells(row: Any) -> list[str]:
    """The texts of a row without the empty cells at its end."""
    cells: list[str] = []
    for cell in row:
        if cell.tag in _CELLS and len(cells) < MOST_COLUMNS:
            times = min(int(cell.get(f"{_TABLE}number-columns-repeated", 1)), MOST_COLUMNS)
            cells += repeat(_shown(cell), times)
    while cells and not cells[-1]:
        cells.pop()
    return cells[:MOST_COLUMNS]


def _shown(cell: Any) -> str:
    """What a person sees in the cell; dates and plain numbers as they are kept."""
    text = "\n".join("".join(part.itertext()) for part in cell.findall(f"{_TEXT}p"))
    value = cell.get(f"{_OFFICE}value")
    match cell.get(f"{_OFFICE}value-type"):
        case "date":
            return str(cell.get(f"{_OFFICE}date-value", text)).removesuffix("T00:00:00").replace("T", " ")
        case "float" if value and not _CODE.fullmatch(text):
            return str(value).removesuffix(".0")
        case None if cell.get(f"{_TABLE}formula") and not text:
            return NO_VALUE
    return text
