"""A whole handout: words and pictures in, pages out. First block, safety, cards by phase, closing part, footers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.manuscript.card import Card
from generator.manuscript.handout import CardPhase, Handout
from generator.page.cards.closing import lay_out_advice, lay_out_closing, lay_out_notes
from generator.page.cards.lay_out_card import lay_out_card
from generator.page.cards.opening import closing_units, fill_opening, opening_units
from generator.page.flow import Part, break_pages
from generator.page.help_box import lay_out_help
from generator.page.measures import Frame, Style
from generator.page.page import Block, Group, Page, Placed, Role
from generator.page.panels import with_pictures
from generator.page.personal_note import lay_out_note
from generator.page.plate_page import lay_out_plate
from generator.page.running_heads import lay_out_footer, lay_out_head, lay_out_tab
from generator.page.unit import Unit, stack, used

# From this share of an empty page on it is worth to try smaller pictures, then lines closer together as well: two cards
# may fit then instead of one. Type stays as large as it is.
_TOO_EMPTY = 0.35
_TIGHTER = (0.82, 0.7)
_TINY = 0.5  # for a card that would not fit on a page of its own
# Where a page holds one card anyway, its pictures may grow as long as no page more is needed.
_LARGER = (1.4, 1.25, 1.12)


def lay_out_handout(style: Style, frame: Frame, handout: Handout) -> tuple[Page, ...]:
    """Pages in the frame's paper. Two fixed passes: breaks first, then page numbers are known."""
    room = frame.bottom - style.theme.footer_height - _body_top(style, frame) - style.theme.step * 0.3
    opening = opening_units(style, handout, frame.live, room)
    before_closing = closing_units(style, handout, frame.live, opening)

    def paged(pictures: Style) -> list[list[Unit]]:
        units = [
            *_units(pictures, style, handout, frame.live, room),
            *before_closing,
            *_closing(style, handout, frame.live, room),
        ]
        return _pages([*opening, *([unit] for unit in units)], room)

    pages = paged(style)
    for tighter in _tighter(style) if _emptiest(pages, room) > _TOO_EMPTY else ():
        tight = paged(tighter)
        if len(tight) < len(pages):
            pages = tight
            break
    for share in _LARGER if style.theme.stacked else ():
        roomy = paged(with_pictures(style, share))
        if len(roomy) <= len(pages) and all(used(page) <= room for page in roomy):
            pages = roomy
            break
    fill_opening(style, handout, frame.live, room, pages)
    return tuple(_page(style, frame, handout, units, number, len(pages)) for number, units in enumerate(pages, 1))


def _tighter(style: Style) -> Iterator[Style]:
    """Ways to set cards lower, the gentlest first."""
    pressed = replace(style, theme=style.theme.model_copy(update={"step": style.theme.note_step}))
    for lines in (style, *([] if style.theme.stacked else [pressed])):
        yield from (with_pictures(lines, share) for share in _TIGHTER)


def _pages(runs: Sequence[Sequence[Unit]], room: float) -> list[list[Unit]]:
    """The units of each page; a run is not torn apart."""
    parts = [Part(used(run), run[0].part.apart) for run in runs]
    return [[unit for index in page for unit in runs[index]] for page in break_pages(parts, room)]


def _emptiest(pages: Sequence[Sequence[Unit]], room: float) -> float:
    """The largest share of a page that is left, the last page apart."""
    return max((1 - used(units) / room for units in pages[:-1]), default=0.0)


def _body_top(style: Style, frame: Frame) -> float:
    """Where the first part stands on a page with a running head."""
    return frame.top + style.theme.step * 1.5


def _units(style: Style, noted: Style, handout: Handout, width: float, room: float) -> list[Unit]:
    """Cards and plates; the style has the pictures' sizes and the lines' distances.

    Notes to one person are `noted` in the style that has neither changed: they are filled in later.
    """
    units = [unit for phase in handout.phases for unit in _cards(style, noted, phase, width, room)]
    height = min(style.theme.plate_height, room)
    plates = [lay_out_plate(style, plate, width, height) for plate in handout.plates]
    return [*units, *(stack((plate,), 0.0, style.theme.step * 1.1) for plate in plates)]


def _closing(style: Style, handout: Handout, width: float, room: float) -> list[Unit]:
    """The closing part as one unit; where it is higher than a page, the box with who to call begins another."""
    step = style.theme.step
    whole = stack([lay_out_closing(style, handout.closing, width)], 0.0, step * 1.4)
    if whole.part.height <= room:
        return [whole]
    halves = lay_out_advice(style, handout.closing, width), lay_out_help(style, handout.closing.help, width)
    return [stack([half], 0.0, step * 1.4) for half in halves]


def _cards(style: Style, noted: Style, phase: CardPhase, width: float, room: float) -> Iterator[Unit]:
    """A phase's cards, the first with the tab over it. A note that a page has no room for begins another one."""
    tab: Block | None = lay_out_tab(style, phase.tab, width)
    for card in phase.cards:
        unit = _fitted(style, noted, card, phase, width, room, tab)
        if card.note and unit.part.height > room:
            yield _fitted(style, noted, replace(card, note=None), phase, width, room, tab)
            yield _card(style, noted, _head_of(card), phase, width, None)
        else:
            yield unit
        tab = None


def _fitted(
    style: Style, noted: Style, card: Card, phase: CardPhase, width: float, room: float, tab: Block | None
) -> Unit:
    """A card that is higher than a page tries smaller pictures."""
    for tried in (style, *(with_pictures(style, share) for share in (*_TIGHTER, _TINY))):
        unit = _card(tried, noted, card, phase, width, tab)
        if unit.part.height <= room:
            break
    return unit


def _head_of(card: Card) -> Card:
    """What of a card says which it is, and its note."""
    return replace(card, build_up=None, steps=(), notes=(), panels=(), video=None)


def _card(style: Style, noted: Style, card: Card, phase: CardPhase, width: float, tab: Block | None) -> Unit:
    """A card, under its phase's tab if it is the first, and a note to one person under it."""
    step = style.theme.step
    blocks, slots = [lay_out_card(style, card, width, rule=tab is None)], [""]
    if card.note:
        blocks.append(lay_out_note(noted, card.note, width))
        slots.append(card.note.key)
    if tab:
        blocks, slots = [tab, *blocks], ["", *slots]
    return stack(blocks, step * 0.45, step * 1.1 if tab else step, phase, slots=slots)


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
