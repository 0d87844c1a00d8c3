"""A QR code with its address printed under it, clickable: the square, the words and what a reader hears."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.content.address.web_address import shown_form
from generator.manuscript.invitation import Invitation
from generator.page.codes.printed_address import MOST_LINES, address_lines, short_lines
from generator.page.codes.qr import QUIET_MODULES, Modules, fitted_code
from generator.page.measures import Style
from generator.page.page import Element, Role, Squares
from generator.page.paragraph import set_word
from generator.page.signs import CAP_MIDDLE
from generator.problems import Place, Prose


@dataclass(frozen=True, slots=True)
class Code:
    """What a code leads to: the whole address, what is printed of it, its modules, and its description when read aloud.

    The symbol is `side` points wide.
    """

    address: str
    shown: Prose
    modules: Modules
    side: float
    alt: str

    @property
    def quiet(self) -> float:
        """Points around the symbol that are to stay free."""
        return QUIET_MODULES * self.side / len(self.modules)


def code_of(video: Invitation, size: float) -> Code:
    """The code that leads to a video, `size` points wide or more."""
    return make_code(video.address, video.alt, size, video.place)


@lru_cache(maxsize=512)
def make_code(address: str, alt: str, size: float, place: Place | None = None) -> Code:
    """The code of an https address, `size` points wide, or more if it is long. Problems point at `place`."""
    modules, side = fitted_code(address, size)
    return Code(address, Prose(shown_form(address), place), modules, side, alt)


def code_lines(style: Style, code: Code, room: float, rather: float = 0.0) -> tuple[Prose, ...]:
    """What is printed under the code in lines of at most `room` points; of at most `rather` unless that cuts it."""
    small = style.theme.small
    whole = len(address_lines(style, code.shown, small, room)) <= MOST_LINES
    if rather and (not whole or len(address_lines(style, code.shown, small, rather)) <= MOST_LINES):
        room = rather
    return short_lines(style, code.shown, small, room)


def place_code(
    style: Style, code: Code, lines: tuple[Prose, ...], x: float, y: float, *, end: bool = False
) -> tuple[list[Element], float]:
    """The code's symbol with its upper corner at x, y and its address under it; and the last baseline.

    The caller leaves four modules free around the symbol. `end` aligns both at x.
    """
    start = x - code.side if end else x
    squares = Squares(start, y, code.side, code.modules, style.inks.ink)
    small = style.theme.small
    # The first line's capitals begin where the quiet zone ends.
    baseline = y + code.side + code.quiet + small * 2 * CAP_MIDDLE
    words = []
    for line in lines:
        words.append(set_word(style, line, x, baseline, small, align="end" if end else "start"))
        baseline += small * 1.25
    figure = Element(Role.FIGURE, (squares,), alt=code.alt)
    link = Element(Role.PARAGRAPH, (Element(Role.LINK, tuple(words), alt=code.alt, address=code.address),))
    return [figure, link], baseline - small * 1.25
