"""Which part goes on which page: heights in, page breaks out; parts never split and pages come out even."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """Something that never splits: its height, and the least air above it when it is not first on its page (points)."""

    height: float
    apart: float


def break_pages(parts: Sequence[Part], room: float) -> tuple[range, ...]:
    """The indexes of the parts on each page of `room` points: the fewest pages first, then the evenest.

    Exact, by dynamic programming over where the last page begins. A part higher than a page gets one of its own, for
    the caller to report. What is left on the last page does not count: notes go there.
    """
    count = len(parts)
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, count + 1):
        options = []
        for start in range(end - 1, -1, -1):
            used = page_height(parts[start:end])
            if used > room and end - start > 1:
                break
            pages, unevenness, _ = best[start]
            left = 0.0 if end == count else max(room - used, 0.0) / room
            options.append((pages + 1, unevenness + left**2, start))
        best.append(min(options))
    breaks = []
    end = count
    while end > 0:
        start = best[end][2]
        breaks.append(range(start, end))
        end = start
    return tuple(reversed(breaks))


def page_height(parts: Sequence[Part]) -> float:
    """Height of parts one under the other, with their least air between them."""
    return sum(part.height for part in parts) + sum(part.apart for part in parts[1:])
