"""What a camera needs to read a sheet back: four different corner marks, and a code beside two of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.page.chart.chart_measures import Sizes
from generator.page.codes.matrix_code import MODULE_MM, QUIET_MODULES, SIDES, Modules, matrix_modules
from generator.page.measures import Frame, Style
from generator.page.page import Block, Element, Ink, Placed, Role, Squares
from generator.page.signs import decoration
from generator.shapes.geometry import MM

# OpenCV's dictionary DICT_4X4_50, ids 0 to 3: four rows of four bits, 1 is white. Four bits cannot be mistaken for one
# of the others at any turn, so the sheet's way up is known from a single mark.
_BITS = (0xB532, 0x0F9A, 0x332D, 0x9946)

# A mark is told from what surrounds it by a white edge of a module.
_QUIET = 1

# The largest code that a page may bear, 22 modules: its place is kept free whatever the code's size.
CODE_SIDE = 22 * MODULE_MM * MM

# White over the lower code and under the upper one: well over twice the quiet zone. Beside it there is `Sizes.clear`.
_OVER = 2.0 * MM


@dataclass(frozen=True, slots=True)
class Corner:
    """A part of a page that is kept free, from its upper left corner (points)."""

    x: float
    y: float
    width: float
    height: float


def mark_modules(number: int) -> tuple[tuple[bool, ...], ...]:
    """The mark with its black border, six by six; True is black."""
    bits = _BITS[number]
    rows: list[tuple[bool, ...]] = [(True,) * 6]
    for row in range(4):
        nibble = bits >> (12 - 4 * row) & 15
        rows.append((True, *(not nibble >> (3 - column) & 1 for column in range(4)), True))
    return (*rows, (True,) * 6)


def mark_corners(frame: Frame, sizes: Sizes) -> tuple[tuple[float, float], ...]:
    """Upper left corner of each mark, clockwise from the top start, at the corners of the live area."""
    right, bottom = frame.end - sizes.mark, frame.bottom - sizes.mark
    return ((frame.start, frame.top), (right, frame.top), (right, bottom), (frame.start, bottom))


def place_marks(style: Style, sizes: Sizes, frame: Frame) -> tuple[Placed, ...]:
    """The four marks; they are decoration to a reader."""
    return tuple(Placed(x, y, _mark(style, sizes, number)) for number, (x, y) in enumerate(mark_corners(frame, sizes)))


def _mark(style: Style, sizes: Sizes, number: int) -> Block:
    squares = Squares(0, 0, sizes.mark, mark_modules(number), style.inks.ink, quiet=_QUIET)
    return Block(sizes.mark, sizes.mark, (decoration(squares),))


def marks_json(frame: Frame, sizes: Sizes) -> list[dict[str, object]]:
    """Where the marks stand, in millimetres."""
    return [
        {
            "kind": "aruco-4x4-50",
            "id": number,
            "x": round(x / MM, 2),
            "y": round(y / MM, 2),
            "side": round(sizes.mark / MM, 2),
        }
        for number, (x, y) in enumerate(mark_corners(frame, sizes))
    ]


def matrix_places(frame: Frame, sizes: Sizes) -> tuple[Corner, Corner]:
    """The rooms kept for the codes of a page: right of the mark at the bottom start, left of the mark at the top end.

    They lie on a diagonal, so that a cut edge, a torn corner or a thumb takes no more than one. Each is a square of
    `CODE_SIDE`; a smaller code stands in its lower left or upper right corner, beside the mark.
    """
    beside = sizes.mark + sizes.clear
    lower = Corner(frame.start + beside, frame.bottom - CODE_SIDE, CODE_SIDE, CODE_SIDE)
    return lower, Corner(frame.end - beside - CODE_SIDE, frame.top, CODE_SIDE, CODE_SIDE)


def clear_places(frame: Frame, sizes: Sizes) -> tuple[Corner, Corner]:
    """What nothing else may enter around each code and the mark beside it, up to the edges of the live area.

    In the order of `matrix_places`. The other two marks stand alone, with `sizes.clear` around each.
    """
    width, height = code_room(sizes), code_height()
    lower = Corner(frame.start, frame.bottom - height, width, height)
    return lower, Corner(frame.end - width, frame.top, width, height)


def code_room(sizes: Sizes) -> float:
    """How far mark, code and the white beside each reach from the edge of the live area."""
    return sizes.mark + sizes.clear + CODE_SIDE + sizes.clear


def code_height() -> float:
    """How far the code and the white over or under it reach from the edge of the live area."""
    return CODE_SIDE + _OVER


def codes_json(frame: Frame, sizes: Sizes) -> list[dict[str, object]]:
    """Where the codes stand, in millimetres: the square kept for each, and in which corner of it a smaller one is."""
    return [
        {
            "kind": "data-matrix",
            "corner": corner,
            "x": round(place.x / MM, 2),
            "y": round(place.y / MM, 2),
            "side": round(place.width / MM, 2),
            "module": MODULE_MM,
            "modules": list(SIDES.values()),
        }
        for corner, place in zip(("lower-left", "upper-right"), matrix_places(frame, sizes), strict=True)
    ]


def place_matrices(style: Style, sizes: Sizes, frame: Frame, payload: str, alt: str) -> tuple[Placed, Placed]:
    """The code of a page in both places. It is read aloud once: the upper one is decoration."""
    modules = matrix_modules(payload)
    lower, upper = matrix_places(frame, sizes)
    read, shown = (_matrix_block(modules, style.inks.ink, words) for words in (alt, None))
    return (
        Placed(lower.x, lower.y + lower.height - read.height, read),
        Placed(upper.x + upper.width - shown.width, upper.y, shown),
    )


@lru_cache(256)
def _matrix_block(modules: Modules, ink: Ink, alt: str | None) -> Block:
    """The same value for everybody without a pseudonym: what is the same object need not be compared."""
    side = len(modules) * MODULE_MM * MM
    squares = Squares(0, 0, side, modules, ink, shared=False, quiet=QUIET_MODULES)
    shown = decoration(squares) if alt is None else Element(Role.FIGURE, (squares,), alt=alt)
    return Block(side, side, (shown,))
