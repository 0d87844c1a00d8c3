"""How the parts of a chart, its weeks, steps, signs, plan and graph, are dealt out to pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.manuscript.chart import ChartWeek, RowNotes
from generator.page.chart.band import band_least, has_band
from generator.page.chart.chart_measures import DENSITIES
from generator.page.chart.grid import Grid, lay_out_head
from generator.page.chart.grid_heights import GridHeights, heights_of
from generator.page.chart.grid_rows import lay_out_body
from generator.page.chart.row_breaks import Phases
from generator.page.chart.stacked import ChartShelf
from generator.page.chart.under_tables import Shelves, UnderTables
from generator.page.flow import Part, break_pages
from generator.page.measures import Frame
from generator.page.page import Block

_SHELVES_APART = 4.0  # units


@dataclass(frozen=True, slots=True)
class Table:
    """Weeks from `grid.first` with the rows of `phases`, if any; `closed` ends with numbers, total and choices."""

    grid: Grid
    phases: Phases
    closed: bool

    def head_of(self, weeks: tuple[ChartWeek, ...]) -> Block:
        """Its head with the dates of these weeks, which are all of the plan."""
        chart = self.grid.chart
        own = weeks[chart.first_week - 1 :][: len(chart.weeks)]
        dated = (replace(new, widest=old.widest) for new, old in zip(own, chart.weeks, strict=True))
        return lay_out_head(replace(self.grid, chart=replace(chart, weeks=tuple(dated))))

    def body_of(self, notes: RowNotes) -> Block:
        """Its body with these notes."""
        grid = replace(self.grid, chart=replace(self.grid.chart, notes=notes))
        return lay_out_body(grid, self.phases, closed=self.closed)


@dataclass(frozen=True, slots=True)
class PagePlan:
    """Tables and shelves of one page from the top; `band` puts plan and graph beside the foot of the page instead."""

    tables: tuple[Table, ...]
    shelves: tuple[ChartShelf, ...] = ()
    band: bool = False


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


@dataclass(frozen=True, slots=True)
class _ToDeal:
    """What all ways to deal out a grid share: what stands under it, its room over the foot, the foot, and the steps."""

    heights: GridHeights
    under: UnderTables
    free: float
    foot: float
    steps: Shelves

    @property
    def grid(self) -> Grid:
        return self.heights.grid

    @property
    def apart(self) -> float:
        """What parts a shelf from the next thing."""
        return _SHELVES_APART * self.grid.sizes.unit


def fewest_pages(grid: Grid, frame: Frame, room: Room, across: int, under: UnderTables) -> tuple[PagePlan, ...] | None:
    """The fewest pages of all ways to say when to get help that are no higher than a page; of equal ones the first."""
    free = frame.bottom - frame.top - room.over(grid) - room.foot
    fitting = [way for way in under.signs if all(shelf.height <= free for shelf in way)]
    sheet = _ToDeal(heights_of(grid), under, free, room.foot, under.steps(free))
    banded = across == len(grid.chart.weeks) and has_band(under.live)
    deal = _side_by_side if banded else partial(_stacked, across=across)
    return min(deal(sheet, fitting or under.signs[-1:]), key=len, default=None)


def _side_by_side(sheet: _ToDeal, ways: Sequence[Shelves]) -> Iterator[tuple[PagePlan, ...]]:
    """All weeks in one table, and where the rest stands: best first, as far as it fits.

    Steps, signs, plan and graph stand under its last part; else steps stay with it and the others get a page of their
    own; else all of them do.
    """
    grid, steps, heights = sheet.grid, sheet.steps, sheet.heights
    least = max(sheet.foot, band_least(grid.style, grid.sizes, grid.chart, sheet.under.live))
    band = max(grid.density.band * grid.sizes.unit, least) - sheet.foot
    back = max(DENSITIES[-1].band * grid.sizes.unit, least) - sheet.foot
    for signs in ways:
        shelves = (*steps, *signs)
        whole = heights.split(sheet.free, sheet.free - band - _tall(sheet, shelves), heights.over)
        if whole is not None and (len(whole) == 1 or not shelves):
            *first, last = _table_pages(grid, whole)
            yield (*first, replace(last, shelves=shelves, band=True))
        if not shelves:
            continue
        front = heights.split(sheet.free, sheet.free - _tall(sheet, steps), heights.over)
        if front is not None and len(front) == 1:
            (page,) = _table_pages(grid, front)
            yield (replace(page, shelves=steps), *_back(sheet, signs, back))
        alone = heights.split(sheet.free, sheet.free, heights.over)
        if alone is not None:
            yield (*_table_pages(grid, alone), *_back(sheet, shelves, back))


def _tall(sheet: _ToDeal, shelves: Sequence[ChartShelf]) -> float:
    """Height of shelves with what parts them from the next thing."""
    return sum(shelf.height + sheet.apart for shelf in shelves)


def _back(sheet: _ToDeal, shelves: Shelves, band: float) -> tuple[PagePlan, ...]:
    """Pages without a table: shelves, and plan and graph at the foot of the last. Heights are those above the foot."""
    heights = [Part(height, sheet.apart) for height in (*(s.height for s in shelves), band)]
    pages = [PagePlan((), shelves[page.start : page.stop]) for page in break_pages(heights, sheet.free)]
    return (*pages[:-1], replace(pages[-1], band=True))


def _table_pages(grid: Grid, parts: Sequence[Phases]) -> list[PagePlan]:
    """A page for each part; the last is closed."""
    return [PagePlan((Table(grid, part, part is parts[-1]),)) for part in parts]


def _stacked(sheet: _ToDeal, ways: Sequence[Shelves], across: int) -> Iterator[tuple[PagePlan, ...]]:
    """Weeks one under the other, then the rest, signs before plan and graph or at the end.

    Nothing is split unless it is higher than a page.
    """
    grid, heights = sheet.grid, sheet.heights
    overs = (heights.over, 0.0)
    begun, others = (heights.split(sheet.free, sheet.free, over) for over in overs)
    apart = grid.style.narrow and (begun is None or others is None)
    if apart:  # numbers, total and choices have a table of their own
        begun, others = (heights.split(sheet.free, sheet.free + heights.closing, over) for over in overs)
    if begun is None or others is None or (apart and heights.table((), closed=True) > sheet.free):
        return
    tables = []
    for first in range(0, len(grid.chart.weeks), across):
        own, parts = replace(grid, first=first), others if first else begun
        tables += [Table(own, part, not apart and index == len(parts) - 1) for index, part in enumerate(parts)]
        tables += [Table(own, (), closed=True)] if apart else []
    steps, rest = sheet.steps, sheet.under.rest
    tall = [heights.table(table.phases, closed=table.closed) for table in tables]
    tall[0] += heights.over
    for signs in ways:
        for shelves in ((*steps, *signs, *rest), (*steps, *rest, *signs)):
            yield _paged(sheet, tables, tall, shelves)


def _paged(
    sheet: _ToDeal, tables: Sequence[Table], tall: Sequence[float], shelves: Sequence[ChartShelf]
) -> tuple[PagePlan, ...]:
    """Tables as `tall` as that, then shelves, on the fewest pages."""
    items: list[Table | ChartShelf] = [*tables, *shelves]
    heights = [*tall, *(shelf.height for shelf in shelves)]
    breaks = break_pages([Part(height, sheet.apart) for height in heights], sheet.free)
    return tuple(
        PagePlan(
            tuple(item for i in page if isinstance(item := items[i], Table)),
            tuple(item for i in page if isinstance(item := items[i], ChartShelf)),
        )
        for page in breaks
    )
