"""What a roster leaves open: problems that say how to settle it, and beside them the question, for whoever can ask."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.roster.head_meanings import RosterHead
from generator.content.roster.roster_dates import DateOrder
from generator.problems import ContentError, Problem


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """Which of these sheets is the list?"""

    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeadsQuestion:
    """What do these heads mean?"""

    heads: tuple[RosterHead, ...]


@dataclass(frozen=True, slots=True)
class DatesQuestion:
    """By which order is this text a date? Each with the day that it would be, in words."""

    text: str
    readings: tuple[tuple[DateOrder, str], ...]


Question = SheetQuestion | HeadsQuestion | DatesQuestion


class Unsettled(ContentError):
    """A `ContentError` that an answer to `question` mends."""

    def __init__(self, problems: list[Problem], question: Question) -> None:
        super().__init__(problems)
        self.question = question
