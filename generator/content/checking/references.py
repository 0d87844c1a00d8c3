"""A checked file comes in; a problem for everything it names that does not exist goes out.

pydantic sees one value at a time; what one part says about another, or about another file, is checked here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path as FilePath

from pydantic import BaseModel

from generator.content.checking.placeholder import placeholders
from generator.content.checking.wishes import prescription_problems
from generator.content.clinic import Clinic
from generator.content.dose.dose import Dose
from generator.content.dose.overlay import merge
from generator.content.exercise import Exercise, ExerciseFields
from generator.content.fields import quoted
from generator.content.prescription import Prescription
from generator.content.routine import MOST_EXERCISES, Entry, Phase, Routine, WeekEntry, entries
from generator.content.shelf import Shelf, at, dose_problems, known, meant, unknown_exercise
from generator.problems import ContentError, Problem
from generator.source.document import Document, Path
from generator.source.reader import MOST_PROBLEMS


def own_problems(value: BaseModel, document: Document) -> list[Problem]:
    """What a file says wrongly about itself; needs no other file."""
    return list(_phase_problems(value, document)) if isinstance(value, Routine) else []


def value_problems(
    value: BaseModel, document: Document, shelf: Shelf, find_picture: Callable[[str], FilePath]
) -> list[Problem]:
    """What a file names that is not there: in other files, beside it, at all. `find_picture` raises `ContentError`."""
    nowhere = [replace(one, excerpt=document.excerpt(one.place) if one.place else "") for one in placeholders(value)]
    match value:
        case Exercise():
            return [*nowhere, *exercise_problems(value, document, shelf, find_picture)]
        case Routine():
            return [*nowhere, *routine_problems(value, document, shelf)]
        case Clinic():
            return [*nowhere, *_missing_picture(value.logo, find_picture)]
        case Prescription():
            return prescription_problems(value, document, shelf)
        case _:
            return []


def exercise_problems(
    exercise: Exercise, document: Document, shelf: Shelf, find_picture: Callable[[str], FilePath]
) -> list[Problem]:
    """What an exercise and its variants name wrongly: other exercises, pictures, doses that do not add up."""
    parts: list[tuple[Path, ExerciseFields]] = [((), exercise)]
    parts += [(("variants", name), variant) for name, variant in exercise.variants.items()]
    problems: list[Problem] = []
    for path, part in parts:
        for key, level in (("easier", part.easier), ("harder", part.harder)):
            if level and level.exercise:
                problems += unknown_exercise(level.exercise, document, (*path, key, "exercise"), shelf)
        problems += _missing_picture(part.picture, find_picture)
    for name, variant in exercise.variants.items():
        if variant.dose:
            problems += dose_problems(exercise.dose, variant.dose, document, ("variants", name, "dose"))
        if variant.picture and not (variant.alt or exercise.alt):
            path = ("variants", name, "picture")
            problems.append(at(document, path, "needs alt too, a description of the picture", "add alt: ..."))
    return problems


def routine_problems(routine: Routine, document: Document, shelf: Shelf) -> list[Problem]:
    """What a routine names wrongly: exercises, options, doses that do not add up."""
    problems: list[Problem] = []
    for path, entry in entries(routine):
        if len(problems) >= MOST_PROBLEMS:
            break
        problems += unknown_exercise(entry.exercise, document, (*path, "exercise"), shelf)
        exercise = known(entry.exercise, shelf)
        if exercise is None:
            continue
        exercise, found = _with_option(exercise, entry, document, path)
        problems += found
        dose = exercise.dose
        if entry.dose:
            found = dose_problems(dose, entry.dose, document, (*path, "dose"))
            problems += found
            dose = dose if found else merge(dose, entry.dose)
        for week, change in entry.weeks.items():
            problems += _week_problems(change, exercise, dose, document, (*path, "weeks", str(week)), shelf)
    return problems


def _phase_problems(routine: Routine, document: Document) -> Iterator[Problem]:
    yield from _too_many(routine, document)
    ids = [str(phase.id) for phase in routine.phases]
    yield from _repeated(ids, document, "phases")
    yield from _repeated([str(measure.id) for measure in routine.measures], document, "measures")
    for number, phase in enumerate(routine.phases):
        yield from _order_problems(phase, ids[:number], ids, document, ("phases", number))
    for name, alternative in routine.alternatives.items():
        for key in ("phases", "videos"):
            for phase_id in getattr(alternative, key):
                if phase_id not in ids:
                    path = ("alternatives", name, key, phase_id)
                    yield at(document, path, f"there is no phase {quoted(phase_id)}", meant(phase_id, ids), key=True)
        yield from _repeated(
            [str(m.id) for m in alternative.measures or ()], document, "alternatives", name, "measures"
        )


def _too_many(routine: Routine, document: Document) -> Iterator[Problem]:
    """A routine is one session: what goes beyond fills a book, and takes minutes to lay out."""
    counted: list[tuple[Path, int]] = [(("phases",), sum(len(phase.exercises) for phase in routine.phases))]
    for name, alternative in routine.alternatives.items():
        counted.append((("alternatives", name), sum(len(entries) for entries in alternative.phases.values())))
    for path, count in counted:
        if count > MOST_EXERCISES:
            message = f"has {count} exercises, the most allowed is {MOST_EXERCISES}"
            yield at(document, path, message, "make several routines of it", rule="content")


def _order_problems(
    phase: Phase, earlier: Sequence[str], ids: Sequence[str], document: Document, path: Path
) -> Iterator[Problem]:
    if phase.after and phase.after not in earlier:
        message, hint = f"there is no phase {quoted(phase.after)}", meant(phase.after, ids)
        if phase.after in ids:
            message, hint = f"{quoted(phase.after)} does not stand above", "phases stand in the order they are done"
        yield at(document, (*path, "after"), message, hint)
    if phase.days and ((partner := phase.days.partner) not in ids or partner == phase.id):
        others = [name for name in ids if name != phase.id]
        key = "with" if phase.days.phase else "in_turn_with"
        yield at(document, (*path, "days", key), f"there is no other phase {quoted(partner)}", meant(partner, others))


def _repeated(ids: Sequence[str], document: Document, *path: str) -> Iterator[Problem]:
    for number, name in enumerate(ids):
        if name in ids[:number]:
            first = document.place((*path, ids.index(name), "id")).line
            message = f"{quoted(name)} already stands in line {first}"
            yield at(document, (*path, number, "id"), message, "each id stands once")


def _week_problems(
    change: WeekEntry, exercise: Exercise, dose: Dose, document: Document, path: Path, shelf: Shelf
) -> Iterator[Problem]:
    if change.exercise:
        yield from unknown_exercise(change.exercise, document, (*path, "exercise"), shelf)
        other = known(change.exercise, shelf)
        if other is None:
            return
        exercise, dose = other, other.dose
    yield from _with_option(exercise, change, document, path)[1]
    yield from dose_problems(dose, change, document, path)


def _with_option(
    exercise: Exercise, use: Entry | WeekEntry, document: Document, path: Path
) -> tuple[Exercise, list[Problem]]:
    name = use.option
    if name is None:
        return exercise, []
    if name not in exercise.variants:
        hint = meant(name, list(exercise.variants)) or "it has no variants"
        return exercise, [at(document, (*path, "option"), f"this exercise has no variant {quoted(name)}", hint)]
    try:
        return exercise.option(name), []
    except ValueError:
        return exercise, []  # reported in the file of the exercise


def _missing_picture(name: str | None, find_picture: Callable[[str], FilePath]) -> list[Problem]:
    try:
        if name:
            find_picture(name)
    except ContentError as error:
        return error.problems
    return []
