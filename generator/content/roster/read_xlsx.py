"""The bytes of an XLSX file come in; the rows of its sheets go out, as what the cells show, never as formulas."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from posixpath import join, normpath
from typing import Any

from generator.content.roster.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    NO_VALUE,
    TOP_ROWS,
    Sheet,
    SheetRow,
    numbers_in_words,
)
from generator.content.roster.zipped_book import elements, reading_book, refuse_bombs
from generator.problems import ContentError, Place, Problem, Severity

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
        with reading_book(self._file), self._open(values=True) as book:
            return tuple(sheet.title for sheet in book.worksheets)

    def tops(self) -> tuple[Sheet, ...]:
        """The first rows of each sheet that is not hidden."""
        with reading_book(self._file), self._open(values=True) as book:
            shown = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
            return tuple(Sheet(tuple(self._lines(title, TOP_ROWS)), title=title) for title in shown)

    def sheet(self, title: str) -> Sheet:
        """All rows that are not hidden. Dates become year-month-day, whole numbers lose their point."""
        with reading_book(self._file):
            hidden = self._hidden_rows(title)
            lines = [line for line in self._lines(title, MOST_ROWS + 2) if line.number not in hidden]
            with self._open(values=True) as book:
                first_day = book.epoch.date() if book.epoch.year > 1900 else datetime.date(1899, 12, 30)
            return Sheet(tuple(lines), title=title, first_day=first_day, problems=self._left_out(hidden))

    def _left_out(self, hidden: dict[int, None]) -> tuple[Problem, ...]:
        if not hidden:
            return ()
        rows = "1 row is" if len(hidden) == 1 else f"{len(hidden):,} rows are"
        message = f"{rows} hidden by a filter or by hand and left out: {numbers_in_words(list(hidden))}"
        hint = "clear the filter in the spreadsheet if they belong"
        place = Place(self._file, next(iter(hidden)), 1)
        return (Problem(message, place, hint=hint, severity=Severity.WARNING, rule="roster-hidden"),)

    def _lines(self, title: str, most: int) -> Iterator[SheetRow]:
        rows = self._valued_rows(title, most) if self._has_formulas else self._shown_rows(title, most)
        for number, cells in enumerate(rows, 1):
            while cells and not cells[-1]:
                cells.pop()  # openpyxl fills every row up to the last column that there may be
            if not cells:
                continue
            if number > MOST_ROWS + 1:
                message = f"too many rows, the most allowed is {MOST_ROWS:,}"
                place = Place(self._file, number, 1)
                raise ContentError([Problem(message, place, hint="cut the roster in two")])
            yield SheetRow(number, tuple(cells))

    def _shown_rows(self, title: str, most: int) -> Iterator[list[str]]:
        with self._rows(title, most, values=True) as rows:
            yield from ([_text(cell) for cell in row] for row in rows)

    def _valued_rows(self, title: str, most: int) -> Iterator[list[str]]:
        """The same, with a mark where a program has written a formula and never worked it out: a second look."""
        with self._rows(title, most, values=False) as written:
            for texts, cells in zip(self._shown_rows(title, most), written, strict=True):
                pairs = zip(texts, cells, strict=True)
                yield [NO_VALUE if not text and cell.data_type == "f" else text for text, cell in pairs]

    @contextmanager
    def _rows(self, title: str, most: int, *, values: bool) -> Iterator[Iterator[tuple[Any, ...]]]:
        """The rows of a sheet: what its cells show, or what was written into them."""
        with self._open(values=values) as book:
            sheet = next((sheet for sheet in book.worksheets if sheet.title == title), None)
            if sheet is None:
                yield iter(())
                return
            sheet.reset_dimensions()  # they are what the file says, not what it holds
            yield sheet.iter_rows(max_row=most, max_col=MOST_COLUMNS)

    @contextmanager
    def _open(self, *, values: bool) -> Iterator[Any]:
        from openpyxl import load_workbook

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles and extensions that it does not keep
            book = load_workbook(io.BytesIO(self._data), read_only=True, data_only=values, keep_links=False)
            try:
                yield book
            finally:
                book.close()

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
        case datetime.datetime() as value if value.time() == datetime.time():
            return value.date().isoformat()
        case datetime.datetime() as value:
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
