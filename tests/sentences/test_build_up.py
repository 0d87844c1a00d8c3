"""What changes from week to week."""

from __future__ import annotations

import pytest

from generator.language.wording import load_wording
from generator.plan import Plan
from generator.sentences import build_up
from tests.shelf import Shelf, strength

ENGLISH = load_wording("en-GB")


def plan_of(entry: str, exercise: str, other: str = "", frequency: int = 2) -> Plan:
    routine = f"phases:\n  - {{id: p, name: P, kind: strengthen, frequency: {frequency}, exercises: [{entry}]}}\n"
    return Shelf(routine, {"a": exercise, "b": other or strength()}).plan()


def loose(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("dose", "line"),
    [
        ("reps: 6, unit: lift, weeks: {2: {reps: 8}, 3: {reps: 10}, 4: {reps: 12}}",
         "Then build up: week 2: 8 lifts, week 3: 10, week 4: 12."),
        ("reps: 6, weeks: {3: {reps: 8}}", "Then build up: week 3: 8 times."),
        ("sets: 2, reps: 5, unit: lift, weeks: {2: {sets: 3, reps: 4}, 3: {reps: 5}, 4: {reps: 6}}",
         "Then build up: week 2: 3 sets of 4 lifts, week 3: 5 lifts, week 4: 6."),
        ("sets: 2, reps: 8, weeks: {2: {sets: 3}}", "Then build up: week 2: 3 sets."),
        ("reps: 8, unit: lift, weeks: {2: {reps: 10}, 3: {reps: 6}}", "Then change: week 2: 10 lifts, week 3: 6."),
        ("reps: 8, load: 10 kg, weeks: {3: {load: 12 kg}}", "Then build up: week 3: 12 kg."),
        ("reps: 8, load: {effort: {reps_in_reserve: 3}}, weeks: {3: {load: {effort: {reps_in_reserve: 2}}}}",
         "Then build up: week 3: 2 to spare."),
        ("hold: 20 s, weeks: {2: {hold: 30 s}}", "Then build up: week 2: 30 seconds."),
        ("hold: 20 s, sets: 2, weeks: {2: {hold: 30 s, sets: 3}}", "Then build up: week 2: 30 seconds, 3 times."),
        ("hold: 20 s, sets: 2, weeks: {2: {sets: 3}}", "Then build up: week 2: 3 times."),
        ("duration: 1 min, weeks: {2: {duration: 90 s}}", "Then build up: week 2: 1 minute 30 seconds."),
        ("distance: 20 m, weeks: {2: {distance: 40 m}}", "Then build up: week 2: 40 metres."),
        ("reps: 8, hold: 3 s, unit: lift, weeks: {2: {hold: 5 s}}",
         "Then build up: week 2: 8 lifts, hold for 5 seconds."),
        ("reps: 8, weeks: {2: {rest: 1 min}}", None),
        ("reps: 8", None),
    ],
)  # fmt: skip
def test_the_build_up_line(dose: str, line: str | None) -> None:
    steps = build_up(plan_of("a", strength(dose)).exercises[0], ENGLISH)
    assert (loose(f"{steps.label} {steps.text}") if steps else None) == line


def test_more_days_are_a_build_up() -> None:
    steps = build_up(plan_of("{exercise: a, weeks: {3: {frequency: 3}}}", strength()).exercises[0], ENGLISH)
    assert steps and loose(f"{steps.label} {steps.text}") == "Then build up: week 3: 3 days a week."


def test_a_new_level_has_none() -> None:
    plan = plan_of("{exercise: a, weeks: {3: {exercise: b}}}", strength(), strength(name="Hard lift"))
    assert [build_up(exercise, ENGLISH) for exercise in plan.exercises] == [None, None]
