"""Parts never split, keep their order, and pages come out few and even."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.page.flow import Part, break_pages, page_height

heights = st.lists(st.floats(1, 120), min_size=1, max_size=30)


def parts(*values: float) -> list[Part]:
    return [Part(value, 5.0) for value in values]


def test_two_and_two_rather_than_three_and_one() -> None:
    pages = break_pages(parts(30, 30, 30, 30, 90), 100)
    assert [list(page) for page in pages] == [[0, 1], [2, 3], [4]]


def test_a_part_higher_than_a_page_gets_one_of_its_own() -> None:
    assert [list(page) for page in break_pages(parts(20, 150, 20), 100)] == [[0], [1], [2]]


def test_what_is_left_on_the_last_page_does_not_count() -> None:
    assert [list(page) for page in break_pages(parts(45, 45, 10), 100)] == [[0, 1], [2]]


@given(heights)
def test_every_part_once_in_order_and_nothing_overfull(values: list[float]) -> None:
    own = parts(*values)
    pages = break_pages(own, 100)
    assert [index for page in pages for index in page] == list(range(len(own)))
    for page in pages:
        assert len(page) == 1 or page_height([own[index] for index in page]) <= 100


@given(heights)
def test_no_fewer_pages_are_possible(values: list[float]) -> None:
    own = parts(*values)
    greedy, used = 1, 0.0
    for index, part in enumerate(own):
        needed = part.height + (part.apart if used else 0.0)
        if index and used + needed > 100:
            greedy, used, needed = greedy + 1, 0.0, part.height
        used += needed
    assert len(break_pages(own, 100)) == greedy
