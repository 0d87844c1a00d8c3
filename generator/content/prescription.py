"""Plain data (flags, a row, a plan file) becomes a frozen `Prescription`, the only input of a plan; and back to YAML.

It holds no name: a saved plan can be kept and shared without saying whose it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Self

from pydantic import Field, ModelWrapValidatorHandler, ValidationError, ValidationInfo, model_validator

from generator.content.checking.checked import EXPLAINED_HERE
from generator.content.checking.explain import explain
from generator.content.choices import TrainedSide
from generator.content.dose.dose import DoseChange
from generator.content.fields import (
    ID_PATTERN,
    Identifier,
    IdentifierKey,
    IsoDate,
    Language,
    Model,
    PlanLength,
    Version,
    wrong,
)
from generator.content.plan_length import USUAL, long_enough, week_numbers
from generator.problems import ContentError
from generator.source.scalar import UnusableNumber, resolve

MOST_CHANGES = 100


class Prescription(Model):
    """One routine for one person, without the person. `options` and `dose` are keyed by exercise id.

    Made in Python, it raises `ContentError` for wrong values.
    """

    routine: Identifier
    version: Version | None = Field(default=None, description="The routine's version when the plan was made.")
    clinic: Identifier
    language: Language
    side: TrainedSide | None = None
    options: Annotated[dict[IdentifierKey, Identifier], Field(max_length=MOST_CHANGES)] = Field(default_factory=dict)
    alternative: Identifier | None = None
    dose: Annotated[dict[IdentifierKey, DoseChange], Field(max_length=MOST_CHANGES)] = Field(default_factory=dict)
    weeks: PlanLength = Field(default=USUAL, description="How many weeks it lasts.")
    start: IsoDate | None = None
    review: IsoDate | None = None

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

    # The last one: pydantic puts it around those above.
    @model_validator(mode="wrap")
    @classmethod
    def _in_our_words(cls, written: Any, check: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        try:
            return check(written)
        except ValidationError as error:
            if info.context == EXPLAINED_HERE:
                raise
            raise ContentError(explain(error, cls, None)) from None

    @property
    def week_numbers(self) -> tuple[int, ...]:
        """Its weeks, counted from 1."""
        return week_numbers(self.weeks)

    def to_yaml(self) -> str:
        """The plan file that `checked.load(Prescription, ...)` reads back to an equal value."""
        return "\n".join(_lines(self.model_dump(mode="json", by_alias=True, exclude_unset=True))) + "\n"


def _lines(values: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    for key, value in values.items():
        name = key if re.fullmatch(rf"{ID_PATTERN}|[a-z_]+", key) else json.dumps(key)
        if isinstance(value, Mapping) and value:
            yield f"{indent}{name}:"
            yield from _lines(value, indent + "  ")
        else:
            yield f"{indent}{name}: {_word(value)}"


def _word(value: Any) -> str:
    # JSON is YAML; only a text that our own reader takes for text anyway goes without quotes.
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 -]*[A-Za-z0-9]|[a-z]", value):
        try:
            if resolve(value) == value:
                return value
        except UnusableNumber:
            pass
    return json.dumps(value, ensure_ascii=False)
