"""The routine's QR code in a given place: as large as it may be, its address under it and the invitation with it."""

from __future__ import annotations

from generator.manuscript.chart import Chart
from generator.manuscript.invitation import Invitation
from generator.page.chart.chart_measures import DROP, Sizes
from generator.page.codes.code_block import Code, code_of
from generator.page.codes.printed_address import short_lines
from generator.page.codes.qr import QUIET_MODULES
from generator.page.measures import Style
from generator.page.page import Element, Item, Role, Squares
from generator.page.paragraph import set_column, set_word
from generator.page.signs import CAP_MIDDLE
from generator.problems import Prose
from generator.shapes.geometry import MM
from generator.text.setter import Span

_LEAST = 12.8  # units
_TIGHTEST = 12.8 * MM
_MOST = 22.0
_LARGE = 21.5  # on a shelf of its own
_UNDER = 18.0  # a code gets no smaller than this to make room for the invitation under it
_LINE = 1.22
_ADDRESS_ROOM = 40.0  # beside graph and boxes


def chart_code(video: Invitation) -> Code:
    """The code as it stands where the chart is tightest."""
    return code_of(video, _TIGHTEST)


def code_width(style: Style, sizes: Sizes, video: Invitation) -> float:
    """Room for the code with its address under it, and at its smallest with the invitation beside it."""
    width, code = style.setter.width, chart_code(video)
    beside = _least(sizes, code) * (1 + _quiet(code)) + _longest(style, sizes, video.words)
    return max(beside, *(width(line, sizes.fine) for line in _lines(style, sizes, code))) + 0.5


def code_least(style: Style, sizes: Sizes, video: Invitation) -> float:
    """Height of the code at its smallest, with its address and the white above it."""
    code = chart_code(video)
    return _least(sizes, code) * (1 + 2 * _quiet(code)) + _text_height(sizes, len(_lines(style, sizes, code)))


def code_height(style: Style, sizes: Sizes, video: Invitation) -> float:
    """Height of a large code with invitation and address, the white above it included."""
    code = chart_code(video)
    white, lines = 1 + _quiet(code), len(_lines(style, sizes, code)) + 1
    return max(_LARGE * sizes.unit, _least(sizes, code) * white) * white + _text_height(sizes, lines)


def _least(sizes: Sizes, code: Code) -> float:
    return max(_LEAST * sizes.unit, code.side)


def _most(sizes: Sizes, code: Code) -> float:
    return max(_MOST * sizes.unit, code.side)


def _lines(style: Style, sizes: Sizes, code: Code) -> tuple[Prose, ...]:
    return short_lines(style, code.shown, sizes.fine, _ADDRESS_ROOM * sizes.unit)


def draw_code(
    style: Style, sizes: Sizes, chart: Chart, x: float, y: float, width: float, height: float
) -> list[Element]:
    """The code at x, the white above it from y on. In a low place the invitation stands beside it, if it fits there."""
    if chart.video is None:
        return []
    code, invitation = chart_code(chart.video), chart.video.words
    shown = _lines(style, sizes, code)
    white = 1 + 2 * _quiet(code)
    size = (height - _text_height(sizes, len(shown) + 1)) / white
    under = size >= max(_UNDER * sizes.unit, code.side)
    if not under:
        beside = (width - _longest(style, sizes, invitation)) / (1 + _quiet(code))
        size = min((height - _text_height(sizes, len(shown))) / white, beside)
    size = min(max(size, _least(sizes, code)), _most(sizes, code), width)
    y += size * _quiet(code)
    figure = Element(Role.FIGURE, (Squares(x, y, size, code.modules, style.inks.ink),), alt=code.alt)
    baseline = y + size * (1 + _quiet(code)) + sizes.fine * 2 * CAP_MIDDLE
    invited: tuple[Item, ...] = ()
    if under:
        invited = (set_word(style, invitation, x, baseline, sizes.fine, "semibold", style.inks.accent),)
        baseline += sizes.fine * _LINE
    else:
        invited = _beside(style, sizes, invitation, x + size * (1 + _quiet(code)), y, x + width)
    words = (Element(Role.PARAGRAPH, invited),) if invited else ()
    lines = tuple(
        set_word(style, line, x, baseline + index * sizes.fine * _LINE, sizes.fine) for index, line in enumerate(shown)
    )
    link = Element(Role.LINK, lines, alt=code.alt, address=code.address)
    return [figure, *words, Element(Role.PARAGRAPH, (link,))]


def _quiet(code: Code) -> float:
    """Share of the code's side that stays free around it."""
    return QUIET_MODULES / len(code.modules)


def _text_height(sizes: Sizes, lines: int) -> float:
    return sizes.fine * (2 * CAP_MIDDLE + DROP) + (lines - 1) * sizes.fine * _LINE


def _beside(style: Style, sizes: Sizes, words: str, x: float, y: float, end: float) -> tuple[Item, ...]:
    if not words or _longest(style, sizes, words) > end - x + 0.01:
        return ()
    spans = [Span(words, "semibold", style.inks.accent)]
    return set_column(style, spans, x, y + sizes.fine * 2 * CAP_MIDDLE, end - x, sizes.fine, sizes.fine * _LINE).items


def _longest(style: Style, sizes: Sizes, words: str) -> float:
    return max((style.setter.width(word, sizes.fine, "semibold") for word in words.split()), default=0.0)
