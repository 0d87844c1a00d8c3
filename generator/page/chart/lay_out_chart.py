"""The progress chart: words, numbers and a paper in, pages out. What differs by client is filled in last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from generator.content.paper import Paper
from generator.manuscript.chart import Chart, ChartPerson, ChartWeek, RowNotes
from generator.manuscript.personal import NOTE_FOR
from generator.page.chart.arrangement import Arrangement, Orientation, WantedRows, arrange
from generator.page.chart.band import has_band, lay_out_band, plan_share
from generator.page.chart.chart_foot import foot_height, lay_out_foot, lay_out_visit, visit_top
from generator.page.chart.chart_measures import Sizes, sizes_of
from generator.page.chart.chart_pages import PagePlan, Room, Table
from generator.page.chart.chart_top import how_to_once, lay_out_fields, lay_out_top
from generator.page.chart.client_slots import ClientSlots
from generator.page.chart.corner_marks import code_room, place_marks
from generator.page.chart.grid import lay_out_head
from generator.page.chart.grid_rows import lay_out_body
from generator.page.chart.row_notes import height_over
from generator.page.finished.cells import cells_of, fingerprint
from generator.page.measures import Frame, Style, frame_of
from generator.page.narrow import on_frame
from generator.page.page import Block, Group, Line, Page, Placed, Role
from generator.page.personal_note import lay_out_note
from generator.page.signs import decoration
from generator.page.slots import Filler, share_blocks

# The slot of blocks that differ by start date.
HEAD = "head"

_APART = 4.0  # units between tables
_AIR = 1.7  # units between the grid and the rule under it


class DatedHead(Protocol):
    """What bears dates: asked for the weeks of a plan (all of them), it gives a block of the same size."""

    def head_of(self, weeks: tuple[ChartWeek, ...]) -> Block: ...


class NotedBody(Protocol):
    """What bears notes to one person: asked for them it gives a block of the same size."""

    def body_of(self, notes: RowNotes) -> Block: ...


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A page without its client: what comes before the strip, what follows it, and where strip and visit stand.

    `heads` bear dates: the index of each among `rest`. Behind the index of `tables` stands what bears notes.
    """

    top: Placed
    rest: tuple[Placed, ...]
    strip: tuple[float, float, float]
    visit: tuple[float, float, float]
    tables: tuple[tuple[int, NotedBody], ...] = ()
    heads: tuple[tuple[int, DatedHead], ...] = ()


@dataclass(frozen=True, slots=True)
class ChartSheet:
    """The charts of all weeks laid out for everybody with the same plan; `layout` is the fingerprint of their cells.

    `chart` is the first of them, which has all that they share. A `plan` found no room and is for another page;
    `later` are the charts of the weeks that follow.
    """

    chart: Chart
    frame: Frame
    sizes: Sizes
    pages: tuple[SheetPage, ...]
    layout: str
    plan: Block | None = None
    later: tuple[Chart, ...] = ()


def lay_out_chart(
    style: Style,
    chart: Chart,
    person: ChartPerson,
    paper: Paper,
    orientation: Orientation = Orientation.AUTO,
    gutter: float = 0.0,
) -> tuple[Page, ...]:
    """Finished pages for one client. `gutter` is millimetres."""
    return fill_in(style, lay_out_sheet(style, chart, paper, orientation, gutter), person)


def lay_out_sheet(
    style: Style,
    chart: Chart,
    paper: Paper,
    orientation: Orientation = Orientation.AUTO,
    gutter: float = 0.0,
    later: Sequence[Chart] = (),
) -> ChartSheet:
    """Everything that does not depend on the client; the costly part, once for many.

    `later` are the charts of the weeks that follow: they lie as the first does, and pages are numbered through.
    """
    sizes = sizes_of(style.theme)
    arranged = [_arranged(style, sizes, chart, paper, orientation, gutter)]
    frame = arranged[0].frame
    way = Orientation.LANDSCAPE if frame.width > frame.height else Orientation.PORTRAIT
    arranged += [_arranged(style, sizes, other, paper, way, gutter) for other in later]
    total = sum(len(arrangement.pages) for arrangement in arranged)
    pages: tuple[SheetPage, ...] = ()
    for own, arrangement in zip((chart, *later), arranged, strict=True):
        numbers = range(1, len(arrangement.pages) + 1)
        before = len(pages)
        pages += tuple(_sheet_page(style, sizes, own, arrangement, number, before, total) for number in numbers)
    bare = [Page(frame.width, frame.height, (page.top, *page.rest)) for page in pages]
    return ChartSheet(chart, frame, sizes, pages, fingerprint(cells_of(bare)), later=tuple(later))


