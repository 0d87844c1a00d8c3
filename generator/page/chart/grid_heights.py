"""The heights of a grid's parts, each worked out once, in however many ways its rows are then dealt out to pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.manuscript.chart import ChartPhase, TickRow
from generator.page.chart.grid import Grid, head_height
from generator.page.chart.grid_rows import closing_height, noted_height, sub_height
from generator.page.chart.row_breaks import Heights, Phases, split_phases
from generator.page.chart.row_notes import height_over


@dataclass(frozen=True, slots=True)
class GridHeights:
    """Of the head, a note over the first table, the rows that close a week, and every row by its key (points).

    All weeks of a grid have the same ones.
    """

    grid: Grid
    head: float
    over: float
    closing: float
    rows: Mapping[str, float]

    def table(self, phases: Sequence[ChartPhase], *, closed: bool) -> float:
        """Height of a table with these phases; `closed` adds numbers, total and choices of the week."""
        body = sum(
            sub_height(self.grid, phase, first=index == 0) + sum(self.rows[row.key] for row in phase.rows)
            for index, phase in enumerate(phases)
        )
        return self.head + body + (self.closing if closed else 0.0)

    def split(self, open_room: float, last_room: float, over: float) -> tuple[Phases, ...] | None:
        """Rows for tables of these heights, heads and the closing rows included; `over` stands over the first row."""
        first = self.grid.chart.rows[0]

        def row_height(row: TickRow) -> float:
            return self.rows[row.key] + (over if row is first else 0.0)

        heights = Heights(
            row_height,
            lambda phase: sub_height(self.grid, phase, first=False),
            lambda phase: sub_height(self.grid, phase, first=True),
        )
        last_room -= self.head + self.closing
        return split_phases(self.grid.chart.phases, heights, open_room - self.head, last_room)


def heights_of(grid: Grid) -> GridHeights:
    return GridHeights(
        grid,
        head_height(grid),
        height_over(grid.style, grid.sizes, grid.chart, grid.columns.width),
        closing_height(grid),
        {row.key: noted_height(grid, row) for row in grid.chart.rows},
    )
