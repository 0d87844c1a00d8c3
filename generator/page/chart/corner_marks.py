"""What a camera needs to read a sheet back: four different corner marks, and a code beside the lower one."""

from __future__ import annotations

from functools import lru_cache

from generator.page.chart.chart_measures import Sizes
from generator.page.codes.matrix_code import MODULE_MM, QUIET_MODULES, Modules, matrix_modules
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


def place_matrix(style: Style, sizes: Sizes, frame: Frame, payload: str, alt: str) -> Placed:
    """The code right of the mark at the bottom start, both free of everything else."""
    modules = matrix_modules(payload)
    block = _matrix_block(modules, style.inks.ink, alt)
    return Placed(frame.start + sizes.mark + sizes.clear, frame.bottom - block.height, block)


@lru_cache(256)
def _matrix_block(modules: Modules, ink: Ink, alt: str) -> Block:
    """The same value for everybody without a pseudonym: what is the same object need not be compared."""
    side = len(modules) * MODULE_MM * MM
    squares = Squares(0, 0, side, modules, ink, shared=False, quiet=QUIET_MODULES)
    return Block(side, side, (Element(Role.FIGURE, (squares,), alt=alt),))
