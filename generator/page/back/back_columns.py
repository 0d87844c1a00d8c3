"""Where days stand in a fortnight: a column of names, a filled-in sample, then seven days for each week."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.chart import Chart
from generator.page.back.back_measures import BackSizes
from generator.page.chart.chart_measures import BOXES_APART
from generator.page.chart.day_columns import Strip
from generator.page.measures import Style
from generator.shapes.geometry import MM

DAYS = 7
_NAME_LEAST = 36 * MM
_NAME_MOST = 50 * MM
_AFTER_NAME = 1.5 * MM
_BEFORE_DAYS = 2.0 * MM
_WEEKS_APART = 4 * MM


@dataclass(frozen=True, slots=True)
class BandColumns:
    """`sample` has no width where days need the room; `weeks` are side by side, `day` is the width of a day."""

    width: float
    name: float
    sample: Strip
    weeks: tuple[float, ...]
    day: float

    def day_strip(self, week: int, day: int) -> Strip:
        start = self.weeks[week] + day * self.day
        return Strip(start, start + self.day)

    def week_strip(self, week: int) -> Strip:
        return Strip(self.weeks[week], self.weeks[week] + DAYS * self.day)


def band_columns(style: Style, sizes: BackSizes, chart: Chart, width: float) -> BandColumns:
    """Two weeks side by side, or one where two would leave too little for a box a day and its distance."""
    for across in (2, 1):
        gap = _WEEKS_APART * (across - 1)
        days = DAYS * across
        least = (sizes.tick + BOXES_APART) * days + gap
        # Large type needs the room for names.
        for example in (0.0,) if style.theme.tall_rows else (sizes.number + 1 * MM, 0.0):
            room = width - least - example - _BEFORE_DAYS - _AFTER_NAME
            name = min(max(_names(style, sizes, chart), _NAME_LEAST), room, _NAME_MOST)
            if name >= _NAME_LEAST * 0.95 or across == 1:
                return _columns(width, name, example, across, gap)
    raise AssertionError("one week always fits")


def _columns(width: float, name: float, example: float, across: int, gap: float) -> BandColumns:
    start = name + _AFTER_NAME + example + _BEFORE_DAYS
    day = min((width - start - gap) / (DAYS * across), 11 * MM)
    weeks = tuple(start + week * (DAYS * day + gap) for week in range(across))
    sample = Strip(name + _AFTER_NAME, name + _AFTER_NAME + example)
    return BandColumns(width, name, sample, weeks, day)


def _names(style: Style, sizes: BackSizes, chart: Chart) -> float:
    """Room for names and numbers in one line."""
    own, width = sizes.type, style.setter.width
    rows = [
        width(row.name, own.name, "bold")
        + (max(2 * MM, width("  ", own.name, "bold")) + width(row.number, own.text) if row.number else 0.0)
        for row in chart.rows
    ]
    numbers = [width(f"{row.lead} ", own.name, "bold") + width(row.text, own.text) for row in chart.numbers]
    return max([*rows, *numbers], default=0.0)
