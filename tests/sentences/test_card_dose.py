"""How much, on a card: the amount with its steps in it, then how that goes on, rest, load, effort, tempo."""

from __future__ import annotations

import pytest

from generator.language.joining import breakable
from generator.language.wording import load_wording
from generator.sentences import card_dose
from tests.shelf import Shelf, mobility, strength

ENGLISH = load_wording("en-GB")
PHASE = "phases:\n  - {id: p, name: P, kind: strengthen, frequency: 3, exercises: [a]}\n"


@pytest.mark.parametrize(
    ("exercise", "said"),
    [
        (
            strength("sets: 2, reps: 8, unit: lift, rest: 1 min, progression: [{reps: 10}], progress_to: Lift higher."),
            ("2 sets of 8, later 10 lifts.", "Then: lift higher.", "Rest 1 minute between sets."),
        ),
        (
            strength("sets: 1, reps: 8, unit: lift, progression: [{sets: 2}]"),
            ("1, later 2 sets of 8 lifts.", "", ""),
        ),
        (
            strength("sets: 2, reps: 8, unit: lift, progression: [{reps: 10}, {sets: 3, reps: 8}]"),
            ("2 sets of 8 lifts.", "Your steps: 2 sets of 8 lifts → 2 sets of 10 lifts → 3 sets of 8 lifts.", ""),
        ),
        (strength("reps: 8, unit: lift, progress_to: Lift higher."), ("8 lifts.", "Next step: Lift higher.", "")),
        (strength("reps: 8, unit: lift, weeks: {2: {reps: 9}}"), ("8 lifts.", "Then build up: week 2: 9 lifts.", "")),
        (
            strength("reps: 8, tempo: {lower: 3 s, lift: 2 s}, load: {weight: 4 kg, effort: {reps_in_reserve: 3}}"),
            ("Do it 8 times.", "", "Use 4 kg. Stop when you could still do 3 more. Lower 3 seconds and lift 2."),
        ),
        (mobility("reps: 8, unit: lift"), ("8 lifts.", "", "")),
    ],
)
def test_a_card_says_how_much_in_one_run_of_text(exercise: str, said: tuple[str, str, str]) -> None:
    amount, then, how = card_dose(Shelf(PHASE, {"a": exercise}).plan().exercises[0], ENGLISH)
    after = " ".join(part for part in then or () if part)
    assert tuple(map(breakable, (amount, after, how))) == said
