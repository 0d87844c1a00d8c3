"""An exercise that a client gets besides the routine's own: an entry with the place where it goes.

In one word it is written `cat-cow@warm-up`: behind each @ stands a phase (`warm-up`, or `warm-up:1` for its first
place), a neighbour (`before:hip-hinge`, `after:hip-hinge`), or how often (`daily`, `3` days a week, `mon+thu`).
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.content.dose.frequency import WEEKDAYS
from generator.content.editing.entry_key import EntryKey
from generator.content.fields import Identifier, quoted, wrong
from generator.content.routine import MOST_EXERCISES, Entry
from generator.problems import Prose, place_of

_NEIGHBOURS = ("before", "after")
_OFTEN = re.compile(rf"daily|[1-7]|({'|'.join(WEEKDAYS)})(\+({'|'.join(WEEKDAYS)}))*")
_PHASE = re.compile(r"([^:]+)(?::([0-9]{1,2}))?")


class Added(Entry):
    """An exercise and where it goes: into a phase (by id or kind, else by its own kind), or beside another one."""

    phase: Identifier | None = Field(default=None, description="The phase's id, or a kind of phase.")
    place: int | None = Field(default=None, ge=1, le=MOST_EXERCISES, description="Which place in the phase, from 1.")
    before: EntryKey | None = None
    after: EntryKey | None = None

    @model_validator(mode="after")
    def _goes_to_one_place(self) -> Self:
        given = [name for name in ("place", *_NEIGHBOURS) if getattr(self, name) is not None]
        if len(given) > 1:
            raise wrong(f"takes only one of {' and '.join(given)}")
        if self.phase and given in (["before"], ["after"]):
            raise wrong("takes a phase or a neighbour, not both", "the neighbour's phase is its phase", ("phase",))
        if self.place and not self.phase:
            raise wrong("needs the phase in which it counts", "write phase: too", ("place",))
        return self

    @property
    def entry(self) -> Entry:
        """It as a routine has it."""
        kept = Entry.model_fields
        values = {name: getattr(self, name) for name in kept}
        return Entry.model_construct(self.model_fields_set & set(kept), **values)


def _in_one_word(value: Any) -> Any:
    """The mapping that `cat-cow@warm-up:1@daily` stands for."""
    if not isinstance(value, str):
        return value
    exercise, *rest = (part.strip() for part in value.split("@"))
    written: dict[str, Any] = {"exercise": exercise}
    for part in rest:
        for key, said in _meant(part).items():
            if key in written:
                raise wrong(f"says twice what its {key} is: {quoted(value)}")
            written[key] = said
    place = place_of(value)
    return {key: Prose(said, place) if isinstance(said, str) else said for key, said in written.items()}


def _meant(part: str) -> dict[str, Any]:
    neighbour, colon, name = part.partition(":")
    if colon and neighbour in _NEIGHBOURS:
        return {neighbour: name}
    if _OFTEN.fullmatch(part):
        return {"dose": {"frequency": _frequency(part)}}
    phase = _PHASE.fullmatch(part)
    if not phase:
        hint = "write ID@PHASE, ID@PHASE:1, ID@before:ID, ID@daily, ID@3 or ID@mon+thu"
        raise wrong(f"does not say where it goes: {quoted(part)}", hint)
    return {"phase": phase[1]} | ({"place": int(phase[2])} if phase[2] else {})


def _frequency(part: str) -> Any:
    if part == "daily":
        return part
    return int(part) if part.isdigit() else {"days": tuple(part.split("+"))}


AddedOrId = Annotated[Added, BeforeValidator(_in_one_word, json_schema_input_type=Added | str)]
AddedExercises = Annotated[tuple[AddedOrId, ...], Field(max_length=MOST_EXERCISES)]
