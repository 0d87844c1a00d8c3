"""A whole handout: words and pictures in, pages out. First block, safety, cards by phase, closing part, footers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.manuscript.handout import Handout
from generator.page.cards.card_units import TIGHTER, phase_units
from generator.page.cards.closing import lay_out_advice, lay_out_closing, lay_out_notes
from generator.page.cards.opening import closing_units, fill_opening, opening_units
from generator.page.flow import Part, break_pages
from generator.page.help_box import lay_out_help, lay_out_help_parts
from generator.page.measures import Frame, Style
from generator.page.page import Group, Page, Placed, Role
from generator.page.panels import with_pictures
from generator.page.plate_page import plate_blocks
from generator.page.running_heads import lay_out_footer, lay_out_head
from generator.page.unit import Unit, stack, used

# From this share of an empty page on it is worth to try smaller pictures, then lines closer together as well: two cards
# may fit then instead of one. Type stays as large as it is.
_TOO_EMPTY = 0.35
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
        yield from (with_pictures(lines, share) for share in TIGHTER)


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
    units = [unit for phase in handout.phases for unit in phase_units(style, noted, phase, width, room)]
    plates = [block for plate in handout.plates for block in plate_blocks(style, plate, width, room)]
    return [*units, *(stack((plate,), 0.0, style.theme.step * 1.1) for plate in plates)]


def _closing(style: Style, handout: Handout, width: float, room: float) -> list[Unit]:
    """The closing part as one unit; where it is higher than a page, the box with who to call begins another, or two."""
    step = style.theme.step
    whole = stack([lay_out_closing(style, handout.closing, width)], 0.0, step * 1.4)
    if whole.part.height <= room:
        return [whole]
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
