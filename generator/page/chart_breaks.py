"""Which rows of a chart go on which page: phases of rows and the room of a page in, phases for each page out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.page.chart_content import ChartPhase, TickRow

# More rows than this on one page cannot be told apart at arm's length.
MOST_ROWS = 12

Phases = tuple[ChartPhase, ...]


def split_phases(phases: Phases, fits: Callable[[Phases, bool], bool]) -> tuple[Phases, ...] | None:
    """The fewest parts that fit, breaking between phases rather than within one, and evenly.

    `fits(part, last)` says whether a part has room on its page; the last one carries what closes the chart.
    None if a single row does not fit.
    """
    flat = [(index, row) for index, phase in enumerate(phases) for row in phase.rows]
    count = len(flat)
    best: list[tuple[int, int, float, int] | None] = [(0, 0, 0.0, 0)]
    for end in range(1, count + 1):
        options = []
        for start in range(end):
            before = best[start]
            if before is None or not fits(_part(phases, flat, start, end), end == count):
                continue
            cut = int(start > 0 and flat[start - 1][0] == flat[start][0])
            options.append((before[0] + 1, before[1] + cut, before[2] + (end - start) ** 2, start))
        best.append(min(options) if options else None)
    if best[count] is None:
        return None
    parts = []
    end = count
    while end > 0:
        found = best[end]
        assert found is not None
        parts.append(_part(phases, flat, found[3], end))
        end = found[3]
    return tuple(reversed(parts))


def _part(phases: Phases, flat: Sequence[tuple[int, TickRow]], start: int, end: int) -> Phases:
    """Rows `start` to `end` under their sub-heads; a phase that goes on says so."""
    found = []
    for index, phase in enumerate(phases):
        rows = tuple(row for number, row in flat[start:end] if number == index)
        if not rows:
            continue
        goes_on = start > 0 and flat[start - 1][0] == index
        found.append(replace(phase, name=phase.continued if goes_on else phase.name, rows=rows))
    return tuple(found)
