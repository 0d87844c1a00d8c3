"""What whoever looks at the sheet writes: a box of its own with lines, or one line in the foot."""

from __future__ import annotations

from generator.manuscript.back import Visit
from generator.manuscript.box_name import visit_box
from generator.page.back.back_measures import BackSizes
from generator.page.chart.chart_measures import BOX_STROKE, RISE
from generator.page.chart.chart_top import write_line
from generator.page.measures import Style
from generator.page.page import Block, Cell, Element, Item, Role, Shape
from generator.page.paragraph import set_word
from generator.page.signs import CAP_MIDDLE, decoration
from generator.shapes.geometry import MM
from generator.shapes.outlines import rectangle

_PAD = 3 * MM
_AFTER_BOX = 1.4 * MM
_APART = 4 * MM
_LINE = 8.0  # units from line to line


def visit_least(style: Style, sizes: BackSizes, visit: Visit, width: float) -> float:
    """Height of the box with its choices and one line to write on."""
    return _first_line(style, sizes, visit, width) + 2.2 * MM


def _choices_top(sizes: BackSizes) -> float:
    return 2.2 * MM + sizes.word * RISE + 2.2 * MM


def _first_line(style: Style, sizes: BackSizes, visit: Visit, width: float) -> float:
    return _choices_top(sizes) + _choice_rows(style, sizes, visit, width) + 6.4 * sizes.type.unit


def _choice_rows(style: Style, sizes: BackSizes, visit: Visit, width: float) -> float:
    """Height of the choices, on as many lines as they take."""
    _, y = _choices(style, sizes, visit, 1, _PAD, 0.0, width - _PAD)
    return y


def lay_out_visit_box(
    style: Style, sizes: BackSizes, visit: Visit, first_week: int, width: float, height: float
) -> Block:
    """Framed, its lines filling the height."""
    baseline = 2.2 * MM + sizes.word * RISE
    title = set_word(style, visit.title, _PAD, baseline, sizes.word, "bold")
    frame = Shape(rectangle(0.4, 0.4, width - 0.8, height - 0.8, 2 * MM), stroke=style.inks.ink, width=0.85)
    chosen, _ = _choices(style, sizes, visit, first_week, _PAD, _choices_top(sizes), width - _PAD)
    lines: list[Item] = []
    y = _first_line(style, sizes, visit, width)
    while y + 2.0 * MM <= height:
        lines.append(write_line(style, _PAD, width - _PAD, y - 0.8 * MM))
        y += _LINE * sizes.type.unit
    elements = (decoration(frame, *lines), Element(Role.PARAGRAPH, (title,)), Element(Role.PARAGRAPH, tuple(chosen)))
    return Block(width, height, elements)


def lay_out_visit_line(style: Style, sizes: BackSizes, visit: Visit, first_week: int, width: float) -> Block:
    """Title, choices and a line to write on, in one line of the page where they fit."""
    baseline = sizes.tick / 2 + sizes.word * CAP_MIDDLE
    title = set_word(style, visit.title, 0, baseline, sizes.text, "bold")
    x, y = title.run.width + 3 * MM, 0.0
    if x + _run(style, sizes, visit) > width:
        x, y = 0.0, sizes.lead + 0.6 * MM
    chosen, bottom = _choices(style, sizes, visit, first_week, x, y, width)
    end = x + _run(style, sizes, visit)
    lines = [write_line(style, end + 2 * MM, width, y + baseline)] if width - end > 12 * MM else []
    elements = (Element(Role.PARAGRAPH, (title, *chosen)), decoration(*lines))
    return Block(width, bottom, elements)


def _run(style: Style, sizes: BackSizes, visit: Visit) -> float:
    words = sum(style.setter.width(label, sizes.text) for _, label in visit.choices)
    return words + len(visit.choices) * (sizes.tick + _AFTER_BOX) + (len(visit.choices) - 1) * _APART


def _choices(
    style: Style, sizes: BackSizes, visit: Visit, first_week: int, begin: float, y: float, end: float
) -> tuple[list[Item], float]:
    """Boxes with their words, and where they end."""
    items: list[Item] = []
    x, side = begin, sizes.tick
    for key, label in visit.choices:
        wide = side + _AFTER_BOX + style.setter.width(label, sizes.text)
        if x > begin and x + wide > end + 0.01:
            x, y = begin, y + side + 2 * MM
        items.append(Cell(visit_box(key, first_week), x, y, side, side, style.inks.ink, BOX_STROKE))
        items.append(set_word(style, label, x + side + _AFTER_BOX, y + side / 2 + sizes.text * CAP_MIDDLE, sizes.text))
        x += wide + _APART
    return items, y + side


def lay_out_notes(style: Style, sizes: BackSizes, title: str, width: float, height: float) -> Block:
    """Lines for the client's own notes, filling the height."""
    word = set_word(style, title, 0, sizes.head * RISE, sizes.head, "bold")
    lines: list[Item] = []
    y = sizes.head * RISE + _LINE * sizes.type.unit
    while y + 1.0 * MM <= height:
        lines.append(write_line(style, 0, width, y))
        y += _LINE * sizes.type.unit
    return Block(width, height, (Element(Role.HEADING_2, (word,)), decoration(*lines)))
