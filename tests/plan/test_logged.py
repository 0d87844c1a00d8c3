"""Which exercises are written down set by set, how many sets and sessions they have, and in which unit."""

from __future__ import annotations

import pytest

from generator.plan import Plan
from generator.plan.logged import logged, sessions_in_week, sets_logged, weight_unit
from tests.shelf import Shelf, mobility, strength, stretch

PHASE = "phases: [{{id: p, name: P, kind: strengthen, frequency: {frequency}, exercises: [{exercises}]}}]\n"


def plan(exercise: str, frequency: str = "{per_week: 3}", clinic: str = "") -> Plan:
    return Shelf(PHASE.format(frequency=frequency, exercises="a"), {"a": exercise}, clinic).plan()


@pytest.mark.parametrize(
    ("exercise", "is_logged"),
    [
        (strength(), True),
        (strength("hold: 30 s"), True),
        (strength("reps: 8, load: bodyweight"), True),
        (stretch(), False),
        (mobility(), False),
        (mobility("reps: 8, load: bodyweight"), False),
        (mobility("reps: 8, load: 4 kg"), True),
        (mobility("reps: 8, load: {band: {brand: Theraband, colour: red}}"), True),
    ],
)
def test_strength_and_what_has_a_load_is_logged(exercise: str, is_logged: bool) -> None:
    assert bool(logged(plan(exercise))) is is_logged


def test_what_is_done_by_the_clock_is_not_logged() -> None:
    phase = (
        "phases: [{id: p, name: P, kind: sequence, frequency: daily,"
        " exercises: [{exercise: a, duration: 40 s, side: both}]}]\n"
    )
    assert logged(Shelf(phase, {"a": strength("duration: 40 s")}).plan()) == ()


@pytest.mark.parametrize(
    ("dose", "sets"),
    [
        ("reps: 8", 3),
        ("sets: 2, reps: 8", 3),
        ("sets: 4-5, reps: 8", 5),
        ("sets: 3, reps: 8, progression: [{sets: 4}]", 4),
        ("sets: 3, reps: 8, weeks: {3: {sets: 6}}", 6),
    ],
)
def test_there_is_room_for_the_most_sets_and_never_for_fewer_than_three(dose: str, sets: int) -> None:
    (one,) = logged(plan(strength(dose)))
    assert sets_logged(one) == sets


def test_a_session_is_a_time_on_a_day() -> None:
    (one,) = logged(plan(strength(), "{per_week: 3, times_a_day: 2}"))
    assert [sessions_in_week(one, week) for week in (1, 4)] == [6, 6]


@pytest.mark.parametrize(
    ("dose", "clinic", "unit"),
    [
        ("reps: 8", "", "kg"),
        ("reps: 8", "country: US\n", "lb"),
        ("reps: 8", "country: CA\n", ""),
        ("reps: 8, load: 20 lb", "", "lb"),
        ("reps: 8, load: 8 kg", "country: US\n", "kg"),
        ("reps: 8, progression: [{load: 8 lb}]", "", "lb"),
        ("reps: 8, load: {band: {brand: Theraband, colour: red}}", "", "band"),
    ],
)
def test_weights_are_in_the_plans_unit_or_the_countrys(dose: str, clinic: str, unit: str) -> None:
    made = plan(strength(dose), clinic=clinic)
    assert weight_unit(logged(made)[0], made) == unit
