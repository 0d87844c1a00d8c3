"""A timed sequence on the sheet: each exercise once, by the number it first has."""

from __future__ import annotations

from generator.content.library import load_library
from generator.plan import plan_weeks
from generator.plan.first_uses import first_uses, sheet_numbers
from tests.shelf import prescription


def test_a_sequence_counts_what_comes_back_once() -> None:
    plan = plan_weeks(prescription(routine="ten-minute-follow-along", clinic="brookside"), load_library())
    assert list(sheet_numbers(plan).values()) == [1, 2, 3, 4, 5, 2, 3, 4, 5, 1, 6]
    uses = first_uses(plan, plan.phases[0])
    assert [use.number for use in uses] == [1, 2, 3, 4, 5, 6]
    assert [len(use.times) for use in uses] == [2, 2, 2, 2, 2, 1]


def test_elsewhere_every_exercise_stands_for_itself() -> None:
    plan = plan_weeks(prescription(routine="hamstring-health", clinic="brookside"), load_library())
    assert sheet_numbers(plan) == {number: number for number in range(1, 9)}
    assert all(len(use.times) == 1 for phase in plan.phases for use in first_uses(plan, phase))
