"""Smooth curves through given points: points in; Bezier segments, samples and path strings out (no numpy)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from generator.shapes.geometry import Point, distance
from generator.shapes.path import number_text

Segment = tuple[Point, Point, Point, Point]


def smooth(points: Sequence[Point], closed: bool = False) -> list[Segment]:
    """Cubic Beziers of the centripetal Catmull-Rom spline through the points.

    Centripetal, because the uniform spline loops where a short step follows a long one (Yuksel, Schaefer and Keyser,
    "Parameterization and applications of Catmull-Rom curves", 2011). Points that coincide are taken once.
    """
    knots = [p for i, p in enumerate(points) if i == 0 or distance(p, points[i - 1]) > 1e-9]
    if closed and len(knots) > 1 and distance(knots[0], knots[-1]) < 1e-9:
        knots.pop()
    if len(knots) < 2:
        return []
    count = len(knots)
    if closed:
        return [_segment(*(knots[(i + step) % count] for step in (-1, 0, 1, 2))) for i in range(count)]
    first = _beyond(knots[1], knots[0])
    last = _beyond(knots[-2], knots[-1])
    line = [first, *knots, last]
    return [_segment(*line[i : i + 4]) for i in range(count - 1)]


def _beyond(a: Point, b: Point) -> Point:
    return (2 * b[0] - a[0], 2 * b[1] - a[1])


def _segment(before: Point, a: Point, b: Point, after: Point) -> Segment:
    before_, middle, after_ = (math.sqrt(distance(p, q)) for p, q in ((before, a), (a, b), (b, after)))
    return (a, _handle(before, a, b, before_, middle), _handle(after, b, a, after_, middle), b)


def _handle(outer: Point, own: Point, other: Point, far: float, near: float) -> Point:
    """The control point beside `own`, on the way to `other`."""
    if far < 1e-9:
        return ((2 * own[0] + other[0]) / 3, (2 * own[1] + other[1]) / 3)
    scale = 3 * far * (far + near)
    weight = 2 * far * far + 3 * far * near + near * near
    x, y = ((far * far * q - near * near * o + weight * p) / scale for o, p, q in zip(outer, own, other, strict=True))
    return (x, y)


def sample(segments: Sequence[Segment], each: int = 12) -> list[Point]:
    """Points along the curve, `each` to a segment, both ends included."""
    found = [_at(segment, step / each) for segment in segments for step in range(each)]
    return [*found, segments[-1][3]] if segments else []


def _at(segment: Segment, t: float) -> Point:
    u = 1 - t
    weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    x, y = (sum(w * p[axis] for w, p in zip(weights, segment, strict=True)) for axis in (0, 1))
    return (x, y)


def evenly(points: Sequence[Point], count: int) -> list[Point]:
    """`count` points at equal distances along a polyline."""
    lengths = [0.0]
    for a, b in pairwise(points):
        lengths.append(lengths[-1] + distance(a, b))
    found: list[Point] = []
    index = 0
    for step in range(count):
        wanted = lengths[-1] * step / (count - 1)
        while index < len(points) - 2 and lengths[index + 1] < wanted:
            index += 1
        stretch = lengths[index + 1] - lengths[index]
        t = (wanted - lengths[index]) / stretch if stretch > 1e-12 else 0.0
        a, b = points[index], points[index + 1]
        found.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
    return found


def path_of(segments: Sequence[Segment], unit: float, closed: bool = False) -> str:
    """The path string of a curve whose points are in page points; its numbers are whole multiples of `unit`."""
    if not segments:
        return ""
    words = [*_numbers(segments[0][0], unit), "m"]
    for _, first, second, end in segments:
        words += [*_numbers(first, unit), *_numbers(second, unit), *_numbers(end, unit), "c"]
    return " ".join([*words, "h"] if closed else words)


def _numbers(point: Point, unit: float) -> tuple[str, str]:
    return (number_text(round(point[0] / unit)), number_text(round(point[1] / unit)))
