"""A web address becomes a code to print: its modules, and the lines in which it stands under them."""

from __future__ import annotations

from generator.content.video import display_pieces
from generator.page.code_block import Code
from generator.page.measures import MM, Style
from generator.page.qr import SMALLEST_MODULE_MM, qr_modules
from generator.problems import ContentError, Place, Problem

MOST_LINES = 3


def make_code(
    style: Style, address: str, alt: str, room: float, size: float, place: Place | None, *, rather: float = 0.0
) -> Code:
    """The code of an https address whose symbol will be `size` points wide and whose lines at most `room`.

    Lines of at most `rather` points are made if the address fits into these.
    Raises `ContentError` where a camera could not read it, or a person not type it.
    """
    try:
        modules = qr_modules(address)
    except ValueError as error:
        raise ContentError([Problem(str(error), place, hint="use a short address", rule="code-size")]) from None
    if size / MM / len(modules) < SMALLEST_MODULE_MM:
        message = f"the QR code of this address would be too fine to read ({len(address)} characters)"
        raise ContentError([Problem(message, place, hint="use a short address", rule="code-size")])
    lines = address_lines(style, address, rather or room)
    if len(lines) > MOST_LINES or any(style.setter.width(line, style.theme.small) > (rather or room) for line in lines):
        lines = address_lines(style, address, room)
    if len(lines) > MOST_LINES:
        message = f"the address needs {len(lines)} lines under its code, at most {MOST_LINES} fit"
        raise ContentError([Problem(message, place, hint="use a short address", rule="address-lines")])
    return Code(address, lines, modules, alt)


def address_lines(style: Style, address: str, room: float) -> tuple[str, ...]:
    """The address as it is printed, in greedy lines, broken only between its pieces."""
    lines = [""]
    for piece in display_pieces(address):
        if lines[-1] and style.setter.width(lines[-1] + piece, style.theme.small) > room:
            lines.append("")
        lines[-1] += piece
    return tuple(lines)
