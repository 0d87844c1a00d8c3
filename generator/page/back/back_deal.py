"""Two columns under the fortnights: which part goes into which, so that the higher one is as low as can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product

from generator.page.back.back_parts import BackPart, BackParts
from generator.shapes.geometry import MM

GUTTER = 6 * MM
APART = 3.2 * MM  # between the parts of a column
_APART_MOST = 7 * MM
_COLUMN_LEAST = 70 * MM
_GROWS_BY = 26 * MM
_NOTES_LEAST = 26 * MM

Maker = Callable[[float], list[BackPart]]


@dataclass(frozen=True, slots=True)
class Column:
    """BackParts one under the other."""

    x: float
    width: float
    parts: tuple[BackPart, ...]
    apart: float

    @property
    def height(self) -> float:
        return sum(part.block.height for part in self.parts) + self.apart * max(len(self.parts) - 1, 0)

    def spread(self, parts: BackParts, room: float) -> Iterator[tuple[float, BackPart]]:
        """Each part and how far below the column's top it stands: what is left goes into boxes that grow, then gaps.

        Much that is left gets lines for notes.
        """
        spare = room - self.height
        growing = [part for part in self.parts if part.grows]
        grown = min(spare, _GROWS_BY) if growing else 0.0
        gap = self.apart + min((spare - grown) / max(len(self.parts) - 1, 1), _APART_MOST - self.apart)
        y = 0.0
        for part in self.parts:
            own = parts.visit(self.width, part.block.height + grown)[0] if part.grows else part
            yield y, own
            y += own.block.height + gap
        if room - y >= _NOTES_LEAST:
            yield y, parts.notes(self.width, room - y)


def deal(parts: BackParts, live: float, room: float, *, alone: bool = False) -> tuple[Column, Column] | None:
    """Rule and table of the weeks lead a column each, or are `alone`. None if there is no way in `room` points."""
    right = max(parts.table.width, (live - GUTTER) / 2)
    widths = (live - GUTTER - right, right)
    if widths[0] < _COLUMN_LEAST:
        return None
    lead = (parts.rule(widths[0]), parts.week_table(widths[1]))
    return _lowest(lead, [] if alone else _movers(parts), widths, room, APART * parts.space.air)


def deal_rest(parts: BackParts, live: float, room: float) -> tuple[Column, Column] | None:
    """All but rule and table of the weeks, in columns of one width."""
    half = (live - GUTTER) / 2
    return _lowest(([], []), _movers(parts), (half, half), room, APART)


def _movers(parts: BackParts) -> list[Maker]:
    """What may stand in either column."""
    measures = (partial(parts.measure, index) for index in range(len(parts.back.measures)))
    return [parts.steps, parts.plan, *measures, parts.visit]


def _lowest(
    lead: tuple[list[BackPart], list[BackPart]],
    movers: Sequence[Maker],
    widths: tuple[float, float],
    room: float,
    apart: float,
) -> tuple[Column, Column] | None:
    made = [[maker(width) for width in widths] for maker in movers]
    ways = [_columns(lead, made, sides, widths, apart) for sides in product((0, 1), repeat=len(movers))]
    ways = [way for way in ways if _has_plot(way)] or ways
    best = min(ways, key=lambda columns: max(column.height for column in columns))
    return best if max(column.height for column in best) <= room else None


def _has_plot(columns: tuple[Column, Column]) -> bool:
    """A graph may fit into one of the columns only."""
    return any(part.plot for column in columns for part in column.parts)


def _columns(
    lead: tuple[list[BackPart], list[BackPart]],
    made: Sequence[Sequence[list[BackPart]]],
    sides: Sequence[int],
    widths: tuple[float, float],
    apart: float,
) -> tuple[Column, Column]:
    left, right = list(lead[0]), list(lead[1])
    for side, both in zip(sides, made, strict=True):
        (right if side else left).extend(both[side])
    return Column(0.0, widths[0], tuple(left), apart), Column(widths[0] + GUTTER, widths[1], tuple(right), apart)
