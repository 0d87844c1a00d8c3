"""The grid of a chart: what its parts are drawn with, its head of weeks and days, its shading and rules."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.chart import DAYS, Chart, ChartDay, ChartPhase
from generator.page.chart.chart_measures import BOXES_APART, CLEAR, DROP, RISE, RULE, TICK_LEAST, Density, Sizes
from generator.page.chart.day_columns import Columns, Strip, WeekColumns, runs
from generator.page.measures import Style
from generator.page.page import Block, Element, Item, Line, Role, Shape
from generator.page.paragraph import set_word
from generator.page.signs import CAP_MIDDLE, decoration
from generator.shapes.geometry import MM
from generator.shapes.outlines import rectangle

_LARGEST_TICK = 6.8  # units
_LETTERS = 3.9  # units from a week's bar to the baseline of the days' letters
_BAR_PAD = 2 * MM
LEAD = 1.06  # from line to line of a name, as a share of its size
UNDER = 1.08  # from a name to a smaller line under it, as a share of the smaller size


@dataclass(frozen=True, slots=True)
class Grid:
    """What every part of the grid is drawn with. `first` is the first of the weeks that this table shows.

    `doses`: rows say how much to do under their names.
    """

    style: Style
    sizes: Sizes
    chart: Chart
    columns: Columns
    density: Density
    first: int = 0
    doses: bool = False

    @property
    def weeks(self) -> tuple[tuple[int, WeekColumns], ...]:
        """Number of each week shown (from 0) and its columns."""
        return tuple(enumerate(self.columns.weeks, self.first))

    def week_number(self, index: int) -> int:
        """The plan's own number of a week: 5 for the first of a block that begins with week 5."""
        return self.chart.first_week + index

    @property
    def only_week(self) -> int | None:
        """The number of its week, where it shows but one."""
        return self.first if self.stacked else None

    @property
    def row(self) -> float:
        """Least height of a row: with doses it holds two lines."""
        least = self.density.row * self.sizes.unit
        return max(least, words_height(self.sizes.name, 1, self.sizes.label, 1, self.clear)) if self.doses else least

    @property
    def clear(self) -> float:
        """White above and below the words of a row that is no higher than they need."""
        return max(self.density.clear * self.sizes.unit, CLEAR)

    @property
    def tick(self) -> float:
        """Side of a box to tick: as large as row and column allow."""
        room = min(self.row - 1.9 * MM, self.columns.day - BOXES_APART)
        return min(max(room, TICK_LEAST), _LARGEST_TICK * self.sizes.unit)

    @property
    def has_example(self) -> bool:
        """Only the first table shows how to fill it in, where there is room."""
        return not self.first and self.columns.example.width > 0

    @property
    def stacked(self) -> bool:
        """Weeks one under the other: head and days share a line."""
        return len(self.columns.weeks) == 1


def words_height(size: float, lines: int, under: float = 0.0, more: int = 0, clear: float = CLEAR) -> float:
    """Height that letters need: `lines` of `size`, then `more` of size `under`, and white above and below."""
    last = under if more else size
    return RISE * size + (lines - 1) * size * LEAD + more * under * UNDER + DROP * last + 2 * clear


def bar_height(grid: Grid) -> float:
    """The bar with the week's name."""
    sizes = grid.sizes
    height = 6.2 * sizes.unit
    if grid.stacked and _dates_under(grid):
        height = max(height, RISE * sizes.label + _date_step(grid) + DROP * sizes.fine)
    return height


def days_height(grid: Grid) -> float:
    """The line (or two, with dates) of day letters."""
    return (_LETTERS + 1.4) * grid.sizes.unit + (_date_step(grid) if _dates_under(grid) else 0.0)


def _dates_under(grid: Grid) -> bool:
    """Whether dates stand under their letters: they do where a day is not wide enough for both."""
    if not any(day.date for week in grid.chart.weeks for day in week.days):
        return False
    widest = grid.style.setter.width("W\u00a030", grid.sizes.label, "semibold")
    return not grid.stacked or widest + 1 * MM > min(day.width for day in grid.columns.weeks[0].days)


def _date_step(grid: Grid) -> float:
    """From a day's letter to its date."""
    return DROP * grid.sizes.label + RISE * grid.sizes.fine + 0.2


def head_height(grid: Grid) -> float:
    """Height of the head block."""
    return bar_height(grid) if grid.stacked else bar_height(grid) + days_height(grid)


def lay_out_head(grid: Grid) -> Block:
    """Weeks and days: one row of heads where weeks are stacked, else two."""
    height = head_height(grid)
    if grid.stacked:
        bar, words = _stacked_bar(grid)
        lift = _date_step(grid) / 2 if _dates_under(grid) else 0.0
        days = _days(grid, height / 2 - lift + grid.sizes.label * CAP_MIDDLE)
        head = Element(Role.HEADER, words, scope="Column")
        return Block(grid.columns.width, height, (decoration(*bar), Element(Role.ROW, (head, *days))))
    bars: list[Item] = []
    corner = Element(Role.HEADER, actual_text=grid.chart.words.exercise, scope="Column", row_span=2)
    heads = [corner]
    for index, week in grid.weeks:
        bar, words = _bar(grid, index, Strip(week.start, week.end))
        bars += bar
        heads.append(Element(Role.HEADER, words, scope="Column", column_span=DAYS))
    days = _days(grid, bar_height(grid) + _LETTERS * grid.sizes.unit)
    example = _example_head(grid, bar_height(grid) + _LETTERS * grid.sizes.unit)
    rows = (Element(Role.ROW, tuple(heads)), Element(Role.ROW, tuple(days)))
    return Block(grid.columns.width, height, (decoration(*bars, *example), *rows))


