"""What a handout opens with: first block, safety box, the week at a glance, the list of exercises; pages are filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.manuscript.handout import Handout
from generator.page.cards.exercise_list import lay_out_listing
from generator.page.cards.front import lay_out_about, lay_out_front, lay_out_masthead
from generator.page.cards.sessions import lay_out_sessions
from generator.page.flow import Part
from generator.page.measures import Style
from generator.page.page import Block
from generator.page.pain import pain_blocks
from generator.page.personal_note import lay_out_note
from generator.page.running_heads import is_short, lay_out_colophon
from generator.page.strip import STRIP, lay_out_strip
from generator.page.unit import Unit, stack, used


def opening_units(style: Style, handout: Handout, width: float, room: float) -> list[list[Unit]]:
    """The units of page 1, as many as it holds, then the others, each on its own.

    The safety box stands before the week at a glance, except where page 1 has room for the week and not for the box.
    """
    first = _first(style, handout, width, lay_out_front(style, handout.front, width))
    pain, *more = (stack((it,), 0.0, style.theme.step * 0.8) for it in pain_blocks(style, handout.pain, width, room))
    week = _week(style, handout, width)
    if style.theme.stacked and used([first]) > room:
        # A note to one person is never shortened: what is good to know makes room for it.
        first = _first(style, handout, width, lay_out_masthead(style, handout.front, width))
        week = (stack((lay_out_about(style, handout.front, width),), 0.0, style.theme.step * 0.8), *week)
    if more:
        rest = [*more, *week]
        return [[first], [pain], *([rest] if used(rest) <= room else ([unit] for unit in rest))]
    brief = () if style.theme.stacked else _week(style, handout, width, beside=True)
    # Where a note has taken its room, the week stands beside its head before it leaves the page.
    if brief and used([first, pain, *week]) > room >= used([first, pain, *brief]):
        week = brief
    for page in ([first, pain, *week], [first, pain], [first, *week]):
        if used(page) <= room:
            return [page, *([unit] for unit in (pain, *week) if unit not in page)]
    return [[unit] for unit in (first, pain, *week)]


def closing_units(style: Style, handout: Handout, width: float, opening: list[list[Unit]]) -> list[Unit]:
    """What of the opening stands before the closing part instead; it is taken out of `opening`.

    The week at a glance repeats what stands with each exercise: in large print it has no page of its own.
    """
    week = list(_week(style, handout, width))
    if not style.theme.stacked or not week or opening[-1] != week:
        return []
    return opening.pop()


def fill_opening(style: Style, handout: Handout, width: float, room: float, pages: list[list[Unit]]) -> None:
    """What goes where room is left: what a short footer leaves out, and the list of exercises before the first card."""
    step = style.theme.step
    free = [page for page in pages[:2] if not any(unit.phase for unit in page) and page is not pages[-1]]
    extras = [(lay_out_listing(style, handout.listing_head, handout.listing, width), step * 0.9, free)]
    if is_short(style, handout.footer):
        extras.insert(
            0, (lay_out_colophon(style, handout.footer.whole, width), step, [*free, pages[-1], *reversed(pages)])
        )
    for block, apart, candidates in extras:
        unit = stack((block,), 0.0, apart)
        page = next((page for page in candidates if used([*page, unit]) <= room), None)
        if page is not None:
            page.append(unit)


def _first(style: Style, handout: Handout, width: float, front: Block) -> Unit:
    """First block, strip and a note to one person.

    Page 1 has no running head: it counts that much less, as all pages have one height.
    """
    step = style.theme.step
    blocks = [front, lay_out_strip(style, handout.fields, width)]
    slots = ["", STRIP]
    if handout.note:
        blocks.append(lay_out_note(style, handout.note, width))
        slots.append(handout.note.key)
    whole = stack(blocks, step * 1.05, 0.0, slots=slots)
    return replace(whole, part=Part(whole.part.height - step * 1.5, 0.0))


def _week(style: Style, handout: Handout, width: float, *, beside: bool = False) -> Sequence[Unit]:
    """The week at a glance, if there is more than one phase."""
    if len(handout.sessions) < 2:
        return ()
    sessions = lay_out_sessions(style, handout.sessions_head, handout.sessions, width, beside=beside)
    return (stack((sessions,), 0.0, style.theme.step * 0.9),)
