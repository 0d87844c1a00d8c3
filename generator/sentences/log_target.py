"""What to aim at, over the boxes of a strength log: the amount with its steps, and what makes it hard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.content.dose.dose import COUNTED
from generator.language.casing import sentence_case
from generator.language.joining import run_on
from generator.language.wording import Wording
from generator.plan import PlannedExercise
from generator.sentences.dose_text import effort_sentence, load_sentence
from generator.sentences.later_weeks import changed_by_week
from generator.sentences.row_dose import row_dose
from generator.sentences.short_dose import short_dose
from generator.sentences.step_texts import rung_texts


class LogTarget(NamedTuple):
    """How much, and how hard; the second is often empty."""

    amount: str
    load: str


def log_target(planned: PlannedExercise, wording: Wording, weeks: Sequence[int]) -> LogTarget:
    """ "2 sets of 8 → 10 → 12 lifts, each leg" and "Use 12 kg. Stop when you could still do 3 more."

    A dose that the calendar changes is that of these weeks. Its load then stands with the amount.
    """
    changes = changed_by_week(planned, planned.active_weeks)
    amount = sentence_case(row_dose([planned], wording, weeks)) if changes else short_dose(planned, wording)
    if any("load" in fields for _, fields in changes):
        return LogTarget(amount, "")
    load = planned.dose.load
    weight = _weights(planned, wording) or load_sentence(load, wording)
    return LogTarget(amount, run_on(weight, effort_sentence(load, wording)))


def _weights(planned: PlannedExercise, wording: Wording) -> str:
    """The loads of all steps, "12 kg → 14 kg.", which the amount does not say."""
    ladder = planned.ladder
    if ladder is None or len(ladder.rungs) < 2 or set(ladder.fields) & set(COUNTED):
        return ""
    return wording.join.steps.join(rung_texts(ladder, wording)) + "."
