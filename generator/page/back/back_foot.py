"""The foot of the back: between lower code and mark the version, the page, and over them the next visit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.manuscript.back import Back
from generator.manuscript.chart import Chart
from generator.page.back.back_measures import BackSizes
from generator.page.back.back_visit import lay_out_visit_line
from generator.page.chart.chart_measures import DROP
from generator.page.chart.corner_marks import code_height, code_room
from generator.page.measures import Style
from generator.page.page import Block, Element, Placed, Role
from generator.page.page_number import NUMBER, number_room
from generator.page.paragraph import set_column, set_word
from generator.shapes.geometry import MM
from generator.text.setter import Span

_OVER_VERSION = 0.4 * MM  # from the version to the next visit
_OVER_VISIT = 1.2 * MM  # from there to the clinician's line


@dataclass(frozen=True, slots=True)
class Foot:
    """Blocks placed in the live area (points from its upper left corner), where the next visit stands, and its top."""

    placed: tuple[Placed, ...]
    visit: tuple[float, float, float]
    top: float


def lay_out_back_foot(
    style: Style, sizes: BackSizes, chart: Chart, back: Back, width: float, height: float, *, line: bool
) -> Foot:
    """At the bottom of a live area; with a `line` for whoever looks at the sheet, if it has no box of its own."""
    own = sizes.type
    start, end = code_room(own), width - own.mark - own.clear
    number = number_room(style, chart.words.page_line(88, 88))
    room = end - start - number.width - 2 * MM
    version = _version(style, sizes, back, room)
    placed = [
        Placed(start, height - version.height, version),
        Placed(end - number.width, height - number.height, number, slot=NUMBER),
    ]
    y = height - max(version.height, number.height) - _OVER_VERSION
    if style.narrow:  # a date needs the line of the next visit for itself
        bring = _bring(style, sizes, chart, end - start)
        y -= bring.height
        placed.append(Placed(start, y, bring))
        y -= _OVER_VERSION
    baseline = y - DROP * own.text
    visit = (start, baseline - own.text, end - start)
    top = min(height - code_height(), visit[1])  # whichever reaches higher
    if line:
        choices = lay_out_visit_line(style, sizes, back.visit, chart.first_week, width - start)
        y = baseline - own.text - _OVER_VISIT - choices.height
        placed.append(Placed(start, y, choices))
        top = min(top, y - _OVER_VISIT)
    return Foot(tuple(placed), visit, top)


def brings_along(style: Style, chart: Chart) -> Chart:
    """The chart whose line of the next visit is laid out: on a narrow page the request stands with the version."""
    return replace(chart, bring="") if style.narrow else chart


def _bring(style: Style, sizes: BackSizes, chart: Chart, width: float) -> Block:
    """The request on a line of its own."""
    size = sizes.text
    words = set_word(style, chart.bring, 0, size * (1 - DROP), size, "semibold")
    return Block(width, size, (Element(Role.PARAGRAPH, (words,)),))


def _version(style: Style, sizes: BackSizes, back: Back, width: float) -> Block:
    """In one line if either form of it fits."""
    size = max(style.theme.footer, style.theme.smallest)
    words = next((one for one in back.version if style.setter.width(one, size) <= width), back.version[-1])
    spans = [Span(words, "regular", style.inks.grey)]
    lines = len(style.setter.lines(spans, size, width))
    height = (lines - 1) * size * 1.2 + size
    column = set_column(style, spans, 0, size * (1 - DROP), width, size, size * 1.2)
    return Block(width, height, (Element(Role.PARAGRAPH, column.items),))
