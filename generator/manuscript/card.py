"""An exercise card: what it says and shows, with no layout."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.invitation import Invitation
from generator.manuscript.personal import PersonalNote
from generator.manuscript.picture import Panel
from generator.problems import Place


@dataclass(frozen=True, slots=True)
class Card:
    """Everything an exercise card prints, in words and pictures; no layout. A `brief` one has small pictures.

    The `note` to one person stands under it, in a block of its own.
    """

    number: str
    name: str
    trade_name: str
    dose: str
    when: str
    build_up: tuple[str, str] | None
    steps: tuple[str, ...]
    notes: tuple[CardNote, ...]
    panels: tuple[Panel, ...] = ()
    video: Invitation | None = None
    brief: bool = False
    place: Place | None = None
    note: PersonalNote | None = None


@dataclass(frozen=True, slots=True)
class CardNote:
    """A marked line under the steps. Its `kind` chooses the sign: feel, tip, avoid, easier, harder, stop, or plain."""

    kind: str
    label: str
    text: str
