"""A whole handout: words and pictures in, pages out. First block, safety, cards by phase, closing part, footers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from generator.page.card import Card, lay_out_card
from generator.page.closing import NOTES, Closing, lay_out_closing, lay_out_notes
from generator.page.flow import Part, break_pages, page_height
from generator.page.front import Front, lay_out_front
from generator.page.furniture import Footer, Tab, lay_out_footer, lay_out_head, lay_out_tab
from generator.page.listing import Entry, lay_out_listing
from generator.page.measures import Frame, Style
from generator.page.page import Block, Group, Page, Placed, Role
from generator.page.pain import PainRule, lay_out_pain
from generator.page.plate import LabelledDrawing, lay_out_plate
from generator.page.sessions import Session, lay_out_sessions
from generator.page.strip import STRIP, Field, lay_out_strip


@dataclass(frozen=True, slots=True)
class CardPhase:
    """A phase with its cards; `continued` is the running head of a page that goes on with it."""

    key: str
    tab: Tab
    cards: tuple[Card, ...]
    continued: str


@dataclass(frozen=True, slots=True)
class Handout:
    """Everything a handout prints. `footer` makes the footer of page n of m."""

    title: str
    front: Front
    fields: tuple[Field, ...]
    pain: PainRule
    sessions_head: str
    sessions: tuple[Session, ...]
    phases: tuple[CardPhase, ...]
    plates: tuple[LabelledDrawing, ...]
    closing: Closing
    notes_head: str
    listing_head: str
    listing: tuple[Entry, ...]
    footer: Callable[[int, int], Footer]


# From this share of an empty page on it is worth to try lower pictures, and how much lower.
_TOO_EMPTY = 0.35
_TIGHT = 0.82
_NARROW = 0.88
_NOTE_LINES = 6
_WIDE_PAIR = 1.6


@dataclass(frozen=True, slots=True)
class _Unit:
    """Blocks that stay together, one under the other with `gaps` between them."""

    blocks: tuple[Block, ...]
    gap: float
    part: Part
    phase: CardPhase | None
    slots: tuple[str, ...] = ()


def lay_out_handout(style: Style, frame: Frame, handout: Handout, *, noted: bool = False) -> tuple[Page, ...]:
    """Pages in the frame's paper. Two fixed passes: breaks first, then page numbers are known.

    `noted` keeps room for a note to one person at the end; else there is such room only where paper is left over.
    """
    room = frame.bottom - style.theme.footer_height - _body_top(style, frame) - style.theme.step * 0.3
    notes = [_notes_unit(style, handout, frame.live)] if noted else []
    pages = _pages(style, handout, frame.live, room, notes)
    if _emptiest(pages, room) > _TOO_EMPTY:
        tight = _pages(_tightened(style), handout, frame.live, room, notes)
        pages = tight if len(tight) < len(pages) else pages
    listing = _listing_unit(style, handout, frame.live)
    if all(unit.phase is None for unit in pages[0]) and _used([*pages[0], listing]) <= room:
        pages[0].append(listing)
    return tuple(_page(style, frame, handout, units, number, len(pages)) for number, units in enumerate(pages, 1))


def _pages(style: Style, handout: Handout, width: float, room: float, notes: Sequence[_Unit]) -> list[list[_Unit]]:
    """The units of each page. Of the opening, page 1 gets as much as it holds: only cards are spread evenly."""
    opening = _opening(style, handout, width)
    first = max(count for count in range(1, len(opening) + 1) if count == 1 or _used(opening[:count]) <= room)
    runs = [opening[:first], *([unit] for unit in (*opening[first:], *_units(style, handout, width), *notes))]
    parts = [Part(_used(run), run[0].part.apart) for run in runs]
    return [[unit for index in page for unit in runs[index]] for page in break_pages(parts, room)]


def _used(units: Sequence[_Unit]) -> float:
    return page_height([unit.part for unit in units])


def _emptiest(pages: Sequence[Sequence[_Unit]], room: float) -> float:
    """The largest share of a page that is left, the last page apart."""
    return max((1 - _used(units) / room for units in pages[:-1]), default=0.0)


def _tightened(style: Style) -> Style:
    """The same style with smaller pictures: what makes two cards fit where one and a half would."""
    theme = style.theme
    changes = {
        "picture_height": theme.picture_height * _TIGHT,
        "picture": theme.picture * _NARROW,
        "wide_pair": _WIDE_PAIR,
    }
    return replace(style, theme=theme.model_copy(update=changes))


def _body_top(style: Style, frame: Frame) -> float:
    """Where the first part stands on a page with a running head."""
    return frame.top + style.theme.step * 1.5


def _stack(blocks: Sequence[Block], gap: float, apart: float, phase: CardPhase | None) -> _Unit:
    height = sum(block.height for block in blocks) + gap * (len(blocks) - 1)
    return _Unit(tuple(blocks), gap, Part(height, apart), phase)


def _opening(style: Style, handout: Handout, width: float) -> list[_Unit]:
    """First block with the strip to fill in, the safety box, and the week at a glance where there is more than one phase.

    Page 1 has no running head: the first unit counts that much less, so that all pages have one height.
    """
    step = style.theme.step
    front = lay_out_front(style, handout.front, width)
    strip = lay_out_strip(style, handout.fields, width)
    unit = _stack((front, strip), step * 1.05, 0.0, None)
    unit = _Unit(unit.blocks, unit.gap, Part(unit.part.height - step * 1.5, 0.0), None, ("", STRIP))
    units = [unit, _stack((lay_out_pain(style, handout.pain, width),), 0.0, step * 0.8, None)]
    if len(handout.sessions) > 1:
        sessions = lay_out_sessions(style, handout.sessions_head, handout.sessions, width)
        units.append(_stack((sessions,), 0.0, step * 1.1, None))
    return units


def _listing_unit(style: Style, handout: Handout, width: float) -> _Unit:
    """The list of exercises for a first page without a card."""
    listing = lay_out_listing(style, handout.listing_head, handout.listing, width)
    return _stack((listing,), 0.0, style.theme.step * 1.1, None)


def _notes_unit(style: Style, handout: Handout, width: float) -> _Unit:
    """Room for a note of some lines, and more by hand."""
    block = lay_out_notes(style, handout.notes_head, width, style.theme.writing * _NOTE_LINES)
    return replace(_stack((block,), 0.0, style.theme.step * 1.4, None), slots=(NOTES,))


def _units(style: Style, handout: Handout, width: float) -> list[_Unit]:
    step = style.theme.step
    units = []
    for phase in handout.phases:
        for index, card in enumerate(phase.cards):
            block = lay_out_card(style, card, width, rule=index > 0)
            if index:
                units.append(_stack((block,), 0.0, step, phase))
            else:
                units.append(_stack((lay_out_tab(style, phase.tab, width), block), step * 0.45, step * 1.1, phase))
    for plate in handout.plates:
        units.append(_stack((lay_out_plate(style, plate, width, style.theme.plate_height),), 0.0, step * 1.1, None))
    units.append(_stack((lay_out_closing(style, handout.closing, width),), 0.0, step * 1.4, None))
    return units


def _page(style: Style, frame: Frame, handout: Handout, units: Sequence[_Unit], number: int, count: int) -> Page:
    theme = style.theme
    foot = frame.bottom - theme.footer_height
    first = number == 1
    y = frame.top if first else _body_top(style, frame)
    used = sum(unit.part.height for unit in units) + (theme.step * 1.5 if first else 0.0)
    least = sum(unit.part.apart for unit in units[1:])
    spare = foot - theme.step * 0.3 - y - used - least
    stretch = _stretch(spare, len(units) - 1, theme.step)
    placed: list[Placed] = []
    if not first:
        placed.append(_running_head(style, frame, handout, units[0]))
    for index, unit in enumerate(units):
        y += (unit.part.apart + stretch) if index else 0.0
        for block, slot in zip(unit.blocks, unit.slots or ("",) * len(unit.blocks), strict=True):
            placed.append(Placed(frame.start, y, block, _groups(unit), slot))
            y += block.height + unit.gap
        y -= unit.gap
    last = number == count
    if last:
        kept = units[-1].slots == (NOTES,)
        top = placed.pop().y if kept else y + theme.step * 1.4
        placed += _notes(style, frame, handout, top, foot)
    footer = lay_out_footer(style, handout.footer(number, count), frame.live, read=last)
    groups = () if last else _groups(units[-1])
    placed.append(Placed(frame.start, foot, footer, groups))
    return Page(frame.width, frame.height, tuple(placed))


def _stretch(spare: float, gaps: int, step: float) -> float:
    """Half of what is left goes between the parts, never so much that they fall apart."""
    return min(max(spare, 0.0) / 2 / gaps, 2 * step) if gaps else 0.0


def _groups(unit: _Unit) -> tuple[Group, ...]:
    return (Group(Role.SECTION, unit.phase.key),) if unit.phase else ()


def _running_head(style: Style, frame: Frame, handout: Handout, first: _Unit) -> Placed:
    """Says which phase goes on; the groups of its neighbour keep that phase one section over the page break."""
    goes_on = first.phase is not None and len(first.blocks) == 1
    continued = first.phase.continued if first.phase and goes_on else ""
    head = lay_out_head(style, handout.title, continued, frame.live)
    return Placed(frame.start, frame.top, head, _groups(first))


def _notes(style: Style, frame: Frame, handout: Handout, top: float, foot: float) -> list[Placed]:
    """A last page with room has lines for notes."""
    room = foot - style.theme.step * 0.5 - top
    if room < style.theme.writing * 2.4:
        return []
    return [Placed(frame.start, top, lay_out_notes(style, handout.notes_head, frame.live, room), slot=NOTES)]
