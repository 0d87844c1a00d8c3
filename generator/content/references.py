"""A checked file comes in; a problem for everything it names that does not exist goes out.

pydantic sees one value at a time; what one part says about another, or about another file, is checked here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path as FilePath
from typing import Protocol

from pydantic import BaseModel, ValidationError

from generator.content.dose import Dose, DoseFields, merge
from generator.content.exercise import Exercise, ExerciseFields
from generator.content.fault_words import fault_words, near
from generator.content.fields import quoted
from generator.content.folder import Kind
from generator.content.routine import Entry, Phase, Routine, WeekEntry
from generator.content.source import Document, Path, dotted
from generator.problems import ContentError, Problem


class Shelf(Protocol):
    """Where other files are found; the library is one."""

    def exercise(self, name: str) -> Exercise: ...

    def unknown(self, kind: Kind, name: str) -> Problem | None: ...


def own_problems(value: BaseModel, document: Document) -> list[Problem]:
    """What a file says wrongly about itself; needs no other file."""
    return list(_phase_problems(value, document)) if isinstance(value, Routine) else []


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
                problems += _unknown_exercise(level.exercise, document, (*path, key, "exercise"), shelf)
        if part.picture:
            try:
                find_picture(part.picture)
            except ContentError as error:
                problems += error.problems
    for name, variant in exercise.variants.items():
        if variant.dose:
            problems += _dose_problems(exercise.dose, variant.dose, document, ("variants", name, "dose"))
        if variant.picture and not (variant.alt or exercise.alt):
            path = ("variants", name, "picture")
            problems.append(_at(document, path, "needs alt too, a description of the picture", "add alt: ..."))
    return problems


def routine_problems(routine: Routine, document: Document, shelf: Shelf) -> list[Problem]:
    """What a routine names wrongly: exercises, options, doses that do not add up."""
    problems: list[Problem] = []
    for path, entry in entries(routine):
        problems += _unknown_exercise(entry.exercise, document, (*path, "exercise"), shelf)
        exercise = _known(entry.exercise, shelf)
        if exercise is None:
            continue
        exercise, found = _with_option(exercise, entry, document, path)
        problems += found
        dose = exercise.dose
        if entry.dose:
            found = _dose_problems(dose, entry.dose, document, (*path, "dose"))
            problems += found
            dose = dose if found else merge(dose, entry.dose)
        for week, change in entry.weeks.items():
            problems += _week_problems(change, exercise, dose, document, (*path, "weeks", str(week)), shelf)
    return problems


def entries(routine: Routine) -> Iterator[tuple[Path, Entry]]:
    """Every use of an exercise with its path in the file, alternatives last."""
    for number, phase in enumerate(routine.phases):
        for index, entry in enumerate(phase.exercises):
            yield ("phases", number, "exercises", index), entry
    for name, alternative in routine.alternatives.items():
        for phase_id, replaced in alternative.phases.items():
            for index, entry in enumerate(replaced):
                yield ("alternatives", name, "phases", phase_id, index), entry


def _phase_problems(routine: Routine, document: Document) -> Iterator[Problem]:
    ids = [str(phase.id) for phase in routine.phases]
    yield from _repeated(ids, document, "phases")
    yield from _repeated([str(measure.id) for measure in routine.measures], document, "measures")
    for number, phase in enumerate(routine.phases):
        yield from _order_problems(phase, ids[:number], ids, document, ("phases", number))
    for name, alternative in routine.alternatives.items():
        for phase_id in alternative.phases:
            if phase_id not in ids:
                path = ("alternatives", name, "phases", phase_id)
                yield _at(document, path, f"there is no phase {quoted(phase_id)}", _meant(phase_id, ids), key=True)


def _order_problems(
    phase: Phase, earlier: Sequence[str], ids: Sequence[str], document: Document, path: Path
) -> Iterator[Problem]:
    if phase.after and phase.after not in earlier:
        message, hint = f"there is no phase {quoted(phase.after)}", _meant(phase.after, ids)
        if phase.after in ids:
            message, hint = f"{quoted(phase.after)} does not stand above", "phases stand in the order they are done"
        yield _at(document, (*path, "after"), message, hint)
    if phase.days and (phase.days.phase not in ids or phase.days.phase == phase.id):
        others = [name for name in ids if name != phase.id]
        message = f"there is no other phase {quoted(phase.days.phase)}"
        yield _at(document, (*path, "days", "with"), message, _meant(phase.days.phase, others))


def _repeated(ids: Sequence[str], document: Document, key: str) -> Iterator[Problem]:
    for number, name in enumerate(ids):
        if name in ids[:number]:
            first = document.place((key, ids.index(name), "id")).line
            message = f"{quoted(name)} already stands in line {first}"
            yield _at(document, (key, number, "id"), message, "each id stands once")


def _week_problems(
    change: WeekEntry, exercise: Exercise, dose: Dose, document: Document, path: Path, shelf: Shelf
) -> Iterator[Problem]:
    if change.exercise:
        yield from _unknown_exercise(change.exercise, document, (*path, "exercise"), shelf)
        other = _known(change.exercise, shelf)
        if other is None:
            return
        exercise, dose = other, other.dose
    yield from _with_option(exercise, change, document, path)[1]
    yield from _dose_problems(dose, change, document, path)


def _with_option(
    exercise: Exercise, use: Entry | WeekEntry, document: Document, path: Path
) -> tuple[Exercise, list[Problem]]:
    name = use.option
    if name is None:
        return exercise, []
    if name not in exercise.variants:
        hint = _meant(name, list(exercise.variants)) or "it has no variants"
        return exercise, [_at(document, (*path, "option"), f"this exercise has no variant {quoted(name)}", hint)]
    try:
        return exercise.option(name), []
    except ValidationError:
        return exercise, []  # reported in the file of the exercise


def _dose_problems(dose: Dose, change: DoseFields, document: Document, path: Path) -> list[Problem]:
    try:
        merge(dose, change)
    except ValidationError as error:
        faults = (fault_words(details) for details in error.errors(include_url=False))
        return [_at(document, path, f"with the exercise's own dose, this {message}", hint) for message, hint in faults]
    return []


def _known(name: str, shelf: Shelf) -> Exercise | None:
    """The exercise, or None if it is unknown or has problems of its own, which are reported at its own file."""
    try:
        return shelf.exercise(name)
    except ContentError:
        return None


def _unknown_exercise(name: str, document: Document, path: Path, shelf: Shelf) -> list[Problem]:
    problem = shelf.unknown("exercises", name)
    return [_at(document, path, problem.message, problem.hint, rule=problem.rule)] if problem else []


def _meant(name: str, known: Sequence[str]) -> str:
    meant = near(name, known)
    return f"did you mean {meant}?" if meant else f"there are: {', '.join(known)}" if known else ""


def _at(
    document: Document, path: Path, message: str, hint: str = "", key: bool = False, rule: str = "unknown-id"
) -> Problem:
    place = document.key_place(path) if key else document.place(path)
    return Problem(message, place, dotted(document.written(path)), hint, document.excerpt(place), rule=rule)
