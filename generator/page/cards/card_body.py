"""What stands under the head of an exercise card: pictures, code, steps and notes, in one of three ways.

Each way is told where it begins and where it should end; it ends there, or further down if it needs to. Room that is
left goes to the lines first, up to the theme's stretch, then to the pictures.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import takewhile

from generator.manuscript.card import Card, CardNote
from generator.manuscript.invitation import Invitation
from generator.page.cards.card_style import with_lead
from generator.page.cards.card_text import TextMeasure, divider, set_notes, set_steps
from generator.page.codes.code_block import Code, code_lines, code_of, place_code
from generator.page.measures import Style
from generator.page.page import Element, Item, Role
from generator.page.panels import fit_panels, place_panels
from generator.page.paragraph import set_column, set_word
from generator.page.signs import CAP_MIDDLE, TAIL
from generator.problems import Prose
from generator.shapes.geometry import MM
from generator.text.setter import Span

# From the head's last baseline to the pictures, and to the capitals of the text, in steps.
_TO_PICTURES, _TO_TEXT = 0.45, 0.5
# From pictures to the first baseline under them.
_FROM_PICTURES = 1.1
# From an address to the capitals of notes that go on under it, in steps.
_FROM_CODE = 0.35
# How much of the gutter an address may take.
_OVER = 0.55
# What a narrow column of notes can spare for an address.
_ADDRESS_ROOM = 62 * MM

_Set = tuple[list[Element], float]


def card_body(
    style: Style, card: Card, width: float, top: float, bottom: float, after: int, *, around: bool = False
) -> _Set:
    """The elements under the baseline `top`, and where they end; `after` so many steps on an earlier page.

    In large type notes may stand `around` the code: beside it, as far as it reaches below the steps.
    """
    way = partial(_way(style, around=around), card=card, width=width, top=top, after=after)
    close, end = way(style, bottom=0.0)
    if end >= bottom:
        return close, end
    most = style.theme.card_stretch
    _, far = way(with_lead(style, most), bottom=0.0)
    share = min((bottom - end) / (far - end), 1.0) if far > end else 1.0
    looser, end = way(with_lead(style, 1 + (most - 1) * share * 0.999), bottom=bottom)
    # Where the measure changes under a code, looser lines may break otherwise.
    return (looser, end) if end <= bottom else way(style, bottom=bottom)


def _way(style: Style, *, around: bool) -> Callable[..., _Set]:
    if style.narrow:
        return _narrow
    return partial(_large, around=around) if style.theme.stacked else _beside


def _beside(style: Style, card: Card, width: float, top: float, bottom: float, after: int) -> _Set:
    """Pictures and code in one column, text in the other."""
    theme = style.theme
    side = theme.card_picture if card.panels or card.video else 0.0
    x = side + theme.gutter if side else theme.card_indent
    text, end = _text(style, card, x, width - x, _text_top(style, top), after)
    aside, aside_end = _pictures_and_code(style, card, side, top + theme.step * _TO_PICTURES, max(end, bottom))
    return [*aside[:1], *text, *aside[1:]] if aside else text, max(end, aside_end)


def _text_top(style: Style, head: float) -> float:
    """The first baseline under a head."""
    return head + style.theme.step * _TO_TEXT + style.theme.body * 2 * CAP_MIDDLE


def _text(style: Style, card: Card, x: float, width: float, y: float, after: int) -> _Set:
    """Steps, divider and notes, the first baseline at y; and where they end."""
    measure = TextMeasure(width)
    elements, y = set_steps(style, card.steps, x, y, measure, after=after)
    notes = _notes(card)
    if elements and notes:
        line, y = divider(style, x, y, width)
        elements.append(line)
    said, y = set_notes(style, notes, x, y, measure)
    return [*elements, *said], y - style.theme.step + style.theme.body * TAIL


def _notes(card: Card) -> tuple[CardNote, ...]:
    return (*card.notes, *([card.stop] if card.stop else []))


def _pictures_and_code(style: Style, card: Card, width: float, top: float, bottom: float) -> _Set:
    """One under the other in a column that ends at `bottom` or further down: pictures are never smaller than they may.

    The first element is the figure, if there is one.
    """
    under = _code_height(style, card.video, width) if card.video else 0.0
    quiet = _code(style, card.video).quiet if card.video else 0.0
    if not card.panels:
        under_head = quiet + style.theme.dose * TAIL - style.theme.step * _TO_PICTURES
        return _code_under(style, card.video, width, top + max(under_head, 0.0)) if card.video else ([], top)
    room = max(bottom - top - under - quiet, style.theme.card_least)
    fit = fit_panels(style, card.panels, width, room)
    end = top + fit.height
    figures = place_panels(style, fit, width, top)
    if card.video is None:
        return figures, end
    code, code_end = _code_under(style, card.video, width, max(end + quiet, min(bottom - under, end + 3 * quiet)))
    return [*figures, *code], code_end


def _large(style: Style, card: Card, width: float, top: float, bottom: float, after: int, *, around: bool) -> _Set:
    """In large type: steps beside pictures and code, and notes under them, across the page."""
    theme = style.theme
    side = theme.card_picture if card.panels or card.video else 0.0
    x = side + theme.gutter if side else 0.0
    steps, y = set_steps(style, card.steps, x, _text_top(style, top), TextMeasure(width - x), after=after)
    text_end = y - theme.step + theme.body * TAIL
    aside_top = top + theme.step * _TO_PICTURES
    notes = _notes(card)
    if around and side and steps:
        _, closest = _pictures_and_code(style, card, side, aside_top, 0.0)
        count = _count_beside(style, notes, x, width - x, text_end, closest)
        more, text_end = _under_steps(style, notes[:count], x, width - x, text_end)
        steps, notes = [*steps, *more], notes[count:]
    said = partial(_under_steps, style, notes, 0.0, width, ruled=len(notes) == len(_notes(card)))
    _, under = said(0.0)
    aside, aside_end = _pictures_and_code(style, card, side, aside_top, max(text_end, bottom - under))
    below, end = said(max(text_end, aside_end))
    return [*aside[:1], *steps, *below, *aside[1:]], end


def _count_beside(style: Style, notes: tuple[CardNote, ...], x: float, width: float, top: float, bottom: float) -> int:
    """How many notes, from the first, end above `bottom`."""
    ends = (_under_steps(style, notes[:count], x, width, top)[1] for count in range(1, len(notes) + 1))
    return sum(1 for _ in takewhile(lambda end: end <= bottom, ends))


def _under_steps(
    style: Style, notes: tuple[CardNote, ...], x: float, width: float, end: float, *, ruled: bool = True
) -> _Set:
    """Notes under what ends there, the first of all under a divider; without notes nothing."""
    if not notes:
        return [], end
    step = style.theme.step
    line, y = divider(style, x, end + step * 0.9, width)
    if not ruled:
        y = end + step * _FROM_CODE + style.theme.body * 2 * CAP_MIDDLE
    said, y = set_notes(style, notes, x, y, TextMeasure(width))
    return [*([line] if ruled else []), *said], y - step + style.theme.body * TAIL


def _narrow(style: Style, card: Card, width: float, top: float, bottom: float, after: int) -> _Set:
    """Pictures, the code at the far edge beside them; under them the text, below the code as wide as the page."""
    theme = style.theme
    top += theme.step * _TO_PICTURES
    video, video_end = _video_at_end(style, card, width, top + theme.step * 0.2)
    free = width - (_code_width(style, card.video) + theme.gutter if card.video else 0.0)

    def text(y: float, x: float = 0.0) -> _Set:
        measure = TextMeasure(free, video_end + theme.step * 0.9, width)
        steps, y = set_steps(style, card.steps, x, y, measure, after=after)
        notes = _notes(card)
        if steps and notes:
            line, y = divider(style, x, y, measure.at(y))
            steps.append(line)
        said, y = set_notes(style, notes, x, y, measure)
        return [*steps, *said], max(y - theme.step + theme.body * TAIL, video_end)

    if not card.panels:
        said, end = text(top + theme.body * 2 * CAP_MIDDLE)
        return [*said, *video], end
    _, least = text(video_end)
    room = max(bottom - top - (least - video_end) - theme.step * _FROM_PICTURES, theme.card_least)
    fit = fit_panels(style, card.panels, free, room)
    figures = place_panels(style, fit, free, top)
    said, end = text(top + fit.height + theme.step * _FROM_PICTURES)
    return [*figures, *video, *said], end


def _code(style: Style, video: Invitation) -> Code:
    return code_of(video, style.theme.code)


def _code_width(style: Style, video: Invitation) -> float:
    """A code with its address, and with the words that stand under it."""
    words = (*_lines_at_end(style, video), video.words, video.length)
    return max(_code(style, video).side, *(style.setter.width(text, style.theme.small, "bold") for text in words))


def _lines_at_end(style: Style, video: Invitation) -> tuple[Prose, ...]:
    """Notes stand beside them: a narrow address leaves these more room."""
    return code_lines(style, _code(style, video), _ADDRESS_ROOM, rather=_ADDRESS_ROOM * 0.7)


def _video_at_end(style: Style, card: Card, width: float, y: float) -> _Set:
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


def _code_height(style: Style, video: Invitation, width: float) -> float:
    """From the upper edge of a code to the tails of its address."""
    return _code_under(style, video, width, 0.0)[1]


def _code_under(style: Style, video: Invitation, width: float, y: float) -> _Set:
    """The code with its words beside it and its address under it, and where that ends."""
    theme, inks = style.theme, style.inks
    code = _code(style, video)
    lines = code_lines(style, code, width + theme.gutter * _OVER)
    drawn, last = place_code(style, code, lines, 0, y)
    x = code.side + max(theme.step * 0.65, code.quiet)
    items: list[Item] = []
    line = y + theme.step * 0.8
    for text, weight, ink in ((video.words, "bold", inks.accent), (video.length, "regular", inks.ink)):
        if text:
            column = set_column(style, [Span(text, weight, ink)], x, line, width - x, theme.body, theme.step)
            items += column.items
            line = column.next
    return [Element(Role.PARAGRAPH, tuple(items)), *drawn], last + theme.small * TAIL
