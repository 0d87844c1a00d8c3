"""What stands under the steps of a card: where to begin, how hard, how fast; and when to measure."""

from __future__ import annotations

from generator.content.routine import Routine
from generator.language.joining import run_on
from generator.language.wording import Wording
from generator.plan import PlannedExercise
from generator.sentences.dose_text import effort_sentence, load_sentence, tempo_sentence

# Where the first session may be too much: a load, or a pressure.
WITH_A_START = frozenset(("strength", "soft-tissue"))


def how_notes(planned: PlannedExercise, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Label and text of what to begin with, how hard, and (strength alone) how fast. Often none."""
    dose, kind, words = planned.dose, planned.exercise.kind, wording.card
    begin = dose.start_level if kind in WITH_A_START else None
    hard = run_on(load_sentence(dose.load, wording), effort_sentence(dose.load, wording))
    fast = tempo_sentence(dose, wording) if kind == "strength" else ""
    notes = ((words.start_level, begin), (words.effort, hard), (words.tempo, fast))
    return tuple((label, text) for label, text in notes if text)


def measure_note(planned: PlannedExercise, routine: Routine, wording: Wording) -> tuple[str, str] | None:
    """Label and text where the routine's first measure is taken, once a week; the second time is only to compare."""
    if planned.measure is None or not routine.measures:
        return None
    words = wording.card
    if planned.measure == "before":
        return words.measure_before, f"{routine.measures[0].how} {words.write_it_down}"
    return words.measure_again, words.same_measure
