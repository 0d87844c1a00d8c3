"""What a rule is: an id, how much it matters, why it stands and where that comes from, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.check.finding import FindingLevel
from generator.problems import Place
from generator.source.document import Path

S = TypeVar("S", contravariant=True)


@dataclass(frozen=True, slots=True)
class Slip:
    """What a rule saw, before it is known which rule it was."""

    what: str
    place: Place | None
    path: Path = ()
    found: str = ""
    allowed: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Rule(Generic[S]):
    """`basis` is one sentence that says why; `source` where that is known from. `find` looks at one subject."""

    id: str
    level: FindingLevel
    basis: str
    source: str
    find: Callable[[S], Iterable[Slip]]


@dataclass(frozen=True, slots=True)
class Guard:
    """A rule of the reader, the planner or the page: nothing is printed against it, so it cannot be switched off."""

    id: str
    level: FindingLevel
    basis: str
    source: str
