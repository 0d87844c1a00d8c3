"""One exercise as a card that never splits: number, name, how much, picture, steps, notes, video."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.page.code_block import Code, place_code
from generator.page.measures import Style
from generator.page.page import Block, Element, Item, Line, Role
from generator.page.panels import Panel, column_width, place_panels
from generator.page.paragraph import set_column, set_word
from generator.page.signs import decoration, note_sign, number_disc
from generator.problems import Place
from generator.text.setter import Span


@dataclass(frozen=True, slots=True)
class Note:
    """A marked line under the steps; `kind` chooses its sign: feel, tip, avoid, easier, harder, stop or plain (none)."""

    kind: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Video:
    """A code with two lines of words beside it."""

    code: Code
    invitation: str
    length: str


@dataclass(frozen=True, slots=True)
class Card:
    """Everything an exercise card prints, in words and pictures; no layout. A `brief` one has small pictures."""

    number: str
    name: str
    trade_name: str
    dose: str
    when: str
    build_up: tuple[str, str] | None
    steps: tuple[str, ...]
    notes: tuple[Note, ...]
    panels: tuple[Panel, ...] = ()
    video: Video | None = None
    clinician: str = ""
    brief: bool = False
    place: Place | None = None


def lay_out_card(style: Style, card: Card, width: float, *, rule: bool = True) -> Block:
    """A block as wide as the live area. `rule` draws the start rule (left out directly below a phase tab)."""
    if card.brief:
        style = _brief(style)
    head, top = _head(style, card, width, rule=rule)
    side, text_x = _columns(style, card)
    text_width = width - text_x
    figures, caption_end = place_panels(style, card.panels, side, top)
    video, left_end = _video(style, card, side, caption_end + (style.theme.step * 0.75 if card.panels else 0.0))
    _, text_end = _text(style, card, text_x, text_width, top, slack=0.0)
    gaps = len(card.steps) + len(card.notes) - 0.5
    slack = min(max((left_end - text_end) / gaps, 0.0), style.theme.step * 0.3)
    text, text_end = _text(style, card, text_x, text_width, top, slack=slack)
    section = Element(Role.SECTION, (*head, *figures, *text, *video))
    bottom = max(text_end, left_end) + style.theme.step * 0.25
    return Block(width, bottom, (section,), bookmark=(f"{card.number}  {card.name}", 2), place=card.place)


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
    y = step * (1.7 if rule else 1.4)
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
    return elements, y - step * 0.45


def _columns(style: Style, card: Card) -> tuple[float, float]:
    """Width of the picture column and where the text column starts."""
    theme = style.theme
    if not card.panels and not card.video:
        return 0.0, theme.indent
    side = column_width(style, card.panels)
    return side, side + theme.gutter


def _text(style: Style, card: Card, x: float, width: float, top: float, *, slack: float) -> tuple[list[Element], float]:
    """Steps, divider and notes; `slack` is added after every item so that both columns end together."""
    theme, inks = style.theme, style.inks
    step = theme.step
    if not card.panels and not card.video:
        width = min(width, theme.prose)
    inner = width - theme.hang
    y = top + step * 0.78
    rows = []
    for index, text in enumerate(card.steps, 1):
        label = set_word(style, str(index), x, y, theme.body, "bold", inks.accent)
        body = set_column(style, [Span(text, "regular", inks.ink)], x + theme.hang, y, inner, theme.body, step)
        rows.append(Element(Role.LIST_ITEM, (Element(Role.LABEL, (label,)), Element(Role.LIST_BODY, body.items))))
        y = body.next + slack
    elements = [Element(Role.LIST, tuple(rows), numbered=True)] if rows else []
    if rows and card.notes:
        y += step * 0.1 - slack * 0.2
        elements.append(decoration(Line(x, y - step * 0.62, x + width, y - step * 0.62, 0.6, inks.line)))
        y += step * 0.42 + slack * 0.5
    for note in card.notes:
        if note.kind != "plain":
            elements.append(note_sign(style, note.kind, x, y))
        lead = [Span(note.label + " ", "bold", inks.ink)] if note.label else []
        spans = [*lead, Span(note.text, "regular", inks.ink)]
        body = set_column(style, spans, x + theme.hang, y, inner, theme.body, step)
        elements.append(Element(Role.PARAGRAPH, body.items))
        y = body.next + slack
    if card.clinician:
        body = set_column(
            style, [Span(card.clinician, "regular", inks.grey)], x + theme.hang, y, inner, theme.small, step
        )
        elements.append(Element(Role.PARAGRAPH, body.items))
        y = body.next
    return elements, y - slack - step * 0.75


def _video(style: Style, card: Card, side: float, y: float) -> tuple[list[Element], float]:
    """The code under the pictures, its words beside it, and where the picture column ends."""
    if not card.video:
        return [], y
    theme, inks = style.theme, style.inks
    code, end = place_code(style, card.video.code, 0, y, theme.code)
    x = theme.code + theme.step * 0.75
    items: list[Item] = []
    line = y + theme.step * 0.76
    for text, size, weight, ink in (
        (card.video.invitation, theme.body, "bold", inks.accent),
        (card.video.length, theme.small, "regular", inks.ink),
    ):
        if text:
            column = set_column(style, [Span(text, weight, ink)], x, line, side - x, size, size * 1.25)
            items += column.items
            line = column.next - size * 1.25 + theme.step
    return [Element(Role.PARAGRAPH, tuple(items)), *code], end
