"""The parts that stand under the fortnights, each laid out in any width."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.manuscript.back import Back
from generator.manuscript.chart import Chart
from generator.page.back.back_measure import (
    GRAPH_LEAST,
    GRAPH_WIDTH,
    Plot,
    beside_width,
    lay_out_measure,
    set_beside,
)
from generator.page.back.back_measures import BackSizes
from generator.page.back.back_plan import Clauses, lay_out_easier, lay_out_plan, lay_out_sure, lay_out_wide_plan
from generator.page.back.back_rule import lay_out_rule
from generator.page.back.back_space import Space
from generator.page.back.back_steps import lay_out_steps
from generator.page.back.back_visit import lay_out_notes, lay_out_visit_box, lay_out_visit_line, visit_least
from generator.page.back.back_week_table import WeekTable
from generator.page.measures import Style
from generator.page.page import Block
from generator.shapes.geometry import MM

_WIDE = 140 * MM  # from this width on two clauses of the plan share a line
_BESIDE_TABLE = 3 * MM  # from the weeks' table to a measure beside it
_GRAPHED = 2  # so many parts of a routine leave room for a graph that nobody asked for


@dataclass(frozen=True, slots=True)
class BackPart:
    """A laid out part. A `plot` bears dates; one that `grows` is laid out anew when its height is known."""

    block: Block
    plot: Plot | None = None
    grows: bool = False


@dataclass(frozen=True, slots=True)
class BackParts:
    """All parts of one chart, with what `space` leaves of them."""

    style: Style
    sizes: BackSizes
    chart: Chart
    back: Back
    space: Space

    @property
    def table(self) -> WeekTable:
        return WeekTable(self.style, self.sizes, self.chart, self.back)

    def rule(self, width: float) -> list[BackPart]:
        block = lay_out_rule(self.style, self.sizes, self.back, width) if self.space.rule_here else None
        return [BackPart(block)] if block else []

    def week_table(self, width: float) -> list[BackPart]:
        return [BackPart(self._table_and_measure(width) or self.table.lay_out(width))]

    def _table_and_measure(self, width: float) -> Block | None:
        """The table with the first measure beside it; None where that has no room, or is not asked for."""
        if not self.space.beside or self.is_graphed or not self.back.measures:
            return None
        taken = self.back.measures[0]
        beside = beside_width(self.style, self.sizes, taken)
        room = width - beside - _BESIDE_TABLE
        if not beside or self.table.width > room or self.space.measure_here:
            return None
        table = self.table.lay_out(room)
        drawn = set_beside(self.style, self.sizes, taken, width - beside, beside, table.height)
        return replace(table, width=width, kids=(*table.kids, *drawn)) if drawn else None

    def steps(self, width: float) -> list[BackPart]:
        steps, first = self.back.steps, self.chart.first_week
        if steps is None:
            return []
        if steps.on_cards and not self.space.sentences:
            steps = replace(steps, text=steps.on_cards, rows=())
        return [BackPart(lay_out_steps(self.style, self.sizes, steps, first, width, others=self.space.others))]

    def plan(self, width: float) -> list[BackPart]:
        """The plan with how sure the client is of it, and what is easier than before."""
        style, sizes, back = self.style, self.sizes, self.back
        parts = []
        if self.space.plan_here and width > _WIDE:
            parts = [BackPart(lay_out_wide_plan(style, sizes, back.plan_title, self._clauses, width))]
        elif self.space.plan_here:
            parts = [BackPart(lay_out_plan(style, sizes, back.plan_title, self._clauses, width, self.space.pitch))]
        parts.append(BackPart(lay_out_sure(style, sizes, back, width)))
        return [*parts, BackPart(lay_out_easier(style, sizes, back, width))] if self.space.easier else parts

    @property
    def _clauses(self) -> Clauses:
        return self.back.short_plan if self.space.plan_short else self.back.plan

    @property
    def is_graphed(self) -> bool:
        """Whether the first measure has a graph: if one was asked for, or where few parts leave room."""
        return self.back.always_graph or (self.space.graph > 0 and len(self.chart.rows) <= _GRAPHED)

    def measure(self, index: int, width: float) -> list[BackPart]:
        """The measure of this number; none where it gave way."""
        if self._table_and_measure(width) if not index else not self.space.more_measures:
            return []
        taken = self.back.measures[index]
        if self.is_graphed and not index and width >= GRAPH_WIDTH:
            plot = Plot(
                self.style,
                self.sizes,
                taken,
                self.chart.graphs[index],
                self.space,
                width,
                self.chart.weeks,
                self.chart.first_week,
                (self.space.graph or GRAPH_LEAST) * MM,
            )
            return [BackPart(plot.block(), plot)]
        return [BackPart(lay_out_measure(self.style, self.sizes, taken, self.space, width))]

    def notes(self, width: float, height: float) -> BackPart:
        """Lines to write on, for what would stay empty."""
        return BackPart(lay_out_notes(self.style, self.sizes, self.back.notes, width, height))

    def visit(self, width: float, height: float = 0.0) -> list[BackPart]:
        """The clinician's box, at least as high as it must be; none where it is a line in the foot."""
        if not self.space.visit_apart:
            return []
        visit, first = self.back.visit, self.chart.first_week
        tall = max(height, visit_least(self.style, self.sizes, visit, width))
        return [BackPart(lay_out_visit_box(self.style, self.sizes, visit, first, width, tall), grows=True)]

    def visit_line(self, width: float) -> BackPart:
        """What replaces that box."""
        return BackPart(lay_out_visit_line(self.style, self.sizes, self.back.visit, self.chart.first_week, width))
