"""Everything that a handout prints, as plain values in words and pictures: no layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.page.cards.card import Card
from generator.page.cards.closing import Closing
from generator.page.cards.exercise_list import Entry
from generator.page.cards.front import Front
from generator.page.cards.sessions import Session
from generator.page.labelled_drawing import LabelledDrawing
from generator.page.pain import PainRule
from generator.page.personal_note import PersonalNote
from generator.page.running_heads import Footer, Tab
from generator.page.strip import Field


@dataclass(frozen=True, slots=True)
class CardPhase:
    """A phase with its cards; `continued` is the running head of a page that goes on with it."""

    key: str
    tab: Tab
    cards: tuple[Card, ...]
    continued: str


@dataclass(frozen=True, slots=True)
class Handout:
    """Everything a handout prints. `footer` makes that of page n of m; a short one is said whole by the `colophon`."""

    title: str
    front: Front
    fields: tuple[Field, ...]
    pain: PainRule
    sessions_head: str
    sessions: tuple[Session, ...]
    phases: tuple[CardPhase, ...]
    plates: tuple[LabelledDrawing, ...]
    closing: Closing
    notes_head: str
    listing_head: str
    listing: tuple[Entry, ...]
    footer: Callable[[int, int], Footer]
    colophon: str = ""
    note: PersonalNote | None = None
