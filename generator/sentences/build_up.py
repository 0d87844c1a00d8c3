"""How a dose goes on, by steps or by weeks, in a line for the card."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from generator.content.dose.overlay import differ, volume
from generator.language.wording import Wording, fill
from generator.plan import PlannedExercise
from generator.plan.schedule import every_so_many
from generator.sentences.amount import counted, number_text
from generator.sentences.step_texts import ladder_text
from generator.sentences.words_of import dose_in_words


class BuildUp(NamedTuple):
    """A bold label and the text behind it."""

    label: str
    text: str


def build_up(planned: PlannedExercise, wording: Wording) -> BuildUp | None:
    """ "Your steps: 8 → 10 → 12 lifts. Then: lift higher." or "Then build up: week 2: 8 lifts, week 3: 10."

    None if the dose stays. The label is a neutral one if it does not only grow by the weeks.
    """
    if planned.ladder:
        label = wording.card.steps if len(planned.ladder.rungs) > 1 else wording.card.next_step
        return BuildUp(label, ladder_text(planned.ladder, wording))
    weeks = planned.active_weeks
    texts: list[str] = []
    grows = True
    named: tuple[str, ...] = ()
    for before, week in pairwise(weeks):
        fields = _changed(planned, before, week)
        if not fields:
            continue
        text = _change_text(planned, week, fields, wording, again=fields == named)
        texts.append(fill(wording.card.in_week, n=week, text=text))
        grows = grows and volume(planned.weeks[before - 1]) <= volume(planned.weeks[week - 1])
        named = fields
    if not texts:
        return None
    return BuildUp(wording.card.build_up if grows else wording.card.change, wording.join.comma.join(texts) + ".")


def _changed(planned: PlannedExercise, before: int, week: int) -> tuple[str, ...]:
    """Fields that differ between two weeks; "days" if it is done on more or fewer of them."""
    fields = differ(planned.weeks[before - 1], planned.weeks[week - 1])
    same_days = len(planned.days_by_week[before - 1]) == len(planned.days_by_week[week - 1])
    return fields if same_days or planned.turns or every_so_many(planned.days_by_week) else (*fields, "days")


def _change_text(
    planned: PlannedExercise, week: int, fields: tuple[str, ...], wording: Wording, *, again: bool = False
) -> str:
    """What the week's dose is in the changed fields; a bare number where the one before has just said the unit."""
    dose = planned.weeks[week - 1]
    if fields == ("reps",) and again and dose.reps and dose.reps.is_plain:
        return number_text(wording, dose.reps.low, dose.reps.high)
    text = dose_in_words(dose, wording, fields) if set(fields) - {"days"} else ""
    days = counted(wording, wording.days.per_week, len(planned.days_by_week[week - 1])) if "days" in fields else ""
    return wording.join.comma.join(part for part in (text, days) if part)
