"""What stands in a spreadsheet, before anything is known of its columns: rows of texts, and how many there may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Protocol

from generator.problems import Place, Problem, Severity

# A clinic's year on one sheet stays far below; what goes beyond is a mistake or an attack.
MOST_ROWS = 100_000
MOST_COLUMNS = 100
# Rows from the top that are looked through for the heads of the columns.
TOP_ROWS = 40
# Stands for a formula that no program has worked out yet.
NO_VALUE = "#FORMULA!"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row as it is written: its number, and the text of each cell."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`title` is the sheet's name in a workbook, `problems` are warnings.

    `first_day` is what its program counts days from where a date is a plain number.
    """

    lines: tuple[SheetRow, ...]
    delimiter: str = ","
    title: str = ""
    first_day: date = date(1899, 12, 30)
    problems: tuple[Problem, ...] = ()


class Book(Protocol):
    """A file of one sheet or several."""

    def tops(self) -> tuple[Sheet, ...]: ...  # the first rows of each sheet that is shown

    def titles(self) -> tuple[str, ...]: ...  # of all sheets, also hidden ones

    def sheet(self, title: str) -> Sheet: ...


def hidden_problem(rows: Sequence[int], file: str) -> tuple[Problem, ...]:
    """What is said of rows that a spreadsheet does not show, by their numbers; nothing if there are none."""
    if not rows:
        return ()
    count = "1 row is" if len(rows) == 1 else f"{len(rows):,} rows are"
    message = f"{count} hidden by a filter or by hand and left out: {numbers_in_words(rows)}"
    hint = "clear the filter in the spreadsheet if they belong"
    return (Problem(message, Place(file, rows[0], 1), hint=hint, severity=Severity.WARNING, rule="roster-hidden"),)


def numbers_in_words(numbers: Sequence[int], most: int = 8) -> str:
    """`3, 5, 7-9`: ascending numbers of rows, so many pieces of it at most."""
    starts = [number for number, before in zip(numbers, [None, *numbers], strict=False) if before != number - 1]
    ends = [one for one, after in pairwise([*numbers, -1]) if after != one + 1]
    pieces = [str(start) if start == end else f"{start}-{end}" for start, end in zip(starts, ends, strict=True)]
    return ", ".join(pieces[:most]) + (" …" if len(pieces) > most else "")
