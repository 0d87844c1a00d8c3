"""Where the columns of a chart's grid stand: names, sample, and the days of each week side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.page.chart_content import DAYS, WEEKS, Chart
from generator.page.chart_measures import NUMBER_LEAST, TICK_LEAST, Sizes
from generator.page.measures import MM, Style


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch from left to right."""

    start: float
    end: float

    @property
    def width(self) -> float:
        return self.end - self.start

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class WeekColumns:
    """The seven day columns of one week."""

    days: tuple[Strip, ...]

    @property
    def start(self) -> float:
        return self.days[0].start

    @property
    def end(self) -> float:
        return self.days[-1].end


@dataclass(frozen=True, slots=True)
class Columns:
    """`weeks` stand side by side; the same columns serve every table of a chart that stacks its weeks.

    `day` is the width of a day with boxes.
    """

    width: float
    thumb: Strip
    name: Strip
    sample: Strip
    day: float
    weeks: tuple[WeekColumns, ...]


def columns_of(style: Style, sizes: Sizes, chart: Chart, width: float, across: int, *, thumbs: bool) -> Columns | None:
    """Columns for `across` weeks side by side in `width`; None if boxes or names would get too small.

    `thumbs` keeps a column for pictures between numbers and names.
    """
    number = _number_width(style, sizes, chart)
    thumb = 13.0 * sizes.unit if thumbs else 0.0
    names = number + thumb + (1.5 * sizes.unit if thumb else 0.0)
    sample = max(NUMBER_LEAST + 0.3 * MM, 8.3 * sizes.unit)
    if across == 1:
        sample = max(sample, style.setter.width(chart.words.sample, sizes.fine))
    gap = 3.0 * MM if across > 1 else 0.0
    rests = _rest_widths(style, sizes, chart, across)
    planned = sum(1 for rest in rests if rest is None)
    least = TICK_LEAST + (1.5 if across > 1 else 3.5) * MM
    fixed = sample + 2 * 2.4 * MM + gap * (across - 1) + across * sum(rest or 0.0 for rest in rests)
    most = width - fixed - least * planned * across
    needed = max(names + _names_width(style, sizes, chart), _labels_width(style, sizes, chart), 40 * MM)
    if most < min(needed, names + 20 * sizes.unit):
        return None
    name_end = min(needed, most) if across > 1 else min(max(needed, 50 * sizes.unit), most)
    day = (width - fixed - name_end) / (planned * across)
    start = name_end + 2.4 * MM
    columns: list[WeekColumns] = []
    x = start + sample + 2.4 * MM
    for _ in range(across):
        days = []
        for rest in rests:
            wide = day if rest is None else rest
            days.append(Strip(x, x + wide))
            x += wide
        columns.append(WeekColumns(tuple(days)))
        x += gap
    pictures, sampled = Strip(number, number + thumb), Strip(start, start + sample)
    return Columns(width, pictures, Strip(names, name_end), sampled, day, tuple(columns))


def _number_width(style: Style, sizes: Sizes, chart: Chart) -> float:
    """Room for the rows' numbers; none if rows have no numbers."""
    widest = max((style.setter.width(row.number, sizes.number, "bold") for row in chart.rows), default=0.0)
    return max(5.4 * sizes.unit, widest + 1.6 * sizes.unit) if widest else 0.0


def _names_width(style: Style, sizes: Sizes, chart: Chart) -> float:
    """Room that the longest name of a row needs in one line."""
    return max((style.setter.width(row.name, sizes.name, "semibold") for row in chart.rows), default=0.0) + 1


def _labels_width(style: Style, sizes: Sizes, chart: Chart) -> float:
    """Room for what stands before the rows of numbers, each in one line."""
    width = style.setter.width
    labels = [
        width(row.lead + " ", sizes.name, "bold") + width(row.text, sizes.name, "regular") for row in chart.numbers
    ]
    labels += [width(words, sizes.name, "bold") for words in (chart.words.done, chart.words.next_week)]
    return max(labels) + 1


def _rest_widths(style: Style, sizes: Sizes, chart: Chart, across: int) -> list[float | None]:
    """For each day of a week None if it is planned in any week, else the width of its grey column.

    Grey columns are narrow; neighbours share the room that the word "rest" needs.
    """
    planned = [any(chart.is_planned(week, day) for week in range(WEEKS)) for day in range(DAYS)]
    word = style.setter.width(chart.words.rest, sizes.fine, "regular") + 1.6 * MM
    widths: list[float | None] = [None] * DAYS
    for start, end in runs([not value for value in planned]):
        for day in range(start, end):
            widths[day] = max(4.2 * sizes.unit, word / (end - start)) if across > 1 else 9.0 * sizes.unit
    return widths


def runs(values: Sequence[bool]) -> list[tuple[int, int]]:
    """Start and end of each unbroken stretch of true values."""
    found = []
    start: int | None = None
    for index, value in enumerate([*values, False]):
        if value and start is None:
            start = index
        elif not value and start is not None:
            found.append((start, index))
            start = None
    return found


def number_spans(columns: Columns, week: WeekColumns, chosen: Sequence[bool]) -> list[tuple[int, int, Strip]]:
    """Boxes for numbers in one week: first day, last day and place of each, none narrower than 8 mm.

    A box serves one day where days are wide enough or its neighbours have none, else two days.
    """
    least = NUMBER_LEAST + 0.1 * MM
    groups = []
    for start, end in runs(chosen):
        step = 1 if end - start == 1 or columns.day >= least else 2
        groups += [(day, min(day + step, end) - 1) for day in range(start, end, step)]
    strips = [_widened(week, week.days[first].start, week.days[last].end, least) for first, last in groups]
    for index in range(len(strips) - 1, 0, -1):
        # A last single day is too narrow for a number: it takes what it needs from the pair before it.
        if strips[index - 1].end > strips[index].start:
            strips[index - 1] = Strip(strips[index - 1].start, strips[index].start)
    return [(first, last, strip) for (first, last), strip in zip(groups, strips, strict=True)]


def _widened(week: WeekColumns, start: float, end: float, least: float) -> Strip:
    extra = max(least - (end - start), 0.0)
    start, end = start - extra / 2, end + extra / 2
    shift = max(week.start - start, 0.0) - max(end - week.end, 0.0)
    return Strip(start + shift, end + shift)
