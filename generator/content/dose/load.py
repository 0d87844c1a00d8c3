"""What makes an exercise hard: "12 kg", bodyweight, a band or an effort comes in, a frozen `Load` goes out."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, model_validator

from generator.content.dose.amounts import Count, Score, Within
from generator.content.dose.heart_rate import HeartRate
from generator.content.dose.weights import Weights
from generator.content.fields import Line, Model, quoted, wrong


class Band(Model):
    """An elastic band; colours mean another strength with every maker, so the maker is named too."""

    brand: Line
    colour: Line


class Effort(Model):
    """How hard it should be: repetitions one could still do, a heart rate, or a number on a scale of exertion.

    `rpe` is on the scale of 0 to 10, `borg` on Borg's of 6 to 20.
    """

    reps_in_reserve: Annotated[Count, AfterValidator(Within(0, 10, "0 to 10 in reserve"))] | None = None
    rpe: Annotated[Score, AfterValidator(Within(1, 10, "1 to 10"))] | None = None
    borg: Annotated[Count, AfterValidator(Within(6, 20, "6 to 20; rpe is the scale of 0 to 10"))] | None = None
    heart_rate: Annotated[HeartRate, AfterValidator(Within(40, 220, "40 to 220 beats a minute"))] | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if sum(one is not None for one in (self.reps_in_reserve, self.rpe, self.borg, self.heart_rate)) != 1:
            raise wrong("needs one of reps_in_reserve, rpe, borg and heart_rate", "write {reps_in_reserve: 3}")
        return self


class Load(Model):
    """What makes it hard: "12 kg", bodyweight, a band, an effort to reach, or a weight with an effort."""

    weight: Weights | None = None
    bodyweight: Literal[True] | None = None
    band: Band | None = None
    effort: Effort | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, written: Any) -> Any:
        if isinstance(written, str) and written.strip() == "bodyweight":
            return {"bodyweight": True}
        if isinstance(written, str) and (len(written) > 40 or Weights.read(written) is None):
            raise wrong(
                f'needs "12 kg", "25 lb", "20/22.5/25 kg", "70 %" or bodyweight, not {quoted(written)}',
                "or a mapping: {effort: {reps_in_reserve: 3}}, {band: {brand: ..., colour: ...}}",
            )
        return {"weight": written} if isinstance(written, str | list | tuple) else written

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not any((self.weight, self.bodyweight, self.band, self.effort)):
            raise wrong("needs a weight, bodyweight, a band or an effort")
        if sum(1 for one in (self.weight, self.bodyweight, self.band) if one) > 1:
            raise wrong("takes one of weight, bodyweight and band")
        return self
