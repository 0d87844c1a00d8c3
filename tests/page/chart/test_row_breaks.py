"""Rows over pages: between phases if that is possible, evenly, never more than twelve, nothing lost."""

from __future__ import annotations

import pytest

from generator.page.chart.row_breaks import MOST_ROWS, Heights, Phases, split_phases
from tests.page.chart.charts import phases

HEIGHTS = Heights(row=lambda _: 10.0, sub=lambda _: 5.0, first=lambda _: 0.0)


def sizes(parts: tuple[Phases, ...] | None) -> list[list[int]]:
    assert parts is not None
    return [[len(phase.rows) for phase in part] for part in parts]


def test_what_fits_stays_together() -> None:
    assert sizes(split_phases(phases(3, 4), HEIGHTS, 1000, 1000)) == [[3, 4]]


def test_it_breaks_between_phases() -> None:
    assert sizes(split_phases(phases(3, 4, 3), HEIGHTS, 80, 80)) == [[3, 4], [3]]
    assert sizes(split_phases(phases(2, 5, 3), HEIGHTS, 90, 90)) == [[2, 5], [3]]


def test_the_last_part_has_its_own_room() -> None:
    assert sizes(split_phases(phases(3, 4, 3), HEIGHTS, 200, 40)) == [[3, 4], [3]]
    assert sizes(split_phases(phases(3, 4, 3), HEIGHTS, 200, 20)) == [[3, 4, 1], [2]]


def test_a_long_phase_is_broken_evenly_and_says_so() -> None:
    parts = split_phases(phases(20), HEIGHTS, 1000, 1000)
    assert sizes(parts) == [[10], [10]]
    assert parts is not None
    assert [part[0].name for part in parts] == ["Part 1", "Part 1, continued"]


def test_never_more_than_twelve() -> None:
    for count in range(1, 40):
        parts = sizes(split_phases(phases(count), HEIGHTS, 1000, 1000))
        assert max(part[0] for part in parts) <= MOST_ROWS
        assert len(parts) == -(-count // MOST_ROWS)
        assert sum(part[0] for part in parts) == count


@pytest.mark.parametrize("room", [35, 55, 80, 111])
def test_no_row_is_lost_and_none_too_many(room: float) -> None:
    parts = split_phases(phases(3, 4, 1, 6, 2), HEIGHTS, room, room)
    assert parts is not None
    keys = [row.key for part in parts for phase in part for row in phase.rows]
    assert keys == [f"move-{n}" for n in range(1, 17)]
    for part in parts:
        rows = sum(len(phase.rows) for phase in part)
        assert rows * 10 + (len(part) - 1) * 5 <= room


def test_a_row_higher_than_its_page_is_refused() -> None:
    assert split_phases(phases(2), HEIGHTS, 9, 9) is None
