"""An empty graph to plot a measure in by hand: its scale, its columns and the lines to read from."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.chart import Graph
from generator.page.chart.chart_measures import RULE, Sizes
from generator.page.measures import Style
from generator.page.page import Element, Item, Line, Role
from generator.page.paragraph import set_word
from generator.page.signs import CAP_MIDDLE
from generator.shapes.geometry import MM

_DOTS = (0.8, 2.2)
_AFTER = 1.6 * MM  # from the name of the last moment to that of the axis


@dataclass(frozen=True, slots=True)
class Axes:
    """The field to plot in, and the values at its ends."""

    left: float
    right: float
    top: float
    bottom: float
    low: float
    high: float

    def y(self, value: float) -> float:
        return self.top + (self.bottom - self.top) * (self.high - value) / (self.high - self.low)


def value_words(value: float) -> str:
    """A value of the scale with a real minus sign, without needless decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace("-", "\u2212")


def scale(low: float, high: float, step: float) -> list[float]:
    """Multiples of `step` from `low` to `high`; `low` itself is the first."""
    count = int((high - low) / step + 1e-6)
    return [low + index * step for index in range(count + 1)]


def draw_graph(style: Style, sizes: Sizes, graph: Graph, x: float, y: float, width: float, height: float) -> Element:
    """A figure in the box at x, y: the unit over the scale, the scale at the start, the moments underneath."""
    setter = style.setter
    marks = scale(graph.low, graph.high, graph.step)
    labels = max(setter.width(value_words(mark), sizes.fine) for mark in marks)
    labels = max(labels, setter.width(_top_words(graph, marks[-1]), sizes.fine))
    zero = setter.width(graph.zero, sizes.fine, "semibold") + 1.2 * MM if graph.zero else 0.0
    inset = min(7 * MM, width * 0.07)
    last = setter.width(graph.columns[-1], sizes.fine, "semibold")
    beyond = last / 2 + _AFTER + setter.width(graph.axis, sizes.fine) - inset
    end = max(zero, beyond, 0.0)
    axes = Axes(
        x + labels + 1.6 * MM,
        x + width - end,
        y + sizes.fine * 0.6,
        y + height - sizes.fine * 1.46,
        graph.low,
        graph.high,
    )
    items = _levels(style, sizes, graph, axes) + _moments(style, sizes, graph, axes, inset)
    return Element(Role.FIGURE, tuple(items), alt=graph.alt)


def _top_words(graph: Graph, value: float) -> str:
    """The highest value of the scale bears the unit."""
    return f"{value_words(value)}\u00a0{graph.unit}".rstrip("\u00a0")


def _levels(style: Style, sizes: Sizes, graph: Graph, axes: Axes) -> list[Item]:
    """Full lines with their values, dotted ones between, and a thick one at zero."""
    inks = style.inks
    items: list[Item] = []
    full = scale(graph.low, graph.high, graph.step)
    if graph.minor < graph.step:
        items += [
            Line(axes.left, axes.y(value), axes.right, axes.y(value), RULE, inks.line, dash=_DOTS)
            for value in scale(graph.low, graph.high, graph.minor)
            if all(abs(value - other) > graph.minor / 4 for other in full)
        ]
    pitch = (axes.bottom - axes.top) / max(len(full) - 1, 1)
    every = max(1, -int(-sizes.fine * 1.0 // pitch))
    for index, value in enumerate(full):
        y, at_zero = axes.y(value), abs(value) < 1e-9 and graph.low < 0
        ink = inks.ink if at_zero else inks.line
        items.append(Line(axes.left, y, axes.right, y, 1.5 if at_zero else RULE, ink))
        baseline = y + sizes.fine * CAP_MIDDLE
        if abs(value) < 1e-9 and graph.zero:
            # On the lowest line it stands a little higher: the name of the axis follows underneath.
            lifted = y - sizes.fine * 0.1 if index == 0 else baseline
            items.append(set_word(style, graph.zero, axes.right + 1.2 * MM, lifted, sizes.fine, "semibold"))
        if (len(full) - 1 - index) % every == 0 or at_zero:
            words = _top_words(graph, value) if index == len(full) - 1 else value_words(value)
            items.append(set_word(style, words, axes.left - 1.6 * MM, baseline, sizes.fine, align="end"))
    return items


def _moments(style: Style, sizes: Sizes, graph: Graph, axes: Axes, inset: float) -> list[Item]:
    """An upright line for each moment to plot at, named under it."""
    items: list[Item] = []
    pitch = (axes.right - axes.left - 2 * inset) / (len(graph.columns) - 1)
    baseline = axes.bottom + sizes.fine * 1.2
    for index, name in enumerate(graph.columns):
        x = axes.left + inset + index * pitch
        items.append(Line(x, axes.top, x, axes.bottom, RULE, style.inks.line))
        items.append(set_word(style, name, x, baseline, sizes.fine, "semibold", align="middle"))
        if index == len(graph.columns) - 1:
            after = x + style.setter.width(name, sizes.fine, "semibold") / 2 + _AFTER
            items.append(set_word(style, graph.axis, after, baseline, sizes.fine, ink=style.inks.grey))
    return items
