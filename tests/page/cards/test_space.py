"""What gives way on a page of cards, in which order, and what never does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.manuscript.card import CardNote
from generator.page.cards.card_style import on_card
from generator.page.cards.seat import Seat, Setting
from generator.page.cards.seating import Seated, seat_cards, shared
from generator.page.cards.space import LARGE_SAVINGS, NOTHING_SAVED, SAVINGS
from generator.page.measures import Style
from generator.page.page import Words
from generator.shapes.geometry import MM
from tests.page.conftest import card, items_of, text_of

KINDS = ("why", "measure", "begin", "feel", "tip", "avoid", "easier", "harder")
CARD = card(
    steps=tuple(f"Step {n}: bend your knees and stand up again slowly." for n in range(6)),
    notes=tuple(CardNote(kind, f"{kind}:", "one line of it.") for kind in KINDS),
    stop=CardNote("stop", "Stop if:", "pain shoots below your knee."),
)


def test_the_order_of_savings() -> None:
    assert [(one.without, one.lead, one.pictures) for one in SAVINGS] == [
        (("why",), 1.0, 1.0),
        (("why", "begin"), 1.0, 1.0),
        (("why", "begin"), 0.96, 1.0),
        (("why", "begin"), 0.96, 0.7),
    ]


def test_large_type_saves_what_costs_nothing_first_and_presses_lines_last() -> None:
    assert [(one.without, one.lead, one.pictures, one.once) for one in LARGE_SAVINGS] == [
        ((), 1.0, 1.0, False),
        ((), 1.0, 1.0, True),
        *((one.without, one.lead, one.pictures, True) for one in SAVINGS),
        (("why", "begin"), 0.94, 0.7, True),
    ]
    assert all(one.around for one in LARGE_SAVINGS)


def test_in_large_type_notes_go_around_the_code_and_nothing_is_said_twice(style_of: Callable[[str], Style]) -> None:
    then = CardNote("harder", "harder:", "Choose the next weight up.")
    again = replace(
        CARD, steps=CARD.steps[:2], notes=(*CARD.notes[:-1], then), then=("", "Then: choose the next weight up.")
    )
    made = setting(style_of("large-print"))
    around, once = LARGE_SAVINGS[:2]
    whole, beside, least = (made.unit(Seat(again), saving) for saving in (NOTHING_SAVED, around, once))
    step = made.style.theme.step
    assert whole.part.height - beside.part.height > 2 * step
    assert beside.part.height - least.part.height == pytest.approx(step)
    assert sorted(said(Seated(((whole,),)))[0].split()) == sorted(said(Seated(((beside,),)))[0].split())
    assert gone(said(Seated(((least,),)))[0]) == ("harder",)


def setting(style: Style, lines: float = 0.0, cards: int = 3) -> Setting:
    """A page with room for so many whole cards, but for some lines."""
    made = Setting(on_card(style), style, 182 * MM, 0.0)
    whole = made.unit(Seat(CARD), NOTHING_SAVED).part.height
    return replace(made, room=whole * cards + made.apart * (cards - 1) - lines * made.style.theme.step + 0.1)


def said(seated: Seated) -> list[str]:
    units = (unit for page in seated.pages for unit in page)
    return [" ".join(" ".join(map(text_of, unit.blocks)).split()) for unit in units]


def gone(text: str) -> tuple[str, ...]:
    return tuple(kind for kind in KINDS if f"{kind}: one line" not in text)


@pytest.mark.parametrize(
    ("lines", "lead", "without"),
    [
        (0, 1.0, ((), (), ())),
        (1, 1.0, (("why",), (), ())),
        (3, 1.0, (("why",),) * 3),
        (4, 1.0, (("why", "begin"), ("why",), ("why",))),
        (6, 1.0, (("why", "begin"),) * 3),
        (7, 0.96, (("why", "begin"),) * 3),
    ],
)
def test_why_goes_first_then_what_to_begin_with_then_lead(
    style_of: Callable[[str], Style], lines: int, lead: float, without: tuple[tuple[str, ...], ...]
) -> None:
    seated = seat_cards(setting(style_of("standard"), lines), [Seat(CARD)] * 3)
    assert len(seated.pages) == 1
    texts = said(seated)
    assert tuple(map(gone, texts)) == without
    assert seated.left_out == sum(map(len, without))
    assert all("Stop if: pain shoots below your knee." in text and CARD.how[0] in text for text in texts)
    words = (word for word in items_of(seated.pages[0][0].blocks[0]) if isinstance(word, Words))
    first, second, *_ = [word.y for word in words if word.run.text.startswith("Step ")]
    assert second - first == pytest.approx(style_of("standard").theme.card_step * lead, abs=0.1)


def test_then_a_page_has_a_card_less_and_nothing_is_left_out(style_of: Callable[[str], Style]) -> None:
    seated = seat_cards(setting(style_of("standard"), 14), [Seat(CARD)] * 3)
    assert sorted(len(page) for page in seated.pages) == [1, 2]
    assert seated.left_out == 0 and set(map(gone, said(seated))) == {()}


def test_the_highest_card_saves_first(style_of: Callable[[str], Style]) -> None:
    longer = replace(CARD, steps=(*CARD.steps, "And rest."))
    seated = seat_cards(setting(style_of("standard")), [Seat(CARD), Seat(longer), Seat(CARD)])
    assert list(map(gone, said(seated))) == [(), ("why",), ()]


def test_what_follows_the_cards_keeps_their_notes(style_of: Callable[[str], Style]) -> None:
    made = setting(style_of("standard"))
    best, shorter, last = (lines * made.style.theme.step for lines in (28, 3, 0))
    seated = seat_cards(made, [Seat(CARD)] * 3, (best, shorter, last))
    assert (seated.tail, seated.left_out) == (2, 0)
    seated = seat_cards(made, [Seat(CARD)] * 3, (best, shorter))
    assert (seated.tail, seated.left_out) == (1, 3)
    seated = seat_cards(made, [Seat(CARD)] * 3, (best,))
    assert (len(seated.pages), seated.tail, seated.left_out) == (1, None, 0)


def test_rooms_are_as_even_as_can_be() -> None:
    assert shared([80, 80, 80], 270, 90) == [90, 90, 90]
    assert shared([100, 60, 60], 270, 90) == [100, 85, 85]
    assert shared([60, 60], 270, 90) == [90, 90]
    assert shared([100, 60], 270, 90) == [100, 90]
    assert sum(shared([120, 95, 40], 270, 90)) == 270
