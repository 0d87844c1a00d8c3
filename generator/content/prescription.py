"""Plain data (flags, a row, a plan file) becomes a frozen `Prescription`, the only input of a plan; and back to YAML.

It holds no name: a saved plan can be kept and shared without saying whose it is.
"""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, ModelWrapValidatorHandler, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticKnownError

from generator.content.checking.checked import EXPLAINED_HERE
from generator.content.checking.explain import explain
from generator.content.choices import TrainedSide
from generator.content.dose.dose import DoseChange
from generator.content.dose.frequency import WeekNumbers
from generator.content.editing.editable import Editable
from generator.content.editing.edits import MOST_CHANGES, OWN
from generator.content.editing.entry_key import EntryKey
from generator.content.fields import (
    Identifier,
    IsoDate,
    Language,
    PlanLength,
    Version,
    wrong,
)
from generator.content.plan_length import USUAL, long_enough, week_numbers
from generator.content.routine_use import Uses, first_of
from generator.content.written import yaml_text
from generator.problems import ContentError, Prose

# What is said of a routine without changing it.
_OF_ROUTINE = ("routine", "routines", "version", "clinic", "language", "alternative", "weeks", "start", "review")


class Prescription(Editable):
    """One routine for one person, without the person; or a programme of `exercises`, whose `routine` is `OWN`.

    `options` and `dose` are keyed by exercise id. Made in Python, it raises `ContentError` for wrong values.
    """

    routine: Identifier = Field(default_factory=lambda: Prose(OWN), validate_default=True)
    routines: Uses = Field(
        default=(), description="Several routines in one programme, each perhaps at its times or in its weeks."
    )
    version: Version | None = Field(default=None, description="The routine's version when the plan was made.")
    clinic: Identifier
    language: Language
    side: TrainedSide | None = None
    options: Annotated[dict[EntryKey, Identifier], Field(max_length=MOST_CHANGES)] = Field(default_factory=dict)
    alternative: Identifier | None = None
    dose: Annotated[dict[EntryKey, DoseChange], Field(max_length=MOST_CHANGES)] = Field(default_factory=dict)
    weeks: PlanLength = Field(default=USUAL, description="How many weeks it lasts.")
    weeks_off: WeekNumbers | None = Field(
        default=None, description="Weeks in which nothing is done, in place of the routine's."
    )
    start: IsoDate | None = None
    review: IsoDate | None = None

    @field_validator("routine", mode="after")
    @classmethod
    def _routine_or_exercises(cls, routine: Prose, info: ValidationInfo) -> Prose:
        given = routine != OWN
        own = info.data.get("exercises", (None,))  # wrong ones have their own problem
        if given and own and own != (None,):
            raise wrong("stands beside exercises", "a routine brings its own; add: puts more to them")
        if not given and not own:
            raise PydanticKnownError("missing")
        return routine

    @model_validator(mode="after")
    def _review_comes_later(self) -> Self:
        if self.start and self.review and self.review <= self.start:
            raise wrong(f"is not after start ({self.start})", at=("review",))
        return self

    @model_validator(mode="after")
    def _has_its_weeks(self) -> Self:
        for name, change in self.dose.items():
            late = max(change.weeks, default=0)
            if late > self.weeks:
                hint = f"let it last {long_enough(late)} weeks, or take the change away"
                raise wrong(f"is beyond the {self.weeks} weeks of the plan", hint, ("dose", name, "weeks", str(late)))
        return self

    @model_validator(mode="after")
    def _rests_in_its_weeks(self) -> Self:
        off = self.weeks_off or ()
        if off and off[-1] > self.weeks:
            hint = f"let it last {long_enough(off[-1])} weeks, or leave that week out"
            raise wrong(f"has week {off[-1]}, which is beyond the {self.weeks} weeks of the plan", hint, ("weeks_off",))
        if len(off) == self.weeks:
            raise wrong("leaves no week to do anything in", at=("weeks_off",))
        return self

    # The last one: pydantic puts it around those above.
    @model_validator(mode="wrap")
    @classmethod
    def _in_our_words(cls, written: Any, check: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        try:
            return check(_with_routines(as_read(written)))
        except ValidationError as error:
            if info.context == EXPLAINED_HERE:
                raise
            raise ContentError(explain(error, cls, None)) from None

    @property
    def as_written(self) -> Self | None:
        """The same of the routine as it is, without a client's changes; None where there is no routine."""
        kept = {key: getattr(self, key) for key in _OF_ROUTINE if key in self.model_fields_set}
        return None if self.is_own else type(self).model_validate(kept)

    @property
    def routine_ids(self) -> tuple[str, ...]:
        """The routines of the programme, in order; one id if it is of one."""
        return tuple(str(use.routine) for use in self.routines) or (str(self.routine),)

    @property
    def is_unseen(self) -> bool:
        """Whether no editor has seen it as a whole: other exercises, another title, several routines."""
        return bool(self.changes_exercises or self.title or self.routines)

    @property
    def week_numbers(self) -> tuple[int, ...]:
        """Its weeks, counted from 1."""
        return week_numbers(self.weeks)

    def to_yaml(self) -> str:
        """The plan file that `checked.load(Prescription, ...)` reads back to an equal value."""
        written = self.model_dump(mode="json", by_alias=True, exclude_unset=True)
        if self.routines:
            written["routine"] = written.pop("routines")
        first = [key for key in ("routine", "version", "clinic", "language") if key in written]
        return yaml_text({key: written[key] for key in (*first, *written)})


def _with_routines(written: Any) -> Any:
    """A list of routines, or one with its times, under its own key; `routine` is the first of them."""
    if not isinstance(written, dict):
        return written
    routine = written.get("routine")
    if isinstance(routine, str) and "@" in routine:
        routine = (routine,)
    if isinstance(routine, tuple):
        return {**written, "routine": first_of(routine), "routines": routine}
    return written


def as_read(value: Any) -> Any:
    """Plain data as the reader of files hands it over: lists are tuples."""
    if isinstance(value, dict):
        return {key: as_read(item) for key, item in value.items()}
    return tuple(map(as_read, value)) if isinstance(value, list) else value
