"""The exercises of a page as rows of one height with people of one size: what fits into a height, and how it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import zip_longest
from math import ceil

from generator.manuscript.sheet_front import FrontCell
from generator.page.measures import Style
from generator.page.page import Block, Group, Line, Placed, Role
from generator.page.personal_note import lay_out_note
from generator.page.sheet.clock_strip import lay_out_clock_strip
from generator.page.sheet.front_cell import FrontForm, cell_scale, lay_out_front_cell, words_height
from generator.page.sheet.front_columns import FrontBand, Stretch, bands_of, column_width
from generator.page.sheet.front_sizes import FrontSizes
from generator.page.sheet.front_space import Rung
from generator.page.sheet.front_tab import lay_out_continued, lay_out_front_tab
from generator.page.signs import decoration
from generator.shapes.geometry import MM

_APART = 0.8 * MM  # between two rows
_OVER_TAB = 1.2 * MM
_OVER_NOTE = 0.6 * MM
_OVER_STRIP = 1 * MM
_UNDER_STRIP = 1.4 * MM
_HIGHEST = (46 * MM, 56 * MM)  # a row in two columns and in one
_WORDS = 33 * MM  # the least width of words beside pictures
_BESIDE = (2.5 * MM, 5 * MM)  # from pictures to words in two columns and in one
# People may differ in size by so much before they look like others.
_ALIKE = 0.87


@dataclass(frozen=True, slots=True)
class FrontGrid:
    """Rows of a page with pictures in `row` points of height, of people of one scale; `ends` are heights of columns."""

    bands: tuple[FrontBand, ...]
    form: FrontForm
    rung: Rung
    row: float
    scale: float
    ends: tuple[tuple[float, ...], ...]

    @property
    def height(self) -> float:
        return sum(map(max, self.ends))


# Where something stands in its column: how far down, of which stretch, the block or else the cell, and the slot.
_Spot = tuple[float, Stretch, Block | FrontCell, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """Sets exercises in so many columns of a page of this width. What has been measured is kept."""

    style: Style
    sizes: FrontSizes
    width: float
    columns: int
    heights: dict[tuple[str, FrontForm], float] = field(default_factory=dict, compare=False, repr=False)
    blocks: dict[object, Block] = field(default_factory=dict, compare=False, repr=False)

    @property
    def column(self) -> float:
        return column_width(self.sizes, self.width, self.columns)

    def fit(self, stretches: Sequence[Stretch], height: float, rung: Rung) -> FrontGrid | None:
        """Of the widths that pictures may have, the one with the largest people; None if these rows do not fit."""
        cells = [cell for stretch in stretches for cell in stretch.cells]
        for bands in bands_of(stretches, self.columns):
            grids = list(self._grids(bands, cells, height, rung))
            if grids:
                return max(grids, key=lambda grid: (round(grid.scale, 3), grid.form.pictures))
        return None

    def _grids(
        self, bands: tuple[FrontBand, ...], cells: Sequence[FrontCell], height: float, rung: Rung
    ) -> Iterator[FrontGrid]:
        least = rung.least(self.columns) * self.sizes.rows
        if ceil(len(cells) / self.columns) * least > height:  # without a look at their words
            return
        fixed = [[self._fixed(band, column, rung) for column in band.columns] for band in bands]
        most = max(least, _HIGHEST[0 if self.columns == 2 else 1])
        for form in self._forms(rung):
            ends = partial(_ends, fixed, [self._needed(band, form) for band in bands])
            row = _highest(ends, least, most, height)
            if row is not None:
                yield FrontGrid(bands, form, rung, row, self._scale(cells, form, row), ends(row))

    def _forms(self, rung: Rung) -> Iterator[FrontForm]:
        if self.columns == 1:
            yield FrontForm(self.column, self.sizes.picture, _BESIDE[1], rung.whole, rung.feel, self.sizes.alone)
            return
        for pictures in self.sizes.pairs:
            if self.column - pictures - _BESIDE[0] >= _WORDS:
                yield FrontForm(self.column, pictures, _BESIDE[0], rung.whole, feel=False)

    def _words(self, cell: FrontCell, form: FrontForm) -> float:
        key = (cell.number, form)
        if key not in self.heights:
            self.heights[key] = words_height(self.style, self.sizes, cell, form)
        return self.heights[key]

    def _scale(self, cells: Sequence[FrontCell], form: FrontForm, row: float) -> float:
        """That of the exercise which has the least, or a little more, which nobody sees."""
        own = [scale for cell in cells if (scale := cell_scale(self.sizes, cell, form, row))]
        return min(own) / _ALIKE if own else 0.0

    def _needed(self, band: FrontBand, form: FrontForm) -> list[list[float]]:
        """What the words of each column's cells need; in a timed sequence cells side by side are equally high."""
        columns = [[self._words(cell, form) for stretch in column for cell in stretch.cells] for column in band.columns]
        if not band.clocked:
            return columns
        rows = [max(row) for row in zip_longest(*columns, fillvalue=0.0)]
        return [rows[: len(column)] for column in columns]

    def _fixed(self, band: FrontBand, column: Sequence[Stretch], rung: Rung) -> float:
        """How high a column is without its exercises, with what stands over all columns."""
        end = 0.0
        for y, _, spot, _ in self._column(band, column, rung, lambda cell: 0.0):
            end = y + (spot.height if isinstance(spot, Block) else 0.0)
        return end + sum(block.height + apart for block, apart in self._over(band))

    def _over(self, band: FrontBand) -> tuple[tuple[Block, float], ...]:
        """Tab and strip of a timed sequence, as wide as the page, each with what is free under it."""
        stretch = band.clocked
        if stretch is None:
            return ()
        phase = stretch.phase
        if stretch.goes_on:
            return ((self._tab(stretch, self.width, words=True), 0.0),)
        strip = self._once(
            (phase.key, "strip"), lambda: lay_out_clock_strip(self.style, self.sizes, phase.beats, self.width)
        )
        return (self._tab(stretch, self.width, words=True), _OVER_STRIP), (strip, _UNDER_STRIP)

    def _tab(self, stretch: Stretch, width: float, *, words: bool) -> Block:
        lay_out = lay_out_continued if stretch.goes_on else lay_out_front_tab
        key = (stretch.phase.key, stretch.goes_on, width, words)
        return self._once(key, lambda: lay_out(self.style, self.sizes, stretch.phase, width, words=words))

    def _once(self, key: object, make: Callable[[], Block]) -> Block:
        if key not in self.blocks:
            self.blocks[key] = make()
        return self.blocks[key]

    def _column(
        self, band: FrontBand, column: Sequence[Stretch], rung: Rung, height: Callable[[FrontCell], float]
    ) -> Iterator[_Spot]:
        y = 0.0
        for index, stretch in enumerate(column):
            if band.clocked is None:
                tab = self._tab(stretch, self.column, words=rung.words)
                y += _OVER_TAB if index else 0.0
                yield y, stretch, tab, ""
                y += tab.height
            for cell in stretch.cells:
                yield y, stretch, cell, ""
                y += height(cell)
                if cell.note:
                    note = lay_out_note(self.style, cell.note, self.column)
                    yield y + _OVER_NOTE, stretch, note, cell.note.key
                    y += _OVER_NOTE + note.height
                y += _APART

    def place(self, grid: FrontGrid, x: float, y: float) -> Iterator[Placed]:
        """All blocks of the grid with its upper corner at x, y."""
        for band, ends in zip(grid.bands, grid.ends, strict=True):
            top = y
            for block, below in self._over(band):
                assert band.clocked
                yield Placed(x, top, block, _groups(band.clocked))
                top += block.height + below
            columns = [list(self._down(grid, band, index, x, top)) for index in range(len(band.columns))]
            placed = [one for column in columns for one in column]
            if band.clocked:
                placed.sort(key=lambda one: (round(one.y), one.x))
            yield from placed
            y += max(ends)
            if len(band.columns) > 1:
                line = decoration(Line(0, 0, 0, y - top, 0.5, self.style.inks.line))
                yield Placed(x + self.column + self.sizes.gutter / 2, top, Block(0, y - top, (line,)))

    def _down(self, grid: FrontGrid, band: FrontBand, index: int, x: float, top: float) -> Iterator[Placed]:
        x += index * (self.column + self.sizes.gutter)
        column = band.columns[index]
        cells = [cell.number for stretch in column for cell in stretch.cells]
        needed = dict(zip(cells, self._needed(band, grid.form)[index], strict=True))

        def height(cell: FrontCell) -> float:
            return max(grid.row, needed[cell.number])

        first = True
        for y, stretch, spot, slot in self._column(band, column, grid.rung, height):
            if isinstance(spot, Block):
                yield Placed(x, top + y, spot, _groups(stretch), slot=slot)
                first = not slot
                continue
            block = lay_out_front_cell(
                self.style, self.sizes, spot, grid.form, height(spot), grid.row, grid.scale, rule=not first
            )
            yield Placed(x, top + y, block, _groups(stretch))
            first = False


def _groups(stretch: Stretch) -> tuple[Group, ...]:
    return (Group(Role.SECTION, stretch.phase.key),)


def _ends(
    fixed: Sequence[Sequence[float]], words: Sequence[Sequence[Sequence[float]]], row: float
) -> tuple[tuple[float, ...], ...]:
    """The height of each column of each band."""
    return tuple(
        tuple(own + sum(max(row, needed) for needed in column) for own, column in zip(band, said, strict=True))
        for band, said in zip(fixed, words, strict=True)
    )


def _highest(
    ends: Callable[[float], Sequence[Sequence[float]]], least: float, most: float, height: float
) -> float | None:
    """The highest row with which all bands fit into the height; None if not even the lowest does."""

    def needed(row: float) -> float:
        return sum(map(max, ends(row)))

    if needed(least) > height + 0.01:
        return None
    low, high = least, most
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (middle, high) if needed(middle) <= height else (low, middle)
    return low
