"""A long exercise goes over as many pages as it takes, with nothing lost or torn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.content.paper import Paper
from generator.manuscript.card import Card, CardNote
from generator.manuscript.personal import PersonalNote
from generator.page.cards.card_style import on_card
from generator.page.cards.seat import Seat, Setting
from generator.page.cards.seating import seat_cards
from generator.page.measures import Style, frame_of
from generator.page.narrow import on_frame
from generator.page.unit import Unit, used
from generator.shapes.geometry import MM
from tests.page.conftest import card, overlaps, text_of

STEPS = tuple(f"Step {n}: bend your knees and stand up again slowly, as far as you like." for n in range(1, 10))
NOTES = tuple(
    CardNote(kind, f"{kind}:", f"{kind} is a longer text that needs more than one line to be read in full")
    for kind in ("feel", "tip", "avoid", "easier", "harder", "stop")
)
LONG = card(steps=STEPS, notes=NOTES)


def units(style: Style, paper: Paper, *cards: Card) -> tuple[list[Unit], float]:
    frame = frame_of(paper)
    own = on_frame(style, frame)
    room = frame.bottom - frame.top - 24 * MM
    setting = Setting(on_card(own), own, frame.live, room)
    seated = seat_cards(setting, [Seat(one) for one in cards or (LONG,)])
    return [unit for page in seated.pages for unit in page], room


@pytest.mark.parametrize("theme", ["standard", "large-print", "mono"])
def test_a_long_exercise_goes_on_over_the_page_and_loses_nothing(style_of: Callable[[str], Style], theme: str) -> None:
    made, room = units(style_of(theme), Paper.A5)
    assert len(made) > 1
    said = [" ".join(text_of(block) for block in unit.blocks) for unit in made]
    whole = " ".join(said)
    assert all(whole.count(f"Step {n}: ") == 1 for n in range(1, 10))
    assert all(whole.count(f"{note.kind} is a longer text") == 1 for note in NOTES)
    assert all(LONG.name in text for text in said)
    assert sum(LONG.doses[0][1] in text for text in said) == 1
    for unit in made:
        assert used([unit]) <= room
        assert all(overlaps(block) == [] for block in unit.blocks)
    # Only its first page is in the outline.
    assert [block.bookmark for unit in made for block in unit.blocks if block.bookmark].count(
        (f"{LONG.number}  {LONG.name}", 2)
    ) == 1


def test_steps_keep_their_numbers(style_of: Callable[[str], Style]) -> None:
    made, _ = units(style_of("large-print"), Paper.A5)
    whole = " ".join(text_of(block) for unit in made for block in unit.blocks).split()
    before = [whole[index - 1] for index, word in enumerate(whole) if word == "Step"]
    assert before == [str(n) for n in range(1, 10)]


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_on_other_papers_it_stays_whole(style_of: Callable[[str], Style], paper: Paper) -> None:
    assert len(units(style_of("standard"), paper)[0]) == 1


def test_a_note_to_one_person_for_which_a_page_has_no_room_goes_over_with_the_last_notes(
    style_of: Callable[[str], Style],
) -> None:
    note = PersonalNote("note_for.a", "For you:", "Only as far as it feels easy on the left. " * 12)
    made, room = units(style_of("standard"), Paper.A5, replace(LONG, steps=STEPS[:3], note=note))
    assert [unit.slots for unit in made] == [("",), ("", "note_for.a")]
    assert all(used([unit]) <= room for unit in made)


@pytest.mark.parametrize("theme", ["standard", "large-print", "mono"])
def test_a_narrow_page_has_the_sizes_of_type_of_a_wide_one(style_of: Callable[[str], Style], theme: str) -> None:
    style = style_of(theme)
    narrow = on_frame(style, frame_of(Paper.A5))
    assert narrow.narrow and on_frame(narrow, frame_of(Paper.A5)) is narrow
    assert on_frame(style, frame_of(Paper.A4, gutter=40.0)) is style
    changed = {key for key, value in style.theme if getattr(narrow.theme, key) != value}
    assert changed <= {"stacked", "step", "footer_height", "shape"}
