"""The strip to fill in: prepared for, prepared by, start, next visit. The only block of a handout that bears a name."""

from __future__ import annotations

from dataclasses import replace

from generator.manuscript.personal import StripField
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import decoration
from generator.text.setter import Span

# The slot of the block that is exchanged for each person.
STRIP = "strip"


# How far a value in two lines reaches above and below the line that others are written on, in small type.
_RISE, _DROP = 1.15, 0.65
_MOST_LINES = 2  # more are set as small as the theme allows


def lay_out_strip(style: Style, fields: tuple[StripField, ...], width: float) -> Block:
    """Two fields a row (one where the theme is stacked). Its height never depends on the values."""
    theme = style.theme
    columns = _columns(style)
    room = (width - theme.gutter * (columns - 1)) / columns
    elements: list[Element] = []
    first = theme.small * _RISE
    for index, field in enumerate(fields):
        row, column = divmod(index, columns)
        x = column * (room + theme.gutter)
        elements += _field(style, field, x, first + row * theme.writing, room)
    rows = -(-len(fields) // columns)
    return Block(
        width, first + (rows - 1) * theme.writing + theme.small * _DROP, (Element(Role.SECTION, tuple(elements)),)
    )


def _columns(style: Style) -> int:
    return 1 if style.theme.stacked else 2


def _field(style: Style, field: StripField, x: float, y: float, room: float) -> list[Element]:
    theme, inks = style.theme, style.inks
    label = set_word(style, field.label, x, y, theme.small, ink=inks.grey)
    start = x + max(theme.writing_label, label.run.width + theme.step * 0.5)
    if not field.value:
        rule = y + theme.step * 0.15
        return [Element(Role.PARAGRAPH, (label,)), decoration(Line(start, rule, x + room, rule, 0.75, inks.line))]
    value, size = field.value, theme.fact
    # A long name gets smaller, then two lines, before the row would grow: the block keeps its height for everyone.
    while style.setter.width(value, size, "semibold") > x + room - start and size > theme.small:
        size -= 0.5
    spans = [Span(value, "semibold", inks.ink)]
    if len(style.setter.lines(spans, size, x + room - start)) > _MOST_LINES:
        size = theme.smallest
    column = set_column(style, spans, start, y, x + room - start, size, size * 1.1)
    shift = (column.lines - 1) * size * 0.55
    items = [replace(item, y=item.y - shift) for item in column.items]
    return [Element(Role.PARAGRAPH, (label, *items))]
