"""When on a day something is done: named times of day, every so many hours, or a number of times.

What is done once, or for the first of several times, is done in the morning, and the last of several in the evening: so
exercises that are said in different ways meet in one sitting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from generator.content.dose.frequency import Frequency, TimeOfDay
from generator.plan.values import PlannedExercise

TIMES_OF_DAY: tuple[TimeOfDay, ...] = get_args(TimeOfDay)


class Occasion(NamedTuple):
    """A time of day, or the `number`th of `of` times, or so many `hours` after the first time."""

    name: TimeOfDay | None = None
    number: int = 0
    of: int = 0
    hours: int = 0


_FIRST, _LAST = Occasion("morning"), Occasion("evening")


def occasions_of(frequency: Frequency | None) -> tuple[Occasion, ...]:
    """The occasions of a day on which it is done, in their order."""
    if frequency is None:
        return (_FIRST,)
    if frequency.times:
        return tuple(Occasion(name) for name in TIMES_OF_DAY if name in frequency.times)
    count = frequency.times_on_a_day
    if frequency.every_hours:
        return (_FIRST, *(Occasion(hours=number * frequency.every_hours) for number in range(1, count)))
    between = tuple(Occasion(number=number, of=count) for number in range(2, count))
    return (_FIRST, *between, *([_LAST] if count > 1 else []))


def occasions_in_week(planned: PlannedExercise, week: int) -> tuple[Occasion, ...]:
    """Those of an exercise in a week, counted from 1."""
    return occasions_of(planned.weeks[week - 1].frequency)


def sittings(exercises: Iterable[PlannedExercise], week: int, day: int) -> dict[Occasion, Sequence[PlannedExercise]]:
    """What is done together on a day: at each occasion the exercises of that occasion."""
    found: dict[Occasion, list[PlannedExercise]] = {}
    for one in exercises:
        if day in one.days_by_week[week - 1]:
            for occasion in occasions_in_week(one, week):
                found.setdefault(occasion, []).append(one)
    return dict(found)
