"""The pages behind a sheet: cards, then once for all of them when to stop, why this may help, what to remember."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.manuscript.cards.card_pages import CardPages
from generator.manuscript.safety import Help
from generator.page.cards.bound import Binding, bind
from generator.page.cards.card_style import on_card
from generator.page.cards.lay_out_stops import lay_out_stop_rules
from generator.page.cards.reasons import ways_to_say
from generator.page.cards.seat import Seat, Setting
from generator.page.cards.seating import Seated, seat_cards
from generator.page.help_box import lay_out_help, lay_out_help_parts
from generator.page.measures import Frame, Style
from generator.page.page import Block, Page
from generator.page.plate_page import plate_blocks
from generator.page.unit import Unit, stack, used


@dataclass(frozen=True, slots=True)
class SeatedCards:
    """Cards before what follows them is known, so that each is laid out once, whatever does.

    `ways` are the cards with stop rules once after the last of them, or in each, the better way first.
    """

    binding: Binding
    setting: Setting
    ways: tuple[tuple[bool, tuple[Seat, ...]], ...]

    def pages(self, plan: Block | None = None) -> tuple[Page, ...]:
        """Pages in the frame's paper. A client's `plan` that has no room on the sheet stands at the end.

        Stop rules stand once after the last card, or in the cards if that saves a page or leaves room for more; in
        large type they stand in the cards if no page more is needed for that.
        """
        setting, cards = self.setting, self.binding.cards
        ways = [_seated(setting, cards, seats, plan, once=once) for once, seats in self.ways]
        seated = min(ways, key=lambda way: way.cost[: 1 if setting.is_large else 2])
        ends = (*_help(setting, cards.help), *_plates(setting, cards))
        return bind(self.binding, _with(setting, ends, seated.pages))


def seated_cards(style: Style, frame: Frame, cards: CardPages) -> SeatedCards:
    """The cards in the frame's live area."""
    binding = Binding(style, frame, cards)
    setting = Setting(on_card(style), style, frame.live, binding.room, binding.first_head)
    ways = tuple(
        (once, tuple(Seat(replace(card, stop=None) if once else card) for card in cards.cards))
        for once in setting.rather_once
    )
    return SeatedCards(binding, setting, ways)


def _seated(setting: Setting, cards: CardPages, seats: Sequence[Seat], plan: Block | None, *, once: bool) -> Seated:
    """The pages; where stop rules stand in the cards, only the routine's own follow these."""
    stops = cards.stops if once else cards.own_stops
    rules = [lay_out_stop_rules(setting.style, stops, setting.width)] if stops else []
    reasons = ways_to_say(setting.style, cards.why, cards.remember, setting.width)
    own = [plan] if plan else []
    said = (*([block] for block in reasons), [])
    ends = [[_part(setting, block) for block in (*rules, *reason, *own)] for reason in said]
    seated = seat_cards(setting, seats, [sum(unit.part.height + unit.part.apart for unit in end) for end in ends])
    if seated.tail is None:
        return replace(seated, pages=(*seated.pages, tuple(ends[0])), tail=0)
    *pages, last = seated.pages
    return replace(seated, pages=(*pages, (*last, *ends[seated.tail])))


def _help(setting: Setting, help_: Help | None) -> Sequence[Block]:
    """Whom to call for which signs, in one frame or two."""
    if help_ is None:
        return ()
    whole = lay_out_help(setting.page, help_, setting.width)
    return (whole,) if whole.height <= setting.room else lay_out_help_parts(setting.page, help_, setting.width)


def _plates(setting: Setting, cards: CardPages) -> Iterator[Block]:
    for plate in cards.plates:
        yield from plate_blocks(setting.page, plate, setting.width, setting.room)


def _with(setting: Setting, ends: Sequence[Block], pages: Sequence[Sequence[Unit]]) -> list[list[Unit]]:
    """What ends the pages, each on the last of them or on one more."""
    made = [list(page) for page in pages]
    white = Block(setting.width, 1.0, ())  # a frame at the top of a page stays off its edge
    for block in ends:
        unit = stack([white, block, white], 0.0, setting.apart * 1.6)
        if used([*made[-1], unit]) <= setting.room_of(len(made) - 1):
            made[-1].append(unit)
        else:
            made.append([unit])
    return made


def _part(setting: Setting, block: Block) -> Unit:
    return stack([block], 0.0, setting.apart * 1.6)
