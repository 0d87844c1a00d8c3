"""The steps of an exercise in words: one line for the card, one text for each box, the same numbers in the dose."""

from __future__ import annotations

import pytest

from generator.language.wording import load_wording
from generator.plan import Plan
from generator.sentences import build_up, short_dose, step_texts
from generator.sentences.row_dose import row_dose
from tests.shelf import Shelf, strength

ENGLISH = load_wording("en-GB")


def plan_of(dose: str, side: str = "both") -> Plan:
    routine = "phases:\n  - {id: p, name: P, kind: strengthen, frequency: 2, exercises: [a]}\n"
    return Shelf(routine, {"a": strength(dose, side=side)}).plan()


def loose(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("dose", "line", "steps", "row"),
    [
        ("sets: 2, reps: 8, unit: hinge, progression: [{reps: 10}, {reps: 12}], progress_to: Hinge a little lower.",
         "Your steps: 8 → 10 → 12 bends. Then: hinge a little lower.",
         ["8", "10", "12 bends", "Hinge a little lower."], "2 sets of 8, later 10, later 12 bends"),
        ("reps: 8, unit: round, progress_to: Make the move bigger.",
         "Next step: Make the move bigger.", ["8 rounds", "Make the move bigger."], "8 rounds"),
        ("reps: 8, progression: [{reps: 10}]", "Your steps: 8 → 10 times.", ["8", "10 times"], "8, later 10 times"),
        ("sets: 2, reps: 8, progression: [{reps: 10}]",
         "Your steps: 8 → 10 times.", ["8", "10 times"], "2 sets of 8, later 10"),
        ("reps: 8-10, unit: lift, progression: [{reps: 10-12}]",
         "Your steps: 8 to 10 → 10 to 12 lifts.", ["8 to 10", "10 to 12 lifts"], "8 to 10, later 10 to 12 lifts"),
        ("sets: 2, reps: 8, unit: lift, progression: [{reps: 10}, {sets: 3, reps: 8}]",
         "Your steps: 2 sets of 8 lifts → 2 sets of 10 lifts → 3 sets of 8 lifts.",
         ["2 sets of 8 lifts", "2 sets of 10 lifts", "3 sets of 8 lifts"],
         "2 sets of 8 lifts → 2 sets of 10 lifts → 3 sets of 8 lifts"),
        ("sets: 2, hold: 20 s, progression: [{hold: 25 s}, {hold: 30 s}]",
         "Your steps: 20 → 25 → 30 seconds.", ["20", "25", "30 seconds"],
         "20 seconds, 2 times → 25 seconds, 2 times → 30 seconds, 2 times"),
        ("hold: 45 s, progression: [{hold: 60 s}]",
         "Your steps: 45 seconds → 1 minute.", ["45 seconds", "1 minute"], "45 seconds → 1 minute"),
        ("reps: 8, load: 4 kg, progression: [{load: 5 kg}]", "Your steps: 4 kg → 5 kg.", ["4 kg", "5 kg"], "8 times"),
        ("sets: 2, reps: 8, progression: [{sets: 3}]", "Your steps: 2 → 3 sets.", ["2", "3 sets"],
         "2 sets of 8 → 3 sets of 8"),
    ],
)  # fmt: skip
def test_a_ladder_in_words(dose: str, line: str, steps: list[str], row: str) -> None:
    (one,) = plan_of(dose).exercises
    said = build_up(one, ENGLISH)
    assert said and loose(f"{said.label} {said.text}") == line
    assert one.ladder
    assert [loose(text) for text in step_texts(one.ladder, ENGLISH)] == steps
    assert loose(row_dose([one], ENGLISH)) == row


@pytest.mark.parametrize(
    ("dose", "text"),
    [
        ("sets: 2, reps: 8, unit: lift, progression: [{reps: 10}]", "2 sets of 8, later 10 lifts, each side"),
        ("sets: 2, reps: 8, unit: lift, progression: [{sets: 3}]", "2 sets of 8 lifts → 3 sets of 8 lifts, each side"),
        ("hold: 20 s, sets: 2, progression: [{hold: 30 s}]",
         "Hold for 20 seconds → Hold for 30 seconds, 2 times, each side"),
        ("reps: 8, unit: lift, load: 4 kg, progression: [{load: 5 kg}]", "8 lifts, each side"),
    ],
)  # fmt: skip
def test_few_lines_say_the_same_steps(dose: str, text: str) -> None:
    (one,) = plan_of(dose, side="each").exercises
    assert loose(short_dose(one, ENGLISH)) == text
