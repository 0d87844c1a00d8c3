"""One exercise as a card: its head with number, name and how much, and under it pictures, steps, notes, video."""

from __future__ import annotations

from generator.manuscript.card import Card
from generator.page.cards.card_body import card_body
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import TAIL, decoration, disc_rise, number_disc
from generator.text.setter import Span

# From the start rule to the disc, from the disc to the dose's capitals, and under the last line, in steps.
_ABOVE, _UNDER_DISC, _BELOW = 0.34, 0.06, 0.25
# A line of the head, in steps of the text.
_DOSE_LINE = 1.04


def lay_out_card(
    style: Style,
    card: Card,
    width: float,
    height: float = 0.0,
    *,
    rule: bool = True,
    role: Role = Role.HEADING_3,
    after: int | None = None,
) -> Block:
    """A block as wide as the live area and `height` points high, or as high as it needs to be.

    `style` is that of cards. `rule` draws the start rule (left out directly below a phase tab). A card that goes on
    from another page, `after` so many steps, has no bookmark.
    """
    head, top = _head(style, card, width, rule=rule, role=role)
    body, bottom = card_body(style, card, width, top, height - style.theme.step * _BELOW, after or 0)
    section = Element(Role.SECTION, (*head, *body))
    level = 1 if role is Role.HEADING_2 else 2
    bookmark = (f"{card.number}  {card.name}", level) if after is None else None
    return Block(width, max(bottom + style.theme.step * _BELOW, height), (section,), bookmark, card.place)


def _head(style: Style, card: Card, width: float, *, rule: bool, role: Role) -> tuple[list[Element], float]:
    """Start rule, number, name, trade name, how much; returns the elements and the last baseline of them."""
    theme, inks = style.theme, style.inks
    step = theme.step
    elements = [decoration(Line(0, 0, width, 0, 1.2, inks.accent))] if rule else []
    top = step * _ABOVE if rule else step * _ABOVE * 0.5
    y = top + disc_rise(style, theme.name)
    disc, number = number_disc(style, card.number, 0, y, theme.name)
    spans = [Span(card.name, "bold", inks.ink)]
    name = set_column(style, spans, theme.card_indent, y, width - theme.card_indent, theme.name, theme.name * 1.15)
    elements += [disc, Element(role, (number, *name.items))]
    last = name.next - theme.name * 1.15
    if card.trade_name:
        end = max(word.x + word.run.width for word in name.items if word.y > last - 0.01)
        trade, last = _trade_name(style, card.trade_name, end, width, last)
        elements.append(trade)
    bottom = max(top + theme.disc, last + theme.name * TAIL)
    if not card.doses:  # it goes on from another page
        return elements, bottom
    dose = set_column(
        style,
        _dose(style, card),
        0,
        bottom + step * _UNDER_DISC + theme.dose * 0.72,
        width,
        theme.dose,
        step * _DOSE_LINE,
    )
    elements.append(Element(Role.PARAGRAPH, dose.items))
    return elements, dose.next - step * _DOSE_LINE


def _trade_name(style: Style, text: str, end: float, width: float, y: float) -> tuple[Element, float]:
    """At the far edge of the name's last line, which ends at `end`; under it where it has no room. And its baseline."""
    theme, grey = style.theme, style.inks.grey
    beside = set_word(style, text, width, y, theme.small, ink=grey, align="end")
    if beside.x >= end + theme.step:
        return Element(Role.PARAGRAPH, (beside,)), y
    line = theme.small * 1.25
    x = theme.card_indent
    under = set_column(style, [Span(text, "regular", grey)], x, y + line, width - x, theme.small, line)
    return Element(Role.PARAGRAPH, under.items), under.next - line


def _dose(style: Style, card: Card) -> list[Span]:
    """How much, how that goes on, and how it is done, as one running text."""
    ink, accent = style.inks.ink, style.inks.accent
    spans = []
    for lead, text in card.doses:
        spans += [Span(lead + " ", "bold", ink)] if lead else []
        spans.append(Span(text + " ", "semibold", accent))
    if card.then:
        label, text = card.then
        spans += [Span(label + " ", "bold", ink)] if label else []
        spans.append(Span(text + " ", "regular", ink))
    return [*spans, Span(card.how, "regular", ink)] if card.how else spans
