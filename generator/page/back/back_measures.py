"""The sizes that the back of a sheet works with: a theme comes in, type and distances in points go out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.content.theme import Theme
from generator.page.chart.chart_measures import BOXES_APART, Sizes, sizes_of
from generator.shapes.geometry import MM

# The boxes of a scale are as far from one another as any: whose stroke it is must be clear.
SCALE_APART = BOXES_APART


@dataclass(frozen=True, slots=True)
class BackSizes:
    """Type in points: `type` is what all charts use; `lead` is the step of lines, `word` that of lines to write on.

    Distances in points: boxes to tick, for a number and on a scale, the week's bar, the line of letters, a shape.
    """

    type: Sizes
    lead: float
    word: float
    letter: float
    tick: float
    number: float
    scale: float
    bar: float
    letters: float
    shape: float
    number_wide: float

    @property
    def text(self) -> float:
        return self.type.text

    @property
    def head(self) -> float:
        return self.type.section


def back_sizes(theme: Theme) -> BackSizes:
    """Those of the theme; large print has sizes of its own."""
    sizes = sizes_of(theme)
    if theme.tall_rows:
        own = replace(sizes, title=28, name=17, label=17, text=17, week=17, section=20, fine=16)
        return BackSizes(own, 7.1 * MM, 17, 16, 7 * MM, 8.8 * MM, 7 * MM, 8.2 * MM, 7.6 * MM, 9.4 * MM, 16 * MM)
    own = replace(sizes, title=22, name=12.5, label=12, text=12, week=13, section=13.5, fine=11)
    return BackSizes(own, 5.05 * MM, 12.5, 11.5, 6 * MM, 8.4 * MM, 4.2 * MM, 6.2 * MM, 5.2 * MM, 7.4 * MM, 12 * MM)
