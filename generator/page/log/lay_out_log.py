"""The strength log: words, numbers and a paper in, pages out. What differs by client is filled in last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from generator.content.paper import Paper
from generator.manuscript.box_words import log_box_words
from generator.manuscript.chart import ChartPerson
from generator.manuscript.strength_log import StrengthLog
from generator.page.chart.chart_top import lay_out_fields
from generator.page.chart.client_slots import ClientSlots
from generator.page.chart.corner_marks import codes_json, marks_json, place_marks
from generator.page.chart.lay_out_chart import SheetPage, share_pages
from generator.page.finished.cells import SheetFacts, cells_json, cells_of, fingerprint
from generator.page.log.log_block import LogTable, lay_out_log_block
from generator.page.log.log_foot import LogFoot, lay_out_log_foot, lay_out_log_visit
from generator.page.log.log_head import LogHead, lay_out_log_head
from generator.page.log.log_measures import LogSizes, log_sizes, with_small_disc
from generator.page.log.log_pages import LogPage, LogRoom, deal_log
from generator.page.measures import Frame, Style, sheet_frame
from generator.page.narrow import on_frame
from generator.page.page import Page, Placed
from generator.page.slots import Filler


@dataclass(frozen=True, slots=True)
class LogSheet:
    """The log of all weeks laid out for everybody with the same plan; `layout` is the fingerprint of its cells."""

    log: StrengthLog
    frame: Frame
    style: Style
    sizes: LogSizes
    sides: tuple[SheetPage, ...]
    layout: str

    @property
    def bare(self) -> tuple[Page, ...]:
        """The pages with nothing of one person."""
        return tuple(Page(self.frame.width, self.frame.height, (side.top, *side.rest)) for side in self.sides)


def lay_out_log(style: Style, log: StrengthLog, paper: Paper, gutter: float = 0.0) -> LogSheet:
    """Everything that does not depend on the client. `gutter` is millimetres.

    Raises `ContentError` for more sets than a row has room for.
    """
    frame, sizes = sheet_frame(paper, gutter), log_sizes(style.theme)
    style = with_small_disc(on_frame(style, frame), sizes)
    widest = log.words.page_line(88, 88)
    heads = [lay_out_log_head(style, sizes, log, part.title, frame.live, first=False) for part in log.parts]
    over = max(head.block.height for head in heads)
    foot = lay_out_log_foot(style, sizes, log, frame.live, widest)
    height = frame.bottom - frame.top - over - foot.block.height
    pages = deal_log(LogRoom(style, sizes, log.words, frame.live, height), log.parts)
    sides = tuple(
        _side(style, sizes, log, frame, page, over, (number, len(pages))) for number, page in enumerate(pages, 1)
    )
    bare = LogSheet(log, frame, style, sizes, sides, "")
    return replace(bare, layout=fingerprint(cells_of(bare.bare)))


def _side(
    style: Style, sizes: LogSizes, log: StrengthLog, frame: Frame, page: LogPage, over: float, number: tuple[int, int]
) -> SheetPage:
    head = lay_out_log_head(style, sizes, log, page.title, frame.live, first=number[0] == 1)
    foot = lay_out_log_foot(style, sizes, log, frame.live, log.words.page_line(*number) if number[1] > 1 else "")
    top = frame.bottom - foot.block.height
    rest = (
        *_blocks(style, sizes, log, frame, page, over),
        Placed(frame.start, top, foot.block),
        *place_marks(style, sizes.chart, frame),
    )
    return SheetPage(Placed(frame.start, frame.top, head.block), rest, *_client_places(frame, sizes, head, foot, top))


def _client_places(
    frame: Frame, sizes: LogSizes, head: LogHead, foot: LogFoot, top: float
) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """Where strip and visit stand on the page: x, y, width."""
    strip, visit = head.strip, foot.visit
    return (
        (frame.start + strip[0], frame.top + strip[1] - sizes.chart.name, strip[2]),
        (frame.start + visit[0], top + visit[1], visit[2]),
    )


def _blocks(style: Style, sizes: LogSizes, log: StrengthLog, frame: Frame, page: LogPage, over: float) -> list[Placed]:
    """Row by row, as they are numbered."""
    placed = []
    y = frame.top + over
    for start in range(0, len(page.blocks), page.columns):
        own = [
            lay_out_log_block(LogTable(style, sizes, block, log.words, page.shape))
            for block in page.blocks[start : start + page.columns]
        ]
        across = page.shape.width + sizes.gutter
        placed += [Placed(frame.start + column * across, y, block) for column, block in enumerate(own)]
        y += max(block.height for block in own) + sizes.apart
    return placed


def share_log(sheet: LogSheet, known: Filler) -> LogSheet:
    """The same log with blocks that are known from others."""
    return replace(sheet, sides=share_pages(sheet.sides, known))


def fill_log(sheet: LogSheet, person: ChartPerson) -> tuple[Page, ...]:
    """The pages of one client: strip, next visit and the code with the pseudonym."""
    log, style, sizes, identity = sheet.log, sheet.style, sheet.sizes, sheet.log.identity
    own = ClientSlots(style, sizes.chart, sheet.frame, identity, log.words.matrix, sheet.layout, person.pseudonym)
    pages = []
    for number, side in enumerate(sheet.sides, 1):
        x, y, width = side.strip
        strip = (x, y, lay_out_fields(style, sizes.chart, person.fields, width))
        x, y, width = side.visit
        visit = (x, y, lay_out_log_visit(style, sizes, person.visit, width))
        pages.append(own.page(number, side.top, strip, side.rest, visit))
    return tuple(pages)


def log_json(sheet: LogSheet) -> dict[str, object]:
    """What a reader needs to find the boxes of returned logs again; the same for everybody with this plan."""
    frame, sizes = sheet.frame, sheet.sizes.chart
    words = partial(log_box_words, sheet.log)
    facts = SheetFacts("log", marks_json(frame, sizes), codes_json(frame, sizes), words)
    return cells_json(sheet.bare, facts, sheet.log.identity)
