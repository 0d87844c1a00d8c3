"""What a group of exercises says of the dose of each: its rounds stand in place of sets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.content.dose.dose import MEASURES, DoseFields, WeekDose
from generator.content.group import ExerciseGroup
from generator.plan.layers import Layer, Origin, Said
from generator.problems import Place, Problem, place_of

_OF_ROUNDS = ("sets", "rest")
_IN_WORK = (*MEASURES, "tempo")  # so long each: what else would say how much is taken away


def layer_of_group(group: ExerciseGroup, name: str) -> Layer:
    """What a group says of the dose of each of its exercises."""
    change: dict[str, Any] = {"sets": group.rounds, "rest": None}
    if group.work:
        change |= {**dict.fromkeys(_IN_WORK), "duration": group.work}
    said = WeekDose.model_construct(_fields_set=set(change), **change)
    return Layer(Said(said, Origin("group", name, place_of(group.exercises[0]))))


def said_twice(
    group: ExerciseGroup, change: DoseFields | None, path: str, name: str, anchor: Place | None
) -> Iterator[Problem]:
    """What a nearer dose says although the rounds of the group say it; `anchor` is where its exercise is named."""
    if change is None:
        return
    for field in (*_OF_ROUNDS, *_IN_WORK) if group.work else _OF_ROUNDS:
        said = getattr(change, field)
        # Repetitions set by set say their number, too: as many as there are rounds is no other.
        if field in change.model_fields_set and said is not None and not (field == "sets" and said == group.rounds):
            message = f"{name} is done in rounds of a group, which say its {field}"
            hint = f"take {field} away here, or change rounds, rest and work of the group"
            yield Problem(message, getattr(said, "place", None) or anchor, f"{path}.{field}", hint)