def fill_in(style: Style, sheet: ChartSheet, person: ChartPerson) -> tuple[Page, ...]:
    """The pages of one client: strip, next visit and the code with the pseudonym."""
    chart, sizes, frame = sheet.chart, sheet.sizes, sheet.frame
    style = on_frame(style, frame)
    own = ClientSlots(style, sizes, frame, chart.identity, chart.words.matrix, sheet.layout, person.pseudonym)
    pages = []
    for number, page in enumerate(sheet.pages, 1):
        x, y, width = page.strip
        fields = lay_out_fields(style, sizes, person.fields, width)
        strip = (frame.start + x, frame.top + y - sizes.name, fields)
        x, y, width = page.visit
        visit = (x, y, lay_out_visit(style, sizes, chart, person.visit, width))
        rest = _annotated(page, person.notes) if chart.notes else page.rest
        pages.append(own.page(number, page.top, strip, rest, visit))
    return tuple(pages)


def _annotated(page: SheetPage, notes: RowNotes) -> tuple[Placed, ...]:
    """Bodies of tables with a client's notes in place of everybody's."""
    rest = list(page.rest)
    for index, table in page.tables:
        rest[index + 1] = replace(rest[index + 1], block=table.body_of(notes))
    return tuple(rest)


def redated(sheet: ChartSheet, weeks: tuple[ChartWeek, ...]) -> ChartSheet:
    """The same chart for another start: only heads of days differ.

    `weeks` are all of the plan, and have dates where the sheet's have.
    """
    return replace(sheet, pages=tuple(_redated(page, weeks) for page in sheet.pages))


def share_sheet(sheet: ChartSheet, known: Filler) -> ChartSheet:
    """The same sheet with blocks that are known from other sheets."""
    return replace(sheet, pages=share_pages(sheet.pages, known))


def share_pages(pages: Sequence[SheetPage], known: Filler) -> tuple[SheetPage, ...]:
    """The same pages with blocks that are known from others."""
    shared = []
    for page in pages:
        top, *rest = share_blocks((page.top, *page.rest), known)
        shared.append(replace(page, top=top, rest=tuple(rest)))
    return tuple(shared)


def _redated(page: SheetPage, weeks: tuple[ChartWeek, ...]) -> SheetPage:
    rest = list(page.rest)
    for index, head in page.heads:
        rest[index] = replace(rest[index], block=head.head_of(weeks))
    return replace(page, rest=tuple(rest))


def _room(style: Style, sizes: Sizes, chart: Chart, frame: Frame) -> Room:
    """Room for the top with its page number and longest words, so that one page more or less moves nothing."""
    style = on_frame(style, frame)
    page, air = chart.words.page_line(88, 88), _AIR * sizes.unit
    pointer = chart.help.pointer(1, 88) if chart.help else ""
    top, bare = (
        lay_out_top(style, sizes, chart, frame.live, page, doses=doses, pointer=pointer).height
        for doses in (True, False)
    )
    foot = foot_height(style, sizes, chart, _foot_width(sizes, frame))
    return Room(top + air, foot, bare + air)


def _foot_width(sizes: Sizes, frame: Frame) -> float:
    """Across the paper the foot is as wide as the plan that may stand over it, else it reaches to the mark."""
    if frame.width > frame.height and has_band(frame.live):
        return plan_share(frame.live)
    return frame.live - sizes.mark - sizes.clear


