"""The heads of a roster come in; what each means goes out: known, said, proposed, left out, or in need of a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from generator.content.person import PSEUDONYM
from generator.content.roster.foreign_heads import FAMILY, FOREIGN, GIVEN, is_head, is_namelike, is_usual
from generator.content.roster.how_to_read import Reading
from generator.content.roster.roster_columns import COLUMNS, PROBLEM, folded, known_names
from generator.content.roster.roster_dates import date_in

DATE_COLUMNS = ("start", "review")
# Two heads this much alike are one head with a slip of the pen.
_ALIKE = 0.75
# Columns of private words: an export's are not printed unless somebody says so.
_PRIVATE = ("note", "note_for")
# Values that a proposal is tried on.
_TRIED = 50
# The filled cells of a column, by its index.
Values = Callable[[int], Sequence[str]]


class Fate(StrEnum):
    """What becomes of a column. The last two need a word from the user before anything is read."""

    USED = "used"
    PROPOSED = "proposed"
    IGNORED = "ignored"
    UNUSED = "not used"
    SLIP = "slip of the pen"
    NAMELIKE = "looks like a name"


@dataclass(frozen=True, slots=True)
class RosterHead:
    """`column` is what it means, or what a slip most likely means; `said` that somebody said so.

    `rank` orders the heads of one column.
    """

    index: int
    written: str
    fate: Fate
    column: str = ""
    said: bool = False
    rank: int = 0

    @property
    def name(self) -> str:
        """The head in one line, safe to print."""
        text = " ".join(self.written[:120].split())
        return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def recognised(cells: Iterable[str], known: Reading) -> int:
    """How many cells of a row look like heads; a head that a roster has counts for more than one of others."""
    names = known_names()
    count = 0
    for cell in cells:
        key = folded(cell)
        if key in names or known.column_of(cell):
            count += 3
        elif is_head(key) or (key and known.ignores(cell)):
            count += 2 if not is_usual(key) else 1
    return count


def meanings(cells: Sequence[str], known: Reading, values: Values) -> tuple[RosterHead, ...]:
    """What each head means, empty ones apart."""
    heads = [_plain(index, cell, known) for index, cell in enumerate(cells) if cell.strip()]
    proposed = _proposals(heads, values)
    heads = [proposed.get(head.index, head) for head in heads]
    if any(head.fate is Fate.PROPOSED or (head.said and head.column) for head in heads):
        heads = [_kept_private(head) for head in heads]
    return tuple(heads)


def _plain(index: int, cell: str, known: Reading) -> RosterHead:
    """What was said of a head, else what it means as a roster's."""
    key = folded(cell)
    if column := known.column_of(cell):
        return RosterHead(index, cell, Fate.USED, column, said=True, rank=known.rank_of(cell))
    if known.ignores(cell):
        return RosterHead(index, cell, Fate.IGNORED, said=True)
    if column := known_names().get(key, ""):
        return RosterHead(index, cell, Fate.USED, column)
    if key == PROBLEM or is_usual(key):
        return RosterHead(index, cell, Fate.UNUSED)
    if is_namelike(key):
        return RosterHead(index, cell, Fate.NAMELIKE)
    meant = "" if is_head(key) else _meant(key)
    return RosterHead(index, cell, Fate.SLIP if meant else Fate.UNUSED, meant)


def _meant(key: str) -> str:
    names = known_names()
    best = max(names, key=lambda name: SequenceMatcher(None, key, name).ratio())
    return names[best] if SequenceMatcher(None, key, best).ratio() >= _ALIKE else ""


def _proposals(heads: Sequence[RosterHead], values: Values) -> dict[int, RosterHead]:
    """Heads by index that most likely mean a column which nobody has named yet."""
    taken = {head.column for head in heads if head.fate is Fate.USED}
    open_heads = [head for head in heads if head.fate in (Fate.UNUSED, Fate.NAMELIKE)]
    found: dict[int, RosterHead] = {}
    for column in (column.name for column in COLUMNS if column.name in FOREIGN):
        if column in taken:
            continue
        left = [head for head in open_heads if head.index not in found]
        chosen = _first_named(left, FOREIGN[column], column, values)
        if column == "name" and not chosen:
            chosen = _parted(left)
        found |= {
            head.index: replace(head, fate=Fate.PROPOSED, column=column, rank=rank) for rank, head in enumerate(chosen)
        }
    return found


def _first_named(heads: Sequence[RosterHead], names: Sequence[str], column: str, values: Values) -> list[RosterHead]:
    for name in names:
        for head in heads:
            if folded(head.written) == name and _fits(column, values(head.index)):
                return [head]
    return []


def _parted(heads: Sequence[RosterHead]) -> list[RosterHead]:
    """First and last name."""
    given = next((head for head in heads if folded(head.written) in GIVEN), None)
    family = next((head for head in heads if folded(head.written) in FAMILY), None)
    return [given, family] if given and family else []


def _fits(column: str, values: Sequence[str]) -> bool:
    """Whether the column can hold what the cells say."""
    tried = values[:_TRIED]
    if column == "pseudonym":
        return all(map(PSEUDONYM.fullmatch, tried))
    if column in DATE_COLUMNS:
        return all(_is_date(text) for text in tried)
    return True


def _is_date(text: str) -> bool:
    written = date_in(text, date(1899, 12, 30))
    return written.sure is not None or bool(written.orders)


def _kept_private(head: RosterHead) -> RosterHead:
    """An export's `Notes` are about a client, not for one."""
    foreign = head.fate is Fate.USED and not head.said and head.column in _PRIVATE
    return (
        replace(head, fate=Fate.UNUSED, column="")
        if foreign and folded(head.written) in ("notes", "notes for")
        else head
    )
