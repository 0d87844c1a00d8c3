"""Colours that run into one another across a filled path, as plain data."""

from __future__ import annotations

from dataclasses import dataclass

# a b c d e f: x' = a x + c y + e, y' = b x + d y + f, as SVG and PDF write it.
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Gradient:
    """Colours along a line, or from a circle to one around it; past the ends the first and last colours go on.

    `matrix` takes the gradient's own space to path units. There the line runs from 0, 0 to 1, 0; with a `start`
    (x, y, radius) colours run from that circle to the one of radius 1 around 0, 0, inside which it lies.
    `stops` are offsets that never fall, the first 0 and the last 1, each with its `#rrggbb`.
    """

    matrix: Matrix
    stops: tuple[tuple[float, str], ...]
    start: tuple[float, float, float] | None = None
