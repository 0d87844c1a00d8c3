"""Where strength work has no day of rest between: the phases of a plan in which it comes on days next to each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.plan.schedule import DAYS
from generator.plan.values import Plan, PlannedExercise, PlannedPhase
from generator.problems import Problem, Severity, place_of

RULE = "strength-in-a-row"  # of check, with which a routine switches both off


class InARow(NamedTuple):
    """A phase (with its number from 0), the first week, from 1, in which it is so, and that week's days of strength."""

    number: int
    phase: PlannedPhase
    week: int
    days: int


def strength_in_a_row(plan: Plan) -> Iterator[InARow]:
    """Strength work of one phase on days next to each other, also over the end of a week."""
    for number, phase in enumerate(plan.phases):
        for week, days in enumerate(_strength_days(phase), 1):
            if any((day + 1) % DAYS in days for day in days):
                yield InARow(number, phase, week, len(days))
                break


def no_rest(plan: Plan) -> Iterator[Problem]:
    """A warning for each such phase, unless the routine says why it is right there.

    It stands at the phase in the routine, or at the client's own days where these are the reason.
    """
    for number, phase, week, days in strength_in_a_row(plan) if RULE not in plan.routine.off else ():
        message = f"{phase.phase.name} is strength work on {days} days of week {week}, some of them in a row"
        hint = "muscles need a day of rest between: at most {per_week: 3}, or days with one between"
        place, path = place_of(phase.phase.name), f"phases[{number + 1}].frequency"
        if own := next(filter(_has_days_of_its_own, phase.exercises), None):
            place, path = None, f"dose.{own.id}.frequency"
        yield Problem(message, place, path, hint, severity=Severity.WARNING, rule=RULE)


def _has_days_of_its_own(planned: PlannedExercise) -> bool:
    """Whether the client's plan says how often a strength exercise is done."""
    said = (one for one in planned.settled.said if one.origin.kind == "client")
    return planned.exercise.kind == "strength" and any("frequency" in one.change.model_fields_set for one in said)


def _strength_days(phase: PlannedPhase) -> Iterator[set[int]]:
    """The days of strength work of a phase, week by week."""
    strong = [one for one in phase.exercises if one.exercise.kind == "strength"]
    if phase.phase.kind in ("sequence", "habit"):
        return
    for week in range(len(phase.days_by_week)):
        yield {day for one in strong for day in one.days_by_week[week]}
