"""What stands under the blocks of a strength log: the next visit, whose it is and what to do with it, its version."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.personal import StripField
from generator.manuscript.strength_log import StrengthLog
from generator.page.chart.chart_measures import DROP
from generator.page.chart.chart_top import fill_field
from generator.page.chart.corner_marks import CODE_SIDE
from generator.page.log.log_measures import LogSizes
from generator.page.measures import Style
from generator.page.page import Block, Element, Role
from generator.page.paragraph import set_lines, set_word
from generator.shapes.geometry import MM
from generator.text.setter import Span

_FINE_LEAD = 1.2
_AIR = 1.8 * MM


@dataclass(frozen=True, slots=True)
class LogFoot:
    """The fixed block, which ends at the bottom of the live area, and where the visit stands in it: x, y, width."""

    block: Block
    visit: tuple[float, float, float]


def lay_out_log_foot(style: Style, sizes: LogSizes, log: StrengthLog, width: float, page: str) -> LogFoot:
    """Between code and mark, from the bottom up; the next visit's line is left out, since it differs by client.

    `page` says which of several it is.
    """
    inks, chart = style.inks, sizes.chart
    x = sizes.inset
    room = width - x - chart.mark - chart.clear
    fine, step = chart.fine, chart.fine * _FINE_LEAD
    version = style.setter.lines([Span(log.version, "regular", inks.grey)], fine, room)
    keep = [Span(f"{log.bring} {log.private} ", "semibold", inks.ink), Span(log.clinic, "regular", inks.ink)]
    kept = style.setter.lines(keep, sizes.text, room)
    last = DROP * fine + (len(version) - 1) * step
    over = last + fine + DROP * sizes.text + (len(kept) - 1) * sizes.lead
    visit = over + sizes.text + 1.2 * MM + DROP * sizes.text
    height = max(CODE_SIDE + chart.clear, visit + sizes.text + _AIR)
    words = (
        set_lines(kept, x, height - over, sizes.lead).items,
        set_lines(version, x, height - last, step).items,
    )
    elements = [Element(Role.PARAGRAPH, items) for items in words]
    if page:
        number = set_word(style, page, x + room, height - visit, sizes.label, "semibold", align="end")
        elements.insert(0, Element(Role.PARAGRAPH, (number,)))
        room -= number.run.width + 4 * MM
    return LogFoot(Block(width, height, tuple(elements)), (x, height - visit - sizes.text, room))


def lay_out_log_visit(style: Style, sizes: LogSizes, visit: StripField, width: float) -> Block:
    """The date of the next visit, or a line for it."""
    return Block(width, sizes.text * 1.3, tuple(fill_field(style, sizes.chart, visit, 0, sizes.text, width)))
