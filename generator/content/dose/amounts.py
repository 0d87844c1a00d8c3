"""Amounts as people write them ("30 s", "1 min 30 s", "2-3", "12 kg", "20 m") become frozen values, and back again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar, Self, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.content.dose.other_times import way_out
from generator.content.fields import quoted, wrong
from generator.problems import Place, place_of

# At most six digits: nobody means more, and a longer one is an attack on whoever has to print it.
# A comma is a decimal sign with one or two digits behind it; with three it may be thousands, so it is refused.
NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,3}|,[0-9]{1,2})?"
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])(?:\s*min)?")
RANGE_SIGN = r"\s*(?:-|–|to)\s*"

SECONDS_IN = {"s": 1, "sec": 1, "second": 1, "min": 60, "minute": 60, "h": 3600, "hr": 3600, "hour": 3600}
LENGTHS = {"m": "m", "metre": "m", "meter": "m", "km": "km", "ft": "ft", "foot": "ft", "feet": "ft", "step": "step"}
_HALF = Decimal("0.5")
WEIGHTS = {"kg": "kg", "kilo": "kg", "lb": "lb", "pound": "lb"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity or a range of it; `low` equals `high` when one number was written. `place` is where it was written."""

    low: Decimal
    high: Decimal
    unit: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)

    examples: ClassVar[tuple[str, ...]] = ()
    takes_numbers: ClassVar[bool] = False
    longest: ClassVar[int] = 40  # letters
    number: ClassVar[dict[str, Any]] = {"type": "integer", "minimum": 0}

    @property
    def is_range(self) -> bool:
        return self.low != self.high

    @classmethod
    def parse(cls, written: object) -> Self:
        """The amount that a person wrote; raises the error of `wrong`."""
        if isinstance(written, cls):
            return written
        found = None
        if cls.takes_numbers and type(written) is int and 0 <= written < 10**18:
            found = cls(Decimal(written), Decimal(written))
        elif cls.takes_numbers and type(written) is float:
            found = cls.read(str(written))
        elif isinstance(written, str) and len(written) <= cls.longest:
            found = cls.read(written)
        if found is None:
            raise wrong_amount(cls, written)
        if found.low > found.high:
            raise wrong(f"needs the smaller number first, not {quoted(written)}")
        return found

    @classmethod
    def read(cls, text: str) -> Self | None:
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.to_string_ser_schema(when_used="always")
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        text: dict[str, Any] = {"type": "string", "examples": list(cls.examples)}
        return {"anyOf": [cls.number, text]} if cls.takes_numbers else text


A = TypeVar("A", bound=Amount)


class Count(Amount):
    """How many: 8, or "8-12"."""

    __slots__ = ()
    examples: ClassVar[tuple[str, ...]] = ("8", "8-12")
    takes_numbers = True

    @classmethod
    def of(cls, low: int, high: int | None = None) -> Count:
        return cls(Decimal(low), Decimal(low if high is None else high))

    @classmethod
    def read(cls, text: str) -> Self | None:
        match = re.fullmatch(rf"\s*([0-9]{{1,6}})(?:{RANGE_SIGN}([0-9]{{1,6}}))?\s*", text)
        if not match:
            return None
        return cls(Decimal(match[1]), Decimal(match[2] or match[1]), "", place_of(text))

    def __str__(self) -> str:
        return spread(self.low, self.high)


class Score(Amount):
    """A number on a scale, in halves: 7, 7.5, or "7-8"."""

    __slots__ = ()
    examples = ("7", "7.5", "7-8")
    takes_numbers = True
    longest: ClassVar[int] = 40  # letters
    number: ClassVar[dict[str, Any]] = {"type": "number", "minimum": 0, "multipleOf": 0.5}

    @classmethod
    def read(cls, text: str) -> Self | None:
        match = re.fullmatch(rf"\s*({NUMBER})(?:{RANGE_SIGN}({NUMBER}))?\s*", text)
        if not match:
            return None
        low, high = number_in(match[1]), number_in(match[2] or match[1])
        return cls(low, high, "", place_of(text)) if low % _HALF == high % _HALF == 0 else None

    def __str__(self) -> str:
        return spread(self.low, self.high)


