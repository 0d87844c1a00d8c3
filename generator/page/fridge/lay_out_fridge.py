"""The compact layout: pictures first, name and dose with each, up to ten exercises on a page for the fridge door."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.manuscript.fridge import Fridge, FridgeCell, FridgePhase
from generator.page.flow import Part, break_pages, page_height
from generator.page.fridge.fridge_cell import CellForm, lay_out_cell, least_height, picture_scale
from generator.page.fridge.fridge_foot import Feet, lay_out_feet, lay_out_pointer
from generator.page.fridge.fridge_head import NOTE_APART, Head, lay_out_first_head, lay_out_later_head
from generator.page.measures import Frame, Style
from generator.page.page import Block, Group, Page, Placed, Role
from generator.page.personal_note import lay_out_note
from generator.page.running_heads import is_short, lay_out_colophon, lay_out_footer, lay_out_tab

_COLUMNS = 2

# Between one row and the tab of the next phase, and between a tab and its row (steps).
_BEFORE_TAB = 0.7
_AFTER_TAB = 0.35
_OVER_FOOT = 0.25  # over each block of safety words (steps)


@dataclass(frozen=True, slots=True)
class _Row:
    """Cells that stand side by side, under the phase's tab where they are its first.

    `least` is the cells' height, the `notes` to one person under them included.
    """

    phase: FridgePhase
    tab: Block | None
    cells: tuple[FridgeCell, ...]
    width: float
    forms: tuple[CellForm, ...]
    notes: float
    least: float


@dataclass(frozen=True, slots=True)
class _Fixed:
    """What is not an exercise: heads of page 1 and of those that follow, safety, and the footer of large print."""

    first: Head
    later: Head
    feet: Feet
    colophon: Block | None


@dataclass(frozen=True, slots=True)
class _FridgeSheet:
    """What is on one page: safety that is said once, and rows."""

    once: tuple[Block, ...]
    rows: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class _Try:
    """One way to set the safety words, and the pages that it makes; `over` is by how much something is too high."""

    fixed: _Fixed
    sheets: tuple[_FridgeSheet, ...]
    over: float

    @property
    def badness(self) -> tuple[float, int, int]:
        """What does not fit, then pages, then pages without an exercise."""
        return self.over, len(self.sheets), sum(not sheet.rows for sheet in self.sheets)


def lay_out_fridge(style: Style, frame: Frame, fridge: Fridge) -> tuple[Page, ...]:
    """As few pages as the rows' least heights allow, evenly filled; rows share what is left.

    Safety words are whole on every page, or narrow ones say where they are. What gives way for them, in this order: how
    they are set (`lay_out_feet`), the second exercise of a row, exercises that go to another page.
    """
    tries = [_tried(style, frame, fridge, fixed) for fixed in _fixed(style, fridge, frame.live)]
    best = min(tries, key=lambda tried: tried.badness)
    count = len(best.sheets)
    return tuple(
        _page(style, frame, fridge, _pointing(style, frame, fridge, best, sheet), sheet, (number, count))
        for number, sheet in enumerate(best.sheets, 1)
    )


def _pointing(style: Style, frame: Frame, fridge: Fridge, best: _Try, sheet: _FridgeSheet) -> _Fixed:
    """With the number of the page that the warnings stand on, where others say so."""
    feet = best.fixed.feet
    if feet.home is None:
        return best.fixed
    warnings = feet.once[feet.home]
    home = next(number for number, one in enumerate(best.sheets, 1) if warnings in one.once)
    every = lay_out_pointer(style, fridge.foot, frame.live, 0 if warnings in sheet.once else home)
    return replace(best.fixed, feet=replace(feet, every=replace(every, height=feet.every.height)))


def _fixed(style: Style, fridge: Fridge, width: float) -> list[_Fixed]:
    """With each way to set the safety words."""
    first = lay_out_first_head(style, fridge.opening, width)
    later = lay_out_later_head(style, fridge.opening, width)
    colophon = lay_out_colophon(style, fridge.footer.whole, width) if is_short(style, fridge.footer) else None
    return [_Fixed(first, later, feet, colophon) for feet in lay_out_feet(style, fridge.foot, width)]


def _tried(style: Style, frame: Frame, fridge: Fridge, fixed: _Fixed) -> _Try:
    room = _bottom(style, frame, fixed) - _top(style, frame, fixed.later)
    end = fixed.colophon.height + style.theme.step if fixed.colophon else 0.0
    rows = [row for phase in fridge.phases for row in _rows(style, phase, frame.live, room - end)]
    parts = _parts(style, frame, rows, fixed, room)
    lead = int(_opens_alone(style, frame, fixed, room))
    count = lead + len(fixed.feet.once)
    pages = _broken(parts, room, range(count, count + len(rows)))
    sheets = tuple(
        _FridgeSheet(
            tuple(fixed.feet.once[index - lead] for index in page if lead <= index < count),
            tuple(rows[index - count] for index in page if count <= index < count + len(rows)),
        )
        for page in pages
    )
    return _Try(fixed, sheets, max(max(part.height for part in parts) - room, 0.0))


def _top(style: Style, frame: Frame, head: Head) -> float:
    return frame.top + head.height + style.theme.step * 0.45


def _bottom(style: Style, frame: Frame, fixed: _Fixed) -> float:
    """Where exercises end on a page with nothing that is said once."""
    return frame.bottom - style.theme.footer_height - fixed.feet.every.height - style.theme.step * 0.5


def _rows(style: Style, phase: FridgePhase, width: float, room: float) -> Iterator[_Row]:
    """Two cells a row; an odd one at the end has its row to itself, and so have two that are too high side by side.

    So have two in large type if one has a note: in half the width it would be higher than all else.
    """
    half = half_width(style, width)
    # In large type an address more is an exercise less on the page.
    tab = lay_out_tab(style, phase.tab.unlinked if style.theme.stacked else phase.tab, width)
    for start in range(0, len(phase.cells), _COLUMNS):
        cells = phase.cells[start : start + _COLUMNS]
        over = tab if start == 0 else None
        row = _row(style, phase, over, cells, half if len(cells) > 1 else width)
        high = row.least + _tab_height(style, row, first=False) > room
        if len(cells) > 1 and (high or (row.notes and style.theme.stacked)):
            yield from (_row(style, phase, over if cell is cells[0] else None, (cell,), width) for cell in cells)
        else:
            yield row


def _row(style: Style, phase: FridgePhase, tab: Block | None, cells: tuple[FridgeCell, ...], width: float) -> _Row:
    forms = (CellForm.ALONE,) if len(cells) == 1 else (CellForm.UNDER, CellForm.BESIDE)
    notes = [lay_out_note(style, cell.note, width).height + NOTE_APART for cell in cells if cell.note]
    below = max(notes, default=0.0)
    least = min(least_height(style, cells, width, form) for form in forms) + below
    return _Row(phase, tab, cells, width, forms, below, least)


def half_width(style: Style, width: float) -> float:
    """Of a cell that shares its row."""
    return (width - style.theme.gutter * 1.33) / _COLUMNS


def _tab_height(style: Style, row: _Row, *, first: bool) -> float:
    if row.tab is None:
        return 0.0
    return row.tab.height + style.theme.step * (_AFTER_TAB + (0.0 if first else _BEFORE_TAB))


def _parts(style: Style, frame: Frame, rows: Sequence[_Row], fixed: _Fixed, room: float) -> list[Part]:
    """What is said once, the first with what the head of page 1 has more than others; then the rows.

    A head with a note to one person may fill page 1 alone, and what is said last a page of its own after such a row.
    """
    heights = [block.height + style.theme.step * _OVER_FOOT for block in fixed.feet.once]
    more = _top(style, frame, fixed.first) - _top(style, frame, fixed.later)
    if _opens_alone(style, frame, fixed, room):
        heights.insert(0, more)
    else:
        heights[0] += more
    heights += [row.least + _tab_height(style, row, first=False) for row in rows]
    end = fixed.colophon.height + style.theme.step if fixed.colophon else 0.0
    if rows[-1].notes and heights[-1] + end > room:
        heights.append(end)
    else:
        heights[-1] += end
    return [Part(height, 0.0) for height in heights]


def _opens_alone(style: Style, frame: Frame, fixed: _Fixed, room: float) -> bool:
    """Whether the head of page 1, with a long title or a note to one person, leaves no room for what is said once."""
    more = _top(style, frame, fixed.first) - _top(style, frame, fixed.later)
    return more + fixed.feet.once[0].height + style.theme.step * _OVER_FOOT > room


def _broken(parts: Sequence[Part], room: float, rows: range) -> tuple[range, ...]:
    """The parts of each page: the fewest pages, of these with exercises on most, then the least height of all.

    `rows` are the parts that are exercises.
    """
    pages = break_pages(parts, room)
    even = page_height(parts) / len(pages)
    found = []
    for share in range(20):
        lower = even + (room - even) * share / 20
        tried = break_pages(parts, lower)
        if len(tried) == len(pages) and all(page_height(parts[it.start : it.stop]) <= room for it in tried):
            found.append(tried)
    return min((*found, pages), key=lambda tried: sum(page.stop <= rows.start for page in tried))


def _page(
    style: Style, frame: Frame, fridge: Fridge, fixed: _Fixed, sheet: _FridgeSheet, page: tuple[int, int]
) -> Page:
    theme = style.theme
    last = page[0] == page[1]
    head = fixed.first if page[0] == 1 else fixed.later
    top, bottom = _top(style, frame, head), _bottom(style, frame, fixed)
    foot = [Placed(frame.start, bottom + theme.step * _OVER_FOOT, fixed.feet.every)]
    once = sum(block.height + theme.step * _OVER_FOOT for block in sheet.once)
    # On a page without exercises the words begin under the head.
    y = bottom - once if sheet.rows else top
    bottom -= once
    for index, block in enumerate(sheet.once):
        foot.insert(index, Placed(frame.start, y + theme.step * _OVER_FOOT, block))
        y += block.height + theme.step * _OVER_FOOT
    if last and fixed.colophon:
        bottom -= fixed.colophon.height + theme.step
        foot.insert(0, Placed(frame.start, bottom + theme.step * 0.6, fixed.colophon))
    footer = lay_out_footer(style, fridge.footer, page, frame.live, read=last)
    return Page(
        frame.width,
        frame.height,
        (
            Placed(frame.start, frame.top, head.block),
            Placed(frame.start, frame.top + head.below, head.fields, slot=head.slot),
            *_placed_note(frame, head),
            *_placed_rows(style, frame, sheet.rows, top, bottom),
            *foot,
            Placed(frame.start, frame.bottom - theme.footer_height, footer),
        ),
    )


def _placed_note(frame: Frame, head: Head) -> Iterator[Placed]:
    if head.note:
        block, slot = head.note
        yield Placed(frame.start, frame.top + head.height - block.height, block, slot=slot)


def _placed_rows(style: Style, frame: Frame, rows: Sequence[_Row], y: float, bottom: float) -> Iterator[Placed]:
    """Rows with the tabs over them; they share the height that is left."""
    tabs = sum(_tab_height(style, row, first=index == 0) for index, row in enumerate(rows))
    heights = _shared([row.least for row in rows], bottom - y - tabs, style.theme.picture_height * 1.6)
    for index, (row, height) in enumerate(zip(rows, heights, strict=True)):
        groups = (Group(Role.SECTION, row.phase.key),)
        if row.tab:
            below = y + (style.theme.step * _BEFORE_TAB if index else 0.0)
            yield Placed(frame.start, below, row.tab, groups)
            y += _tab_height(style, row, first=index == 0)
        yield from _cells(style, frame.start, y, row, height, groups)
        y += height


def _shared(least: Sequence[float], room: float, most: float) -> list[float]:
    """Heights of rows: equal where they can be, and nowhere less than the row needs."""
    high = sorted(least, reverse=True)
    while high and high[0] > (room - sum(least) + sum(high)) / len(high):
        high.pop(0)
    equal = (room - sum(least) + sum(high)) / len(high) if high else 0.0
    return [max(height, min(equal, most)) for height in least]


def _cells(style: Style, x: float, y: float, row: _Row, height: float, groups: tuple[Group, ...]) -> list[Placed]:
    """The cells of a row in the form that shows the larger pictures, each with its note under it."""
    height -= row.notes
    fitting = [form for form in row.forms if least_height(style, row.cells, row.width, form) <= height + 0.01]
    form = max(fitting, key=lambda form: picture_scale(style, row.cells, row.width, height, form))
    apart = row.width + style.theme.gutter * 1.33
    placed = []
    for column, cell in enumerate(row.cells):
        left, block = x + column * apart, lay_out_cell(style, cell, row.width, height, form, rule=row.tab is None)
        placed.append(Placed(left, y, block, groups))
        if cell.note:
            note = lay_out_note(style, cell.note, row.width)
            placed.append(Placed(left, y + height, note, groups, slot=cell.note.key))
    return placed
