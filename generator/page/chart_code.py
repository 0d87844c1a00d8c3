"""The routine's QR code in a given place: as large as it may be, its address under it and the invitation with it."""

from __future__ import annotations

from generator.page.chart_content import Chart
from generator.page.chart_measures import Sizes
from generator.page.code_block import Code
from generator.page.measures import Style
from generator.page.page import Element, Item, Role, Squares
from generator.page.paragraph import set_column, set_word
from generator.page.qr import QUIET_MODULES
from generator.page.signs import CAP_MIDDLE
from generator.text.setter import Span

_LEAST = 15.4  # units
_MOST = 22.0
_UNDER = 18.0  # a code gets no smaller than this to make room for the invitation under it
_LINE = 1.22


def code_width(style: Style, sizes: Sizes, code: Code, invitation: str) -> float:
    """Room for the code with its address under it, and at its smallest with the invitation beside it."""
    width = style.setter.width
    beside = _LEAST * sizes.unit * (1 + _quiet(code)) + _longest(style, sizes, invitation)
    return max(beside, *(width(line, sizes.fine) for line in code.lines)) + 0.5


def code_height(sizes: Sizes, code: Code) -> float:
    """Height of the code at its largest, with invitation and address."""
    return _MOST * sizes.unit * (1 + _quiet(code)) + _text_height(sizes, len(code.lines) + 1)


def code_least(sizes: Sizes, code: Code) -> float:
    """Height of the code at its smallest, with its address and the invitation beside it."""
    return _LEAST * sizes.unit * (1 + _quiet(code)) + _text_height(sizes, len(code.lines))


def draw_code(
    style: Style, sizes: Sizes, chart: Chart, x: float, y: float, width: float, height: float
) -> list[Element]:
    """The code at x, y; where the place is low the invitation stands beside it, if that has room for its words."""
    code = chart.code
    if code is None:
        return []
    size = (height - _text_height(sizes, len(code.lines) + 1)) / (1 + _quiet(code))
    under = size >= _UNDER * sizes.unit
    if not under:
        beside = width - _longest(style, sizes, chart.invitation)
        size = min(height - _text_height(sizes, len(code.lines)), beside) / (1 + _quiet(code))
    size = min(max(size, _LEAST * sizes.unit), _MOST * sizes.unit, width)
    figure = Element(Role.FIGURE, (Squares(x, y, size, code.modules, style.inks.ink),), alt=code.alt)
    baseline = y + size * (1 + _quiet(code)) + sizes.fine * 2 * CAP_MIDDLE
    invitation: tuple[Item, ...] = ()
    if under:
        invitation = (set_word(style, chart.invitation, x, baseline, sizes.fine, "semibold", style.inks.accent),)
        baseline += sizes.fine * _LINE
    else:
        invitation = _beside(style, sizes, chart.invitation, x + size * (1 + _quiet(code)), y, x + width)
    words = (Element(Role.PARAGRAPH, invitation),) if invitation else ()
    lines = tuple(
        set_word(style, line, x, baseline + index * sizes.fine * _LINE, sizes.fine)
        for index, line in enumerate(code.lines)
    )
    link = Element(Role.LINK, lines, alt=code.alt, address=code.address)
    return [figure, *words, Element(Role.PARAGRAPH, (link,))]


def _quiet(code: Code) -> float:
    """Share of the code's side that stays free around it."""
    return QUIET_MODULES / len(code.modules)


def _text_height(sizes: Sizes, lines: int) -> float:
    return sizes.fine * (2 * CAP_MIDDLE + 0.1) + (lines - 1) * sizes.fine * _LINE


def _beside(style: Style, sizes: Sizes, words: str, x: float, y: float, end: float) -> tuple[Item, ...]:
    if not words or _longest(style, sizes, words) > end - x + 0.01:
        return ()
    spans = [Span(words, "semibold", style.inks.accent)]
    return set_column(style, spans, x, y + sizes.fine * 2 * CAP_MIDDLE, end - x, sizes.fine, sizes.fine * _LINE).items


def _longest(style: Style, sizes: Sizes, words: str) -> float:
    return max((style.setter.width(word, sizes.fine, "semibold") for word in words.split()), default=0.0)
