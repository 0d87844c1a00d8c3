"""Notes of a card: where to begin, when to measure."""

from __future__ import annotations

import pytest

from generator.language.wording import load_wording
from generator.sentences import measure_note, start_level
from tests.shelf import Shelf, mobility, strength

ENGLISH = load_wording("en-GB")
MEASURES = """measures:
  - {id: reach, name: Reach, unit: cm, min: 0, max: 40, step: 10, better: lower, how: Fold and measure.}
"""


@pytest.mark.parametrize(
    ("exercise", "text"),
    [
        (strength("reps: 8, start_level: No weight."), "No weight."),
        (strength("reps: 8"), ""),
        (mobility("reps: 8, start_level: Small moves."), ""),
    ],
)
def test_what_to_begin_with(exercise: str, text: str) -> None:
    routine = "phases:\n  - {id: p, name: P, kind: strengthen, frequency: 3, exercises: [a]}\n"
    assert start_level(Shelf(routine, {"a": exercise}).plan().exercises[0]) == text


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
