"""The bytes of a CSV file come in; its rows go out. Commas, semicolons or tabs, as Excel and others write them."""

from __future__ import annotations

import csv
import io
import re

from generator.content.roster.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, SheetRow
from generator.problems import ContentError, Place, Problem

_DELIMITERS = ",;\t"
# Excel takes the delimiter from such a first line, and does not count it as a row.
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
# Rows that are left out, before the first that is not.
_COMMENTS = re.compile(r"(\s*# [^\r\n]*)*\s*")


def read_csv(data: bytes, file: str) -> Sheet:
    """Rows as RFC 4180 has them. Raises `ContentError` at row and column of what is not UTF-8 or not CSV."""
    text = _text(data, file)
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
    return Sheet(tuple(lines), delimiter)


def _text(data: bytes, file: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ContentError([_not_utf8(Place(file, 1, 1), "this file is UTF-16, not UTF-8")])
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        message = "this is an old Excel file (.xls)"
        raise ContentError([Problem(message, Place(file, 1, 1), hint="save it as .xlsx or as CSV UTF-8")])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        raise ContentError([_not_utf8(_end_of(before, file), "this character is not UTF-8")]) from None


def _not_utf8(place: Place, message: str) -> Problem:
    return Problem(message, place, hint="in Excel: Save As, CSV UTF-8 (Comma delimited)")


def _end_of(text: str, file: str) -> Place:
    """Row and column of the cell that the text breaks off in."""
    rows = list(csv.reader(io.StringIO(text + "|", newline=""), delimiter=_delimiter_of(text)))
    return Place(file, len(rows), max(len(rows[-1]), 1))


def _delimiter_of(text: str) -> str:
    """The one that the first row holds most often, comments and quoted text apart."""
    quoted = False
    counts = dict.fromkeys(_DELIMITERS, 0)
    for char in _COMMENTS.sub("", text, count=1):
        if char == '"':
            quoted = not quoted
        elif not quoted and char in counts:
            counts[char] += 1
        elif not quoted and char in "\r\n" and any(counts.values()):
            break
    return max(counts, key=lambda delimiter: counts[delimiter])
