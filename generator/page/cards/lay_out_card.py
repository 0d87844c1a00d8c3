"""One exercise as a card: its head with number, name and how much, and under it pictures, steps, notes, video."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.manuscript.card import Card
from generator.page.cards.card_body import card_body
from generator.page.cards.space import WHITE
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role, Words
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
    after: int | None = None,
    around: bool = False,
    filled: bool = True,
) -> Block:
    """A block as wide as the live area and `height` points high, or as high as it needs to be.

    `style` is that of cards. `rule` draws the start rule (left out directly below a phase tab). A card that goes on
    from another page, `after` so many steps, has no bookmark. `around`: notes may begin beside the code.
    Not `filled`, it is lower where much of that height would stay white.
    """
    head, top = _head(style, card, width, rule=rule)
    body, bottom = card_body(style, card, width, top, height - style.theme.step * _BELOW, after or 0, around=around)
    section = Element(Role.SECTION, (*head, *body))
    bookmark = (f"{card.number}  {card.name}", 2) if after is None else None
    end = bottom + style.theme.step * _BELOW
    whole = filled or height - end <= WHITE
    return Block(width, max(end, height) if whole else end, (section,), bookmark, card.place)


def _head(style: Style, card: Card, width: float, *, rule: bool) -> tuple[list[Element], float]:
    """Start rule, number, name, trade name, how much; returns the elements and the last baseline of them."""
    theme, inks = style.theme, style.inks
    step = theme.step
    elements = [decoration(Line(0, 0, width, 0, 1.2, inks.accent))] if rule else []
    top = step * _ABOVE if rule else step * _ABOVE * 0.5
    y = top + disc_rise(style, theme.name)
    disc, number = number_disc(style, card.number, 0, y, theme.name)
    spans = [Span(card.name, "bold", inks.ink)]
    name = set_column(style, spans, theme.card_indent, y, width - theme.card_indent, theme.name, theme.name * 1.15)
    elements += [disc, Element(Role.HEADING_3, (number, *name.items))]
    last = name.next - theme.name * 1.15
    if card.trade_name:
        end = max(word.x + word.run.width for word in name.items if word.y > last - 0.01)
        trade, last = _trade_name(style, card.trade_name, end, width, last)
        elements.append(trade)
    bottom = max(top + theme.disc, last + theme.name * TAIL)
    if not card.doses:  # it goes on from another page
        return elements, bottom
    parts = _dose(style, card)
    y = bottom + step * _UNDER_DISC + theme.dose * 0.72
    spans = [span for part in parts for span in part]
    dose = set_column(style, spans, 0, y, width, theme.dose, step * _DOSE_LINE)
    elements += [Element(Role.PARAGRAPH, words) for words in _by_part(dose.items, parts)]
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


def _dose(style: Style, card: Card) -> list[list[Span]]:
    """How much, how that goes on, and how it is done: parts that run on as one text, and are heard one by one."""
    ink, accent = style.inks.ink, style.inks.accent
    parts = [
        [*([Span(lead + " ", "bold", ink)] if lead else []), Span(text + " ", "semibold", accent)]
        for lead, text in card.doses
    ]
    if card.then:
        label, text = card.then
        parts.append([*([Span(label + " ", "bold", ink)] if label else []), Span(text + " ", "regular", ink)])
    return [*parts, *([Span(text + " ", "regular", ink)] for text in card.how)]


def _by_part(words: Sequence[Words], parts: Sequence[Sequence[Span]]) -> Iterator[tuple[Words, ...]]:
    """The words of each part; no two parts share any."""
    waiting = list(words)
    for part in parts:
        left = sum(_letters(span.text) for span in part)
        count = 0
        while left > 0:
            left -= _letters(waiting[count].run.text)
            count += 1
        yield tuple(waiting[:count])
        del waiting[:count]


def _letters(text: str) -> int:
    return len(text.replace(" ", ""))
