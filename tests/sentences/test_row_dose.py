"""How much to do, as it stands under the name of a chart's row."""

from __future__ import annotations

import pytest

from generator.language.wording import load_wording
from generator.plan import Plan, plan_weeks
from generator.sentences import short_dose
from generator.sentences.row_dose import row_dose
from tests.shelf import Shelf, prescription, strength

ENGLISH = load_wording("en-GB")


def plan_of(exercises: str, weeks: int = 4, **files: str) -> Plan:
    routine = f"phases: [{{id: p, name: P, kind: strengthen, frequency: {{per_week: 3}}, exercises: [{exercises}]}}]"
    return plan_weeks(prescription(weeks=weeks), Shelf(routine, files))


def loose(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        ("sets: 2, reps: 8, unit: lift", "2 sets of 8 lifts, each side"),
        ("sets: 1, reps: 8, unit: lift", "8 lifts, each side"),
        ("duration: 1 min", "1 minute, each side"),
    ],
)
def test_the_dose_of_a_row(dose: str, words: str) -> None:
    planned = plan_of("a", a=strength(dose, side="each")).exercises[0]
    assert loose(row_dose([planned], ENGLISH)) == words


def test_the_same_again_is_so_many_times() -> None:
    planned = plan_of("a", a=strength("duration: 45 s", side="right")).exercises[0]
    assert loose(row_dose([planned, planned], ENGLISH)) == "45 seconds, 2 times"


@pytest.mark.parametrize(
    ("dose", "row", "short"),
    [
        ("sets: 2, reps: 8, unit: bend, weeks: {3: {reps: 12}}",
         "2 sets of 8 bends, each side; from week 3: 2 sets of 12 bends", None),
        ("reps: 6, unit: lift, weeks: {2: {reps: 8}, 4: {reps: 10}}",
         "6 lifts, each side; from week 2: 8 lifts; from week 4: 10 lifts", None),
        ("sets: 2, reps: 8, unit: lift, weeks: {2: {sets: 3}, 3: {reps: 10}}",
         "2 sets of 8 lifts, each side; from week 2: 3 sets of 8 lifts; from week 3: 10 lifts", None),
        ("reps: 8, unit: lift, load: 10 kg, weeks: {3: {load: 12 kg}}",
         "8 lifts, each side, 10 kg; from week 3: 12 kg", None),
        ("reps: 8, unit: lift, load: 10 kg, weeks: {3: {load: 12 kg, reps: 6}}",
         "8 lifts, each side, 10 kg; from week 3: 6 lifts, 12 kg", None),
        ("duration: 1 min, weeks: {2: {duration: 90 s}}", "1 minute, each side; from week 2: 1 minute 30 seconds",
         "Keep going for 1 minute, each side; from week 2: 1 minute 30 seconds"),
        ("reps: 8, unit: lift, weeks: {3: {rest: 1 min}}", "8 lifts, each side", None),
    ],
)  # fmt: skip
def test_a_dose_tied_to_weeks_is_told_for_all_of_them(dose: str, row: str, short: str | None) -> None:
    planned = plan_of("a", a=strength(dose, side="each")).exercises[0]
    assert loose(row_dose([planned], ENGLISH)) == row
    assert loose(short_dose(planned, ENGLISH)) == (short or row)
    weeks = [loose(row_dose([planned], ENGLISH, (week,))) for week in (1, 4)]
    assert all(";" not in text and "each side" in text for text in weeks)
    assert (weeks[0] == weeks[1]) is (";" not in row)


def test_a_table_of_some_weeks_tells_what_changes_in_them() -> None:
    dose = "reps: 4, unit: lift, weeks: {3: {reps: 6}, 5: {reps: 8}, 7: {reps: 10}}"
    planned = plan_of("a", weeks=8, a=strength(dose)).exercises[0]
    told = [loose(row_dose([planned], ENGLISH, weeks)) for weeks in ((1, 2, 3, 4), (5, 6, 7, 8), (8,))]
    assert told == ["4 lifts; from week 3: 6 lifts", "8 lifts; from week 7: 10 lifts", "10 lifts"]
