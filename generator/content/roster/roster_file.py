"""A roster file (CSV, XLSX, ODS) comes in; its rows go out as texts, each cell with its place.

The only room that opens rosters. Places count as a spreadsheet does, from row 1. What a cell means is not known here,
but for dates; that it is text that can be printed is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.content.fields import quoted
from generator.content.folder import shown
from generator.content.roster.client_list import ClientList, chosen_sheet, list_in
from generator.content.roster.dated_rows import dated
from generator.content.roster.head_meanings import RosterHead, meanings
from generator.content.roster.how_to_read import NOTHING_SAID, Reading
from generator.content.roster.remembered import remembered_for
from generator.content.roster.roster import Roster, joined
from generator.content.roster.roster_columns import folded
from generator.content.roster.settled_heads import Kept, kept_columns, learnt, left_out, settled, supposed, told
from generator.content.roster.sheet import Book, SheetRow
from generator.content.roster.unsettled import Unsettled
from generator.problems import ContentError, Place, Problem

# A clinic's year on one sheet stays far below; what goes beyond is a mistake or an attack.
MOST_BYTES = 32_000_000
# Heads that together only a manifest has.
_OF_A_MANIFEST = frozenset(("status", "file", "sha256"))


def read_roster(path: Path, said: Reading = NOTHING_SAID, content: Sequence[Path] = ()) -> Roster:
    """The roster in a file. `said` is how to read it, above what is remembered beside it or in `content` folders.

    Raises `ContentError` if it cannot be read, `Unsettled` if it could be with a word from the user.
    """
    file = shown(path)
    data = _bytes(path, file)
    remembered = remembered_for(path, content).reading
    known = said.over(remembered)
    book = _book(data, file, said, remembered)
    clients = list_in(chosen_sheet(book, known, file), known, file)
    _refuse_manifest(clients, file)
    _refuse_unknown_heads(said, clients, file)
    return _roster(clients, known, file)


def _roster(clients: ClientList, known: Reading, file: str) -> Roster:
    """Raises `Unsettled` with the question of the heads, and beside it with what else will have to be said."""
    at = Place(file, clients.head.number, 1)
    heads = meanings(clients.head.cells, known, clients.values)
    try:
        heads = settled(heads, at, known.propose)
    except Unsettled as error:
        with_dates = _problems_of(partial(_dated, clients, supposed(heads), known, file))
        raise Unsettled([*error.problems, *with_dates], error.question) from None
    return _dated(clients, heads, known, file)


def _problems_of(work: Callable[[], object]) -> list[Problem]:
    try:
        work()
    except ContentError as error:
        return error.problems
    return []


def _dated(clients: ClientList, heads: Sequence[RosterHead], known: Reading, file: str) -> Roster:
    at = Place(file, clients.head.number, 1)
    kept = kept_columns(left_out(heads))
    width = len(clients.head.cells)
    roster = Roster(
        file=file,
        heads=tuple(column.head for column in kept),
        columns=tuple(column.column for column in kept),
        rows=_selected(clients.rows, kept, width),
        sources=tuple(column.sources[0] + 1 for column in kept),
        width=width,
        delimiter=clients.sheet.delimiter,
        problems=(*clients.problems, *told(heads, at, known.propose)),
        reading=learnt(heads, known),
    )
    return dated(roster, clients.sheet.first_day)


def _selected(rows: tuple[SheetRow, ...], kept: Sequence[Kept], width: int) -> tuple[SheetRow, ...]:
    """The cells of these columns, and what stands beyond the last."""
    if [column.sources for column in kept] == [(index,) for index in range(width)]:
        return rows
    return tuple(replace(row, cells=_cells(row.cells, kept, width)) for row in rows)


def _cells(cells: tuple[str, ...], kept: Sequence[Kept], width: int) -> tuple[str, ...]:
    full = (*cells, *[""] * (width - len(cells)))
    chosen = (
        full[column.sources[0]] if len(column.sources) == 1 else joined([full[index] for index in column.sources])
        for column in kept
    )
    return (*chosen, *full[width:])


def _book(data: bytes, file: str, said: Reading, remembered: Reading) -> Book:
    if data.startswith(b"PK\x03\x04"):
        from generator.content.roster.read_ods import OdsFile, is_ods

        if is_ods(data):
            return OdsFile(data, file)
        from generator.content.roster.read_xlsx import XlsxFile

        return XlsxFile(data, file)
    from generator.content.roster.read_csv import open_csv

    return open_csv(data, file, said.encoding, remembered.encoding)


def _refuse_manifest(clients: ClientList, file: str) -> None:
    if {folded(head) for head in clients.head.cells} >= _OF_A_MANIFEST:
        hint = "the rows to mend are in the file whose name ends with -problems.csv"
        raise ContentError([Problem("this is the manifest of a batch, not a roster", Place(file, 1, 1), hint=hint)])


def _refuse_unknown_heads(said: Reading, clients: ClientList, file: str) -> None:
    """A head that was typed and is not there is a slip; one that is only remembered belongs to another roster."""
    there = {folded(head) for head in clients.head.cells}
    typed = dict.fromkeys([*(head for head, _ in said.columns), *said.ignored])
    lost = [head for head in typed if folded(head) not in there]
    if lost:
        hint = "its heads are " + ", ".join(quoted(head.strip()) for head in clients.head.cells[:20] if head.strip())
        at = Place(file, clients.head.number, 1)
        raise ContentError([Problem(f"this roster has no column {quoted(head)}", at, hint=hint) for head in lost])


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
