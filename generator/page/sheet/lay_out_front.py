"""The front of the sheet: head, note, exercises, pain rule, ask first, emergency signs, on one page if they fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate

from generator.manuscript.sheet_front import SheetFront
from generator.page.measures import Frame, Style
from generator.page.page import Block, Page, Placed
from generator.page.page_number import NUMBER, number_room
from generator.page.sheet.front_columns import stretches_of
from generator.page.sheet.front_feet import FrontFeet
from generator.page.sheet.front_head import FrontTop, lay_out_front_head, lay_out_later_front_head
from generator.page.sheet.front_note import lay_out_front_note
from generator.page.sheet.front_pages import PAIN, SIGNS, FrontPage, part_pages
from generator.page.sheet.front_rows import Rows
from generator.page.sheet.front_sizes import FrontSizes, front_sizes
from generator.page.sheet.front_space import RUNGS, Rung
from generator.page.sheet.front_spare import lay_out_remember
from generator.page.strip import STRIP
from generator.problems import ContentError, Problem
from generator.shapes.geometry import MM

_UNDER_STRIP = 1.2 * MM
_UNDER_HEAD = 2.4 * MM
_OVER_REMEMBER = 1.2 * MM
_MOST_AIR = 4 * MM  # over each part of a page without exercises
_MOST_ON_PAGE = 10  # exercises
_MOST_ALONE = 4  # exercises in one column, where there is room for two


@dataclass(frozen=True, slots=True)
class ArrangedFront:
    """What is on each page of a front, and what gave way; none if a page is too small for one of its exercises."""

    layout: _FrontLayout
    pages: tuple[FrontPage, ...]

    @property
    def leaves_words_out(self) -> bool:
        """Whether some page has no room for what phases say of themselves: then the cards say it."""
        return any(page.grid and not page.rung.words for page in self.pages)

    def laid_out(self) -> tuple[Page, ...]:
        """The pages. Raises `ContentError` for an exercise that has no room on any of them."""
        layout, pages = self.layout, self.pages
        if not pages:
            hint = "fewer weeks with a dose of their own, or shorter texts"
            place = layout.front.cells[0].place
            raise ContentError([Problem("there is no room for this exercise", place, hint=hint, rule="page-fit")])
        home = next(number for number, page in enumerate(pages, 1) if SIGNS in page.parts)
        spare = next((number for number, page in enumerate(pages, 1) if layout.remember(number, page)), 0)
        return tuple(
            layout.page(number, page, home, layout.remember(number, page) if number == spare else ())
            for number, page in enumerate(pages, 1)
        )


def arrange_front(
    style: Style, frame: Frame, front: SheetFront, said: Mapping[str, Block] | None = None
) -> ArrangedFront:
    """One page where exercises and all safety words have room; what gives way for that is in `front_space`.

    Behind them stands what is `said` for the back.
    """
    layout = _layout(style, frame, front, said or {})
    return ArrangedFront(layout, layout.parted())


def _layout(style: Style, frame: Frame, front: SheetFront, said: Mapping[str, Block]) -> _FrontLayout:
    sizes = front_sizes(style)
    one, two = (Rows(style, sizes, frame.live, columns) for columns in (1, 2))
    return _FrontLayout(
        style,
        sizes,
        frame,
        front,
        lay_out_front_head(style, sizes, front.head, frame.live),
        lay_out_later_front_head(style, sizes, front.head, frame.live, ruled=True),
        lay_out_later_front_head(style, sizes, front.head, frame.live, ruled=False),
        lay_out_front_note(style, sizes, front.head, frame.live),
        FrontFeet(style, sizes, front.foot, frame.live, said),
        one,
        one if style.theme.tall_rows or style.narrow else two,
        len(front.cells) <= _MOST_ALONE,
    )


@dataclass(frozen=True, slots=True)
class _FrontLayout:
    """Everything of one front but its pages; `note` is its block and its slot, `plain` a later head
    without a rule.

    Exercises stand in `two` columns where the paper has room for that; a `few` in `one`, if what to feel has room, too.
    """

    style: Style
    sizes: FrontSizes
    frame: Frame
    front: SheetFront
    first: FrontTop
    later: FrontTop
    plain: FrontTop
    note: tuple[Block, str]
    feet: FrontFeet
    one: Rows
    two: Rows
    few: bool

    def parted(self) -> tuple[FrontPage, ...]:
        phases = self.front.phases

        @cache
        def fit(page: int, parts: tuple[str, ...], start: int, end: int, rung: Rung, listed: bool) -> FrontPage | None:
            if end - start > _MOST_ON_PAGE:
                return None
            if start == end:
                return self._without_exercises(page, parts, listed)
            height = self._bottom(page, parts, rung) - self._top(page, rung)
            grid = self._rows(rung).fit(stretches_of(phases, start, end), height, rung)
            return FrontPage(grid, parts, rung) if grid else None

        ends = list(accumulate(len(phase.cells) for phase in phases))
        return _of_one_scale(part_pages(fit, ends, self.feet.parts))

    def _without_exercises(self, page: int, parts: tuple[str, ...], listed: bool) -> FrontPage | None:
        """Nothing else wants room on such a page: it is set on the highest rung that fits."""
        room = self._floor(page)
        rungs = (rung for rung in RUNGS if rung.listed or not listed)
        fits = (it for it in rungs if self.feet.height(parts, it) <= room - self._top(page, it))
        return next((FrontPage(None, parts, it) for it in fits), None)

    def _rows(self, rung: Rung) -> Rows:
        return self.one if self.few and rung.feel else self.two

    def _top(self, page: int, rung: Rung) -> float:
        """Where exercises begin."""
        if page > 1:
            return self.frame.top + self.later.height + _UNDER_HEAD
        note = _UNDER_STRIP + self.note[0].height if self._has_note(rung) else 0.0
        return self.frame.top + self.first.height + note + _UNDER_HEAD

    def _has_note(self, rung: Rung) -> bool:
        """A note always stands; a line to write one on gives way."""
        return rung.blank or bool(self.front.head.note)

    def _floor(self, page: int) -> float:
        """Where a page ends; those after the first say their number under it."""
        return self.frame.bottom - (self._number().height if page > 1 else 0.0)

    def _bottom(self, page: int, parts: tuple[str, ...], rung: Rung) -> float:
        """Where exercises end."""
        return self._floor(page) - self.feet.height(parts, rung)

    def _number(self) -> Block:
        return number_room(self.style, self.front.widest_number)

    def page(self, number: int, page: FrontPage, home: int, more: Sequence[Placed]) -> Page:
        """`home` is the number of the page with the emergency signs, `more` what fills this one."""
        top, bottom = self._top(number, page.rung), self._bottom(number, page.parts, page.rung)
        blocks = [*(self._opening(page.rung) if number == 1 else self._running(page))]
        if page.grid:
            blocks += self._rows(page.rung).place(page.grid, self.frame.start, top)
            blocks += more
        else:
            bottom = top - _UNDER_HEAD
        blocks += self._foot(page, bottom, home, 0.0 if more else self._air(number, page))
        if page.grid is None:
            blocks += more
        if number > 1:
            room = self._number()
            blocks.append(Placed(self.frame.end - room.width, self.frame.bottom - room.height, room, slot=NUMBER))
        return Page(self.frame.width, self.frame.height, tuple(blocks))

    def _opening(self, rung: Rung) -> Iterator[Placed]:
        x, y = self.frame.start, self.frame.top
        yield Placed(x, y, self.first.block)
        if self.first.fields:
            yield Placed(x, y + self.first.below, self.first.fields, slot=STRIP)
        if self._has_note(rung):
            block, slot = self.note
            yield Placed(x, y + self.first.height + _UNDER_STRIP, block, slot=slot)

    def _running(self, page: FrontPage) -> Iterator[Placed]:
        """The pain rule has a rule over it already."""
        head = self.plain if page.grid is None and page.parts[:1] == (PAIN,) else self.later
        yield Placed(self.frame.start, self.frame.top, head.block)

    def _air(self, number: int, page: FrontPage) -> float:
        """Over each part but the first of a page without exercises: some of the room that is left there."""
        if page.grid:
            return 0.0
        spare = self._floor(number) - self._top(number, page.rung) - self.feet.height(page.parts, page.rung)
        return min(spare / (len(page.parts) + 1), _MOST_AIR)

    def _foot(self, page: FrontPage, y: float, home: int, air: float) -> Iterator[Placed]:
        for block, over in self.feet.blocks(page.parts, page.rung, home, air):
            yield Placed(self.frame.start, y + over, block)
            y += over + block.height

    def remember(self, number: int, page: FrontPage) -> tuple[Placed, ...]:
        """What to remember, where a column is short or a page has so much room; else nothing."""
        top, bottom = self._top(number, page.rung), self._bottom(number, page.parts, page.rung)
        if page.grid is None:
            end = top - _UNDER_HEAD + self.feet.height(page.parts, page.rung)
            return self._remembered(self.frame.start, end + _OVER_REMEMBER * 4, self.frame.live, self._floor(number))
        (*_, ends), above = page.grid.ends, sum(map(max, page.grid.ends[:-1]))
        index = min(range(len(ends)), key=lambda column: ends[column])
        width = page.grid.form.width
        x = self.frame.start + index * (width + self.sizes.gutter)
        return self._remembered(x, top + above + ends[index] + _OVER_REMEMBER, width, bottom)

    def _remembered(self, x: float, y: float, width: float, bottom: float) -> tuple[Placed, ...]:
        block = lay_out_remember(self.style, self.sizes, self.front.remember, width)
        return (Placed(x, y, block),) if self.front.remember[1] and y + block.height <= bottom else ()


def _of_one_scale(pages: tuple[FrontPage, ...]) -> tuple[FrontPage, ...]:
    """With people no larger on one page than on another."""
    scale = min((page.grid.scale for page in pages if page.grid and page.grid.scale), default=0.0)
    return tuple(replace(page, grid=page.grid and replace(page.grid, scale=scale)) for page in pages)
