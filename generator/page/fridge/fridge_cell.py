"""One exercise of the compact layout: pictures with number, name and dose under them or beside them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from generator.manuscript.fridge import FridgeCell
from generator.manuscript.picture import Panel
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Picture, Role
from generator.page.paragraph import set_column
from generator.page.signs import CAP_MIDDLE, decoration, number_disc
from generator.text.setter import Span


class CellForm(Enum):
    """Where a cell's words stand; the value is the share of its width that the pictures get."""

    UNDER = 1.0
    BESIDE = 0.36
    ALONE = 0.48  # a cell that has its row to itself

    @property
    def is_under(self) -> bool:
        return self is CellForm.UNDER


# Pictures beside their words have the height of the row, so they need more of it.
_TALLER = 1.5


def least_height(style: Style, cells: Sequence[FridgeCell], width: float, form: CellForm) -> float:
    """The height of a row in which words are whole and pictures can still be told apart."""
    return max(_least(style, cell, width, form) for cell in cells)


def _least(style: Style, cell: FridgeCell, width: float, form: CellForm) -> float:
    theme = style.theme
    _, words = _words(style, cell, _words_width(style, width, form))
    picture = theme.fridge_picture if cell.panels else 0.0
    if form.is_under:
        return words + picture + theme.step * 1.35
    return max(words, picture * _TALLER) + theme.step * 1.2


def picture_scale(style: Style, cells: Sequence[FridgeCell], width: float, height: float, form: CellForm) -> float:
    """How large the pictures of a row come out, to compare forms."""
    return sum(_scale(style, cell.panels, *_picture_room(style, cell, width, height, form), form)[0] for cell in cells)


def lay_out_cell(style: Style, cell: FridgeCell, width: float, height: float, form: CellForm, *, rule: bool) -> Block:
    """A block of this size, the air below included; `rule` draws a line above it."""
    theme = style.theme
    room, tall = _picture_room(style, cell, width, height, form)
    top = theme.step * 0.6
    inner = _words_width(style, width, form)
    _, used = _words(style, cell, inner)
    if form.is_under:
        words, _ = _words(style, cell, inner, 0, height - used - theme.step * 0.5)
    else:
        words, _ = _words(style, cell, inner, width - inner, max((height - used) / 2, theme.step * 0.4))
    elements = [*words, *_pictures(style, cell, room, top, tall, form)]
    if rule:
        elements.insert(0, decoration(Line(0, 0, width, 0, 0.5, style.inks.line)))
    section = Element(Role.SECTION, tuple(elements))
    return Block(width, height, (section,), (f"{cell.number}  {cell.name}", 2), cell.place)


def _words_width(style: Style, width: float, form: CellForm) -> float:
    return width if form.is_under else width * (1 - form.value) - style.theme.gutter * 0.6


def _picture_room(style: Style, cell: FridgeCell, width: float, height: float, form: CellForm) -> tuple[float, float]:
    step = style.theme.step
    if not form.is_under:
        return width * form.value, height - step * 1.2
    _, used = _words(style, cell, width)
    return width, height - used - step * 1.35


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


def _scale(style: Style, panels: Sequence[Panel], width: float, height: float, form: CellForm) -> tuple[float, bool]:
    """The scale of all pictures, and whether they stand side by side: beside words they may be one under the other."""
    if not panels:
        return 0.0, True
    wide, tall = zip(*(panel.size for panel in panels), strict=True)
    gaps = style.theme.gutter * (len(panels) - 1)
    across = min((width - gaps) / sum(wide), height / max(tall), style.theme.largest)
    down = min(width / max(wide), (height - gaps / 2) / sum(tall), style.theme.largest)
    return (down, False) if down > across and not form.is_under else (across, True)


def _pictures(style: Style, cell: FridgeCell, width: float, top: float, room: float, form: CellForm) -> list[Element]:
    """On one ground line over their words, or centred in their part of the cell."""
    gap = style.theme.gutter
    scale, across = _scale(style, cell.panels, width, room, form)
    sizes = [(wide * scale, tall * scale) for wide, tall in (panel.size for panel in cell.panels)]
    if across:
        x = (width - sum(wide for wide, _ in sizes) - gap * (len(sizes) - 1)) / 2
        ground = top + room if form.is_under else top + (room + max((tall for _, tall in sizes), default=0.0)) / 2
    else:
        y = top + (room - sum(tall for _, tall in sizes) - gap / 2 * (len(sizes) - 1)) / 2
    elements = []
    for panel, (wide, tall) in zip(cell.panels, sizes, strict=True):
        at = (x, ground - tall) if across else ((width - wide) / 2, y)
        picture = Picture(*at, wide, tall, panel.content, style.palette)
        elements.append(Element(Role.FIGURE, (picture,), alt=panel.alt))
        if across:
            x += wide + gap
        else:
            y += tall + gap / 2
    return elements
