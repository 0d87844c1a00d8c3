"""The sizes that the back of a sheet works with: a style comes in, type and distances in points go out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.page.chart.chart_measures import BOXES_APART, Sizes, sizes_of
from generator.page.measures import Style
from generator.shapes.geometry import MM

# The boxes of a scale are as far from one another as any: whose stroke it is must be clear.
SCALE_APART = BOXES_APART


@dataclass(frozen=True, slots=True)
class BackSizes:
    """Type in points: `type` is what all charts use; `lead` is the step of lines, `word` that of lines to write on.

    Distances in points: boxes to tick, for a number and on a scale, the week's bar, the line of letters, a shape,
    a wide box for a number, and from line to line to write on across a page.
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
    pitch: float

    @property
    def text(self) -> float:
        return self.type.text

    @property
    def head(self) -> float:
        return self.type.section


def back_sizes(style: Style) -> BackSizes:
    """Those of the theme; large print has sizes of its own, and closer ones."""
    sizes = sizes_of(style.theme)
    if style.close:
        own = replace(sizes, title=26, name=16, label=17, text=16, week=17, section=17.5, fine=16)
        return BackSizes(own, 6.8 * MM, 16, 16, 7 * MM, 8.8 * MM, 7 * MM, 6.8 * MM, 6 * MM, 8.6 * MM, 16 * MM, 9.4 * MM)
    if style.theme.tall_rows:
        own = replace(sizes, title=28, name=17, label=17, text=17, week=17, section=19, fine=16)
        return BackSizes(
            own, 7.1 * MM, 17, 16, 7 * MM, 8.8 * MM, 7 * MM, 7.6 * MM, 6.8 * MM, 9.4 * MM, 16 * MM, 11.2 * MM
        )
    own = replace(sizes, title=22, name=12.5, label=12, text=12, week=13, section=13.5, fine=11)
    return BackSizes(
        own, 5.05 * MM, 12.5, 11.5, 6 * MM, 8.4 * MM, 4.2 * MM, 6.2 * MM, 5.2 * MM, 7.4 * MM, 12 * MM, 8.2 * MM
    )
