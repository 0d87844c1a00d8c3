"""A client's plan becomes a routine of its own, with all that the plan changes written into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.content.checking.checked import build
from generator.content.clinic import Clinic
from generator.content.dose.dose import AMOUNTS, MEASURES
from generator.content.editing.entry_key import names_use, said_of
from generator.content.editing.laid_over import merged, without_weeks_of
from generator.content.exercise import Exercise
from generator.content.group import ExerciseGroup
from generator.content.prescription import Prescription, as_read
from generator.content.routine import Entry, Phase, Routine
from generator.plan.order import in_order
from generator.plan.programme import PlanContent, plan_weeks, prescribed_routine
from generator.plan.uses import counted
from generator.plan.values import PlannedExercise
from generator.problems import ContentError, Place, Problem

_FIRST_VERSION = "1.0"
_TEMPLATE = "template"
Data = dict[str, Any]


def template_of(prescription: Prescription, library: PlanContent, title: str) -> Data:
    """The keys of a routine file: the routine as it is given, with doses, options, sides and videos of each exercise.

    Without alternatives, which were written for other exercises; without dates, weeks and the side of the client.
    Raises `ContentError`, also where a routine cannot say what the plan does.
    """
    if prescription.routines:
        message = "a programme of several routines cannot be written into one routine"
        raise ContentError(
            [Problem(message, path="routine", hint="make one of each: --from ID; a plan keeps them all")]
        )
    written = _written(prescription, library, title)
    routine = build(Routine, as_read(written))
    given = plan_weeks(prescription, library)
    plain = prescription.as_written or prescription
    kept = plain.model_dump(include={"clinic", "language", "weeks", "weeks_off", "start"}, exclude_unset=True)
    again = Prescription.model_validate({**kept, "routine": _TEMPLATE, "side": prescription.side})
    try:
        found = plan_weeks(again, _Beside(library, routine))
    except ContentError as error:
        message = "cannot be written into a routine"
        raise ContentError([replace(one, message=f"{message}: {one.message}") for one in error.problems]) from None
    for one, other in zip(given.exercises, found.exercises, strict=True):
        if _done(one) != _done(other):
            message = f"what the plan says of the steps of {one.id} cannot be written into a routine"
            hint = f"write its steps into the plan: dose: {{{one.id}: {{progression: [...]}}}}"
            raise ContentError([Problem(message, path=f"dose.{one.id}", hint=hint)])
    return written


def _done(one: PlannedExercise) -> tuple[object, ...]:
    return one.id, one.option, one.side, one.weeks, one.days_by_week, one.ladder and one.ladder.rungs


@dataclass(frozen=True, slots=True)
class _Beside:
    """The library with the template as its only routine."""

    library: PlanContent
    template: Routine

    def exercise(self, name: str, /) -> Exercise:
        return self.library.exercise(name)

    def routine(self, name: str, /) -> Routine:
        return self.template

    def clinic(self, name: str, /) -> Clinic:
        return self.library.clinic(name)

    def excerpt(self, place: Place | None, /) -> str:
        return self.library.excerpt(place)


def _written(prescription: Prescription, library: PlanContent, title: str) -> Data:
    _, routine = prescribed_routine(prescription, library)
    phases = in_order(routine.phases)
    seen = counted(entry for phase in phases for entry in phase.exercises)
    written: Data = routine.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"alternatives", "off"})
    written |= {"title": title, "version": _FIRST_VERSION, "phases": []}
    for phase in phases:
        own: Data = phase.model_dump(mode="json", by_alias=True, exclude_unset=True)
        own["exercises"] = [_entry(*next(seen), prescription) for _ in phase.exercises]
        own["groups"] = _groups(phase) or None
        written["phases"].append({key: value for key, value in own.items() if value is not None})
    return {key: value for key, value in written.items() if value is not None}


def _groups(phase: Phase) -> list[Data]:
    """The groups as the file has them, by the uses of exercises in this phase."""
    found: list[tuple[ExerciseGroup, list[str]]] = []
    counts: Counter[str] = Counter()
    for entry in phase.exercises:
        counts[entry.exercise] += 1
        key = str(entry.exercise) if counts[entry.exercise] == 1 else f"{entry.exercise}#{counts[entry.exercise]}"
        if entry.group and found and found[-1][0] == entry.group:
            found[-1][1].append(key)
        elif entry.group:
            found.append((entry.group, [key]))
    return [group.in_words(keys) for group, keys in found]


def _entry(entry: Entry, seen: Mapping[str, int], prescription: Prescription) -> Data | str:
    """An exercise as the file has it; its id alone where nothing else is said."""
    name, count = str(entry.exercise), seen[entry.exercise]
    written: Data = entry.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if option := said_of(prescription.options, name, count):
        written["option"] = str(option)
    if side := said_of(prescription.sides, name, count):
        written["side"] = side
    for key, video in prescription.videos.items():
        if names_use(key, name, count):
            written["video"] = video and video.model_dump(mode="json", exclude_unset=True)
    for key in (name, f"{name}#{count}"):
        if change := prescription.dose.get(key):
            written = _with_dose(written, change.model_dump(mode="json", by_alias=True, exclude_unset=True))
    kept = {key: value for key, value in written.items() if value not in (None, {}, [])}
    return name if set(kept) == {"exercise"} else kept


def _with_dose(entry: Data, change: Data) -> Data:
    """With the client's dose: it holds for all weeks, and ends steps that it does not go on with."""
    dose = without_weeks_of(entry.get("dose") or {}, change)
    gone = {"progression"} if set(AMOUNTS) & set(change) else set()
    gone |= set(MEASURES) if (set(MEASURES) - {"hold"}) & set(change) else set()
    kept = {key: value for key, value in dose.items() if key not in gone}
    steps = dict.fromkeys(AMOUNTS) if change.get("progression") else {}
    weeks = without_weeks_of({"weeks": entry.get("weeks", {})}, steps | change).get("weeks", {})
    return {**entry, "dose": merged(kept, change), "weeks": weeks}
