"""What stands under the last card where there is room: why this may help, and what to remember."""

from __future__ import annotations

from collections.abc import Sequence

from generator.manuscript.safety import Advice
from generator.page.help_box import set_advice_points
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role
from generator.page.paragraph import set_column
from generator.page.signs import CAP_MIDDLE, TAIL, decoration
from generator.text.setter import Span


def ways_to_say(style: Style, why: Advice, remember: Advice, width: float) -> list[Block]:
    """From the best to the shortest: two columns, a paragraph each, what to remember alone; in the style of cards."""
    parts = [part for part in (why, remember) if part.points]
    if not parts:
        return []
    ways = [_columns(style, parts, width)] if not style.theme.stacked and len(parts) > 1 else []
    ways.append(_paragraphs(style, parts, width))
    return [*ways, _paragraphs(style, [remember], width)] if len(parts) > 1 else ways


def _columns(style: Style, parts: Sequence[Advice], width: float) -> Block:
    theme, inks = style.theme, style.inks
    gap = theme.step * 1.5
    room = (width - gap) / 2
    elements: list[Element] = [decoration(Line(0, 0, width, 0, 1.2, inks.accent))]
    bottom = 0.0
    for index, part in enumerate(parts):
        x, y = index * (room + gap), theme.step * 0.55 + theme.section * 2 * CAP_MIDDLE
        head = set_column(style, [Span(part.head, "bold", inks.ink)], x, y, room, theme.section, theme.section * 1.2)
        y = head.next - theme.section * 1.2 + theme.step * 1.15
        elements.append(Element(Role.HEADING_2, head.items))
        if len(part.points) == 1:
            words = set_column(
                style, [Span(part.points[0][1], "regular", inks.ink)], x, y, room, theme.body, theme.step
            )
            elements.append(Element(Role.PARAGRAPH, words.items))
            end = words.next
        else:
            listed, end = set_advice_points(style, part, x, y, room)
            elements.append(listed)
        bottom = max(bottom, end)
    return _block(style, elements, width, bottom, parts[0].head)


def _paragraphs(style: Style, parts: Sequence[Advice], width: float) -> Block:
    theme, inks = style.theme, style.inks
    elements: list[Element] = [decoration(Line(0, 0, width, 0, 1.2, inks.accent))]
    y = theme.step * 0.5 + theme.body * 2 * CAP_MIDDLE
    for part in parts:
        said = " ".join(text for _, text in part.points)
        spans = [Span(part.head + ": ", "bold", inks.ink), Span(said, "regular", inks.ink)]
        words = set_column(style, spans, 0, y, width, theme.body, theme.step)
        elements.append(Element(Role.PARAGRAPH, words.items))
        y = words.next + theme.step * 0.15
    return _block(style, elements, width, y - theme.step * 0.15, parts[0].head)


def _block(style: Style, elements: Sequence[Element], width: float, y: float, head: str) -> Block:
    """A block whose next baseline would be y."""
    height = y - style.theme.step + style.theme.body * TAIL
    return Block(width, height, (Element(Role.SECTION, tuple(elements)),), bookmark=(head, 1))
