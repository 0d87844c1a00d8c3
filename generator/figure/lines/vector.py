"""The canvas: outlines in points (y up, origin anywhere) are collected, and turned once into a Drawing (y down)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from generator.figure.arrays import Array
from generator.shapes.drawing import Drawing, Fill, Stroke

UNIT = 0.1  # points per path unit: 0.035 mm, finer than any printer, and numbers of four digits


@dataclass(frozen=True, slots=True)
class Subpath:
    """A start point and operators `l` (one point each) and `c` (three): points (n, 2) in order."""

    points: Array
    operators: str
    closed: bool = True

    def moved(self, factor: float, shift: Array) -> Subpath:
        """The subpath scaled, then shifted."""
        return Subpath(self.points * factor + shift, self.operators, self.closed)


Outline = Sequence[Subpath]


def curve_subpath(control: Array, closed: bool = True) -> Subpath:
    """A fitted chain of cubics (k, 4, 2) as one subpath."""
    points = np.vstack([control[:1, 0], control[:, 1:].reshape(-1, 2)])
    return Subpath(points, "c" * len(control), closed)


def polygon(corners: Array, closed: bool = True) -> Subpath:
    """Straight lines through corners (n, 2)."""
    return Subpath(np.asarray(corners, dtype=float), "l" * (len(corners) - 1), closed)


@dataclass(frozen=True, slots=True)
class Mark:
    """One painted thing; `width` 0 is a fill, else a stroke of that many points."""

    colour: str
    outline: tuple[Subpath, ...]
    width: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(slots=True)
class Canvas:
    """Marks in painting order."""

    marks: list[Mark] = field(default_factory=list)

    def fill(self, colour: str, outline: Iterable[Subpath]) -> None:
        """Paint the inside of an outline (even-odd)."""
        found = tuple(outline)
        if found:
            self.marks.append(Mark(colour, found))

    def stroke(self, colour: str, outline: Iterable[Subpath], width: float, dash: tuple[float, ...] = ()) -> None:
        """Paint along an outline."""
        found = tuple(outline)
        if found:
            self.marks.append(Mark(colour, found, width, dash))

    def add(self, other: Canvas) -> None:
        """Paint all marks of another canvas on top."""
        self.marks += other.marks

    def scaled(self, factor: float) -> Canvas:
        """The whole picture larger or smaller, lines included."""
        none = np.zeros(2)
        return Canvas(
            [
                Mark(m.colour, tuple(part.moved(factor, none) for part in m.outline), m.width * factor, m.dash)
                for m in self.marks
            ]
        )

    def bounds(self) -> tuple[Array, Array]:
        """Lowest and highest coordinates over all points, stroke widths included."""
        low, high = np.full(2, np.inf), np.full(2, -np.inf)
        for mark in self.marks:
            for subpath in mark.outline:
                low = np.minimum(low, subpath.points.min(0) - mark.width / 2)
                high = np.maximum(high, subpath.points.max(0) + mark.width / 2)
        return low, high

    def drawing(self, low: Array, high: Array) -> Drawing:
        """The marks inside a box from `low` to `high` (points, y up) as a Drawing."""
        size = np.ceil((high - low) / UNIT)
        shift = np.array([-low[0], high[1]])
        ops = tuple(_op(mark, shift) for mark in self.marks)
        return Drawing(float(size[0] * UNIT), float(size[1] * UNIT), _merged(ops), UNIT)


def _op(mark: Mark, shift: Array) -> Fill | Stroke:
    if not mark.width:  # a fill closes what is open
        return Fill(" ".join(_path(subpath, shift) for subpath in mark.outline), mark.colour)
    path = " ".join(_path(subpath, shift) + " h" * subpath.closed for subpath in mark.outline)
    dash = tuple(round(d / UNIT) for d in mark.dash)
    return Stroke(path, mark.colour, round(mark.width / UNIT, 1), dash)


def _path(subpath: Subpath, shift: Array) -> str:
    turned = subpath.points * np.array([1.0, -1.0]) + shift
    numbers = np.rint(turned / UNIT).astype(int).tolist()
    words = [f"{numbers[0][0]} {numbers[0][1]} m"]
    at = 1
    for operator in subpath.operators:
        count = 3 if operator == "c" else 1
        words.append(" ".join(f"{x} {y}" for x, y in numbers[at : at + count]) + " " + operator)
        at += count
    return " ".join(words)


def _alike(one: Stroke, other: Stroke) -> bool:
    return (one.colour, one.width, one.dash) == (other.colour, other.width, other.dash)


def _merged(ops: tuple[Fill | Stroke, ...]) -> tuple[Fill | Stroke, ...]:
    # Neighbouring strokes that look the same become one operator; fills stay apart, they may overlap (even-odd).
    merged: list[Fill | Stroke] = []
    for op in ops:
        last = merged[-1] if merged else None
        if isinstance(op, Stroke) and isinstance(last, Stroke) and _alike(op, last):
            merged[-1] = Stroke(f"{last.path} {op.path}", op.colour, op.width, op.dash)
        else:
            merged.append(op)
    return tuple(merged)
