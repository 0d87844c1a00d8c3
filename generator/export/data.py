"""A plan becomes JSON for other programs: days, doses in numbers and in words, totals. No client's name is in it."""

from __future__ import annotations

import json
from typing import Any

from generator.language.wording import Wording
from generator.plan import Plan, PlannedExercise, PlannedPhase
from generator.sentences import build_up, clinician_line, dose_sentence, group_sentence, when_sentence

FORMAT = 1
GOING_ON = {"weeks", "progression"}


def plan_json(plan: Plan, wording: Wording) -> str:
    """The plan as indented JSON. Days are 0 to 6 from the first column, weekday 0 is Monday, times are seconds."""
    return json.dumps(plan_data(plan, wording), ensure_ascii=False, indent=2) + "\n"


def plan_data(plan: Plan, wording: Wording) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "routine": plan.routine_id,
        "version": str(plan.routine.version),
        "title": str(plan.routine.title),
        "clinic": str(plan.prescription.clinic),
        "language": plan.language,
        "start": plan.start.isoformat() if plan.start else None,
        "review": plan.review.isoformat() if plan.review else None,
        "first_weekday": plan.first_weekday,
        "minutes": list(plan.minutes),
        "equipment": [str(thing) for thing in plan.equipment],
        "choices": [[[str(thing) for thing in things] for things in choice] for choice in plan.choices],
        "video": plan.video.address if plan.video else None,
        "weeks": [_week(plan, number) for number in range(1, len(plan.weeks) + 1)],
        "phases": [_phase(plan, phase, wording) for phase in plan.phases],
        "stretch": [
            {"muscle": total.muscle, "side": total.side, "seconds": list(total.seconds)} for total in plan.stretch
        ],
    }


def _week(plan: Plan, number: int) -> dict[str, Any]:
    week = plan.weeks[number - 1]
    dates = [plan.day(number, day) for day in week.days]
    return {
        "week": number,
        "days": list(week.days),
        "dates": [date.isoformat() for date in dates if date],
        "minutes": list(week.minutes),
        "changed": [change.exercise.number for change in week.changes],
    }


def _phase(plan: Plan, phase: PlannedPhase, wording: Wording) -> dict[str, Any]:
    return {
        "id": str(phase.phase.id),
        "name": str(phase.phase.name),
        "kind": phase.phase.kind,
        "in_turn_with": list(phase.exercises[0].turns.others) if phase.exercises[0].turns else [],
        "days_by_week": [list(days) for days in phase.days_by_week],
        "minutes": list(phase.minutes),
        "exercises": [_exercise(plan, exercise, wording) for exercise in phase.exercises],
    }


def _ladder(exercise: PlannedExercise) -> dict[str, Any] | None:
    """The doses of all steps, the first one included, and what comes after them in words."""
    ladder = exercise.ladder
    if ladder is None:
        return None
    doses = [rung.model_dump(mode="json", exclude_none=True, exclude=GOING_ON) for rung in ladder.rungs]
    return {"doses": doses, "then": ladder.then or None}


def _group(exercise: PlannedExercise) -> dict[str, Any] | None:
    """The numbers of exercises that are done together, how many rounds, and times in seconds."""
    group = exercise.group
    if group is None:
        return None
    times = {name: getattr(group, name) for name in ("rest", "work", "every")}
    seconds = {name: [int(time.low), int(time.high)] if time else None for name, time in times.items()}
    return {"numbers": list(group.numbers), "rounds": str(group.rounds), **seconds}


def _named(exercise: PlannedExercise, week: int) -> tuple[str, ...]:
    """Named times of day."""
    frequency = exercise.weeks[week - 1].frequency
    return (frequency.times or ()) if frequency else ()


def _exercise(plan: Plan, exercise: PlannedExercise, wording: Wording) -> dict[str, Any]:
    steps = build_up(exercise, wording)
    return {
        "number": exercise.number,
        "id": exercise.id,
        "option": exercise.option,
        "name": str(exercise.exercise.name),
        "side": exercise.side,
        "optional": exercise.optional,
        "measure": exercise.measure,
        "at": exercise.at,
        "seconds": exercise.seconds,
        "replaces": exercise.replaces,
        "days_by_week": [list(days) for days in exercise.days_by_week],
        "times": [list(_named(exercise, week)) for week in range(1, len(exercise.weeks) + 1)],
        "times_a_day": [exercise.times_in_week(week) for week in range(1, len(exercise.weeks) + 1)],
        "doses": [dose.model_dump(mode="json", exclude_none=True, exclude=GOING_ON) for dose in exercise.weeks],
        "ladder": _ladder(exercise),
        "group": _group(exercise),
        "dose": dose_sentence(exercise, wording),
        "when": when_sentence(exercise, plan, wording),
        "together": group_sentence(exercise, wording) or None,
        "build_up": steps.text if steps else None,
        "notation": clinician_line(exercise, wording),
        "video": exercise.video.address if exercise.video else None,
    }
