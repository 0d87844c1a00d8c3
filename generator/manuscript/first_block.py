"""What opens and closes a handout: first block, week at a glance, list of exercises, closing part."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.invitation import Invitation
from generator.manuscript.picture import Panel
from generator.manuscript.safety import Advice, Help
from generator.problems import Place


@dataclass(frozen=True, slots=True)
class FirstBlock:
    """Words and pictures of the first block; `facts` are label and value, in order."""

    clinic: str
    phone: str
    hours: str
    logo: Panel | None
    title: str
    message: tuple[str, ...]
    why_label: str
    why: str
    facts: tuple[tuple[str, str], ...]
    video: Invitation | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class ClosingPart:
    """Without `progress` nothing is said of moving up: nothing in the plan does."""

    remember: Advice
    progress: Advice | None
    help: Help


@dataclass(frozen=True, slots=True)
class Session:
    """One phase: its name, the numbers of its exercises, when it is done, how long it takes (may be empty)."""

    name: str
    numbers: str
    when: str
    minutes: str


@dataclass(frozen=True, slots=True)
class ListedExercise:
    number: str
    name: str
