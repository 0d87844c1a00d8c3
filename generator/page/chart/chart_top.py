"""The top of a chart's page: title, routine, the strip with name and start, and how to fill the sheet in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.manuscript.chart import Chart
from generator.manuscript.personal import StripField
from generator.page.chart.chart_measures import CLEAR, DROP, RISE, RULE, Sizes
from generator.page.chart.corner_marks import code_height, code_room
from generator.page.measures import Style
from generator.page.page import Block, Element, Item, Line, Role, Words
from generator.page.paragraph import set_column, set_word
from generator.page.signs import decoration
from generator.shapes.geometry import MM
from generator.text.setter import Span

_STRIP_LEAST = 84.0  # units: a name, a date and a line to write on after each
_NUMBER_APART = 2.5  # units
_ROW = 8.5  # units from one row of the strip to the next
_TINIEST = 6.5  # points, of a name for which two lines are too few


@dataclass(frozen=True, slots=True)
class Top:
    """A page's top: its fixed block, where the strip stands in it (x, y, width), and how high both are."""

    block: Block
    strip: tuple[float, float, float]
    height: float


def lay_out_top(
    style: Style,
    sizes: Sizes,
    chart: Chart,
    width: float,
    page: str = "",
    *,
    first: bool = True,
    doses: bool = True,
    pointer: str = "",
) -> Top:
    """One line if title, routine and strip fit between mark and code, else routine and strip get lines of their own.

    `page` says which of several pages this is, behind the routine or at the end of the instruction; only the first has
    the document's title. Without `doses` in the rows the instruction says where to find them; the `pointer` says where
    the warning signs stand.
    """
    names = _names(style, sizes, chart, width - code_room(sizes), page)
    y = names.y
    if names.room >= _STRIP_LEAST * sizes.unit:
        wide = min(names.room, 118 * sizes.unit)
        strip = (width - code_room(sizes) - wide, y, wide)
    else:
        y = max(y, sizes.mark + sizes.clear - sizes.label * 0.5) + _ROW * sizes.unit
        if 0 < code_height() - (y - sizes.name) < sizes.name:
            y = code_height() + sizes.name  # a little lower it has the page's whole width
        strip = (0.0, y, _beside_code(sizes, width, y - sizes.name))
    head = Element(Role.TITLE if first else Role.PARAGRAPH, (names.title,))
    y += (7.8 + (_rows(style) - 1) * _ROW) * sizes.unit
    words = [Span(pointer, "bold", style.inks.ink)]
    words += [Span(f" {names.left}", "regular", style.inks.grey)] if names.left else []
    if _rows(style) == 1:
        words.insert(0, Span(f"{_how_to(chart, doses=doses)} ", "regular", style.inks.ink))
    wide = _beside_code(sizes, width, y - sizes.text * RISE)
    lines = set_column(style, words, 0, y, wide, sizes.text, sizes.text * 1.25)
    bottom = max(lines.next - sizes.text * 1.25 + 2.6 * sizes.unit, code_height())
    elements = (head, Element(Role.PARAGRAPH, names.routine), Element(Role.PARAGRAPH, lines.items))
    return Top(Block(width, bottom, elements), strip, bottom)


@dataclass(frozen=True, slots=True)
class _Names:
    """The title, the routine with the page's number if it fits behind it, and the last baseline of both.

    `room` is what is free on the title's line, and `left` a number that is still to be said.
    """

    title: Words
    routine: tuple[Words, ...]
    y: float
    room: float
    left: str


def _names(style: Style, sizes: Sizes, chart: Chart, end: float, page: str) -> _Names:
    """Title and routine in one line up to `end` if they fit, else one under the other."""
    inset = sizes.mark + sizes.clear
    baseline = y = max(sizes.mark / 2 + sizes.title * 0.33, sizes.title * 0.74)
    title = set_word(style, chart.title, inset, baseline, sizes.title, "bold")
    start = inset + title.run.width + 4 * sizes.unit
    spans = [Span(chart.routine, "semibold", style.inks.accent)]
    apart = _NUMBER_APART * sizes.unit
    number = style.setter.width(page, sizes.label) + apart if page else 0.0
    natural = style.setter.width(chart.routine, sizes.routine, "semibold")
    if start + natural <= end:
        routine = set_column(style, spans, start, baseline, natural + 1, sizes.routine, sizes.routine)
    else:
        under = baseline + DROP * sizes.title + CLEAR + RISE * sizes.routine
        y = max(sizes.mark + sizes.clear + sizes.routine * 0.4, under)
        routine = set_column(style, spans, 0, y, end - number, sizes.routine, sizes.routine * 1.2)
        y = routine.next - sizes.routine * 1.2
    last = routine.items[-1]
    x = last.x + last.run.width + apart
    left = page if x - apart + number > end else ""
    shown = [set_word(style, page, x, last.y, sizes.label, ink=style.inks.grey)] if page and not left else []
    return _Names(title, (*routine.items, *shown), y, end - start - natural - number - 6 * sizes.unit, left)


