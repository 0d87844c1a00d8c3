"""What is measured: how, which change counts, and a box for each moment; or a graph to plot it in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.manuscript.back import Taken
from generator.manuscript.chart import ChartWeek, Graph
from generator.page.back.back_measures import BackSizes
from generator.page.back.back_space import Space
from generator.page.chart.chart_measures import BOX_STROKE, BOXES_APART, DROP, RISE
from generator.page.chart.graph import draw_graph
from generator.page.measures import Style
from generator.page.page import Block, Cell, Element, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import CAP_MIDDLE
from generator.shapes.geometry import MM
from generator.text.setter import Span

GRAPH_WIDTH, GRAPH_LEAST = 88 * MM, 30  # the least to plot in by hand; its height in millimetres
_LABEL = 1.5 * MM  # from a label to its box
_APART = 2.5 * MM
_LEAD = 1.12  # from line to line of a title in a narrow column, as a share of its size


def lay_out_measure(style: Style, sizes: BackSizes, taken: Taken, space: Space, width: float) -> Block:
    """Title and unit in one line, how to measure, then the boxes in a line, labels over them where it is short.

    Where the front says how, boxes stand in the title's line if they fit.
    """
    if not space.measure_here and taken.moments:
        line = _in_line(style, sizes, taken, width)
        if line:
            return line
    elements, y = _head(style, sizes, taken, space, width)
    if not taken.moments:
        return Block(width, y, tuple(elements))
    y += 1.2 * MM
    widest = max(_moment_width(style, sizes, one.label) for one in taken.moments) + _APART
    above = len(taken.moments) * widest - _APART > width + 0.01
    pitch = width / len(taken.moments)
    down = sizes.text * RISE + _LABEL if above else 0.0
    for index, moment in enumerate(taken.moments):
        x = index * pitch
        baseline = y + (sizes.text * RISE if above else sizes.number / 2 + sizes.text * CAP_MIDDLE)
        label = set_word(style, moment.label, x, baseline, sizes.text, "bold")
        start = x if above else x + label.run.width + _LABEL
        cell = Cell(moment.name, start, y + down, sizes.number_wide, sizes.number, style.inks.ink, BOX_STROKE)
        elements.append(Element(Role.PARAGRAPH, (label, cell)))
    return Block(width, y + down + sizes.number, tuple(elements))


def _in_line(style: Style, sizes: BackSizes, taken: Taken, width: float) -> Block | None:
    """Title, unit and boxes in one line; None where that is too short."""
    baseline = sizes.number / 2 + sizes.text * CAP_MIDDLE
    title = set_word(style, taken.title, 0, baseline, sizes.text, "bold")
    unit = set_word(style, taken.unit, title.run.width + 1.5 * MM, baseline, sizes.text)
    wide = [_moment_width(style, sizes, one.label) for one in taken.moments]
    start = unit.x + unit.run.width
    apart = (width - start - sum(wide)) / len(wide)
    if apart < _APART:
        return None
    elements = [Element(Role.HEADING_2, (title,)), Element(Role.PARAGRAPH, (unit,))]
    x = start
    for moment, room in zip(taken.moments, wide, strict=True):
        x += apart
        label = set_word(style, moment.label, x, baseline, sizes.text, "bold")
        box = x + label.run.width + _LABEL
        cell = Cell(moment.name, box, 0, sizes.number_wide, sizes.number, style.inks.ink, BOX_STROKE)
        elements.append(Element(Role.PARAGRAPH, (label, cell)))
        x += room
    return Block(width, sizes.number, tuple(elements))


def beside_width(style: Style, sizes: BackSizes, taken: Taken) -> float:
    """Of boxes one under the other, each behind its label; 0 without any."""
    return max((_moment_width(style, sizes, one.label) for one in taken.moments), default=0.0)


def set_beside(
    style: Style, sizes: BackSizes, taken: Taken, x: float, width: float, height: float
) -> list[Element] | None:
    """From x on, a title over boxes one under the other, the last at the end of the height; None if it has no room."""
    spans = [Span(taken.title, "bold", style.inks.ink), Span(f" {taken.unit}", "regular", style.inks.ink)]
    size, step = sizes.letter, sizes.letter * _LEAD
    words = set_column(style, spans, x, size * RISE, width, size, step)
    pitch = sizes.number + BOXES_APART
    y = height - pitch * len(taken.moments) + BOXES_APART
    if words.next - step + size * DROP > y:
        return None
    elements = [Element(Role.HEADING_2, words.items)]
    for moment in taken.moments:
        label = set_word(style, moment.label, x, y + sizes.number / 2 + sizes.text * CAP_MIDDLE, sizes.text, "bold")
        start = x + width - sizes.number_wide
        cell = Cell(moment.name, start, y, sizes.number_wide, sizes.number, style.inks.ink, BOX_STROKE)
        elements.append(Element(Role.PARAGRAPH, (label, cell)))
        y += pitch
    return elements


def _moment_width(style: Style, sizes: BackSizes, label: str) -> float:
    return style.setter.width(label, sizes.text, "bold") + _LABEL + sizes.number_wide


def _head(
    style: Style, sizes: BackSizes, taken: Taken, space: Space, width: float, more: str = ""
) -> tuple[list[Element], float]:
    """Words, and where they end."""
    baseline = sizes.head * RISE
    title = set_word(style, taken.title, 0, baseline, sizes.head, "bold")
    unit = set_word(style, taken.unit, title.run.width + 2 * MM, baseline, sizes.text)
    how = (taken.how, taken.change if space.change else "") if space.measure_here else ()
    text = " ".join(part for part in (*how, more) if part)
    spans = [Span(text, "regular", style.inks.ink)]
    words = set_column(style, spans, 0, baseline + sizes.lead * 1.05, width, sizes.text, sizes.lead)
    elements = [Element(Role.HEADING_2, (title,)), Element(Role.PARAGRAPH, (unit, *words.items))]
    return elements, words.next - sizes.lead + DROP * sizes.text


@dataclass(frozen=True, slots=True)
class Plot:
    """A measure with its graph, `height` points high, to plot at the ends of weeks (by date if they have one)."""

    style: Style
    sizes: BackSizes
    taken: Taken
    graph: Graph
    space: Space
    width: float
    weeks: tuple[ChartWeek, ...]
    first_week: int
    height: float

    def block(self) -> Block:
        elements, y = _head(self.style, self.sizes, self.taken, self.space, self.width, self.taken.better)
        y += 1.5 * MM
        figure = draw_graph(self.style, self.sizes.type, self._dated, 0, y, self.width, self.height)
        return Block(self.width, y + self.height, (*elements, figure))

    @property
    def _dated(self) -> Graph:
        ends = [week.end for week in self.weeks]
        if not all(ends):
            return self.graph
        return replace(self.graph, columns=(self.graph.columns[0], *ends), axis="")

    def head_of(self, weeks: tuple[ChartWeek, ...]) -> Block:
        """The same for other dates; `weeks` are all of the plan."""
        own = weeks[self.first_week - 1 :][: len(self.weeks)]
        return replace(self, weeks=own).block()
