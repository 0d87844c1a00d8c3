"""Everything that pocket cards print, as plain values in words and pictures: no layout, and nothing of one person."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.picture import Panel
from generator.manuscript.safety import PainLight
from generator.problems import Place


@dataclass(frozen=True, slots=True)
class PocketCard:
    """An exercise: `dose` is how much and when, `notes` are a lead and a text each."""

    number: str
    name: str
    dose: str
    notes: tuple[tuple[str, str], ...]
    panels: tuple[Panel, ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class PocketPanel:
    """A card of words alone: a head and what leads on from it, then lights, points, and texts with a lead each."""

    head: str
    lead: str = ""
    lights: tuple[PainLight, ...] = ()
    points: tuple[str, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Pocket:
    """All cards. `safety` is always printed, `spare` where a page has room left."""

    title: str
    how_to: str
    version: str
    cards: tuple[PocketCard, ...]
    safety: tuple[PocketPanel, ...]
    spare: tuple[PocketPanel, ...]
