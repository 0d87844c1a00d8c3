"""Minutes and weekly stretch times, worked out by hand here."""

from __future__ import annotations

import pytest

from generator.content.dose import Dose
from generator.plan.duration import Moving, seconds_of, whole_minutes
from tests.shelf import Shelf, mobility, strength, stretch


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


def test_weekly_stretch_by_muscle_and_side() -> None:
    plan = Shelf(ROUTINE, EXERCISES).plan()
    times = {(total.muscle, total.side): total.seconds for total in plan.stretch}
    assert times[("hamstrings", "right")] == (300, 300, 300, 300)
    assert times[("calf", "left")] == (600, 600, 750, 750)
    assert times[("calf", "right")] == (300, 300, 300, 300)


def test_equipment_stands_once_in_order() -> None:
    assert Shelf(ROUTINE, EXERCISES).plan().equipment == ("Mat", "strap", "chair")
