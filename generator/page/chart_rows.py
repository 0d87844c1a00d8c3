"""The rows of a chart's grid: to tick, to write numbers in, and the two that close a week; one block with all its cells."""

from __future__ import annotations

from collections.abc import Sequence

from generator.page.chart_columns import Strip, WeekColumns, number_spans
from generator.page.chart_content import DAYS, ChartPhase, NumberRow, TickRow
from generator.page.chart_grid import Grid, rule, shading, sub_head_fits
from generator.page.chart_measures import BOX_STROKE, NUMBER_LEAST, RULE, TICK_LEAST
from generator.page.measures import MM
from generator.page.outline import rectangle
from generator.page.page import Block, Cell, Element, Item, Line, Picture, Role, Shape
from generator.page.paragraph import set_column, set_word
from generator.page.signs import CAP_MIDDLE, decoration
from generator.text.setter import Span

_APART = 0.8 * MM  # between the boxes of one day
_BEFORE_NUMBERS = 1.2 * MM
_BEFORE_TOTAL = 1.0 * MM


def row_height(grid: Grid, row: TickRow) -> float:
    """A row is as high as its name, its note and its boxes need, at least the density's height."""
    unit = grid.sizes.unit
    most = max(count for week in row.boxes for count in week)
    across = boxes_across(grid, most)
    deep = -(-most // across)
    boxes = deep * grid.tick + (deep - 1) * _APART + (0.7 if deep == 1 else 2.4) * MM
    lines = _name_lines(grid, row)
    words = lines * grid.sizes.name * 1.06 + (grid.sizes.fine * 1.15 if row.note else 0.0) + 0.8 * unit
    return max(grid.density.row * unit, boxes, words)


def boxes_across(grid: Grid, count: int) -> int:
    """How many of a day's boxes stand side by side: all, or two, or one under the other."""
    for across in (count, 2):
        if across * TICK_LEAST + (across - 1) * _APART <= grid.columns.day - 1.0 * MM:
            return max(across, 1)
    return 1


def sub_height(grid: Grid, phase: ChartPhase, *, first: bool) -> float:
    """Height of a phase's sub-head; the first of a table may stand beside the day letters."""
    if not phase.name or (first and sub_head_fits(grid, phase)):
        return 0.0
    return grid.density.sub * grid.sizes.unit


def number_height(grid: Grid) -> float:
    return max(grid.density.number * grid.sizes.unit, NUMBER_LEAST + 0.6 * MM)


def choices_height(grid: Grid) -> float:
    return max(grid.density.choices * grid.sizes.unit, TICK_LEAST + 0.6 * MM)


def body_height(grid: Grid, phases: Sequence[ChartPhase], *, closed: bool) -> float:
    """Height of the body with these phases; `closed` adds numbers, total and choices of the week."""
    height = sum(
        sub_height(grid, phase, first=index == 0) + sum(row_height(grid, row) for row in phase.rows)
        for index, phase in enumerate(phases)
    )
    return height + (closing_height(grid) if closed else 0.0)


def closing_height(grid: Grid) -> float:
    """Height of the rows of numbers, the total and the choices."""
    height = (len(grid.chart.numbers) + 1) * number_height(grid) + _BEFORE_NUMBERS + _BEFORE_TOTAL
    return height if closing_in_one(grid) else height + choices_height(grid)


def lay_out_body(grid: Grid, phases: Sequence[ChartPhase], *, closed: bool) -> Block:
    """All rows under one head. Its cells' names are `w1.d3.row.1`, `w1.d1-2.row`, `w1.total`, `w1.next.up`."""
    back: list[Item] = []
    rows: list[Element] = []
    y = 0.0
    first_row = sub_height(grid, phases[0], first=True)
    for index, phase in enumerate(phases):
        if phase.name:
            height = sub_height(grid, phase, first=index == 0)
            rows.append(_sub_head(grid, phase, y, height))
            back += rule(grid, y, "phase") if height and index else []
            y += height
        for position, row in enumerate(phase.rows):
            back += rule(grid, y) if position else []
            height = row_height(grid, row)
            drawn, element = _tick_row(grid, row, y, height)
            back += drawn
            rows.append(element)
            y += height
    shade_end = y
    if closed:
        y += _BEFORE_NUMBERS
        back += rule(grid, y - 0.7 * MM, "part")
        for number_row in grid.chart.numbers:
            drawn, element = _number_row(grid, number_row, y)
            back += drawn
            rows.append(element)
            y += number_height(grid)
        shade_end = y
        closing, y = _closing(grid, y + _BEFORE_TOTAL)
        rows += closing
    shade = shading(grid, first_row, shade_end)
    return Block(grid.columns.width, y, (decoration(*shade, *back), *rows))


def _sub_head(grid: Grid, phase: ChartPhase, y: float, height: float) -> Element:
    style, sizes = grid.style, grid.sizes
    baseline = y + height - 1.2 * sizes.unit
    name = set_word(style, phase.name, 0, baseline, sizes.name, "bold", style.inks.accent)
    items: list[Item] = [name]
    if phase.when:
        x = name.run.width + 2 * MM
        items.append(set_word(style, phase.when, x, baseline, sizes.fine, ink=style.inks.grey))
    span = 1 + DAYS * len(grid.columns.weeks)
    return Element(Role.ROW, (Element(Role.HEADER, tuple(items), scope="Row", column_span=span),))


def _name_lines(grid: Grid, row: TickRow) -> int:
    """How many lines a row's name takes; nearly always one."""
    setter, sizes, room = grid.style.setter, grid.sizes, grid.columns.name.width
    if setter.width(row.name, sizes.name, "semibold") <= room:
        return 1
    return len(setter.lines([Span(row.name, "semibold")], sizes.name, room))


def _tick_row(grid: Grid, row: TickRow, y: float, height: float) -> tuple[list[Item], Element]:
    """What is decoration (thumbnail, sample), and the row itself."""
    style, sizes, columns = grid.style, grid.sizes, grid.columns
    middle = y + height / 2
    back = _thumbnail(grid, row, y, height)
    if not grid.first:
        back += _sample(grid, row, middle)
    spans = [Span(row.name, "semibold", style.inks.ink)]
    step = sizes.name * 1.06
    lines = _name_lines(grid, row)
    note_step = sizes.fine * 1.15 if row.note else 0.0
    top = middle - ((lines - 1) * step + note_step) / 2 + sizes.name * CAP_MIDDLE
    name = set_column(style, spans, columns.name.start, top, columns.name.width, sizes.name, step)
    items: list[Item] = []
    if row.number:
        baseline = middle + sizes.number * CAP_MIDDLE
        items.append(set_word(style, row.number, 0, baseline, sizes.number, "bold", style.inks.accent))
    items += name.items
    if row.note:
        under = name.next - step + note_step
        items.append(set_word(style, row.note, columns.name.start, under, sizes.fine, ink=style.inks.grey))
    cells = [Element(Role.HEADER, tuple(items), scope="Row")]
    for index, week in grid.weeks:
        cells += [_day(grid, row, index, day, strip, middle) for day, strip in enumerate(week.days)]
    return back, Element(Role.ROW, tuple(cells))


def _day(grid: Grid, row: TickRow, week: int, day: int, strip: Strip, middle: float) -> Element:
    """The boxes of one day; a day without any says so to those who cannot see it."""
    words, count = grid.chart.words, row.boxes[week][day]
    if not count:
        planned = grid.chart.is_planned(week, day)
        return Element(Role.DATA, actual_text=words.empty if planned else words.rest)
    across = boxes_across(grid, count)
    deep = -(-count // across)
    side = min(grid.tick, (strip.width - 0.6 * MM - (across - 1) * _APART) / across)
    pitch = side + _APART
    left = strip.middle - (across * pitch - _APART) / 2
    top = middle - (deep * pitch - _APART) / 2
    boxes = tuple(
        Cell(
            f"w{week + 1}.d{day + 1}.{row.key}.{index + 1}",
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
    strip, drawing = grid.columns.thumb, row.thumbnail
    if drawing is None or not strip.width:
        return []
    room = min(height, 14 * grid.sizes.unit) - 1.0 * MM
    scale = min(strip.width / drawing.width, room / drawing.height)
    width, tall = drawing.width * scale, drawing.height * scale
    x = strip.middle - width / 2
    return [Picture(x, y + (height - tall) / 2, width, tall, drawing, grid.style.palette)]


def _sample(grid: Grid, row: TickRow, middle: float) -> list[Item]:
    """The boxes of a day with ticks in them, drawn in line colour: they show how, and are no cells."""
    most = max(count for week in row.boxes for count in week)
    across = boxes_across(grid, most)
    deep = -(-most // across)
    pitch = grid.tick + _APART
    items: list[Item] = []
    for level in range(deep):
        items += _ticked(grid, grid.columns.sample.middle, middle + (level - (deep - 1) / 2) * pitch)
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


def _number_row(grid: Grid, row: NumberRow, y: float) -> tuple[list[Item], Element]:
    style, sizes, columns = grid.style, grid.sizes, grid.columns
    height = number_height(grid)
    top, tall = y + 0.25 * MM, height - 0.5 * MM
    middle = y + height / 2
    back: list[Item] = []
    if row.sample and not grid.first:
        side = min(columns.sample.width, 8.6 * sizes.unit)
        x = columns.sample.middle - side / 2
        back.append(Shape(rectangle(x, top, side, tall), fill=style.inks.white, stroke=style.inks.line, width=RULE))
        size = sizes.number
        baseline = middle + size * CAP_MIDDLE
        back.append(set_word(style, row.sample, x + side / 2, baseline, size, "medium", align="middle"))
    data: list[Element] = []
    paired = False
    for index, week in grid.weeks:
        spans = number_spans(columns, week, row.days[index])
        paired = paired or any(last > first for first, last, _ in spans)
        data += _numbers(grid, row, index, week, top, tall)
    label = _number_label(grid, row, row.paired if paired else row.note, middle)
    return back, Element(Role.ROW, (Element(Role.HEADER, label, scope="Row"), *data))


def _numbers(grid: Grid, row: NumberRow, index: int, week: WeekColumns, top: float, tall: float) -> list[Element]:
    """One table cell for each box, over two days where it serves two."""
    words, data, day = grid.chart.words, [], 0
    for first, last, strip in [*number_spans(grid.columns, week, row.days[index]), (DAYS, DAYS, Strip(0, 0))]:
        for empty in range(day, first):
            planned = grid.chart.is_planned(index, empty)
            data.append(Element(Role.DATA, actual_text=words.empty if planned else words.rest))
        if first < DAYS:
            days = f"d{first + 1}" if first == last else f"d{first + 1}-{last + 1}"
            name = f"w{index + 1}.{days}.{row.key}"
            cell = Cell(name, strip.start, top, strip.width, tall, grid.style.inks.ink, BOX_STROKE)
            data.append(Element(Role.DATA, (cell,), actual_text=words.number, column_span=last - first + 1))
        day = last + 1
    return data


def _number_label(grid: Grid, row: NumberRow, note: str, middle: float) -> tuple[Item, ...]:
    style, sizes = grid.style, grid.sizes
    spans = [Span(row.lead + " ", "bold", style.inks.ink), Span(row.text, "regular", style.inks.ink)]
    shift = sizes.fine * 0.58 if note else 0.0
    baseline = middle - shift + sizes.name * CAP_MIDDLE
    room = grid.columns.name.end
    label = set_column(style, spans, 0, baseline, room, sizes.name, sizes.name * 1.06)
    if not note:
        return label.items
    under = set_word(style, note, 0, label.next - sizes.name * 1.06 + sizes.fine * 1.2, sizes.fine, ink=style.inks.grey)
    return (*label.items, under)


def closing_in_one(grid: Grid) -> bool:
    """Whether total and choices of a week fit on one line."""
    return grid.stacked and _total_width(grid) + _choices_width(grid, label=True) < (
        grid.columns.weeks[0].end - grid.columns.weeks[0].start
    )


def _total_width(grid: Grid) -> float:
    longest = max(grid.style.setter.width(week.total, grid.sizes.name) for week in grid.chart.weeks)
    return NUMBER_LEAST + 1.2 * MM + longest + 5 * MM


def _choice_pitch(grid: Grid) -> tuple[float, float]:
    """Side of a box, and what lies between a word and the next box."""
    return max(TICK_LEAST, 5.0 * grid.sizes.unit), 2.6 * grid.sizes.unit


def _choices_width(grid: Grid, *, label: bool) -> float:
    side, apart = _choice_pitch(grid)
    width, sizes, words = grid.style.setter.width, grid.sizes, grid.chart.words
    total = sum(side + 1 * MM + width(text, sizes.label) + apart for _, text in words.choices) - apart
    return total + (width(words.next_week, sizes.name, "bold") + 3 * MM if label else 0.0)


def closing_fits(grid: Grid) -> bool:
    """Whether the choices fit under their week."""
    return _choices_width(grid, label=False) <= grid.columns.weeks[0].end - grid.columns.weeks[0].start


def _closing(grid: Grid, y: float) -> tuple[list[Element], float]:
    """Days done, and what to do next week."""
    style, sizes, words = grid.style, grid.sizes, grid.chart.words
    height = number_height(grid)
    baseline = y + height / 2 + sizes.name * CAP_MIDDLE
    done = set_word(style, words.done, 0, baseline, sizes.name, "bold")
    one = closing_in_one(grid)
    totals = [_total(grid, index, week, y, baseline, span=3 if one else DAYS) for index, week in grid.weeks]
    cells: list[Element] = [Element(Role.HEADER, (done,), scope="Row"), *totals]
    middle = y + height / 2
    if one:
        index, week = grid.weeks[0]
        start = week.end - _choices_width(grid, label=True)
        label = set_word(style, words.next_week, start, baseline, sizes.name, "bold")
        x = start + label.run.width + 3 * MM
        cells.append(_choices(grid, index, x, middle, (label,), DAYS - 3))
        return [Element(Role.ROW, tuple(cells))], y + height
    rows = [Element(Role.ROW, tuple(cells))]
    y += height
    middle = y + choices_height(grid) / 2
    label = set_word(style, words.next_week, 0, middle + sizes.name * CAP_MIDDLE, sizes.name, "bold")
    choices = [_choices(grid, index, week.start, middle, (), DAYS) for index, week in grid.weeks]
    rows.append(Element(Role.ROW, (Element(Role.HEADER, (label,), scope="Row"), *choices)))
    return rows, y + choices_height(grid)


def _total(grid: Grid, index: int, week: WeekColumns, y: float, baseline: float, *, span: int) -> Element:
    style, sizes = grid.style, grid.sizes
    width = max(NUMBER_LEAST + 0.1 * MM, 9.0 * sizes.unit)
    tall = number_height(grid) - 0.5 * MM
    cell = Cell(f"w{index + 1}.total", week.start, y + 0.25 * MM, width, tall, style.inks.ink, BOX_STROKE)
    words = set_word(style, grid.chart.weeks[index].total, week.start + width + 1.4 * MM, baseline, sizes.name)
    return Element(Role.DATA, (cell, words), column_span=span)


def _choices(grid: Grid, index: int, x: float, middle: float, before: tuple[Item, ...], span: int) -> Element:
    style, sizes = grid.style, grid.sizes
    side, apart = _choice_pitch(grid)
    items = list(before)
    for key, text in grid.chart.words.choices:
        name = f"w{index + 1}.next.{key}"
        items.append(Cell(name, x, middle - side / 2, side, side, style.inks.ink, BOX_STROKE))
        words = set_word(style, text, x + side + 1 * MM, middle + sizes.label * CAP_MIDDLE, sizes.label)
        items.append(words)
        x += side + 1 * MM + words.run.width + apart
    return Element(Role.DATA, tuple(items), column_span=span)
