"""Sizes and distances of a strength log: a theme comes in, points go out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.content.theme import Theme
from generator.page.chart.chart_measures import Sizes, sizes_of
from generator.page.chart.corner_marks import CODE_SIDE
from generator.page.measures import Style
from generator.shapes.geometry import MM

# Of a set's width, what is left free before the next, and what its weight takes of the rest.
BETWEEN_SETS = 1.8 * MM
WITHIN_SET = 1.0 * MM
WEIGHT_SHARE = 0.59
BETWEEN_ROWS = 1.0 * MM

# A box that three figures can be written in, and the lowest row for a pen (points); both grow with the theme.
_WEIGHT_LEAST = 10.0
_WEIGHT_ROOMY = 16.0  # then there is room for another box, too
_ROW_LEAST = 6.0
_ROW_MOST = 9.6
# The step of the theme that these are drawn for, and its name over a block.
_STEP = 5.5 * MM


@dataclass(frozen=True, slots=True)
class LogSizes:
    """Type sizes and distances in points. `chart` are those of marks, strip and foot."""

    chart: Sizes
    name: float
    text: float
    label: float
    disc: float
    row_least: float
    row_most: float
    weight_least: float
    weight_roomy: float
    week_gap: float
    apart: float  # of blocks one under the other
    gutter: float

    @property
    def lead(self) -> float:
        """From line to line of text."""
        return self.text * 1.19

    @property
    def inset(self) -> float:
        """What the code and its mark take of a line, the white around them included."""
        return self.chart.mark + CODE_SIDE + 2 * self.chart.clear


def log_sizes(theme: Theme) -> LogSizes:
    share = theme.step / _STEP
    return LogSizes(
        chart=sizes_of(theme),
        name=max(theme.smallest, theme.body * 14 / 12.5),
        text=max(theme.smallest, theme.note),
        label=max(theme.smallest, theme.small),
        disc=theme.disc * 7.6 / 10.5,
        row_least=_ROW_LEAST * MM * share,
        row_most=_ROW_MOST * MM * share,
        weight_least=_WEIGHT_LEAST * MM * share,
        weight_roomy=_WEIGHT_ROOMY * MM * share,
        week_gap=1.5 * MM,
        apart=4 * MM,
        gutter=theme.gutter,
    )


def with_small_disc(style: Style, sizes: LogSizes) -> Style:
    """The style with discs of a block's size."""
    theme = style.theme
    changes = {"disc": sizes.disc, "disc_number": theme.disc_number * sizes.disc / theme.disc}
    return replace(style, theme=theme.model_copy(update=changes))
