"""The compact layout: pictures first, name and dose under each, up to ten exercises on a page for the fridge door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.page.card import Video
from generator.page.code_block import place_code
from generator.page.furniture import Footer, Tab, lay_out_footer, lay_out_tab
from generator.page.measures import Frame, Style
from generator.page.page import Block, Element, Group, Line, Page, Picture, Placed, Role
from generator.page.pain import Light
from generator.page.panels import Panel
from generator.page.paragraph import set_column, set_word
from generator.page.signs import CAP_MIDDLE, care_shape, decoration, go_shape, number_disc, stop_shape
from generator.page.strip import STRIP, Field, lay_out_strip
from generator.problems import Place
from generator.text.setter import Span


@dataclass(frozen=True, slots=True)
class FridgeCell:
    number: str
    name: str
    dose: str
    panels: tuple[Panel, ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class FridgePhase:
    key: str
    tab: Tab
    cells: tuple[FridgeCell, ...]


@dataclass(frozen=True, slots=True)
class Fridge:
    """Everything the compact layout prints. `lights` are the pain rule in a word each."""

    title: str
    line: str
    video: Video | None
    phases: tuple[FridgePhase, ...]
    pain_word: str
    lights: tuple[Light, ...]
    fields: tuple[Field, ...]
    footer: Callable[[int, int], Footer]


_COLUMNS = 2
_SHAPES = {"go": go_shape, "care": care_shape, "stop": stop_shape}

# A page's rows: each is a tab with its phase, or the cells that stand side by side.
_Row = tuple[FridgePhase, Tab | None, tuple[FridgeCell, ...]]


def lay_out_fridge(style: Style, frame: Frame, fridge: Fridge) -> tuple[Page, ...]:
    """As few pages as the rows' least height allows; rows share what is left evenly."""
    head = _head(style, fridge, frame.live)
    fields = lay_out_strip(style, fridge.fields, frame.live)
    strip = _strip(style, fridge, frame.live)
    tab_height = style.theme.step * 2.1
    top = frame.top + head.height + fields.height + style.theme.step * 1.2
    bottom = frame.bottom - style.theme.footer_height - strip.height - style.theme.step * 0.5
    pages = _break_rows(style, fridge.phases, bottom - top, tab_height)
    return tuple(
        _page(style, frame, fridge, (head, fields, strip), rows, (number, len(pages)))
        for number, rows in enumerate(pages, 1)
    )


def _break_rows(style: Style, phases: Sequence[FridgePhase], room: float, tab_height: float) -> list[list[_Row]]:
    """Rows in reading order, a new page where the least heights no longer fit; a tab never ends a page."""
    pages: list[list[_Row]] = [[]]
    used = 0.0
    for phase in phases:
        for start in range(0, len(phase.cells), _COLUMNS):
            tab = phase.tab if start == 0 else None
            height = style.theme.fridge_row + (tab_height if tab else 0)
            if pages[-1] and used + height > room:
                pages.append([])
                used = 0.0
            pages[-1].append((phase, tab, phase.cells[start : start + _COLUMNS]))
            used += height
    return pages


def _page(
    style: Style,
    frame: Frame,
    fridge: Fridge,
    parts: tuple[Block, Block, Block],
    rows: Sequence[_Row],
    page: tuple[int, int],
) -> Page:
    theme = style.theme
    head, fields, strip = parts
    foot = frame.bottom - theme.footer_height
    y = frame.top + head.height + fields.height + theme.step * 1.2
    bottom = foot - strip.height - theme.step * 0.5
    tabs = sum(theme.step * 2.1 for _, tab, _ in rows if tab)
    height = min((bottom - y - tabs) / len(rows), theme.picture_height * 1.6)
    gap = theme.gutter * 1.33
    width = (frame.live - gap) / _COLUMNS
    below = frame.top + head.height + theme.step * 0.5
    placed = [Placed(frame.start, frame.top, head), Placed(frame.start, below, fields, slot=STRIP)]
    for phase, tab, cells in rows:
        groups = (Group(Role.SECTION, phase.key),)
        if tab:
            placed.append(Placed(frame.start, y, lay_out_tab(style, tab, frame.live), groups))
            y += theme.step * 2.1
        for column, cell in enumerate(cells):
            if len(cells) == 1:
                block = _wide_cell(style, cell, frame.live, height, rule=tab is None)
            else:
                block = _cell(style, cell, width, height, rule=tab is None)
            placed.append(Placed(frame.start + column * (width + gap), y, block, groups))
        y += height
    placed.append(Placed(frame.start, foot - strip.height - theme.step * 0.25, strip))
    footer = lay_out_footer(style, fridge.footer(*page), frame.live, read=page[0] == page[1])
    placed.append(Placed(frame.start, foot, footer))
    return Page(frame.width, frame.height, tuple(placed))


def _head(style: Style, fridge: Fridge, width: float) -> Block:
    theme, inks = style.theme, style.inks
    elements: list[Element] = []
    room = width
    end = 0.0
    if fridge.video:
        size = theme.code
        code, end = place_code(style, fridge.video.code, width - size, 0, size, end=True)
        edge = width - size - theme.step * 0.75
        words = set_word(
            style, fridge.video.invitation, edge, theme.step * 0.76, theme.body, "bold", inks.accent, align="end"
        )
        elements = [Element(Role.PARAGRAPH, (words,)), *code]
        room = edge - theme.step * 0.5
    below = theme.fridge_title * 1.12
    beside = room - (width - words.x if fridge.video else 0) * 0.35
    title = set_column(
        style, [Span(fridge.title, "bold", inks.ink)], 0, below * 0.82, beside, theme.fridge_title, below
    )
    step = theme.fridge_line * 1.25
    line = set_column(
        style,
        [Span(fridge.line, "semibold", inks.accent)],
        0,
        title.next - below * 0.82 + step,
        room,
        theme.fridge_line,
        step,
    )
    texts = [Element(Role.TITLE, title.items), Element(Role.PARAGRAPH, line.items)]
    return Block(width, max(line.next - step * 0.8, end), (Element(Role.SECTION, (*texts, *elements)),))


