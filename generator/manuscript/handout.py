"""Everything that a handout prints, as plain values in words and pictures: no layout."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.card import Card
from generator.manuscript.first_block import ClosingPart, FirstBlock, ListedExercise, Session
from generator.manuscript.personal import PersonalNote, StripField
from generator.manuscript.picture import LabelledDrawing
from generator.manuscript.running import PhaseTab, RunningFooter
from generator.manuscript.safety import Advice, PainBox


@dataclass(frozen=True, slots=True)
class CardPhase:
    """A phase with its cards; `continued` is the running head of a page that goes on with it."""

    key: str
    tab: PhaseTab
    cards: tuple[Card, ...]
    continued: str


@dataclass(frozen=True, slots=True)
class Handout:
    """Everything a handout prints."""

    title: str
    front: FirstBlock
    fields: tuple[StripField, ...]
    pain: PainBox
    sessions_head: str
    sessions: tuple[Session, ...]
    phases: tuple[CardPhase, ...]
    stops: Advice | None
    plates: tuple[LabelledDrawing, ...]
    closing: ClosingPart
    notes_head: str
    listing_head: str
    listing: tuple[ListedExercise, ...]
    footer: RunningFooter
    note: PersonalNote | None = None
