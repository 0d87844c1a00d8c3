"""How a chart stands on a paper: upright or across, how many weeks side by side, how tight, what is on which page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.content.paper import Paper
from generator.manuscript.chart import WEEKS, Chart
from generator.page.chart.chart_help import help_shelves
from generator.page.chart.chart_measures import DENSITIES, Sizes
from generator.page.chart.chart_pages import PagePlan, Room, fewest_pages
from generator.page.chart.day_columns import Columns, columns_of
from generator.page.chart.grid import Grid
from generator.page.chart.week_end import closing_fits
from generator.page.measures import MM, Frame, Style, frame_of

# Somebody who reads large print needs rows and sub-heads of at least this height.
_STACKED_ROW = 9.0 * MM
_STACKED_SUB = 6.0 * MM


class Orientation(StrEnum):
    AUTO = "auto"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`doses`: every row says how much to do."""

    frame: Frame
    pages: tuple[PagePlan, ...]

    @property
    def worth(self) -> tuple[int, bool, bool, bool]:
        """The more, the better: few pages, doses, pictures, pages across."""
        grid = self.pages[0].tables[0].grid
        return -len(self.pages), self.doses, grid.columns.thumb.width > 0, self.frame.width > self.frame.height

    @property
    def help_page(self) -> int:
        """The number of the page that says when to get help; 0 if none does."""
        found = (n for n, page in enumerate(self.pages, 1) if any(shelf.help for shelf in page.shelves))
        return next(found, 0)

    @property
    def doses(self) -> bool:
        grid = self.pages[0].tables[0].grid
        return grid.doses and grid.chart.has_doses


def arrange(
    style: Style,
    sizes: Sizes,
    chart: Chart,
    paper: Paper,
    orientation: Orientation,
    gutter: float,
    rooms: dict[bool, Room],
) -> Arrangement:
    """The arrangement with whole names, or with short ones if that leaves room for doses, pictures or a page less."""
    brief = _arranged(style, sizes, chart.shortened, paper, orientation, gutter, rooms)
    try:
        whole = _arranged(style, sizes, chart, paper, orientation, gutter, rooms)
    except ValueError:
        return brief
    return whole if whole.worth >= brief.worth else brief


def _arranged(
    style: Style,
    sizes: Sizes,
    chart: Chart,
    paper: Paper,
    orientation: Orientation,
    gutter: float,
    rooms: dict[bool, Room],
) -> Arrangement:
    """The arrangement with the fewest pages; across the paper if equal. Where the theme stacks its parts upright.

    `rooms` gives the heights for a page lying across (True) and upright (False).
    Raises ValueError if nothing fits, which no chart of readable names comes near.
    """
    found = []
    for landscape in _tries(style, orientation):
        frame = frame_of(paper, landscape=landscape, gutter=gutter)
        room = rooms[landscape]
        for across in (WEEKS, 2, 1) if landscape else (1,):
            pages = _pages(style, sizes, chart, frame, across, room)
            if pages:
                found.append(Arrangement(frame, pages))
                break
        if found and len(found[-1].pages) == 1:
            return found[-1]
    if not found:
        raise ValueError("the chart's words are too long for its columns")
    return min(found, key=lambda arrangement: len(arrangement.pages))


def _tries(style: Style, orientation: Orientation) -> tuple[bool, ...]:
    if orientation is not Orientation.AUTO:
        return (orientation is Orientation.LANDSCAPE,)
    return (False,) if style.theme.stacked else (True, False)


def _pages(
    style: Style, sizes: Sizes, chart: Chart, frame: Frame, across: int, room: Room
) -> tuple[PagePlan, ...] | None:
    """The fewest pages, then with doses in the rows if that needs no more, then with pictures, then the roomiest."""
    best: tuple[PagePlan, ...] | None = None
    ways = help_shelves(style, sizes, chart.help, frame.live)
    wishes = [(True, True), (True, False)] if any(row.dose for row in chart.rows) else []
    for doses, pictured in (*wishes, (False, True)):
        if best and len(best) == 2 and (chart.steps or chart.help):
            break  # steps or signs go on the back, and in front there is room for what a page less would cost
        for grid in _grids(style, sizes, chart, frame, across, doses=doses, pictured=pictured):
            pages = fewest_pages(grid, frame, room, across, ways)
            if pages and (best is None or _cost(pages) < _cost(best)):
                best = pages
            if best and len(best) == 1:
                return best
    return best


def _cost(pages: Sequence[PagePlan]) -> tuple[int, bool]:
    """The less, the better: few pages, and steps on the one that hangs on the fridge."""
    return len(pages), not pages[0].shelves


def _grids(
    style: Style, sizes: Sizes, chart: Chart, frame: Frame, across: int, *, doses: bool, pictured: bool
) -> Iterator[Grid]:
    """From roomy to tight, as far as words fit. Where the theme stacks its parts rows never get tight."""
    pictured = pictured and any(row.thumbnail for row in chart.rows)
    known: dict[bool, Columns | None] = {}
    for density in DENSITIES:
        if style.theme.stacked and (density.row * sizes.unit < _STACKED_ROW or density.sub * sizes.unit < _STACKED_SUB):
            continue
        thumbs = pictured and (density.has_thumbs or doses)
        if thumbs not in known:
            known[thumbs] = columns_of(style, sizes, chart, frame.live, across, thumbs=thumbs, doses=doses)
        columns = known[thumbs]
        grid = Grid(style, sizes, chart, columns, density, doses=doses) if columns else None
        if grid and closing_fits(grid):
            yield grid