def _cell(style: Style, cell: FridgeCell, width: float, height: float, *, rule: bool) -> Block:
    """Pictures over their words; `height` includes the air below."""
    theme = style.theme
    top = theme.step * 0.6
    _, used = _words(style, cell, width)
    lowest = height - used - theme.step * 0.5
    words, _ = _words(style, cell, width, 0, lowest)
    pictures = _pictures(style, cell, 0, width, top, lowest - top - theme.step * 0.25)
    return _finished(style, cell, width, height, (*words, *pictures), rule=rule)


def _wide_cell(style: Style, cell: FridgeCell, width: float, height: float, *, rule: bool) -> Block:
    """A cell that has its row to itself: pictures at the start, words beside them."""
    theme = style.theme
    gap = theme.gutter * 1.33
    half = (width - gap) / 2
    top = theme.step * 0.6
    pictures = _pictures(style, cell, 0, half, top, height - top - theme.step * 0.8)
    _, used = _words(style, cell, half)
    middle = max((height - used) / 2, top)
    words, _ = _words(style, cell, half, half + gap, middle)
    return _finished(style, cell, width, height, (*words, *pictures), rule=rule)


def _finished(
    style: Style, cell: FridgeCell, width: float, height: float, elements: tuple[Element, ...], *, rule: bool
) -> Block:
    if rule:
        elements = (decoration(Line(0, 0, width, 0, 0.5, style.inks.line)), *elements)
    return Block(width, height, (Element(Role.SECTION, elements),), (f"{cell.number}  {cell.name}", 2), cell.place)


def _words(
    style: Style, cell: FridgeCell, width: float, x: float = 0.0, top: float = 0.0
) -> tuple[list[Element], float]:
    """Disc, name and dose from `top` down; returns the elements and their height."""
    theme, inks = style.theme, style.inks
    name_step, dose_step = theme.fridge_name * 1.15, theme.fridge_dose * 1.2
    start = x + theme.disc * 1.33
    room = width - theme.disc * 1.33
    y = top + theme.disc / 2 + theme.fridge_name * CAP_MIDDLE
    name = set_column(style, [Span(cell.name, "bold", inks.ink)], start, y, room, theme.fridge_name, name_step)
    disc, number = number_disc(style, cell.number, x, y, theme.fridge_name)
    below = name.next - name_step + dose_step
    spans = [Span(cell.dose, "semibold", inks.accent)]
    dose = set_column(style, spans, start, below, room, theme.fridge_dose, dose_step)
    elements = [disc, Element(Role.HEADING_3, (number, *name.items)), Element(Role.PARAGRAPH, dose.items)]
    return elements, dose.next - dose_step * 0.75 - top


def _pictures(style: Style, cell: FridgeCell, start: float, width: float, top: float, room: float) -> list[Element]:
    """Side by side on one ground line, centred in `width`."""
    if not cell.panels:
        return []
    gap = style.theme.gutter
    sizes = [panel.size for panel in cell.panels]
    total = sum(own for own, _ in sizes)
    free = width - gap * (len(sizes) - 1)
    scale = min(free / total, room / max(tall for _, tall in sizes), 1.35)
    x = start + (width - total * scale - gap * (len(sizes) - 1)) / 2
    elements = []
    for panel, (own_width, own_height) in zip(cell.panels, sizes, strict=True):
        drawn = (own_width * scale, own_height * scale)
        picture = Picture(x, top + room - drawn[1], *drawn, panel.content, style.palette)
        elements.append(Element(Role.FIGURE, (picture,), alt=panel.alt))
        x += drawn[0] + gap
    return elements


def _strip(style: Style, fridge: Fridge, width: float) -> Block:
    """The pain rule in one row (one under the other where it does not fit): shape and a word."""
    theme, inks = style.theme, style.inks
    size = theme.disc
    elements = [decoration(Line(0, 0, width, 0, 1.2, inks.accent))]
    x = 0.0
    y = theme.step * 0.5
    middle = y + size / 2 + theme.fridge_dose * 0.33
    word = set_word(style, fridge.pain_word, x, middle, theme.fridge_dose, "bold")
    elements.append(Element(Role.PARAGRAPH, (word,)))
    x += word.run.width + theme.step
    for light in fridge.lights:
        text = style.setter.width(light.text, theme.fridge_dose, "semibold")
        if x + size * 1.3 + text > width:
            x, y, middle = 0.0, y + size + theme.step * 0.4, middle + size + theme.step * 0.4
        shape, number = _SHAPES[light.kind](style, x, y, size, light.numbers)
        label = set_word(style, light.text, x + size * 1.3, middle, theme.fridge_dose, "semibold")
        elements += [shape, Element(Role.PARAGRAPH, (number, label))]
        x += size * 1.3 + text + theme.step * 1.6
    return Block(width, y + size, (Element(Role.SECTION, tuple(elements)),))
