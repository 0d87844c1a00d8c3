"""The sizes a chart works with: a theme comes in, sizes of type and distances go out."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.theme import Theme
from generator.page.measures import MM

# A chart is read at arm's length and filled in by hand: nothing may be set smaller than this, in any theme.
_LEAST = 9.5

# A tick box that a shaky hand can use, and a box for a two-digit number (points).
TICK_LEAST = 5.0 * MM
NUMBER_LEAST = 8.0 * MM
BOX_STROKE = 0.85
RULE = 0.75

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
    """Heights in units: of a row to tick, a sub-head, a row of numbers, and the least of the part under the grid."""

    row: float
    sub: float
    number: float
    band: float


# From roomy to tight; the first that fits is taken.
DENSITIES = (
    Density(14.0, 6.0, 10.0, 56),
    Density(12.0, 5.6, 9.6, 52),
    Density(10.6, 5.4, 9.2, 48),
    Density(9.6, 5.2, 9.2, 44),
    Density(8.8, 5.0, 9.0, 42),
    Density(8.2, 5.0, 8.8, 40),
    Density(7.6, 4.8, 8.8, 38),
    Density(7.0, 4.6, 8.8, 36),
    Density(6.4, 4.5, 8.6, 34),
    Density(6.0, 4.4, 8.6, 30),
)
