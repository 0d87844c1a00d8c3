"""The steps of all exercises on a chart: a box before each, what to do with them, and when to move up."""

from __future__ import annotations

from collections.abc import Sequence

from generator.manuscript.box_name import step_box
from generator.manuscript.chart import StepRow, Steps
from generator.page.chart.chart_measures import BOX_STROKE, BOXES_APART, TICK_LEAST, Sizes
from generator.page.chart.stacked import ChartShelf
from generator.page.measures import Style
from generator.page.page import Block, Cell, Element, Item, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import CAP_MIDDLE
from generator.shapes.geometry import MM
from generator.text.setter import Span

_AFTER_BOX = 1.2 * MM
_APART = 4.0 * MM  # between a step and the box of the next
_RULES_APART = 6 * MM
_NAMES_MOST = 0.4  # of the width
_LEAD = 1.15


def steps_shelves(style: Style, sizes: Sizes, steps: Steps, width: float, room: float) -> tuple[ChartShelf, ...]:
    """One shelf with everything, or as many as it takes of at most `room` points; the first has head and rules."""
    shelves: list[ChartShelf] = []
    rows = list(steps.rows)
    while rows:
        count = len(rows)
        shelf = _shelf(style, sizes, steps, rows, width, first=not shelves)
        while shelf.height > room and count > 1:
            count -= 1
            shelf = _shelf(style, sizes, steps, rows[:count], width, first=not shelves)
        shelves.append(shelf)
        rows = rows[count:]
    return tuple(shelves)


def _shelf(
    style: Style, sizes: Sizes, steps: Steps, rows: Sequence[StepRow], width: float, *, first: bool
) -> ChartShelf:
    elements, y = _head(style, sizes, steps, width) if first else ([], 0.0)
    begin = _begin(style, sizes, steps, width)
    for row in rows:
        entry, y = _entry(style, sizes, row, steps.first_week, begin, width, y)
        elements.append(entry)
    return ChartShelf(Block(width, y - BOXES_APART, tuple(elements)))


def _head(style: Style, sizes: Sizes, steps: Steps, width: float) -> tuple[list[Element], float]:
    """Title, what to do with the boxes, and the rules, two on a line where they fit; returns where the steps begin."""
    baseline = 5.6 * sizes.unit
    title = set_word(style, steps.title, 0, baseline, sizes.section, "bold")
    text = set_word(style, steps.text, title.run.width + 3 * MM, baseline, sizes.text)
    elements = [Element(Role.HEADING_2, (title,)), Element(Role.PARAGRAPH, (text,))]
    step = sizes.text * 1.25
    x, y = 0.0, baseline + step * 1.15
    for lead, rule in steps.rule:
        spans = [Span(lead + " ", "bold", style.inks.accent), Span(rule, "regular", style.inks.ink)]
        wide = sum(style.setter.width(span.text, sizes.text, span.weight) for span in spans)
        if x and x + wide > width:
            x, y = 0.0, y + step
        words = set_column(style, spans, x, y, width - x, sizes.text, step)
        elements.append(Element(Role.PARAGRAPH, words.items))
        x, y = x + wide + _RULES_APART, words.next - step
    return elements, y + 2.6 * sizes.unit


def _begin(style: Style, sizes: Sizes, steps: Steps, width: float) -> float:
    """Where the steps stand, behind numbers and names."""
    names = max(style.setter.width(row.name, sizes.name, "semibold") for row in steps.rows) + 4 * MM
    return _numbers(style, sizes, steps) + min(names, width * _NAMES_MOST)


def _numbers(style: Style, sizes: Sizes, steps: Steps) -> float:
    return max(style.setter.width(row.number, sizes.number, "bold") for row in steps.rows) + 2 * MM


def _side(sizes: Sizes) -> float:
    return max(TICK_LEAST, 5.0 * sizes.unit)


def _entry(
    style: Style, sizes: Sizes, row: StepRow, first_week: int, begin: float, width: float, y: float
) -> tuple[Element, float]:
    """Number and name, then a box before each step, on as many lines as they take; returns where the next begins."""
    setter, side = style.setter, _side(sizes)
    pitch, step = side + BOXES_APART, sizes.name * _LEAD
    drop = side / 2 + sizes.name * CAP_MIDDLE
    number = set_word(style, row.number, 0, y + drop, sizes.number, "bold", style.inks.accent)
    start = number.run.width + 2 * MM
    name = set_column(
        style,
        [Span(row.name, "semibold", style.inks.ink)],
        start,
        y + drop,
        begin - 3 * MM - start,
        sizes.name,
        step,
    )
    items: list[Item] = [number, *name.items]
    x, top, lines = begin, y, 1
    for index, text in enumerate(row.steps, 1):
        wide = setter.width(text, sizes.name)
        if x > begin and x + side + _AFTER_BOX + wide > width:
            x, top, lines = begin, top + pitch + (lines - 1) * step, 1
        box = step_box(row.key, index, first_week)
        items.append(Cell(box, x, top, side, side, style.inks.ink, BOX_STROKE))
        x += side + _AFTER_BOX
        words = set_column(style, [Span(text, "regular", style.inks.ink)], x, top + drop, width - x, sizes.name, step)
        items += words.items
        x, lines = x + min(wide, width - x) + _APART, max(lines, words.lines)
    bottom = max(top + pitch + (lines - 1) * step, y + pitch + (name.lines - 1) * step)
    return Element(Role.PARAGRAPH, tuple(items)), bottom
