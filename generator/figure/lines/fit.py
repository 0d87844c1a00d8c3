"""Polylines to cubic Beziers: all lines of a drawing are fitted in one go, every segment by least squares.

Schneider's algorithm (Graphics Gems, 1990), but over arrays: each round fits all open segments at once and splits those
that miss by more than the tolerance. Then neighbours become one again where one cubic is enough for both: where a
segment is split first is seldom where a knot is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from generator.figure.arrays import Array, unit

_SAMPLES = 17  # points per segment that are compared with the curve
_ROUNDS = 16
_STEPS = 8  # Newton steps of the samples towards the curve; each round of them saves knots
_LONGEST = 160  # points of a segment: the samples of a longer one would miss its corners
_LARGEST_ARC = 0.45  # of a closed line: a whole loop is never one cubic
_U = np.linspace(0.0, 1.0, _SAMPLES)

Segment = tuple[int, int, int]  # line, first and last point
# By line and first point: last point, and control points.
Fitted = dict[tuple[int, int], tuple[int, Array]]


def fit_curves(lines: Sequence[Array], tolerance: float, closed: Sequence[bool]) -> list[Array]:
    """A chain of k cubics for each polyline (n, 2) of at least two points: control points (k, 4, 2).

    Closed lines repeat their first point at the end. The unit of the tolerance is that of the points.
    """
    if not lines:
        return []
    tangents = [_tangents(line, is_closed) for line, is_closed in zip(lines, closed, strict=True)]
    fitted = _split(lines, tangents, _first_segments(lines, closed), tolerance)
    _join(lines, tangents, fitted, closed, tolerance)
    parts: list[list[Array]] = [[] for _ in lines]
    for line, start in sorted(fitted):
        parts[line].append(fitted[line, start][1])
    return [np.array(each) for each in parts]


def _split(lines: Sequence[Array], tangents: Sequence[Array], todo: list[Segment], tolerance: float) -> Fitted:
    """Segments that all keep the tolerance, or are too short to be split."""
    done: Fitted = {}
    for round_number in range(_ROUNDS):
        if not todo:
            break
        control, error, worst = _fit_segments(lines, tangents, todo)
        following: list[Segment] = []
        for i, (line, start, end) in enumerate(todo):
            if error[i] <= tolerance or end - start < 3 or round_number == _ROUNDS - 1:
                done[line, start] = end, control[i]
                continue
            middle = start + round(worst[i] * (end - start))
            middle = min(max(middle, start + 1), end - 1)
            following += [(line, start, middle), (line, middle, end)]
        todo = following
    return done


def _join(
    lines: Sequence[Array], tangents: Sequence[Array], fitted: Fitted, closed: Sequence[bool], tolerance: float
) -> None:
    """Makes one segment of two neighbours until no two can be one."""
    longest = [
        min(_LONGEST, _LARGEST_ARC * len(line)) if is_closed else _LONGEST
        for line, is_closed in zip(lines, closed, strict=True)
    ]
    refused: set[Segment] = set()
    while pairs := [pair for pair in _neighbours(fitted, longest) if pair not in refused]:
        control, error, _ = _fit_segments(lines, tangents, pairs)
        refused.update(pair for pair, miss in zip(pairs, error, strict=True) if miss > tolerance)
        touched: set[tuple[int, int]] = set()
        for i in np.argsort(error, kind="stable"):  # best fits first
            line, start, end = pair = pairs[i]
            middle = 0 if (line, start) in touched else fitted[line, start][0]
            if pair in refused or {(line, start), (line, middle)} & touched:
                continue
            touched |= {(line, start), (line, middle)}
            del fitted[line, middle]
            fitted[line, start] = end, control[i]


def _neighbours(fitted: Fitted, longest: Sequence[float]) -> Iterator[Segment]:
    """Two segments each that would not be too long as one."""
    for (line, start), (middle, _) in fitted.items():
        end = fitted[line, middle][0] if (line, middle) in fitted else start
        if start < end <= start + longest[line]:
            yield line, start, end


def _tangents(line: Array, closed: bool) -> Array:
    n = len(line)
    i = np.arange(n)
    if closed and n > 8:
        ahead, behind = (i + 3) % (n - 1), (i - 3) % (n - 1)
    else:
        ahead, behind = np.minimum(i + 3, n - 1), np.maximum(i - 3, 0)
    return unit(line[ahead] - line[behind])


def _first_segments(lines: Sequence[Array], closed: Sequence[bool]) -> list[Segment]:
    segments = []
    for number, line in enumerate(lines):
        last = len(line) - 1
        pieces = last // _LONGEST + 1
        wanted = {0, last, *(last * i // pieces for i in range(1, pieces))}
        if closed[number] and last > 8:
            wanted |= {last // 3, 2 * last // 3}  # a whole loop is never one cubic
        knots = sorted(k for k in wanted if 0 <= k <= last)
        segments += [(number, a, b) for a, b in pairwise(knots)]
    return segments


def _fit_segments(
    lines: Sequence[Array], tangents: Sequence[Array], segments: list[Segment]
) -> tuple[Array, Array, Array]:
    points = np.empty((len(segments), _SAMPLES, 2))
    first, last = np.empty((len(segments), 2)), np.empty((len(segments), 2))
    for i, (line, start, end) in enumerate(segments):
        at = start + _U * (end - start)
        low = np.minimum(at.astype(int), end - 1)
        share = (at - low)[:, None]
        points[i] = lines[line][low] * (1 - share) + lines[line][low + 1] * share
        first[i], last[i] = tangents[line][start], -tangents[line][end]
    u = _arc_length(points)
    control = _least_squares(points, u, first, last)
    for _ in range(_STEPS):
        u = _reparametrised(points, control, u)
        control = _least_squares(points, u, first, last)
    error = np.hypot(*np.moveaxis(_evaluate(control, u) - points, -1, 0))
    worst = error.argmax(1)
    # Split where the curve is worst, but not too close to an end.
    return control, error.max(1), np.clip(_U[worst], 0.2, 0.8)


def _arc_length(points: Array) -> Array:
    steps = np.hypot(*np.moveaxis(np.diff(points, axis=1), -1, 0))
    along = np.concatenate([np.zeros((len(points), 1)), np.cumsum(steps, 1)], 1)
    result: Array = along / np.maximum(along[:, -1:], 1e-12)
    return result


def _bernstein(u: Array) -> tuple[Array, Array, Array, Array]:
    v = 1 - u
    return v**3, 3 * u * v**2, 3 * u**2 * v, u**3


def _evaluate(control: Array, u: Array) -> Array:
    weights = np.stack(_bernstein(u), -1)
    result: Array = weights @ control
    return result


def _least_squares(points: Array, u: Array, first: Array, last: Array) -> Array:
    b0, b1, b2, b3 = _bernstein(u)
    start, end = points[:, 0], points[:, -1]
    base = (b0 + b1)[..., None] * start[:, None] + (b2 + b3)[..., None] * end[:, None]
    rest = points - base
    c11, c22 = (b1 * b1).sum(1), (b2 * b2).sum(1)
    c12 = (b1 * b2).sum(1) * (first * last).sum(1)
    r1 = (b1 * (rest * first[:, None]).sum(-1)).sum(1)
    r2 = (b2 * (rest * last[:, None]).sum(-1)).sum(1)
    det = c11 * c22 - c12 * c12
    safe = np.where(np.abs(det) > 1e-12, det, 1.0)
    chord = np.hypot(*(end - start).T)
    one, two = (r1 * c22 - r2 * c12) / safe, (r2 * c11 - r1 * c12) / safe
    # Handles that would loop or vanish: a third of the chord, Wu and Barsky's rule.
    good = (np.abs(det) > 1e-12) & (np.minimum(one, two) > 0.02 * chord) & (np.maximum(one, two) < 3.0 * chord + 1e-9)
    one, two = np.where(good, one, chord / 3), np.where(good, two, chord / 3)
    return np.stack([start, start + first * one[:, None], end + last * two[:, None], end], 1)


def _reparametrised(points: Array, control: Array, u: Array) -> Array:
    # One Newton step of every sample towards the nearest point of the curve.
    d1 = 3 * np.diff(control, axis=1)
    d2 = 2 * np.diff(d1, axis=1)
    v = 1 - u
    slope = np.stack([v * v, 2 * u * v, u * u], -1) @ d1
    bend = np.stack([v, u], -1) @ d2
    off = _evaluate(control, u) - points
    top = (off * slope).sum(-1)
    bottom = (slope * slope).sum(-1) + (off * bend).sum(-1)
    moved = u - np.where(np.abs(bottom) > 1e-12, top / np.where(np.abs(bottom) > 1e-12, bottom, 1.0), 0.0)
    moved[:, 0], moved[:, -1] = 0.0, 1.0
    result: Array = np.maximum.accumulate(np.clip(moved, 0.0, 1.0), axis=1)
    return result
