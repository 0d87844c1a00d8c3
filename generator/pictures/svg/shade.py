"""A described gradient and the shape that it is to paint come in, its colours on the grid go out.

The space of every gradient is brought to one: a line from 0 to 1, or a circle of radius 1 (see `Gradient`).
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.pictures.svg.colour import Colour
from generator.pictures.svg.described_gradient import Described, Length
from generator.pictures.svg.layered_ink import Inexact, Shade, Stop

if TYPE_CHECKING:
    from fontTools.misc.transform import Transform

Box = tuple[float, float, float, float]
Size = tuple[float, float]

_FLAT = 1e-3  # square units of the grid: nothing runs across so little
_LARGEST = 1e6  # units of the grid
_INSIDE = 1 - 1e-6


def shaded(gradient: Described, box: Box, space: Transform, view: Size) -> Shade | tuple[Colour, float] | None:
    """The gradient over a shape with this `box` (left, top, right, bottom); `space` takes the shape to the grid.

    `view` is the size of the picture in its own units. A colour with its opacity if nothing runs; None if there is
    nothing to see. Raises Inexact for a focus outside its circle, ValueError for what is beyond numbers.
    """
    left, top, right, bottom = box
    stops = gradient.stops
    if not stops or (gradient.in_box and (right <= left or bottom <= top)):
        return None
    if gradient.in_box:
        space = space.transform((right - left, 0, 0, bottom - top, left, top))
    space = space.transform(gradient.transform)
    at = {name: _measured(name, length, gradient.in_box, view) for name, length in gradient.places.items()}
    if gradient.is_radial:
        size = max(at["r"], 0.0)
        space = space.transform((size, 0, 0, size, at["cx"], at["cy"]))
        start = _start(gradient, at)
    else:
        across, down = at["x2"] - at["x1"], at["y2"] - at["y1"]
        space = space.transform((across, down, -down, across, at["x1"], at["y1"]))
        start = None
    a, b, c, d, *_ = space
    if not all(abs(value) < _LARGEST for value in space):
        raise ValueError("a gradient beyond all bounds")
    if len(stops) == 1 or abs(a * d - b * c) < _FLAT:  # all of it lies behind the last stop (SVG 2, 14.2.2 and 3)
        return stops[-1].colour, stops[-1].opacity
    return _framed(Shade(tuple(space), stops, start))


def _measured(name: str, length: Length, in_box: bool, view: Size) -> float:
    if in_box or not length.is_share:
        return length.value
    width, height = view
    whole = {"x": width, "y": height}.get(name.strip("12cf"), math.hypot(width, height) / math.sqrt(2))
    return length.value * whole


def _start(gradient: Described, at: dict[str, float]) -> tuple[float, float, float]:
    """The inner circle, measured by the outer one."""
    size = at["r"]
    if size <= 0:
        return 0.0, 0.0, 0.0
    x, y, radius = (at["fx"] - at["cx"]) / size, (at["fy"] - at["cy"]) / size, at["fr"] / size
    if radius < 0 or math.hypot(x, y) + radius >= _INSIDE:
        hint = "move its focus (fx, fy) inside the circle, or save the picture as PNG"
        raise Inexact("a gradient begins outside its circle", hint, gradient.node)
    return x, y, radius


def _framed(shade: Shade) -> Shade:
    """The same with a stop at 0 and at 1. Of two at one end the outer one goes on past it, so the end moves out."""
    stops, start = shade.stops, shade.start
    low = _lead(start) if any(replace(stops[0], offset=0.0) != one for one in stops if one.offset == 0) else 0.0
    high = 2.0 if any(replace(stops[-1], offset=1.0) != one for one in stops if one.offset == 1) else 1.0
    if (low, high) != (0.0, 1.0):
        shade = _lengthened(shade, low, high)
        stops = tuple(replace(stop, offset=(stop.offset - low) / (high - low)) for stop in stops)
    first, last = replace(stops[0], offset=0.0), replace(stops[-1], offset=1.0)
    return replace(shade, stops=_distinct((first, *stops, last)))


def _lead(start: tuple[float, float, float] | None) -> float:
    """How far a gradient reaches back before its first stop: as far as one likes, or to the middle of its circle."""
    return -1.0 if start is None else -start[2] / (1 - start[2])


def _lengthened(shade: Shade, low: float, high: float) -> Shade:
    """The same colours with ends where `low` and `high` are now (0 and 1 change nothing)."""
    from fontTools.misc.transform import Transform

    space = Transform(*shade.matrix)
    if shade.start is None:
        return replace(shade, matrix=tuple(space.translate(low, 0).scale(high - low, 1)))
    x, y, radius = shade.start
    size = radius + high * (1 - radius)
    moved = space.translate(x * (1 - high), y * (1 - high)).scale(size, size)
    start = x * (high - low) / size, y * (high - low) / size, max(radius + low * (1 - radius), 0.0) / size
    return replace(shade, matrix=tuple(moved), start=start)


def _distinct(stops: tuple[Stop, ...]) -> tuple[Stop, ...]:
    """Without stops that follow an equal one."""
    return tuple(stop for number, stop in enumerate(stops) if number == 0 or stop != stops[number - 1])
