"""What stands under the tables of a chart: signs, steps and the rest, set once however many grids are tried over it."""

from __future__ import annotations

from functools import cached_property

from generator.manuscript.chart import Chart
from generator.page.chart.chart_help import help_shelves
from generator.page.chart.chart_measures import Sizes
from generator.page.chart.stacked import ChartShelf, shelves_of
from generator.page.chart.step_list import steps_shelves
from generator.page.measures import Style

Shelves = tuple[ChartShelf, ...]


class UnderTables:
    """The shelves of one chart on pages whose live area is `live` points wide."""

    def __init__(self, style: Style, sizes: Sizes, chart: Chart, live: float) -> None:
        self._style, self._sizes, self._chart, self.live = style, sizes, chart, live
        self._steps: dict[float, Shelves] = {}

    @cached_property
    def signs(self) -> tuple[Shelves, ...]:
        """The ways to say when to get help, roomy first."""
        return help_shelves(self._style, self._sizes, self._chart.help, self.live)

    @cached_property
    def rest(self) -> Shelves:
        """Plan, graph, boxes and code, where weeks stand one under the other."""
        return shelves_of(self._style, self._sizes, self._chart, self.live)

    def steps(self, room: float) -> Shelves:
        """The steps, on shelves of at most `room` points; none if the chart has none."""
        steps = self._chart.steps
        if steps is None:
            return ()
        if room not in self._steps:
            self._steps[room] = steps_shelves(self._style, self._sizes, steps, self.live, room)
        return self._steps[room]
