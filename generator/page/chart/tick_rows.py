"""The rows of a chart to tick: number, picture and name of an exercise, and its boxes day by day."""

from __future__ import annotations

from dataclasses import replace

from generator.manuscript.box_name import tick_box
from generator.manuscript.chart import TickRow
from generator.page.chart.chart_measures import BOX_STROKE, BOXES_APART, RISE, RULE, TIMES_APART
from generator.page.chart.day_columns import Strip, number_size, under_name
from generator.page.chart.grid import LEAD, UNDER, Grid, words_height
from generator.page.page import Cell, Element, Item, Line, Picture, Role, Shape
from generator.page.paragraph import set_lines, set_word
from generator.page.signs import CAP_MIDDLE
from generator.shapes.geometry import MM
from generator.shapes.outlines import rectangle
from generator.shapes.pixels import own_size
from generator.text.setter import Span, TextLine

_MANY = 4  # so many boxes of one day would make too high a row


def row_height(grid: Grid, row: TickRow) -> float:
    """A row is as high as its name, what stands under it and its boxes need, at least the density's height."""
    most = max(count for week in row.boxes for count in week)
    deep = -(-most // boxes_across(grid, most))
    boxes = deep * grid.tick + (deep - 1) * TIMES_APART + (BOXES_APART if deep == 1 else 2.4 * MM)
    sizes, more = grid.sizes, _under_most(grid, row)
    words = words_height(sizes.name, len(_name_lines(grid, row)), sizes.label, more, grid.clear)
    return max(grid.row, boxes, words)


def boxes_across(grid: Grid, count: int) -> int:
    """How many of a day's boxes stand side by side: one under the other, but two of four and more if they fit."""
    if count >= _MANY and 2 * grid.tick + TIMES_APART <= grid.columns.day - BOXES_APART:
        return 2
    return 1


def _name_lines(grid: Grid, row: TickRow) -> tuple[TextLine, ...]:
    """A row's name; nearly always one line."""
    spans = [Span(row.name, "semibold", grid.style.inks.ink)]
    return grid.style.setter.lines(spans, grid.sizes.name, grid.columns.name.width)


def _under_lines(grid: Grid, row: TickRow) -> tuple[TextLine, ...]:
    text = under_name(row, doses=grid.doses, week=grid.only_week)
    spans = [Span(text, "regular", grid.style.inks.ink)] if text else []
    return grid.style.setter.lines(spans, grid.sizes.label, grid.columns.name.width) if text else ()


def _under_most(grid: Grid, row: TickRow) -> int:
    """Lines under the name in the week that has most, so that tables of all weeks break alike."""
    firsts = range(len(row.doses)) if row.doses and grid.stacked else (grid.first,)
    return max(len(_under_lines(replace(grid, first=first), row)) for first in firsts)


def tick_row(grid: Grid, row: TickRow, y: float, height: float) -> tuple[list[Item], Element]:
    """What is decoration (thumbnail, example), and the row itself."""
    style, sizes = grid.style, grid.sizes
    middle = y + height / 2
    back = _thumbnail(grid, row, y, height)
    if grid.has_example:
        back += _example(grid, row, middle)
    items: list[Item] = []
    if row.number:
        size = number_size(sizes, grid.chart)
        items.append(set_word(style, row.number, 0, middle + size * CAP_MIDDLE, size, "bold", style.inks.accent))
    items += _words(grid, row, middle)
    cells = [Element(Role.HEADER, tuple(items), scope="Row")]
    for index, week in grid.weeks:
        cells += [_day(grid, row, index, day, strip, middle) for day, strip in enumerate(week.days)]
    return back, Element(Role.ROW, tuple(cells))


def _words(grid: Grid, row: TickRow, middle: float) -> tuple[Item, ...]:
    """The name, and what stands under it, both together in the middle of the row."""
    sizes, x = grid.sizes, grid.columns.name.start
    name, under = _name_lines(grid, row), _under_lines(grid, row)
    if len(name) + len(under) == 1:
        return set_lines(name, x, middle + sizes.name * CAP_MIDDLE, sizes.name * LEAD).items
    height = words_height(sizes.name, len(name), sizes.label, len(under), 0.0)
    first = set_lines(name, x, middle - height / 2 + RISE * sizes.name, sizes.name * LEAD)
    below = first.next - sizes.name * LEAD + sizes.label * UNDER
    return (*first.items, *set_lines(under, x, below, sizes.label * UNDER).items)


def _day(grid: Grid, row: TickRow, week: int, day: int, strip: Strip, middle: float) -> Element:
    """The boxes of one day; a day without any says so to those who cannot see it."""
    words, count = grid.chart.words, row.boxes[week][day]
    if not count:
        planned = grid.chart.is_planned(week, day)
        return Element(Role.DATA, actual_text=words.empty if planned else words.rest)
    across = boxes_across(grid, count)
    deep = -(-count // across)
    side = min(grid.tick, (strip.width - BOXES_APART - (across - 1) * TIMES_APART) / across)
    pitch = side + TIMES_APART
    left = strip.middle - (across * pitch - TIMES_APART) / 2
    top = middle - (deep * pitch - TIMES_APART) / 2
    boxes = tuple(
        Cell(
            tick_box(row.key, grid.week_number(week), day + 1, index + 1),
            left + index % across * pitch,
            top + index // across * pitch,
            side,
            side,
            grid.style.inks.ink,
            BOX_STROKE,
        )
        for index in range(count)
    )
    return Element(Role.DATA, boxes, actual_text=words.ticks[count - 1])


def _thumbnail(grid: Grid, row: TickRow, y: float, height: float) -> list[Item]:
    """The exercise in small."""
    strip, small = grid.columns.thumb, row.thumbnail
    if small is None or not strip.width:
        return []
    own, high = own_size(small)
    room = min(height, 14 * grid.sizes.unit) - 1.0 * MM
    scale = min(strip.width / own, room / high)
    width, tall = own * scale, high * scale
    x = strip.middle - width / 2
    return [Picture(x, y + (height - tall) / 2, width, tall, small, grid.style.palette)]


def _example(grid: Grid, row: TickRow, middle: float) -> list[Item]:
    """The boxes of a day with ticks in them, drawn in line colour: they show how, and are no cells."""
    most = max(count for week in row.boxes for count in week)
    across = boxes_across(grid, most)
    deep = -(-most // across)
    pitch = grid.tick + TIMES_APART
    strip = grid.columns.example
    beside = across if across * pitch <= strip.width + TIMES_APART else 1
    items: list[Item] = []
    for index in range(min(most, deep * beside)):
        x = strip.middle + (index % beside - (beside - 1) / 2) * pitch
        items += _ticked(grid, x, middle + (index // beside - (deep - 1) / 2) * pitch)
    return items


def _ticked(grid: Grid, x: float, y: float) -> list[Item]:
    side, ink = grid.tick, grid.style.inks
    size = side * 0.68
    box = Shape(rectangle(x - side / 2, y - side / 2, side, side), fill=ink.white, stroke=ink.line, width=RULE)
    bend = (x - size * 0.1, y + size * 0.38)
    return [
        box,
        Line(x - size * 0.42, y, *bend, 1.5, ink.ink, round=True),
        Line(*bend, x + size * 0.5, y - size * 0.45, 1.5, ink.ink, round=True),
    ]
