"""How many weeks a plan may last, and how they are shared out to the pages of its chart: the one table of lengths."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Literal, get_args

Length = Literal[4, 6, 8, 12]
LENGTHS: tuple[int, ...] = get_args(Length)
USUAL: Length = 4
LONGEST = max(LENGTHS)

# Weeks on each page of the chart. Two pages of three look alike; one of four and one of two would not.
_PAGES: dict[int, tuple[int, ...]] = {4: (4,), 6: (3, 3), 8: (4, 4), 12: (4, 4, 4)}


# On the back of a sheet weeks stand in fortnights: the second page of six weeks has one, and room for notes.
_ON_A_BACK = 4


def week_numbers(length: int) -> tuple[int, ...]:
    """The weeks of a plan, counted from 1."""
    return tuple(range(1, length + 1))


def chart_blocks(length: int) -> Iterator[tuple[int, ...]]:
    """The weeks, counted from 1, of each page of the chart."""
    for before, end in pairwise(accumulate(_PAGES[length], initial=0)):
        yield week_numbers(length)[before:end]


def back_blocks(length: int) -> Iterator[tuple[int, ...]]:
    """The weeks of each back of a sheet, which has room for two fortnights."""
    weeks = week_numbers(length)
    for start in range(0, length, _ON_A_BACK):
        yield weeks[start : start + _ON_A_BACK]


def long_enough(week: int) -> int:
    """The shortest length that has this week, which is at most `LONGEST`."""
    return next(length for length in LENGTHS if length >= week)