class Duration(Amount):
    """A time in seconds: "30 s", "1 min 30 s", "1:30", "30-60 s"."""

    __slots__ = ()
    examples = ("30 s", "1 min", "1 min 30 s", "30-60 s")

    @classmethod
    def of(cls, low: int, high: int | None = None) -> Duration:
        return cls(Decimal(low), Decimal(low if high is None else high))

    @classmethod
    def read(cls, text: str) -> Self | None:
        first, *rest = re.split(RANGE_SIGN, text.strip(), maxsplit=1)
        last = rest[0] if rest else first
        high = seconds_in(last)
        low = high if not rest else seconds_in(first)
        if low is None and re.fullmatch(NUMBER, first):  # "30-60 s": the unit stands once, behind the second number
            low = seconds_in(first + last.lstrip("0123456789.,"))
        return None if low is None or high is None else cls(low, high, "", place_of(text))

    def __str__(self) -> str:
        return in_minutes(self.low) if not self.is_range else f"{in_minutes(self.low)} - {in_minutes(self.high)}"


class Distance(Amount):
    """A way to go: "20 m", "1 km", "60 ft", "12 steps"."""

    __slots__ = ()
    examples = ("20 m", "60 ft", "12 steps")

    @classmethod
    def read(cls, text: str) -> Self | None:
        return read_with_unit(cls, text, LENGTHS)

    def __str__(self) -> str:
        return f"{spread(self.low, self.high)} {self.unit}"


class Weight(Amount):
    """A load to hold or push: "12 kg", "20-25 lb"."""

    __slots__ = ()
    examples: ClassVar[tuple[str, ...]] = ("12 kg", "25 lb")

    @classmethod
    def read(cls, text: str) -> Self | None:
        return read_with_unit(cls, text, WEIGHTS)

    def __str__(self) -> str:
        return f"{spread(self.low, self.high)} {self.unit}"


class Within:
    """Bounds of an amount, in its own unit: what lies outside is a slip of the pen, or would never end on paper."""

    def __init__(self, least: int, most: int, words: str) -> None:
        self.least, self.most, self.words = least, most, words

    def __call__(self, amount: Amount) -> Amount:
        if not self.least <= amount.low <= amount.high <= self.most:
            raise wrong(f"needs {self.words}, not {amount}")
        return amount


def read_with_unit(cls: type[A], text: str, units: dict[str, str]) -> A | None:
    match = re.fullmatch(rf"\s*({NUMBER})(?:{RANGE_SIGN}({NUMBER}))?\s*([a-z]+)\s*", text)
    unit = units.get(match[3]) or units.get(match[3].removesuffix("s")) if match else None
    if not match or unit is None:
        return None
    return cls(number_in(match[1]), number_in(match[2] or match[1]), unit, place_of(text))


def number_in(text: str) -> Decimal:
    """What `NUMBER` has found, with a point or a comma."""
    return Decimal(text.replace(",", "."))


def seconds_in(text: str) -> Decimal | None:
    """Seconds of "1 min 30 s" or "1:30"; None unless numbers have units, larger ones first, and the sum is whole."""
    if clock := _CLOCK.fullmatch(text):
        return Decimal(clock[1]) * 60 + Decimal(clock[2])
    parts = re.findall(rf"({NUMBER})\s*([a-z]+)\s*", text)
    if not parts or "".join(re.split(r"\s", text)) != "".join(number + unit for number, unit in parts):
        return None
    scales = [SECONDS_IN.get(unit) or SECONDS_IN.get(unit.removesuffix("s")) for _, unit in parts]
    if any(scale is None for scale in scales):
        return None
    sizes = [scale for scale in scales if scale is not None]
    if sorted(set(sizes), reverse=True) != sizes:
        return None
    total = sum((number_in(number) * size for (number, _), size in zip(parts, sizes, strict=True)), Decimal(0))
    return total if total == int(total) else None


def in_minutes(seconds: Decimal) -> str:
    minutes, rest = divmod(int(seconds), 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


def plain(number: Decimal) -> str:
    """A number without trailing zeros or an exponent: 2.50 is "2.5", 10 is "10"."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def spread(low: Decimal, high: Decimal) -> str:
    return plain(low) if low == high else f"{plain(low)}-{plain(high)}"


def wrong_amount(cls: type[Amount], written: object) -> PydanticCustomError:
    *most, last = (example if cls.takes_numbers else f'"{example}"' for example in cls.examples)
    hint = way_out(written) if isinstance(written, str) and cls is Duration else ""
    if isinstance(written, int) and not isinstance(written, bool) and not cls.takes_numbers:
        hint = f"add the unit: {written} {cls.examples[0].rsplit(' ', 1)[1]}"
    return wrong(f"needs {', '.join(most)} or {last}, not {quoted(written)}", hint)
