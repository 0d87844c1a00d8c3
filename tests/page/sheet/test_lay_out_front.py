"""The pages of a front: how many, what on each, in which order it is read, and people of one size."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from generator.content.paper import Paper
from generator.manuscript.personal import PersonalNote
from generator.page.page import Page, Picture, Words
from generator.page.page_number import NUMBER
from generator.page.said_in_front import URGENT
from generator.page.sheet.front_columns import bands_of, stretches_of
from generator.page.sheet.front_pages import ASK, PAIN, SIGNS
from generator.page.strip import STRIP
from generator.problems import ContentError
from generator.shapes.drawing import Drawing
from generator.shapes.geometry import MM
from tests.page.conftest import items_of, text_of
from tests.page.sheet.fronts import front, of_length, pages, parted

ROUTINES = (
    "back-care-stretches",
    "hamstring-health",
    "hinge-and-rotate",
    "hip-hinge-foundations",
    "ten-minute-follow-along",
)
COUNTS = {("standard", Paper.A4): 1, ("standard", Paper.LETTER): 1, ("mono", Paper.A4): 1, ("large-print", Paper.A4): 3}


@pytest.mark.parametrize("routine", ROUTINES)
@pytest.mark.parametrize(("style", "paper"), COUNTS)
def test_a_bundled_routine_has_one_front_and_in_large_print_three_at_most(
    routine: str, style: str, paper: Paper
) -> None:
    assert 1 <= len(parted(front(routine, paper), paper, style)) <= COUNTS[style, paper]


def words_on(page: Page) -> list[str]:
    return [text_of(placed.block).replace("\N{NO-BREAK SPACE}", " ") for placed in page.blocks]


def test_ten_exercises_stand_on_one_page_and_more_are_parted_at_a_phase() -> None:
    made = front("hamstring-health")
    assert len(parted(of_length(made, 10))) == 1
    counts = [len(cells_of(page)) for page in pages(of_length(made, 14))]
    assert counts == [6, 8]


def cells_of(page: Page) -> list[str]:
    """Number and name of each exercise, as it is read."""
    return [
        placed.block.bookmark[0] for placed in page.blocks if placed.block.bookmark and placed.block.bookmark[1] == 2
    ]


@pytest.mark.parametrize("routine", ROUTINES)
@pytest.mark.parametrize("paper", Paper)
def test_exercises_are_read_in_the_order_of_their_numbers(routine: str, paper: Paper) -> None:
    numbers = [int(name.split()[0]) for page in pages(front(routine, paper), paper) for name in cells_of(page)]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("routine", ROUTINES)
def test_no_person_is_larger_than_another(routine: str) -> None:
    for page in pages(front(routine)):
        scales = [
            item.width / item.content.width
            for placed in page.blocks
            if placed.block.bookmark
            for item in items_of(placed.block)
            if isinstance(item, Picture) and isinstance(item.content, Drawing)
        ]
        assert min(scales) >= max(scales) * 0.87 - 0.001


def test_later_pages_say_their_number_and_where_the_signs_are() -> None:
    made = pages(front("hamstring-health", Paper.A5), Paper.A5)
    home = next(n for n, page in enumerate(made, 1) if any("Stop. Call 999" in text for text in words_on(page)))
    for number, page in enumerate(made, 1):
        assert any(placed.slot == NUMBER for placed in page.blocks) is (number > 1)
        assert number == home or any(f"(page {home})? Call 999" in text for text in words_on(page))


def test_in_large_print_the_signs_of_today_stand_behind_those_of_an_emergency() -> None:
    made = parted(front("hamstring-health"), style="large-print")
    parts = [part for page in made for part in page.parts]
    assert parts == [PAIN, ASK, SIGNS, URGENT]
    assert SIGNS not in {part for page in parted(front("hamstring-health"), style="mono") for part in page.parts[:2]}


def test_the_strip_has_its_slot_and_no_note_a_line_to_write_on() -> None:
    (page,) = pages(front("hamstring-health"))
    assert [placed.slot for placed in page.blocks if placed.slot] == [STRIP]
    (box,) = (text for text in words_on(page) if "From your physiotherapist" in text)
    assert box.strip() == "From your physiotherapist:"


def test_a_note_for_an_exercise_stands_under_its_row() -> None:
    made = front("hamstring-health")
    first = made.phases[0]
    noted = replace(first.cells[0], note=PersonalNote("note_for.cat-cow", "For you:", "Gently, please."))
    made = replace(made, phases=(replace(first, cells=(noted, *first.cells[1:])), *made.phases[1:]))
    (page,) = pages(made)
    names = [placed.slot or (placed.block.bookmark or ("",))[0] for placed in page.blocks]
    assert (
        names.index("note_for.cat-cow")
        == names.index("1  Cat and cow") + 1
        < names.index("2  Rock back on hands and knees")
    )


def test_a_name_of_more_than_three_lines_is_refused_at_its_place() -> None:
    made = front("hamstring-health")
    first = made.phases[0]
    long = replace(first.cells[0], name="Slow and careful cat and cow on hands and knees, with both arms " * 2)
    with pytest.raises(ContentError, match="this name takes") as refused:
        pages(replace(made, phases=(replace(first, cells=(long,)), *made.phases[1:])))
    assert refused.value.problems[0].place == first.cells[0].place is not None


def test_numbers_of_a_ladder_are_large_and_far_enough_apart_to_ring_one() -> None:
    (page,) = pages(front("hamstring-health"))
    (cell,) = (placed.block for placed in page.blocks if placed.block.bookmark == ("4  Hip hinge", 2))
    numbers = [item for item in items_of(cell) if isinstance(item, Words) and item.run.text in ("8", "10", "12")]
    assert [item.run.size for item in numbers] == [16] * 3
    for one, other in pairwise(numbers):
        assert other.x - one.x - one.run.width >= 5.5 * MM


def test_a_column_ends_with_its_phase_if_that_is_even() -> None:
    phases = front("back-care-stretches").phases
    (first, second), *_ = [band.columns for (band,) in bands_of(stretches_of(phases, 0, 7), 2)]
    assert [part.phase.key for part in first] == ["warm-up"] and [part.phase.key for part in second] == ["cool-down"]
    (first, second), *_ = [
        band.columns for (band,) in bands_of(stretches_of(front("hamstring-health").phases, 0, 8), 2)
    ]
    assert [len(part.cells) for part in first] == [3, 1] and [part.goes_on for part in second] == [True, False]
