"""What closes each week of a chart: on how many days it was done, and how to go on next week."""

from __future__ import annotations

from generator.page.chart_columns import WeekColumns
from generator.page.chart_content import DAYS
from generator.page.chart_grid import Grid
from generator.page.chart_measures import BOX_STROKE, NUMBER_LEAST, TICK_LEAST
from generator.page.chart_numbers import number_height
from generator.page.measures import MM
from generator.page.page import Cell, Element, Item, Role
from generator.page.paragraph import set_word
from generator.page.signs import CAP_MIDDLE


def choices_height(grid: Grid) -> float:
    """Height of the row of choices."""
    return max(grid.density.choices * grid.sizes.unit, TICK_LEAST + 0.6 * MM)


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


def closing_rows(grid: Grid, y: float) -> tuple[list[Element], float]:
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
