"""Which part of the back stands where: on one page if anything may give way for it, else on as few as can be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.manuscript.back import Back
from generator.manuscript.chart import Chart
from generator.manuscript.personal import NOTE_FOR
from generator.page.back.back_columns import band_columns
from generator.page.back.back_deal import Column, deal, deal_rest
from generator.page.back.back_foot import lay_out_back_foot
from generator.page.back.back_fortnight import Fortnight
from generator.page.back.back_measures import BackSizes
from generator.page.back.back_notes import NotesOver
from generator.page.back.back_parts import BackPart, BackParts
from generator.page.back.back_signs import lay_out_help_signs
from generator.page.back.back_space import PlanRoom, Space, first_space, given_way, spaces, tightest
from generator.page.back.back_top import lay_out_back_top, lay_out_how_to
from generator.page.chart.chart_measures import sizes_of
from generator.page.chart.lay_out_chart import HEAD, DatedHead, NotedBody
from generator.page.flow import Part as FlowPart
from generator.page.flow import break_pages
from generator.page.measures import Frame, Style
from generator.page.page import Block, Group, Line, Placed, Role
from generator.page.personal_note import lay_out_note
from generator.page.said_in_front import URGENT
from generator.page.signs import decoration
from generator.shapes.geometry import MM

_BANDS_APART = 2.2 * MM
_RULE = 1.2
_UNDER_BANDS = 2.0 * MM  # from the last band to the rule, and from there to the columns
_OVER_URGENT = 1.8 * MM
_OVER_FOOT = 0.2 * MM
_SIGNS_APART = 1.5 * MM
_APART = 4.0 * MM  # between parts across the page
_NOTES_LEAST = 26 * MM


@dataclass(frozen=True, slots=True)
class Stood:
    """A block in the live area; `head` makes it anew for other dates, `notes` for another person's notes."""

    placed: Placed
    head: DatedHead | None = None
    notes: NotedBody | None = None


@dataclass(frozen=True, slots=True)
class BackPage:
    """What stands between top and foot of a page. `how_to`: its top says how to fill it in.

    `visit_line`: its foot has the clinician's line. `has_plan`: all pages of its chart have the client's plan.
    """

    stood: tuple[Stood, ...]
    visit_line: bool = False
    how_to: bool = True
    has_plan: bool = True


Pages = tuple[BackPage, ...]


def arrange_back(
    style: Style,
    sizes: BackSizes,
    chart: Chart,
    frame: Frame,
    note_width: float,
    plan: PlanRoom,
    said: Collection[str] = (),
) -> Pages:
    """The fewest pages; of these the roomiest in the order of `back_space`. `plan` says what may become of it.

    What is `said` in front is not said here.
    """
    assert chart.back is not None
    work = _work(style, sizes, chart, chart.back, frame, note_width, said)
    wide = not style.narrow and not style.theme.stacked
    ways, first = given_way(plan, large=style.theme.tall_rows), first_space(said)
    for lay_out in (work.one_page, work.two_pages) if wide else ():
        found = _roomiest(lay_out, ways, first)
        if found:
            return found
    fewest = len(work.flow(tightest(ways, first)))

    def flow(space: Space) -> Pages | None:
        pages = work.flow(space)
        return pages if len(pages) <= fewest else None

    found = _roomiest(flow, ways, first)
    assert found
    return found


def count_pages(
    style: Style,
    sizes: BackSizes,
    chart: Chart,
    frame: Frame,
    note_width: float,
    plan: PlanRoom,
    said: Collection[str] = (),
) -> int:
    """How many `arrange_back` takes with one part under the other, without looking for the roomiest."""
    assert chart.back is not None
    work = _work(style, sizes, chart, chart.back, frame, note_width, said)
    return len(work.flow(tightest(given_way(plan, large=style.theme.tall_rows), first_space(said))))


def _work(
    style: Style,
    sizes: BackSizes,
    chart: Chart,
    back: Back,
    frame: Frame,
    note_width: float,
    said: Collection[str],
) -> _Work:
    signs = partial(lay_out_help_signs, style, sizes, width=frame.live)
    today = signs(back.urgent) if URGENT not in said else Block(frame.live, 0.0, ())
    now = (Stood(Placed(0, 0, signs(back.emergency, kind="stop"))),) if back.emergency else ()
    return _Work(style, sizes, chart, back, frame, note_width, today, now)


