"""The sheets of a file come in; the list among them goes out, with the row of its heads and the rows under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.content.checking.fault_words import near
from generator.content.fields import quoted
from generator.content.roster.head_meanings import recognised
from generator.content.roster.how_to_read import Reading
from generator.content.roster.roster_columns import folded
from generator.content.roster.sheet import TOP_ROWS, Book, Sheet, SheetRow, numbers_in_words
from generator.content.roster.unsettled import SheetQuestion, Unsettled
from generator.problems import ContentError, Place, Problem, Severity

_COMMENT = "# "
# Under the last client, and no client: what reports put there, alone in its row.
_FOOT = re.compile(
    r"(grand )?totals?\b.*|(number of )?(records|rows|clients|patients)\b.*\d.*|\d+ (records|rows)\b.*"
    r"|page \d+.*|(printed|generated|exported|created)\b.*|end of (list|report).*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ClientList:
    """`head` is the row of the heads; `problems` are warnings."""

    sheet: Sheet
    head: SheetRow
    rows: tuple[SheetRow, ...]
    problems: tuple[Problem, ...]

    def values(self, index: int) -> list[str]:
        """The filled cells of a column, counted from 0."""
        cells = (row.cells[index].strip() for row in self.rows if index < len(row.cells))
        return [cell for cell in cells if cell]


def chosen_sheet(book: Book, known: Reading, file: str) -> Sheet:
    """The sheet that was named, else the only one with heads of a roster. Raises `Unsettled`, `ContentError`."""
    if known.sheet:
        return book.sheet(_named(book.titles(), known.sheet, file))
    tops = book.tops()
    if len(tops) < 2:
        return book.sheet(tops[0].title) if tops else Sheet(())
    scores = [max((recognised(row.cells, known) for row in _filled(top.lines)), default=0) for top in tops]
    lists = [top.title for top, score in zip(tops, scores, strict=True) if score and 2 * score > max(scores)]
    if len(lists) > 1:
        message = "more than one sheet holds a list: " + ", ".join(map(quoted, lists[:10]))
        hint = f'say which with --sheet, such as --sheet "{lists[0]}"'
        raise Unsettled([Problem(message, Place(file, 1, 1), hint=hint)], SheetQuestion(tuple(lists)))
    return book.sheet(lists[0] if lists else tops[0].title)


def _named(titles: Sequence[str], written: str, file: str) -> str:
    found = next((title for title in titles if title.casefold().strip() == written.casefold().strip()), None)
    if found is None:
        meant = near(written, titles)
        there = ", ".join(map(quoted, titles[:10])) or "a file like this has no sheets"
        hint = f"did you mean {quoted(meant)}?" if meant else f"there are {there}" if titles else there
        raise ContentError([Problem(f"there is no sheet {quoted(written)}", Place(file, 1, 1), hint=hint)])
    return found


def list_in(sheet: Sheet, known: Reading, file: str) -> ClientList:
    """The heads are the row among the first that names the most columns. Raises `ContentError` for an empty one."""
    lines = _filled(sheet.lines)
    if not lines:
        hint = "handouts new roster NAME writes one"
        raise ContentError([Problem("the roster is empty", Place(file, 1, 1), hint=hint)])
    at = max(range(min(len(lines), TOP_ROWS)), key=lambda index: (recognised(lines[index].cells, known), -index))
    head = lines[at]
    rows, left = _clients(head, lines[at + 1 :])
    told = [*sheet.problems, *_titles(lines[:at], head, file), *_feet(left, file)]
    return ClientList(sheet, head, tuple(rows), tuple(told))


def _filled(lines: Sequence[SheetRow]) -> list[SheetRow]:
    """Rows that hold something and are no comments."""
    filled = (line for line in lines if any(cell.strip() for cell in line.cells))
    return [line for line in filled if not _first(line).startswith(_COMMENT)]


def _first(line: SheetRow) -> str:
    return next(cell for cell in line.cells if cell.strip()).lstrip()


def _clients(head: SheetRow, lines: Sequence[SheetRow]) -> tuple[list[SheetRow], list[SheetRow]]:
    """Rows of clients, and rows that are none: heads repeated on a new page, and the foot of a report."""
    heads = [folded(cell) for cell in head.cells if cell.strip()]
    clients: list[SheetRow] = []
    left: list[SheetRow] = []
    for line in lines:
        cells = [cell for cell in line.cells if cell.strip()]
        foot = len(heads) > 2 and len(cells) == 1 and _FOOT.fullmatch(cells[0].strip())
        again = len(heads) > 1 and [folded(cell) for cell in cells] == heads
        (left if foot or again else clients).append(line)
    return clients, left


def _titles(above: Sequence[SheetRow], head: SheetRow, file: str) -> list[Problem]:
    if not above:
        return []
    message = f"the heads are in row {head.number}; not read above them: {_rows(above)}"
    return [Problem(message, Place(file, head.number, 1), severity=Severity.WARNING, rule="roster-title")]


def _feet(left: Sequence[SheetRow], file: str) -> list[Problem]:
    if not left:
        return []
    message = f"left out as no client: {_rows(left)}"
    return [Problem(message, Place(file, left[0].number, 1), severity=Severity.WARNING, rule="roster-foot")]


def _rows(lines: Sequence[SheetRow]) -> str:
    return f"row{'s' if len(lines) > 1 else ''} {numbers_in_words([line.number for line in lines])}"
