"""The dose on the front of the sheet: its steps apart, all they share said once, one side in its own words."""

from __future__ import annotations

import pytest

from generator.sentences.sheet_dose import SheetDose, sheet_dose
from tests.sentences.test_dose_text import ENGLISH, loose, planned


def said(dose: str, side: str = "each") -> SheetDose:
    made = sheet_dose(planned(dose, side), ENGLISH)
    text, lead, steps, unit, *others = made
    behind, counted, close, later = map(loose, others)
    return SheetDose(loose(text), loose(lead), tuple(map(loose, steps)), loose(unit), behind, counted, close, later)


REPS = "sets: 2, reps: 8, unit: lift, progression: [{reps: 10}, {reps: 12}]"


@pytest.mark.parametrize(
    ("dose", "side", "text"),
    [
        ("sets: 2, reps: 8, unit: lift", "each", "2 sets of 8 lifts, each leg"),
        ("sets: 2, reps: 8, unit: lift", "left", "2 sets of 8 lifts, left leg only"),
        ("hold: 30 s", "right", "30 seconds, right leg only"),
        ("hold: 30 s", "both", "30 seconds"),
        ("reps: 4, unit: lift, weeks: {3: {reps: 6}}", "each", "4 lifts, each leg; from week 3: 6 lifts"),
    ],
)
def test_without_steps_it_is_one_text(dose: str, side: str, text: str) -> None:
    assert said(dose, side) == SheetDose(text)


def test_steps_that_are_numbers_stand_apart() -> None:
    made = said(REPS)
    assert (made.lead, made.steps, made.unit) == ("Start: 2 sets of", ("8", "10", "12"), "lifts")
    assert (made.behind, made.counted, made.close) == ("each leg", "lifts, each leg", "2 sets, each leg. Start:")


def test_one_set_is_not_told_beside_its_side() -> None:
    made = said("sets: 1, reps: 8, unit: lift, progression: [{reps: 10}]")
    assert (made.lead, made.steps, made.unit, made.close) == ("Start:", ("8", "10"), "lifts", "")


@pytest.mark.parametrize(
    ("dose", "steps", "unit"),
    [
        ("sets: 2, reps: 10, unit: lift, progression: [{sets: 3}]", ("2", "3"), "sets of 10 lifts"),
        ("hold: 20 s, progression: [{hold: 30 s}]", ("20", "30"), "seconds"),
    ],
)
def test_whatever_grows_the_numbers_are_the_steps(dose: str, steps: tuple[str, ...], unit: str) -> None:
    made = said(dose, "both")
    assert (made.lead, made.steps, made.unit) == ("Start:", steps, unit)


def test_steps_in_which_more_than_a_number_grows_are_whole() -> None:
    made = said("sets: 2, reps: 8, unit: lift, progression: [{reps: 10}, {sets: 3, reps: 8}]")
    assert made.steps == ("Start: 2 sets of 8 lifts", "2 sets of 10 lifts", "3 sets of 8 lifts, each leg")
    assert not (made.lead or made.unit)
