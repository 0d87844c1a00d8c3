"""The closing part: what to remember, when to move up or step back, when to get help; one unit that never splits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.page.measures import Style
from generator.page.outline import circle, octagon, polygon, rectangle
from generator.page.page import Block, Element, Item, Line, Role, Shape
from generator.page.paragraph import set_column, set_word
from generator.page.signs import decoration
from generator.text.setter import Span


@dataclass(frozen=True, slots=True)
class Advice:
    """A head with bulleted points, or with run-in leads: (lead, text), the lead may be empty."""

    head: str
    points: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Help:
    """Emergency and same-day signs with who to call, and the clinic's contact."""

    emergency: Advice
    urgent: Advice
    clinic: str
    phone: str


@dataclass(frozen=True, slots=True)
class Closing:
    """Without `progress` nothing is said of moving up: nothing in the plan does."""

    remember: Advice
    progress: Advice | None
    help: Help


def lay_out_closing(style: Style, closing: Closing, width: float) -> Block:
    """Remember and progress side by side (or stacked), then the framed get-help box."""
    elements, end = _advices(style, closing, width)
    box, bottom = _help_box(style, closing.help, end - style.theme.step * 0.15, width)
    return Block(width, bottom, (Element(Role.SECTION, (*elements, *box)),), bookmark=(closing.remember.head, 1))


def lay_out_advice(style: Style, closing: Closing, width: float) -> Block:
    """The first half of the closing part, for a page that has no room for the whole."""
    elements, end = _advices(style, closing, width)
    bottom = end - style.theme.step * 0.75
    return Block(width, bottom, (Element(Role.SECTION, tuple(elements)),), bookmark=(closing.remember.head, 1))


def lay_out_help(style: Style, help_: Help, width: float) -> Block:
    """The second half: who to call, in its frame."""
    box, bottom = _help_box(style, help_, 0.0, width)
    return Block(width, bottom, (Element(Role.SECTION, tuple(box)),), bookmark=(help_.emergency.head, 1))


def _advices(style: Style, closing: Closing, width: float) -> tuple[list[Element], float]:
    """Remember and progress, and the baseline that would follow."""
    theme, inks = style.theme, style.inks
    elements: list[Element] = [decoration(Line(0, 0, width, 0, 1.2, inks.accent))]
    y = theme.step * 1.35
    parts = [part for part in (closing.remember, closing.progress) if part]
    if theme.stacked or len(parts) == 1:
        end = y
        for part in parts:
            more, end = _advice(style, part, 0, end, width)
            elements += more
            end += theme.step * 0.8
        end -= theme.step * 0.8
    else:
        room = (width - theme.gutter) / 2
        columns = [_advice(style, part, index * (room + theme.gutter), y, room) for index, part in enumerate(parts)]
        elements += [element for more, _ in columns for element in more]
        end = max(bottom for _, bottom in columns)
    return elements, end


def _advice(style: Style, advice: Advice, x: float, y: float, width: float) -> tuple[list[Element], float]:
    """Head at baseline y, then the points; returns the elements and the next baseline."""
    theme, inks = style.theme, style.inks
    head = set_column(style, [Span(advice.head, "bold", inks.ink)], x, y, width, theme.section, theme.section * 1.2)
    listed, end = _points(style, advice.points, x, head.next - theme.section * 1.2 + theme.step * 1.15, width)
    return [Element(Role.HEADING_2, head.items), listed], end


def _points(style: Style, points: Sequence[tuple[str, str]], x: float, y: float, width: float) -> tuple[Element, float]:
    """A bulleted list; a lead stands in the accent instead of a bullet."""
    theme, inks = style.theme, style.inks
    radius = theme.body * 0.17
    rows = []
    for lead, text in points:
        if lead:
            spans = [Span(lead + " ", "bold", inks.accent), Span(text, "regular", inks.ink)]
            column = set_column(style, spans, x, y, width, theme.body, theme.step)
            rows.append(Element(Role.LIST_ITEM, (Element(Role.LIST_BODY, column.items),)))
            y = column.next + theme.step * 0.2
            continue
        indent = theme.step * 0.9
        bullet = Shape(circle(x + radius * 1.4, y - theme.body * 0.33, radius), fill=inks.accent)
        spans = [Span(text, "regular", inks.ink)]
        column = set_column(style, spans, x + indent, y, width - indent, theme.body, theme.step)
        body = Element(Role.LIST_BODY, column.items)
        rows.append(Element(Role.LIST_ITEM, (decoration(bullet), body)))
        y = column.next
    return Element(Role.LIST, tuple(rows)), y


