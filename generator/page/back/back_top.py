"""The top of the back: title, the strip with name and start, and how to fill it in, beside the upper code."""

from __future__ import annotations

from generator.manuscript.back import HowTo
from generator.manuscript.chart import Chart
from generator.page.back.back_measures import BackSizes
from generator.page.chart.chart_measures import DROP, RISE
from generator.page.chart.chart_top import Top, strip_drop
from generator.page.chart.corner_marks import code_height, code_room
from generator.page.measures import Style
from generator.page.page import Block, Element, Role
from generator.page.paragraph import set_column, set_word
from generator.shapes.geometry import MM
from generator.text.setter import Span

_STRIP_LEAST = 84  # units: a name and a date fit beside the title
_STRIP_ROW = 8.5  # units from the title to a strip of its own row
_LARGE_ROW = 9.8 * MM  # in large print: a name in two lines stays under the title
_BELOW = 1.2 * MM
_UNDER_CODE = 5.6 * MM  # from the code to the baseline of a strip under it


def lay_out_back_top(
    style: Style, sizes: BackSizes, chart: Chart, how_to: HowTo | None, width: float, *, first: bool
) -> Top:
    """Title and strip share a line where a name fits. Only the first page of a plan says how to fill it in."""
    own, end = sizes.type, width - code_room(sizes.type)
    baseline = max(own.mark / 2 + own.title * 0.33, own.title * 0.74)
    start = own.mark + own.clear
    title = set_word(style, chart.title, start, baseline, own.title, "bold")
    x = start + title.run.width + 6 * MM
    y = baseline
    if end - x >= _STRIP_LEAST * own.unit:
        strip = (x, baseline, end - x)
    else:
        # On a narrow page a name needs all of the width, so that it takes no more than two lines.
        row = _LARGE_ROW if style.theme.tall_rows else _STRIP_ROW * own.unit
        y = max(y + row, code_height() + _UNDER_CODE if style.narrow else 0.0)
        strip = (0.0, y, width if style.narrow else end)
    elements = [Element(Role.TITLE if first else Role.PARAGRAPH, (title,))]
    y += strip_drop(style, own)
    bottom = y + DROP * own.title
    if how_to:
        under = own.mark + own.clear * 0.8 + RISE * own.text
        first_line = max(under, y + 1.45 * sizes.lead)
        words = set_column(style, _spans(style, how_to), 0, first_line, end, own.text, sizes.lead)
        elements.append(Element(Role.PARAGRAPH, words.items))
        bottom = words.next - sizes.lead + DROP * own.text
    bottom = max(bottom + _BELOW, code_height())
    return Top(Block(width, bottom, tuple(elements)), strip, bottom)


def lay_out_how_to(style: Style, sizes: BackSizes, how_to: HowTo, width: float, *, pen: bool = True) -> Block:
    """How to fill it in as a part of its own, where the top has no room for it beside the code.

    Without `pen` only what matters most.
    """
    size = sizes.text
    spans = _spans(style, how_to)
    words = set_column(style, spans if pen else spans[:2], 0, size * RISE, width, size, sizes.lead)
    return Block(width, words.next - sizes.lead + DROP * size, (Element(Role.PARAGRAPH, words.items),))


def _spans(style: Style, how_to: HowTo) -> list[Span]:
    ink = style.inks.ink
    return [
        Span(f"{how_to.tick} ", "regular", ink),
        Span(f"{how_to.missed} ", "bold", ink),
        Span(f"{how_to.pen} {how_to.pain}", "regular", ink),
    ]
