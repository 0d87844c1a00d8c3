"""What the calendar changes in a dose, in words: "from week 3: 2 sets of 12 bends"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.content.dose.dose import COUNTED
from generator.content.dose.overlay import differ
from generator.language.wording import Wording, fill
from generator.plan import PlannedExercise
from generator.sentences.words_of import counted_fields, dose_in_words


def changed_by_week(planned: PlannedExercise, weeks: Sequence[int]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Each of these weeks from which the client does something differently, with the fields of the dose that changed.

    The weeks are some in which it is done; what the first of them changes is not among it.
    """
    pairs = pairwise(weeks)
    found = ((week, differ(planned.weeks[before - 1], planned.weeks[week - 1])) for before, week in pairs)
    return tuple((week, fields) for week, fields in found if fields)


def later_weeks(planned: PlannedExercise, wording: Wording, weeks: Sequence[int] = ()) -> tuple[str, ...]:
    """ "from week 3: 2 sets of 12 bends", "from week 4: 3 sets"; empty where all weeks, or those asked for, are alike.

    The first change is told whole, so that it stands without the dose before it; a later one says what is different.
    """
    texts: list[str] = []
    for week, fields in changed_by_week(planned, weeks or planned.active_weeks):
        dose = planned.weeks[week - 1]
        told = fields if texts or not set(fields) & set(COUNTED) else (*fields, *counted_fields(dose))
        texts.append(fill(wording.dose.from_week, n=week, text=dose_in_words(dose, wording, told)))
    return tuple(texts)


def first_of_changing(planned: PlannedExercise, wording: Wording, week: int | None = None) -> str:
    """Load or tempo of a week (without one, the first), where later ones have another; else empty."""
    changing = {name for _, fields in changed_by_week(planned, planned.active_weeks) for name in fields} - set(COUNTED)
    dose = planned.dose if week is None else planned.weeks[week - 1]
    return dose_in_words(dose, wording, changing) if any(getattr(dose, name) for name in changing) else ""
