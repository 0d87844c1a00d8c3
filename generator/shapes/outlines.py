"""Outlines of simple forms as path strings (the grammar of `Drawing`): rectangle, circle, polygon."""

from __future__ import annotations

import math
from collections.abc import Sequence

# Length of a Bezier handle that makes a quarter circle of radius 1 (error below 0.03 %).
_ARC = 4 / 3 * (math.sqrt(2) - 1)


def number(value: float) -> str:
    """A coordinate with at most two decimals (0.0035 mm), as short as it goes."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def polygon(points: Sequence[tuple[float, float]]) -> str:
    """A closed polygon."""
    parts = [f"{number(x)} {number(y)} {'l' if index else 'm'}" for index, (x, y) in enumerate(points)]
    return " ".join([*parts, "h"])


def rectangle(x: float, y: float, width: float, height: float, radius: float = 0.0) -> str:
    """A rectangle, its corners rounded by `radius`."""
    if not radius:
        return polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
    r, k = radius, radius * (1 - _ARC)
    right, bottom = x + width, y + height
    return " ".join(
        [
            _move(x + r, y),
            _line(right - r, y),
            _curve(right - k, y, right, y + k, right, y + r),
            _line(right, bottom - r),
            _curve(right, bottom - k, right - k, bottom, right - r, bottom),
            _line(x + r, bottom),
            _curve(x + k, bottom, x, bottom - k, x, bottom - r),
            _line(x, y + r),
            _curve(x, y + k, x + k, y, x + r, y),
            "h",
        ]
    )


def circle(x: float, y: float, radius: float) -> str:
    """A circle around x, y."""
    return rectangle(x - radius, y - radius, 2 * radius, 2 * radius, radius)


def octagon(x: float, y: float, radius: float) -> str:
    """A stop sign around x, y, flat side up; `radius` reaches its corners."""
    angles = [math.radians(22.5 + 45 * corner) for corner in range(8)]
    return polygon([(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles])


def _move(x: float, y: float) -> str:
    return f"{number(x)} {number(y)} m"


def _line(x: float, y: float) -> str:
    return f"{number(x)} {number(y)} l"


def _curve(*values: float) -> str:
    return " ".join(number(value) for value in values) + " c"
