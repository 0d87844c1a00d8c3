"""The numbered list of exercises that opens a handout whose first card begins on page 2."""

from __future__ import annotations

from collections.abc import Sequence

from generator.manuscript.first_block import ListedExercise
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import decoration
from generator.text.setter import Span


def lay_out_listing(style: Style, head: str, entries: tuple[ListedExercise, ...], width: float) -> Block:
    """Two columns read down (one where the theme is stacked or the list is short)."""
    theme, inks = style.theme, style.inks
    title = set_word(style, head, 0, theme.section + theme.step * 0.2, theme.section, "bold")
    elements: list[Element] = [decoration(Line(0, 0, width, 0, 1.2, inks.accent)), Element(Role.HEADING_2, (title,))]
    pairs = [(entry.number, entry.name) for entry in entries]
    listed, bottom = _columns(style, pairs, theme.section + theme.step * 1.45, width)
    return Block(width, bottom, (Element(Role.SECTION, (*elements, listed)),))


def set_numbered(style: Style, texts: Sequence[str], y: float, width: float) -> tuple[Element, float]:
    """Texts numbered from 1, the first baseline at y; the list and where it ends."""
    return _columns(style, [(str(number), text) for number, text in enumerate(texts, 1)], y, width)


def _columns(style: Style, entries: Sequence[tuple[str, str]], top: float, width: float) -> tuple[Element, float]:
    theme, inks = style.theme, style.inks
    columns = 1 if len(entries) < 4 else 2
    rows = -(-len(entries) // columns)
    room = (width - theme.gutter * (columns - 1)) / columns
    bottom = top
    listed = []
    for column in range(columns):
        y = top
        x = column * (room + theme.gutter)
        for number, text in entries[column * rows : (column + 1) * rows]:
            label = set_word(style, number, x, y, theme.body, "bold", inks.accent)
            spans = [Span(text, "regular", inks.ink)]
            body = set_column(style, spans, x + theme.hang, y, room - theme.hang, theme.body, theme.step)
            listed.append(Element(Role.LIST_ITEM, (Element(Role.LABEL, (label,)), Element(Role.LIST_BODY, body.items))))
            y = body.next + theme.step * 0.1
        bottom = max(bottom, y)
    return Element(Role.LIST, tuple(listed), numbered=True), bottom - theme.step * 0.75
