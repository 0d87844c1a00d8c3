"""The list of who is in a print file: rows of texts in, tagged pages out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.manuscript.cover_list import CoverList, CoverRow
from generator.page.measures import Frame, Style
from generator.page.page import Block, Element, Item, Line, Page, Pages, Placed, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import decoration
from generator.shapes.geometry import MM
from generator.text.setter import Span

_GAP = 4 * MM  # between two columns
_LEAD = 0.45  # of a step, over and under a row's words
_NAMES = 0.5  # of what numbers and pages leave


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns begin, and how wide they are; the last ends at the edge."""

    starts: tuple[float, ...]
    widths: tuple[float, ...]


def lay_out_cover(style: Style, cover: CoverList, frame: Frame) -> Pages:
    """A table of the rows in their order, its heads on every page."""
    columns = _columns(style, frame.live, [cover.head, *cover.rows])
    title = _title(style, cover.title, frame.live)
    top = frame.top + title.height
    foot = style.theme.step * 1.5
    tables = _tables(style, cover, columns, frame.live, frame.bottom - foot - top)
    pages = []
    for number, table in enumerate(tables, 1):
        line = _page_line(style, cover.page_line(number, len(tables)), frame.live)
        placed = (
            Placed(frame.start, frame.top, title),
            Placed(frame.start, top, table),
            Placed(frame.start, frame.bottom - line.height, line),
        )
        pages.append(Page(frame.width, frame.height, placed))
    return Pages(cover.title, cover.language, tuple(pages))


def _columns(style: Style, width: float, rows: Sequence[CoverRow]) -> _Columns:
    """Numbers and pages as wide as they are; the name gets half of the rest, and the routine the other."""
    size = style.theme.body
    first, last = (max(style.setter.width(row.cells[at], size, "bold") for row in rows) for at in (0, 3))
    rest = width - first - last - 3 * _GAP
    widths = (first, rest * _NAMES, rest * (1 - _NAMES), last)
    starts = (0.0, first + _GAP, first + rest * _NAMES + 2 * _GAP, width - last)
    return _Columns(starts, widths)


def _title(style: Style, text: str, width: float) -> Block:
    theme = style.theme
    word = set_word(style, text, 0, theme.section * 1.2, theme.section * 1.2, "bold", style.inks.accent)
    return Block(width, theme.section * 1.2 + theme.step, (Element(Role.TITLE, (word,)),))


def _page_line(style: Style, text: str, width: float) -> Block:
    size = style.theme.page_number
    word = set_word(style, text, width, size, size, align="end")
    return Block(width, size * 1.3, (decoration(word),))


def _tables(style: Style, cover: CoverList, columns: _Columns, width: float, room: float) -> list[Block]:
    """As many rows on a page as it has room for."""
    tables: list[Block] = []
    elements, lines, y = _begun(style, cover.head, columns, width)
    for row in cover.rows:
        element, bottom = _row(style, row, columns, y)
        if bottom > room and len(elements) > 1:
            tables.append(Block(width, y, (decoration(*lines), Element(Role.TABLE, tuple(elements)))))
            elements, lines, y = _begun(style, cover.head, columns, width)
            element, bottom = _row(style, row, columns, y)
        elements.append(element)
        lines.append(Line(0, bottom, width, bottom, 0.5, style.inks.hair))
        y = bottom
    return [*tables, Block(width, y, (decoration(*lines), Element(Role.TABLE, tuple(elements))))]


def _begun(style: Style, head: CoverRow, columns: _Columns, width: float) -> tuple[list[Element], list[Item], float]:
    element, y = _row(style, head, columns, 0.0, is_head=True)
    return [element], [Line(0, y, width, y, 1.2, style.inks.accent)], y


def _row(style: Style, row: CoverRow, columns: _Columns, y: float, *, is_head: bool = False) -> tuple[Element, float]:
    """The row's element, and where it ends; names and titles may take more than one line."""
    theme = style.theme
    cells = []
    baseline = y + theme.step * _LEAD + theme.body * 0.8
    bottom = baseline
    for at, (text, start, width) in enumerate(zip(row.cells, columns.starts, columns.widths, strict=True)):
        heavy = is_head or at == 0
        items: tuple[Item, ...]
        if at == len(row.cells) - 1:
            weight = "bold" if heavy else "regular"
            items = (set_word(style, text, start + width, baseline, theme.body, weight, align="end"),)
        else:
            spans = [Span(text, "bold" if heavy else "regular", style.inks.ink)]
            column = set_column(style, spans, start, baseline, width, theme.body, theme.step)
            items = column.items
            bottom = max(bottom, column.next - theme.step)
        scope = "Column" if is_head else "Row" if at == 0 else None
        cells.append(Element(Role.HEADER if scope else Role.DATA, items, scope=scope))
    return Element(Role.ROW, tuple(cells)), bottom + theme.step * _LEAD
