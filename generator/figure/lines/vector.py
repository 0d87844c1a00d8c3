"""The canvas: outlines in points (y up, origin anywhere) are collected, and turned once into a Drawing (y down)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

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
        ops = tuple(_op(mark, shift) for mark in _merged(self.marks))
        return Drawing(float(size[0] * UNIT), float(size[1] * UNIT), ops, UNIT)


def _op(mark: Mark, shift: Array) -> Fill | Stroke:
    whole = [np.rint((part.points * np.array([1.0, -1.0]) + shift) / UNIT).astype(int) for part in mark.outline]
    low = np.min([numbers.min(0) for numbers in whole], 0)
    paths = [_path((numbers - low).tolist(), part) for numbers, part in zip(whole, mark.outline, strict=True)]
    at = (int(low[0]), int(low[1]))
    if not mark.width:  # a fill closes what is open
        return Fill(" ".join(paths), mark.colour, at=at)
    closed = [path + " h" * part.closed for path, part in zip(paths, mark.outline, strict=True)]
    dash = tuple(round(d / UNIT) for d in mark.dash)
    return Stroke(" ".join(closed), mark.colour, round(mark.width / UNIT, 1), dash, at)


def _path(numbers: list[list[int]], subpath: Subpath) -> str:
    words = [f"{numbers[0][0]} {numbers[0][1]} m"]
    at = 1
    for operator in subpath.operators:
        count = 3 if operator == "c" else 1
        words.append(" ".join(f"{x} {y}" for x, y in numbers[at : at + count]) + " " + operator)
        at += count
    return " ".join(words)


def _alike(one: Mark, other: Mark) -> bool:
    return (one.colour, one.width, one.dash) == (other.colour, other.width, other.dash)


def _merged(marks: Iterable[Mark]) -> list[Mark]:
    # Neighbouring strokes that look the same become one operator; fills stay apart, they may overlap (even-odd).
    merged: list[Mark] = []
    for mark in marks:
        if mark.width and merged and _alike(mark, merged[-1]):
            mark = replace(mark, outline=(*merged.pop().outline, *mark.outline))
        merged.append(mark)
    return merged
