"""A prescription comes in; a problem for everything it names that its routine does not have goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.content.checking.edit_wishes import brought, edit_problems
from generator.content.editing.entry_key import parts_of_key
from generator.content.exercise import Exercise
from generator.content.fields import quoted
from generator.content.plan_file import PlanFile
from generator.content.prescription import Prescription
from generator.content.routine import Routine, exercises_named
from generator.content.routine_use import in_one
from generator.content.shelf import Shelf, at, dose_problems, known, meant
from generator.problems import ContentError, Problem, Severity, place_of
from generator.source.document import Document, Path


def prescription_problems(wish: Prescription, document: Document | None, shelf: Shelf) -> list[Problem]:
    """What a plan file, or the flags of a command (no document), name that does not exist or does not fit."""
    own = wish.is_own
    named: list[tuple[Path, Problem | None]] = [
        (("routine", index) if wish.routines else ("routine",), None if own else shelf.unknown("routines", name))
        for index, name in enumerate([use.routine for use in wish.routines] or [wish.routine])
    ]
    unknown = [(path, problem) for path, problem in named if problem]
    clinic = shelf.unknown("clinics", wish.clinic)
    if clinic:
        unknown.append((("clinic",), clinic))
    problems = [at(document, path, problem.message, problem.hint) for path, problem in unknown]
    try:
        routine = None if own or len(unknown) > bool(clinic) else _routine(wish, shelf)
    except ContentError as error:
        return [*problems, *error.problems]
    if own:
        return [*problems, *edit_problems(wish, None, document, shelf), *_wished_changes(wish, None, document, shelf)]
    if routine is None:
        return problems
    if wish.alternative and wish.alternative not in routine.alternatives:
        hint = meant(wish.alternative, list(routine.alternatives)) or "it has none"
        message = f"this routine has no alternative {quoted(wish.alternative)}"
        problems.append(at(document, ("alternative",), message, hint))
    if wish.version and wish.version != routine.version:
        message = f"made for version {wish.version} of the routine, which is now {routine.version}"
        problems.append(replace(at(document, ("version",), message), severity=Severity.WARNING))
    problems += edit_problems(wish, routine, document, shelf)
    return [*problems, *_wished_changes(wish, routine, document, shelf)]


def _routine(wish: Prescription, shelf: Shelf) -> Routine:
    """The routine; of several all that is in any of them. Raises `ContentError`."""
    if not wish.routines:
        return shelf.routine(wish.routine)
    routines = [shelf.routine(use.routine) for use in wish.routines]
    alternatives = {name: other for routine in routines for name, other in routine.alternatives.items()}
    together = in_one(wish.routines, routines, str(routines[0].title))
    return together.model_copy(update={"alternatives": alternatives})


def note_problems(notes: Mapping[str, str], known: Sequence[str]) -> list[Problem]:
    """What notes for exercises name that a plan does not have. A key or its text knows its place."""
    return [
        Problem(
            f"this plan has no exercise {quoted(name)}",
            place_of(name) or place_of(text),
            f"note_for.{name}",
            meant(name, sorted(set(known))),
        )
        for name, text in notes.items()
        if name not in known
    ]


def _wished_changes(
    wish: Prescription, routine: Routine | None, document: Document | None, shelf: Shelf
) -> Iterator[Problem]:
    used = set(exercises_named(routine)) if routine else set[str]()
    used |= {str(name) for name in brought(wish)}
    named: dict[str, Mapping[str, object]] = {key: getattr(wish, key) for key in ("options", "dose", "sides", "videos")}
    if isinstance(wish, PlanFile):
        named["note_for"] = wish.note_for
    for key, changes in named.items():
        for name in changes:
            if parts_of_key(name)[0] not in used:
                message = f"this routine has no exercise {quoted(name)}"
                yield at(document, (key, name), message, meant(name, sorted(used)), key=True)
    for name, option in wish.options.items():
        exercise = _of(name, used, shelf)
        if exercise and option not in exercise.variants:
            hint = meant(option, list(exercise.variants)) or "it has no variants"
            yield at(document, ("options", name), f"this exercise has no variant {quoted(option)}", hint)
    for name, change in wish.dose.items():
        exercise = _of(name, used, shelf)
        if exercise:
            yield from dose_problems(exercise.dose, change, document, ("dose", name))


def _of(key: str, used: set[str], shelf: Shelf) -> Exercise | None:
    name, _ = parts_of_key(key)
    return known(name, shelf) if name in used else None
