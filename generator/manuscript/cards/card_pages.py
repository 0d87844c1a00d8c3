"""The pages behind a sheet: a card for each exercise, when to stop, why it may help, what to remember. No layout."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.card import Card
from generator.manuscript.picture import LabelledDrawing
from generator.manuscript.running import RunningFooter
from generator.manuscript.safety import Advice, Help


@dataclass(frozen=True, slots=True)
class CardPages:
    """Everything that the pages print; `head` is what they are, beside the title. `alone` they are the whole document.

    `stops` are all rules, `own_stops` those that no card has. `help` is what else a sheet in front says.
    """

    title: str
    head: str
    cards: tuple[Card, ...]
    stops: Advice | None
    own_stops: Advice | None
    why: Advice
    remember: Advice
    plates: tuple[LabelledDrawing, ...]
    notes_head: str
    footer: RunningFooter
    alone: bool = False
    help: Help | None = None
