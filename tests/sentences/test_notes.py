"""Notes of a card: where to begin, how hard, how fast; when to measure."""

from __future__ import annotations

import pytest

from generator.language.wording import load_wording
from generator.sentences import how_notes, measure_note
from tests.shelf import Shelf, mobility, strength

ENGLISH = load_wording("en-GB")
MEASURES = """measures:
  - {id: reach, name: Reach, unit: cm, min: 0, max: 40, step: 10, better: lower, how: Fold and measure.}
"""


def loose(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("exercise", "notes"),
    [
        (strength("reps: 8, start_level: No weight."), [("Begin with:", "No weight.")]),
        (mobility("reps: 8, start_level: Small moves."), []),
        (
            strength("reps: 8, tempo: {lower: 3 s, lift: 2 s}, load: {weight: 4 kg, effort: {reps_in_reserve: 3}}"),
            [
                ("How hard:", "Use 4 kg. Stop when you could still do 3 more."),
                ("How fast:", "Lower 3 seconds and lift 2."),
            ],
        ),
    ],
)
def test_how_to_do_it(exercise: str, notes: list[tuple[str, str]]) -> None:
    routine = "phases:\n  - {id: p, name: P, kind: strengthen, frequency: 3, exercises: [a]}\n"
    planned = Shelf(routine, {"a": exercise}).plan().exercises[0]
    assert [(label, loose(text)) for label, text in how_notes(planned, ENGLISH)] == notes


@pytest.mark.parametrize("measures", [MEASURES, ""], ids=["measured", "nothing to measure"])
def test_measure_before_and_after(measures: str) -> None:
    entries = "".join(
        f"{{exercise: a, duration: 30 s{more}}}, " for more in (", measure: before", "", ", measure: after")
    )
    phase = f"phases:\n  - {{id: p, name: P, kind: sequence, frequency: 3, exercises: [{entries}]}}\n"
    plan = Shelf(phase + measures, {"a": mobility()}).plan()
    notes = [measure_note(planned, plan.routine, ENGLISH) for planned in plan.exercises]
    if not measures:
        assert notes == [None, None, None]
        return
    assert notes == [
        ("Once a week, measure now:", "Fold and measure. Write it on your chart."),
        None,
        ("Look again:", "Compare, in the same way as before. There is no need to write."),
    ]
