"""A whole handout: words and pictures in, pages out. First block, safety, cards by phase, closing part, footers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.manuscript.handout import Handout
from generator.page.cards.card_style import on_card
from generator.page.cards.closing import lay_out_advice, lay_out_notes
from generator.page.cards.lay_out_stops import lay_out_stop_rules
from generator.page.cards.opening import closing_units, fill_opening, opening_units
from generator.page.cards.seat import Seat, Setting
from generator.page.cards.seating import seat_cards
from generator.page.flow import Part, break_pages
from generator.page.help_box import lay_out_help, lay_out_help_parts
from generator.page.measures import Frame, Style
from generator.page.page import Group, Page, Placed, Role
from generator.page.plate_page import plate_blocks
from generator.page.running_heads import lay_out_footer, lay_out_head, lay_out_tab
from generator.page.unit import Unit, stack, used


def lay_out_handout(style: Style, frame: Frame, handout: Handout) -> tuple[Page, ...]:
    """Pages in the frame's paper. Stop rules stand once after the last card, or in the cards if that saves a page."""
    room = frame.bottom - style.theme.footer_height - _body_top(style, frame) - style.theme.step * 0.3
    opening = opening_units(style, handout, frame.live, room)
    before_closing = closing_units(style, handout, frame.live, opening)
    setting = Setting(on_card(style), style, frame.live, room)
    plates = [block for plate in handout.plates for block in plate_blocks(style, plate, frame.live, room)]
    advice, *help_ = _closing(style, handout, frame.live, room)
    after = [*before_closing, advice, *(stack((plate,), 0.0, style.theme.step * 1.1) for plate in plates), *help_]

    def paged(once: bool, close: bool) -> list[list[Unit]]:
        (*cards, last), stops = _card_pages(setting, handout, once=once, close=close)
        rest = _pages([last, *([unit] for unit in (*stops, *after))], room)
        return [*_pages([*opening], room), *cards, *rest]

    ways = ((once, close) for once in setting.rather_once for close in (True, False))
    pages = min((paged(*way) for way in ways), key=len)
    fill_opening(style, handout, frame.live, room, pages)
    return tuple(_page(style, frame, handout, units, number, len(pages)) for number, units in enumerate(pages, 1))


def _card_pages(setting: Setting, handout: Handout, *, once: bool, close: bool) -> tuple[list[list[Unit]], list[Unit]]:
    """Cards under the tabs of their phases, and when to stop, if that is said `once`: what has no page yet.

    `close` makes room for it behind the last card.
    """
    seats = [
        Seat(
            replace(card, stop=None) if once else card,
            lay_out_tab(setting.page, phase.tab, setting.width) if at == 0 else None,
            phase,
        )
        for phase in handout.phases
        for at, card in enumerate(phase.cards)
    ]
    block = lay_out_stop_rules(setting.style, handout.stops, setting.width) if once and handout.stops else None
    stops = [stack([block], 0.0, setting.apart * 1.6)] if block else []
    tail = sum(unit.part.height + unit.part.apart for unit in stops)
    seated = seat_cards(setting, seats, [tail if close else 0.0])
    pages = [list(page) for page in seated.pages]
    if close and seated.tail is not None:
        pages[-1] += stops
        stops = []
    return pages, stops


def _pages(runs: Sequence[Sequence[Unit]], room: float) -> list[list[Unit]]:
    """The units of each page; a run is not torn apart."""
    parts = [Part(used(run), run[0].part.apart) for run in runs]
    return [[unit for index in page for unit in runs[index]] for page in break_pages(parts, room)]


def _body_top(style: Style, frame: Frame) -> float:
    """Where the first part stands on a page with a running head."""
    return frame.top + style.theme.step * 1.5


def _closing(style: Style, handout: Handout, width: float, room: float) -> list[Unit]:
    """What to remember, and the box with who to call, in two where it is higher than a page."""
    step = style.theme.step
    advice, help_ = lay_out_advice(style, handout.closing, width), lay_out_help(style, handout.closing.help, width)
    halves = (help_,) if help_.height <= room else lay_out_help_parts(style, handout.closing.help, width)
    return [stack([half], 0.0, step * 1.4) for half in (advice, *halves)]


def _page(style: Style, frame: Frame, handout: Handout, units: Sequence[Unit], number: int, count: int) -> Page:
    theme = style.theme
    foot = frame.bottom - theme.footer_height
    first = number == 1
    y = frame.top if first else _body_top(style, frame)
    spare = foot - theme.step * 0.3 - y - used(units) - (theme.step * 1.5 if first else 0.0)
    stretch = _stretch(spare, len(units) - 1, theme.step)
    placed: list[Placed] = []
    if not first:
        placed.append(_running_head(style, frame, handout, units[0]))
    for index, unit in enumerate(units):
        y += (unit.part.apart + stretch) if index else 0.0
        for block, slot in zip(unit.blocks, unit.slots, strict=True):
            placed.append(Placed(frame.start, y, block, _groups(unit), slot))
            y += block.height + unit.gap
        y -= unit.gap
    last = number == count
    if last:
        placed += _notes(style, frame, handout, y + theme.step * 1.4, foot)
    footer = lay_out_footer(style, handout.footer, (number, count), frame.live, read=last)
    groups = () if last else _groups(units[-1])
    placed.append(Placed(frame.start, foot, footer, groups))
    return Page(frame.width, frame.height, tuple(placed))


def _stretch(spare: float, gaps: int, step: float) -> float:
    """Half of what is left goes between the parts, never so much that they fall apart."""
    return min(max(spare, 0.0) / 2 / gaps, 2 * step) if gaps else 0.0


def _groups(unit: Unit) -> tuple[Group, ...]:
    return (Group(Role.SECTION, unit.phase.key),) if unit.phase else ()


def _running_head(style: Style, frame: Frame, handout: Handout, first: Unit) -> Placed:
    """Says which phase goes on; the groups of its neighbour keep that phase one section over the page break."""
    goes_on = first.phase is not None and sum(not slot for slot in first.slots) == 1
    continued = first.phase.continued if first.phase and goes_on else ""
    head = lay_out_head(style, handout.title, continued, frame.live)
    return Placed(frame.start, frame.top, head, _groups(first))


def _notes(style: Style, frame: Frame, handout: Handout, top: float, foot: float) -> list[Placed]:
    """A last page with room has lines for notes."""
    room = foot - style.theme.step * 0.5 - top
    if room < style.theme.writing * 2.4:
        return []
    return [Placed(frame.start, top, lay_out_notes(style, handout.notes_head, frame.live, room))]
