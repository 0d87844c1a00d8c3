"""A routine's findings and pages come in; a PEMAT-P summary goes out: points that can be checked, questions for people.

A self-check, not a validated rating: PEMAT is scored by trained people. Of its 24 items for print, 21 are answered here
from the content or are guaranteed by the page. Shoemaker, Wolf, Brach: PEMAT user's guide, AHRQ 14-0002-EF, 2014; items
are named in our own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from generator.check.readability import reading_of
from generator.check.sheets import Sheets
from generator.check.subject import ContentFile
from generator.content.exercise import Exercise
from generator.content.routine import Routine
from generator.page.page import Element, Item, Page, Role

LABEL = "self-check, not a validated rating"
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?\w+(?:ed|en)\b", re.IGNORECASE)
_SUMS = re.compile(r"\b(?:calculate|multiply|divide|subtract|percent|percentage|per cent)\b|%", re.IGNORECASE)
_MOST_PASSIVE = 0.10


@dataclass(frozen=True)
class Evidence:
    """What the items are answered from: the routine and its exercises, ids of rules that found something, the pages."""

    routine: ContentFile
    exercises: tuple[ContentFile, ...]
    rules: Collection[str]
    sheets: Sheets

    @property
    def values(self) -> list[Exercise]:
        return [file.value for file in self.exercises if isinstance(file.value, Exercise)]

    @property
    def said(self) -> list[str]:
        return [text.words for file in (self.routine, *self.exercises) for text in file.texts]

    def clean(self, *rules: str) -> bool:
        return not set(rules) & set(self.rules)

    def has(self, *roles: Role) -> bool:
        """Whether the pages have elements of all these roles."""
        return set(roles) <= roles_of((*self.sheets.handout, *self.sheets.chart))


@dataclass(frozen=True, slots=True)
class PematItem:
    """One item by its number in PEMAT-P; `ask` is None where only people can judge. The answer None: not applicable."""

    number: int
    what: str
    ask: Callable[[Evidence], bool | None] | None


@dataclass(frozen=True, slots=True)
class Summary:
    """Points of a routine, the items behind them, and the reading grade of what it says (None if it is not English)."""

    routine: str
    points: int
    checkable: int
    missed: tuple[str, ...]
    not_applicable: tuple[str, ...]
    questions: tuple[str, ...]
    grade: float | None


def _routine(evidence: Evidence) -> Routine:
    assert isinstance(evidence.routine.value, Routine)
    return evidence.routine.value


def _active(evidence: Evidence) -> bool:
    said = evidence.said
    return sum(bool(_PASSIVE.search(text)) for text in said) <= _MOST_PASSIVE * len(said)


def _chunks(evidence: Evidence) -> bool:
    return all(len(part.words.split()) <= 75 for part in evidence.routine.texts)


def _pictured(evidence: Evidence) -> bool:
    return all(value.figure or value.picture for value in evidence.values)


def _captioned(evidence: Evidence) -> bool:
    return all(
        value.captions or (value.figure and value.alt) for value in evidence.values if value.figure or value.picture
    )


def _ordered(evidence: Evidence) -> bool:
    numbers = [one.number for one in evidence.sheets.plan.exercises]
    return numbers == sorted(numbers)


def _told_how(evidence: Evidence) -> bool:
    return all(measure.how for measure in _routine(evidence).measures)


ITEMS: tuple[PematItem, ...] = (
    PematItem(1, "the purpose is evident", lambda e: bool(_routine(e).message and _routine(e).why)),
    PematItem(2, "nothing distracts from the purpose", None),
    PematItem(3, "common, everyday words", lambda e: e.clean("reading-grade", "long-words", "raw-notation")),
    PematItem(4, "medical words are explained", lambda e: e.clean("jargon")),
    PematItem(5, "the active voice", _active),
    PematItem(6, "numbers are clear", lambda e: e.clean("raw-notation")),
    PematItem(7, "no sums to do", lambda e: not any(_SUMS.search(text) for text in e.said)),
    PematItem(8, "short sections", _chunks),
    PematItem(9, "sections have headings", lambda e: e.has(Role.TITLE, Role.HEADING_2, Role.HEADING_3)),
    PematItem(10, "a logical order", _ordered),
    PematItem(11, "a summary", lambda e: bool(_routine(e).remember)),
    PematItem(12, "boxes and larger type draw the eye", lambda e: e.has(Role.LIST, Role.HEADING_3, Role.FIGURE)),
    PematItem(15, "pictures wherever they help", _pictured),
    PematItem(16, "pictures support the text", None),
    PematItem(17, "pictures have captions", _captioned),
    PematItem(18, "pictures are clear and uncluttered", None),
    PematItem(19, "tables have short, clear heads", lambda e: e.has(Role.TABLE, Role.HEADER)),
    PematItem(20, "at least one action to take", lambda e: all(value.steps for value in e.values)),
    PematItem(21, "speaks to the reader", lambda e: e.clean("step-verb")),
    PematItem(22, "actions in manageable steps", lambda e: e.clean("step-actions", "many-steps", "too-many-steps")),
    PematItem(23, "a tool to use: the progress chart", lambda e: bool(e.sheets.chart)),
    PematItem(24, "how to do sums", lambda e: None),
    PematItem(25, "how to use chart and graph", _told_how),
    PematItem(26, "pictures wherever they help to act", _pictured),
)


def summary(evidence: Evidence) -> Summary:
    """The points of one routine."""
    answers = {item: item.ask(evidence) for item in ITEMS if item.ask}
    counted = {item: answer for item, answer in answers.items() if answer is not None}
    return Summary(
        routine=evidence.routine.id,
        points=sum(counted.values()),
        checkable=len(counted),
        missed=tuple(_named(item) for item, answer in counted.items() if not answer),
        not_applicable=tuple(_named(item) for item, answer in answers.items() if answer is None),
        questions=tuple(_named(item) for item in ITEMS if item.ask is None),
        grade=_grade(evidence),
    )


def _grade(evidence: Evidence) -> float | None:
    files = (evidence.routine, *evidence.exercises)
    return round(reading_of(*files).grade, 1) if all(file.is_english for file in files) else None


def _named(item: PematItem) -> str:
    return f"{item.number} {item.what}"


def roles_of(pages: tuple[Page, ...]) -> set[Role]:
    """Every role that elements and groups of some pages have."""
    found = {group.role for page in pages for placed in page.blocks for group in placed.groups}
    waiting: list[Element | Item] = [kid for page in pages for placed in page.blocks for kid in placed.block.kids]
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, Element):
            found.add(kid.role)
            waiting.extend(kid.kids)
    return found
