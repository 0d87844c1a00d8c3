"""A pocket card of one exercise: name, dose and days, pictures, and at its foot what to avoid and when to stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.manuscript.pocket import PocketCard
from generator.page.measures import Style
from generator.page.page import Block, Element, Role
from generator.page.paragraph import set_column, set_lines
from generator.page.pocket.pocket_measures import PAD, CutGrid, PocketSizes
from generator.page.signs import CAP_MIDDLE, TAIL, number_disc
from generator.page.small_pictures import have_room, picture_scale, place_pictures
from generator.shapes.geometry import MM
from generator.text.setter import Span, TextLine

_AIR = 1.2 * MM  # over and under the pictures
_PICTURES, _BESIDE = 0.46, 3 * MM  # their share of the width beside notes, and from one to the other
_DISC_TO_NAME = 2.2 * MM


@dataclass(frozen=True, slots=True)
class _PocketParts:
    """Words before and behind the pictures, and the room for these: x, y, width, height (0 if words are too long)."""

    head: list[Element]
    notes: list[Element]
    room: tuple[float, float, float, float]


def card_fits(style: Style, sizes: PocketSizes, card: PocketCard, grid: CutGrid) -> bool:
    """Whether the card's words leave its pictures enough room to be told apart."""
    _, _, width, height = _parts(style, sizes, card, grid).room
    return have_room(card.panels, width, height)


def lay_out_pocket_card(style: Style, sizes: PocketSizes, card: PocketCard, grid: CutGrid) -> Block:
    """A block as large as the card, nothing nearer to its edge than `PAD`."""
    parts = _parts(style, sizes, card, grid)
    pictures = place_pictures(style, card.panels, *parts.room)
    section = Element(Role.SECTION, (*parts.head, *pictures, *parts.notes))
    return Block(grid.width, grid.height, (section,), (f"{card.number}  {card.name}", 2), card.place)


def _parts(style: Style, sizes: PocketSizes, card: PocketCard, grid: CutGrid) -> _PocketParts:
    """The arrangement that shows the largest pictures."""
    if grid.folded:
        return _folded(style, sizes, card, grid)
    tried = (_under(style, sizes, card, grid), _beside(style, sizes, card, grid))
    return max(tried, key=lambda parts: picture_scale(card.panels, *parts.room[2:]))


def _under(style: Style, sizes: PocketSizes, card: PocketCard, grid: CutGrid) -> _PocketParts:
    """One under the other, the notes at the foot."""
    width, bottom = grid.width - 2 * PAD, grid.height - PAD
    head, top = _head(style, sizes, card, PAD, width)
    notes = _notes(style, sizes, card, width)
    first = bottom - TAIL * sizes.text - (len(notes) - 1) * sizes.text_step
    end = first - sizes.text if notes else bottom
    room = (PAD, top + _AIR, width, end - top - 2 * _AIR)
    return _PocketParts(head, _paragraph(sizes, notes, PAD, first), room)


def _beside(style: Style, sizes: PocketSizes, card: PocketCard, grid: CutGrid) -> _PocketParts:
    """The notes beside the pictures."""
    width, bottom = grid.width - 2 * PAD, grid.height - PAD
    head, top = _head(style, sizes, card, PAD, width)
    share = width * _PICTURES
    x = PAD + share + _BESIDE
    notes = _notes(style, sizes, card, width - share - _BESIDE)
    tall = (len(notes) - 1) * sizes.text_step + sizes.text
    first = top + _AIR + (bottom - top - _AIR - tall) / 2 + sizes.text * 0.8
    fits = bool(notes) and top + tall + _AIR <= bottom
    room = (PAD, top + _AIR, share, bottom - top - _AIR if fits else 0.0)
    return _PocketParts(head, _paragraph(sizes, notes, x, first), room)


def _folded(style: Style, sizes: PocketSizes, card: PocketCard, grid: CutGrid) -> _PocketParts:
    """Pictures in the first half, words in the second."""
    half = grid.width / 2
    width, bottom = half - 2 * PAD, grid.height - PAD
    head, top = _head(style, sizes, card, half + PAD, width)
    notes = _notes(style, sizes, card, width)
    first = top + sizes.text_step * 1.4
    end = first + (len(notes) - 1) * sizes.text_step + TAIL * sizes.text if notes else top
    room = (PAD, PAD, width, grid.height - 2 * PAD if end <= bottom else 0.0)
    return _PocketParts(head, _paragraph(sizes, notes, half + PAD, first), room)


def _head(style: Style, sizes: PocketSizes, card: PocketCard, x: float, width: float) -> tuple[list[Element], float]:
    """Disc, name and dose, and their lower edge."""
    inks, indent = style.inks, sizes.disc + _DISC_TO_NAME
    baseline = PAD + sizes.disc / 2 + sizes.name * CAP_MIDDLE
    disc, number = number_disc(style, card.number, x, baseline, sizes.name)
    spans = [Span(card.name, "bold", inks.ink)]
    name = set_column(style, spans, x + indent, baseline, width - indent, sizes.name, sizes.name_step)
    below = max(name.next - sizes.name_step, PAD + sizes.disc - sizes.name * TAIL) + sizes.dose_step
    dose = set_column(style, [Span(card.dose, "semibold", inks.accent)], x, below, width, sizes.dose, sizes.dose_step)
    elements = [disc, Element(Role.HEADING_2, (number, *name.items)), Element(Role.PARAGRAPH, dose.items)]
    return elements, dose.next - sizes.dose_step + TAIL * sizes.dose


def _notes(style: Style, sizes: PocketSizes, card: PocketCard, width: float) -> tuple[TextLine, ...]:
    ink = style.inks.ink
    spans = [
        span for lead, text in card.notes for span in (Span(f"{lead} ", "bold", ink), Span(f"{text} ", "regular", ink))
    ]
    return style.setter.lines(spans, sizes.text, width) if spans else ()


def _paragraph(sizes: PocketSizes, lines: Sequence[TextLine], x: float, y: float) -> list[Element]:
    return [Element(Role.PARAGRAPH, set_lines(lines, x, y, sizes.text_step).items)] if lines else []
