"""Which rows of a chart go on which page: phases and the heights of their rows in, phases for each page out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from generator.manuscript.chart import ChartPhase, TickRow

# More rows than this on one page cannot be told apart at arm's length.
MOST_ROWS = 12

Phases = tuple[ChartPhase, ...]


@dataclass(frozen=True, slots=True)
class Heights:
    """Of a row; of a phase's sub-head in second or later place; and of the same as the first of its table."""

    row: Callable[[TickRow], float]
    sub: Callable[[ChartPhase], float]
    first: Callable[[ChartPhase], float]


def split_phases(phases: Phases, heights: Heights, open_room: float, last_room: float) -> tuple[Phases, ...] | None:
    """The fewest parts that fit, breaking between phases rather than within one, and evenly.

    The last part has `last_room`, the others `open_room`. None if a single row does not fit.
    """
    flat = [(index, row) for index, phase in enumerate(phases) for row in phase.rows]
    tall = [heights.row(row) for _, row in flat]
    first = [(heights.first(phase), heights.first(_going_on(phase))) for phase in phases]
    sub = [heights.sub(phase) for phase in phases]
    count = len(flat)
    # For each number of rows: parts, cuts within a phase, unevenness, and minus where the last part starts.
    best: list[tuple[int, int, float, int] | None] = [(0, 0, 0.0, 0)]
    for end in range(1, count + 1):
        options = []
        used = 0.0
        for start in range(end - 1, max(end - 1 - MOST_ROWS, -1), -1):
            phase = flat[start][0]
            cut = start > 0 and flat[start - 1][0] == phase
            if start < end - 1 and flat[start + 1][0] != phase:
                used += sub[flat[start + 1][0]]
            used += tall[start]
            before = best[start]
            if before and used + first[phase][cut] <= (last_room if end == count else open_room):
                options.append((before[0] + 1, before[1] + cut, before[2] + (end - start) ** 2, -start))
        best.append(min(options) if options else None)
    return _parts(phases, flat, best) if best[count] else None


def _parts(
    phases: Phases, flat: Sequence[tuple[int, TickRow]], best: Sequence[tuple[int, int, float, int] | None]
) -> tuple[Phases, ...]:
    parts = []
    end = len(flat)
    while end > 0:
        found = best[end]
        assert found is not None
        parts.append(_part(phases, flat, -found[3], end))
        end = -found[3]
    return tuple(reversed(parts))


def _part(phases: Phases, flat: Sequence[tuple[int, TickRow]], start: int, end: int) -> Phases:
    """Rows `start` to `end` under their sub-heads; a phase that goes on says so."""
    found = []
    for index, phase in enumerate(phases):
        rows = tuple(row for number, row in flat[start:end] if number == index)
        if rows:
            goes_on = start > 0 and flat[start - 1][0] == index
            found.append(replace(_going_on(phase) if goes_on else phase, rows=rows))
    return tuple(found)


def _going_on(phase: ChartPhase) -> ChartPhase:
    return replace(phase, name=phase.continued) if phase.name else phase
