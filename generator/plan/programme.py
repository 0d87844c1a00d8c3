"""A prescription and the library become a `Plan`: phases, exercises with doses, days, minutes and equipment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from generator.content.address.video import resolve_video
from generator.content.checking.placeholder import placeholders
from generator.content.clinic import Clinic
from generator.content.dose.frequency import WEEKDAYS
from generator.content.exercise import Exercise
from generator.content.prescription import Prescription
from generator.content.routine import Routine
from generator.content.routine_use import in_one
from generator.language.joining import listed
from generator.language.locale_facts import first_weekday
from generator.language.wording import Wording, load_wording
from generator.plan.changes import weeks_of
from generator.plan.duration import session_seconds, spans_of, stretch_times, whole_minutes
from generator.plan.edited import edited
from generator.plan.groups import in_groups
from generator.plan.needed import choices, things
from generator.plan.occasions import sittings
from generator.plan.order import in_order
from generator.plan.own_programme import own_programme, phase_names
from generator.plan.parts import PlanPart, in_turn, parts_of, with_alternative
from generator.plan.rhythm import key_of, names_days, requests_for
from generator.plan.schedule import place_days
from generator.plan.sides import spoken_to, unheard_side
from generator.plan.unused import unused
from generator.plan.values import ByWeek, Plan, PlannedExercise, PlannedPhase, Span, Turns
from generator.problems import ContentError, Place, Problem, place_of

LONGEST_TITLE = 60


class PlanContent(Protocol):
    """What a plan asks of the library."""

    def exercise(self, name: str, /) -> Exercise: ...
    def routine(self, name: str, /) -> Routine: ...
    def clinic(self, name: str, /) -> Clinic: ...
    def excerpt(self, place: Place | None, /) -> str: ...


def plan_weeks(prescription: Prescription, library: PlanContent) -> Plan:
    """The weeks of a prescription. Raises `ContentError` with every problem that its places show."""
    try:
        return _plan(prescription, library)
    except ContentError as error:
        raise ContentError(
            [replace(problem, excerpt=problem.excerpt or library.excerpt(problem.place)) for problem in error.problems]
        ) from None


def _plan(prescription: Prescription, library: PlanContent) -> Plan:
    clinic = library.clinic(prescription.clinic)
    written, routine = prescribed_routine(prescription, library)
    phases = in_order(routine.phases)
    off = prescription.weeks_off or routine.weeks_off or ()
    routine, parts = spoken_to(routine, parts_of(phases, library.exercise, prescription, off))
    used = {level.id: level.exercise for part in parts for level in part.all_levels}
    sources: tuple[Clinic | Routine | Exercise, ...] = (clinic, written, *(library.exercise(name) for name in used))
    problems = [*(problem for one in sources for problem in placeholders(one)), *unused(prescription, parts)]
    problems += unheard_side(prescription, parts)
    if problems:
        raise ContentError(problems)
    first = prescription.start.weekday() if prescription.start else _first_weekday(clinic)
    days = place_days(requests_for(parts, first, prescription.weeks))
    planned = _planned(parts, days, clinic)
    exercises = tuple(exercise for phase in planned for exercise in phase.exercises)
    return Plan(
        routine_id=str(prescription.routine),
        routine=routine,
        clinic=clinic,
        language=str(prescription.language),
        prescription=prescription,
        phases=planned,
        weeks=weeks_of(exercises, _session(planned), prescription.week_numbers),
        day_minutes=_kinds_of_day(_taking_time(planned)),
        stretch=stretch_times(exercises),
        equipment=things(exercises, routine.measures),
        choices=choices(exercises),
        start=prescription.start,
        review=prescription.review,
        first_weekday=first,
        video=resolve_video(routine.video, clinic.video),
        samples=tuple(one for one in sources if one.sample),
        weeks_off=tuple(week for week in off if week <= prescription.weeks),
        names_weekdays=prescription.start is not None or any(names_days(part) for part in parts),
    )


def prescribed_routine(prescription: Prescription, library: PlanContent) -> tuple[Routine, Routine]:
    """The routine as it is written, and as it is given: with its alternative and the plan's changes.

    Raises `ContentError`.
    """
    wording = load_wording(str(prescription.language))
    if prescription.is_own:
        written = own_programme(prescription, library.clinic(prescription.clinic), wording)
        given = written
    elif prescription.routines:
        given = written = _several(prescription, library, wording)
    else:
        written = library.routine(prescription.routine)
        given = with_alternative(written, prescription)
    return written, edited(given, prescription, library.exercise, phase_names(wording))


def _several(prescription: Prescription, library: PlanContent, wording: Wording) -> Routine:
    """All routines of the programme as one, with an alternative in those that have it."""
    uses = prescription.routines
    routines = [library.routine(use.routine) for use in uses]
    asked, has = prescription.alternative, [prescription.alternative in one.alternatives for one in routines]
    if asked and not any(has):
        return with_alternative(routines[0], prescription)  # which says what there is
    names = [use.alternative or (asked if mine else None) for use, mine in zip(uses, has, strict=True)]
    for use, routine in zip(uses, routines, strict=True):
        if use.alternative and use.alternative not in routine.alternatives:
            hint = f"its alternatives are: {', '.join(routine.alternatives) or 'none'}"
            message = f'{use.routine} has no alternative "{use.alternative}"'
            raise ContentError([Problem(message, place_of(use.alternative), "routine", hint)])
    given = [one.with_alternative(name) if name else one for one, name in zip(routines, names, strict=True)]
    title = listed(wording, list(dict.fromkeys(str(one.title) for one in given)))
    if len(title) > LONGEST_TITLE and not prescription.title:
        message = f"the titles together have {len(title)} characters, at most {LONGEST_TITLE} have room"
        raise ContentError([Problem(message, path="title", hint='give it one: --title "...", or title: in the plan')])
    return in_one(uses, given, title)


def _first_weekday(clinic: Clinic) -> int:
    """The clinic's own, else its country's."""
    return WEEKDAYS.index(clinic.first_weekday) if clinic.first_weekday else first_weekday(clinic.locale)


def _planned(parts: Sequence[PlanPart], days: dict[str, ByWeek], clinic: Clinic) -> tuple[PlannedPhase, ...]:
    planned = []
    number = 1
    for part in parts:
        levels = [level.entry for level in part.all_levels]
        exercises = tuple(in_groups(_exercises(part, days, clinic, number, _turns(part, parts, days)), levels))
        number += len(exercises)
        union = tuple(_any_day(exercises, week) for week in range(1, len(exercises[0].weeks) + 1))
        video = resolve_video(part.phase.video, clinic.video)
        planned.append(PlannedPhase(part.phase, exercises, union, _minutes(exercises), video))
    return tuple(planned)


def _turns(part: PlanPart, parts: Sequence[PlanPart], days: dict[str, ByWeek]) -> Turns | None:
    """With whom a part takes turns, and on which days in all."""
    others = [other.phase for other in in_turn(part.phase, parts) if other is not part]
    followed = part.phase.days.phase if part.phase.days else None
    for other in parts:
        if other.phase.id == followed and in_turn(other.phase, parts):
            return Turns((str(other.phase.name),))
    if not others:
        return None
    by_phase = (days[str(phase.id)] for phase in (part.phase, *others))
    together = tuple(tuple(sorted({day for own in week for day in own})) for week in zip(*by_phase, strict=True))
    return Turns(tuple(str(phase.name) for phase in others), together)


def _exercises(
    part: PlanPart, days: dict[str, ByWeek], clinic: Clinic, number: int, turns: Turns | None
) -> list[PlannedExercise]:
    found: list[PlannedExercise] = []
    clock = dict(enumerate(part.beats))
    for index, level in enumerate(part.all_levels):
        follows = index > 0 and not clock and part.all_levels[index - 1].entry is level.entry
        beat = clock.get(index)
        found.append(
            PlannedExercise(
                number=number + index,
                id=level.id,
                exercise=level.exercise,
                side=level.side,
                weeks=level.weeks,
                days_by_week=days[key_of(part.phase, index)],
                spans=((beat.seconds, beat.seconds),) * len(level.weeks) if beat else spans_of(level.weeks, level.side),
                option=level.option,
                optional=level.entry.optional,
                measure=level.entry.measure,
                video=resolve_video(level.video, clinic.video),
                replaces=found[-1].number if follows else None,
                at=beat.at if beat else None,
                seconds=beat.seconds if beat else None,
                settled=level.settled,
                ladder=level.ladder,
                turns=turns,
            )
        )
    return found


def _any_day(exercises: Sequence[PlannedExercise], week: int) -> tuple[int, ...]:
    return tuple(sorted({day for exercise in exercises for day in exercise.days_by_week[week - 1]}))


def _minutes(exercises: Sequence[PlannedExercise]) -> Span:
    """Minutes of the shortest and of the longest sitting."""
    weeks = range(1, len(exercises[0].weeks) + 1)
    days = ((week, day) for week in weeks for day in _any_day(exercises, week))
    spans = [
        session_seconds(together, week, day)
        for week, day in days
        for together in sittings(exercises, week, day).values()
    ]
    if not spans:
        return 0, 0
    return whole_minutes(min(low for low, _ in spans)), whole_minutes(max(high for _, high in spans))


def _kinds_of_day(phases: Sequence[PlannedPhase]) -> tuple[Span, ...]:
    """Minutes of sittings in which different phases are done, shortest first, each the sum of its phases' minutes.

    Those are printed rounded, and whoever adds them up must get the number that is printed for the session.
    """
    days = {(week, day) for phase in phases for week, days in enumerate(phase.days_by_week, 1) for day in days}
    phase_of = {one.number: phase for phase in phases for one in phase.exercises}
    kinds = {
        tuple(
            phase_of[number].minutes
            for number in dict.fromkeys(phase_of[one.number].exercises[0].number for one in together)
        )
        for week, day in days
        for together in sittings((one for phase in phases for one in phase.exercises), week, day).values()
    }
    return tuple(sorted((sum(low for low, _ in kind), sum(high for _, high in kind)) for kind in kinds)) or ((0, 0),)


def _taking_time(phases: Sequence[PlannedPhase]) -> Sequence[PlannedPhase]:
    """What takes time of its own: habits belong to the day's work, unless there is nothing else."""
    return [phase for phase in phases if phase.phase.kind != "habit"] or phases


def _session(phases: Sequence[PlannedPhase]) -> tuple[PlannedExercise, ...]:
    return tuple(exercise for phase in _taking_time(phases) for exercise in phase.exercises)
