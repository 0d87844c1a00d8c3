"""The back of a sheet: charts and a paper in, pages out that a client's name, visit and code are filled into."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from generator.content.paper import Paper
from generator.manuscript.chart import Chart
from generator.page.back.back_arrange import BackPage, arrange_back, count_pages
from generator.page.back.back_foot import brings_along, lay_out_back_foot
from generator.page.back.back_measures import BackSizes, back_sizes
from generator.page.back.back_plan import lay_out_wide_plan
from generator.page.back.back_space import PlanRoom
from generator.page.back.back_top import lay_out_back_top
from generator.page.chart.corner_marks import place_marks
from generator.page.chart.lay_out_chart import ChartSheet, SheetPage
from generator.page.finished.cells import cells_of, fingerprint
from generator.page.measures import Frame, Style, frame_of, sheet_frame
from generator.page.narrow import on_frame
from generator.page.page import Page, Placed
from generator.page.said_in_front import PLAN


def lay_out_back(
    style: Style,
    charts: Sequence[Chart],
    paper: Paper,
    gutter: float = 0.0,
    plan_room: PlanRoom = PlanRoom.HERE,
    said: Collection[str] = (),
) -> ChartSheet:
    """Everything that does not depend on the client, for the charts of all weeks. `gutter` is millimetres.

    `plan_room` says what may become of the client's plan: one for another page is brought along (`ChartSheet.plan`).
    What is `said` in front is not said here; a plan for later weeks is.
    """
    frame = sheet_frame(paper, gutter)
    style = on_frame(style, frame)
    sizes = back_sizes(style)
    note_width = frame_of(paper, gutter=gutter).live
    pages: list[SheetPage] = []
    plan = None
    for chart in charts:
        own = _said_by(charts, chart, said)
        arranged = arrange_back(style, sizes, chart, frame, note_width, plan_room, own)
        if plan_room is PlanRoom.ELSEWHERE and not arranged[-1].has_plan and chart is charts[0] and chart.back:
            plan = lay_out_wide_plan(style, sizes, chart.back.plan_title, chart.back.plan, note_width)
        pages += [
            _sheet_page(style, sizes, chart, frame, page, first=chart is charts[0] and not index)
            for index, page in enumerate(arranged)
        ]
    bare = [Page(frame.width, frame.height, (page.top, *page.rest)) for page in pages]
    return ChartSheet(
        brings_along(style, charts[0]),
        frame,
        sizes.type,
        tuple(pages),
        fingerprint(cells_of(bare)),
        plan,
        tuple(charts[1:]),
    )


def fewest_pages(
    style: Style, charts: Sequence[Chart], paper: Paper, gutter: float, plan_room: PlanRoom, said: Collection[str]
) -> int:
    """How many pages `lay_out_back` makes of these one part under the other, without laying them out."""
    frame = sheet_frame(paper, gutter)
    style = on_frame(style, frame)
    sizes, note_width = back_sizes(style), frame_of(paper, gutter=gutter).live
    return sum(
        count_pages(style, sizes, chart, frame, note_width, plan_room, _said_by(charts, chart, said))
        for chart in charts
    )


def _said_by(charts: Sequence[Chart], chart: Chart, said: Collection[str]) -> Collection[str]:
    """What the front says for a chart: the client's plan for the first one only."""
    return said if chart is charts[0] else [part for part in said if part != PLAN]


def _sheet_page(
    style: Style, sizes: BackSizes, chart: Chart, frame: Frame, page: BackPage, *, first: bool
) -> SheetPage:
    assert chart.back is not None
    how_to = chart.back.how_to if page.how_to else None
    top = lay_out_back_top(style, sizes, chart, how_to, frame.live, first=first)
    height = frame.bottom - frame.top
    foot = lay_out_back_foot(style, sizes, chart, chart.back, frame.live, height, line=page.visit_line)
    heads = tuple((index, one.head) for index, one in enumerate(page.stood) if one.head)
    tables = tuple((index - 1, one.notes) for index, one in enumerate(page.stood) if one.notes)
    blocks = (*(one.placed for one in page.stood), *foot.placed)
    shifted = (replace(one, x=frame.start + one.x, y=frame.top + one.y) for one in blocks)
    x, y, width = foot.visit
    return SheetPage(
        Placed(frame.start, frame.top, top.block),
        (*shifted, *place_marks(style, sizes.type, frame)),
        top.strip,
        (frame.start + x, frame.top + y, width),
        tables=tables,
        heads=heads,
    )
