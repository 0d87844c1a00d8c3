"""Sizes of pocket cards, and the grid that they are cut from: a theme and a paper come in, points go out."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.paper import Paper
from generator.content.theme import Theme
from generator.page.measures import Frame, frame_of, sheet_frame
from generator.shapes.geometry import MM

PAD = 4 * MM  # clear on each side of a cut
_STROKE = 0.5  # what the line of a cut takes at the edge of the live area


@dataclass(frozen=True, slots=True)
class PocketSizes:
    """Type sizes and the steps of their lines, in points."""

    name: float
    name_step: float
    dose: float
    dose_step: float
    text: float
    text_step: float
    label: float
    disc: float
    disc_number: float
    step: float


def pocket_sizes(theme: Theme) -> PocketSizes:
    name, dose, text = theme.body * 15 / 12.5, theme.body * 13 / 12.5, theme.note
    return PocketSizes(
        name=name,
        name_step=name * 1.1,
        dose=dose,
        dose_step=dose * 1.155,
        text=text,
        text_step=text * 1.19,
        label=theme.small,
        disc=theme.disc * 8.5 / 10.5,
        disc_number=theme.disc_number * 14.5 / 17.5,
        step=theme.step,
    )


@dataclass(frozen=True, slots=True)
class CutGrid:
    """Equal cards of a page: `x`, `y` of the first, `columns` and `rows`, width and height of each (points).

    `folded` cards are twice as wide as a pocket.
    """

    frame: Frame
    x: float
    y: float
    columns: int
    rows: int
    width: float
    height: float
    folded: bool


def pocket_frame(paper: Paper, gutter: float) -> Frame:
    """The live area; a small paper is printed across, so that its cards are those of a large one."""
    return frame_of(paper, landscape=True, gutter=gutter) if paper.is_small else sheet_frame(paper, gutter)


def cut_grids(theme: Theme, paper: Paper, frame: Frame, top: float) -> tuple[CutGrid, ...]:
    """Below `top`, from the most cards on a page to the fewest. Large type folds its cards."""
    columns = 1 if theme.tall_rows else 2
    width, height = frame.live - 2 * _STROKE, frame.bottom - top - _STROKE
    return tuple(
        CutGrid(frame, frame.start + _STROKE, top, columns, rows, width / columns, height / rows, columns == 1)
        for rows in range(2 if paper.is_small else 4, 0, -1)
    )
