"""What is said of weeks that a plan does not have: nothing of it is done, so whoever makes the plan is told."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.fields import quoted
from generator.content.plan_length import long_enough
from generator.plan.values import Plan, PlannedExercise
from generator.problems import Place, Problem, Severity, place_of

BEYOND_PLAN = "beyond-plan"


def beyond_plan(plan: Plan) -> tuple[Problem, ...]:
    """A warning for each exercise whose dose, option or successor changes after the plan's last week."""
    problems = []
    for (name, place), weeks in changes_after(plan, len(plan.weeks)).items():
        *few, last = sorted(weeks)
        named = f"weeks {', '.join(map(str, few))} and {last}" if few else f"week {last}"
        message = f"{quoted(name)} changes in {named}, and the plan has {len(plan.weeks)} weeks"
        hint = f"give the plan {long_enough(max(weeks))} weeks: --weeks, or weeks: in a plan file or roster"
        problems.append(Problem(message, place, "weeks", hint, severity=Severity.WARNING, rule=BEYOND_PLAN))
    return tuple(problems)


def changes_after(plan: Plan, last: int) -> dict[tuple[str, Place | None], set[int]]:
    """The weeks after week `last` in which something changes, by exercise and the place that says so."""
    found: dict[tuple[str, Place | None], set[int]] = {}
    for name, place, week in (*_doses(plan.exercises), *_entries(plan)):
        if week > last:
            found.setdefault((name, place), set()).add(week)
    return found


def _doses(exercises: tuple[PlannedExercise, ...]) -> Iterator[tuple[str, Place | None, int]]:
    for one in exercises:
        yield from ((one.id, said.origin.anchor, said.week) for said in one.settled.said)


def _entries(plan: Plan) -> Iterator[tuple[str, Place | None, int]]:
    for phase in plan.phases:
        for entry in phase.phase.exercises:
            yield from ((str(entry.exercise), place_of(entry.exercise), week) for week in entry.weeks)
