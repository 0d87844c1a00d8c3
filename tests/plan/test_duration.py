"""Minutes and weekly stretch times, worked out by hand here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from generator.content.dose.dose import Dose
from generator.content.library import Library, load_library
from generator.plan import Plan, plan_weeks
from generator.plan.duration import Moving, seconds_of, whole_minutes
from tests.shelf import Shelf, mobility, prescription, strength, stretch


@pytest.mark.parametrize(
    ("dose", "side", "seconds"),
    [
        ({"hold": "30 s"}, "both", (30, 30)),
        ({"hold": "30 s", "sets": 2, "rest": "10 s"}, "each", (130, 130)),
        ({"reps": 8}, "both", (24, 24)),
        ({"reps": "8-12"}, "both", (24, 36)),
        ({"reps": 8, "tempo": {"lower": "3 s", "pause": "1 s", "lift": "2 s"}}, "each", (96, 96)),
        ({"reps": 10, "hold": "3 s", "sets": 3, "rest": "1 min"}, "both", (300, 300)),
        ({"reps": 8, "hold": "3 s", "tempo": {"lower": "3 s", "pause": "3 s", "lift": "2 s"}}, "both", (64, 64)),
        ({"duration": "1 min"}, "alternate", (60, 60)),
        ({"hold": "20 s"}, "alternate", (40, 40)),
        ({"duration": "1-2 min", "sets": "2-3", "rest": "30 s"}, "left", (150, 420)),
        ({"distance": "20 m"}, "both", (18, 18)),
        ({"distance": "10 steps"}, "each", (12, 12)),
    ],
)
def test_seconds(dose: dict[str, object], side: str, seconds: tuple[int, int]) -> None:
    assert seconds_of(Moving(Dose.model_validate(dose), side)) == seconds


def test_whole_minutes() -> None:
    assert [whole_minutes(seconds) for seconds in (0, 20, 89, 90, 600)] == [1, 1, 1, 2, 10]


ROUTINE = """\
phases:
  - {id: m, name: M, kind: mobilise, frequency: 7, exercises: [m]}
  - {id: s, name: S, kind: strengthen, frequency: 3, exercises: [s, {exercise: o, optional: true}]}
  - {id: t, name: T, kind: stretch, frequency: 5, exercises: [t, {exercise: u, side: left}]}
  - {id: h, name: H, kind: habit, exercises: [h]}
"""
EXERCISES = {
    "m": mobility("duration: 4 min, frequency: {times_a_day: 2}"),
    "s": strength("duration: 10 min"),
    "o": strength("duration: 5 min"),
    "t": stretch("hold: 30 s, sets: 2", side="each", muscles="[hamstrings, calf]", equipment="[Mat, strap]"),
    "u": stretch("duration: 60 s, weeks: {3: {duration: 90 s}}", muscles="[calf]", equipment="[mat, chair]"),
    "h": mobility("duration: 30 min"),
}


def test_minutes_of_a_session_and_of_a_week() -> None:
    plan = Shelf(ROUTINE, EXERCISES).plan()
    # Shortest day: 4 min and 20 s of change. Longest: 4 + 10 + 5 + 2 + 1.5 min and 5 changes.
    assert plan.minutes == (4, 24)
    assert [phase.minutes for phase in plan.phases][1] == (10, 16)
    # Seven days of twice 4:20, three of 10:20 (and 5:20), five of 2:20 and 1:20.
    assert plan.weeks[0].minutes == (110, 126)


def test_minutes_of_a_session_are_the_sum_of_what_is_printed_for_its_phases() -> None:
    other = {"m": mobility("duration: 250 s"), "s": strength("duration: 610 s"), "o": strength("duration: 290 s")}
    plan = Shelf(ROUTINE, EXERCISES | other).plan()
    # 4:30, 10:30 to 15:40 and 3:40 to 4:10, each rounded; the longest day of 24:20 would be 24 minutes.
    assert [phase.minutes for phase in plan.phases][:3] == [(5, 5), (11, 16), (4, 4)]
    assert plan.minutes == (5, 25)


def _made(library: Library) -> Iterator[Plan]:
    for routine in library.routine_ids():
        for alternative in (None, *library.routine(routine).alternatives):
            yield plan_weeks(prescription(routine=routine, clinic="brookside", alternative=alternative), library)


def test_whoever_adds_up_the_phases_of_a_bundled_routine_gets_its_minutes() -> None:
    for plan in _made(load_library()):
        phases = [phase for phase in plan.phases if phase.phase.kind != "habit"]
        sums = [
            [phase.minutes for phase in phases if day in phase.days_by_week[week]]
            for week, day in product(range(4), range(7))
        ]
        least = min(sum(low for low, _ in one) for one in sums if one)
        most = max(sum(high for _, high in one) for one in sums if one)
        assert plan.minutes == (least, most), plan.routine_id


def test_weekly_stretch_by_muscle_and_side() -> None:
    plan = Shelf(ROUTINE, EXERCISES).plan()
    times = {(total.muscle, total.side): total.seconds for total in plan.stretch}
    assert times[("hamstrings", "right")] == (300, 300, 300, 300)
    assert times[("calf", "left")] == (600, 600, 750, 750)
    assert times[("calf", "right")] == (300, 300, 300, 300)


def test_equipment_stands_once_in_order() -> None:
    assert Shelf(ROUTINE, EXERCISES).plan().equipment == ("Mat", "strap", "chair")
