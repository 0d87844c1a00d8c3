"""The bytes of an XLSX file come in; the rows of its sheets go out, as what the cells show, never as formulas."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime, time
from posixpath import join, normpath
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
from generator.content.roster.zipped_book import elements, reading_book, refuse_bombs
from generator.problems import ContentError, Place, Problem

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# A number shown with zeros before it, and perhaps with letters around it: 0000, "P-"0000 (ECMA-376, 18.8.31).
_PADDED = re.compile(
    r'(?P<before>(?:"[^"]*"|\\.|[-() /])*)(?P<zeros>0{2,15})(?P<after>(?:"[^"]*"|\\.|[-() /])*)(?:;.*)?'
)
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')


class XlsxFile:
    """A workbook. Raises `ContentError` for what is none, or too large."""

    def __init__(self, data: bytes, file: str) -> None:
        self._data, self._file = data, file
        with reading_book(file):
            self._has_formulas = refuse_bombs(data, file)

    def titles(self) -> tuple[str, ...]:
        with reading_book(self._file), self._open() as (shown, _):
            return tuple(sheet.title for sheet in shown.worksheets)

    def tops(self) -> tuple[Sheet, ...]:
        """The first rows of each sheet that is not hidden."""
        with reading_book(self._file), self._open() as (shown, written):
            titles = [sheet.title for sheet in shown.worksheets if sheet.sheet_state == "visible"]
            return tuple(Sheet(tuple(self._lines(shown, written, title, TOP_ROWS)), title=title) for title in titles)

    def sheet(self, title: str) -> Sheet:
        """All rows that are not hidden. Dates become year-month-day, whole numbers lose their point."""
        with reading_book(self._file), self._open() as (shown, written):
            hidden = self._hidden_rows(title)
            lines = self._lines(shown, written, title, MOST_ROWS + 2)
            kept = tuple(line for line in lines if line.number not in hidden)
            first_day = shown.epoch.date() if shown.epoch.year > 1900 else date(1899, 12, 30)
            told = hidden_problem(list(hidden), self._file)
        return Sheet(kept, title=title, first_day=first_day, problems=told)

    def _lines(self, shown: Any, written: Any, title: str, most: int) -> Iterator[SheetRow]:
        for number, cells in enumerate(_rows(shown, written, title, most), 1):
            while cells and not cells[-1]:
                cells.pop()  # openpyxl fills every row up to the last column that there may be
            if not cells:
                continue
            if number > MOST_ROWS + 1:
                message = f"too many rows, the most allowed is {MOST_ROWS:,}"
                place = Place(self._file, number, 1)
                raise ContentError([Problem(message, place, hint="cut the roster in two")])
            yield SheetRow(number, tuple(cells))

    @contextmanager
    def _open(self) -> Iterator[tuple[Any, Any]]:
        """The workbook as it is shown, and with its formulas as they are written: None where it has none."""
        from openpyxl import load_workbook

        with warnings.catch_warnings(), ExitStack() as open_books:
            warnings.simplefilter("ignore")  # openpyxl tells of styles and extensions that it does not keep

            def opened(*, values: bool) -> Any:
                data = io.BytesIO(self._data)
                book = load_workbook(data, read_only=True, data_only=values, keep_links=False)
                open_books.callback(book.close)
                return book

            yield opened(values=True), opened(values=False) if self._has_formulas else None

    def _hidden_rows(self, title: str) -> dict[int, None]:
        """Their numbers in order; openpyxl does not tell while it reads row by row."""
        hidden: dict[int, None] = {}
        with zipfile.ZipFile(io.BytesIO(self._data)) as archive:
            part = _part_of(archive, title)
            if not part or b" hidden=" not in archive.read(part):
                return hidden
            with archive.open(part) as opened:
                number = 0
                for row in elements(opened, "row"):
                    number = int(row.get("r") or number + 1)
                    if row.get("hidden") in ("1", "true") and any(_is_filled(cell) for cell in row):
                        hidden[number] = None
        return hidden


def _rows(shown: Any, written: Any, title: str, most: int) -> Iterator[list[str]]:
    """The texts of each row, with a mark where a program has written a formula and never worked it out."""
    texts = ([_text(cell) for cell in row] for row in _cells(shown, title, most))
    if written is None:
        yield from texts
        return
    for row, cells in zip(texts, _cells(written, title, most), strict=True):
        pairs = zip(row, cells, strict=True)
        yield [NO_VALUE if not text and cell.data_type == "f" else text for text, cell in pairs]


def _cells(book: Any, title: str, most: int) -> Iterator[tuple[Any, ...]]:
    sheet = next((sheet for sheet in book.worksheets if sheet.title == title), None)
    if sheet is None:
        return iter(())
    sheet.reset_dimensions()  # they are what the file says, not what it holds
    return iter(sheet.iter_rows(max_row=most, max_col=MOST_COLUMNS))


def _part_of(archive: zipfile.ZipFile, title: str) -> str:
    """Where in the file a sheet lies; empty if it is not found where it is usual."""
    if "xl/workbook.xml" not in archive.namelist():
        return ""
    with archive.open("xl/workbook.xml") as opened:
        key = next((sheet.get(_RELATION) for sheet in elements(opened, "sheet") if sheet.get("name") == title), None)
    with archive.open("xl/_rels/workbook.xml.rels") as opened:
        targets = {each.get("Id"): each.get("Target", "") for each in elements(opened, "Relationship")}
    target = targets.get(key, "")
    return target.lstrip("/") if target.startswith("/") else normpath(join("xl", target)) if target else ""


def _is_filled(cell: Any) -> bool:
    return any(True for _ in cell)


def _text(cell: Any) -> str:
    """What a person sees in the cell, more or less."""
    match cell.value:
        case None:
            return ""
        case bool() as value:
            return "true" if value else "false"
        case int() | float() as value if float(value).is_integer() and abs(value) < 1e15:
            return _padded(int(value), cell.number_format or "")
        case datetime() as value if value.time() == time():
            return value.date().isoformat()
        case datetime() as value:
            return value.isoformat(" ", "minutes")
        case value:
            return str(value)


def _padded(value: int, shown_as: str) -> str:
    """`17` shown as 0017 stays 0017: such numbers are codes."""
    match = _PADDED.fullmatch(shown_as)
    if not match or value < 0:
        return str(value)
    before, after = (
        _LITERAL.sub(lambda found: found[1] or found[2] or "", match[part]) for part in ("before", "after")
    )
    return f"{before}{value:0{len(match['zeros'])}}{after}"
