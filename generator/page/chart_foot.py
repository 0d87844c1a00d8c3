"""The foot of each page of a chart, beside the code: next visit, what to do with the sheet, whose it is."""

from __future__ import annotations

from generator.page.chart_content import Chart
from generator.page.chart_marks import CODE_SIDE
from generator.page.chart_measures import Sizes
from generator.page.chart_top import fill_field
from generator.page.measures import MM, Style
from generator.page.page import Block, Element, Role
from generator.page.paragraph import set_column, set_word
from generator.page.strip import Field
from generator.text.setter import Span


def foot_start(sizes: Sizes) -> float:
    """Where the words begin, behind the mark and the largest code with white around it."""
    return sizes.mark + sizes.clear + CODE_SIDE + sizes.clear


def foot_height(style: Style, sizes: Sizes, chart: Chart, width: float, page: str) -> float:
    """From the top of the visit's line to the bottom of the live area; never less than the code needs."""
    lines = len(style.setter.lines(_foot_spans(style, chart, page), sizes.fine, width - foot_start(sizes)))
    return max(CODE_SIDE + sizes.clear, sizes.text * 1.5 + lines * sizes.fine * 1.22)


def lay_out_foot(style: Style, sizes: Sizes, chart: Chart, width: float, page: str) -> Block:
    """Lines that end at the block's bottom; the visit's own line stands over them (it differs by client)."""
    spans = _foot_spans(style, chart, page)
    step = sizes.fine * 1.22
    height = foot_height(style, sizes, chart, width, page)
    x = foot_start(sizes)
    lines = len(style.setter.lines(spans, sizes.fine, width - x))
    words = set_column(style, spans, x, height - sizes.fine * 0.12 - (lines - 1) * step, width - x, sizes.fine, step)
    return Block(width, height, (Element(Role.PARAGRAPH, words.items),))


def lay_out_visit(style: Style, sizes: Sizes, chart: Chart, visit: Field, width: float) -> Block:
    """The date of the next visit, or a line for it, and the request to bring the sheet along."""
    bring = set_word(style, chart.bring, width, sizes.text, sizes.text, "semibold", align="end")
    room = width - bring.run.width - 3 * MM
    field = fill_field(style, sizes, visit, 0, sizes.text, room)
    return Block(width, sizes.text * 1.3, (*field, Element(Role.PARAGRAPH, (bring,))))


def _foot_spans(style: Style, chart: Chart, page: str) -> list[Span]:
    grey = style.inks.grey
    parts = [part for part in (chart.private, chart.clinic, page) if part]
    return [Span(" ".join(parts), "regular", grey)]

