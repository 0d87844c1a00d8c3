"""The units that a phase's cards make: one each, with smaller pictures where it is high; on narrow paper several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from generator.manuscript.card import Card
from generator.manuscript.handout import CardPhase
from generator.page.cards.lay_out_card import lay_out_card
from generator.page.measures import Style
from generator.page.page import Block
from generator.page.panels import with_pictures
from generator.page.personal_note import lay_out_note
from generator.page.running_heads import lay_out_tab
from generator.page.unit import Unit, stack

# Shares of the pictures' size: where pages would be empty, and for a card that would not fit on a page of its own.
TIGHTER = (0.82, 0.7)
_TINY, _TINIEST = 0.5, 0.42


def phase_units(style: Style, noted: Style, phase: CardPhase, width: float, room: float) -> Iterator[Unit]:
    """A phase's cards, the first with the tab over it. A note that a page has no room for begins another one.

    Notes to one person are set in the style `noted`.
    """
    tab: Block | None = lay_out_tab(style, phase.tab, width)
    for card in phase.cards:
        unit = _fitted(style, noted, card, phase, width, room, tab)
        if card.note and unit.part.height > room:
            yield from _pages(style, noted, replace(card, note=None), phase, width, room, tab)
            yield _card(style, noted, _head_of(card), phase, width, None)
        else:
            yield from _pages(style, noted, card, phase, width, room, tab)
        tab = None


def _pages(
    style: Style, noted: Style, card: Card, phase: CardPhase, width: float, room: float, tab: Block | None
) -> Iterator[Unit]:
    """A card as one unit, or as several where it is higher than a narrow page: a step or note is never torn."""
    after: int | None = None

    def tried(part: Card, over: Block | None = tab) -> Unit:
        return _fitted(style, noted, part, phase, width, room, over, after)

    while True:
        whole = tried(card, tab)
        pieces = len(card.steps) + len(card.notes)
        if whole.part.height <= room or not style.narrow or pieces < 2:
            yield whole
            return
        units = {count: tried(_first(card, count), tab) for count in range(1, pieces)}
        fitting = [count for count, unit in units.items() if unit.part.height <= room and not _leaves_one(card, count)]
        count = fitting[-1] if fitting else 1
        rests = {it: tried(_rest(card, it), None).part.height for it in fitting}
        last = [it for it in fitting if rests[it] <= room]
        if last:
            count = min(last, key=partial(_unevenness, card, room, units, rests))
        yield units[count]
        after = (after or 0) + min(count, len(card.steps))
        card, tab = _rest(card, count), None


def _leaves_one(card: Card, count: int) -> bool:
    """Whether a step or a note would go over alone."""
    return count in (len(card.steps) - 1, len(card.steps) + len(card.notes) - 1)


def _unevenness(card: Card, room: float, units: Mapping[int, Unit], rests: Mapping[int, float], count: int) -> float:
    """How much fuller one of the last two pages is; a break between steps and notes is worth a third of a page."""
    return abs(units[count].part.height - rests[count]) / room - (1 / 3 if count == len(card.steps) else 0.0)


def _first(card: Card, count: int) -> Card:
    """The first of a card's steps and notes."""
    return replace(card, steps=card.steps[:count], notes=card.notes[: max(count - len(card.steps), 0)])


def _rest(card: Card, count: int) -> Card:
    """Name and number again, and the steps and notes that follow."""
    rest = replace(card, steps=card.steps[count:], notes=card.notes[max(count - len(card.steps), 0) :])
    return replace(rest, trade_name="", dose="", when="", build_up=None, panels=(), video=None)


def _fitted(
    style: Style,
    noted: Style,
    card: Card,
    phase: CardPhase,
    width: float,
    room: float,
    tab: Block | None,
    after: int | None = None,
) -> Unit:
    """A card that is higher than a page tries smaller pictures."""
    shares = (*TIGHTER, _TINY, *((_TINIEST,) if style.narrow else ())) if card.panels else ()
    for tried in (style, *(with_pictures(style, share) for share in shares)):
        unit = _card(tried, noted, card, phase, width, tab, after)
        if unit.part.height <= room:
            break
    return unit


def _head_of(card: Card) -> Card:
    """What of a card says which it is, and its note."""
    return replace(card, build_up=None, steps=(), notes=(), panels=(), video=None)


def _card(
    style: Style, noted: Style, card: Card, phase: CardPhase, width: float, tab: Block | None, after: int | None = None
) -> Unit:
    """A card, under its phase's tab if it is the first, and a note to one person under it."""
    step = style.theme.step
    blocks, slots = [lay_out_card(style, card, width, rule=tab is None, after=after)], [""]
    if card.note:
        blocks.append(lay_out_note(noted, card.note, width))
        slots.append(card.note.key)
    if tab:
        blocks, slots = [tab, *blocks], ["", *slots]
    return stack(blocks, step * 0.45, step * 1.1 if tab else step, phase, slots=slots)
