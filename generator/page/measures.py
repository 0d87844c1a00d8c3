"""A theme and a paper turned into the inks and the live area that layout works with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.content.paper import VERTICAL_MARGIN, Paper
from generator.content.theme import Theme
from generator.figure import palette
from generator.page.page import Ink
from generator.shapes.geometry import MM
from generator.text.setter import Setter


def ink(colour: str) -> Ink:
    """`#RRGGBB` as ink."""
    red, green, blue = (round(int(colour[i : i + 2], 16) / 255, 4) for i in (1, 3, 5))
    return Ink(red, green, blue)


WHITE = Ink(1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """The paper and its live area, in points. `start` is the edge where a line of text begins."""

    width: float
    height: float
    start: float
    end: float
    top: float
    bottom: float

    @property
    def live(self) -> float:
        return self.end - self.start


def frame_of(paper: Paper, *, landscape: bool = False, gutter: float = 0.0) -> Frame:
    """The live area of a paper; `gutter` (mm) widens the starting margin for hole punching.

    A page across the paper is kept free at its top, too: filed with upright pages, that is the edge that is bound.
    """
    width, height, side = paper.size.width, paper.size.height, paper.size.side
    top = VERTICAL_MARGIN
    if landscape:
        width, height, side = height, width, paper.size.side_across
        top = max(top, gutter)
    return Frame(
        width * MM,
        height * MM,
        max(side, gutter) * MM,
        (width - side) * MM,
        top * MM,
        (height - VERTICAL_MARGIN) * MM,
    )


def sheet_frame(paper: Paper, gutter: float = 0.0) -> Frame:
    """The live area of the one sheet: upright, with the side margins of a page across."""
    frame = frame_of(paper, gutter=gutter)
    start, end = max(paper.size.side_across, gutter) * MM, (paper.size.width - paper.size.side_across) * MM
    return replace(frame, start=start, end=end)


@dataclass(frozen=True, slots=True)
class Inks:
    ink: Ink
    accent: Ink
    grey: Ink
    line: Ink
    hair: Ink
    rest: Ink
    white: Ink = WHITE


@dataclass(frozen=True, slots=True)
class Style:
    """What every part of a page is made with: sizes and distances (points), inks, figure colours, and the setter.

    `narrow`: the page has no room for text beside pictures. `close`: large type as small as it may be, where that saves
    a page of the sheet.
    """

    theme: Theme
    inks: Inks
    palette: tuple[tuple[str, Ink], ...]
    setter: Setter
    narrow: bool = False
    close: bool = False


def inks_of(theme: Theme, accent: str | None = None) -> Inks:
    """The theme's inks; a clinic's accent colour replaces the theme's where the theme allows it."""
    chosen = accent if accent and theme.keep_accent else theme.accent
    return Inks(ink(theme.ink), ink(chosen), ink(theme.grey), ink(theme.line), ink(theme.hair), ink(theme.rest))


def palette_of(theme: Theme, inks: Inks) -> tuple[tuple[str, Ink], ...]:
    """Ink for every colour name of a figure; arrows take the accent, muscles a hatch where there is no colour."""
    mono = theme.figures == "mono"
    found = {name: Ink(*rgb) for name, rgb in (palette.MONO if mono else palette.COLOUR).items()}
    if mono:
        lines = palette.MONO["fibre"]
        found |= {name: Ink(paper, paper, paper, hatch=lines) for name, (paper, _) in palette.HATCH.items()}
    return tuple({**found, "arrow": inks.accent}.items())
