"""The closing part: what to remember, when to move up or step back; and lines for notes."""

from __future__ import annotations

from generator.manuscript.first_block import ClosingPart
from generator.manuscript.safety import Advice
from generator.page.help_box import set_advice_points
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import decoration
from generator.text.setter import Span


def lay_out_advice(style: Style, closing: ClosingPart, width: float) -> Block:
    """Remember and progress side by side (or stacked)."""
    elements, end = _advices(style, closing, width)
    bottom = end - style.theme.step * 0.75
    return Block(width, bottom, (Element(Role.SECTION, tuple(elements)),), bookmark=(closing.remember.head, 1))


def _advices(style: Style, closing: ClosingPart, width: float) -> tuple[list[Element], float]:
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
    listed, end = set_advice_points(style, advice, x, head.next - theme.section * 1.2 + theme.step * 1.15, width)
    return [Element(Role.HEADING_2, head.items), listed], end


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
