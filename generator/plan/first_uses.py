"""What of a timed sequence comes back: each exercise once with all its starts, and the number it has on the sheet."""

from __future__ import annotations

from dataclasses import dataclass

from generator.plan.values import Plan, PlannedExercise, PlannedPhase


@dataclass(frozen=True, slots=True)
class FirstUse:
    """An exercise where it first comes in its phase, with its `number` on the sheet, and each time that it is done."""

    number: int
    planned: PlannedExercise
    times: tuple[PlannedExercise, ...]


def first_uses(plan: Plan, phase: PlannedPhase) -> tuple[FirstUse, ...]:
    """The exercises of a phase in order; outside a timed sequence each stands for itself."""
    numbers = sheet_numbers(plan)
    found: dict[int, list[PlannedExercise]] = {}
    for one in phase.exercises:
        found.setdefault(numbers[one.number], []).append(one)
    return tuple(FirstUse(number, times[0], tuple(times)) for number, times in found.items())


def sheet_numbers(plan: Plan) -> dict[int, int]:
    """The sheet's number for each planned one: what a sequence repeats keeps the number that it had first.

    A plan of nothing but sequences counts anew without gaps; else the numbers are those of the detail cards.
    """
    first: dict[tuple[str, str, str | None], int] = {}
    found: dict[int, int] = {}
    for phase in plan.phases:
        for one in phase.exercises:
            again = phase.phase.kind == "sequence"
            key = (phase.phase.id, one.id, one.option) if again else (phase.phase.id, str(one.number), None)
            number = len(first) + 1 if plan.is_clocked else one.number
            found[one.number] = first.setdefault(key, number)
    return found
