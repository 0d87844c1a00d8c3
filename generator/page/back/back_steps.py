"""The steps of what builds up: a box before each, an arrow to the next; what to do with the others."""

from __future__ import annotations

from generator.manuscript.back import BackSteps, Climb
from generator.manuscript.box_name import step_box
from generator.page.back.back_measures import BackSizes
from generator.page.chart.chart_measures import BOX_STROKE, DROP, RISE, RULE
from generator.page.measures import Style
from generator.page.page import Block, Cell, Element, Item, Line, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import CAP_MIDDLE, decoration
from generator.shapes.geometry import MM
from generator.text.setter import Span

_AFTER_BOX = 1.2 * MM
_ARROW = 2.8 * MM
_ARROW_APART = 0.9 * MM
_NUMBER = 5.5  # units: room for an exercise's number
_BLANK = 7 * MM  # a line to write a step on
_ROWS_APART = 1.7 * MM
_NAME_LEAST = 27 * MM
_LEAD = 1.1  # from line to line of a name, as a share of its size
_ARROWS = 1.0  # points


def lay_out_steps(
    style: Style, sizes: BackSizes, steps: BackSteps, first_week: int, width: float, *, others: bool
) -> Block:
    """A row for each exercise; its steps stand beside its name where they fit, else under it."""
    ink = style.inks.ink
    baseline = sizes.head * RISE
    title = set_word(style, steps.title, 0, baseline, sizes.head, "bold")
    x = title.run.width + 2.5 * MM
    if x + style.setter.width(steps.text, sizes.text) > width:
        x, baseline = 0.0, baseline + sizes.lead
    words = set_column(style, [Span(steps.text, "regular", ink)], x, baseline, width - x, sizes.text, sizes.lead)
    elements = [Element(Role.HEADING_2, (title,)), Element(Role.PARAGRAPH, words.items)]
    y = words.next - sizes.lead + DROP * sizes.text + 1.2 * MM
    begin = _begin(style, sizes, steps, width)
    for row in steps.rows:
        drawn, y = _row(style, sizes, row, first_week, begin, width, y)
        elements += drawn
    y -= _ROWS_APART if steps.rows else 0.0
    if others and steps.others:
        lead, text = steps.others
        spans = [Span(f"{lead} ", "bold", ink), Span(text, "regular", ink)]
        said = set_column(style, spans, 0, y + 1.6 * MM + RISE * sizes.text, width, sizes.text, sizes.lead)
        elements.append(Element(Role.PARAGRAPH, said.items))
        y = said.next - sizes.lead + DROP * sizes.text
    return Block(width, y, tuple(elements))


def _wide(style: Style, sizes: BackSizes, text: str) -> float:
    """Room for a box and its step."""
    words = style.setter.width(text, sizes.type.number, "bold") if text else _BLANK
    return sizes.tick + _AFTER_BOX + words


def _run(style: Style, sizes: BackSizes, row: Climb) -> float:
    """Room for all steps of a row in one line."""
    between = (len(row.steps) - 1) * (_ARROW + 2 * _ARROW_APART)
    return sum(_wide(style, sizes, text) for text in row.steps) + between


def _number_room(sizes: BackSizes) -> float:
    return _NUMBER * sizes.type.unit


def _begin(style: Style, sizes: BackSizes, steps: BackSteps, width: float) -> float:
    """Where the steps of all rows begin that leave their name enough room beside them."""
    least = _number_room(sizes) + _NAME_LEAST * sizes.type.unit / MM
    runs = [_run(style, sizes, row) for row in steps.rows]
    fitting = [run for run in runs if width - run >= least]
    return width - max(fitting) if fitting else width


