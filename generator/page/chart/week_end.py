"""What closes each week of a chart: on how many days it was done, and how to go on next week."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.box_name import choice_box, total_box
from generator.manuscript.chart import DAYS
from generator.page.chart.chart_measures import BOX_STROKE, BOXES_APART, CLEAR, NUMBER_LEAST, RISE, TICK_LEAST
from generator.page.chart.day_columns import WeekColumns
from generator.page.chart.grid import UNDER, Grid, words_height
from generator.page.chart.number_rows import number_height
from generator.page.page import Cell, Element, Item, Role
from generator.page.paragraph import set_word
from generator.page.signs import CAP_MIDDLE
from generator.shapes.geometry import MM


@dataclass(frozen=True, slots=True)
class _Choices:
    """Boxes to choose from, the size of their words, and what lies between a word and the next box."""

    words: tuple[tuple[str, str], ...]
    size: float
    apart: float


def choices_height(grid: Grid) -> float:
    """Height of the row of choices; none where there is nothing to choose."""
    if not grid.chart.words.choices:
        return 0.0
    least = max(grid.density.choices * grid.sizes.unit, TICK_LEAST + BOXES_APART)
    if _short_label(grid) and not _beside(grid):
        return max(least, words_height(grid.sizes.name, 1, grid.sizes.fine, 1))
    return least


def closing_in_one(grid: Grid) -> bool:
    """Whether total and choices of a week fit on one line."""
    choices = _choices_of(grid)
    return (
        grid.stacked
        and bool(choices.words)
        and not _short_label(grid)
        and _total_width(grid) + _width(grid, choices) + _label_width(grid) + 3 * MM < _week_width(grid)
    )


def closing_fits(grid: Grid) -> bool:
    """Whether the choices fit under their week."""
    if not grid.chart.words.choices:
        return True
    return _width(grid, _choices_of(grid)) <= _choices_room(grid)


def _week_width(grid: Grid) -> float:
    return grid.columns.weeks[0].end - grid.columns.weeks[0].start


def _choices_room(grid: Grid) -> float:
    """Under their week; where weeks are stacked, from the label to the week's end."""
    return grid.columns.weeks[0].end - _label_width(grid) - 3 * MM if grid.stacked else _week_width(grid)


def _total_width(grid: Grid) -> float:
    longest = max(grid.style.setter.width(week.total, grid.sizes.name) for week in grid.chart.weeks)
    return NUMBER_LEAST + 1.2 * MM + longest + 5 * MM


def _side(grid: Grid) -> float:
    return max(TICK_LEAST, 5.0 * grid.sizes.unit)


def _choices_of(grid: Grid) -> _Choices:
    """All choices if they fit, in smaller words if need be; else without the last."""
    sizes, every = grid.sizes, grid.chart.words.choices
    if not every:
        return _Choices((), sizes.label, 0.0)
    few = every[:-1] if len(every) > 1 else every
    tries = [
        _Choices(words, size, apart * sizes.unit)
        for words in (every, few)
        for size, apart in ((sizes.label, 2.6), (sizes.label, 2.0), (sizes.fine, 1.6))
    ]
    return next((one for one in tries if _width(grid, one) <= _choices_room(grid)), tries[-1])


def _width(grid: Grid, choices: _Choices) -> float:
    width = grid.style.setter.width
    boxes = (_side(grid) + 1 * MM + width(text, choices.size) + choices.apart for _, text in choices.words)
    return sum(boxes) - choices.apart


def _label_width(grid: Grid) -> float:
    return grid.style.setter.width(grid.chart.words.next_week, grid.sizes.name, "bold")


def _short_label(grid: Grid) -> str:
    """What is said where the last choice has no box."""
    return "" if len(_choices_of(grid).words) == len(grid.chart.words.choices) else grid.chart.words.without_last


def _beside(grid: Grid) -> bool:
    """Whether that stands on the label's line."""
    words = grid.style.setter.width(_short_label(grid), grid.sizes.fine)
    return _label_width(grid) + words + 4.5 * MM <= grid.columns.weeks[0].start


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
        start = week.end - _width(grid, _choices_of(grid)) - _label_width(grid) - 3 * MM
        label = set_word(style, words.next_week, start, baseline, sizes.name, "bold")
        x = start + label.run.width + 3 * MM
        cells.append(_choices(grid, index, x, middle, (label,), DAYS - 3))
        return [Element(Role.ROW, tuple(cells))], y + height
    rows = [Element(Role.ROW, tuple(cells))]
    y += height
    if not words.choices:
        return rows, y
    middle = y + choices_height(grid) / 2
    beyond = max(_width(grid, _choices_of(grid)) - _week_width(grid), 0.0)
    choices = [_choices(grid, index, week.start - beyond, middle, (), DAYS) for index, week in grid.weeks]
    rows.append(Element(Role.ROW, (Element(Role.HEADER, _label(grid, middle), scope="Row"), *choices)))
    return rows, y + choices_height(grid)


def _total(grid: Grid, index: int, week: WeekColumns, y: float, baseline: float, *, span: int) -> Element:
    style, sizes = grid.style, grid.sizes
    width = max(NUMBER_LEAST + 0.1 * MM, 9.0 * sizes.unit)
    tall = number_height(grid) - BOXES_APART
    name = total_box(grid.week_number(index))
    cell = Cell(name, week.start, y + BOXES_APART / 2, width, tall, style.inks.ink, BOX_STROKE)
    words = set_word(style, grid.chart.weeks[index].total, week.start + width + 1.4 * MM, baseline, sizes.name)
    return Element(Role.DATA, (cell, words), column_span=span)


def _label(grid: Grid, middle: float) -> tuple[Item, ...]:
    """The words before the choices, and what replaces a missing one."""
    style, sizes, note = grid.style, grid.sizes, _short_label(grid)
    under = bool(note) and not _beside(grid)
    baseline = middle + sizes.name * CAP_MIDDLE
    if under:
        baseline = middle - words_height(sizes.name, 1, sizes.fine, 1) / 2 + CLEAR + RISE * sizes.name
    label = set_word(style, grid.chart.words.next_week, 0, baseline, sizes.name, "bold")
    if not note:
        return (label,)
    x, y = (0.0, baseline + sizes.fine * UNDER) if under else (label.run.width + 2 * MM, baseline)
    return (label, set_word(style, note, x, y, sizes.fine))


def _choices(grid: Grid, index: int, x: float, middle: float, before: tuple[Item, ...], span: int) -> Element:
    style, choices, side = grid.style, _choices_of(grid), _side(grid)
    items = list(before)
    for key, text in choices.words:
        name = choice_box(grid.week_number(index), key)
        items.append(Cell(name, x, middle - side / 2, side, side, style.inks.ink, BOX_STROKE))
        words = set_word(style, text, x + side + 1 * MM, middle + choices.size * CAP_MIDDLE, choices.size)
        items.append(words)
        x += side + 1 * MM + words.run.width + choices.apart
    return Element(Role.DATA, tuple(items), column_span=span)