def _bar(grid: Grid, index: int, strip: Strip) -> tuple[list[Item], tuple[Item, ...]]:
    """The accent bar of a week, and the words on it."""
    style, sizes, week = grid.style, grid.sizes, grid.chart.weeks[index]
    white = style.inks.white
    bar = Shape(rectangle(strip.start, 0, strip.width, bar_height(grid), 0.8 * MM), fill=style.inks.accent)
    baseline = 3.1 * sizes.unit + sizes.week * CAP_MIDDLE
    start = strip.start + _BAR_PAD
    name = set_word(style, week.name, start, baseline, sizes.week, "bold", white)
    words: list[Item] = [name]
    if week.date:
        words.append(set_word(style, week.date, start + name.run.width + 2 * MM, baseline, sizes.label, ink=white))
    return [bar], tuple(words)


def _stacked_bar(grid: Grid) -> tuple[list[Item], tuple[Item, ...]]:
    """Over the names; the days stand on its line."""
    bar, words = _bar(grid, grid.first, Strip(0, grid.columns.name.end))
    return bar + (_example_head(grid, bar_height(grid) / 2 + grid.sizes.fine * CAP_MIDDLE)), words


def _days(grid: Grid, baseline: float) -> list[Element]:
    """A head for each day shown; dates stand under their letter, or beside it where days are wide."""
    heads = []
    for index, week in grid.weeks:
        for day, strip in enumerate(week.days):
            label = grid.chart.weeks[index].days[day]
            planned = grid.chart.is_planned(index, day)
            heads.append(Element(Role.HEADER, _day(grid, label, strip, baseline, planned=planned), scope="Column"))
    return heads


def _day(grid: Grid, label: ChartDay, strip: Strip, baseline: float, *, planned: bool) -> tuple[Item, ...]:
    style, sizes = grid.style, grid.sizes
    size, ink = (sizes.label, style.inks.ink) if planned else (sizes.fine, style.inks.grey)
    if not _dates_under(grid):
        text = f"{label.letter}\u00a0{label.date}" if label.date else label.letter
        return (set_word(style, text, strip.middle, baseline, size, "semibold", ink, align="middle"),)
    letter = set_word(style, label.letter, strip.middle, baseline, size, "semibold", ink, align="middle")
    below = baseline + _date_step(grid)
    return (letter, set_word(style, label.date, strip.middle, below, sizes.fine, "regular", ink, align="middle"))


def _example_head(grid: Grid, baseline: float) -> list[Item]:
    if not grid.has_example:
        return []
    middle, ink = grid.columns.example.middle, grid.style.inks.grey
    return [set_word(grid.style, grid.chart.words.example, middle, baseline, grid.sizes.fine, ink=ink, align="middle")]


def sub_head_fits(grid: Grid, phase: ChartPhase) -> bool:
    """Whether a phase's name can stand beside the day letters, so that it costs no line of its own."""
    if grid.stacked or not phase.name:
        return False
    width, sizes = grid.style.setter.width, grid.sizes
    words = width(phase.name, sizes.name, "bold") + width("  " + phase.when, sizes.fine)
    return words < grid.columns.example.middle - width(grid.chart.words.example, sizes.fine) / 2 - 2 * MM


def shading(grid: Grid, top: float, bottom: float) -> list[Item]:
    """Grey behind the days without a plan, with the word "rest" where the first row stands."""
    items: list[Item] = []
    sizes = grid.sizes
    for index, week in grid.weeks:
        for start, end in runs([not grid.chart.is_planned(index, day) for day in range(DAYS)]):
            left, right = week.days[start].start, week.days[end - 1].end
            items.append(Shape(rectangle(left, top, right - left, bottom - top), fill=grid.style.inks.rest))
            baseline = top + grid.row / 2 + sizes.fine * CAP_MIDDLE
            middle = (left + right) / 2
            items.append(set_word(grid.style, grid.chart.words.rest, middle, baseline, sizes.fine, align="middle"))
    return items


def rule(grid: Grid, y: float, kind: str = "row") -> list[Item]:
    """A rule under names and weeks, broken between them so that a week reads as one column.

    `kind`: `row` between rows (lost in a bad copy, it does no harm), `phase` before a sub-head, `part` before numbers.
    """
    inks = grid.style.inks
    width, ink = {"row": (RULE, inks.line), "phase": (1.2, inks.accent), "part": (1.2, inks.line)}[kind]
    pieces = [Strip(0, grid.columns.example.end)] + [Strip(week.start, week.end) for week in grid.columns.weeks]
    return [Line(piece.start, y, piece.end, y, width, ink) for piece in pieces]
