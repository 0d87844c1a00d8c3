"""A path in, the operators that fill it with diagonal lines out: a tone that a photocopier cannot lose."""

from __future__ import annotations

import math
import re

from generator.output.syntax import Unwritable, numbers, path

# How a tone is hatched where nobody says otherwise, in points: open enough for a coarse office copier.
PITCH = 2.4
WIDTH = 0.75

_OPERATOR = re.compile(r"[mlch]")
_MOST_LINES = 5000


def extent(operators: str) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a path's points, control points included; the curve lies within them."""
    values = [float(word) for word in _OPERATOR.sub(" ", path(operators)).split()]
    if len(values) < 2:
        raise Unwritable("a path without points")
    return min(values[::2]), min(values[1::2]), max(values[::2]), max(values[1::2])


def hatch(operators: str, pitch: float, width: float, at: tuple[float, float] = (0, 0)) -> str:
    """Lines at 45 degrees, `pitch` apart, clipped to the path. They stand on one grid, so neighbours match up.

    `at` is where 0, 0 of the path lies in that grid.
    """
    if pitch <= 0:
        raise Unwritable(f"hatch lines {pitch} apart")
    left, top, right, bottom = extent(operators)
    step = pitch * math.sqrt(2)
    before = sum(at)
    first, last = math.floor((left + top + before) / step), math.ceil((right + bottom + before) / step)
    if last - first > _MOST_LINES:
        raise Unwritable(f"{last - first} hatch lines; {_MOST_LINES} are the most")
    # Each line is where x + y is a whole multiple of the step, drawn from the left edge to the right one.
    sums = [index * step - before for index in range(first, last + 1)]
    lines = [f"{numbers(left, total - left)} m {numbers(right, total - right)} l" for total in sums]
    return f"q {operators} W* n {numbers(width)} w 0 J [] 0 d {' '.join(lines)} S Q"
