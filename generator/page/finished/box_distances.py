"""How far the boxes of a finished page stand from one another, so that a large tick or a ring stays in its own.

A reader of ticks has to tell whose a stroke is. What is written in a box for a number is read by a person, so these may
stand closer, but not so close to a box to tick that a figure lands in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.manuscript.box_name import BoxKind, BoxName
from generator.page.finished.cells import cells_in
from generator.page.page import Cell, Page
from generator.shapes.geometry import MM

# Millimetres: boxes of one row and day, any two with one to tick, and two to write in, which only a person reads.
_ONE_DAY = 2.0
_TICKS = 1.5
_NUMBERS = 1.0

_ROUNDING = 0.02
# Boxes that are over one another by more than their strokes cover each other, which is a fault of its own.
_TOUCHING = 0.32


class Standing(NamedTuple):
    """A box where it stands on its page (points)."""

    name: BoxName
    left: float
    top: float
    right: float
    bottom: float


def boxes_of(page: Page) -> list[Standing]:
    """Every box of a page, from the top."""
    found = [_standing(cell, placed.x, placed.y) for placed in page.blocks for cell in cells_in(placed.block.kids)]
    return sorted(found, key=lambda box: box.top)


def _standing(cell: Cell, x: float, y: float) -> Standing:
    return Standing(cell.name, x + cell.x, y + cell.y, x + cell.x + cell.width, y + cell.y + cell.height)


def too_near(page: Page) -> Iterator[tuple[BoxName, BoxName, float, float]]:
    """Every two boxes that are nearer than they may be, how far apart they are and should be (millimetres)."""
    passed: list[Standing] = []
    for box in boxes_of(page):
        passed = [other for other in passed if other.bottom + _ONE_DAY * MM > box.top]
        for other in passed:
            apart, least = _apart(other, box) / MM, least_apart(other.name, box.name)
            if -_TOUCHING < apart < least - _ROUNDING:
                yield other.name, box.name, apart, least
        passed.append(box)


def _apart(one: Standing, other: Standing) -> float:
    across = max(one.left - other.right, other.left - one.right)
    return max(across, one.top - other.bottom, other.top - one.bottom)


def least_apart(one: BoxName, other: BoxName) -> float:
    """How far two boxes have to be from each other (millimetres)."""
    if one.kind == other.kind == BoxKind.NUMBER:
        return _NUMBERS
    same = (one.key, one.part, one.week, one.day) == (other.key, other.part, other.week, other.day)
    return _ONE_DAY if same and one.day else _TICKS
