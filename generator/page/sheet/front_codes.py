"""The codes of the front in a row, for the routine and each phase with a video; name and minutes under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.manuscript.invitation import Invitation
from generator.page.codes.code_block import Code, code_of
from generator.page.codes.printed_address import short_lines
from generator.page.measures import Style
from generator.page.page import Element, Role, Squares
from generator.page.paragraph import set_word
from generator.page.sheet.front_sizes import FrontSizes
from generator.shapes.geometry import MM
from generator.text.setter import Span

# The title needs this share of the width; codes that would take more of it stand on the detail cards alone.
_TITLE = 0.44
_OVER = 2.4 * MM  # from the rule over a code
_UNDER = 4.2 * MM  # from a code to the baseline of its name
_CLEAR = 2.4 * MM  # between two names


@dataclass(frozen=True, slots=True)
class Codes:
    """Elements in the coordinates of the head, how wide they are from its far edge, and where they end."""

    elements: tuple[Element, ...] = ()
    width: float = 0.0
    end: float = 0.0


def lay_out_codes(style: Style, sizes: FrontSizes, videos: Sequence[Invitation], width: float, rule: float) -> Codes:
    """Under a rule, at the far edge. In large print there is room for one, and its words stand beside it."""
    if not videos:
        return Codes()
    most = width * (1 - _TITLE)
    rooms = _rooms(style, sizes, videos, most)
    if sum(rooms) > most or style.theme.tall_rows:
        videos = videos[:1]
        rooms = _rooms(style, sizes, videos, most)
    if style.theme.tall_rows:
        return _beside(style, sizes, videos[0], width, rule)
    if len(videos) == 1:
        return _alone(style, sizes, videos[0], width, rule, rooms[0])
    elements: list[Element] = []
    x, end = width - sum(rooms), rule
    quiet = max(code_of(video, sizes.code).quiet for video in videos)
    for video, room in zip(videos, rooms, strict=True):
        one, low = _code(style, sizes, video, x, rule, room, quiet)
        elements += one
        end = max(end, low)
        x += room
    return Codes(tuple(elements), sum(rooms), end)


def _rooms(style: Style, sizes: FrontSizes, videos: Sequence[Invitation], most: float) -> list[float]:
    """Width for each symbol with the white that it needs, and its name: in one line if there is room for all."""
    codes = [code_of(video, sizes.code) for video in videos]

    def rooms(parts: Sequence[Sequence[str]]) -> list[float]:
        names = [max(style.setter.width(part, sizes.code_name, "semibold") for part in name) for name in parts]
        return [
            max(sizes.pitch, code.side + 2 * code.quiet, name + _CLEAR) for code, name in zip(codes, names, strict=True)
        ]

    whole = rooms([[video.words] for video in videos])
    return whole if sum(whole) <= most else rooms([video.words.split(" ") for video in videos])


def _symbol(style: Style, code: Code, x: float, y: float) -> Element:
    return Element(Role.FIGURE, (Squares(x, y, code.side, code.modules, style.inks.ink),), alt=code.alt)


def _top(quiet: float, rule: float) -> float:
    return rule + max(_OVER, quiet + 1)


def _code(
    style: Style, sizes: FrontSizes, video: Invitation, x: float, rule: float, width: float, quiet: float
) -> tuple[list[Element], float]:
    """In the middle of its room, name and minutes under it, with so much white as the row's codes need; and its end."""
    code = code_of(video, sizes.code)
    top, middle = _top(quiet, rule), x + width / 2
    size, step = sizes.code_name, sizes.code_name * 1.14
    y = top + code.side + max(_UNDER, quiet + size * 0.72)
    names = []
    for line in style.setter.lines([Span(video.words, "semibold")], size, width - _CLEAR):
        text = "".join(piece.run.text for piece in line.pieces)
        names.append(set_word(style, text, middle, y, size, "semibold", align="middle"))
        y += step
    link = Element(Role.LINK, tuple(names), alt=code.alt, address=code.address)
    elements = [_symbol(style, code, middle - code.side / 2, top), Element(Role.PARAGRAPH, (link,))]
    if video.length:
        elements.append(Element(Role.PARAGRAPH, (set_word(style, video.length, middle, y, size, align="middle"),)))
        y += step
    return elements, y - step + size * 0.3


def _alone(style: Style, sizes: FrontSizes, video: Invitation, width: float, rule: float, room: float) -> Codes:
    """A single code has its address under it, too."""
    code, size = code_of(video, sizes.code), sizes.code_name
    lines = short_lines(style, code.shown, size, width * (1 - _TITLE))
    wide = max(room, *(style.setter.width(line, size) for line in lines))
    elements, end = _code(style, sizes, video, width - wide, rule, wide, code.quiet)
    middle = width - wide / 2
    words = [
        set_word(style, line, middle, end + size * (0.84 + 1.14 * row), size, align="middle")
        for row, line in enumerate(lines)
    ]
    address = Element(Role.LINK, tuple(words), alt=code.alt, address=code.address)
    return Codes((*elements, Element(Role.PARAGRAPH, (address,))), wide, end + size * 1.14 * len(lines))


def _beside(style: Style, sizes: FrontSizes, video: Invitation, width: float, rule: float) -> Codes:
    """Words and minutes at the start side of the code."""
    code, size = code_of(video, sizes.code), sizes.code_name
    top = _top(code.quiet, rule)
    edge = width - code.side - max(4 * MM, code.quiet)
    y = top + size * 1.1
    name = set_word(style, video.words, edge, y, size, "semibold", style.inks.accent, align="end")
    link = Element(Role.LINK, (name,), alt=code.alt, address=code.address)
    elements = [_symbol(style, code, width - code.side, top), Element(Role.PARAGRAPH, (link,))]
    wide = name.run.width
    if video.length:
        length = set_word(style, video.length, edge, y + size * 1.25, size, align="end")
        elements.append(Element(Role.PARAGRAPH, (length,)))
        wide = max(wide, length.run.width)
    return Codes(tuple(elements), width - edge + wide, top + code.side + code.quiet)
