"""What a plan says of exercises that it does not have, or cannot do: a slip that would go unseen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from generator.content.editing.entry_key import names_use, parts_of_key
from generator.content.prescription import Prescription
from generator.plan.parts import PlanPart
from generator.plan.resolve import ResolvedLevel
from generator.plan.uses import hint_for
from generator.problems import Problem, place_of

_BY_EXERCISE = ("options", "dose", "sides", "maxima", "videos")


def unused(prescription: Prescription, parts: Sequence[PlanPart]) -> list[Problem]:
    """Problems for options, doses, sides, maxima and videos that no exercise of the plan takes."""
    levels = [level for part in parts for level in chain.from_iterable(part.levels)]
    found = [
        Problem(f'"{key}" is not in this plan', place_of(key), f"{field}.{key}", hint_for(key, _ids(levels)))
        for field in _BY_EXERCISE
        for key in getattr(prescription, field)
        if not any(names_use(key, level.id, level.use) for level in levels)
    ]
    return [*found, *_sides_of_both(prescription, levels)]


def _ids(levels: Sequence[ResolvedLevel]) -> list[str]:
    return [level.id for level in levels]


def _sides_of_both(prescription: Prescription, levels: Sequence[ResolvedLevel]) -> Iterator[Problem]:
    """A side for what is done with both at once."""
    for key, side in prescription.sides.items():
        if any(names_use(key, level.id, level.use) and level.side == "both" for level in levels):
            name = parts_of_key(key)[0]
            message = f"{name} is done with both sides at once, so {side} changes nothing"
            hint = "leave it out, or give an exercise for one side in its place: --swap, or swap: in a plan file"
            yield Problem(message, place_of(side), f"sides.{key}", hint)
