"""Items in, the box around them out: where a link can be clicked, and what room a figure takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.output.hatch import extent
from generator.page.page import Cell, Element, Item, Line, Picture, Shape, Squares, Words

Box = tuple[float, float, float, float]  # left, top, right, bottom; y down

# What a line of type takes above and below its baseline, in sizes: accents and tails of the letters.
_ABOVE = 0.8
_BELOW = 0.25


def item_box(item: Item) -> Box:
    match item:
        case Words(x, y, run):
            return x, y - _ABOVE * run.size, x + run.width, y + _BELOW * run.size
        case Line(x0, y0, x1, y1, width):
            half = width / 2
            return min(x0, x1) - half, min(y0, y1) - half, max(x0, x1) + half, max(y0, y1) + half
        case Shape():
            return extent(item.path)
        case Squares(x, y, size):
            return x, y, x + size, y + size
        case Picture(x, y, width, height):
            return x, y, x + width, y + height
        case Cell(_, x, y, width, height):
            return x, y, x + width, y + height


def items_in(kids: Iterable[Element | Item]) -> Iterator[Item]:
    """All items, also those of elements inside elements, in order."""
    for kid in kids:
        if isinstance(kid, Element):
            yield from items_in(kid.kids)
        else:
            yield kid


def box_around(kids: Iterable[Element | Item]) -> Box | None:
    """The box around all items inside, None if there are none."""
    boxes = [item_box(item) for item in items_in(kids)]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
