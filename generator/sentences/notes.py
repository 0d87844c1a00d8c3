"""What stands under the steps of a card: where to begin, and when to measure."""

from __future__ import annotations

from generator.content.routine import Routine
from generator.language.wording import Wording
from generator.plan import PlannedExercise

# Where the first session may be too much: a load, or a pressure.
WITH_A_START = frozenset(("strength", "soft-tissue"))


def start_level(planned: PlannedExercise) -> str:
    """What to begin with; empty where the first session is no more than any other."""
    return planned.dose.start_level or "" if planned.exercise.kind in WITH_A_START else ""


def measure_note(planned: PlannedExercise, routine: Routine, wording: Wording) -> tuple[str, str] | None:
    """Label and text where the routine's first measure is taken, once a week; the second time is only to compare."""
    if planned.measure is None or not routine.measures:
        return None
    words = wording.card
    if planned.measure == "before":
        return words.measure_before, f"{routine.measures[0].how} {words.write_it_down}"
    return words.measure_again, words.same_measure
