"""The rows of a chart to write numbers in: pain, effort, minutes."""

from __future__ import annotations

from generator.manuscript.box_name import number_box
from generator.manuscript.chart import DAYS, NumberRow
from generator.page.chart.chart_measures import BOX_STROKE, BOXES_APART, NUMBER_LEAST, RISE, RULE
from generator.page.chart.day_columns import Strip, number_days, number_spans
from generator.page.chart.grid import LEAD, UNDER, Grid, words_height
from generator.page.page import Cell, Element, Item, Role, Shape
from generator.page.paragraph import set_lines, set_word
from generator.page.signs import CAP_MIDDLE
from generator.shapes.outlines import rectangle
from generator.text.setter import Span, TextLine


def number_height(grid: Grid, row: NumberRow | None = None) -> float:
    """Height of a row, or of the total's line; its box keeps its distance, its words have white around them."""
    least = max(grid.density.number * grid.sizes.unit, NUMBER_LEAST + BOXES_APART)
    if row is None:
        return least
    lead, under = _label_lines(grid, row)
    return max(least, words_height(grid.sizes.name, len(lead), grid.sizes.fine, len(under), grid.clear))


def number_row(grid: Grid, row: NumberRow, y: float) -> tuple[list[Item], Element]:
    style, sizes, columns = grid.style, grid.sizes, grid.columns
    height = number_height(grid, row)
    top, tall = y + BOXES_APART / 2, height - BOXES_APART
    middle = y + height / 2
    back: list[Item] = []
    if row.example and grid.has_example:
        side = min(columns.example.width, 8.6 * sizes.unit)
        x = columns.example.middle - side / 2
        back.append(Shape(rectangle(x, top, side, tall), fill=style.inks.white, stroke=style.inks.line, width=RULE))
        size = sizes.number
        baseline = middle + size * CAP_MIDDLE
        back.append(set_word(style, row.example, x + side / 2, baseline, size, "medium", align="middle"))
    chosen, _ = number_days(columns, row)
    data: list[Element] = []
    for index, week in grid.weeks:
        data += _numbers(grid, row, index, number_spans(columns, week, chosen[index]), top, tall)
    return back, Element(Role.ROW, (Element(Role.HEADER, _label(grid, row, middle), scope="Row"), *data))


def _numbers(
    grid: Grid, row: NumberRow, index: int, spans: list[tuple[int, Strip]], top: float, tall: float
) -> list[Element]:
    """One table cell for each day."""
    words, ink, boxes = grid.chart.words, grid.style.inks.ink, dict(spans)
    data = []
    for day in range(DAYS):
        strip = boxes.get(day)
        if strip:
            name = number_box(row.key, grid.week_number(index), day + 1)
            cell = Cell(name, strip.start, top, strip.width, tall, ink, BOX_STROKE)
            data.append(Element(Role.DATA, (cell,), actual_text=words.number))
        else:
            planned = grid.chart.is_planned(index, day)
            data.append(Element(Role.DATA, actual_text=words.empty if planned else words.rest))
    return data


def _label_lines(grid: Grid, row: NumberRow) -> tuple[tuple[TextLine, ...], tuple[TextLine, ...]]:
    """What is asked, and under it what an answer means and on which days."""
    setter, sizes, ink, room = grid.style.setter, grid.sizes, grid.style.inks.ink, grid.columns.name.end
    spans = [Span(row.lead + " ", "bold", ink), Span(row.text, "regular", ink)]
    note = number_days(grid.columns, row)[1]
    under = [Span(text, "regular", ink) for text in (row.rule, note) if text]
    lines = [line for span in under for line in setter.lines([span], sizes.fine, room)]
    return setter.lines(spans, sizes.name, room), tuple(lines)


def _label(grid: Grid, row: NumberRow, middle: float) -> tuple[Item, ...]:
    sizes = grid.sizes
    lead, under = _label_lines(grid, row)
    height = words_height(sizes.name, len(lead), sizes.fine, len(under), 0.0)
    first = set_lines(lead, 0, middle - height / 2 + RISE * sizes.name, sizes.name * LEAD)
    if not under:
        baseline = middle - (len(lead) - 1) * sizes.name * LEAD / 2 + sizes.name * CAP_MIDDLE
        return set_lines(lead, 0, baseline, sizes.name * LEAD).items
    below = first.next - sizes.name * LEAD + sizes.fine * UNDER
    return (*first.items, *set_lines(under, 0, below, sizes.fine * UNDER).items)