def _help_box(style: Style, help_: Help, top: float, width: float) -> tuple[list[Element], float]:
    """The frame means safety: the octagon of "stop" leads the emergency signs, the striped triangle the urgent ones."""
    theme = style.theme
    pad = theme.step * 0.9
    inner = width - 2 * pad
    gap = theme.step * 1.45
    room = inner if theme.stacked else (inner - gap) / 2
    y = top + theme.step * 1.45
    emergency, end_one = _signs_of(style, help_.emergency, pad, y, room, "stop")
    if theme.stacked:
        urgent, end_two = _signs_of(style, help_.urgent, pad, end_one + theme.step * 0.6, room, "care")
        contact, end_two = _contact(style, help_, pad, end_two, room)
    else:
        urgent, end_two = _signs_of(style, help_.urgent, pad + room + gap, y, room, "care")
        contact, end_two = _contact(style, help_, pad + room + gap, end_two + theme.step * 0.25, room)
    bottom = max(end_one, end_two) - theme.step * 0.3
    frame = Shape(rectangle(0, top, width, bottom - top, 5.67), stroke=style.inks.ink, width=1.6)
    return [decoration(frame), *emergency, *urgent, *contact], bottom


def _signs_of(style: Style, advice: Advice, x: float, y: float, width: float, sign: str) -> tuple[list[Element], float]:
    theme = style.theme
    size = theme.help_head * 0.5
    middle = y - theme.help_head * 0.3
    start = x + size * 2.5
    head = set_column(
        style,
        [Span(advice.head, "bold", style.inks.ink)],
        start,
        y,
        x + width - start,
        theme.help_head,
        theme.help_head * 1.15,
    )
    marks = _octagon(style, x + size, middle, size) if sign == "stop" else _triangle(style, x + size, middle, size)
    below = head.next - theme.help_head * 1.15 + theme.step * 1.1
    listed, end = _points(style, advice.points, x, below, width)
    return [decoration(*marks), Element(Role.HEADING_2, head.items), listed], end


def _octagon(style: Style, x: float, y: float, size: float) -> list[Item]:
    return [Shape(octagon(x, y, size), fill=style.inks.accent)]


def _triangle(style: Style, x: float, y: float, size: float) -> list[Item]:
    corners = [
        (x + size * 1.05 * math.sin(math.radians(angle)), y - size * 1.05 * math.cos(math.radians(angle)) + size * 0.2)
        for angle in (0, 120, 240)
    ]
    accent = style.inks.accent
    return [
        Shape(polygon(corners), fill=style.inks.white),
        Shape(polygon(corners), stroke=accent, width=1.6, hatch=(3.2, 0.75)),
    ]


def _contact(style: Style, help_: Help, x: float, y: float, width: float) -> tuple[list[Element], float]:
    theme, inks = style.theme, style.inks
    name = set_column(style, [Span(help_.clinic, "bold", inks.ink)], x, y, width, theme.body, theme.step)
    baseline = name.next + theme.help_phone * 0.1
    phone = set_word(style, help_.phone, x, baseline, theme.help_phone, "bold", inks.accent)
    return [Element(Role.PARAGRAPH, name.items), Element(Role.PARAGRAPH, (phone,))], baseline + theme.step


def lay_out_notes(style: Style, head: str, width: float, room: float) -> Block:
    """A head, and lines to write on under it; `room` points high."""
    theme, inks = style.theme, style.inks
    y = theme.section
    words = Element(Role.HEADING_2, (set_word(style, head, 0, y, theme.section, "bold"),))
    rules = []
    line = y + theme.writing * 1.05
    while line <= room:
        rules.append(Line(0, line, width, line, 0.75, inks.line))
        line += theme.writing
    return Block(width, room, (Element(Role.SECTION, (words, decoration(*rules))),))