def _row(
    style: Style, sizes: BackSizes, row: Climb, first_week: int, begin: float, width: float, y: float
) -> tuple[list[Element], float]:
    """Where the next row begins, too."""
    start = _number_room(sizes)
    run = _run(style, sizes, row)
    if len(row.steps) == 1:  # a sentence says it all: its box takes the name's place
        return _sentence(style, sizes, row, first_week, width, y)
    beside = begin + run <= width + 0.01
    room = (begin - 2 * MM if beside else width) - start
    size, step = sizes.text, sizes.text * _LEAD
    lines = style.setter.lines([Span(row.name, "regular", style.inks.ink)], size, room)
    tall = (len(lines) - 1) * step + (RISE + DROP) * size
    height = max(sizes.tick, tall) if beside else tall
    first = y + height / 2 - (len(lines) - 1) * step / 2 + size * CAP_MIDDLE
    number = set_word(
        style, row.number, 0, y + height / 2 + size * CAP_MIDDLE, sizes.type.number, "bold", style.inks.accent
    )
    name = set_column(style, [Span(row.name, "regular", style.inks.ink)], start, first, room, size, step)
    if beside:
        drawn, arrows, _ = _climb(style, sizes, row, first_week, begin, width, y + (height - sizes.tick) / 2)
        end = y + height
    else:
        drawn, arrows, end = _climb(style, sizes, row, first_week, start, width, y + height + 0.6 * MM)
    element = Element(Role.PARAGRAPH, (number, *name.items, *drawn))
    return [element, decoration(*arrows)], end + _ROWS_APART


def _sentence(
    style: Style, sizes: BackSizes, row: Climb, first_week: int, width: float, y: float
) -> tuple[list[Element], float]:
    """A box, the exercise's number, and what comes next."""
    size, step, side = sizes.text, sizes.lead, sizes.tick
    x = side + 2 * MM
    start = x + _number_room(sizes)
    box = Cell(step_box(row.key, 1, first_week), 0, y, side, side, style.inks.ink, BOX_STROKE)
    baseline = y + side / 2 + size * CAP_MIDDLE
    number = set_word(style, row.number, x, baseline, sizes.type.number, "bold", style.inks.accent)
    words = set_column(
        style, [Span(row.steps[0], "regular", style.inks.ink)], start, baseline, width - start, size, step
    )
    bottom = max(y + side, words.next - step + DROP * size)
    return [Element(Role.PARAGRAPH, (box, number, *words.items))], bottom + _ROWS_APART


def _climb(
    style: Style, sizes: BackSizes, row: Climb, first_week: int, begin: float, width: float, y: float
) -> tuple[list[Item], list[Item], float]:
    """Boxes with their steps, and the arrows between them, on as many lines as they take; and where these end."""
    items: list[Item] = []
    arrows: list[Item] = []
    x, own = begin, sizes.type
    for index, text in enumerate(row.steps, 1):
        wide = _wide(style, sizes, text)
        if index > 1:
            if x + _ARROW + 2 * _ARROW_APART + wide > width + 0.01:
                x, y = begin, y + sizes.tick + _ROWS_APART
            else:
                arrows += _arrow(style, x + _ARROW_APART, y + sizes.tick / 2)
                x += _ARROW + 2 * _ARROW_APART
        name = step_box(row.key, index, first_week)
        items.append(Cell(name, x, y, sizes.tick, sizes.tick, style.inks.ink, BOX_STROKE))
        after = x + sizes.tick + _AFTER_BOX
        if text:
            items.append(set_word(style, text, after, y + sizes.tick / 2 + own.number * CAP_MIDDLE, own.number, "bold"))
        else:
            line = y + sizes.tick
            arrows.append(Line(after, line, after + _BLANK, line, RULE, style.inks.line))
        x += wide
    return items, arrows, y + sizes.tick


def _arrow(style: Style, x: float, y: float) -> list[Item]:
    accent, end, head = style.inks.accent, x + _ARROW, _ARROW * 0.34
    return [
        Line(x, y, end, y, _ARROWS, accent),
        Line(end - head, y - head, end, y, _ARROWS, accent, round=True),
        Line(end - head, y + head, end, y, _ARROWS, accent, round=True),
    ]
