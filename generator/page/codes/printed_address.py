"""A web address in the lines in which it is printed: broken after its signs, cut in the middle where it may be."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from generator.page.measures import Style
from generator.problems import Prose, place_of

# More lines would be typed by nobody. One that is cut cannot be typed: it only tells what the code leads to.
MOST_LINES, CUT_LINES = 3, 2
# A line may end after these signs.
_PIECE = re.compile(r"[^/\-.?&…]*[/\-.?&…]|[^/\-.?&…]+")
_HEAD = 0.6  # of what is left of an address that is cut, this share stands before the cut


def address_lines(style: Style, shown: str, size: float, room: float) -> tuple[Prose, ...]:
    """The address as it is printed, in greedy lines of at most `room` points; each keeps the address's place."""
    return _placed(shown, _broken(shown, room, partial(style.setter.width, size=size)))


def short_lines(style: Style, shown: str, size: float, room: float) -> tuple[Prose, ...]:
    """The same in few lines, cut in the middle if need be: for addresses that a code beside them carries whole."""
    width = partial(style.setter.width, size=size)
    lines = _broken(shown, room, width)
    if len(lines) > MOST_LINES:
        lines = _broken(_cut(shown, lambda text: len(_broken(text, room, width)) <= CUT_LINES), room, width)
    return _placed(shown, lines)


def _placed(shown: str, lines: list[str]) -> tuple[Prose, ...]:
    return tuple(Prose(line, place_of(shown)) for line in lines)


def _broken(shown: str, room: float, width: Callable[[str], float]) -> list[str]:
    lines = [""]
    for piece in pieces(shown):
        if lines[-1] and width(lines[-1] + piece) > room:
            lines.append("")
        for part in _parts(piece, room, width):
            if lines[-1] and part is not piece:
                lines.append("")
            lines[-1] += part
    return lines


def pieces(shown: str) -> list[str]:
    """An address in pieces between which a line may end."""
    return _PIECE.findall(shown)


def _parts(piece: str, room: float, width: Callable[[str], float]) -> list[str]:
    """A piece that is longer than a line, in parts that are not."""
    if width(piece) <= room:
        return [piece]
    parts = [""]
    for char in piece:
        if parts[-1] and width(parts[-1] + char) > room:
            parts.append("")
        parts[-1] += char
    return parts


def _cut(shown: str, fits: Callable[[str], bool]) -> str:
    """As much of both ends as fits."""
    least, most = 2, len(shown)
    while most - least > 1:
        kept = (least + most) // 2
        least, most = (kept, most) if fits(_without_middle(shown, kept)) else (least, kept)
    return _without_middle(shown, least)


def _without_middle(shown: str, kept: int) -> str:
    head = round(kept * _HEAD)
    return shown[:head] + "…" + shown[len(shown) - (kept - head) :]
