"""Where the axes of an empty graph stand on a finished page, so that what is plotted in it can be read back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.manuscript.chart import Graph
from generator.page.chart.graph import scale
from generator.page.page import Element, Item, Line, Page, Placed, Role
from generator.shapes.geometry import MM


def graphs_json(page: Page, graphs: Sequence[Graph], first_week: int) -> list[dict[str, object]]:
    """The graphs of a page in millimetres: `x` of each moment and `y` of each value, from the page's upper left corner.

    A moment is the end of a week, 0 for the start of the plan.
    """
    known = {graph.alt: graph for graph in graphs}
    return [
        _axes(placed, element, known[element.alt], first_week)
        for placed in page.blocks
        for element in _figures(placed.block.kids)
        if element.alt in known
    ]


def _figures(kids: Sequence[Element | Item]) -> Iterator[Element]:
    for kid in kids:
        if isinstance(kid, Element):
            if kid.role is Role.FIGURE:
                yield kid
            yield from _figures(kid.kids)


def _axes(placed: Placed, figure: Element, graph: Graph, first_week: int) -> dict[str, object]:
    """Full lines across are values from low to high, upright ones are moments."""
    lines = [item for item in figure.kids if isinstance(item, Line)]
    moments = sorted(line.x0 for line in lines if line.x0 == line.x1)
    levels = sorted((line.y0 for line in lines if line.y0 == line.y1 and not line.dash), reverse=True)
    values = scale(graph.low, graph.high, graph.step)
    assert len(levels) == len(values)
    return {
        "title": graph.title,
        "unit": graph.unit,
        "moments": [{"week": first_week - 1 + n, "x": _mm(placed.x + x)} for n, x in enumerate(moments)],
        "values": [{"value": value, "y": _mm(placed.y + y)} for value, y in zip(values, levels, strict=True)],
    }


def _mm(points: float) -> float:
    return round(points / MM, 2)
