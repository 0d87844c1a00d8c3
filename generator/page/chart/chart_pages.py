"""How the parts of a chart, its weeks, steps, signs, plan and graph, are dealt out to pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.manuscript.chart import WEEKS
from generator.page.chart.band import band_least
from generator.page.chart.chart_measures import DENSITIES
from generator.page.chart.grid import Grid, head_height
from generator.page.chart.grid_rows import body_height, closing_height, noted_height, sub_height
from generator.page.chart.row_breaks import Heights, Phases, split_phases
from generator.page.chart.row_notes import height_over
from generator.page.chart.stacked import Shelf, shelves_of
from generator.page.chart.step_list import steps_shelves
from generator.page.flow import Part, break_pages
from generator.page.measures import Frame

_SHELVES_APART = 4.0  # units


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


def fewest_pages(
    grid: Grid, frame: Frame, room: Room, across: int, ways: Sequence[tuple[Shelf, ...]]
) -> tuple[PagePlan, ...] | None:
    """The fewest pages of all ways to say when to get help that are no higher than a page; of equal ones the first."""
    free = frame.bottom - frame.top - room.over(grid) - room.foot
    fitting = [way for way in ways if all(shelf.height <= free for shelf in way)]
    found = [
        pages
        for way in fitting or ways[-1:]
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
