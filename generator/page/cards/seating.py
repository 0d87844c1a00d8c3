"""Which cards share a page, and how high each is: three, or as many as fit, one where none else does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.page.cards.seat import Seat, Setting
from generator.page.cards.space import NOTHING_SAVED, Saving
from generator.page.unit import Unit

# A shorter tail leaves out as much as so many notes.
_TAIL = 2


@dataclass(frozen=True, slots=True)
class Seated:
    """The units of each page, how many notes were left out to save room, and which tail the last page has room for.

    Without room for any, `tail` is None.
    """

    pages: tuple[tuple[Unit, ...], ...]
    left_out: int = 0
    tail: int | None = None

    @property
    def cost(self) -> tuple[int, int]:
        """Fewest pages first (a tail without room needs another), then the least that is not said."""
        return len(self.pages) + (self.tail is None), self.left_out + _TAIL * (self.tail or 0)


def seat_cards(setting: Setting, seats: Sequence[Seat], tails: Sequence[float] = (0.0,)) -> Seated:
    """Cards page by page at the least cost, the fullest pages first.

    `tails` are heights of what could follow on the last page, the best first. Exact, by where the first page ends.
    """
    waiting = [part for seat in seats for part in _parts(setting, seat)]
    best = {len(waiting): Seated((), 0, 0)}
    for start in range(len(waiting) - 1, -1, -1):
        room = setting.room_of(start)
        options = []
        for end in range(min(start + setting.per_page, len(waiting)), start, -1):
            page = _page(setting, waiting[start:end], room, tails if end == len(waiting) else None)
            if page:
                rest = best[end]
                tail = page.tail if end == len(waiting) else rest.tail
                options.append(Seated(page.pages + rest.pages, page.left_out + rest.left_out, tail))
        if not options:  # for a check to report
            unit = setting.unit(waiting[start], setting.savings[-1])
            options = [replace(best[start + 1], pages=((unit,), *best[start + 1].pages))]
        best[start] = min(options, key=lambda one: one.cost)
    return best[0]


def _page(setting: Setting, seats: Sequence[Seat], room: float, tails: Sequence[float] | None) -> Seated | None:
    """The seats on one page, filled; None if they do not fit. `tails` is None for any page but the last."""
    if tails is None and len(seats) < setting.per_page:
        for larger in setting.larger:
            whole = _filled(larger, seats, (), room, room)
            if whole:
                return whole
    share = (room - setting.apart * (setting.per_page - 1)) / setting.per_page
    for tail, taken in enumerate(tails or ()):
        whole = _filled(setting, seats, (), room - taken, share)
        if whole:
            return replace(whole, tail=tail)
    for tail, taken in enumerate(tails or ()):
        whole = _filled(setting, seats, setting.savings, room - taken, share)
        if whole:
            return replace(whole, tail=tail)
    return _filled(setting, seats, setting.savings, room, room if tails is None else share)


def _filled(
    setting: Setting, seats: Sequence[Seat], savings: Sequence[Saving], room: float, most: float
) -> Seated | None:
    """The seats in so much room, none higher than `most` unless it must be; None if they do not fit."""
    free = room - setting.apart * (len(seats) - 1)
    found = _savings(setting, seats, savings, free)
    if not found:
        return None
    pairs = list(zip(seats, found, strict=True))
    least = [setting.unit(seat, saving).part.height for seat, saving in pairs]
    heights = shared(least, free, most)
    units = [setting.unit(*pair, height) for pair, height in zip(pairs, heights, strict=True)]
    left_out = sum(note.kind in saving.without for seat, saving in pairs for note in seat.card.notes)
    return Seated((tuple(units),), left_out)


def _savings(setting: Setting, seats: Sequence[Seat], savings: Sequence[Saving], room: float) -> list[Saving] | None:
    """What each card saves so that all fit into the room; the highest card of the page saves first."""
    found = [NOTHING_SAVED] * len(seats)
    heights = [setting.unit(seat, NOTHING_SAVED).part.height for seat in seats]
    if sum(heights) <= room:
        return found
    for saving in savings:
        for index in sorted(range(len(seats)), key=lambda at: -heights[at]):
            found[index] = saving
            heights[index] = setting.unit(seats[index], saving).part.height
            if sum(heights) <= room:
                return found
    return None


def shared(least: Sequence[float], room: float, most: float) -> list[float]:
    """Heights as even as can be that fill the room: none under its least, none over `most` unless it must be."""
    level = most
    for _ in least:
        high = [one for one in least if one > level]
        level = min(most, (room - sum(high)) / max(len(least) - len(high), 1))
    return [max(one, level) for one in least]


def _parts(setting: Setting, seat: Seat) -> list[Seat]:
    """A card that is higher than a page in several, each as much as fits: a step or note is never torn."""
    room = setting.room_of(0)
    if seat.pieces() < 2 or _savings(setting, [seat], setting.savings, room):
        return [seat]
    best = 1
    for count in range(1, seat.pieces()):
        if setting.unit(seat.parted(count)[0], setting.savings[-1]).part.height > room:
            break
        if not _leaves_one(seat, count):
            best = count
    first, rest = seat.parted(best)
    return [first, *_parts(setting, rest)]


def _leaves_one(seat: Seat, count: int) -> bool:
    """Whether a step or a note would go over alone."""
    return count in (len(seat.card.steps) - 1, seat.pieces() - 1)
