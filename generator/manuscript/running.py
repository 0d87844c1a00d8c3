"""What returns on pages: the head of a phase, and the footer."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language.joining import run_on
from generator.language.wording import fill
from generator.problems import Place


@dataclass(frozen=True, slots=True)
class Link:
    """Words and a whole address, printed to be typed and clickable; `alt` is what is read aloud."""

    words: str
    address: str
    alt: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class PhaseTab:
    """The head of a phase: its name, a text beside or under it, and where to see it or else its `minutes`."""

    label: str
    text: str
    minutes: str = ""
    link: Link | None = None

    @property
    def line(self) -> str:
        """What stands beside the name: a link takes the place of the minutes, which the week at a glance says, too."""
        return self.text if self.link else run_on(self.text, self.minutes)


@dataclass(frozen=True, slots=True)
class RunningFooter:
    """Version and author as `lines`, or `short` where these are said `whole` only once; and whom to call.

    `behind` is what detail cards say, `behind_large` in large type. `page` has {n} and {total}.
    """

    lines: tuple[str, str]
    short: str
    behind: str
    behind_large: str
    contact: str
    page: str

    @property
    def whole(self) -> str:
        """All lines as one text, with the place of the first."""
        return run_on(*self.lines)

    def page_line(self, number: int, total: int) -> str:
        """ "Page 2 of 3"."""
        return fill(self.page, n=number, total=total)
