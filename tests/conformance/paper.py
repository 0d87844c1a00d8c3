"""What is on a page, in page coordinates: where ink falls, which words have which size, which lines are for a pen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.page.page import Cell, Element, Item, Line, Page, Picture, Placed, Role, Shape, Squares, Words

Box = tuple[float, float, float, float]
_NUMBER = re.compile(r"-?\d+\.?\d*(?:[eE][-+]?\d+)?")

# Of the bundled faces, as shares of the size: the highest letter without an accent, the lowest tail.
_ABOVE, _BELOW = 0.72, 0.25


def items(kids: tuple[Element | Item, ...], within: tuple[Role, ...] = ()) -> Iterator[tuple[Item, tuple[Role, ...]]]:
    """Every item with the roles around it, in order."""
    for kid in kids:
        if isinstance(kid, Element):
            yield from items(kid.kids, (*within, kid.role))
        else:
            yield kid, within


def placed_items(page: Page) -> Iterator[tuple[Placed, Item, tuple[Role, ...]]]:
    for placed in page.blocks:
        for item, roles in items(placed.block.kids):
            yield placed, item, roles


def ink_box(item: Item) -> Box:
    """Left, top, right, bottom of what an item may print, never too small."""
    if isinstance(item, Words):
        size = item.run.size
        return item.x, item.y - size * _ABOVE, item.x + item.run.width, item.y + size * _BELOW
    if isinstance(item, Line):
        half = item.width / 2
        return (
            min(item.x0, item.x1) - half,
            min(item.y0, item.y1) - half,
            max(item.x0, item.x1) + half,
            max(item.y0, item.y1) + half,
        )
    if isinstance(item, Shape):
        numbers = [float(number) for number in _NUMBER.findall(item.path)]
        half = item.width / 2 if item.stroke else 0.0
        return (
            min(numbers[::2]) - half,
            min(numbers[1::2]) - half,
            max(numbers[::2]) + half,
            max(numbers[1::2]) + half,
        )
    if isinstance(item, Squares):
        return item.x, item.y, item.x + item.size, item.y + item.size
    half = item.stroke / 2 if isinstance(item, Cell) else 0.0
    return item.x - half, item.y - half, item.x + item.width + half, item.y + item.height + half


def page_boxes(page: Page) -> Iterator[tuple[Item, Box]]:
    for placed, item, _ in placed_items(page):
        left, top, right, bottom = ink_box(item)
        yield item, (placed.x + left, placed.y + top, placed.x + right, placed.y + bottom)


def words_of(page: Page) -> Iterator[tuple[Placed, Words, tuple[Role, ...]]]:
    for placed, item, roles in placed_items(page):
        if isinstance(item, Words):
            yield placed, item, roles


def solid(item: Item) -> Box | None:
    """What must not be covered: words from x-height to baseline, pictures, codes, boxes."""
    if isinstance(item, Words):
        if not item.run.text.strip():
            return None
        return item.x, item.y - item.run.size * 0.5, item.x + item.run.width, item.y
    if isinstance(item, Picture | Cell):
        return item.x, item.y, item.x + item.width, item.y + item.height
    if isinstance(item, Squares):
        return item.x, item.y, item.x + item.size, item.y + item.size
    return None


def collisions(page: Page) -> list[tuple[Item, Item]]:
    """Pairs of things on a page that cover one another by more than half a point; labels may stand in their picture."""
    boxed = []
    for placed, item, roles in placed_items(page):
        box = solid(item)
        if box:
            at = (placed.x + box[0], placed.y + box[1], placed.x + box[2], placed.y + box[3])
            boxed.append((item, at, Role.FIGURE in roles))
    boxed.sort(key=lambda one: one[1][1])
    found = []
    for index, (one, a, drawn) in enumerate(boxed):
        for other, b, drawn_too in boxed[index + 1 :]:
            if b[1] >= a[3]:
                break
            label = drawn and drawn_too and (isinstance(one, Picture) != isinstance(other, Picture))
            across, down = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
            if across > 0.5 and down > 0.5 and not label:
                found.append((one, other))
    return found
