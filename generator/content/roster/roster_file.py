"""A roster file (CSV or XLSX) comes in; its rows go out as texts, each cell with its place.

The only room that opens rosters. Places count as a spreadsheet does: row 1 holds the heads of the columns. What a cell
means is not known here; that it is text that can be printed is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from generator.content.fields import quoted
from generator.content.folder import shown
from generator.content.roster.roster_columns import COLUMNS, PROBLEM, folded, known_names
from generator.content.roster.sheet import NO_VALUE, SheetRow
from generator.problems import ContentError, Place, Problem, Prose, Severity, overlong
from generator.source.unreadable import forbidden_characters

# A clinic's year on one sheet stays far below; what goes beyond is a mistake or an attack.
MOST_BYTES = 32_000_000
LONGEST_CELL = 2_000

# Lists inside a cell may stand on lines of their own; elsewhere a line break is only white space.
_OF_LINES = frozenset(("options", "dose", "note_for"))
# Two heads this much alike are one head with a slip of the pen.
_ALIKE = 0.75
# What a spreadsheet would run. Where we wrote a cell that begins so, we put an apostrophe before it.
_GUARDED = re.compile(r"'[=+\-@\t\r]")
# What a spreadsheet shows where a formula went wrong.
_ERRORS = frozenset(("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"))
# Heads that together only a manifest has.
_OF_A_MANIFEST = frozenset(("status", "file", "sha256"))
_COMMENT = "# "


@dataclass(frozen=True, slots=True)
class Roster:
    """`heads` as they are written, `columns` the column that each means ("" if none); `problems` are warnings."""

    file: str
    heads: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    delimiter: str = ","
    problems: tuple[Problem, ...] = ()

    def place(self, row: SheetRow, column: str = "") -> Place:
        """Where a row's cell of a column stands; the row's beginning if the roster has no such column."""
        index = self.columns.index(column) if column in self.columns else 0
        return Place(self.file, row.number, index + 1)

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
        for index, (column, written) in enumerate(zip(self.columns, row.cells, strict=False)):
            text = _cleaned(written, keep_lines=column in _OF_LINES)
            if not column or not text:
                continue
            place = Place(self.file, row.number, index + 1)
            problems += [Problem(message, place, column) for message in _faults(written, text)]
            found[column] = Prose(text, place)
        for index, written in enumerate(row.cells[len(self.columns) :], len(self.columns) + 1):
            if written.strip():
                # Not quoted: most likely it is half a name, "Lee, Ann" without its quotes.
                message = "this cell stands in no column"
                hint = f"this row has more cells than there are heads; put a text that holds {self.delimiter} in quotes"
                problems.append(Problem(message, Place(self.file, row.number, index), hint=hint))
                break
        if problems:
            raise ContentError(problems)
        return found


def read_roster(path: Path) -> Roster:
    """The roster in a file. Raises `ContentError` if it cannot be read or its heads are not those of a roster."""
    file = shown(path)
    data = _bytes(path, file)
    if data.startswith(b"PK\x03\x04"):
        from generator.content.roster.read_xlsx import read_xlsx

        sheet = read_xlsx(data, file)
    else:
        from generator.content.roster.read_csv import read_csv

        sheet = read_csv(data, file)
    filled = [line for line in sheet.lines if any(cell.strip() for cell in line.cells)]
    lines = [line for line in filled if not _is_comment(line)]
    if not lines:
        raise ContentError(
            [Problem("the roster is empty", Place(file, 1, 1), hint="handouts new roster NAME writes one")]
        )
    if {folded(head) for head in lines[0].cells} >= _OF_A_MANIFEST:
        hint = "the rows to mend are in the file whose name ends with -problems.csv"
        raise ContentError([Problem("this is the manifest of a batch, not a roster", Place(file, 1, 1), hint=hint)])
    columns, problems = _columns(lines[0], file)
    return Roster(file, lines[0].cells, columns, tuple(lines[1:]), sheet.delimiter, tuple(problems))


def _is_comment(line: SheetRow) -> bool:
    return next(cell for cell in line.cells if cell.strip()).lstrip().startswith(_COMMENT)


def _bytes(path: Path, file: str) -> bytes:
    try:
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise ContentError([Problem(f"this roster cannot be read: {reason}", Place(file, 1, 1))]) from None
    if len(data) > MOST_BYTES:
        message = f"this roster is too long, the most allowed is {MOST_BYTES:,} bytes"
        raise ContentError([Problem(message, Place(file, 1, 1))])
    return data


def _columns(head: SheetRow, file: str) -> tuple[tuple[str, ...], list[Problem]]:
    """What each head means, and warnings of heads that mean nothing. Raises `ContentError` for slips of the pen."""
    names = known_names()
    columns: list[str] = []
    errors: list[Problem] = []
    unused: list[tuple[Place, str]] = []
    for index, written in enumerate(head.cells, 1):
        place, key = Place(file, head.number, index), folded(written)
        column = names.get(key, "")
        if column and column in columns:
            errors.append(Problem(f"there is a second column {quoted(column)}", place, hint="keep one of the two"))
        elif not column and key and key != PROBLEM:
            meant = _meant(key, names)
            message = f"{quoted(written.strip())} is not a column of a roster"
            if meant:
                errors.append(Problem(message, place, hint=f"did you mean {meant}?"))
            else:
                unused.append((place, written.strip()))
        columns.append(column)
    if not any(columns):
        known = ", ".join(column.name for column in COLUMNS)
        message, hint = "the first row names no column of a roster", f"the columns are {known}"
        raise ContentError([Problem(message, Place(file, head.number, 1), hint=hint)])
    if errors:
        raise ContentError(errors)
    return tuple(columns), [_unused(unused)] if unused else []


def _meant(key: str, names: dict[str, str]) -> str:
    best = max(names, key=lambda name: SequenceMatcher(None, key, name).ratio())
    return names[best] if SequenceMatcher(None, key, best).ratio() >= _ALIKE else ""


def _unused(heads: Sequence[tuple[Place, str]]) -> Problem:
    words = ", ".join(quoted(name) for _, name in heads[:10]) + (" …" if len(heads) > 10 else "")
    message = f"not used: the column {words}" if len(heads) == 1 else f"not used: the columns {words}"
    return Problem(message, heads[0][0], severity=Severity.WARNING, rule="roster-column")


def _cleaned(written: str, *, keep_lines: bool) -> str:
    """The text that is meant: composed characters, no guard, no white space around it."""
    text = unicodedata.normalize("NFC", written[1:] if _GUARDED.match(written) else written)
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