def _arranged(
    style: Style, sizes: Sizes, chart: Chart, paper: Paper, orientation: Orientation, gutter: float
) -> Arrangement:
    rooms = {
        across: _room(style, sizes, chart, frame_of(paper, landscape=across, gutter=gutter)) for across in (True, False)
    }
    return arrange(WantedRows(style, sizes, chart, paper, orientation, gutter, rooms))


def _sheet_page(
    style: Style, sizes: Sizes, chart: Chart, arrangement: Arrangement, number: int, before: int, total: int
) -> SheetPage:
    """The page of this number among those of its chart; `before` are the pages of earlier weeks, of `total` in all."""
    frame, plan = arrangement.frame, arrangement.pages[number - 1]
    style = on_frame(style, frame)
    words = chart.words.page_line(before + number, total) if total > 1 else ""
    pointer = chart.help.pointer(before + number, before + arrangement.help_page) if chart.help else ""
    first = before + number == 1
    top = lay_out_top(style, sizes, chart, frame.live, words, first=first, doses=arrangement.doses, pointer=pointer)
    y = frame.top + top.height
    over = []
    how_to = how_to_once(style, sizes, chart, frame.live, doses=arrangement.doses) if first else None
    if how_to:
        over.append(Placed(frame.start, y, how_to))
    if chart.note and first:
        below = y + (how_to.height if how_to else 0.0)
        over.append(Placed(frame.start, below, lay_out_note(style, chart.note, frame.live), slot=chart.note.key))
    y += height_over(style, sizes, chart, frame.live) if first else 0.0
    blocks, y = _tables(frame, plan, y, sizes)
    blocks = [*over, *blocks]
    for shelf in plan.shelves:
        blocks.append(Placed(frame.start, y, shelf.block))
        y += shelf.height + _APART * sizes.unit
    width = _foot_width(sizes, frame)
    foot = lay_out_foot(style, sizes, chart, width)
    if plan.band:
        y += 0.0 if plan.tables or plan.shelves else (_APART - _AIR) * sizes.unit  # nothing above it to be apart from
        blocks += _band(style, sizes, chart, frame, y, foot.height)
    blocks.append(Placed(frame.start, frame.bottom - foot.height, foot))
    blocks += place_marks(style, sizes, frame)
    x = code_room(sizes)
    visit = (frame.start + x, frame.bottom - visit_top(style, sizes, chart, width), width - x)
    tables = tuple(zip(_heads(blocks), plan.tables, strict=True))
    return SheetPage(Placed(frame.start, frame.top, top.block), tuple(blocks), top.strip, visit, tables, tables)


def _heads(blocks: Sequence[Placed]) -> list[int]:
    return [index for index, placed in enumerate(blocks) if placed.slot == HEAD]


def _tables(frame: Frame, plan: PagePlan, y: float, sizes: Sizes) -> tuple[list[Placed], float]:
    """Head and body of each table, in one structure element; returns where the next part may start."""
    blocks = []
    for table in plan.tables:
        groups = (Group(Role.TABLE, _key(table)),)
        head = lay_out_head(table.grid)
        body = lay_out_body(table.grid, table.phases, closed=table.closed)
        blocks.append(Placed(frame.start, y, head, groups, slot=HEAD))
        slot = NOTE_FOR if any(table.grid.chart.notes_of(row) for phase in table.phases for row in phase.rows) else ""
        blocks.append(Placed(frame.start, y + head.height, body, groups, slot=slot))
        y += head.height + body.height + _APART * sizes.unit
    return blocks, y


def _key(table: Table) -> str:
    first = table.phases[0].rows[0].key if table.phases else "end"
    return f"chart {table.grid.chart.first_week - 1 + table.grid.first} {first}"


def _band(style: Style, sizes: Sizes, chart: Chart, frame: Frame, y: float, foot: float) -> list[Placed]:
    """A rule, and what stands under it down to the bottom of the page."""
    top = y - (_APART - _AIR) * sizes.unit
    line = Line(0, 0, frame.live, 0, 1.2, style.inks.accent)
    rule = Block(frame.live, 1.2, (decoration(line),))
    band = lay_out_band(style, sizes, chart, frame.live, frame.bottom - top, foot)
    return [Placed(frame.start, top, rule), Placed(frame.start, top, band)]
