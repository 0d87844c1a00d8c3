"""Lines and their half widths in, the outlines of strokes with such a pen out.

Both edges are offset first and fitted then: a fitted middle would need knots wherever the width changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from generator.figure.arrays import Array, unit
from generator.figure.lines.fit import fit_curves
from generator.figure.lines.vector import Subpath

_LONGEST = 520.0  # of a line that is drawn in one go
_SHARP = 0.1  # cosine between the ways before and behind a corner
_AFTER_CORNER = 26.0  # no cut sooner than this after another
_REACH = 4  # points: how far a corner reaches
_OVERLAP = 6  # points that two pieces have in common


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A line (n, 2) and its half widths (n,). A closed one repeats its first point at the end."""

    path: Array
    half: Array
    closed: bool = False


def ribbons(lines: Sequence[Ribbon], tolerance: float) -> list[Subpath]:
    """The outlines of all lines; long ones and those with sharp turns come in pieces that overlap.

    Where one outline met itself (a narrow gap between arm and trunk), the even-odd rule would leave white specks.
    The unit of the tolerance is that of the points.
    """
    sides = [side for line in lines for side in _sides(line)]
    curves = fit_curves(sides, tolerance, [False] * len(sides))
    return [_outline(one, other) for one, other in zip(curves[::2], curves[1::2], strict=True)]


def _outline(there: Array, back: Array) -> Subpath:
    points = [there[:1, 0], there[:, 1:].reshape(-1, 2), back[:1, 0], back[:, 1:].reshape(-1, 2)]
    return Subpath(np.vstack(points), "c" * len(there) + "l" + "c" * len(back))


def _sides(line: Ribbon) -> list[Array]:
    """Of each piece the left edge, and the right one on the way back."""
    count = len(line.path)
    aside = line.half[:, None] * _normals(line)
    left, right = line.path + aside, line.path - aside
    sides = []
    for start, end in pairwise(_cuts(line)):
        if line.closed:  # the last piece overlaps the first
            chosen = np.arange(start, end + _OVERLAP + 1) % (count - 1)
        else:
            chosen = np.arange(start, min(end + _OVERLAP, count - 1) + 1)
        sides += [left[chosen], right[chosen[::-1]]]
    return sides


def _normals(line: Ribbon) -> Array:
    """Unit vectors to the left of the way at every point."""
    count, i = len(line.path), np.arange(len(line.path))
    if line.closed and count > 3:
        ahead, behind = (i + 2) % (count - 1), (i - 2) % (count - 1)
    else:
        ahead, behind = np.minimum(i + 2, count - 1), np.maximum(i - 2, 0)
    way = unit(line.path[ahead] - line.path[behind])
    return np.stack([-way[:, 1], way[:, 0]], 1)


def _cuts(line: Ribbon) -> list[int]:
    """Points where pieces begin and end."""
    last = len(line.path) - 1
    steps = np.diff(line.path, axis=0)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*steps.T))])
    if along[-1] < _LONGEST or last < 4 * _REACH:
        return [0, last // 2, last] if line.closed and last > 1 else [0, last]
    way = unit(steps)
    sharp = np.zeros(last + 1, dtype=bool)
    sharp[_REACH + 1 : last - _REACH] = (way[: last - 2 * _REACH - 1] * way[2 * _REACH + 1 :]).sum(1) < _SHARP
    cuts = [0]
    for point in range(2 * _REACH, last - 2 * _REACH):
        since = along[point] - along[cuts[-1]]
        if since > _LONGEST or (sharp[point] and since > _AFTER_CORNER):
            cuts.append(point)
    return [*cuts, last]
