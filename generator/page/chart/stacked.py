"""Plan, graph, boxes and code as shelves that stand under each other where a chart's weeks are stacked."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.chart import Chart
from generator.page.chart.band import draw_heading, draw_plan, plan_height
from generator.page.chart.chart_measures import Sizes
from generator.page.chart.graph import draw_graph
from generator.page.chart.routine_code import code_height, code_width, draw_code
from generator.page.chart.write_boxes import boxes_width, draw_boxes, title_height
from generator.page.measures import Style
from generator.page.page import Block, Element
from generator.shapes.geometry import MM


@dataclass(frozen=True, slots=True)
class ChartShelf:
    """A block as wide as the live area; `help` marks the one that says when to get help."""

    block: Block
    help: bool = False

    @property
    def height(self) -> float:
        return self.block.height


def shelves_of(style: Style, sizes: Sizes, chart: Chart, width: float) -> tuple[ChartShelf, ...]:
    """Plan and graph side by side (under each other where the theme is stacked), then boxes and code."""
    plan = plan_height(sizes, chart.plan)
    last = _single_shelf(style, sizes, chart, width)
    ends = (last,) if last else ()
    if style.theme.stacked or not chart.graph:
        parts = [ChartShelf(Block(width, plan, tuple(draw_plan(style, sizes, chart.plan, 0, 0, width, plan))))]
        if chart.graph:
            tall = 52 * sizes.unit
            parts.append(ChartShelf(Block(width, tall, tuple(_graph(style, sizes, chart, 0, width, tall)))))
        return (*parts, *ends)
    gap = 8 * MM
    half = (width - gap) / 2
    tall = max(plan, 46 * sizes.unit)
    elements = draw_plan(style, sizes, chart.plan, 0, 0, half, tall)
    elements += _graph(style, sizes, chart, half + gap, half, tall)
    return (ChartShelf(Block(width, tall, tuple(elements))), *ends)


def _graph(style: Style, sizes: Sizes, chart: Chart, x: float, width: float, height: float) -> list[Element]:
    assert chart.graph is not None
    heading = draw_heading(style, sizes, chart.graph, x, 0, width)
    graph = draw_graph(style, sizes, chart.graph, x, heading.end, width, height - heading.end)
    return [*heading.elements, graph]


def _single_shelf(style: Style, sizes: Sizes, chart: Chart, width: float) -> ChartShelf | None:
    """Single boxes at the start, the code at the end."""
    pitch = 9.8 * sizes.unit
    height = 0.0
    elements: list[Element] = []
    start = 0.0
    if chart.boxes:
        elements += draw_boxes(style, sizes, chart, 0, 0, pitch)
        height = len(chart.boxes) * pitch + title_height(style, sizes, chart)
        start = boxes_width(style, sizes, chart.boxes) + 12 * MM
    if chart.video:
        own = code_height(style, sizes, chart.video)
        height = max(height, own)
        x = max(start, width / 2 + 4 * MM)
        wide = max(code_width(style, sizes, chart.video), width - x)
        elements += draw_code(style, sizes, chart, x, 0, wide, own)
    return ChartShelf(Block(width, height, tuple(elements))) if elements else None
