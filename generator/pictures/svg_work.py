"""How much work a picture would make: it is refused before the work begins, or nothing happens.

A file of a few kilobytes can stand for millions of shapes (`use` in `use`), and Skia's time grows with more than the
square of the pieces of outline that cross each other. Elements are counted as if expanded, and boxes that overlap.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator
from typing import Any

from generator.pictures.svg_source import Node

DEEPEST = 200
MOST_ELEMENTS = 2_000
MOST_CHARACTERS = 400_000  # of path data: about 25,000 curves
MOST_CROSSINGS = 20_000
MOST_DASHES = 2_000

Box = tuple[float, float, float, float]


class TooMuch(Exception):
    """Drawing this would take longer than a picture is worth, or never end; the text is fit for a user."""

    def __init__(self, message: str, node: Node | None = None) -> None:
        super().__init__(message)
        self.node = node


def limit_expansion(root: Node) -> None:
    """Raises TooMuch if the picture is endless or huge once every `use` stands for what it names."""
    named = {node.attributes["id"]: node for node in _walk(root) if "id" in node.attributes}
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
            sizes[id(node)] = 1 + sum(part[0] for part in parts), own + sum(part[1] for part in parts)
        return sizes[id(node)]

    elements, characters = size(root)
    if elements > MOST_ELEMENTS or characters > MOST_CHARACTERS:
        raise TooMuch(
            f"the picture has too many parts: {elements:,} shapes and {characters:,} characters of paths; "
            f"at most {MOST_ELEMENTS:,} and {MOST_CHARACTERS:,}"
        )


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def limit_work(picture: Any) -> None:
    """Refuses shapes on which Skia would work for seconds: its time grows with the pieces of outline that may cross."""
    shapes = [shape for shape in picture.shapes() if shape.display != "none"]
    clips = [box for shape in shapes for box in boxes_of(shape)[0]] if picture.xpath("//svg:clipPath") else []
    crossings = dashes = 0
    for shape in shapes:
        boxes, length = boxes_of(shape)
        if shape.stroke != "none" and shape.stroke_width:
            grow = shape.stroke_width * max(1.0, min(shape.stroke_miterlimit, 10.0)) / 2
            boxes = [(x0 - grow, y0 - grow, x1 + grow, y1 + grow) for x0, y0, x1, y1 in boxes for _ in range(2)]
            period = sum(float(v) for v in re.split(r"[, ]+", shape.stroke_dasharray) if v and v != "none")
            dashes += int(length / period) if period > 0 else 0
        crossings += crossings_of(boxes + clips, MOST_CROSSINGS - crossings)
        if crossings >= MOST_CROSSINGS or dashes > MOST_DASHES:
            raise TooMuch("the picture is too tangled to draw: its lines cross too often or have too many dashes")


def boxes_of(shape: Any) -> tuple[list[Box], float]:
    """The box around each segment of a shape, and the length of its control polygon."""
    boxes: list[Box] = []
    length, here = 0.0, (0.0, 0.0)
    for verb, numbers in shape.as_cmd_seq():
        points = [here, *zip(numbers[::2], numbers[1::2], strict=True)]
        if verb not in "MZ":
            xs, ys = zip(*points, strict=True)
            if not all(map(math.isfinite, (*xs, *ys))):
                raise ValueError("a point that is no number")
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
            length += sum(math.dist(a, b) for a, b in itertools.pairwise(points))
        here = points[-1]
    return boxes, length


def crossings_of(boxes: list[Box], limit: int) -> int:
    """How many pairs of boxes overlap, neighbours apart; counting stops at `limit`."""
    count = -len(boxes)
    waiting: list[Box] = []
    for box in sorted(boxes):
        waiting = [other for other in waiting if other[2] >= box[0]]
        count += sum(other[1] <= box[3] and other[3] >= box[1] for other in waiting)
        if count >= limit:
            break
        waiting.append(box)
    return max(count, 0)
