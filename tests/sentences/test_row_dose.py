"""How much to do, as it stands under the name of a chart's row."""

from __future__ import annotations

import pytest

from generator.language.wording import load_wording
from generator.plan import Plan, plan_weeks
from generator.sentences import week_amounts
from generator.sentences.row_dose import row_dose
from tests.shelf import Shelf, prescription, strength

ENGLISH = load_wording("en-GB")


def plan_of(exercises: str, **files: str) -> Plan:
    routine = f"phases: [{{id: p, name: P, kind: strengthen, frequency: {{per_week: 3}}, exercises: [{exercises}]}}]"
    return plan_weeks(prescription(), Shelf(routine, files))


def loose(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        ("sets: 2, reps: 8, unit: lift", "2 sets of 8 lifts, each side"),
        ("sets: 1, reps: 8, unit: lift", "8 lifts, each side"),
        ("reps: 10, unit: lift, weeks: {2: {reps: 12}}", "10 lifts, each side"),
        ("duration: 1 min", "1 minute, each side"),
    ],
)
def test_the_dose_of_a_row(dose: str, words: str) -> None:
    planned = plan_of("a", a=strength(dose, side="each")).exercises[0]
    assert loose(row_dose([planned], ENGLISH)) == words


def test_the_same_again_is_so_many_times() -> None:
    planned = plan_of("a", a=strength("duration: 45 s", side="right")).exercises[0]
    assert loose(row_dose([planned, planned], ENGLISH)) == "45 seconds, 2 times"


def test_weeks_name_the_exercises_that_change_by_number_or_name() -> None:
    dose = "reps: 6, unit: lift, weeks: {3: {reps: 8}}"
    plan = plan_of("a, b, c", a=strength(dose), b=strength("reps: 6"), c=strength(dose))
    assert loose(week_amounts(plan, 1, ENGLISH)) == "1 and 3: 6 each"
    assert loose(week_amounts(plan, 4, ENGLISH)) == "1 and 3: 8 each"
    one = plan_of("a, b", a=strength(dose, name="Chair lift"), b=strength("reps: 6"))
    assert loose(week_amounts(one, 3, ENGLISH)) == "1: 8 lifts"
    assert loose(week_amounts(one, 3, ENGLISH, named=True)) == "Chair lift: 8 lifts"
    assert week_amounts(plan_of("b", b=strength("reps: 6")), 3, ENGLISH) == ""
