"""An exercise card: what it says and shows, with no layout."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.invitation import Invitation
from generator.manuscript.personal import PersonalNote
from generator.manuscript.picture import Panel
from generator.problems import Place


@dataclass(frozen=True, slots=True)
class Card:
    """Everything an exercise card prints, in words and pictures; no layout.

    `doses` are how much, each with a lead that may be empty (when on the clock); `then` is how that goes on, with a
    label that may be empty; `how` are days, where these are said here, then rest, load, effort and tempo. `stop` stands
    here or, for all cards at once, after the last. The `note` to one person has a block of its own under the card.
    """

    number: str
    name: str
    trade_name: str
    doses: tuple[tuple[str, str], ...]
    then: tuple[str, str] | None
    how: tuple[str, ...]
    steps: tuple[str, ...]
    notes: tuple[CardNote, ...]
    stop: CardNote | None = None
    panels: tuple[Panel, ...] = ()
    video: Invitation | None = None
    place: Place | None = None
    note: PersonalNote | None = None


@dataclass(frozen=True, slots=True)
class CardNote:
    """A marked line under the steps. Its `kind` chooses the sign: feel, tip, avoid, easier, harder, stop.

    Others have none: phase, why, begin, measure.
    """

    kind: str
    label: str
    text: str
