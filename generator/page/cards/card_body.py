"""What stands under the head of an exercise card: pictures, code, steps and notes, in one of three ways."""

from __future__ import annotations

from generator.manuscript.card import Card
from generator.manuscript.invitation import Invitation
from generator.page.cards.card_text import TextMeasure, divider, set_notes, set_steps
from generator.page.codes.code_block import Code, code_lines, code_of, place_code
from generator.page.measures import Style
from generator.page.page import Element, Item, Role
from generator.page.panels import column_width, place_panels, stand_side_by_side
from generator.page.paragraph import set_column, set_word
from generator.page.signs import TAIL
from generator.problems import Prose
from generator.shapes.geometry import MM
from generator.text.setter import Span

# How far under its last baseline the head of a card ends, in steps.
HEAD_END = 0.6

# What a narrow column of notes can spare for an address.
_ADDRESS_ROOM = 62 * MM


def card_body(style: Style, card: Card, width: float, top: float, after: int) -> tuple[list[Element], float]:
    """The elements from `top` down, and where they end; `after` so many steps on an earlier page."""
    if style.narrow and not card.brief:
        return _narrow(style, card, width, top, after)
    if style.theme.stacked and not card.brief:
        return _large(style, card, width, top)
    return _body(style, card, width, top)


def _body(style: Style, card: Card, width: float, top: float) -> tuple[list[Element], float]:
    """Pictures and code in one column, text in the other; returns the elements and where the longer column ends."""
    side, text_x = _columns(style, card)
    text_width = width - text_x
    figures, caption_end = place_panels(style, card.panels, side, top)
    video, left_end = _video(style, card, side, caption_end + _above_code(style, card, 0.75))
    _, text_end = _text(style, card, text_x, text_width, top, slack=0.0)
    gaps = len(card.steps) + len(card.notes) - 0.5
    slack = min(max((left_end - text_end) / gaps, 0.0), style.theme.step * 0.3)
    text, text_end = _text(style, card, text_x, text_width, top, slack=slack)
    return [*figures, *text, *video], max(text_end, left_end)


def _columns(style: Style, card: Card) -> tuple[float, float]:
    """Width of the picture column and where the text column starts."""
    theme = style.theme
    if not card.panels and not card.video:
        return 0.0, theme.indent
    side = column_width(style, card.panels)
    return side, side + theme.gutter


def _text(style: Style, card: Card, x: float, width: float, top: float, *, slack: float) -> tuple[list[Element], float]:
    """Steps, divider and notes; `slack` is added after every item so that both columns end together."""
    step = style.theme.step
    if not card.panels and not card.video:
        width = min(width, style.theme.prose)
    elements, y = set_steps(style, card.steps, x, top + step * 0.78, TextMeasure(width), slack=slack)
    if elements and card.notes:
        line, y = divider(style, x, y, width, slack=slack)
        elements.append(line)
    notes, y = set_notes(style, card.notes, x, y, TextMeasure(width), slack=slack)
    return [*elements, *notes], y - slack - step * 0.75


def _large(style: Style, card: Card, width: float, top: float) -> tuple[list[Element], float]:
    """In large type: steps beside the pictures, or under two wide ones; then notes, with the code beside them."""
    step = style.theme.step
    wide = len(card.panels) == 2 and not stand_side_by_side(style, card.panels)
    side = width if wide else column_width(style, card.panels)
    figures, figures_end = place_panels(style, card.panels, side, top, wide=wide)
    free = width - (_code_width(style, card.video) + style.theme.gutter if card.video else 0.0)
    beside = bool(card.panels) and not wide
    if not beside:
        y = figures_end + step * 1.3 if wide else top + step * 0.78
        above = figures_end if wide else top
        video, video_end = _video_at_end(style, card, width, above + _above_code(style, card, 0.6))
        measure = TextMeasure(free, video_end + step, width)
        steps, y = set_steps(style, card.steps, 0.0, y, measure)
    else:
        x = side + style.theme.gutter
        steps, y = set_steps(style, card.steps, x, top + step * 0.78, TextMeasure(width - x))
        y = max(y, figures_end + step * 1.2)
        video, video_end = _video_at_end(style, card, width, y + step * 0.1)
        measure = TextMeasure(free, video_end + step, width)
    if steps and card.notes:
        line, y = divider(style, 0.0, y, width if beside else measure.at(y))
        steps.append(line)
    notes, y = set_notes(style, card.notes, 0.0, y, measure)
    return [*figures, *steps, *notes, *video], max(y - step * 0.75, video_end)


