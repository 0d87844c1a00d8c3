"""The body of a chart's grid as one block: phases of rows to tick, rows of numbers, and what closes a week."""

from __future__ import annotations

from collections.abc import Sequence

from generator.manuscript.chart import DAYS, ChartPhase, TickRow
from generator.page.chart.chart_measures import DROP
from generator.page.chart.grid import Grid, rule, shading, sub_head_fits, words_height
from generator.page.chart.number_rows import number_height, number_row
from generator.page.chart.row_notes import note_rows, notes_height
from generator.page.chart.tick_rows import row_height, tick_row
from generator.page.chart.week_end import choices_height, closing_in_one, closing_rows
from generator.page.page import Block, Element, Item, Role
from generator.page.paragraph import set_word
from generator.page.signs import decoration
from generator.shapes.geometry import MM

_BEFORE_NUMBERS = 1.2 * MM
_BEFORE_TOTAL = 0.8 * MM
_SUB_RULE = 1.2  # the rule over a sub-head


def sub_height(grid: Grid, phase: ChartPhase, *, first: bool) -> float:
    """Height of a phase's sub-head; the first of a table may stand beside the day letters."""
    if not phase.name or (first and sub_head_fits(grid, phase)):
        return 0.0
    return max(
        grid.density.sub * grid.sizes.unit, words_height(grid.sizes.name, 1, clear=grid.clear) - grid.clear + _SUB_RULE
    )


def noted_height(grid: Grid, row: TickRow) -> float:
    """Height of a row with the notes to one person under it."""
    return row_height(grid, row) + notes_height(grid, row)


def closing_height(grid: Grid) -> float:
    """Height of the rows of numbers, the total and the choices."""
    numbers = sum(number_height(grid, row) for row in grid.chart.numbers)
    height = numbers + number_height(grid) + _BEFORE_NUMBERS + _BEFORE_TOTAL
    return height if closing_in_one(grid) else height + choices_height(grid)


def lay_out_body(grid: Grid, phases: Sequence[ChartPhase], *, closed: bool) -> Block:
    """All rows under one head. Its cells' names are `w1.d3.row.1`, `w1.d3.row`, `w1.total`, `w1.next.up`."""
    back: list[Item] = []
    rows: list[Element] = []
    y = 0.0
    first_row = sum(sub_height(grid, phase, first=True) for phase in phases[:1])
    for index, phase in enumerate(phases):
        if phase.name:
            height = sub_height(grid, phase, first=index == 0)
            rows.append(_sub_head(grid, phase, y, height))
            back += rule(grid, y, "phase") if height and index else []
            y += height
        for position, row in enumerate(phase.rows):
            back += rule(grid, y) if position else []
            height = row_height(grid, row)
            drawn, element = tick_row(grid, row, y, height)
            back += drawn
            rows.append(element)
            y += height
            drawn, notes = note_rows(grid, row, y)
            back += drawn
            rows += notes
            y += notes_height(grid, row)
    shade_end = y
    if closed:
        y += _BEFORE_NUMBERS
        back += rule(grid, y - 0.7 * MM, "part")
        for numbers in grid.chart.numbers:
            drawn, element = number_row(grid, numbers, y)
            back += drawn
            rows.append(element)
            y += number_height(grid, numbers)
        shade_end = y
        closing, y = closing_rows(grid, y + _BEFORE_TOTAL)
        rows += closing
    shade = shading(grid, first_row, shade_end) if shade_end - first_row >= grid.row else []
    return Block(grid.columns.width, y, (decoration(*shade, *back), *rows))


def _sub_head(grid: Grid, phase: ChartPhase, y: float, height: float) -> Element:
    style, sizes = grid.style, grid.sizes
    # Without a height of its own it stands in the head, on the line of the days.
    baseline = y + height - (DROP * sizes.name if height else 1.2 * sizes.unit)
    name = set_word(style, phase.name, 0, baseline, sizes.name, "bold", style.inks.accent)
    items: list[Item] = [name]
    if phase.when:
        x = name.run.width + 2 * MM
        items.append(set_word(style, phase.when, x, baseline, sizes.fine, ink=style.inks.grey))
    span = 1 + DAYS * len(grid.columns.weeks)
    return Element(Role.ROW, (Element(Role.HEADER, tuple(items), scope="Row", column_span=span),))
