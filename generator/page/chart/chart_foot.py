"""The foot of each page of a chart, beside the code: next visit, what to do with the sheet, whose it is."""

from __future__ import annotations

from generator.manuscript.chart import Chart
from generator.manuscript.personal import StripField
from generator.page.chart.chart_measures import Sizes
from generator.page.chart.chart_top import fill_field
from generator.page.chart.corner_marks import code_height, code_room
from generator.page.measures import Style
from generator.page.page import Block, Element, Role
from generator.page.paragraph import set_column, set_word
from generator.shapes.geometry import MM
from generator.text.setter import Span

_TAIL = 0.26  # of the size: how far letters reach below their baseline


def foot_height(style: Style, sizes: Sizes, chart: Chart, width: float) -> float:
    """What the foot keeps free above the bottom of the live area: its lines, and never less than the code needs."""
    return max(code_height(), visit_top(style, sizes, chart, width) + 1.5 * sizes.unit)


def lay_out_foot(style: Style, sizes: Sizes, chart: Chart, width: float) -> Block:
    """Lines that end at the block's bottom; the visit's own line stands over them (it differs by client)."""
    spans = _foot_spans(style, chart)
    step = sizes.fine * 1.22
    height = foot_height(style, sizes, chart, width)
    x = code_room(sizes)
    lines = len(style.setter.lines(spans, sizes.fine, width - x))
    words = set_column(style, spans, x, height - sizes.fine * _TAIL - (lines - 1) * step, width - x, sizes.fine, step)
    return Block(width, height, (Element(Role.PARAGRAPH, words.items),))


def visit_top(style: Style, sizes: Sizes, chart: Chart, width: float) -> float:
    """How far above the bottom of the live area the visit's block begins."""
    lines = len(style.setter.lines(_foot_spans(style, chart), sizes.fine, width - code_room(sizes)))
    return sizes.fine * _TAIL + (lines - 1) * sizes.fine * 1.22 + sizes.fine + 2.6 * sizes.unit + sizes.text


def lay_out_visit(style: Style, sizes: Sizes, chart: Chart, visit: StripField, width: float) -> Block:
    """The date of the next visit, or a line for it, and the request to bring the sheet along if it stands here."""
    if _brings_below(style) or not chart.bring:
        return Block(width, sizes.text * 1.3, tuple(fill_field(style, sizes, visit, 0, sizes.text, width)))
    needed = style.setter.width(visit.label, sizes.label) + style.setter.width(visit.value, sizes.text, "semibold")
    request = style.setter.width(chart.bring, sizes.text, "semibold")
    # A date is never broken: where both would be tight, the request is the smaller one.
    size = sizes.text if needed + request + 5 * MM <= width else sizes.fine
    bring = set_word(style, chart.bring, width, sizes.text, size, "semibold", align="end")
    room = width - bring.run.width - 3 * MM
    field = fill_field(style, sizes, visit, 0, sizes.text, room)
    return Block(width, sizes.text * 1.3, (*field, Element(Role.PARAGRAPH, (bring,))))


def _foot_spans(style: Style, chart: Chart) -> list[Span]:
    """Whose it is and which version; large print needs all its lines for the grid."""
    version = "" if style.theme.tall_rows else chart.version
    parts = [part for part in (chart.private, version, chart.clinic) if part]
    words = Span(" ".join(parts), "regular", style.inks.grey)
    return [Span(chart.bring + " ", "semibold", style.inks.ink), words] if _brings_below(style) else [words]


def _brings_below(style: Style) -> bool:
    """Whether the line of the visit has no room for more than a date."""
    return style.narrow and style.theme.tall_rows
