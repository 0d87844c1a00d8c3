"""How much to do, in a few words under the name of a chart's row."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.dose.dose import COUNTED, Dose
from generator.language.joining import unbroken
from generator.language.wording import Wording
from generator.plan import PlannedExercise
from generator.sentences.amount import counted
from generator.sentences.dose_text import repeats_a_hold, repetitions
from generator.sentences.later_weeks import first_of_changing, later_weeks
from generator.sentences.side import is_sided_in_turn, side_words
from generator.sentences.words_of import amount_in_words


def row_dose(same: Sequence[PlannedExercise], wording: Wording, weeks: Sequence[int] = ()) -> str:
    """ "2 sets of 8, later 10 lifts, each leg" for those that share a row: one, or the same again in a timed sequence.

    The same again, be it on the other side, is so many times: the row has the number of each. A dose tied to weeks is
    told for those that a table shows, or for all: "2 sets of 8 lifts; from week 3: 2 sets of 12 lifts".
    """
    first = same[0]
    done = first.active_weeks or (1,)
    shown = [week for week in weeks or done if week in done] or done[:1]
    dose = first.weeks[shown[0] - 1]
    numbers = repetitions(first.ladder, wording)
    amounts = [amount_in_words(dose, wording, _said(dose), numbers)] if numbers else amounts_of(first, dose, wording)
    parts = [wording.join.steps.join(amounts)]
    words = side_words(wording, dose, first.exercise)
    if len(same) > 1:
        parts.append(counted(wording, wording.dose.times, len(same), len(same)))
    elif is_sided_in_turn(first.side, dose):
        parts.append(unbroken(words.short))
    elif first.side in ("left", "right"):
        parts.append(words.left if first.side == "left" else words.right)
    parts.append(first_of_changing(first, wording, shown[0]))
    text = wording.join.comma.join(part for part in parts if part)
    return wording.join.items.join((text, *later_weeks(first, wording, shown)))


def amounts_of(planned: PlannedExercise, dose: Dose, wording: Wording) -> tuple[str, ...]:
    """The amount of each step whole, without a side."""
    changing = set(planned.ladder.fields) & set(COUNTED) if planned.ladder else set()
    rungs = planned.ladder.rungs if planned.ladder and changing else (dose,)
    fields = tuple(field for field in COUNTED if field in changing or field in _said(dose))
    return tuple(amount_in_words(rung, wording, fields) for rung in rungs)


def _said(dose: Dose) -> tuple[str, ...]:
    """The fields of the amount; what is once goes without saying."""
    return tuple(field for field in COUNTED if getattr(dose, field) and not _is_once(dose, field))


def _is_once(dose: Dose, field: str) -> bool:
    """One set, or one hold, goes without saying."""
    count = getattr(dose, field)
    return (field == "sets" or (field == "reps" and repeats_a_hold(dose))) and count.low == count.high == 1
