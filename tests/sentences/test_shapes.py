"""Each shape of a dose that the trade writes: what a client reads of it, on card, row and log, or why it is refused."""

from __future__ import annotations

import pytest

from generator.language.wording import load_wording
from generator.plan import PlannedExercise
from generator.sentences import clinician_line, dose_notes, dose_sentence, sheet_dose, short_dose
from generator.sentences.row_dose import row_dose
from tests.shelf import Shelf

ENGLISH = load_wording("en-GB")
LIFT = "unit: lift"


def planned(dose: str, side: str = "both") -> PlannedExercise:
    routine = "phases:\n  - {id: p, name: P, kind: strengthen, frequency: 3, exercises: [a]}\n"
    exercise = f"kind: strength\nside: {side}\ndose: {{{dose}}}\nmuscles: [hamstrings, calf]\n"
    return Shelf(routine, {"a": exercise}).plan().exercises[0]


def loose(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("dose", "side", "sentence", "short"),
    [
        ("reps: 12/10/8", "both", "3 sets: 12, 10, then 8.", "3 sets: 12, 10, then 8"),
        (f'reps: "3 x 12, 10, 8", {LIFT}', "each", "3 sets: 12, 10, then 8 lifts on each leg.",
         "3 sets: 12, 10, then 8 lifts, each leg"),
        (f"reps: [12, 10-12], {LIFT}, rest: 1 min", "both",
         "2 sets: 12, then 10 to 12 lifts. Rest 1 minute between sets.", "2 sets: 12, then 10 to 12 lifts"),
        (f"reps: 8/8, {LIFT}", "both", "2 sets of 8 lifts.", "2 sets of 8 lifts"),
        ("reps: 3 x 8", "both", "3 sets of 8.", "3 sets of 8"),
        ("sets: 3, reps: 5+", "both", "3 sets: 5, 5, then 5 or more.", "3 sets: 5, 5, then 5 or more"),
        (f"reps: 5/5/5+, {LIFT}", "both", "3 sets: 5, 5, then 5 or more lifts.", "3 sets: 5, 5, then 5 or more lifts"),
        (f"reps: 5+, {LIFT}", "both", "5 or more lifts.", "5 or more lifts"),
        ("reps: 5+", "both", "Do it 5 or more times.", "5 or more times"),
        (f"reps: 12/10/max, {LIFT}", "both", "3 sets: 12, 10, then as many lifts as you can.",
         "3 sets: 12, 10, then as many lifts as you can"),
        (f"reps: as many as you can, {LIFT}", "each", "As many lifts as you can on each leg.",
         "As many lifts as you can, each leg"),
        ("reps: as many as you can", "both", "Do it as many times as you can.", "As many times as you can"),
        (f"reps: 2 x max in 30 s, {LIFT}, tempo: {{lower: 3 s, lift: 2 s}}", "both",
         "2 sets of as many slow lifts as you can in 30 seconds.", "2 sets of as many lifts as you can in 30 seconds"),
        ("sets: 2, reps: max", "both", "2 sets of as many as you can.", "2 sets of as many as you can"),
        (f'sets: 2, reps: "12 left, 8 right", {LIFT}', "each",
         "2 sets of 12 lifts on your left leg and 8 on your right leg.", "2 sets of 12 lifts (left), 8 (right)"),
        ('reps: "12 left, 8 right"', "each", "12 on your left leg and 8 on your right leg.", "12 (left), 8 (right)"),
        (f'reps: "12 left, 8 right", {LIFT}', "left", "12 lifts on your left leg.", "12 lifts on your left leg"),
    ],
)  # fmt: skip
def test_repetitions(dose: str, side: str, sentence: str, short: str) -> None:
    one = planned(dose, side)
    assert loose(dose_sentence(one, ENGLISH)) == sentence
    assert loose(short_dose(one, ENGLISH)).removeprefix("Do it ").casefold() == short.casefold()
    row = loose(row_dose([one], ENGLISH))
    assert row.casefold() == short.casefold().replace(" on your", ", on your")
    assert loose(sheet_dose(one, ENGLISH).text).casefold() == row.casefold().replace(
        "on your left leg", "left leg only"
    )


@pytest.mark.parametrize(
    ("dose", "notes", "notation"),
    [
        ("reps: 3 x 8, load: 20/22.5/25 kg", "Use 20 kg, 22.5 kg, then 25 kg.", "3 × 8, 20/22.5/25 kg"),
        ('reps: 8, load: "40 lb, 45 lb"', "Use 40 lb, then 45 lb.", "2 × 8, 40/45 lb"),
        ("reps: 8, load: [4 kg, 5 kg]", "Use 4 kg, then 5 kg.", "2 × 8, 4/5 kg"),
        ("reps: 12/10/8", "", "12/10/8"),
        ("sets: 3, reps: 5+", "In the last set stop when you could not do one more with good form.", "3 × 5+"),
        ("reps: 5+", "Stop when you could not do one more with good form.", "5+"),
        ("sets: 3, reps: max", "Stop when you could not do one more with good form.", "3 × as many as you can"),
        ("sets: 3, reps: max, ends_when: your heels lift", "Stop when your heels lift.", "3 × as many as you can"),
        ("sets: 3, reps: 8+, ends_when: your back rounds", "In the last set stop when your back rounds.", "3 × 8+"),
        ("sets: 3, reps: 5+, load: {effort: {reps_in_reserve: 2}}", "Stop when you could still do 2 more.",
         "3 × 5+, RIR 2"),
        ("reps: max in 1 min", "", "as many as you can in 1 min"),
    ],
)  # fmt: skip
def test_weights_and_ends(dose: str, notes: str, notation: str) -> None:
    one = planned(dose)
    assert loose(" ".join(dose_notes(one, ENGLISH))) == notes
    assert loose(clinician_line(one, ENGLISH)).removesuffix(", 3/week") == notation
