"""Everything that a strength log prints, as plain values in words and numbers: no layout."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language.wording import fill
from generator.manuscript.chart import Identity
from generator.problems import Place


@dataclass(frozen=True, slots=True)
class LogSession:
    """A row of boxes: the `number`th session (from 1) of a week. `spoken` is heard in place of its label."""

    week: int
    number: int
    label: str
    spoken: str


@dataclass(frozen=True, slots=True)
class LogBlock:
    """One exercise with a row for each of its sessions. Without a name there are lines to write on.

    `key` names its cells. `amount` and `load` are what to aim at, `unit` heads the boxes for weights (empty: to be
    ringed), `count` those for what was done. `sets` is how many a session has.
    """

    key: str
    number: str
    name: str
    amount: str
    load: str
    unit: str
    count: str
    sets: int
    sessions: tuple[LogSession, ...]
    place: Place | None = None

    @property
    def weeks(self) -> tuple[int, ...]:
        """The weeks of its rows, in order."""
        return tuple(dict.fromkeys(session.week for session in self.sessions))


@dataclass(frozen=True, slots=True)
class LogWords:
    """Fixed words; `weight_box`, `count_box` and `pain_box` say a box to somebody who cannot see it."""

    set: str  # with {n}
    pain: str
    session: str
    another: str
    weight_box: str
    count_box: str
    pain_box: str
    matrix: str
    page: str  # with {n} and {total}

    def set_head(self, number: int) -> str:
        """ "Set 2"."""
        return fill(self.set, n=number)

    def page_line(self, number: int, total: int) -> str:
        """ "Page 2 of 3"."""
        return fill(self.page, n=number, total=total)


@dataclass(frozen=True, slots=True)
class LogPart:
    """The weeks that stand on a page together: their title, a block for each exercise, and an empty one."""

    title: str
    blocks: tuple[LogBlock, ...]
    spare: LogBlock


@dataclass(frozen=True, slots=True)
class StrengthLog:
    """The log of all weeks, the person apart. `missed` is bold behind `how_to`."""

    routine: str
    how_to: str
    missed: str
    parts: tuple[LogPart, ...]
    bring: str
    private: str
    clinic: str
    version: str
    words: LogWords
    identity: Identity
