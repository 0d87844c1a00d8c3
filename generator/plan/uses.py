"""The uses of exercises in the order of the sheet, each with its number: the second hip hinge is `hip-hinge#2`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from generator.content.editing.entry_key import names_use, parts_of_key
from generator.content.routine import Entry, Phase
from generator.plan.order import in_order

Uses = Sequence[tuple[Entry, Counter[str]]]


def uses_of(phases: Sequence[Phase]) -> list[tuple[Entry, Counter[str]]]:
    """Every entry of the phases, in the order in which they are done, with how often each exercise has come by then."""
    return list(counted(entry for phase in in_order(phases) for entry in phase.exercises))


def counted(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Counter[str]]]:
    """Entries in the order of the sheet, each with the numbers of the uses that it brings."""
    seen: Counter[str] = Counter()
    for entry in entries:
        seen.update({str(entry.exercise)} | {str(week.exercise) for week in entry.weeks.values() if week.exercise})
        yield entry, seen.copy()


def meant_by(key: str, uses: Uses) -> list[Entry]:
    """The entries that begin with the exercise of a key: all, or the one of that number."""
    return [entry for entry, seen in uses if names_use(key, entry.exercise, seen[entry.exercise])]


def hint_for(key: str, known: Iterable[str], what: str = "its exercises are") -> str:
    """What was probably meant, or all there is."""
    name, count = parts_of_key(key)
    names = list(dict.fromkeys(known))
    if count and name in names:
        return f"it has {name} {_times(list(known).count(name))}"
    near = get_close_matches(name, names, 1)
    return f"did you mean {near[0]}?" if near else f"{what} {', '.join(names) or 'none'}"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