def _beside_code(sizes: Sizes, width: float, top: float) -> float:
    """Room for a line that begins at `top`: the mark and the code at the end of the page keep theirs."""
    return width - code_room(sizes) if top < code_height() else width


def _how_to(chart: Chart, *, doses: bool) -> str:
    return chart.instruction if doses else f"{chart.instruction} {chart.how_much}".strip()


def how_to_once(style: Style, sizes: Sizes, chart: Chart, width: float, *, doses: bool) -> Block | None:
    """How to fill the chart in, over its first table, where the top of a page has no room for it."""
    if _rows(style) == 1:
        return None
    spans = [Span(_how_to(chart, doses=doses), "regular", style.inks.ink)]
    lines = set_column(style, spans, 0, sizes.text, width, sizes.text, sizes.text * 1.2)
    return Block(width, lines.next - sizes.text * 0.8, (Element(Role.PARAGRAPH, lines.items),))


def _rows(style: Style) -> int:
    """How many rows the strip has: its two fields share one where it is wide enough."""
    return 2 if style.narrow and style.theme.tall_rows else 1


def lay_out_fields(style: Style, sizes: Sizes, fields: Sequence[StripField], width: float) -> Block:
    """Labels with a value or a line to write on, side by side; the first is the widest. The height is always the same.

    The first baseline stands at the block's `sizes.name`. In large print on a narrow page each has a row of its own.
    """
    elements: list[Element] = []
    if _rows(style) > 1:
        for row, field in enumerate(fields):
            elements += fill_field(style, sizes, field, 0.0, sizes.name + row * _ROW * sizes.unit, width)
        return Block(width, sizes.name + (len(fields) - 1) * _ROW * sizes.unit + 0.65 * sizes.fine, tuple(elements))
    gap = 5 * sizes.unit
    labels = [style.setter.width(field.label, sizes.label) + 1.5 * MM for field in fields]
    room = width - sum(labels) - gap * (len(fields) - 1)
    shares = _shares(style, sizes, fields, room)
    x = 0.0
    for field, label, share in zip(fields, labels, shares, strict=True):
        wide = label + share
        elements += fill_field(style, sizes, field, x, sizes.name, wide)
        x += wide + gap
    # A value in two lines reaches a little below the line that others are written on.
    return Block(width, sizes.name + 0.65 * sizes.fine, tuple(elements))


def strip_drop(style: Style, sizes: Sizes) -> float:
    """How far the last row of the strip stands under the first."""
    return (_rows(style) - 1) * _ROW * sizes.unit


def _shares(style: Style, sizes: Sizes, fields: Sequence[StripField], room: float) -> list[float]:
    """The widths of values or lines: the first has what the others, printed, do not need."""
    usual = [room * (2.0 if index == 0 else 1.25) / (0.75 + 1.25 * len(fields)) for index in range(len(fields))]
    if not fields[0].value:
        return usual
    others = [
        min(style.setter.width(field.value, sizes.text, "semibold") + 0.5, wide) if field.value else wide
        for field, wide in zip(fields[1:], usual[1:], strict=True)
    ]
    return [room - sum(others), *others]


def fill_field(style: Style, sizes: Sizes, field: StripField, x: float, y: float, width: float) -> list[Element]:
    """A label and its value; a value too long gets smaller, then two lines, so that nothing else moves."""
    inks = style.inks
    label = set_word(style, field.label, x, y, sizes.label, ink=inks.grey)
    start = x + label.run.width + 1.5 * MM
    if not field.value:
        return [Element(Role.PARAGRAPH, (label,)), decoration(write_line(style, start, x + width, y))]
    room, size = x + width - start, sizes.text
    while style.setter.width(field.value, size, "semibold") > room and size > sizes.fine:
        size = max(size - 0.5, sizes.fine)
    spans = [Span(field.value, "semibold", inks.ink)]
    # A name is never refused for its length: more than two lines are as high as two.
    while size > _TINIEST and len(style.setter.lines(spans, size, room)) * size > 2 * sizes.fine:
        size -= 0.25
    value = set_column(style, spans, start, y, room, size, size * 1.05)
    shift = (value.lines - 1) * size * 0.6
    items: list[Item] = [label]
    items += [replace(word, y=word.y - shift) for word in value.items]
    return [Element(Role.PARAGRAPH, tuple(items))]


def write_line(style: Style, x0: float, x1: float, baseline: float) -> Line:
    """A line to write on, a little under the baseline of its words."""
    return Line(x0, baseline + 0.8 * MM, x1, baseline + 0.8 * MM, RULE + 0.1, style.inks.line)
