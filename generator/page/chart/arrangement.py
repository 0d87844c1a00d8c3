"""How a chart stands on a paper: upright or across, how many weeks side by side, how tight, what is on which page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from operator import attrgetter

from generator.content.paper import Paper
from generator.manuscript.chart import Chart
from generator.page.chart.chart_measures import DENSITIES, Density, Sizes
from generator.page.chart.chart_pages import PagePlan, Room, fewest_pages
from generator.page.chart.day_columns import Columns, columns_of
from generator.page.chart.grid import Grid
from generator.page.chart.under_tables import UnderTables
from generator.page.chart.week_end import closing_fits
from generator.page.measures import Frame, Style, frame_of
from generator.page.narrow import on_frame
from generator.problems import ContentError, Problem
from generator.shapes.geometry import MM

# Somebody who reads large print needs rows and sub-heads of at least this height.
_TALL_ROW = 9.0 * MM
_TALL_SUB = 6.0 * MM

_PagePlans = tuple[PagePlan, ...]
_COLUMNS = attrgetter("columns")
_BEST = (True, -1, True, True, True)  # worth of an arrangement that cannot be better


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
    def worth(self) -> tuple[bool, int, bool, bool, bool]:
        """The more, the better: doses that stand nowhere else, few pages, doses, pictures, pages across."""
        pictured, across = self.grid.columns.thumb.width > 0, self.frame.width > self.frame.height
        return self.tells_all, -len(self.pages), self.doses, pictured, across

    @property
    def grid(self) -> Grid:
        """The first table's; all are alike but for their weeks."""
        return self.pages[0].tables[0].grid

    @property
    def help_page(self) -> int:
        """The number of the page that says when to get help; 0 if none does."""
        found = (n for n, page in enumerate(self.pages, 1) if any(shelf.help for shelf in page.shelves))
        return next(found, 0)

    @property
    def doses(self) -> bool:
        return self.grid.doses and self.grid.chart.has_doses

    @property
    def tells_all(self) -> bool:
        """Whether the client can read how much to do, here or in the handout."""
        return self.doses or not self.grid.chart.must_dose


@dataclass(frozen=True, slots=True)
class WantedRows:
    """A chart and the paper that it is to stand on.

    `rooms` gives the heights for a page lying across (True) and upright (False).
    """

    style: Style
    sizes: Sizes
    chart: Chart
    paper: Paper
    orientation: Orientation
    gutter: float
    rooms: Mapping[bool, Room]


def arrange(wanted: WantedRows) -> Arrangement:
    """The arrangement with whole names, or with short ones if that leaves room for doses, pictures or a page less.

    Raises `ContentError` if nothing fits, which no chart of readable names comes near.
    """
    short = wanted.chart.shortened
    try:
        whole = _arranged(wanted)
    except ContentError:
        return _arranged(replace(wanted, chart=short))
    if short == wanted.chart or whole.worth == _BEST:
        return whole
    brief = _arranged(replace(wanted, chart=short))
    return whole if whole.worth >= brief.worth else brief


def _arranged(wanted: WantedRows) -> Arrangement:
    """The most useful arrangement; across the paper if equal. With tall rows upright."""
    found: list[Arrangement] = []
    for landscape in _tries(wanted):
        found += _on(wanted, landscape)
        if found and found[-1].tells_all and len(found[-1].pages) == 1:
            return found[-1]
    if not found:
        hint = "use a larger paper, or write shorter names and notes"
        raise ContentError([Problem("this chart does not fit on the paper", hint=hint, rule="page-fit")])
    return max(found, key=lambda one: one.worth[:2])


def _on(wanted: WantedRows, landscape: bool) -> list[Arrangement]:
    """The arrangement with the most weeks side by side on a page that lies across or stands upright; none if none fits.

    Where doses must stand in the rows fewer weeks may leave them the room.
    """
    frame = frame_of(wanted.paper, landscape=landscape, gutter=wanted.gutter)
    wanted = replace(wanted, style=on_frame(wanted.style, frame))
    found: list[Arrangement] = []
    for across in _weeks_across(len(wanted.chart.weeks)) if landscape else (1,):
        pages = _pages(wanted, frame, across, wanted.rooms[landscape])
        found += [Arrangement(frame, pages)] if pages else []
        if found and found[-1].tells_all:
            break
    return [max(found, key=lambda one: one.worth[:2])] if found else []


