"""What of a routine is otherwise for one client: the keys of a plan that say so."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.content.address.video import VideoLink
from generator.content.dose.weights import Maximum
from generator.content.editing.added import AddedExercises
from generator.content.editing.entry_key import EntryKey
from generator.content.fields import Identifier, IdentifierKey, IsoDate, Model, Title, wrong
from generator.content.group import Groups

MOST_CHANGES = 100
OWN = "own-programme"  # what a programme without a routine is called where a routine's id stands

# Which side of an exercise that trains one side at a time.
OneSide = Literal["each", "alternate", "left", "right"]
_Keys = Annotated[tuple[EntryKey, ...], Field(max_length=MOST_CHANGES)]


class Edits(Model):
    """Changes of a routine's exercises; `plan.edited` makes them. Without a routine `exercises` are all there is.

    First come `phases`, then `drop`, `swap`, `add`, `order` and `groups`; sides and videos are those of the result.
    """

    exercises: AddedExercises = Field(default=(), description="All exercises, where there is no routine.")
    title: Title | None = Field(default=None, description="In place of the routine's title.")
    issued: IsoDate | None = Field(default=None, description="When a programme without a routine was written.")
    phases: Annotated[dict[IdentifierKey, Literal["on", "off"]], Field(max_length=MOST_CHANGES)] = Field(
        default_factory=dict, description="off: this phase of the routine is left out."
    )
    drop: _Keys = Field(default=(), description="Exercises that are left out.")
    swap: Annotated[dict[EntryKey, Identifier], Field(max_length=MOST_CHANGES)] = Field(
        default_factory=dict, description="Another exercise in the place of one: old and new id."
    )
    add: AddedExercises = Field(default=(), description="More exercises.")
    order: _Keys = Field(default=(), description="Exercises that come first in their phase, in this order.")
    groups: Groups = Field(default=(), description="Exercises that are done together, in rounds.")
    sides: Annotated[dict[EntryKey, OneSide], Field(max_length=MOST_CHANGES)] = Field(
        default_factory=dict, description="The side of single exercises."
    )
    maxima: Annotated[dict[EntryKey, Maximum], Field(max_length=MOST_CHANGES)] = Field(
        default_factory=dict, description="The most a client can lift once, of which a load is a percentage."
    )
    videos: Annotated[dict[EntryKey, VideoLink | None], Field(max_length=MOST_CHANGES)] = Field(
        default_factory=dict, description="Another video of an exercise; null takes it away."
    )

    @model_validator(mode="after")
    def _is_dated(self) -> Self:
        if self.exercises and self.issued is None:
            hint = "the day on which it was written, for example 2026-11-23"
            raise wrong("a programme without a routine needs its date", hint, ("issued",))
        return self

    @property
    def is_own(self) -> bool:
        """Whether it is put together without a routine."""
        return bool(self.exercises)

    @property
    def changes_exercises(self) -> bool:
        """Whether exercises or phases are others than the routine's, or stand in another order."""
        off = "off" in self.phases.values()
        return bool(self.exercises or off or self.drop or self.swap or self.add or self.order or self.groups)
