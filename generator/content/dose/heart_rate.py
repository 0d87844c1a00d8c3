"""Beats of the heart in a minute, as trainers and cardiac rehabilitation write them: "110-125", "120 bpm"."""

from __future__ import annotations

import re
from typing import ClassVar, Self

from generator.content.dose.amounts import RANGE_SIGN, Count, number_in, spread
from generator.problems import place_of


class HeartRate(Count):
    """A heart rate or a range of it in beats a minute; a number alone means the same."""

    __slots__ = ()
    examples: ClassVar[tuple[str, ...]] = ("120", "110-125 bpm")

    @classmethod
    def read(cls, text: str) -> Self | None:
        match = re.fullmatch(rf"\s*([0-9]{{1,3}})(?:{RANGE_SIGN}([0-9]{{1,3}}))?\s*(?:bpm)?\s*", text)
        if not match:
            return None
        return cls(number_in(match[1]), number_in(match[2] or match[1]), "", place_of(text))

    def __str__(self) -> str:
        return f"{spread(self.low, self.high)} bpm"
