"""Repetitions as people write them: "8-12", "12/10/8", "5+", "as many as you can in 1 min", "12 left, 8 right"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.content.dose.amounts import RANGE_SIGN, Count, Duration, in_minutes, spread
from generator.content.fields import quoted, wrong
from generator.problems import place_of

MOST = "as many as you can"
# What that comes to in minutes, and in whether a step grows; nobody knows it before.
LIKELY = (Decimal(5), Decimal(20))
MOST_REPS = 200
MOST_SETS = 20

_TIMES = re.compile(r"\s*([0-9]{1,3})\s*[x×]\s*(.+)", re.IGNORECASE)
_MOST = r"max|amrap|as many as (?:you can|possible)"
_AIM = re.compile(rf"([0-9]{{1,6}})(?:{RANGE_SIGN}([0-9]{{1,6}})|\s*(\+)|\s+or\s+(more))?|({_MOST})", re.IGNORECASE)
_WITHIN = re.compile(rf"\s*(?:{_MOST})\s+in\s+(.+)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:/|,(?:\s*then\b)?)\s*", re.IGNORECASE)
_SIDED = re.compile(r"(.+?)\s+(left|right)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Aim:
    """The repetitions of one set; `is_open`: that many or more, and from 0 as many as one can."""

    low: Decimal
    high: Decimal
    is_open: bool = False

    @property
    def is_most(self) -> bool:
        return self.is_open and not self.low

    @property
    def span(self) -> tuple[Decimal, Decimal]:
        """Fewest and most that are likely."""
        if self.is_most:
            return LIKELY
        return (self.low, self.low * 2) if self.is_open else (self.low, self.high)

    @classmethod
    def read(cls, text: str) -> Aim | None:
        match = _AIM.fullmatch(text.strip())
        if match is None:
            return None
        low = Decimal(match[1] or 0)
        return cls(low, Decimal(match[2] or low), bool(match[3] or match[4] or match[5]))

    def __str__(self) -> str:
        if self.is_most:
            return MOST
        return f"{self.low}+" if self.is_open else spread(self.low, self.high)


@dataclass(frozen=True, slots=True)
class Reps(Count):
    """Repetitions; `low` and `high` are the fewest and the most that are asked for in any set.

    `each` has those of every set, where sets differ; `sides` those of left and right, where these do. `is_open`: the
    last set is that many or more, and from 0 all are as many as one can, `within` a time or not.
    """

    each: tuple[Aim, ...] = ()
    sides: tuple[Aim, ...] = ()
    is_open: bool = False
    within: Duration | None = None

    longest: ClassVar[int] = 160
    examples: ClassVar[tuple[str, ...]] = ("8", "8-12", "12/10/8", "5+", MOST, "12 left, 8 right")

    @classmethod
    def parse(cls, written: object) -> Self:
        if isinstance(written, list | tuple) and 1 < len(written) <= MOST_SETS:
            written = "/".join(map(str, written)) if all(map(_is_count, written)) else None
        found = super(Reps, cls).parse(written)
        asked = [(aim.low, aim.high) for aim in (*found.each, *found.sides) if not aim.is_most]
        asked = asked or [(found.low, found.high)]
        if any(low > high for low, high in asked):
            raise wrong(f"needs the smaller number first, not {quoted(written)}")
        least = 0 if found.is_most else 1
        if not all(least <= low <= high <= MOST_REPS for low, high in asked):
            raise wrong(f"needs 1 to {MOST_REPS} repetitions, not {found}")
        return found

    @classmethod
    def read(cls, text: str) -> Self | None:
        place = place_of(text)
        if within := _WITHIN.fullmatch(text):
            time = Duration.read(within[1])
            return cls(Decimal(0), Decimal(0), "", place, is_open=True, within=time) if time else None
        parts = _BETWEEN.split(text.strip())
        if sided := _on_sides(parts):
            low, high = _ends(sided)
            return cls(low, high, "", place, sides=sided)
        aims = tuple(aim for aim in map(Aim.read, parts) if aim)
        if len(aims) != len(parts):
            return None
        if any(aim.is_open for aim in aims[:-1]):
            hint = f'write "3 x {MOST}" for all, or "5/5/5+" for the last' if aims[0].is_most else 'write "5/5/5+"'
            raise wrong(f"only the last set can be open, not {quoted(text)}", hint)
        low, high = _ends(aims)
        return cls(low, high, "", place, each=aims if len(aims) > 1 else (), is_open=aims[-1].is_open)

    @property
    def is_plain(self) -> bool:
        """Whether it is a number or a range, the same for all sets and sides."""
        return not (self.each or self.sides or self.is_open)

    @property
    def is_most(self) -> bool:
        """Whether every set is as many as one can."""
        return self.is_open and not self.each and not self.low

    def aims(self, sets: int) -> tuple[Aim, ...]:
        """What each of so many sets asks for; of sides, what the one that does more is asked for."""
        if self.each:
            return self.each
        if self.is_most:
            return (Aim(self.low, self.high, True),) * sets
        return (Aim(self.low, self.high),) * (sets - 1) + (Aim(self.low, self.high, self.is_open),)

    def on(self, side: str) -> Reps:
        """Those of one side alone."""
        aim = self.sides[0 if side == "left" else 1]
        return Reps(aim.low, aim.high, "", self.place)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return super(Reps, cls).__get_pydantic_core_schema__(source, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        plain = super(Reps, cls).__get_pydantic_json_schema__(schema, handler)
        each = {"type": "array", "items": {"type": ["integer", "string"]}, "minItems": 2, "maxItems": MOST_SETS}
        return {"anyOf": [*plain["anyOf"], each]}

    def __str__(self) -> str:
        if self.within:
            return f"{MOST} in {in_minutes(self.within.low)}"
        if self.sides:
            left, right = self.sides
            return f"{left} left, {right} right"
        return "/".join(map(str, self.each or self.aims(1)))


def _is_count(written: object) -> bool:
    return isinstance(written, int | str) and not isinstance(written, bool)


def _on_sides(parts: list[str]) -> tuple[Aim, ...]:
    """Left and right, whichever was written first; empty unless both are there."""
    found = {side[2].lower(): Aim.read(side[1]) for side in map(_SIDED.fullmatch, parts) if side}
    aims = tuple(aim for aim in (found.get("left"), found.get("right")) if aim and not aim.is_open)
    return aims if len(aims) == len(parts) == 2 else ()


def _ends(aims: Iterable[Aim]) -> tuple[Decimal, Decimal]:
    asked = [aim for aim in aims if not aim.is_most]
    return min((aim.low for aim in asked), default=Decimal(0)), max((aim.high for aim in asked), default=Decimal(0))


def sets_and_reps(written: str) -> tuple[int, str] | None:
    """ "3 x 12" taken apart; None where it says nothing of sets."""
    match = _TIMES.fullmatch(written)
    return (int(match[1]), match[2]) if match else None
