"""Days: n a week gives n, strength rests in between, whatever else is asked for."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.plan_length import LENGTHS, LONGEST
from generator.plan.schedule import DAYS, MOST_APART, USUAL, Request, Wish, best_days, place_days


def in_line(by_week: tuple[tuple[int, ...], ...]) -> list[int]:
    """Days counted through all weeks."""
    return [week * DAYS + day for week, days in enumerate(by_week) for day in days]


def rested(by_week: tuple[tuple[int, ...], ...]) -> bool:
    return all(later - day > 1 for day, later in pairwise(in_line(by_week)))


@pytest.mark.parametrize("count", range(1, 8))
def test_the_usual_days(count: int) -> None:
    for apart in (True, False):
        assert best_days(count, apart) == USUAL[count]


def test_usual_strength_days_lie_inside_one_another() -> None:
    for fewer, more in combinations(range(1, MOST_APART + 1), 2):
        assert set(USUAL[fewer]) <= set(USUAL[more])


counts = st.one_of(st.none(), st.integers(1, 7))


# For each week of a plan that may be asked for.
by_week = st.sampled_from(LENGTHS).flatmap(
    lambda weeks: st.lists(st.tuples(st.tuples(*(counts,) * weeks), st.booleans()), min_size=1, max_size=5)
)


@given(by_week)
def test_n_a_week_gives_n_and_strength_rests(asked: list[tuple[tuple[int | None, ...], bool]]) -> None:
    requests = [
        Request(f"p{index}", tuple(Wish(count=n) if n else None for n in weeks), apart)
        for index, (weeks, apart) in enumerate(asked)
    ]
    placed = place_days(requests)
    for request in requests:
        days = placed[request.key]
        assert [len(week) for week in days] == [wish.count if wish else 0 for wish in request.wishes]
        few = [week if len(week) <= MOST_APART else () for week in days]
        if request.apart:
            assert rested(tuple(few))


@given(
    st.lists(st.integers(1, MOST_APART), min_size=1, max_size=4),
    st.sets(st.integers(0, 6), min_size=1, max_size=7),
)
def test_counted_strength_stays_inside_its_phase_if_it_can(strengths: list[int], around: set[int]) -> None:
    phase = Request("phase", (Wish(named=tuple(sorted(around))),) * LONGEST)
    inner = [Request(f"phase/{i}", (Wish(count=n),) * LONGEST, True, "phase") for i, n in enumerate(strengths)]
    placed = place_days([phase, *inner])
    for request, count in zip(inner, strengths, strict=True):
        days = placed[request.key]
        assert rested(days)
        possible = any(
            set(way) <= around and all((b - a) % DAYS not in (1, 6) for a, b in combinations(way, 2))
            for way in combinations(range(DAYS), count)
        )
        if possible:
            assert set(days[0]) <= around


def test_counted_strength_keeps_clear_of_named_strength() -> None:
    named = Request("a", (Wish(named=(1, 3)),) * LONGEST, True)
    counted = Request("b", (Wish(count=2),) * LONGEST, True)
    placed = place_days([named, counted])
    both = set(placed["a"][0]) | set(placed["b"][0])
    assert all((b - a) % DAYS not in (1, 6) for a, b in combinations(sorted(both), 2))


def test_following_and_weeks_without() -> None:
    placed = place_days(
        [
            Request("a", (Wish(count=3),) * LONGEST),
            Request("a/0", (Wish(), None, Wish(count=1), *(Wish(),) * (LONGEST - 3)), within="a"),
            Request("b", (Wish(),) * LONGEST, within="a"),
            Request("c", (Wish(count=2),) * LONGEST, within="b"),
        ]
    )
    assert placed["a/0"] == ((0, 2, 4), (), (0,), *((0, 2, 4),) * (LONGEST - 3))
    assert placed["b"] == placed["a"]
    assert set(placed["c"][0]) <= {0, 2, 4}


def test_days_of_a_phase_that_has_only_its_exercises_days() -> None:
    placed = place_days(
        [
            Request("a/0", (Wish(count=1),) * LONGEST),
            Request("a/1", (Wish(count=3),) * LONGEST),
            Request("b", (Wish(),) * LONGEST, within="a"),
        ]
    )
    assert placed["b"][0] == (0, 2, 4)


def test_four_strength_days_are_allowed_to_touch() -> None:
    assert best_days(4, True) == (0, 2, 4, 5)


def test_the_guard_sees_a_wrong_week() -> None:
    assert not rested(((0, 1), (), (), ()))
    assert not rested(((6,), (0,), (), ()))
    assert rested(((0, 2, 4),) * 4)
