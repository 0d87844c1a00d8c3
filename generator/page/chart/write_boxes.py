"""Single boxes for numbers, such as a measure before and after: labels and units in, a column of boxes out."""

from __future__ import annotations

from generator.manuscript.chart import Chart, WriteBox
from generator.page.chart.chart_measures import BOX_STROKE, BOXES_APART, NUMBER_LEAST, Sizes
from generator.page.measures import Style
from generator.page.page import Cell, Element, Role
from generator.page.paragraph import SetColumn, set_column, set_word
from generator.page.signs import CAP_MIDDLE
from generator.shapes.geometry import MM
from generator.text.setter import Span

_TALL = 8.6  # units
_PITCH_MOST = 11.0
_LEAST = NUMBER_LEAST + 0.05 * MM
_AFTER = 1.4 * MM  # from a box to its unit


def boxes_height(style: Style, sizes: Sizes, chart: Chart) -> float:
    """The least height of the boxes under their title."""
    count = len(chart.boxes)
    return title_height(style, sizes, chart) + count * (_LEAST + BOXES_APART) - BOXES_APART


def boxes_width(style: Style, sizes: Sizes, boxes: tuple[WriteBox, ...]) -> float:
    """Room for labels, boxes and units."""
    return _labels_width(style, sizes, boxes) + _side(sizes) + _units_width(style, sizes, boxes)


def draw_boxes(style: Style, sizes: Sizes, chart: Chart, x: float, y: float, pitch: float) -> list[Element]:
    """Boxes one under the other, aligned, under their title if they have one."""
    labels, side = _labels_width(style, sizes, chart.boxes), _side(sizes)
    title = _title(style, sizes, chart, x, y)
    elements = [Element(Role.PARAGRAPH, title.items)] if title else []
    y += title_height(style, sizes, chart)
    tall = min(_TALL * sizes.unit, max(pitch - BOXES_APART, _LEAST))
    for index, box in enumerate(chart.boxes):
        top = y + index * pitch
        baseline = top + tall / 2 + sizes.name * CAP_MIDDLE
        label = set_word(style, box.label, x, baseline, sizes.name, "bold")
        cell = Cell(box.name, x + labels, top, side, tall, style.inks.ink, BOX_STROKE)
        unit = set_word(style, box.unit, x + labels + side + _AFTER, baseline, sizes.name)
        elements.append(Element(Role.PARAGRAPH, (label, cell, unit)))
    return elements


def draw_side_boxes(
    style: Style, sizes: Sizes, chart: Chart, width: float, top: float, height: float
) -> tuple[float, list[Element]]:
    """The boxes at the end of a band; they keep clear of the corner mark. Returns where they begin."""
    count, tall = len(chart.boxes), _TALL * sizes.unit
    first = top + title_height(style, sizes, chart)
    above_mark = height - sizes.mark - sizes.clear
    pitches = max(count - 1, 1)
    if first + tall + pitches * (tall + BOXES_APART) <= above_mark:
        right, bottom = width, above_mark
    else:
        right, bottom = width - sizes.mark - sizes.clear, height
    pitch = min((bottom - first - tall) / pitches, _PITCH_MOST * sizes.unit)
    if pitch < tall + BOXES_APART:
        pitch = (bottom - first + BOXES_APART) / count  # boxes are lower
    x = right - boxes_width(style, sizes, chart.boxes)
    return x, draw_boxes(style, sizes, chart, x, top, pitch)


def title_height(style: Style, sizes: Sizes, chart: Chart) -> float:
    """What the title takes above the first box."""
    title = _title(style, sizes, chart, 0, 0)
    return title.lines * sizes.fine * 1.2 + 0.8 * MM if title else 0.0


def _title(style: Style, sizes: Sizes, chart: Chart, x: float, y: float) -> SetColumn | None:
    if not chart.boxes_title:
        return None
    spans = [Span(chart.boxes_title, "semibold", style.inks.ink)]
    width = boxes_width(style, sizes, chart.boxes)
    return set_column(style, spans, x, y + sizes.fine * 0.75, width, sizes.fine, sizes.fine * 1.2)


def _labels_width(style: Style, sizes: Sizes, boxes: tuple[WriteBox, ...]) -> float:
    return max(style.setter.width(box.label, sizes.name, "bold") for box in boxes) + 2 * MM


def _units_width(style: Style, sizes: Sizes, boxes: tuple[WriteBox, ...]) -> float:
    return max(style.setter.width(box.unit, sizes.name) for box in boxes) + _AFTER


def _side(sizes: Sizes) -> float:
    return max(14.0 * MM, 12 * sizes.unit)
