"""A roster as it was read: rows of texts, each cell with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.roster.how_to_read import NOTHING_SAID, Reading
from generator.content.roster.sheet import NO_VALUE, SheetRow
from generator.problems import ContentError, Place, Problem, Prose, overlong
from generator.source.unreadable import forbidden_characters

LONGEST_CELL = 2_000

# Lists inside a cell may stand on lines of their own; elsewhere a line break is only white space.
_OF_LINES = frozenset(
    ("options", "dose", "note_for", "drop", "add", "swap", "order", "phases", "sides", "maxima", "videos", "exercises")
)
# What a spreadsheet would run. Where we wrote a cell that begins so, we put an apostrophe before it.
_GUARDED = re.compile(r"'[=+\-@\t\r]")
# What a spreadsheet shows where a formula went wrong.
_ERRORS = frozenset(("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"))


@dataclass(frozen=True, slots=True)
class Roster:
    """`heads` as they are written, `columns` the column that each means ("" if none); `problems` are warnings.

    `sources` are the numbers of the columns in the file, `width` says how many heads the file has. `reading` is how it
    was read.
    """

    file: str
    heads: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    sources: tuple[int, ...]
    width: int
    delimiter: str = ","
    problems: tuple[Problem, ...] = ()
    reading: Reading = NOTHING_SAID

    def place(self, row: SheetRow, column: str = "") -> Place:
        """Where a row's cell of a column stands; the row's beginning if the roster has no such column."""
        source = self.sources[self.columns.index(column)] if column in self.columns else 1
        return Place(self.file, row.number, source)

    def text(self, row: SheetRow, column: str) -> str:
        """A cell as it was written, but for white space around it; empty if there is none."""
        index = self.columns.index(column) if column in self.columns else len(row.cells)
        return row.cells[index].strip() if index < len(row.cells) else ""

    def number(self, row: SheetRow) -> int:
        """The number to go by: what the column `row` says, else where it stands."""
        written = self.text(row, "row")
        return int(written) if written.isascii() and written.isdecimal() and len(written) < 9 else row.number

    def cells(self, row: SheetRow) -> dict[str, Prose]:
        """The filled cells of a row by column. Raises `ContentError` for a character that no page may hold."""
        found: dict[str, Prose] = {}
        problems: list[Problem] = []
        for column, source, written in zip(self.columns, self.sources, row.cells, strict=False):
            text = _cleaned(written, keep_lines=column in _OF_LINES)
            if not column or not text:
                continue
            place = Place(self.file, row.number, source)
            problems += [Problem(message, place, column) for message in _faults(written, text)]
            found[column] = Prose(text, place)
        for index, written in enumerate(row.cells[len(self.columns) :], self.width + 1):
            if written.strip():
                # Not quoted: most likely it is half a name, "Lee, Ann" without its quotes.
                message = "this cell stands in no column"
                hint = f"this row has more cells than there are heads; put a text that holds {self.delimiter} in quotes"
                problems.append(Problem(message, Place(self.file, row.number, index), hint=hint))
                break
        if problems:
            raise ContentError(problems)
        return found


def joined(cells: list[str]) -> str:
    """Cells of one column with a space between; what went wrong in one went wrong in all."""
    wrong = next((cell for cell in cells if cell in _ERRORS or cell == NO_VALUE), None)
    return wrong or " ".join(filter(None, (cell.strip() for cell in cells)))


def unguarded(written: str) -> str:
    """The text without the apostrophe that keeps a spreadsheet from running it."""
    return written[1:] if _GUARDED.match(written) else written


def _cleaned(written: str, *, keep_lines: bool) -> str:
    """The text that is meant: composed characters, no guard, no white space around it."""
    text = unicodedata.normalize("NFC", unguarded(written))
    if keep_lines:
        return "\n".join(filter(None, (line.strip() for line in text.splitlines())))
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def _faults(written: str, text: str) -> Iterator[str]:
    if len(written) > LONGEST_CELL:
        yield overlong(written, LONGEST_CELL)
        return
    if text == NO_VALUE:
        yield "this formula has no value yet; open the file in a spreadsheet and save it"
    elif text in _ERRORS:
        yield f"the spreadsheet shows an error here, {text}"
    for _, _, message in forbidden_characters(tuple(text.split("\n"))):
        yield message
