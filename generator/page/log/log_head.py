"""What stands over the blocks of a strength log: its title, the strip, and how to fill it in."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.strength_log import StrengthLog
from generator.page.chart.chart_measures import DROP
from generator.page.chart.corner_marks import CODE_SIDE
from generator.page.log.log_measures import LogSizes
from generator.page.measures import Style
from generator.page.page import Block, Element, Role
from generator.page.paragraph import set_column, set_word
from generator.shapes.geometry import MM
from generator.text.setter import Span

_STRIP_LEAST = 84.0  # units: room for a name and a date in one line
_STRIP_ROW = 8.5  # units
_AIR = 1.8 * MM


@dataclass(frozen=True, slots=True)
class LogHead:
    """The fixed block over a page's tables, and where the strip stands in it: x, baseline, width."""

    block: Block
    strip: tuple[float, float, float]


def lay_out_log_head(
    style: Style, sizes: LogSizes, log: StrengthLog, title: str, width: float, *, first: bool
) -> LogHead:
    """Between the mark at the start and the code at the end; only the first page has the document's title."""
    chart = sizes.chart
    inset, room = chart.mark + chart.clear, width - sizes.inset
    baseline = max(chart.mark / 2 + chart.title * 0.33, chart.title * 0.74)
    word = set_word(style, title, inset, baseline, chart.title, "bold")
    start = inset + word.run.width + 4 * chart.unit
    y = baseline
    if room - start >= _STRIP_LEAST * chart.unit:
        strip = (start, baseline, room - start)
    else:
        y = max(baseline + _STRIP_ROW * chart.unit, chart.mark + chart.clear + chart.name)
        strip = (0.0, y, room)
    y = max(y + DROP * chart.name + 1.2 * MM, chart.mark + chart.clear) + sizes.text * 0.8
    spans = [Span(f"{log.how_to} ", "regular", style.inks.ink), Span(log.missed, "bold", style.inks.ink)]
    lines = set_column(style, spans, 0, y, room, sizes.text, sizes.lead)
    end = lines.next - sizes.lead + DROP * sizes.text
    height = max(end, CODE_SIDE + chart.clear - _AIR) + _AIR
    head = Element(Role.TITLE if first else Role.PARAGRAPH, (word,))
    return LogHead(Block(width, height, (head, Element(Role.PARAGRAPH, lines.items))), strip)
