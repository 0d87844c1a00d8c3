"""The bytes of a CSV file come in; its rows go out, in any encoding and with any usual delimiter."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from generator.content.roster.roster_encoding import Decoded, Undecodable, decoded
from generator.content.roster.sheet import MOST_COLUMNS, MOST_ROWS, TOP_ROWS, Sheet, SheetRow
from generator.problems import ContentError, Place, Problem, Severity

_DELIMITERS = ",;\t|"
# Characters of the first rows that a delimiter is looked for in.
_LOOKED_AT = 200_000
# Excel takes the delimiter from such a first line, and does not count it as a row.
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
# Rows that are left out, before the first that is not.
_COMMENTS = re.compile(r"(\s*# [^\r\n]*)*\s*")
# What practice systems call .xls or .csv, and is none.
_OTHERS = {
    b"\xd0\xcf\x11\xe0": ("this is an old Excel file (.xls)", "save it as .xlsx or as CSV UTF-8"),
    b"%PDF": ("this is a PDF, not a table", "export the list as CSV or Excel"),
    b"{\\rtf": ("this is a text document, not a table", "export the list as CSV or Excel"),
}
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml|meta)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A book of one sheet."""

    only: Sheet

    def tops(self) -> tuple[Sheet, ...]:
        return (self.only,)

    def titles(self) -> tuple[str, ...]:
        return ()

    def sheet(self, title: str) -> Sheet:
        return self.only


def open_csv(data: bytes, file: str, encoding: str = "", usual: str = "") -> CsvFile:
    """Rows as RFC 4180 has them. `encoding` is what the user says it is, `usual` what it is if it is not UTF-8.

    Raises `ContentError` at row and column of what cannot be read.
    """
    read = _text(data, file, encoding, usual)
    text = read.text
    separator = _SEPARATOR_LINE.match(text)
    if separator:
        text = text[separator.end() :]
    delimiter = separator[1] if separator and separator[1] in _DELIMITERS else _delimiter_of(text)
    lines: list[SheetRow] = []
    known: dict[str, str] = {}  # routines, dates and clinics come a thousand times, and are kept once
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(rows, 1):
            if number > MOST_ROWS + 1:
                message = f"too many rows, the most allowed is {MOST_ROWS:,}"
                raise ContentError([Problem(message, Place(file, number, 1), hint="cut the roster in two")])
            if len(cells) > MOST_COLUMNS:
                message = f"too many columns, the most allowed is {MOST_COLUMNS}"
                raise ContentError([Problem(message, Place(file, number, MOST_COLUMNS + 1))])
            lines.append(SheetRow(number, tuple([known.setdefault(cell, cell) for cell in cells])))
    except csv.Error:
        message = "this row is not CSV: a quote is never closed, text follows a closing quote, or a cell has no end"
        hint = 'a cell that holds quotes is put in quotes, and each quote in it written twice: "Ann ""Annie"" Lee"'
        raise ContentError([Problem(message, Place(file, len(lines) + 1, 1), hint=hint)]) from None
    guess = () if read.certain else (_guess(read, lines, file),)
    return CsvFile(Sheet(tuple(lines), delimiter, problems=guess))


def _guess(read: Decoded, lines: list[SheetRow], file: str) -> Problem:
    """Where to look whether the letters are right; the letters themselves may be a name."""
    at = next(
        (
            Place(file, row.number, column)
            for row in lines
            for column, cell in enumerate(row.cells, 1)
            if not cell.isascii()
        ),
        Place(file, 1, 1),
    )
    message = f"read as {read.encoding}, since it is not UTF-8: see on the page whether this cell's letters are right"
    return Problem(
        message, at, hint="--encoding NAME says it otherwise", severity=Severity.WARNING, rule="roster-encoding"
    )


def _text(data: bytes, file: str, encoding: str, usual: str) -> Decoded:
    for start, (message, hint) in _OTHERS.items():
        if data.startswith(start):
            raise ContentError([Problem(message, Place(file, 1, 1), hint=hint)])
    if _MARKUP.match(data):
        hint = "open it in a spreadsheet and save it as .xlsx or as CSV UTF-8"
        raise ContentError([Problem("this is a web page, whatever it is called", Place(file, 1, 1), hint=hint)])
    try:
        return decoded(data, encoding, usual)
    except Undecodable as error:
        hint = "save it as CSV UTF-8, or say what it is with --encoding, such as cp1252 or mac_roman"
        place = _end_of(error.before, file)
        raise ContentError([Problem(f"this character is not {error.named}", place, hint=hint)]) from None


def _end_of(text: str, file: str) -> Place:
    """Row and column of the cell that the text breaks off in; its line if it is no CSV either."""
    try:
        rows = list(csv.reader(io.StringIO(text + "x", newline=""), delimiter=_delimiter_of(text)))
    except csv.Error:
        return Place(file, text.count("\n") + 1, 1)
    return Place(file, len(rows), max(len(rows[-1]), 1))


def _delimiter_of(text: str) -> str:
    """The one that cuts the most of the first rows into equally many cells, comments apart; then into more cells."""
    body = _COMMENTS.sub("", text, count=1)[:_LOOKED_AT]
    return max(_DELIMITERS, key=lambda delimiter: _evenness(body, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    with suppress(csv.Error):
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        widths.update(len(cells) - 1 for cells in islice(rows, TOP_ROWS))
    del widths[0]
    return max(((count, cells) for cells, count in widths.items()), default=(0, 0))
