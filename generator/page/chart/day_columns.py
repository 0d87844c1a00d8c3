"""Where the columns of a chart's grid stand: names, example, and the days of each week side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from generator.manuscript.chart import DAYS, Chart, Chosen, NumberRow, TickRow
from generator.page.chart.chart_measures import BOXES_APART, NUMBER_LEAST, TICK_LEAST, Sizes
from generator.page.measures import Style
from generator.shapes.geometry import MM
from generator.text.setter import Span

# Widths of the column of pictures (units).
_THUMBS = (13.0, 9.5, 8.0)
_DIGITS = 2
_NEARLY = 1.15


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
    example: Strip
    day: float
    weeks: tuple[WeekColumns, ...]


def columns_of(
    style: Style, sizes: Sizes, chart: Chart, width: float, across: int, *, thumbs: bool, doses: bool = False
) -> Columns | None:
    """Columns for `across` weeks side by side in `width`; None if boxes or names would get too small.

    `thumbs` keeps a column for pictures between numbers and names, `doses` room for how much to do under the names.
    """
    number = _number_width(style, sizes, chart)
    example = _example_width(style, sizes, chart, across)
    gap = 3.0 * MM if across > 1 else 0.0
    rests = _rest_widths(style, sizes, chart, across)
    planned = sum(1 for rest in rests if rest is None)
    apart = 2.4 * MM if example else 0.0
    fixed = example + 2.4 * MM + apart + gap * (across - 1) + across * sum(rest or 0.0 for rest in rests)
    most = width - fixed - _day_least(style, across) * planned * across
    # A box for a number on each of many days is worth more than large pictures and labels in one line.
    daily = width - fixed - (NUMBER_LEAST + BOXES_APART) * planned * across
    text = _names_width(style, sizes, chart, across, doses=doses)
    labels = _labels_width(style, sizes, chart)
    starts = [_names_start(sizes, number, thumb) for thumb in (_THUMBS if thumbs else (0.0,))]
    names = starts[0]
    if chart.numbers and max(names + text, labels) > daily:
        names = next((start for start in starts if start + text <= daily), starts[min(1, len(starts) - 1)])
    needed = max(names + text, labels, 40 * MM)
    if chart.numbers and names + text <= daily < needed:
        needed = max(daily, _closing_width(style, sizes, chart))
    if needed > most > names:
        # What has to be broken anyway leaves the days as much as it can.
        text = _names_width(style, sizes, chart, across, doses=doses, room=most - names)
        needed = max(names + text, min(labels, most), 40 * MM)
    if most < min(needed, names + 20 * sizes.unit):
        return None
    name_end = min(needed, most) if across > 1 else min(max(needed, 50 * sizes.unit), most)
    day = (width - fixed - name_end) / (planned * across)
    start = name_end + 2.4 * MM
    columns: list[WeekColumns] = []
    x = start + example + apart
    for _ in range(across):
        days = []
        for rest in rests:
            wide = day if rest is None else rest
            days.append(Strip(x, x + wide))
            x += wide
        columns.append(WeekColumns(tuple(days)))
        x += gap
    pictures = Strip(number, names - (1.5 * sizes.unit if thumbs else 0.0))
    return Columns(width, pictures, Strip(names, name_end), Strip(start, start + example), day, tuple(columns))


def _example_width(style: Style, sizes: Sizes, chart: Chart, across: int) -> float:
    """Room for a ticked box or a number; none on a narrow page in large print, whose names need it."""
    if style.narrow and style.theme.tall_rows:
        return 0.0
    least = style.setter.width(chart.words.example, sizes.fine) if across == 1 else 0.0
    return max(NUMBER_LEAST + 0.3 * MM, 8.3 * sizes.unit, least)


def _day_least(style: Style, across: int) -> float:
    """The least width of a day: side by side for a box to tick, one under the other for a box as large as elsewhere."""
    return TICK_LEAST + BOXES_APART if across > 1 else NUMBER_LEAST + (0.3 if style.narrow else 2.5) * MM


def _names_start(sizes: Sizes, number: float, thumb: float) -> float:
    """Where names begin beside numbers, and pictures of this width (units)."""
    return number + (thumb + 1.5 if thumb else 0.0) * sizes.unit


def number_size(sizes: Sizes, chart: Chart) -> float:
    """Size of the rows' numbers: smaller where a row bears several."""
    return sizes.label if any(len(row.number) > _DIGITS for row in chart.rows) else sizes.number


