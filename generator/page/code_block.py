"""A QR code with its address printed under it, clickable: the square, the words and what a reader hears."""

from __future__ import annotations

from dataclasses import dataclass

from generator.page.measures import Style
from generator.page.page import Element, Role, Squares
from generator.page.paragraph import set_word
from generator.page.qr import QUIET_MODULES
from generator.page.signs import CAP_MIDDLE


@dataclass(frozen=True, slots=True)
class Code:
    """What a code leads to: the whole address, its printed lines, its modules, and its description when read aloud."""

    address: str
    lines: tuple[str, ...]
    modules: tuple[tuple[bool, ...], ...]
    alt: str


def place_code(
    style: Style, code: Code, x: float, y: float, size: float, *, end: bool = False
) -> tuple[list[Element], float]:
    """The code's symbol in a square of `size` at x, y and its address under it; and the last baseline.

    The symbol itself is `size` wide; the caller leaves four modules free around it. `end` aligns the address there.
    """
    squares = Squares(x, y, size, code.modules, style.inks.ink)
    quiet = QUIET_MODULES * size / len(code.modules)
    small = style.theme.small
    # The first line's capitals begin where the quiet zone ends.
    baseline = y + size + quiet + small * 2 * CAP_MIDDLE
    words = []
    for line in code.lines:
        anchor = (x + size, "end") if end else (x, "start")
        words.append(set_word(style, line, anchor[0], baseline, small, align=anchor[1]))
        baseline += small * 1.25
    figure = Element(Role.FIGURE, (squares,), alt=code.alt)
    link = Element(Role.PARAGRAPH, (Element(Role.LINK, tuple(words), alt=code.alt, address=code.address),))
    return [figure, link], baseline - small * 1.25
