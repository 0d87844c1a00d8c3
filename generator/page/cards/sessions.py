"""The week at a glance: which phase on which days, for how long."""

from __future__ import annotations

from generator.manuscript.first_block import Session
from generator.page.measures import Style
from generator.page.page import Block, Element, Item, Line, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import decoration
from generator.text.setter import Span


def lay_out_sessions(
    style: Style, head: str, sessions: tuple[Session, ...], width: float, *, beside: bool = False
) -> Block:
    """A small table, one row a phase, under its head or `beside` it; a paragraph a phase where the theme is stacked."""
    theme, inks = style.theme, style.inks
    title = set_word(style, head, 0, theme.section + theme.step * 0.2, theme.section, "bold")
    rule = decoration(Line(0, 0, width, 0, 1.2, inks.accent))
    y = title.y if beside else theme.section + theme.step * 1.35
    start = title.run.width + theme.step * 1.4 if beside else 0.0
    body, end = (_paragraphs if theme.stacked else _table)(style, sessions, start, width, y)
    heading = Element(Role.HEADING_2, (title,))
    return Block(width, end - theme.step * 0.75, (Element(Role.SECTION, (rule, heading, *body)),))


def _table(
    style: Style, sessions: tuple[Session, ...], start: float, width: float, y: float
) -> tuple[list[Element], float]:
    theme, inks = style.theme, style.inks
    name_width = max(style.setter.width(one.name, theme.body, "bold") for one in sessions) + theme.step * 1.2
    number_width = max(style.setter.width(one.numbers, theme.body) for one in sessions) + theme.step * 1.4
    minute_width = max(style.setter.width(one.minutes, theme.body) for one in sessions)
    room = width - start - name_width - number_width - minute_width - theme.step
    rows = []
    for one in sessions:
        name = set_word(style, one.name, start, y, theme.body, "bold", inks.accent)
        numbers = set_word(style, one.numbers, start + name_width, y, theme.body)
        spans = [Span(one.when, "semibold", inks.ink)]
        when = set_column(style, spans, start + name_width + number_width, y, room, theme.body, theme.step)
        last: tuple[Item, ...] = ()
        if one.minutes:
            last = (set_word(style, one.minutes, width, y, theme.body, align="end"),)
        rows.append(
            Element(
                Role.ROW,
                (
                    Element(Role.HEADER, (name,), scope="Row"),
                    Element(Role.DATA, (numbers,)),
                    Element(Role.DATA, when.items),
                    Element(Role.DATA, last),
                ),
            )
        )
        y = when.next + theme.step * 0.1
    return [Element(Role.TABLE, tuple(rows))], y


def _paragraphs(
    style: Style, sessions: tuple[Session, ...], start: float, width: float, y: float
) -> tuple[list[Element], float]:
    theme, inks = style.theme, style.inks
    elements = []
    for one in sessions:
        rest = ". ".join(filter(None, (one.when, one.minutes)))
        spans = [Span(f"{one.name} ", "bold", inks.accent), Span(f"({one.numbers}): {rest}", "regular", inks.ink)]
        column = set_column(style, spans, start, y, width - start, theme.body, theme.step)
        elements.append(Element(Role.PARAGRAPH, column.items))
        y = column.next
    return elements, y
