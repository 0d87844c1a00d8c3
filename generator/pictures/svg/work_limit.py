"""How much work a picture would make: it is refused before the work begins, or nothing happens.

A file of a few kilobytes can stand for millions of shapes (`use` in `use`), and Skia's time grows with more than the
square of the pieces of outline that cross each other. Elements are counted as if expanded, and boxes that overlap.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.pictures.svg.known import GRADIENTS
from generator.pictures.svg.tree import Node

if TYPE_CHECKING:
    import pathops

DEEPEST = 100
MOST_ELEMENTS = 2_000
MOST_CHARACTERS = 400_000  # of path data: about 25,000 curves
MOST_CROSSINGS = 40_000
MOST_DASHES = 2_000
MOST_CONTOURS = 3_000  # if all are in one path
MOST_STOPS = 5_000  # of gradients, counted wherever one paints

Box = tuple[float, float, float, float]

_MOVE = 0  # of pathops.PathVerb


class TooMuch(Exception):
    """Drawing this would take longer than a picture is worth, or never end; the text is fit for a user."""

    hint = "simplify it, or save it as PNG"

    def __init__(self, message: str, node: Node | None = None) -> None:
        super().__init__(message)
        self.node = node


def limit_expansion(root: Node) -> None:
    """Raises TooMuch if the picture is endless or huge once every `use` stands for what it names."""
    named = named_nodes(root)
    sizes: dict[int, tuple[int, int]] = {}
    busy: set[int] = set()

    def size(node: Node) -> tuple[int, int]:
        """Elements and characters of path data under a node."""
        if id(node) in busy:
            raise TooMuch("the picture contains itself", node)
        if len(busy) > DEEPEST:
            raise TooMuch("the picture's parts use one another too many times over", node)
        if id(node) not in sizes:
            busy.add(id(node))
            parts = [size(part) for part in (*node.children, *(named[name] for name in node.drawn_in if name in named))]
            busy.discard(id(node))
            own = len(node.attributes.get("d", "")) + len(node.attributes.get("points", ""))
            shapes = 0 if node.name == "stop" or node.name in GRADIENTS else 1
            sizes[id(node)] = shapes + sum(part[0] for part in parts), own + sum(part[1] for part in parts)
        return sizes[id(node)]

    elements, characters = size(root)
    if elements > MOST_ELEMENTS or characters > MOST_CHARACTERS:
        raise TooMuch(
            f"the picture has too many parts: {elements:,} shapes and {characters:,} characters of paths; "
            f"at most {MOST_ELEMENTS:,} and {MOST_CHARACTERS:,}"
        )


def named_nodes(root: Node) -> dict[str, Node]:
    """Every element with an id; the first one wins, as in a browser."""
    named: dict[str, Node] = {}
    for node in _walk(root):
        if "id" in node.attributes:
            named.setdefault(node.attributes["id"], node)
    return named


class Work:
    """What a picture may cost in all; each step says beforehand what it needs."""

    def __init__(self) -> None:
        self.crossings, self.contours_squared, self.dashes, self.stops = 0, 0, 0.0, 0

    def area(self, *paths: pathops.Path, grow: float = 0.0) -> None:
        """Paths that are to be cut, joined or cleared of crossings. Raises TooMuch, and ValueError for no numbers."""
        self.contours_squared += sum(path.verbs.count(_MOVE) for path in paths) ** 2
        if self.contours_squared > MOST_CONTOURS**2:
            raise TooMuch("the picture is too tangled to draw: it has too many separate pieces")
        boxes = [box for path in paths for box in _boxes(path, grow)]
        self.crossings += _crossings(boxes, MOST_CROSSINGS - self.crossings)
        if self.crossings >= MOST_CROSSINGS:
            raise TooMuch("the picture is too tangled to draw: its lines cross too often")

    def shade(self, stops: int) -> None:
        """A gradient that is to be painted. Raises TooMuch."""
        self.stops += stops
        if self.stops > MOST_STOPS:
            raise TooMuch("the picture has too many gradients")

    def stroke(self, path: pathops.Path, reach: float, period: float) -> None:
        """A path that is to be stroked; a corner may reach out so far, and its dashes repeat so often (0: none)."""
        self.area(path, grow=reach / 2)
        if period > 0:
            corners = [points[-1] for _, points in path if points]
            self.dashes += sum(math.dist(a, b) for a, b in itertools.pairwise(corners)) / period
            if self.dashes > MOST_DASHES:
                raise TooMuch("the picture is too tangled to draw: its lines have too many dashes")


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _boxes(path: pathops.Path, grow: float) -> list[Box]:
    """The box around each piece of a path."""
    boxes: list[Box] = []
    here = (0.0, 0.0)
    for _, points in path:
        if points:
            xs, ys = zip(here, *points, strict=True)
            if not all(map(math.isfinite, (*xs, *ys))):
                raise ValueError("a point that is no number")
            boxes.append((min(xs) - grow, min(ys) - grow, max(xs) + grow, max(ys) + grow))
            here = points[-1]
    return boxes


def _crossings(boxes: list[Box], limit: int) -> int:
    """How many pairs of boxes overlap, six for each box apart, as in any plain shape; counting stops at `limit`."""
    count = -6 * len(boxes)
    waiting: list[Box] = []
    for box in sorted(boxes):
        waiting = [other for other in waiting if other[2] >= box[0]]
        count += sum(other[1] <= box[3] and other[3] >= box[1] for other in waiting)
        if count >= limit:
            break
        waiting.append(box)
    return max(count, 0)
