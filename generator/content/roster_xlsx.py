"""The bytes of an XLSX file come in; the rows of its first sheet go out, as what the cells show, never as formulas."""

from __future__ import annotations

import datetime
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from generator.content.roster import MOST_COLUMNS, MOST_ROWS, Line, Sheet
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
        _refuse_bombs(data, file)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles and extensions that it does not keep
            return Sheet(tuple(_lines(data, file)))
    except (*_DAMAGE, NotImplementedError, EOFError, RuntimeError, zipfile.LargeZipFile, zlib.error):
        hint = "open it in a spreadsheet and save it again as .xlsx, or as CSV UTF-8"
        raise ContentError([Problem("this Excel file cannot be read", Place(file, 1, 1), hint=hint)]) from None


def _refuse_bombs(data: bytes, file: str) -> None:
    """Nothing is unpacked that is too large, and no XML with definitions of its own, which could expand without end."""
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
                    # UTF-16 hides the word behind zero bytes.
                    if b"<!DOCTYPE" in (before + piece).replace(b"\0", b""):
                        message = "this Excel file defines entities, which no spreadsheet writes"
                        raise ContentError([Problem(message, Place(file, 1, 1))])
                    before = piece[-20:]


def _lines(data: bytes, file: str) -> Iterator[Line]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        if not book.worksheets:
            return
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # they are what the file says, not what it holds
        rows = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS)
        for number, row in enumerate(rows, 1):
            cells = tuple(_text(cell) for cell in row)
            if not any(cells):
                continue
            if number > MOST_ROWS + 1:
                message = f"too many rows, the most allowed is {MOST_ROWS:,}"
                raise ContentError([Problem(message, Place(file, number, 1), hint="cut the roster in two")])
            yield Line(number, cells)
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
