"""The bytes of an XLSX file come in; the rows of its first sheet go out, as what the cells show, never as formulas."""

from __future__ import annotations

import datetime
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from generator.content.roster.sheet import MOST_COLUMNS, MOST_ROWS, NO_VALUE, Sheet, SheetRow
from generator.problems import ContentError, Place, Problem

# An XLSX file is a zip of XML: how much there may be once it is unpacked. zipfile reads no more than a part announces.
_MOST_UNPACKED = 200_000_000
_MOST_PARTS = 2_000
_PIECE = 1 << 20
# What openpyxl raises for a file that is no workbook, wherever in it the damage is; XML parsers raise SyntaxError.
_DAMAGE = (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError, zipfile.BadZipFile)


def read_xlsx(data: bytes, file: str) -> Sheet:
    """Dates become year-month-day, whole numbers lose their point. Raises `ContentError`."""
    try:
        has_formulas = _refuse_bombs(data, file)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles and extensions that it does not keep
            return Sheet(tuple(_lines(data, file, has_formulas)))
    except (*_DAMAGE, NotImplementedError, EOFError, RuntimeError, zipfile.LargeZipFile, zlib.error):
        hint = "open it in a spreadsheet and save it again as .xlsx, or as CSV UTF-8"
        raise ContentError([Problem("this Excel file cannot be read", Place(file, 1, 1), hint=hint)]) from None


def _refuse_bombs(data: bytes, file: str) -> bool:
    """Nothing is unpacked that is too large, and no XML with definitions of its own, which could expand without end.

    Whether there is a formula in the file.
    """
    has_formulas = False
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
            raise ContentError(
                [Problem("this Excel file is too large", Place(file, 1, 1), hint="save it as CSV UTF-8")]
            )
        for part in parts:
            if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
                continue
            with archive.open(part) as opened:
                before = b""
                while piece := opened.read(_PIECE):
                    seen = before + piece
                    # UTF-16 hides the word behind zero bytes.
                    if b"<!DOCTYPE" in seen.replace(b"\0", b""):
                        message = "this Excel file defines entities, which no spreadsheet writes"
                        raise ContentError([Problem(message, Place(file, 1, 1))])
                    has_formulas = has_formulas or b"<f" in seen
                    before = piece[-20:]
    return has_formulas


def _lines(data: bytes, file: str, has_formulas: bool) -> Iterator[SheetRow]:
    for number, cells in enumerate(_valued_rows(data) if has_formulas else _shown_rows(data), 1):
        while cells and not cells[-1]:
            cells.pop()  # openpyxl fills every row up to the last column that there may be
        if not cells:
            continue
        if number > MOST_ROWS + 1:
            message = f"too many rows, the most allowed is {MOST_ROWS:,}"
            raise ContentError([Problem(message, Place(file, number, 1), hint="cut the roster in two")])
        yield SheetRow(number, tuple(cells))


def _shown_rows(data: bytes) -> Iterator[list[str]]:
    with _first_sheet(data, values=True) as rows:
        yield from ([_text(cell) for cell in row] for row in rows)


def _valued_rows(data: bytes) -> Iterator[list[str]]:
    """The same, with a mark where a program has written a formula and never worked it out: that takes a second look."""
    with _first_sheet(data, values=False) as written:
        for texts, cells in zip(_shown_rows(data), written, strict=True):
            pairs = zip(texts, cells, strict=True)
            yield [NO_VALUE if not text and cell.data_type == "f" else text for text, cell in pairs]


@contextmanager
def _first_sheet(data: bytes, *, values: bool) -> Iterator[Iterator[tuple[Any, ...]]]:
    """The rows of the first sheet: what its cells show, or what was written into them."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
    try:
        if not book.worksheets:
            yield iter(())
            return
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # they are what the file says, not what it holds
        yield sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS)
    finally:
        book.close()


def _text(cell: Any) -> str:
    """What a person sees in the cell, more or less."""
    match cell.value:
        case None:
            return ""
        case bool() as value:
            return "true" if value else "false"
        case float() as value if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime.datetime() as value if value.time() == datetime.time():
            return value.date().isoformat()
        case datetime.datetime() as value:
            return value.isoformat(" ", "minutes")
        case value:
            return str(value)