def _roomiest(
    lay_out: Callable[[Space], Pages | None], ways: Sequence[dict[str, object]], first: Space
) -> Pages | None:
    """The first space in which all fits, with all given back that need not have been taken, the dearest first."""
    for space in spaces(ways, first):
        found = lay_out(space)
        if not found:
            continue
        for change in reversed(ways):
            given = replace(space, **{key: getattr(first, key) for key in change})
            better = lay_out(given) if given != space else None
            if better:
                space, found = given, better
        return found
    return None


@dataclass(frozen=True, slots=True)
class _Work:
    style: Style
    sizes: BackSizes
    chart: Chart
    back: Back
    frame: Frame
    note_width: float
    urgent: Block
    emergency: tuple[Stood, ...]

    def one_page(self, space: Space) -> Pages | None:
        """Fortnights, two columns, the urgent signs; alone it has more signs than a page has room for."""
        if self.back.emergency:
            return None
        urgent = self.urgent
        stood, y = self._bands(space)
        y = self._ruled(stood, y, space)
        bottom = self._foot_top(space.visit_apart) - urgent.height
        room = bottom - _OVER_URGENT * space.air - y
        parts = self._parts(space)
        columns = deal(parts, self.frame.live, room)
        if columns is None:
            return None
        stood += _stand(columns, parts, y, room)
        stood.append(Stood(Placed(0, bottom, urgent)))
        return (BackPage(tuple(stood), not space.visit_apart, has_plan=space.plan_here),)

    def two_pages(self, space: Space) -> Pages | None:
        """Fortnights with the rule, the weeks' table and all signs that fit; all else on the second page."""
        return self._two_pages(space, here=True) or self._two_pages(space, here=False)

    def _two_pages(self, space: Space, *, here: bool) -> Pages | None:
        """Emergency signs stand `here`, or on the second page."""
        parts, own = self._parts(space), self.emergency if here else ()
        stood, y = self._bands(space)
        y = self._ruled(stood, y, space)
        signs, high = _stacked((*own, Stood(Placed(0, 0, self.urgent))), 0.0, _SIGNS_APART if own else 0.0)
        bottom = self._foot_top(True) - high
        room = bottom - _OVER_URGENT * space.air - y
        first = deal(parts, self.frame.live, room, alone=True)
        top, more = self._top(how_to=False), () if here else self.emergency
        rest_room = self._foot_top(space.visit_apart) - top - _OVER_URGENT - _tall(more)
        rest = deal_rest(parts, self.frame.live, rest_room)
        if first is None or rest is None:
            return None
        stood += [*_stand(first, parts, y, room), *_lowered(signs, bottom)]
        others = [*_stand(rest, parts, top, rest_room), *_lowered(more, top + rest_room + _OVER_URGENT)]
        return (
            BackPage(tuple(stood)),
            BackPage(tuple(others), not space.visit_apart, how_to=False, has_plan=space.plan_here),
        )

    def flow(self, space: Space) -> Pages:
        """One part under the other over as many pages as it takes."""
        units, top = self._units(space), self._top(how_to=False)
        room = self._foot_top(True) - top
        apart = _APART * space.air
        ranges = break_pages([FlowPart(_tall(unit), apart) for unit in units], room)
        pages = []
        for number, taken in enumerate(ranges, 1):
            last = number == len(ranges)
            stood = self._page_of([units[index] for index in taken], top, room, space, last=last)
            pages.append(BackPage(tuple(stood), how_to=False, has_plan=space.plan_here))
        return tuple(pages)

    def _units(self, space: Space) -> list[list[Stood]]:
        """What stays together, one under the other."""
        live, parts = self.frame.live, self._parts(space)
        how_to = Stood(Placed(0, 0, lay_out_how_to(self.style, self.sizes, self.back.how_to, live, pen=space.pen_here)))
        bands = [self._band(space, first) for first in self._firsts()]
        measures = (part for index in range(len(self.back.measures)) for part in parts.measure(index, live))
        made = (*parts.week_table(live), *parts.rule(live), *parts.steps(live), *measures, *parts.plan(live))
        ends = [_stood(part) for part in (parts.visit(live) or [parts.visit_line(live)])]
        ends += [Stood(Placed(0, 0, self.urgent))] if self.urgent.height else []
        ends += self.emergency
        return [
            [how_to],
            *([one] for one in self._notes()),
            *bands,
            *([_stood(part)] for part in made),
            *([one] for one in ends),
        ]

    def _page_of(self, units: Sequence[list[Stood]], y: float, room: float, space: Space, *, last: bool) -> list[Stood]:
        """Units down a page, with a little of what is left between them; the last page has lines for notes."""
        least = _APART * space.air
        spare = room - sum(map(_tall, units)) - least * (len(units) - 1)
        apart = least + min(max(spare, 0.0) / len(units), _APART)
        stood: list[Stood] = []
        end = y + room
        for unit in units:
            more, y = _stacked(unit, y)
            stood += more
            y += apart
        if last and end - y >= _NOTES_LEAST:
            stood.append(Stood(Placed(0, y, self._parts(space).notes(self.frame.live, end - y).block)))
        return stood

    def _parts(self, space: Space) -> BackParts:
        return BackParts(self.style, self.sizes, self.chart, self.back, space)

    def _top(self, *, how_to: bool) -> float:
        words = self.back.how_to if how_to else None
        return lay_out_back_top(self.style, self.sizes, self.chart, words, self.frame.live, first=False).height

    def _foot_top(self, visit_apart: bool) -> float:
        live, height = self.frame.live, self.frame.bottom - self.frame.top
        foot = lay_out_back_foot(self.style, self.sizes, self.chart, self.back, live, height, line=not visit_apart)
        return foot.top - _OVER_FOOT

    def _ruled(self, stood: list[Stood], y: float, space: Space) -> float:
        """A rule under the fortnights, and where the columns begin."""
        live = self.frame.live
        rule = Block(live, _RULE, (decoration(Line(0, 0, live, 0, _RULE, self.style.inks.accent)),))
        stood.append(Stood(Placed(0, y + _UNDER_BANDS * space.air, rule)))
        return y + 2 * _UNDER_BANDS * space.air

    def _bands(self, space: Space) -> tuple[list[Stood], float]:
        """All fortnights under the top, and where they end."""
        stood, y = _stacked(self._notes(), self._top(how_to=True), _BANDS_APART)
        for first in self._firsts():
            more, y = _stacked(self._band(space, first), y + (_BANDS_APART * space.air if first else 0.0))
            stood += more
        return stood, y

    def _notes(self) -> list[Stood]:
        """Notes to one person, as wide as on other charts, so that they take as many lines."""
        chart, style = self.chart, self.style
        found = []
        if chart.note:
            found.append(Stood(Placed(0, 0, lay_out_note(style, chart.note, self.note_width), slot=chart.note.key)))
        if chart.notes:
            over = NotesOver(style, sizes_of(style.theme).text, self.note_width)
            found.append(Stood(Placed(0, 0, over.body_of(chart.notes), slot=NOTE_FOR), notes=over))
        return found

    def _firsts(self) -> range:
        """The first week of each band, from 0."""
        across = len(band_columns(self.style, self.sizes, self.chart, self.frame.live).weeks)
        return range(0, len(self.chart.weeks), across)

    def _band(self, space: Space, first: int) -> list[Stood]:
        columns = band_columns(self.style, self.sizes, self.chart, self.frame.live)
        band = Fortnight(self.style, self.sizes, self.chart, columns, space, first)
        groups = (Group(Role.TABLE, f"back {self.chart.first_week + first}"),)
        return [
            Stood(Placed(0, 0, band.head(), groups, slot=HEAD), band),
            Stood(Placed(0, 0, band.body(), groups)),
        ]


def _tall(unit: Sequence[Stood]) -> float:
    return sum(one.placed.block.height for one in unit)


def _stood(part: BackPart) -> Stood:
    return Stood(Placed(0, 0, part.block, slot=HEAD if part.plot else ""), part.plot)


def _stacked(unit: Sequence[Stood], y: float, apart: float = 0.0) -> tuple[list[Stood], float]:
    """One under the other from y on, `apart` under each; and where they end."""
    stood = []
    for one in unit:
        stood.append(replace(one, placed=replace(one.placed, y=y)))
        y += one.placed.block.height + apart
    return stood, y


def _lowered(stood: Sequence[Stood], by: float) -> Iterator[Stood]:
    for one in stood:
        yield replace(one, placed=replace(one.placed, y=one.placed.y + by))


def _stand(columns: Sequence[Column], parts: BackParts, y: float, room: float) -> Iterator[Stood]:
    for column in columns:
        for below, part in column.spread(parts, room):
            one = _stood(part)
            yield replace(one, placed=replace(one.placed, x=column.x, y=y + below))
