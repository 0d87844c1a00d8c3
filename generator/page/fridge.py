"""The compact layout: pictures first, name and dose with each, up to ten exercises on a page for the fridge door."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.page.card import Video
from generator.page.code_block import place_code
from generator.page.flow import Part, break_pages, page_height
from generator.page.fridge_cell import Form, FridgeCell, lay_out_cell, least_height, picture_scale
from generator.page.fridge_foot import FridgeFoot, lay_out_feet
from generator.page.furniture import Footer, Tab, lay_out_colophon, lay_out_footer, lay_out_tab
from generator.page.measures import Frame, Style
from generator.page.page import Block, Element, Group, Item, Page, Placed, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import decoration
from generator.page.strip import STRIP, Field, lay_out_strip
from generator.text.setter import Span


@dataclass(frozen=True, slots=True)
class FridgePhase:
    key: str
    tab: Tab
    cells: tuple[FridgeCell, ...]


@dataclass(frozen=True, slots=True)
class Fridge:
    """Everything the compact layout prints."""

    title: str
    line: str
    video: Video | None
    phases: tuple[FridgePhase, ...]
    foot: FridgeFoot
    fields: tuple[Field, ...]
    footer: Callable[[int, int], Footer]
    colophon: str = ""


_COLUMNS = 2

# Between one row and the tab of the next phase, and between a tab and its row (steps).
_BEFORE_TAB = 0.7
_AFTER_TAB = 0.35


@dataclass(frozen=True, slots=True)
class _Row:
    """Cells that stand side by side, under the phase's tab where they are its first; `least` is the cells' height."""

    phase: FridgePhase
    tab: Block | None
    cells: tuple[FridgeCell, ...]
    width: float
    forms: tuple[Form, ...]
    least: float


@dataclass(frozen=True, slots=True)
class _Fixed:
    """What is on every page: head, strip to fill in (width and place below the head's top), safety at the foot."""

    head: Block
    fields: Block
    below: float
    foot: Block
    colophon: Block | None

    @property
    def top(self) -> float:
        return max(self.head.height, self.below + self.fields.height)


def lay_out_fridge(style: Style, frame: Frame, fridge: Fridge) -> tuple[Page, ...]:
    """As few pages as the rows' least heights allow, evenly filled; rows share what is left."""
    rows = [row for phase in fridge.phases for row in _rows(style, phase, frame.live)]
    fixed, pages = _fewest(style, frame, _fixed(style, fridge, frame.live), rows)
    return tuple(
        _page(style, frame, fridge, fixed, [rows[index] for index in page], (number, len(pages)))
        for number, page in enumerate(pages, 1)
    )


def _fewest(
    style: Style, frame: Frame, every: Sequence[_Fixed], rows: Sequence[_Row]
) -> tuple[_Fixed, tuple[range, ...]]:
    """The first of them with which all rows fit, on the fewest pages."""
    rooms = [_bottom(style, frame, fixed) - _top(style, frame, fixed) for fixed in every]
    pages = [_break_rows(style, rows, room, fixed.colophon) for fixed, room in zip(every, rooms, strict=True)]
    tallest = max(part.height for part in _parts(style, rows, every[0].colophon))
    best = min(range(len(every)), key=lambda index: (max(tallest - rooms[index], 0), len(pages[index])))
    return every[best], pages[best]


def _fixed(style: Style, fridge: Fridge, width: float) -> list[_Fixed]:
    """With each of the feet."""
    head, below, room = _head(style, fridge, width)
    fields = lay_out_strip(style, fridge.fields, room)
    colophon = lay_out_colophon(style, fridge.colophon, width) if fridge.colophon else None
    return [_Fixed(head, fields, below, foot, colophon) for foot in lay_out_feet(style, fridge.foot, width)]


def _top(style: Style, frame: Frame, fixed: _Fixed) -> float:
    return frame.top + fixed.top + style.theme.step * 0.6


def _bottom(style: Style, frame: Frame, fixed: _Fixed) -> float:
    return frame.bottom - style.theme.footer_height - fixed.foot.height - style.theme.step * 0.5


def _rows(style: Style, phase: FridgePhase, width: float) -> Iterator[_Row]:
    """Two cells a row; an odd one at the end has its row to itself."""
    half = (width - style.theme.gutter * 1.33) / _COLUMNS
    for start in range(0, len(phase.cells), _COLUMNS):
        cells = phase.cells[start : start + _COLUMNS]
        forms = (Form.ALONE,) if len(cells) == 1 else (Form.UNDER, Form.BESIDE)
        own = width if len(cells) == 1 else half
        least = min(least_height(style, cells, own, form) for form in forms)
        tab = lay_out_tab(style, phase.tab, width) if start == 0 else None
        yield _Row(phase, tab, cells, own, forms, least)


def _tab_height(style: Style, row: _Row, *, first: bool) -> float:
    if row.tab is None:
        return 0.0
    return row.tab.height + style.theme.step * (_AFTER_TAB + (0.0 if first else _BEFORE_TAB))


def _parts(style: Style, rows: Sequence[_Row], colophon: Block | None) -> list[Part]:
    parts = [Part(row.least + _tab_height(style, row, first=False), 0.0) for row in rows]
    if colophon:
        parts[-1] = Part(parts[-1].height + colophon.height + style.theme.step, 0.0)
    return parts


def _break_rows(style: Style, rows: Sequence[_Row], room: float, colophon: Block | None) -> tuple[range, ...]:
    """The rows of each page: the fewest pages, then the least height that still makes no more of them."""
    parts = _parts(style, rows, colophon)
    pages = break_pages(parts, room)
    even = page_height(parts) / len(pages)
    for share in range(20):
        lower = even + (room - even) * share / 20
        tried = break_pages(parts, lower)
        if len(tried) == len(pages) and all(page_height(parts[it.start : it.stop]) <= room for it in tried):
            return tried
    return pages


def _page(
    style: Style, frame: Frame, fridge: Fridge, fixed: _Fixed, rows: Sequence[_Row], page: tuple[int, int]
) -> Page:
    theme = style.theme
    last = page[0] == page[1]
    foot = frame.bottom - theme.footer_height
    y = _top(style, frame, fixed)
    bottom = _bottom(style, frame, fixed)
    placed = [
        Placed(frame.start, frame.top, fixed.head if page[0] == 1 else _repeated(fixed.head)),
        Placed(frame.start, frame.top + fixed.below, fixed.fields, slot=STRIP),
    ]
    if last and fixed.colophon:
        bottom -= fixed.colophon.height + theme.step
    tabs = sum(_tab_height(style, row, first=index == 0) for index, row in enumerate(rows))
    heights = _shared([row.least for row in rows], bottom - y - tabs, theme.picture_height * 1.6)
    for index, (row, height) in enumerate(zip(rows, heights, strict=True)):
        groups = (Group(Role.SECTION, row.phase.key),)
        if row.tab:
            below = y + (theme.step * _BEFORE_TAB if index else 0.0)
            placed.append(Placed(frame.start, below, row.tab, groups))
            y += _tab_height(style, row, first=index == 0)
        placed += _cells(style, frame.start, y, row, height, groups)
        y += height
    if last and fixed.colophon:
        placed.append(Placed(frame.start, bottom + theme.step * 0.6, fixed.colophon))
    placed.append(Placed(frame.start, foot - fixed.foot.height - theme.step * 0.25, fixed.foot))
    footer = lay_out_footer(style, fridge.footer(*page), frame.live, read=last)
    placed.append(Placed(frame.start, foot, footer))
    return Page(frame.width, frame.height, tuple(placed))


def _shared(least: Sequence[float], room: float, most: float) -> list[float]:
    """Heights of rows: equal where they can be, and nowhere less than the row needs."""
    high = sorted(least, reverse=True)
    while high and high[0] > (room - sum(least) + sum(high)) / len(high):
        high.pop(0)
    equal = (room - sum(least) + sum(high)) / len(high) if high else 0.0
    return [max(height, min(equal, most)) for height in least]


def _cells(style: Style, x: float, y: float, row: _Row, height: float, groups: tuple[Group, ...]) -> list[Placed]:
    """The cells of a row in the form that shows the larger pictures."""
    fitting = [form for form in row.forms if least_height(style, row.cells, row.width, form) <= height + 0.01]
    form = max(fitting, key=lambda form: picture_scale(style, row.cells, row.width, height, form))
    apart = row.width + style.theme.gutter * 1.33
    return [
        Placed(x + column * apart, y, lay_out_cell(style, cell, row.width, height, form, rule=row.tab is None), groups)
        for column, cell in enumerate(row.cells)
    ]


def _head(style: Style, fridge: Fridge, width: float) -> tuple[Block, float, float]:
    """Title and line with the code beside them; then where the strip stands, and how wide it may be."""
    theme, inks = style.theme, style.inks
    elements: list[Element] = []
    room = title_room = width
    end = 0.0
    if fridge.video:
        size = theme.code
        code, end = place_code(style, fridge.video.code, width - size, 0, size, end=True)
        aside = not theme.stacked
        edge = width - size - theme.step * 0.75 if aside else width
        end += 0.0 if aside else theme.step
        line_of = theme.step * 0.76 if aside else end
        words = set_word(style, fridge.video.invitation, edge, line_of, theme.body, "bold", inks.accent, align="end")
        elements = [Element(Role.PARAGRAPH, (words,)), *code]
        address = max((style.setter.width(text, theme.small) for text in fridge.video.code.lines), default=0.0)
        room = width - max(size + theme.step * 1.25, address + theme.step)
        title_room = words.x - theme.step if aside else room
    below = theme.fridge_title * 1.12
    spans = [Span(fridge.title, "bold", inks.ink)]
    title = set_column(style, spans, 0, below * 0.82, title_room, theme.fridge_title, below)
    step = theme.fridge_line * 1.25
    spans = [Span(fridge.line, "semibold", inks.accent)]
    line = set_column(style, spans, 0, title.next - below * 0.82 + step, room, theme.fridge_line, step)
    texts = [Element(Role.TITLE, title.items), Element(Role.PARAGRAPH, line.items)]
    block = Block(width, max(line.next - step * 0.8, end), (Element(Role.SECTION, (*texts, *elements)),))
    return block, line.next - step * 0.8 + theme.step * 0.5, room


def _repeated(head: Block) -> Block:
    """The head of a following page: decoration, since it has been read, and a title once more would be another one."""
    return Block(head.width, head.height, (decoration(*_items(head.kids)),))


def _items(kids: Sequence[Element | Item]) -> Iterator[Item]:
    for kid in kids:
        if isinstance(kid, Element):
            yield from _items(kid.kids)
        else:
            yield kid
