"""How a dose goes on, by steps or by weeks, in a line for the card; and the weeks' own in the chart's week heads."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from generator.content.dose.overlay import differ, volume
from generator.language.joining import listed, unbroken
from generator.language.wording import Wording, fill
from generator.plan import Plan, PlannedExercise
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
    return fields if same_days else (*fields, "days")


def _change_text(
    planned: PlannedExercise, week: int, fields: tuple[str, ...], wording: Wording, *, again: bool = False
) -> str:
    """What the week's dose is in the changed fields; a bare number where the one before has just said the unit."""
    dose = planned.weeks[week - 1]
    if fields == ("reps",) and again and dose.reps:
        return number_text(wording, dose.reps.low, dose.reps.high)
    text = dose_in_words(dose, wording, fields) if set(fields) - {"days"} else ""
    days = counted(wording, wording.days.per_week, len(planned.days_by_week[week - 1])) if "days" in fields else ""
    return wording.join.comma.join(part for part in (text, days) if part)


def week_changes(plan: Plan, week: int, wording: Wording) -> tuple[tuple[int, str], ...]:
    """Exercise number and new amount ("8 lifts") of every exercise that changes in any week and is done in this one.

    So week 1 says what it begins with, and a week without a change repeats the last one. A new level gives its name.
    """
    found = []
    for planned in plan.exercises:
        if week not in planned.active_weeks:
            continue
        fields = _all_changes(planned)
        if fields:
            found.append((planned.number, _change_text(planned, week, fields, wording)))
        elif planned.active_weeks[0] > 1 and planned.replaces:
            found.append((planned.number, str(planned.exercise.name)))
    return tuple(found)


def _all_changes(planned: PlannedExercise) -> tuple[str, ...]:
    weeks = planned.active_weeks
    pairs = pairwise(weeks)
    return tuple(dict.fromkeys(field for before, week in pairs for field in _changed(planned, before, week)))


def week_amounts(plan: Plan, week: int, wording: Wording, *, named: bool = False) -> str:
    """What the changing exercises come to in a week: "4 to 6: 10 each", "3: 12 hinges, 4: 3 sets of 8 lifts".

    Exercises go by their numbers, or by their short names where the chart's rows have no numbers. Nothing if no dose
    changes in the four weeks.
    """
    groups: list[tuple[list[PlannedExercise], str, str]] = []
    exercises = {planned.number: planned for planned in plan.exercises}
    for number, text in week_changes(plan, week, wording):
        planned = exercises[number]
        bare = _bare_amount(planned, week, wording)
        if groups and groups[-1][2] and groups[-1][2] == bare:
            groups[-1][0].append(planned)
        else:
            groups.append(([planned], text, bare))
    texts = []
    for same, text, bare in groups:
        amount = text if len(same) == 1 else fill(wording.chart.same_change, amount=bare)
        texts.append(fill(wording.chart.change, what=_which(same, wording, named=named), amount=amount))
    return wording.join.comma.join(texts)


def _bare_amount(planned: PlannedExercise, week: int, wording: Wording) -> str:
    """The number of repetitions if nothing else changes."""
    reps = planned.weeks[week - 1].reps
    return number_text(wording, reps.low, reps.high) if reps and _all_changes(planned) == ("reps",) else ""


def _which(same: list[PlannedExercise], wording: Wording, *, named: bool) -> str:
    if named:
        return listed(wording, [str(planned.exercise.name) for planned in same])
    numbers = [planned.number for planned in same]
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return unbroken(fill(wording.join.span, low=numbers[0], high=numbers[-1]))
    return unbroken(listed(wording, [str(number) for number in numbers]))
