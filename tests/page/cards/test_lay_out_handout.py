"""A handout without a sheet: its cards stand as many on a page as behind a sheet."""

from __future__ import annotations

import pytest

from generator.content.choices import Layout
from generator.content.library import load_library
from generator.content.paper import Paper
from generator.content.person import Person
from generator.make import checked_pages, prepare
from generator.page.format import Format
from generator.page.page import Words
from generator.workshop import Workshop
from tests.page.conftest import items_of
from tests.shelf import prescription

WORKSHOP = Workshop(load_library())


def cards_by_page(routine: str, paper: Paper) -> list[int]:
    """How many exercises begin on each page between the first and the closing one."""
    wish = prescription(routine=routine, clinic="brookside")
    master = prepare(wish, WORKSHOP, Format(paper=paper, layout=Layout.CARDS, only="cards"))
    size = master.style.theme.card_number
    return [
        sum(_is_number(item, size) for placed in page.blocks for item in items_of(placed.block))
        for page in master.laid.cards
    ]


def _is_number(item: object, size: float) -> bool:
    return isinstance(item, Words) and item.run.size == size and item.run.text.isdigit()


@pytest.mark.parametrize(
    ("routine", "cards"),
    [
        ("back-care-stretches", [0, 2, 3, 2, 0]),
        ("hamstring-health", [0, 3, 3, 2, 0]),
        ("hinge-and-rotate", [0, 3, 0]),
        ("hip-hinge-foundations", [0, 3, 2, 0, 0]),
        ("ten-minute-follow-along", [0, 2, 2, 2, 0]),
    ],
)
def test_cards_share_pages(routine: str, cards: list[int]) -> None:
    assert cards_by_page(routine, Paper.A4) == cards


def test_a_note_to_one_person_has_its_place_among_closer_lines() -> None:
    wish = prescription(routine="hinge-and-rotate", clinic="brookside")
    ann = Person(name="Ann Lee", note_for={"side-lying-hip-rotation": "Only as far as it feels easy on the left. " * 3})
    master = prepare(wish, WORKSHOP, Format(layout=Layout.CARDS, only="cards"), ann)
    assert len(checked_pages(master, wish, ann).pages) == len(master.laid.cards)


def test_type_stays_as_large_as_it_is() -> None:
    master = prepare(
        prescription(routine="hamstring-health", clinic="brookside"),
        WORKSHOP,
        Format(layout=Layout.CARDS, only="cards"),
    )
    cards = [placed.block for page in master.laid.cards[1:] for placed in page.blocks if placed.block.place]
    assert len(cards) == 8
    theme = master.style.theme
    sizes = {item.run.size for block in cards for item in items_of(block) if isinstance(item, Words)}
    assert sizes == {theme.card_name, theme.card_dose, theme.card_body, theme.small, theme.card_number}