def _number_width(style: Style, sizes: Sizes, chart: Chart) -> float:
    """Room for the rows' numbers; none if rows have no numbers."""
    size = number_size(sizes, chart)
    widest = max((style.setter.width(row.number, size, "bold") for row in chart.rows), default=0.0)
    return max(5.4 * sizes.unit, widest + 1.6 * sizes.unit) if widest else 0.0


def under_name(row: TickRow, *, doses: bool, week: int | None) -> str:
    """What stands under a row's name in a table of several weeks, or in one of this week alone (counted from 0)."""
    dose = row.doses[week] if row.doses and week is not None else row.dose
    return ", ".join(text for text in (row.note, dose if doses else "") if text)


def _names_width(style: Style, sizes: Sizes, chart: Chart, across: int, *, doses: bool, room: float = inf) -> float:
    """Room that each name of a row needs in two lines, and what stands under it when broken to fit `room`."""
    setter = style.setter
    names = [_broken_width(style, sizes, row.name) for row in chart.rows]
    weeks = range(len(chart.weeks)) if across == 1 else (None,)
    texts = {under_name(row, doses=doses, week=week) for row in chart.rows for week in weeks} - {""}
    under = [line.width for text in texts for line in setter.lines([Span(text)], sizes.label, room)]
    least = max([*names, *under], default=0.0)
    # A name that nearly has room in one line gets it: a line is worth more than a little width.
    whole = (setter.width(row.name, sizes.name, "semibold") for row in chart.rows)
    return max([least, *(width for width in whole if width <= least * _NEARLY)]) + 1


def _broken_width(style: Style, sizes: Sizes, name: str) -> float:
    """The least width in which a name takes two lines."""
    words = name.split(" ")
    ways = [(" ".join(words[:end]), " ".join(words[end:])) for end in range(1, len(words))] or [(name, "")]
    return min(max(style.setter.width(line, sizes.name, "semibold") for line in way) for way in ways)


def _labels_width(style: Style, sizes: Sizes, chart: Chart) -> float:
    """Room for what stands before the rows of numbers, each in one line."""
    width = style.setter.width
    labels = [
        width(row.lead + " ", sizes.name, "bold") + width(row.text, sizes.name, "regular") for row in chart.numbers
    ]
    return max([*labels, _closing_width(style, sizes, chart)]) + 1


def _closing_width(style: Style, sizes: Sizes, chart: Chart) -> float:
    """Room for what stands before the boxes that close a week, which is never broken."""
    closing = (chart.words.done, chart.words.next_week)
    return max(style.setter.width(words, sizes.name, "bold") for words in closing)


def _rest_widths(style: Style, sizes: Sizes, chart: Chart, across: int) -> list[float | None]:
    """For each day of a week None if it is planned in any week, else the width of its grey column.

    Grey columns are narrow; neighbours share the room that the word "rest" needs.
    """
    planned = [any(chart.is_planned(week, day) for week in range(len(chart.weeks))) for day in range(DAYS)]
    word = style.setter.width(chart.words.rest, sizes.fine, "regular") + 1.6 * MM
    widths: list[float | None] = [None] * DAYS
    for start, end in runs([not value for value in planned]):
        for day in range(start, end):
            widths[day] = (
                max(4.2 * sizes.unit, word / (end - start)) if across > 1 or style.narrow else 9.0 * sizes.unit
            )
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


def number_days(columns: Columns, row: NumberRow) -> tuple[Chosen, str]:
    """On which days a row has boxes, and the words for them: all of its days, or fewer where boxes would be narrow."""
    apart = all(_are_apart(_boxes_of(columns.weeks[0], days)) for days in row.days)
    return (row.days, row.note) if apart else (row.fewer, row.fewer_note)


def number_spans(columns: Columns, week: WeekColumns, chosen: Sequence[bool]) -> list[tuple[int, Strip]]:
    """Boxes for numbers in one week: day and place of each, over its day and none narrower than 8 mm."""
    return list(zip([day for day in range(DAYS) if chosen[day]], _boxes_of(week, chosen), strict=True))


def _boxes_of(week: WeekColumns, chosen: Sequence[bool]) -> list[Strip]:
    return [_widened(week, day) for day, own in zip(week.days, chosen, strict=True) if own]


def _are_apart(strips: Sequence[Strip]) -> bool:
    return all(one.end + BOXES_APART <= other.start + 0.01 for one, other in pairwise(strips))


def _widened(week: WeekColumns, day: Strip) -> Strip:
    """A box may reach over a neighbour that has none."""
    apart = min(BOXES_APART, day.width - NUMBER_LEAST - 0.1 * MM)
    start, end = day.start + apart / 2, day.end - apart / 2
    shift = max(week.start - start, 0.0) - max(end - week.end, 0.0)
    return Strip(start + shift, end + shift)
