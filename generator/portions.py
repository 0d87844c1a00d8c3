"""What of a plan goes on which pages: front and back of a sheet, the chart, cards, and papers that are made alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from itertools import product
from math import inf

from generator.content.choices import Portion
from generator.manuscript.cards.describe_cards import card_pages_of
from generator.manuscript.chart import Chart
from generator.manuscript.describe_chart import charts_of
from generator.manuscript.describe_copy import copy_of
from generator.manuscript.describe_front import front_of
from generator.manuscript.describe_handout import Describer
from generator.manuscript.describe_log import log_of
from generator.manuscript.describe_pocket import pocket_of
from generator.manuscript.sheet_front import SheetFront
from generator.page.back.back_in_front import parts_in_front
from generator.page.back.back_space import PlanRoom
from generator.page.back.lay_out_back import fewest_pages, lay_out_back
from generator.page.cards.lay_out_cards import SeatedCards, seated_cards
from generator.page.cards.lay_out_handout import lay_out_handout
from generator.page.chart.lay_out_chart import ChartSheet, lay_out_sheet, share_sheet
from generator.page.clinician.lay_out_copy import lay_out_copy
from generator.page.format import Format
from generator.page.log.lay_out_log import LogSheet, lay_out_log, share_log
from generator.page.measures import Frame, Style, frame_of, sheet_frame
from generator.page.page import Page
from generator.page.page_number import numbered
from generator.page.pocket.lay_out_pocket import lay_out_pocket
from generator.page.said_in_front import PLAN, styles_of_sheet, ways_to_say
from generator.page.sheet.lay_out_front import ArrangedFront, arrange_front
from generator.page.slots import Filler, share_blocks
from generator.plan import Plan
from generator.shapes.drawing import Drawing
from generator.shapes.pixels import Raster


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The portions of a file for everybody with the same plan; those that are not made are empty or None."""

    front: tuple[Page, ...]
    sheet: ChartSheet | None
    cards: tuple[Page, ...]
    log: LogSheet | None = None


def lay_out_portions(
    describer: Describer,
    style: Style,
    upright: Style,
    form: Format,
    thumbnails: Mapping[int, Drawing | Raster],
    stage: Callable[[str], AbstractContextManager[None]],
) -> LaidOut:
    """Every portion that the form asks for, with the numbers of its pages.

    `upright` is the style on the form's paper. A `stage` is timed by its name.
    """
    plan, wording = describer.plan, describer.wording
    behind = _has_cards(plan, form)
    with stage("chart"):
        log = lay_out_log(style, log_of(plan, wording), form.sheet, form.gutter) if form.only == Portion.LOG else None
        charts = _charts(describer, form, thumbnails)
        made = _sheet(describer, style, upright, form, charts)
        sheet, arranged = made.chart, made.front
    with stage("handout"):
        front = arranged.laid_out() if arranged else ()
    with stage("cards"):
        seated = _seated(describer, upright, form, arranged) if behind else None
        cards = seated.pages() if seated else _others(describer, upright, form) if behind else ()
        if sheet and sheet.plan and seated:
            with_plan = seated.pages(sheet.plan)
            if len(with_plan) > len(cards):  # the plan is worth no page of its own
                sheet = _chart(describer, made.style, form, charts, made.said, PlanRoom.SHORT)
            else:
                cards = with_plan
        sheet = None if form.only == Portion.CARDS else sheet
    return _numbered(upright, describer.footer().page_line, LaidOut(front, sheet, cards, log))


def cards_frame(style: Style, form: Format) -> Frame:
    """The live area of cards: behind a sheet, large type needs the width that the sheet has."""
    wide = form.is_sheet and style.theme.tall_rows and form.only not in (Portion.COPY, Portion.POCKET)
    return sheet_frame(form.sheet, form.gutter) if wide else frame_of(form.sheet, gutter=form.gutter)


def share_portions(laid: LaidOut, known: Filler) -> LaidOut:
    """The same with blocks that are known from other plans."""

    def shared(pages: Iterable[Page]) -> tuple[Page, ...]:
        return tuple(replace(page, blocks=share_blocks(page.blocks, known)) for page in pages)

    sheet, log = laid.sheet and share_sheet(laid.sheet, known), laid.log and share_log(laid.log, known)
    return LaidOut(shared(laid.front), sheet, shared(laid.cards), log)


@dataclass(frozen=True, slots=True)
class _FrontAndChart:
    """Chart and front of a sheet, those that are made, and what the front says for the chart."""

    chart: ChartSheet | None
    front: ArrangedFront | None
    style: Style
    said: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return len(self.front.pages if self.front else ()) + len(self.chart.pages if self.chart else ())


def _sheet(
    describer: Describer, across: Style, upright: Style, form: Format, charts: Sequence[Chart]
) -> _FrontAndChart:
    """The fewest pages; of these roomy type before close, and as little in front as can be."""
    if not form.is_sheet or form.only not in ("", Portion.SHEET):
        style = upright if form.chart.is_back else across
        return _FrontAndChart(_chart(describer, style, form, charts), None, style)
    front = front_of(describer)
    if not form.chart.is_back:
        return _FrontAndChart(_chart(describer, across, form, charts), _front(upright, form, front), across)
    found: list[_FrontAndChart] = []
    for style, said, chart in _shorter_charts(describer, upright, form, charts):
        found.append(_FrontAndChart(chart, _front(style, form, front, chart, said), style, said))
    return min((one for one in found if one.front and one.front.pages), key=lambda one: one.count, default=found[0])


