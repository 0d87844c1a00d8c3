"""One SVG shape comes in, its outline as a Skia path goes out; so does what `transform` says as a matrix."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from generator.pictures.svg.tree import Node

if TYPE_CHECKING:
    import pathops
    from fontTools.misc.transform import Transform

_PATH = re.compile(r"[\s\d,.+\-eEMmZzLlHhVvCcSsQqTtAa]*")
_POINTS = re.compile(r"[\s\d,.+\-eE]*")
_STEP = re.compile(r"[\s,]*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)[\s,]*")
# How many numbers each step takes: SVG 1.1, 7.6.
_TAKES = {"matrix": {6}, "translate": {1, 2}, "scale": {1, 2}, "rotate": {1, 3}, "skewX": {1}, "skewY": {1}}


def outline(node: Node) -> pathops.Path:
    """The path of a shape in its own coordinates. Raises ValueError for data that is no path."""
    import pathops
    from fontTools.svgLib.path.parser import parse_path

    path = pathops.Path()
    parse_path(_data(node), path.getPen(glyphSet=None))
    path.convertConicsToQuads()
    return path


def _data(node: Node) -> str:
    """The shape in the language of `d` (SVG 1.1, 9)."""
    given = node.attributes
    if node.name == "path":
        return _only(_PATH, given.get("d", ""))
    if node.name in ("polygon", "polyline"):
        points = _only(_POINTS, given.get("points", "")).strip()
        return f"M{points}{'Z' if node.name == 'polygon' else ''}" if points else ""
    at = {name: float(given.get(name, "0")) for name in ("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r")}
    if node.name == "line":
        return f"M{at['x1']:f} {at['y1']:f}L{at['x2']:f} {at['y2']:f}"
    if node.name == "rect":
        return _rectangle(node, at["x"], at["y"])
    radii = [float(given.get(name, given.get("r", "0"))) for name in ("rx", "ry")]
    if node.name == "circle":
        radii = [at["r"], at["r"]]
    return _ellipse(at["cx"], at["cy"], *radii)


def _only(allowed: re.Pattern[str], data: str) -> str:
    """The reader skips what it does not know; half a shape would be worse than none."""
    if not allowed.fullmatch(data):
        raise ValueError(f"this is no outline: {data[:40]!r}")
    return data


def _ellipse(x: float, y: float, rx: float, ry: float) -> str:
    if min(rx, ry) <= 0:
        return ""
    arc = f"A{rx:f} {ry:f} 0 0 1 "
    return f"M{x + rx:f} {y:f}{arc}{x - rx:f} {y:f}{arc}{x + rx:f} {y:f}Z"


def _rectangle(node: Node, x: float, y: float) -> str:
    width, height = (float(node.attributes.get(name, "0")) for name in ("width", "height"))
    if min(width, height) <= 0:
        return ""
    # SVG 1.1, 9.2: one radius stands for both, and neither is longer than half a side
    stated = [node.attributes.get(name) for name in ("rx", "ry")]
    rx = min(float(stated[0] or stated[1] or "0"), width / 2)
    ry = min(float(stated[1] or stated[0] or "0"), height / 2)
    if min(rx, ry) <= 0:
        return f"M{x:f} {y:f}h{width:f}v{height:f}h{-width:f}Z"
    arc = f"a{rx:f} {ry:f} 0 0 1 "
    across, down = width - 2 * rx, height - 2 * ry
    return (
        f"M{x + rx:f} {y:f}h{across:f}{arc}{rx:f} {ry:f}v{down:f}{arc}{-rx:f} {ry:f}"
        f"h{-across:f}{arc}{-rx:f} {-ry:f}v{-down:f}{arc}{rx:f} {-ry:f}Z"
    )


def matrix(text: str) -> Transform:
    """What a `transform` attribute does, as one matrix. Raises ValueError for what cannot be read."""
    from fontTools.misc.transform import Transform

    whole, at = Transform(), 0
    while at < len(text):
        step = _STEP.match(text, at)
        if not step:
            raise ValueError(f"this is no transform: {text[at : at + 40]!r}")
        name, numbers, at = step[1], [float(n) for n in step[2].replace(",", " ").split()], step.end()
        if len(numbers) not in _TAKES[name] or not all(map(math.isfinite, numbers)):
            raise ValueError(f"this is no transform: {step[0][:40]!r}")
        match name:
            case "matrix":
                whole = whole.transform(tuple(numbers))
            case "translate":
                whole = whole.translate(*numbers)
            case "scale":
                whole = whole.scale(numbers[0], numbers[-1])
            case "rotate":
                x, y = numbers[1:] or (0.0, 0.0)
                whole = whole.translate(x, y).rotate(math.radians(numbers[0])).translate(-x, -y)
            case "skewX":
                whole = whole.skew(math.radians(numbers[0]), 0)
            case _:
                whole = whole.skew(0, math.radians(numbers[0]))
    return whole
