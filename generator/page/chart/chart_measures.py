"""The sizes a chart works with: a theme comes in, sizes of type and distances go out."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.theme import Theme
from generator.shapes.geometry import MM

# A chart is read at arm's length and filled in by hand: nothing may be set smaller than this, in any theme.
_LEAST = 9.5

# A tick box that a shaky hand can use, and a box for a two-digit number (points).
TICK_LEAST = 5.0 * MM
NUMBER_LEAST = 8.0 * MM
BOX_STROKE = 0.85

# A large tick or a ring around one box must not reach the next: between boxes of different days or rows, and between
# those that are filled in on one day.
BOXES_APART = 1.5 * MM
TIMES_APART = 2.0 * MM
RULE = 0.75

# How far the letters of the bundled faces reach above and below their baseline, as shares of their size.
RISE, DROP = 0.72, 0.25
CLEAR = 0.9  # the least white between letters and a rule or the next row (points)

# The theme that a chart's millimetres are drawn for has this baseline step.
_STEP = 5.5 * MM


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of type in points; `unit` is the millimetre of this theme (larger in large print)."""

    title: float
    routine: float
    week: float
    text: float
    name: float
    number: float
    label: float
    fine: float
    section: float
    unit: float
    mark: float = 8 * MM
    clear: float = 3.5 * MM  # white around marks and codes


def sizes_of(theme: Theme) -> Sizes:
    """A chart's type is a little smaller than a handout's, never smaller than the theme allows."""
    least = max(theme.smallest, _LEAST)

    def size(points: float) -> float:
        return max(least, round(points, 2))

    return Sizes(
        title=size(theme.title * 24 / 28),
        routine=size(theme.message * 14 / 16.5),
        week=size(theme.tab * 12.5 / 13),
        text=size(theme.note),
        name=size(theme.body * 11.5 / 12.5),
        number=size(theme.body * 13 / 12.5),
        label=size(theme.small),
        fine=least,
        section=size(theme.section * 13.5 / 14.5),
        unit=MM * theme.step / _STEP,
    )


@dataclass(frozen=True, slots=True)
class Density:
    """Heights in units: a row to tick, a sub-head, a row of numbers, the choices, the least under the grid.

    `clear` is the white above and below the words of a row that is no higher than they need.
    """

    row: float
    sub: float
    number: float
    choices: float
    band: float
    clear: float

    @property
    def has_thumbs(self) -> bool:
        """Lower rows have no room for pictures that can be told apart."""
        return self.row >= 7.0


# From roomy to tight; the first that fits is taken.
DENSITIES = (
    Density(14.0, 6.6, 10.0, 8.0, 60, 1.1),
    Density(12.0, 6.4, 9.6, 7.6, 54, 1.0),
    Density(10.6, 6.2, 9.2, 7.2, 50, 0.9),
    Density(9.6, 6.0, 9.2, 7.2, 49, 0.8),
    Density(8.8, 5.8, 9.0, 7.0, 46, 0.75),
    Density(8.2, 5.6, 8.8, 7.0, 43, 0.7),
    Density(7.6, 5.4, 8.8, 7.0, 42, 0.65),
    Density(7.0, 5.0, 8.7, 6.8, 40, 0.6),
    Density(6.4, 4.8, 8.6, 6.5, 36, 0.5),
    Density(6.0, 4.4, 8.5, 6.2, 34, 0.45),
    Density(5.8, 4.2, 8.4, 6.0, 33, 0.4),
    Density(5.6, 4.0, 8.4, 5.6, 31.5, 0.3),
)