def _shorter_charts(
    describer: Describer, upright: Style, form: Format, charts: Sequence[Chart]
) -> Iterator[tuple[Style, tuple[str, ...], ChartSheet | None]]:
    """Each that takes fewer pages than those before it, with its style and what the front says for it."""
    least = inf
    for style, said in product(styles_of_sheet(upright), ways_to_say(upright)):
        if least < inf and _fewest(describer, style, form, charts, said) >= least:
            continue
        chart = _chart(describer, style, form, charts, said)
        yield style, said, chart
        least = len(chart.pages) if chart else 0
        if least <= len(charts):
            return


def _front(
    style: Style, form: Format, front: SheetFront, chart: ChartSheet | None = None, said: Collection[str] = ()
) -> ArrangedFront:
    frame = sheet_frame(form.sheet, form.gutter)
    parts = parts_in_front(style, chart.chart, frame.live, said) if chart else {}
    return arrange_front(style, frame, front, parts)


def _has_cards(plan: Plan, form: Format) -> bool:
    """Whether cards are made: those of a sheet by the clock, which says all, only when asked for."""
    if form.only in (Portion.SHEET, Portion.CHART, Portion.LOG):
        return False
    return bool(form.only) or not form.is_sheet or not plan.is_clocked


def _charts(describer: Describer, form: Format, thumbnails: Mapping[int, Drawing | Raster]) -> tuple[Chart, ...]:
    """The charts, if any are made. Cards alone ask for them, too: they say what these have no room for."""
    if form.is_extra or (form.only == Portion.CARDS and not (form.is_sheet and form.chart.is_back)):
        return ()
    alone = form.only == Portion.CHART
    own = describer.notes if alone else replace(describer.notes, front=None)
    return tuple(charts_of(describer.plan, describer.wording, form.chart, thumbnails, own, alone=alone))


def _chart(
    describer: Describer,
    style: Style,
    form: Format,
    charts: Sequence[Chart],
    said: Collection[str] = (),
    plan_room: PlanRoom = PlanRoom.ELSEWHERE,
) -> ChartSheet | None:
    """The charts on their pages, without what is `said` in front."""
    if not charts:
        return None
    if form.chart.is_back:
        room = _plan_room(describer, form, said, plan_room)
        return lay_out_back(style, charts, form.sheet, form.gutter, room, said)
    return lay_out_sheet(style, charts[0], form.sheet, gutter=form.gutter, later=charts[1:])


def _fewest(describer: Describer, style: Style, form: Format, charts: Sequence[Chart], said: Collection[str]) -> int:
    """How many pages these charts take on the back of a sheet, which are soon counted."""
    return fewest_pages(style, charts, form.sheet, form.gutter, _plan_room(describer, form, said), said)


def _plan_room(
    describer: Describer, form: Format, said: Collection[str], plan_room: PlanRoom = PlanRoom.ELSEWHERE
) -> PlanRoom:
    here = form.only == Portion.CHART or not form.is_sheet or describer.plan.is_clocked or PLAN in said
    return PlanRoom.HERE if here else PlanRoom.SHORT if form.only == Portion.SHEET else plan_room


def _seated(describer: Describer, style: Style, form: Format, front: ArrangedFront | None) -> SeatedCards | None:
    """The cards of a sheet, if they are made. Without a `front` they are made alone."""
    if not form.is_sheet or form.only in (Portion.POCKET, Portion.COPY):
        return None
    words = front is None or front.leaves_words_out
    cards = card_pages_of(describer, alone=front is None, introduced=words)
    return seated_cards(style, cards_frame(style, form), cards)


def _others(describer: Describer, style: Style, form: Format) -> tuple[Page, ...]:
    """What has cards of its own: pocket, the clinician's copy, and a handout without a sheet."""
    if form.only == Portion.POCKET:
        return lay_out_pocket(style, form.sheet, form.gutter, pocket_of(describer))
    if form.only == Portion.COPY:
        return lay_out_copy(style, cards_frame(style, form), copy_of(describer))
    return lay_out_handout(style, cards_frame(style, form), describer.handout())


def _numbered(style: Style, page_line: Callable[[int, int], str], laid: LaidOut) -> LaidOut:
    """All with the numbers of their pages; a line says which of how many."""
    charts = laid.sheet.pages if laid.sheet else ()
    total = len(laid.front) + len(charts) + len(laid.cards)
    lines = (page_line(number, total) for number in range(1, total + 1))

    def bound(pages: Iterable[Page]) -> tuple[Page, ...]:
        return tuple(replace(page, blocks=numbered(style, next(lines), page.blocks)) for page in pages)

    front = bound(laid.front)
    charts = tuple(replace(page, rest=numbered(style, next(lines), page.rest)) for page in charts)
    return replace(laid, front=front, sheet=laid.sheet and replace(laid.sheet, pages=charts), cards=bound(laid.cards))
