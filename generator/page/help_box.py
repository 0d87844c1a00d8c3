"""The framed box of who to call and for which signs, the same at the end of a handout and on a chart."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from generator.manuscript.safety import Advice, Help
from generator.page.measures import Style
from generator.page.page import Block, Element, Item, Role, Shape
from generator.page.paragraph import set_column, set_word
from generator.page.signs import decoration
from generator.shapes.outlines import circle, octagon, polygon, rectangle
from generator.text.setter import Span

# Draws whom to call at x, y in a width; says where that ends.
_Contact = Callable[[float, float, float], tuple[list[Element], float]]

# How wide the first of two columns of running text may be.
_SHARES = (0.42, 0.46, 0.5, 0.54, 0.58)


def lay_out_help(style: Style, help_: Help, width: float, *, listed: bool = True, beside: bool = False) -> Block:
    """The box as a part of its own. Without `listed` signs are run in; `beside` puts the number behind the name."""
    shares = (0.5,) if listed else _SHARES
    tried = [help_box(style, help_, 0.0, width, listed=listed, beside=beside, share=share) for share in shares]
    box, bottom = min(tried, key=lambda one: one[1])
    return Block(width, bottom, (Element(Role.SECTION, tuple(box)),), bookmark=(help_.emergency.head, 1))


def lay_out_help_parts(
    style: Style, help_: Help, width: float, *, listed: bool = True, beside: bool = False
) -> tuple[Block, Block]:
    """Emergency and same-day signs in a frame each, for pages that have no room for both."""
    contact = partial(_contact_beside if beside else _contact, style, help_)
    emergency = _part(style, help_.emergency, "stop", width, listed=listed)
    return emergency, _part(style, help_.urgent, "care", width, contact, listed=listed)


def _part(
    style: Style, advice: Advice, sign: str, width: float, contact: _Contact | None = None, *, listed: bool
) -> Block:
    """One list in its frame, under it whom to call."""
    step = style.theme.step
    pad = step * 0.9
    inner = width - 2 * pad
    elements, end = _signs_of(style, advice, pad, step * 1.45, inner, sign, listed=listed)
    if contact:
        whom, end = contact(pad, end + step * 0.25, inner)
        elements += whom
    frame = decoration(Shape(rectangle(0, 0, width, end - step * 0.3, 5.67), stroke=style.inks.ink, width=1.6))
    return Block(width, end - step * 0.3, (Element(Role.SECTION, (frame, *elements)),), bookmark=(advice.head, 1))


def set_advice_points(style: Style, advice: Advice, x: float, y: float, width: float) -> tuple[Element, float]:
    """A bulleted list; a lead stands in the accent instead of a bullet."""
    theme, inks = style.theme, style.inks
    radius = theme.body * 0.17
    rows = []
    for lead, text in advice.points:
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


def help_box(
    style: Style,
    help_: Help,
    top: float,
    width: float,
    *,
    listed: bool = True,
    beside: bool = False,
    share: float = 0.5,
) -> tuple[list[Element], float]:
    """The frame means safety: the octagon of "stop" leads the emergency signs, the striped triangle the urgent ones."""
    theme = style.theme
    pad = theme.step * 0.9
    inner = width - 2 * pad
    gap = theme.step * 1.45
    room = inner if theme.stacked else (inner - gap) * share
    other = inner if theme.stacked else inner - gap - room
    y = top + theme.step * 1.45
    contact = _contact_beside if beside else _contact
    emergency, end_one = _signs_of(style, help_.emergency, pad, y, room, "stop", listed=listed)
    if theme.stacked:
        urgent, end_two = _signs_of(style, help_.urgent, pad, end_one + theme.step * 0.6, room, "care", listed=listed)
        whom, end_two = contact(style, help_, pad, end_two, room)
    else:
        urgent, end_two = _signs_of(style, help_.urgent, pad + room + gap, y, other, "care", listed=listed)
        whom, end_two = contact(style, help_, pad + room + gap, end_two + theme.step * 0.25, other)
    bottom = max(end_one, end_two) - theme.step * 0.3
    frame = Shape(rectangle(0, top, width, bottom - top, 5.67), stroke=style.inks.ink, width=1.6)
    return [decoration(frame), *emergency, *urgent, *whom], bottom


def _signs_of(
    style: Style, advice: Advice, x: float, y: float, width: float, sign: str, *, listed: bool
) -> tuple[list[Element], float]:
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
    said, end = (set_advice_points if listed else _run_in)(style, advice, x, below, width)
    return [decoration(*marks), Element(Role.HEADING_2, head.items), said], end


def _run_in(style: Style, advice: Advice, x: float, y: float, width: float) -> tuple[Element, float]:
    spans = [Span(advice.run_in, "regular", style.inks.ink)]
    words = set_column(style, spans, x, y, width, style.theme.body, style.theme.step)
    return Element(Role.PARAGRAPH, words.items), words.next


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


def _contact_beside(style: Style, help_: Help, x: float, y: float, width: float) -> tuple[list[Element], float]:
    """Name and number in one line where they fit."""
    theme, inks = style.theme, style.inks
    spans = [Span(help_.clinic + "   ", "bold", inks.ink), Span(help_.phone, "bold", inks.accent)]
    words = set_column(style, spans, x, y, width, theme.body, theme.step)
    return [Element(Role.PARAGRAPH, words.items)], words.next
