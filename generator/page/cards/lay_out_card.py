"""One exercise as a card: its head with number, name and how much, and under it pictures, steps, notes, video."""

from __future__ import annotations

from dataclasses import replace

from generator.manuscript.card import Card
from generator.page.cards.card_body import HEAD_END, card_body
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import decoration, disc_rise, number_disc
from generator.text.setter import Span


def lay_out_card(style: Style, card: Card, width: float, *, rule: bool = True, after: int | None = None) -> Block:
    """A block as wide as the live area. `rule` draws the start rule (left out directly below a phase tab).

    A card that goes on from another page, `after` so many steps, has no bookmark.
    """
    if card.brief:
        style = _brief(style)
    head, top = _head(style, card, width, rule=rule)
    body, bottom = card_body(style, card, width, top, after or 0)
    section = Element(Role.SECTION, (*head, *body))
    bottom += style.theme.step * 0.25
    bookmark = (f"{card.number}  {card.name}", 2) if after is None else None
    return Block(width, bottom, (section,), bookmark=bookmark, place=card.place)


def _brief(style: Style) -> Style:
    changes = {"picture_height": style.theme.picture_height * 0.5, "wide_pair": 3.0}
    return replace(style, theme=style.theme.model_copy(update=changes))


def _head(style: Style, card: Card, width: float, *, rule: bool) -> tuple[list[Element], float]:
    """Start rule, number, name, when, dose, build-up; returns the elements and the top of the picture."""
    theme, inks = style.theme, style.inks
    step = theme.step
    elements = []
    if rule:
        elements.append(decoration(Line(0, 0, width, 0, 1.2, inks.accent)))
    y = max(step * (1.7 if rule else 1.4), disc_rise(style, theme.name))
    disc, number = number_disc(style, card.number, 0, y, theme.name)
    when = set_word(style, card.when, width, y, theme.body, "semibold", align="end")
    room = width - theme.indent - when.run.width - step
    aside = room > width * 0.3  # a very long "when" goes under the dose instead of fighting with the name
    name = set_column(
        style,
        [Span(card.name, "bold", inks.ink)],
        theme.indent,
        y,
        room if aside else width - theme.indent,
        theme.name,
        step * 1.3,
    )
    elements += [disc, Element(Role.HEADING_3, (number, *name.items))]
    y = name.next - step * 1.3
    last = [word for word in name.items if word.y == name.items[-1].y]
    name_end = last[-1].x + last[-1].run.width
    if card.trade_name:
        trade_width = style.setter.width(card.trade_name, theme.small)
        beside = name_end + step * 0.5 + trade_width <= theme.indent + room
        x, y = (name_end + step * 0.5, y) if beside else (theme.indent, y + step)
        trade = set_word(style, card.trade_name, x, y, theme.small, ink=inks.grey)
        elements.append(Element(Role.PARAGRAPH, (trade,)))
    if not card.dose:  # it goes on from another page
        return elements, y + step * HEAD_END
    dose = set_column(
        style,
        [Span(card.dose, "semibold", inks.accent)],
        theme.indent,
        y + step * 1.25,
        width - theme.indent,
        theme.dose,
        step * 1.15,
    )
    elements.append(Element(Role.PARAGRAPH, dose.items))
    y = dose.next - step * 0.1
    if aside:
        elements.append(Element(Role.PARAGRAPH, (when,)))
    else:
        spans = [Span(card.when, "semibold", inks.ink)]
        below = set_column(style, spans, theme.indent, y, width - theme.indent, theme.body, step)
        elements.append(Element(Role.PARAGRAPH, below.items))
        y = below.next
    if card.build_up:
        label, rest = card.build_up
        spans = [Span(label + " ", "semibold", inks.ink), Span(rest, "regular", inks.ink)]
        build = set_column(style, spans, theme.indent, y, width - theme.indent, theme.body, step)
        elements.append(Element(Role.PARAGRAPH, build.items))
        y = build.next
    return elements, y - step * (1.05 - HEAD_END)
