"""How much, on a detail card: the amount with its steps, then in running text how it goes on, rest, load and tempo."""

from __future__ import annotations

from typing import NamedTuple

from generator.language.casing import mid_sentence
from generator.language.joining import ended, run_on
from generator.language.wording import Wording, fill
from generator.plan import PlannedExercise
from generator.sentences.build_up import BuildUp, build_up
from generator.sentences.dose_text import amount_and_rest, dose_notes, repetitions, set_counts


class CardDose(NamedTuple):
    """The amount; how it goes on, with a label or none; and how it is done."""

    amount: str
    then: BuildUp | None
    how: str


def card_dose(planned: PlannedExercise, wording: Wording) -> CardDose:
    """ "2 sets of 8, later 10, later 12 hinges.", "Then: hinge a little lower.", "Rest 1 minute between sets."."""
    numbers, sets = repetitions(planned.ladder, wording), set_counts(planned.ladder, wording)
    amount, rest = amount_and_rest(planned, wording, numbers, sets)
    then = _then(planned, wording) if numbers or sets else build_up(planned, wording)
    return CardDose(amount, then, run_on(rest, *dose_notes(planned, wording)))


def _then(planned: PlannedExercise, wording: Wording) -> BuildUp | None:
    """What comes after steps that stand in the amount."""
    last = planned.ladder.then if planned.ladder else ""
    if not last:
        return None
    return BuildUp("", fill(wording.card.then, text=mid_sentence(ended(last))))
