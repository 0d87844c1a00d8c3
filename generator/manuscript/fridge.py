"""Everything that the compact layout prints, as plain values in words and pictures: no layout."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language.wording import fill
from generator.manuscript.invitation import Invitation
from generator.manuscript.personal import PersonalNote, StripField
from generator.manuscript.picture import Panel
from generator.manuscript.running import PhaseTab, RunningFooter
from generator.manuscript.safety import PainLight, SignList
from generator.problems import Place


@dataclass(frozen=True, slots=True)
class FridgeCell:
    """A `note` to one person stands under it, in a block of its own."""

    number: str
    name: str
    dose: str
    panels: tuple[Panel, ...]
    place: Place | None = None
    note: PersonalNote | None = None


@dataclass(frozen=True, slots=True)
class FridgeFoot:
    """`lights` are the pain rule in a word each, `rules` what else it says; `advice` and `ask_first` are said once.

    `elsewhere` says where the warnings stand on pages that have no room for them: {n} is the page.
    """

    pain_word: str
    lights: tuple[PainLight, ...]
    rules: tuple[tuple[str, str], ...]
    advice: tuple[tuple[str, str], ...]
    ask_first: SignList
    call: str
    warnings: tuple[SignList, ...]
    elsewhere: str

    def pointer(self, page: int) -> str:
        """Where the warnings stand, on another page."""
        return fill(self.elsewhere, n=page)


@dataclass(frozen=True, slots=True)
class FridgeOpening:
    """What the heads say; `line` is how often, how long and the message."""

    title: str
    line: str
    video: Invitation | None
    fields: tuple[StripField, ...]
    note: PersonalNote | None = None


@dataclass(frozen=True, slots=True)
class FridgePhase:
    key: str
    tab: PhaseTab
    cells: tuple[FridgeCell, ...]


@dataclass(frozen=True, slots=True)
class Fridge:
    """Everything the compact layout prints."""

    opening: FridgeOpening
    phases: tuple[FridgePhase, ...]
    foot: FridgeFoot
    footer: RunningFooter
