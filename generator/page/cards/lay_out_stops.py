"""When to stop an exercise and call, once after the last card: what goes for any of them, then by number."""

from __future__ import annotations

from generator.manuscript.safety import Advice
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import CAP_MIDDLE, TAIL, decoration, note_sign
from generator.text.setter import Span


def lay_out_stop_rules(style: Style, stops: Advice, width: float) -> Block:
    """As wide as the live area; `style` is that of cards."""
    theme, inks = style.theme, style.inks
    y = theme.step * 0.55 + theme.section * 2 * CAP_MIDDLE
    head = set_word(style, stops.head, 0, y, theme.section, "bold")
    y += theme.step * 1.15
    rows = []
    for lead, text in stops.points:
        spans = [Span(lead + " ", "bold", inks.ink), Span(text, "regular", inks.ink)]
        column = set_column(style, spans, theme.hang, y, width - theme.hang, theme.body, theme.step)
        body = Element(Role.LIST_BODY, column.items)
        rows.append(Element(Role.LIST_ITEM, (note_sign(style, "stop", 0, y), body)))
        y = column.next
    rule = decoration(Line(0, 0, width, 0, 1.2, inks.accent))
    section = Element(Role.SECTION, (rule, Element(Role.HEADING_2, (head,)), Element(Role.LIST, tuple(rows))))
    return Block(width, y - theme.step + theme.body * TAIL, (section,), bookmark=(stops.head, 1))
