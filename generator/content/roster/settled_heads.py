"""What the heads of a roster mean comes in; its columns go out, or what must be settled before it can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.content.fields import quoted
from generator.content.roster.head_meanings import Fate, RosterHead
from generator.content.roster.how_to_read import Reading
from generator.content.roster.roster_columns import COLUMNS, PROBLEM, folded
from generator.content.roster.unsettled import HeadsQuestion, Unsettled
from generator.problems import ContentError, Place, Problem, Severity

_INDENT = "\n        "


@dataclass(frozen=True, slots=True)
class Kept:
    """A column of the roster: its head, the column that it means ("" if none), and where its cells stand, from 0."""

    head: str
    column: str
    sources: tuple[int, ...]


def settled(heads: Sequence[RosterHead], row: Place, propose: bool) -> tuple[RosterHead, ...]:
    """The heads with every proposal taken. Raises `Unsettled` for what needs a word; `row` is where the heads stand."""
    heads = tuple(map(_taken, heads)) if propose else tuple(heads)
    problems = [
        *_twice(heads, row),
        *(_slip(head, row) for head in heads if head.fate is Fate.SLIP),
        *(_lost(head, row) for head in heads if head.fate is Fate.NAMELIKE),
    ]
    if any(head.fate is Fate.PROPOSED for head in heads):
        problems.append(_proposal(heads, row))
    if problems:
        raise Unsettled(problems, HeadsQuestion(heads))
    if not any(head.column for head in heads):
        columns = ", ".join(column.name for column in COLUMNS)
        hint = f'--map "HEAD=COLUMN" says what a head means; the columns are {columns}'
        raise ContentError([Problem("this file names no column of a roster", row, hint=hint)])
    return heads


def kept_columns(heads: Sequence[RosterHead]) -> tuple[Kept, ...]:
    """The columns in the order of their heads, those that are left out apart; heads of one column are joined."""
    kept: list[Kept] = []
    for head in heads:
        if not head.column:
            kept += [] if head.fate is Fate.IGNORED else [Kept(head.written, "", (head.index,))]
            continue
        alike = sorted((one for one in heads if one.column == head.column), key=lambda one: (one.rank, one.index))
        if min(one.index for one in alike) == head.index:
            name = head.column if head.said or len(alike) > 1 else head.written
            kept.append(Kept(name, head.column, tuple(one.index for one in alike)))
    return tuple(kept)


def supposed(heads: Sequence[RosterHead]) -> tuple[RosterHead, ...]:
    """The heads as they would be if every proposal were taken and all else left out."""
    return tuple(
        replace(head, fate=Fate.UNUSED, column="") if head.fate in (Fate.SLIP, Fate.NAMELIKE) else _taken(head)
        for head in heads
    )


def left_out(heads: Sequence[RosterHead]) -> tuple[RosterHead, ...]:
    """The same where an export's other columns are left out; those of a roster of ours go into its rows to mend."""
    if not any(head.said and head.column for head in heads):
        return tuple(heads)
    return tuple(replace(head, fate=Fate.IGNORED) if head.fate is Fate.UNUSED else head for head in heads)


def told(heads: Sequence[RosterHead], row: Place, propose: bool) -> list[Problem]:
    """One warning of what was taken without a question, else one of all the columns that mean nothing."""
    if propose and any(head.said and head.column for head in heads):
        hint = _INDENT.join(proposal_lines(heads))
        return [Problem("the heads are read so", row, hint=hint, severity=Severity.WARNING, rule="roster-column")]
    names = [head for head in heads if head.fate is Fate.UNUSED and folded(head.written) != PROBLEM]
    if not names:
        return []
    words = ", ".join(quoted(head.name) for head in names[:10]) + (" …" if len(names) > 10 else "")
    message = f"not used: the column {words}" if len(names) == 1 else f"not used: the columns {words}"
    return [Problem(message, _at(names[0], row), severity=Severity.WARNING, rule="roster-column")]


def learnt(heads: Sequence[RosterHead], known: Reading) -> Reading:
    """What to remember of heads that the user has settled: what each means, and which are left out."""
    said = [head for head in heads if head.fate is Fate.USED and head.said]
    said.sort(key=lambda head: (head.rank, head.index))
    if not said:
        return known
    known = known.with_columns(*((head.name, head.column) for head in said if not known.column_of(head.written)))
    left = (head.name for head in heads if head.fate is Fate.UNUSED and folded(head.name) != PROBLEM)
    return known.without(*left)


def _taken(head: RosterHead) -> RosterHead:
    return replace(head, fate=Fate.USED, said=True) if head.fate is Fate.PROPOSED else head


def _at(head: RosterHead, row: Place) -> Place:
    return replace(row, column=head.index + 1)


def _twice(heads: Sequence[RosterHead], row: Place) -> list[Problem]:
    """Two heads that mean one column, and nobody has said so."""
    seen: dict[str, RosterHead] = {}
    found = []
    for head in heads:
        if head.fate is Fate.USED and seen.setdefault(head.column, head) is not head:
            if head.said and seen[head.column].said:
                continue
            join = " ".join(dict.fromkeys(f'--map "{one.name}={head.column}"' for one in (seen[head.column], head)))
            hint = f"keep one of the two, or join them: {join}"
            found.append(Problem(f"there is a second column {quoted(head.column)}", _at(head, row), hint=hint))
    return found


def _slip(head: RosterHead, row: Place) -> Problem:
    hint = f'did you mean {head.column}? If not, --ignore "{head.name}" leaves it out'
    return Problem(f"{quoted(head.name)} is not a column of a roster", _at(head, row), hint=hint)


def _lost(head: RosterHead, row: Place) -> Problem:
    hint = f'--map "{head.name}=name" prints it, --ignore "{head.name}" leaves it out'
    return Problem(f"{quoted(head.name)} looks like a name and is not used", _at(head, row), hint=hint)


def _proposal(heads: Sequence[RosterHead], row: Place) -> Problem:
    lines = ['--yes reads them so, --map "HEAD=COLUMN" and --ignore "HEAD" say it otherwise:', *proposal_lines(heads)]
    return Problem("these heads are not those of a roster", row, hint=_INDENT.join(lines))


def proposal_lines(heads: Sequence[RosterHead]) -> list[str]:
    """Each column with the heads that it is read from, then the heads that are left out."""
    lines = []
    for kept in kept_columns([head for head in heads if head.fate is not Fate.SLIP]):
        if kept.column:
            names = [quoted(head.name) for index in kept.sources for head in heads if head.index == index]
            lines.append(f"{kept.column:<10} from {' and '.join(names)}")
    left = [quoted(head.name) for head in heads if head.fate in (Fate.UNUSED, Fate.IGNORED) and head.name]
    return [*lines, *([f"not used:  {', '.join(left)}"] if left else [])]
