"""The dose in few short lines, for papers on which it stands alone."""

from __future__ import annotations

from itertools import zip_longest

from generator.content.dose.dose import Dose
from generator.language.casing import mid_sentence, sentence_case
from generator.language.joining import unbroken
from generator.language.wording import Wording, fill
from generator.plan import PlannedExercise
from generator.sentences.amount import amount_text, counted
from generator.sentences.dose_text import counted_reps, done_once, joined, repeats_a_hold, repetitions, times_of
from generator.sentences.later_weeks import first_of_changing, later_weeks
from generator.sentences.side import is_sided_in_turn, side_phrase, side_words


def short_dose(planned: PlannedExercise, wording: Wording) -> str:
    """ "2 sets of 8 → 10 → 12 lifts, each leg", "2 sets of 8 lifts; from week 3: 2 sets of 12 lifts"."""
    dose = planned.dose
    numbers = repetitions(planned.ladder, wording)
    words = side_words(wording, dose, planned.exercise)
    rungs = planned.ladder.rungs if planned.ladder and not numbers else (dose,)
    by_rung = [_short_parts(rung, planned, wording, numbers) for rung in rungs]
    # What all steps have in common is said once.
    columns = zip_longest(*by_rung, fillvalue="")
    parts = [wording.join.steps.join(dict.fromkeys(filter(None, column))) for column in columns]
    if is_sided_in_turn(planned.side, dose):
        parts.append(unbroken(words.short))
    elif planned.side in ("left", "right"):
        parts[-1] = joined(parts[-1], side_phrase(words, planned.side))
    parts += [first_of_changing(planned, wording)]
    first, *rest = (part for part in parts if part)
    text = wording.join.comma.join([sentence_case(first), *(mid_sentence(part) for part in rest)])
    return wording.join.items.join((text, *later_weeks(planned, wording)))


def _short_parts(dose: Dose, planned: PlannedExercise, wording: Wording, numbers: str) -> list[str]:
    """The amount of one step without its side, in one or two parts."""
    if dose.measure == "reps" and not repeats_a_hold(dose):
        each = fill(wording.dose.hold_each, time=amount_text(wording, dose.hold)) if dose.hold else ""
        return [counted_reps(dose.model_copy(update={"tempo": None}), wording, numbers), *([each] if each else [])]
    once, times = done_once(dose, planned.exercise, planned.side, wording), times_of(dose)
    return [once, *([counted(wording, wording.dose.times, *times)] if times != (1, 1) else [])]
