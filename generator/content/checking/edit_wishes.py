"""The changes of a plan come in; problems for exercises and phases that they name and that are not there go out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.editing.entry_key import parts_of_key
from generator.content.fields import quoted
from generator.content.prescription import Prescription
from generator.content.routine import Routine, exercises_named
from generator.content.shelf import Shelf, at, meant
from generator.problems import Problem
from generator.source.document import Document, Path


def brought(wish: Prescription) -> tuple[str, ...]:
    """The exercises that a plan brings itself."""
    return (*(str(one.exercise) for one in (*wish.exercises, *wish.add)), *map(str, wish.swap.values()))


def edit_problems(
    wish: Prescription, routine: Routine | None, document: Document | None, shelf: Shelf
) -> Iterator[Problem]:
    """What is named that does not exist; whether it can be done is seen when the plan is made."""
    yield from _unknown_exercises(wish, document, shelf)
    if routine is None:
        return
    phases = [str(phase.id) for phase in routine.phases]
    for name in wish.phases:
        if name not in phases:
            yield at(
                document, ("phases", name), f"this routine has no phase {quoted(name)}", meant(name, phases), key=True
            )
    given = list(exercises_named(routine))
    later = [*given, *brought(wish)]
    paths: list[tuple[Path, str, list[str]]] = [(("drop", index), key, given) for index, key in enumerate(wish.drop)]
    paths += [(("swap", key), key, given) for key in wish.swap]
    paths += [(("order", index), key, later) for index, key in enumerate(wish.order)]
    for path, key, known in paths:
        if parts_of_key(key)[0] not in known:
            message = f"this routine has no exercise {quoted(key)}"
            yield at(document, path, message, meant(key, sorted(known)), key=path[0] == "swap")


def _unknown_exercises(wish: Prescription, document: Document | None, shelf: Shelf) -> Iterator[Problem]:
    named: list[tuple[Path, str]] = [
        ((field, index, "exercise"), one.exercise)
        for field in ("exercises", "add")
        for index, one in enumerate(getattr(wish, field))
    ]
    named += [(("swap", old), new) for old, new in wish.swap.items()]
    for path, name in named:
        if problem := shelf.unknown("exercises", name):
            yield at(document, path, problem.message, problem.hint, rule=problem.rule)
