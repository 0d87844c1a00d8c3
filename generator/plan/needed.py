"""What a client must have at hand: planned exercises come in, each thing once, in the order of first use, goes out."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.routine import Measure
from generator.plan.values import PlannedExercise
from generator.problems import Prose

Things = tuple[Prose, ...]


def things(exercises: Sequence[PlannedExercise], measures: Sequence[Measure] = ()) -> Things:
    """What is needed in any case, what to measure with last. Where options are left open see `choices`."""
    found: dict[str, Prose] = {}
    for exercise in exercises:
        if not _offers(exercise):
            for thing in exercise.exercise.equipment:
                found.setdefault(thing.casefold(), thing)
    for measure in measures:
        for thing in measure.equipment:
            found.setdefault(thing.casefold(), thing)
    return tuple(found.values())


def choices(exercises: Sequence[PlannedExercise]) -> tuple[tuple[Things, ...], ...]:
    """For each exercise with open options the sets of things, one of which is enough, if anything more is needed."""
    always = {thing.casefold() for thing in things(exercises)}
    found: dict[tuple[Things, ...], None] = {}
    for exercise in exercises:
        offers = tuple(tuple(thing for thing in offer if thing.casefold() not in always) for offer in _offers(exercise))
        if all(offers) and offers:
            found[offers] = None
    return tuple(found)


def _offers(exercise: PlannedExercise) -> tuple[Things, ...]:
    """The different sets of things with which an exercise can be done; empty if there is only one."""
    if exercise.option is not None:
        return ()
    own = exercise.exercise.equipment
    variants = exercise.exercise.variants.values()
    sets = dict.fromkeys([own, *(v.equipment if "equipment" in v.model_fields_set else own for v in variants)])
    return tuple(sets) if len(sets) > 1 else ()
