"""Everything that the front of the sheet prints, as plain values in words and pictures: no layout."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language.wording import fill
from generator.manuscript.invitation import Invitation
from generator.manuscript.personal import PersonalNote, StripField
from generator.manuscript.picture import Panel
from generator.manuscript.safety import PainLight, SignList
from generator.problems import Place


@dataclass(frozen=True, slots=True)
class FrontDose:
    """Without steps it is all in `text`; with them `lead` ("2 sets of"), `steps` ("8", "10"), and `unit` ("lifts").

    `behind` is what follows where the unit stands beside the numbers, `counted` where it does not. `close` and `later`
    say the same with the side moved up: "2 sets, each leg:". Steps that are more than numbers are whole amounts.
    """

    text: str = ""
    lead: str = ""
    steps: tuple[str, ...] = ()
    unit: str = ""
    behind: str = ""
    counted: str = ""
    close: str = ""
    later: str = ""


@dataclass(frozen=True, slots=True)
class StartTime:
    """When it is done in a timed sequence, "0:45", and how: "right foot in front"."""

    clock: str
    how: str


@dataclass(frozen=True, slots=True)
class FrontCell:
    """One exercise. `when` is said where it is done on other days than its phase; `notes` are kind, label and text.

    A `note` to one person stands under it, in a block of its own.
    """

    number: str
    name: str
    dose: FrontDose
    when: str
    starts: tuple[StartTime, ...]
    notes: tuple[tuple[str, str, str], ...]
    panels: tuple[Panel, ...]
    place: Place | None = None
    note: PersonalNote | None = None


@dataclass(frozen=True, slots=True)
class StripBeat:
    """A step of a timed sequence: when it starts and how long it lasts (seconds), whose number, and R or L."""

    at: int
    seconds: int
    number: str
    letter: str
    clock: str


@dataclass(frozen=True, slots=True)
class FrontPhase:
    """A phase with its cells: `about` is when and with what, `more` what else is said of it.

    `continued` is its name where it goes on in another column or on another page; `rest` is said again there.
    """

    key: str
    name: str
    about: str
    more: tuple[str, ...]
    continued: str
    rest: str
    cells: tuple[FrontCell, ...]
    beats: tuple[StripBeat, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontHead:
    """What page 1 opens with. Without a `note` to one person there is its lead, `note_lead`, and a line to write on."""

    clinic: str
    hours: str
    phone: str
    logo: Panel | None
    title: str
    message: tuple[str, ...]
    codes: tuple[Invitation, ...]
    fields: tuple[StripField, ...]
    note_lead: str
    note: PersonalNote | None = None


@dataclass(frozen=True, slots=True)
class FrontFoot:
    """What keeps a client safe. `rules` are questions and answers; `elsewhere` has {n}, the page with the signs."""

    question: str
    scale: str
    lights: tuple[PainLight, ...]
    rules: tuple[tuple[str, str], ...]
    ask_first: SignList
    emergency: SignList
    urgent: SignList
    elsewhere: str

    def pointer(self, page: int) -> str:
        """Where the emergency signs stand, on another page."""
        return fill(self.elsewhere, n=page)


@dataclass(frozen=True, slots=True)
class SheetFront:
    """Everything that the front prints. `page` has {n} and {total}; `remember` is a head with its points."""

    head: FrontHead
    phases: tuple[FrontPhase, ...]
    foot: FrontFoot
    remember: tuple[str, tuple[str, ...]]
    page: str

    @property
    def widest_number(self) -> str:
        """As much as a page says of its number."""
        return fill(self.page, n=88, total=88)

    @property
    def cells(self) -> tuple[FrontCell, ...]:
        return tuple(cell for phase in self.phases for cell in phase.cells)
