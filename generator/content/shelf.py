"""A name that one file uses comes in; the other file it stands for, or the problem that there is none, goes out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from generator.content.checking.fault_words import near
from generator.content.choices import Kind
from generator.content.dose.dose import Dose, DoseChange, DoseFields, step_problem
from generator.content.dose.overlay import merge
from generator.content.exercise import Exercise
from generator.content.person import is_private
from generator.content.routine import Routine
from generator.problems import ContentError, Problem
from generator.source.document import Document, Path, dotted


class Shelf(Protocol):
    """Where other files are found; the library is one."""

    def exercise(self, name: str) -> Exercise: ...

    def routine(self, name: str) -> Routine: ...

    def unknown(self, kind: Kind, name: str) -> Problem | None: ...


def dose_problems(dose: Dose, change: DoseFields, document: Document | None, path: Path) -> list[Problem]:
    try:
        start = merge(dose, change)
    except ValueError as error:
        return [at(document, path, f"with the exercise's own dose, this {error}", "write one of them", rule="dose")]
    steps = change.progression if isinstance(change, DoseChange) and change.progression != "same" else ()
    problem = step_problem(start, steps or ())
    if problem is None:
        return []
    index, message = problem
    return [at(document, (*path, "progression", index), message, "each step changes the dose a little", rule="dose")]


def known(name: str, shelf: Shelf) -> Exercise | None:
    """The exercise, or None if it is unknown or has problems of its own, which are reported at its own file."""
    try:
        return shelf.exercise(name)
    except ContentError:
        return None


def unknown_exercise(name: str, document: Document, path: Path, shelf: Shelf) -> list[Problem]:
    problem = shelf.unknown("exercises", name)
    return [at(document, path, problem.message, problem.hint, rule=problem.rule)] if problem else []


def meant(name: str, known: Sequence[str]) -> str:
    meant = near(name, known)
    return f"did you mean {meant}?" if meant else f"there are: {', '.join(known)}" if known else ""


def at(
    document: Document | None, path: Path, message: str, hint: str = "", key: bool = False, rule: str = "unknown-id"
) -> Problem:
    if document is None:
        return Problem(message, None, dotted(path), hint, rule=rule)
    place = document.key_place(path) if key else document.place(path)
    excerpt = "" if is_private(path) else document.excerpt(place)
    return Problem(message, place, dotted(document.written(path)), hint, excerpt, rule=rule)
