"""How a chart stands on a paper: upright or across, how many weeks side by side, how tight, what is on which page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from generator.page.chart_band import band_least
from generator.page.chart_breaks import Heights, Phases, split_phases
from generator.page.chart_closing import closing_fits
from generator.page.chart_columns import Columns, columns_of
from generator.page.chart_content import WEEKS, Chart
from generator.page.chart_grid import Grid, head_height
from generator.page.chart_help import help_shelves
from generator.page.chart_measures import DENSITIES, Sizes
from generator.page.chart_notes import height_over
from generator.page.chart_rows import body_height, closing_height, noted_height, sub_height
from generator.page.chart_shelf import Shelf, shelves_of
from generator.page.chart_steps import steps_shelves
from generator.page.flow import Part, break_pages
from generator.page.measures import MM, Frame, Paper, Style, frame_of

# Somebody who reads large print needs rows and sub-heads of at least this height.
_STACKED_ROW = 9.0 * MM
_STACKED_SUB = 6.0 * MM
_SHELVES_APART = 4.0  # units


class Orientation(StrEnum):
    AUTO = "auto"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Table:
    """Weeks from `grid.first` with the rows of `phases`; `closed` ends with numbers, total and choices."""

    grid: Grid
    phases: Phases
    closed: bool

    @property
    def height(self) -> float:
        return head_height(self.grid) + body_height(self.grid, self.phases, closed=self.closed)


@dataclass(frozen=True, slots=True)
class PagePlan:
    """Tables and shelves of one page from the top; `band` puts plan and graph beside the foot of the page instead."""

    tables: tuple[Table, ...]
    shelves: tuple[Shelf, ...] = ()
    band: bool = False


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


@dataclass(frozen=True, slots=True)
class Room:
    """Heights of what is on every page (points): `top` with its air, and the foot.

    `bare` is the top of pages whose rows do not say their dose.
    """

    top: float
    foot: float
    bare: float

    def over(self, grid: Grid) -> float:
        """The height of the top over this grid."""
        return self.top if grid.doses else self.bare


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
            pages = _fewest(grid, frame, room, across, ways)
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


def _fewest(
    grid: Grid, frame: Frame, room: Room, across: int, ways: Sequence[tuple[Shelf, ...]]
) -> tuple[PagePlan, ...] | None:
    """The fewest pages of all ways to say when to get help; of equal ones the first."""
    found = [
        pages
        for way in ways
        for pages in (_side_by_side if across == WEEKS else partial(_stacked, across=across))(grid, frame, room, way)
    ]
    return min(found, key=len, default=None)


def _side_by_side(grid: Grid, frame: Frame, room: Room, signs: tuple[Shelf, ...]) -> Iterator[tuple[PagePlan, ...]]:
    """All weeks in one table, and where the rest stands: best first, as far as it fits.

    Steps, signs, plan and graph stand under its last part; else steps stay with it and the others get a page of their
    own; else all of them do.
    """
    free = frame.bottom - frame.top - room.over(grid)
    least = max(room.foot, band_least(grid.style, grid.sizes, grid.chart, frame.live))
    band = max(grid.density.band * grid.sizes.unit, least)
    back = max(DENSITIES[-1].band * grid.sizes.unit, least)
    steps = _steps(grid, frame, free - room.foot)
    shelves, open_room, over = (*steps, *signs), free - room.foot, _over(grid)
    whole = _split(grid, open_room, free - band - _tall(grid, shelves), over)
    if whole is not None and (len(whole) == 1 or not shelves):
        *first, last = _table_pages(grid, whole)
        yield (*first, replace(last, shelves=shelves, band=True))
    if not shelves:
        return
    front = _split(grid, open_room, open_room - _tall(grid, steps), over)
    if front is not None and len(front) == 1:
        (page,) = _table_pages(grid, front)
        yield (replace(page, shelves=steps), *_back(grid, signs, back - room.foot, open_room))
    alone = _split(grid, open_room, open_room, over)
    if alone is not None:
        yield (*_table_pages(grid, alone), *_back(grid, shelves, back - room.foot, open_room))


def _tall(grid: Grid, shelves: Sequence[Shelf]) -> float:
    """Height of shelves with what parts them from the next thing."""
    return sum(shelf.height + _SHELVES_APART * grid.sizes.unit for shelf in shelves)


def _back(grid: Grid, shelves: tuple[Shelf, ...], band: float, free: float) -> tuple[PagePlan, ...]:
    """Pages without a table: shelves, and plan and graph at the foot of the last. Heights are those above the foot."""
    heights = [Part(height, _SHELVES_APART * grid.sizes.unit) for height in (*(s.height for s in shelves), band)]
    pages = [PagePlan((), shelves[page.start : page.stop]) for page in break_pages(heights, free)]
    return (*pages[:-1], replace(pages[-1], band=True))


def _table_pages(grid: Grid, parts: Sequence[Phases]) -> list[PagePlan]:
    """A page for each part; the last is closed."""
    return [PagePlan((Table(grid, part, part is parts[-1]),)) for part in parts]


def _steps(grid: Grid, frame: Frame, room: float) -> tuple[Shelf, ...]:
    steps = grid.chart.steps
    return steps_shelves(grid.style, grid.sizes, steps, frame.live, room) if steps else ()


def _over(grid: Grid) -> float:
    """Height of a note over the first table."""
    return height_over(grid.style, grid.sizes, grid.chart, grid.columns.width)


def _split(grid: Grid, open_room: float, last_room: float, over: float) -> tuple[Phases, ...] | None:
    """Rows for tables of these heights, heads and the closing rows included; `over` stands over the first row."""
    first = grid.chart.rows[0]
    heights = Heights(
        lambda row: noted_height(grid, row) + (over if row is first else 0.0),
        lambda phase: sub_height(grid, phase, first=False),
        lambda phase: sub_height(grid, phase, first=True),
    )
    head = head_height(grid)
    return split_phases(grid.chart.phases, heights, open_room - head, last_room - head - closing_height(grid))


def _stacked(
    grid: Grid, frame: Frame, room: Room, signs: tuple[Shelf, ...], across: int
) -> Iterator[tuple[PagePlan, ...]]:
    """Weeks one under the other, then the rest, signs before plan and graph or at the end.

    Nothing is split unless it is higher than a page.
    """
    free = frame.bottom - frame.top - room.over(grid) - room.foot
    begun, others = (_split(grid, free, free, over) for over in (_over(grid), 0.0))
    if begun is None or others is None:
        return
    tables = []
    for first in range(0, WEEKS, across):
        own, parts = replace(grid, first=first), others if first else begun
        tables += [Table(own, part, index == len(parts) - 1) for index, part in enumerate(parts)]
    steps, rest = _steps(grid, frame, free), shelves_of(grid.style, grid.sizes, grid.chart, frame.live)
    for shelves in ((*steps, *signs, *rest), (*steps, *rest, *signs)):
        yield _paged(grid, [*tables, *shelves], free)


def _paged(grid: Grid, items: Sequence[Table | Shelf], free: float) -> tuple[PagePlan, ...]:
    heights = [item.height for item in items]
    heights[0] += _over(grid)
    breaks = break_pages([Part(height, _SHELVES_APART * grid.sizes.unit) for height in heights], free)
    return tuple(
        PagePlan(
            tuple(item for i in page if isinstance(item := items[i], Table)),
            tuple(item for i in page if isinstance(item := items[i], Shelf)),
        )
        for page in breaks
    )
