"""Weights as people write them: "12 kg", "20-25 lb", one for each set ("20/22.5/25 kg"), or of a maximum ("70 %")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.content.dose.amounts import NUMBER, RANGE_SIGN, WEIGHTS, Weight, number_in, plain, spread
from generator.content.fields import quoted, wrong
from generator.problems import place_of

PERCENT = "%"
MOST = {"kg": 500, "lb": 1100, PERCENT: 110}
_UNIT = rf"(?:[a-z]+|{PERCENT}(?:\s*(?:of\s+)?(?:1\s?RM|max))?)"
# A comma with blanks or a unit around it lies between two sets; "22,5" is one number.
_BETWEEN = re.compile(r"\s*/\s*|\s*,\s+(?:then\s+)?|(?<=[a-z%]),")
_ONE = re.compile(rf"({NUMBER})(?:{RANGE_SIGN}({NUMBER}))?\s*({_UNIT})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Weights(Weight):
    """`each` has that of every set, where sets differ; then `low` and `high` are the least and the most.

    `share` is what of the client's maximum it is, once that is known ("70 %").
    """

    each: tuple[Decimal, ...] = ()
    share: str = ""

    longest: ClassVar[int] = 160
    examples: ClassVar[tuple[str, ...]] = ("12 kg", "25 lb", "20/22.5/25 kg", "70 %")

    @classmethod
    def parse(cls, written: object) -> Self:
        if isinstance(written, list | tuple) and len(written) > 1:
            written = "/".join(map(str, written)) if all(isinstance(one, str) for one in written) else None
        found = super(Weights, cls).parse(written)
        if found.high > MOST[found.unit]:
            raise wrong(f"needs at most {MOST[found.unit]} {found.unit}, not {found}")
        return found

    @classmethod
    def read(cls, text: str) -> Self | None:
        parts = [_ONE.fullmatch(part) for part in _BETWEEN.split(text.strip())]
        units = {_unit(part[3]) for part in parts if part and part[3]}
        if not all(parts) or len(units) != 1 or "" in units or not (parts[-1] and parts[-1][3]):
            return None
        ends = [(number_in(part[1]), number_in(part[2] or part[1])) for part in parts if part]
        if len(ends) > 1 and any(low != high for low, high in ends):
            raise wrong(f"needs one weight for each set, not {quoted(text)}", 'write "20/22.5/25 kg"')
        low, high = min(low for low, _ in ends), max(high for _, high in ends)
        if len(ends) == 1:
            low, high = ends[0]
        return cls(low, high, units.pop(), place_of(text), tuple(low for low, _ in ends) if len(ends) > 1 else ())

    def scaled(self, factor: Decimal, unit: str, step: Decimal | None = None, share: str = "") -> Weights:
        """The same times a factor, rounded to a step, or sensibly (`step_of`)."""

        def one(number: Decimal) -> Decimal:
            value = number * factor
            by = step or step_of(value, unit)
            return max((value / by).to_integral_value(ROUND_HALF_UP), Decimal(1)) * by if value else value

        each = tuple(map(one, self.each))
        return Weights(one(self.low), one(self.high), unit, self.place, each, share or self.share)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return super(Weights, cls).__get_pydantic_core_schema__(source, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        text = super(Weights, cls).__get_pydantic_json_schema__(schema, handler)
        return {"anyOf": [text, {"type": "array", "items": {"type": "string"}, "minItems": 2}]}

    def __str__(self) -> str:
        numbers = "/".join(map(plain, self.each)) if self.each else spread(self.low, self.high)
        return f"{numbers} {self.unit}"


class Maximum(Weights):
    """The most that a client can lift once: one weight."""

    examples: ClassVar[tuple[str, ...]] = ("100 kg", "220 lb")

    @classmethod
    def parse(cls, written: object) -> Self:
        found = super().parse(written)
        if found.each or found.is_range or found.unit == PERCENT:
            raise wrong(f"needs one weight, such as 100 kg, not {quoted(str(found))}")
        return found


def _unit(text: str) -> str:
    if text.startswith(PERCENT):
        return PERCENT
    unit = text.lower()
    return WEIGHTS.get(unit) or WEIGHTS.get(unit.removesuffix("s")) or ""


def step_of(value: Decimal, unit: str) -> Decimal:
    """What weights go up by: small ones by what dumb-bells do, larger ones by a pair of the smallest plates."""
    if unit == "kg":
        return Decimal("0.5") if value < 10 else Decimal(1) if value < 20 else Decimal("2.5")
    return Decimal(1) if value < 10 else Decimal("2.5") if value < 50 else Decimal(5)