def _narrow(style: Style, card: Card, width: float, top: float, after: int) -> tuple[list[Element], float]:
    """Pictures, the code at the far edge beside them; under them the text, below the code as wide as the page."""
    theme = style.theme
    quiet = _code(style, card.video).quiet if card.video else 0.0
    above = max(quiet + theme.dose * TAIL - theme.step * HEAD_END, 0.0)
    video, video_end = _video_at_end(style, card, width, top + above)
    free = width - (_code_width(style, card.video) + theme.gutter if card.video else 0.0)
    figures, y = place_panels(style, card.panels, free, top, wide=len(card.panels) == 2)
    y += theme.step * (1.2 if card.panels else 0.78)
    measure = TextMeasure(free, video_end + theme.step * 0.9, width)
    steps, y = set_steps(style, card.steps, 0.0, y, measure, after=after)
    if steps and card.notes:
        line, y = divider(style, 0.0, y, measure.at(y))
        steps.append(line)
    notes, y = set_notes(style, card.notes, 0.0, y, measure)
    return [*figures, *video, *steps, *notes], max(y - theme.step * 0.75, video_end)


def _above_code(style: Style, card: Card, steps: float) -> float:
    """White between the code and what ends above it: captions, or the head's last line a little above its end."""
    theme = style.theme
    quiet = _code(style, card.video).quiet if card.video else 0.0
    if card.panels:
        return max(theme.step * steps, quiet + theme.small * TAIL)
    return max(quiet + theme.dose * TAIL - theme.step * HEAD_END, 0.0)


def _code(style: Style, video: Invitation) -> Code:
    return code_of(video, style.theme.code)


def _code_width(style: Style, video: Invitation) -> float:
    """A code with its address, and with the words that stand under it."""
    words = (*_lines_at_end(style, video), video.words, video.length)
    return max(_code(style, video).side, *(style.setter.width(text, style.theme.small, "bold") for text in words))


def _lines_at_end(style: Style, video: Invitation) -> tuple[Prose, ...]:
    """Notes stand beside them: a narrow address leaves these more room."""
    return code_lines(style, _code(style, video), _ADDRESS_ROOM, rather=_ADDRESS_ROOM * 0.7)


def _video_at_end(style: Style, card: Card, width: float, y: float) -> tuple[list[Element], float]:
    """The code at the far edge, its address and words under it."""
    if not card.video:
        return [], y
    theme = style.theme
    lines = _lines_at_end(style, card.video)
    code, line = place_code(style, _code(style, card.video), lines, width, y, end=True)
    words = []
    for text, weight, ink in (
        (card.video.words, "bold", style.inks.accent),
        (card.video.length, "regular", style.inks.ink),
    ):
        if text:
            line += theme.step
            words.append(set_word(style, text, width, line, theme.small, weight, ink, align="end"))
    return [Element(Role.PARAGRAPH, tuple(words)), *code], line


def _video(style: Style, card: Card, side: float, y: float) -> tuple[list[Element], float]:
    """The code under the pictures, its words beside it, and where the picture column ends."""
    if not card.video:
        return [], y
    theme, inks = style.theme, style.inks
    lines = code_lines(style, _code(style, card.video), side)
    code, end = place_code(style, _code(style, card.video), lines, 0, y)
    x = _code(style, card.video).side + max(theme.step * 0.75, _code(style, card.video).quiet)
    items: list[Item] = []
    line = y + theme.step * 0.76
    for text, size, weight, ink in (
        (card.video.words, theme.body, "bold", inks.accent),
        (card.video.length, theme.small, "regular", inks.ink),
    ):
        if text:
            column = set_column(style, [Span(text, weight, ink)], x, line, side - x, size, size * 1.25)
            items += column.items
            line = column.next - size * 1.25 + theme.step
    return [Element(Role.PARAGRAPH, tuple(items)), *code], end
