"""Which exercises and which safety words stand on which page of the front: few pages, then evenly filled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement, product

from generator.page.said_in_front import URGENT
from generator.page.sheet.front_rows import FrontGrid
from generator.page.sheet.front_space import RUNGS, Rung

# The parts of the foot, in the order in which they stand; what is said for the back follows.
PAIN, ASK, SIGNS = "pain", "ask", "signs"

_MORE = 4  # pages without exercises, at most


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What one page has: its exercises, if any, and parts of the foot."""

    grid: FrontGrid | None
    parts: tuple[str, ...]
    rung: Rung


# The page of this number (from 1) with these parts and the exercises from one to another, None if they do not fit; and
# whether signs are to be in lines of their own on a page without exercises, which is on the highest rung that fits.
Fit = Callable[[int, tuple[str, ...], int, int, Rung, bool], FrontPage | None]
# The parts of each page; on so many pages there are exercises.
_Dealt = tuple[tuple[tuple[str, ...], ...], int]


def part_pages(fit: Fit, ends: Sequence[int], parts: tuple[str, ...]) -> tuple[FrontPage, ...]:
    """The first way that fits: fewest pages; of these, signs in lines of their own, pages that end with a phase, safety
    words on most of them, the highest rung.

    `ends` are how many exercises there are up to the end of each phase. Where a long note leaves no room for one on the
    first page, they begin on the second. Empty if a page is too small for one of them.
    """
    anywhere = range(1, ends[-1] + 1)
    for late, count in product((False, True), range(1, ends[-1] + _MORE)):
        for listed, breaks in product((True, False), (ends, anywhere)):
            # The line for a note gives way for the sake of one page only.
            rungs = [rung for rung in RUNGS if (rung.listed or not listed) and (rung.blank or count == 1)]
            for dealt, rung in product(_dealings(count, parts), rungs):
                if found := _parted(fit, breaks, dealt, rung, listed, late):
                    return found
    return ()


def _dealings(count: int, parts: tuple[str, ...]) -> Iterator[_Dealt]:
    """All parts on every page; the signs on every page; else each part once, the earlier the better."""
    if count > 1 and URGENT not in parts:
        yield (parts,) * count, count
        yield ((SIGNS,),) * (count - 1) + (parts,), count
    for filled in range(count, 0, -1):
        for places in combinations_with_replacement(range(filled - 1, count), len(parts)):
            if set(range(filled, count)) <= set(places):
                yield tuple(_on(page, parts, places) for page in range(count)), filled


def _on(page: int, parts: tuple[str, ...], places: Sequence[int]) -> tuple[str, ...]:
    return tuple(part for part, place in zip(parts, places, strict=True) if place == page)


def _parted(
    fit: Fit, breaks: Sequence[int], dealt: _Dealt, rung: Rung, listed: bool, late: bool
) -> tuple[FrontPage, ...]:
    """Exercises dealt to these pages so that rows are even; pages may end at the breaks, the last of them the end."""
    parts, filled = dealt
    count = breaks[-1]

    @cache
    def best(page: int, start: int) -> tuple[float, tuple[FrontPage, ...]] | None:
        if page == len(parts):
            return (0.0, ())
        found = []
        later = [end for end in breaks if end > start] if page < filled - 1 else [count]
        for end in [0] if late and not page else later:
            made = fit(page + 1, parts[page], start, end, rung, listed)
            rest = made and best(page + 1, end)
            if made and rest:
                found.append((rest[0] + _cost(made), (made, *rest[1])))
        return min(found, key=lambda one: one[0], default=None)

    chosen = best(0, 0)
    return chosen[1] if chosen else ()


def _cost(page: FrontPage) -> float:
    """Low rows cost more than high ones gain."""
    return (page.rung.least(1) / page.grid.row) ** 2 if page.grid else 0.0
