"""One exercise as a card that never splits: number, name, how much, picture, steps, notes, video, always in that order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.page.code_block import Code, place_code
from generator.page.measures import Style
from generator.page.page import Block, Element, Item, Line, Picture, Raster, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import decoration, note_sign, number_disc
from generator.problems import Place
from generator.shapes.drawing import Drawing
from generator.text.setter import Span


@dataclass(frozen=True, slots=True)
class Note:
    """A marked line under the steps; `kind` chooses the sign: feel, tip, avoid, easier, harder, or plain (no sign)."""

    kind: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture with its caption; `alt` says it to somebody who cannot see it."""

    content: Drawing | Raster
    caption: str
    alt: str

    @property
    def size(self) -> tuple[float, float]:
        """Own width and height: points of a drawing, pixels of a photograph."""
        if isinstance(self.content, Drawing):
            return self.content.width, self.content.height
        return float(self.content.columns), float(self.content.rows)


@dataclass(frozen=True, slots=True)
class Video:
    """A code with two lines of words beside it."""

    code: Code
    invitation: str
    length: str


@dataclass(frozen=True, slots=True)
class Card:
    """Everything an exercise card prints, in words and pictures; no layout."""

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
    place: Place | None = None


def lay_out_card(style: Style, card: Card, width: float, *, rule: bool = True) -> Block:
    """A block as wide as the live area. `rule` draws the start rule (left out directly below a phase tab)."""
    head, top = _head(style, card, width, rule=rule)
    side, column, text_x = _columns(style, card, width)
    text_width = width - text_x
    figures, caption_end = _pictures(style, card, side, column, top)
    video, left_end = _video(style, card, side, caption_end)
    _, text_end = _text(style, card, text_x, text_width, top, slack=0.0)
    gaps = len(card.steps) + len(card.notes) - 0.5
    slack = min(max((left_end - text_end) / gaps, 0.0), style.theme.step * 0.3)
    text, text_end = _text(style, card, text_x, text_width, top, slack=slack)
    section = Element(Role.SECTION, (*head, *figures, *text, *video))
    bottom = max(text_end, left_end) + style.theme.step * 0.25
    return Block(width, bottom, (section,), bookmark=(f"{card.number}  {card.name}", 2), place=card.place)


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


def _columns(style: Style, card: Card, width: float) -> tuple[float, bool, float]:
    """Width of the picture column, whether pictures stand side by side, and where the text column starts."""
    theme = style.theme
    if not card.panels and not card.video:
        return 0.0, False, theme.indent
    pair = len(card.panels) == 2
    if pair and _natural_width(card.panels) > style.theme.picture_pair * 1.06:
        return theme.picture, False, theme.picture + theme.gutter
    side = theme.picture_pair if pair else theme.picture
    return side, pair, side + theme.gutter


def _natural_width(panels: Sequence[Panel]) -> float:
    """Width of pictures side by side at scale 1 (photographs fit any width)."""
    return sum(panel.content.width if isinstance(panel.content, Drawing) else 0.0 for panel in panels)


def _pictures(style: Style, card: Card, side: float, column: bool, top: float) -> tuple[list[Element], float]:
    """The pictures with their captions, and where they end."""
    if not card.panels:
        return [], top - style.theme.step * 0.75
    if column:
        return _pair(style, card.panels, side, top)
    elements: list[Element] = []
    end = top
    height = style.theme.picture_height / (1 if len(card.panels) == 1 else 1.35)
    for index, panel in enumerate(card.panels):
        more, end = _single(style, panel, side, end + (style.theme.step * 0.7 if index else 0), height)
        elements += more
    return elements, end


def _single(style: Style, panel: Panel, side: float, top: float, height: float) -> tuple[list[Element], float]:
    own_width, own_height = panel.size
    scale = min(side / own_width, height / own_height)
    if isinstance(panel.content, Drawing):
        scale = min(scale, 1.35)
    width, drawn = own_width * scale, own_height * scale
    picture = Picture((side - width) / 2, top, width, drawn, panel.content, style.palette)
    end = top + drawn
    elements = [Element(Role.FIGURE, (picture,), alt=panel.alt)]
    if panel.caption:
        end += style.theme.step * 0.85
        caption = set_column(
            style,
            [Span(panel.caption, "semibold", style.inks.ink)],
            0,
            end,
            side,
            style.theme.small,
            style.theme.small * 1.2,
        )
        elements.append(Element(Role.CAPTION, caption.items))
        end = caption.next - style.theme.small * 1.2
    return elements, end


def _pair(style: Style, panels: Sequence[Panel], side: float, top: float) -> tuple[list[Element], float]:
    """Start and end at one scale on one ground line, each with its caption centred below."""
    gap = style.theme.step * 0.73
    (first_w, first_h), (second_w, second_h) = (panel.size for panel in panels)
    scale = min((side - gap) / (first_w + second_w), style.theme.picture_height / max(first_h, second_h), 1.25)
    height = max(first_h, second_h) * scale
    free = side - gap - (first_w + second_w) * scale
    starts = (0.0, first_w * scale + free / 2 + gap)
    rooms = (first_w * scale + free / 2, second_w * scale + free / 2)
    baseline = top + height + style.theme.step * 0.85
    elements = []
    for panel, start, room, (own_width, own_height) in zip(
        panels, starts, rooms, ((first_w, first_h), (second_w, second_h)), strict=True
    ):
        width, drawn = own_width * scale, own_height * scale
        x = start + (room - width) / 2
        picture = Picture(x, top + height - drawn, width, drawn, panel.content, style.palette)
        elements.append(Element(Role.FIGURE, (picture,), alt=panel.alt))
        if panel.caption:
            middle = start + room / 2
            caption = set_word(style, panel.caption, middle, baseline, style.theme.small, "semibold", align="middle")
            elements.append(Element(Role.CAPTION, (caption,)))
    return elements, baseline


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
    elements = [Element(Role.LIST, tuple(rows), numbered=True)]
    if card.notes:
        y += step * 0.1 - slack * 0.2
        elements.append(decoration(Line(x, y - step * 0.62, x + width, y - step * 0.62, 0.6, inks.line)))
        y += step * 0.42 + slack * 0.5
    for note in card.notes:
        if note.kind != "plain":
            elements.append(note_sign(style, note.kind, x, y))
        spans = [Span(note.label + " ", "bold", inks.ink), Span(note.text, "regular", inks.ink)]
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


def _video(style: Style, card: Card, side: float, above: float) -> tuple[list[Element], float]:
    """The code under the pictures, its words beside it, and where the picture column ends."""
    if not card.video:
        return [], above
    theme, inks = style.theme, style.inks
    y = above + theme.step * 0.75
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
