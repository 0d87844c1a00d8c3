"""The rows of a chart to write numbers in: pain, effort, minutes."""

from __future__ import annotations

from generator.page.chart_columns import Strip, WeekColumns, number_spans
from generator.page.chart_content import DAYS, NumberRow
from generator.page.chart_grid import Grid
from generator.page.chart_measures import BOX_STROKE, NUMBER_LEAST, RULE
from generator.page.measures import MM
from generator.page.outline import rectangle
from generator.page.page import Cell, Element, Item, Role, Shape
from generator.page.paragraph import set_column, set_word
from generator.page.signs import CAP_MIDDLE
from generator.text.setter import Span


def number_height(grid: Grid) -> float:
    """Height of a row; its box leaves half a millimetre."""
    return max(grid.density.number * grid.sizes.unit, NUMBER_LEAST + 0.6 * MM)


def number_row(grid: Grid, row: NumberRow, y: float) -> tuple[list[Item], Element]:
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
