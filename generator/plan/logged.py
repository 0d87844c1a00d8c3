"""Which exercises of a plan are written down set by set, with how many sets and sessions, and in which unit."""

from __future__ import annotations

from generator.content.dose.dose import Dose
from generator.plan.values import Plan, PlannedExercise

# A session has room for this many sets even where fewer are planned: a client adds one before the clinic does.
_LEAST_SETS = 3

# Where weights are sold in pounds, and where in both (CLDR, measurementData, and what shops offer).
_POUNDS = frozenset({"US"})
_EITHER = frozenset({"CA", "LR", "MM"})


def logged(plan: Plan) -> tuple[PlannedExercise, ...]:
    """Strength, and whatever else is done against a load. What is done by the clock leaves no time to write."""
    return tuple(one for one in plan.exercises if not _by_the_clock(one) and (_is_strength(one) or _is_loaded(one)))


def _by_the_clock(planned: PlannedExercise) -> bool:
    return planned.at is not None or (planned.group is not None and planned.group.kind != "rounds")


def _is_strength(planned: PlannedExercise) -> bool:
    return planned.exercise.kind == "strength"


def _is_loaded(planned: PlannedExercise) -> bool:
    return any(dose.load and (dose.load.weight or dose.load.band) for dose in _doses(planned))


def sets_logged(planned: PlannedExercise) -> int:
    """The most sets that any week or step asks for."""
    return max([_LEAST_SETS, *(int(dose.sets.high) for dose in _doses(planned) if dose.sets)])


def sessions_in_week(planned: PlannedExercise, week: int) -> int:
    """How often it is done in a week, counted from 1: 0 in one in which another level stands in its place."""
    return len(planned.days_by_week[week - 1]) * planned.times_in_week(week)


def weight_unit(planned: PlannedExercise, plan: Plan) -> str:
    """ "kg" or "lb": that of the planned weight, else the country's; "band"; empty where either may be meant."""
    for load in (dose.load for dose in _doses(planned) if dose.load):
        if load.weight:
            return load.weight.unit
        if load.band:
            return "band"
    country = str(plan.clinic.country)
    if country in _EITHER:
        return ""
    return "lb" if country in _POUNDS else "kg"


def _doses(planned: PlannedExercise) -> tuple[Dose, ...]:
    return (*planned.weeks, *(planned.ladder.rungs if planned.ladder else ()))
