"""Which weeks there are and what is new in each: planned exercises come in, `Week` values go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.content.dose.overlay import differ
from generator.plan.duration import session_seconds, whole_minutes
from generator.plan.occasions import sittings
from generator.plan.values import Change, PlannedExercise, Week


def weeks_of(
    exercises: Sequence[PlannedExercise], session: Sequence[PlannedExercise], numbers: Sequence[int]
) -> tuple[Week, ...]:
    """The weeks of these numbers; `session` are the exercises whose time counts."""
    weeks = []
    for week in numbers:
        days = tuple(sorted({day for exercise in exercises for day in exercise.days_by_week[week - 1]}))
        spans = [_day_seconds(session, week, day) for day in days]
        minutes = (whole_minutes(sum(low for low, _ in spans)), whole_minutes(sum(high for _, high in spans)))
        weeks.append(Week(week, days, minutes if days else (0, 0), tuple(changes_in(exercises, week))))
    return tuple(weeks)


def _day_seconds(exercises: Sequence[PlannedExercise], week: int, day: int) -> tuple[int, int]:
    """Seconds of a whole day: all sittings, each with the exercises that are done in it."""
    spans = [session_seconds(together, week, day) for together in sittings(exercises, week, day).values()]
    return sum(low for low, _ in spans), sum(high for _, high in spans)


def changes_in(exercises: Sequence[PlannedExercise], week: int) -> Iterator[Change]:
    """What is different from the week before; nothing in week 1."""
    if week == 1:
        return
    by_number = {exercise.number: exercise for exercise in exercises}
    for exercise in exercises:
        before, after = exercise.weeks[week - 2], exercise.weeks[week - 1]
        if not exercise.days_by_week[week - 1]:
            continue
        if not exercise.days_by_week[week - 2]:
            if exercise.replaces:
                yield Change(exercise, before, after, by_number[exercise.replaces])
        elif differ(before, after):
            yield Change(exercise, before, after)