def _weeks_across(weeks: int) -> Iterator[int]:
    """How many weeks may stand side by side, most first, so that every table has as many."""
    return (across for across in dict.fromkeys((weeks, 2, 1)) if weeks % across == 0)


def _tries(wanted: WantedRows) -> tuple[bool, ...]:
    if wanted.orientation is not Orientation.AUTO:
        return (wanted.orientation is Orientation.LANDSCAPE,)
    return (False,) if wanted.style.theme.tall_rows else (True, False)


def _pages(wanted: WantedRows, frame: Frame, across: int, room: Room) -> tuple[PagePlan, ...] | None:
    """The fewest pages, then with doses in the rows if that needs no more, then with pictures, then the roomiest.

    Doses that stand nowhere else come first.
    """
    chart = wanted.chart
    best: tuple[PagePlan, ...] | None = None
    under = UnderTables(wanted.style, wanted.sizes, chart, frame.live)
    wishes = [(True, True), (True, False)] if any(row.dose for row in chart.rows) else []
    plain = [(False, False)] if wanted.style.narrow else []
    for doses, pictured in (*wishes, (False, True), *plain):
        if best and chart.must_dose and not doses:
            break
        if best and len(best) == 2 and (chart.steps or chart.help):
            break  # steps or signs go on the back, and in front there is room for what a page less would cost
        for _, grids in groupby(_grids(wanted, frame, across, doses=doses, pictured=pictured), _COLUMNS):
            best = _better(best, tuple(grids), lambda grid: fewest_pages(grid, frame, room, across, under))
            if best and len(best) == 1:
                return best
    return best


def _better(
    best: _PagePlans | None, grids: Sequence[Grid], dealt: Callable[[Grid], _PagePlans | None]
) -> _PagePlans | None:
    """`best`, or the first of `grids` that costs less; they have the same columns and come from roomy to tight.

    None costs less than the tightest, which tells whether the others are worth a try, and when to stop.
    """
    *roomy, tight = grids
    least = dealt(tight)
    if least is None or (best and _cost(best) <= _cost(least)):
        return best
    for pages in map(dealt, roomy):
        if pages and (best is None or _cost(pages) < _cost(best)):
            best = pages
        if best and _cost(best) <= _cost(least):
            break
    # The least white is for a page less, and for nothing else.
    return least if best is None or len(least) < len(best) else best


def _cost(pages: Sequence[PagePlan]) -> tuple[int, bool]:
    """The less, the better: few pages, and steps on the one that hangs on the fridge."""
    return len(pages), not pages[0].shelves


def _grids(wanted: WantedRows, frame: Frame, across: int, *, doses: bool, pictured: bool) -> Iterator[Grid]:
    """From roomy to tight, as far as words fit. Rows never get tight where the theme says so, but their white may."""
    style, sizes, chart = wanted.style, wanted.sizes, wanted.chart
    pictured = pictured and any(row.thumbnail for row in chart.rows)
    known: dict[bool, Columns | None] = {}
    for density in _densities(style, sizes):
        thumbs = pictured and (density.has_thumbs or doses)
        if thumbs not in known:
            known[thumbs] = columns_of(style, sizes, chart, frame.live, across, thumbs=thumbs, doses=doses)
        columns = known[thumbs]
        grid = Grid(style, sizes, chart, columns, density, doses=doses) if columns else None
        if grid and closing_fits(grid):
            yield grid


def _densities(style: Style, sizes: Sizes) -> list[Density]:
    """Those that the theme allows, and the tightest of them again with less and less white."""
    tall = style.theme.tall_rows
    allowed = [
        one
        for one in DENSITIES
        if not tall or (one.row * sizes.unit >= _TALL_ROW and one.sub * sizes.unit >= _TALL_SUB)
    ]
    tightest = allowed[-1]
    return [*allowed, *(replace(tightest, clear=tightest.clear * share) for share in (0.6, 0.3, 0.0))]
