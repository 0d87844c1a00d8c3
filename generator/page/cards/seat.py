"""A card on its way to a page, and what it is set with: how high it is with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.manuscript.card import Card, CardNote
from generator.page.cards.card_style import pressed, with_column
from generator.page.cards.lay_out_card import lay_out_card
from generator.page.cards.space import LARGE_SAVINGS, PER_LARGE_PAGE, PER_NARROW_PAGE, PER_PAGE, SAVINGS, Saving
from generator.page.measures import Style
from generator.page.page import Block
from generator.page.personal_note import lay_out_note
from generator.page.unit import Unit, UnitPhase, stack

# Between two cards, and between the parts of one (tab, card, note), in steps.
_APART, _GAP = 0.4, 0.4
# How much wider the column of pictures is where a page has fewer cards than it could hold.
_LARGER = (1.45, 1.3, 1.15)


@dataclass(frozen=True, slots=True)
class Seat:
    """A card on its way to a page, with the tab of its phase if it is the first; `after` steps on an earlier page."""

    card: Card
    tab: Block | None = None
    phase: UnitPhase | None = None
    after: int | None = None

    def pieces(self) -> int:
        return len(self.card.steps) + len(self.card.notes) + bool(self.card.stop)

    def parted(self, count: int) -> tuple[Seat, Seat]:
        """The first `count` steps and notes, and the others under the name and number again."""
        card, steps = self.card, len(self.card.steps)
        notes = max(count - steps, 0)
        first = replace(card, steps=card.steps[:count], notes=card.notes[:notes], stop=None, note=None)
        rest = replace(card, steps=card.steps[count:], notes=card.notes[notes:])
        rest = replace(rest, trade_name="", doses=(), then=None, how=(), panels=(), video=None)
        return replace(self, card=first), Seat(rest, None, self.phase, (self.after or 0) + min(count, steps))


@dataclass(frozen=True)
class Setting:
    """What seats are set with: the cards' style, the page's (notes to one person keep to it), width and room.

    The first page has `head` points less than the others. Not `filled`, a card leaves much white to lines for notes.
    What was laid out is `known`, by seat, saving and height.
    """

    style: Style
    page: Style
    width: float
    room: float
    head: float = 0.0
    filled: bool = True
    known: dict[tuple[int, Saving, float], tuple[Seat, Unit]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def room_of(self, first: int) -> float:
        """Points of a page that begins with the card at `first`; the first page has a head less."""
        return self.room - (self.head if first == 0 else 0.0)

    @cached_property
    def larger(self) -> tuple[Setting, ...]:
        """The same with larger pictures."""
        return tuple(replace(self, style=with_column(self.style, share), filled=False) for share in _LARGER)

    @property
    def apart(self) -> float:
        return self.page.theme.card_step * _APART

    @property
    def is_large(self) -> bool:
        """Large type on a page that has room for text beside pictures."""
        return self.style.theme.stacked and not self.style.narrow

    @property
    def per_page(self) -> int:
        if self.style.narrow:
            return PER_NARROW_PAGE
        return PER_LARGE_PAGE if self.is_large else PER_PAGE

    @property
    def rather_once(self) -> tuple[bool, bool]:
        """Whether stop rules rather stand once than in the cards, and the other way.

        In large type somebody reads one card at a time.
        """
        return (False, True) if self.is_large else (True, False)

    @property
    def savings(self) -> tuple[Saving, ...]:
        return LARGE_SAVINGS if self.is_large else SAVINGS

    def unit(self, seat: Seat, saving: Saving, height: float = 0.0) -> Unit:
        """Tab, card and note to one person, as high as needed or `height` points."""
        key = id(seat), saving, height
        if key not in self.known:
            self.known[key] = seat, self._made(seat, saving, height)  # a seat that is kept keeps its id
        return self.known[key][1]

    def _made(self, seat: Seat, saving: Saving, height: float) -> Unit:
        style = pressed(self.style, saving.lead, saving.pictures)
        gap = self.page.theme.card_step * _GAP
        over = [seat.tab] if seat.tab else []
        under = [lay_out_note(self.page, seat.card.note, self.width)] if seat.card.note else []
        own = height - sum(block.height + gap for block in (*over, *under))
        card = replace(seat.card, notes=tuple(_kept(seat.card, saving)))
        made = lay_out_card(
            style, card, self.width, own, rule=not over, after=seat.after, around=saving.around, filled=self.filled
        )
        slots = [""] * (len(over) + 1) + [seat.card.note.key if seat.card.note else ""] * len(under)
        return stack((*over, made, *under), gap, self.apart, seat.phase, slots=slots)


def _kept(card: Card, saving: Saving) -> Iterator[CardNote]:
    """The notes that a saving leaves."""
    then = card.then[1].casefold() if card.then and saving.once else ""
    for note in card.notes:
        if note.kind not in saving.without and (note.kind != "harder" or not then.endswith(note.text.casefold())):
            yield note
