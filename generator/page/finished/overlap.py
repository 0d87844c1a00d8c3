"""Nothing on a page covers anything: words, pictures, codes with their quiet zone, cells, rules and filled shapes.

What is meant to lie on something else says so by its place in the data: words are painted after the shape that they
stand on, and the words and lines of one figure belong to its picture. Two words never stand on each other. The box of
a block that is exchanged for each person is kept free, so that what is filled in is only held to its own box.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from generator.page.page import (
    Cell,
    Element,
    Group,
    Item,
    Line,
    Page,
    Picture,
    Placed,
    Role,
    Shape,
    Squares,
    Words,
)

# Shares of the type size: letters stand this high, and some reach this far below the baseline (Source Sans 3).
_RISE, _TAIL = 0.66, 0.2
_TAILS = frozenset("gjpqyQ,;()[]{}|/_@")
# Points that may touch: rounding, and neighbouring boxes that share their stroke.
_TOUCH = 0.9

# Left, top, right, bottom, and the points around it that are to stay free.
Box = tuple[float, float, float, float, float]


class Thing(NamedTuple):
    """An item, or the room kept for a person's block, with its box in points of the page.

    `order` counts in order of painting, `figure` is the number of the figure that it belongs to, 0 for none.
    """

    box: Box
    kind: type[Item | Placed]
    item: Item | Placed
    placed: Placed
    order: int
    figure: int


class _When(Enum):
    """When one kind of thing is in the way of another."""

    ALWAYS = 1
    APART = 2  # unless both belong to one figure
    LATER = 3  # if the shape is painted over the other
    ELSEWHERE = 4  # if it stands in another block


_COVERED = (Words, Picture, Squares, Cell)
_PAIRS: dict[tuple[type, type], _When] = {
    (Words, Words): _When.ALWAYS,
    (Picture, Picture): _When.ALWAYS,
    **{(one, other): _When.ALWAYS for one in _COVERED for other in (Squares, Cell)},
    **{(one, Line): _When.ALWAYS for one in (Squares, Cell)},
    (Squares, Shape): _When.ALWAYS,
    **dict.fromkeys(((Words, Picture), (Words, Line), (Picture, Line)), _When.APART),
    **{(one, Shape): _When.LATER for one in (Words, Picture, Cell)},
    **{(one, Placed): _When.ELSEWHERE for one in (*_COVERED, Line)},
}
_PAIRS |= {(other, one): when for (one, other), when in _PAIRS.items()}


def overlaps(things: Sequence[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """Every two things of one page of which one covers the other, in order of painting."""
    passed: list[Thing] = []
    for thing in sorted(things, key=_start):
        left, top, right, _, clear = thing.box
        left, top, right = left + _TOUCH, top + _TOUCH, right - _TOUCH
        passed = [other for other in passed if other.box[3] + (other.box[4] or clear) > top]
        for other in passed:
            box = other.box
            margin = box[4] or clear
            if box[2] + margin > left and box[0] - margin < right and _covers(thing, other):
                yield (other, thing) if other.order < thing.order else (thing, other)
        passed.append(thing)


def _start(thing: Thing) -> float:
    return thing.box[1] - thing.box[4]


def _covers(one: Thing, other: Thing) -> bool:
    """Whether two things whose boxes meet in width are in each other's way."""
    when = _PAIRS.get((one.kind, other.kind))
    if when is None or min(one.box[3], other.box[3]) - max(one.box[1], other.box[1]) + _margin(one, other) < _TOUCH:
        return False
    if when is _When.APART:
        return not one.figure or one.figure != other.figure
    if when is _When.LATER:
        return (one.kind is Shape) == (one.order > other.order)
    return when is _When.ALWAYS or one.placed is not other.placed


def _margin(one: Thing, other: Thing) -> float:
    return one.box[4] or other.box[4]


def outside(page: Page, things: Sequence[Thing]) -> Iterator[Thing]:
    """Every item of the page's `things` whose ink leaves the block that it is part of.

    Blocks of one table share their room. Words that are too wide are a fault of their own.
    """
    rooms = _rooms(page)
    for thing in things:
        room = rooms[id(thing.placed)]
        left, top, right, bottom, _ = thing.box
        too_wide = left < room[0] - _TOUCH or right > room[2] + _TOUCH
        if top < room[1] - _TOUCH or bottom > room[3] + _TOUCH or (too_wide and thing.kind is not Words):
            yield thing


def _rooms(page: Page) -> dict[int, tuple[float, float, float, float]]:
    """The box of each block by its identity, or of all blocks of its table."""
    tables: dict[Group, list[Placed]] = {}
    rooms = {}
    for placed in page.blocks:
        rooms[id(placed)] = _room((placed,))
        for group in placed.groups:
            if group.role is Role.TABLE:
                tables.setdefault(group, []).append(placed)
    for members in tables.values():
        rooms |= dict.fromkeys(map(id, members), _room(members))
    return rooms


def _room(members: Sequence[Placed]) -> tuple[float, float, float, float]:
    return (
        min(it.x for it in members),
        min(it.y for it in members),
        max(it.x + it.block.width for it in members),
        max(it.y + it.block.height for it in members),
    )


def things_of(page: Page) -> Iterator[Thing]:
    """All that has a box, and the room of each block that is filled in and stands alone (not in a table, for one)."""
    order = figure = 0
    for placed in page.blocks:
        x, y, block = placed.x, placed.y, placed.block
        if placed.slot and not placed.groups:
            yield Thing((x, y, x + block.width, y + block.height, 0.0), Placed, placed, placed, order, 0)
        waiting: list[tuple[Element | Item, int]] = [(kid, 0) for kid in reversed(block.kids)]
        while waiting:
            kid, own = waiting.pop()
            order += 1
            if isinstance(kid, Element):
                if kid.role is Role.FIGURE:
                    own = figure = figure + 1
                waiting += [(inner, own) for inner in reversed(kid.kids)]
            elif box := box_of(kid):
                left, top, right, bottom, clear = box
                yield Thing((x + left, y + top, x + right, y + bottom, clear), type(kid), kid, placed, order, own)


def box_of(item: Item) -> Box | None:
    """The box of an item's ink in its block; None if it has none, or lets everything shine through."""
    if isinstance(item, Words):
        run = item.run
        if not run.width or run.text.isspace():
            return None
        tail = 0.0 if _TAILS.isdisjoint(run.text) else _TAIL * run.size
        return item.x, item.y - _RISE * run.size, item.x + run.width, item.y + tail, 0.0
    if isinstance(item, Line):
        half = item.width / 2
        (left, right), (top, bottom) = sorted((item.x0, item.x1)), sorted((item.y0, item.y1))
        return left - half, top - half, right + half, bottom + half, 0.0
    if isinstance(item, Squares):
        clear = item.quiet * item.size / len(item.modules)
        return item.x, item.y, item.x + item.size, item.y + item.size, clear
    if isinstance(item, Shape):
        return _shape_box(item) if item.fill or item.hatch else None
    return item.x, item.y, item.x + item.width, item.y + item.height, 0.0


def _shape_box(shape: Shape) -> Box:
    numbers = [float(part) for part in shape.path.split() if part not in "mlch"]
    across, down = numbers[::2], numbers[1::2]
    return min(across), min(down), max(across), max(down), 0.0
