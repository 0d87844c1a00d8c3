"""Plain plane geometry: points and angles in, points out.

Conventions of the whole house, stated once: x runs right, y runs DOWN, the unit is the point (1/72 inch), angles are
degrees. The room figure/ computes with x right and y up, in metres or pixels, and turns its results over into these
conventions in one place (figure/vector.py).
"""

from __future__ import annotations

import math

Point = tuple[float, float]

MM = 72 / 25.4  # points per millimetre


def distance(a: Point, b: Point) -> float:
    """Length of the straight line between two points."""
    return math.hypot(b[0] - a[0], b[1] - a[1])


def bounds(points: list[Point]) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) of some points; ValueError when there are none."""
    if not points:
        raise ValueError("bounds of no points")
    xs = [p[0] for p in points]
    ys = [p[1] for p in points]
    return (min(xs), min(ys), max(xs), max(ys))
