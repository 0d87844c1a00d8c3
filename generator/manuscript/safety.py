"""The words that keep a client safe: the pain rule, and lists of signs with whom to call."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PainLight:
    """One of the three answers: kind (go, care, stop), its numbers, its word, what to do."""

    kind: str
    numbers: str
    word: str
    text: str


@dataclass(frozen=True, slots=True)
class PainBox:
    """The rule, and under it what else to know before and while you exercise: a lead and a text each, or points."""

    question: str
    scale: str
    lights: tuple[PainLight, ...]
    advice: tuple[tuple[str, str], ...]
    ask_lead: str
    ask_first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """A head with bulleted points, or with run-in leads: (lead, text), the lead may be empty.

    `run_in` says all points in one sentence, for where they have no lines of their own.
    """

    head: str
    points: tuple[tuple[str, str], ...]
    run_in: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    """Emergency and same-day signs with who to call, and the clinic's contact."""

    emergency: Advice
    urgent: Advice
    clinic: str
    phone: str


@dataclass(frozen=True, slots=True)
class SignList:
    """A list with its head: whom to call or what to do, what leads to the list, its points, and all of it run in."""

    head: str
    lead: str
    points: tuple[str, ...]
    run_in: str
