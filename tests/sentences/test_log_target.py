"""What stands over the boxes of a log: the amount with its steps, and the load."""

from __future__ import annotations

import pytest

from generator.language.wording import load_wording
from generator.sentences import log_target
from tests.shelf import Shelf, strength

PHASE = "phases: [{id: p, name: P, kind: strengthen, frequency: {per_week: 3}, exercises: [a]}]\n"


@pytest.mark.parametrize(
    ("dose", "weeks", "amount", "load"),
    [
        ("sets: 2, reps: 8", (1, 2, 3, 4), "2 sets of 8", ""),
        ("sets: 2, reps: 8, progression: [{reps: 10}]", (1, 2, 3, 4), "2 sets of 8, later 10", ""),
        ("sets: 2, reps: 8, load: 12 kg", (1, 2, 3, 4), "2 sets of 8", "Use 12 kg."),
        (
            "sets: 2, reps: 8, load: {weight: 12 kg, effort: {reps_in_reserve: 2}}",
            (1, 2, 3, 4),
            "2 sets of 8",
            "Use 12 kg. Stop when you could still do 2 more.",
        ),
        ("sets: 2, reps: 8, load: 12 kg, progression: [{load: 14 kg}]", (1, 2, 3, 4), "2 sets of 8", "12 kg → 14 kg."),
        ("sets: 2, reps: 8, weeks: {3: {reps: 12}}", (1, 2), "2 sets of 8", ""),
        ("sets: 2, reps: 8, weeks: {3: {reps: 12}}", (3, 4), "2 sets of 12", ""),
    ],
)
def test_amount_and_load(dose: str, weeks: tuple[int, ...], amount: str, load: str) -> None:
    planned = Shelf(PHASE, {"a": strength(dose)}).plan().exercises[0]
    found = log_target(planned, load_wording("en-GB"), weeks)
    assert [part.replace("\N{NO-BREAK SPACE}", " ") for part in found] == [amount, load]


def test_a_load_that_weeks_change_stands_with_the_amount() -> None:
    planned = (
        Shelf(PHASE, {"a": strength("sets: 2, reps: 8, load: 12 kg, weeks: {3: {load: 14 kg}}")}).plan().exercises[0]
    )
    found = log_target(planned, load_wording("en-GB"), (1, 2, 3, 4))
    assert found.load == "" and "12" in found.amount and "14" in found.amount
