"""A picture as plain data: paths in named colours, in painting order, independent of theme and file format.

Conventions of the whole house: x runs right, y runs DOWN, lengths are points (1/72 inch), angles are degrees.
A path is a string in the operator grammar of PDF (ISO 32000-1, 8.5.2): `x y m` moves, `x y l` draws a line,
`x1 y1 x2 y2 x3 y3 c` a cubic Bezier, `h` closes. Its numbers are in the drawing's own `unit` (points per path unit),
so that figures can keep small integers, and count from `at`: numbers of three digits instead of four are a seventh of a
file. That string is what costs nothing to load, to hash and to write.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.shapes.gradient import Gradient


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled path (even-odd rule). `colour` is a name that the theme turns into ink, or `#rrggbb` as it stands.

    A `shade` is what paints it; `colour` is then only the one that comes nearest. `at` is where 0, 0 of the path and of
    the shade lies in the drawing, in path units.
    """

    path: str
    colour: str
    shade: Gradient | None = None
    at: tuple[float, float] = (0, 0)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A stroked path; `width` and `dash` are in path units, `at` as for a fill. Round caps and joins."""

    path: str
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    at: tuple[float, float] = (0, 0)


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside a drawing (anatomy plates); `key` is looked up in the wording, `x`, `y` are points (baseline)."""

    key: str
    x: float
    y: float
    anchor: str = "start"  # start | middle | end


@dataclass(frozen=True, slots=True)
class Drawing:
    """`width` and `height` in points at scale 1; `unit` is points per path unit; `ops` in painting order."""

    width: float
    height: float
    ops: tuple[Fill | Stroke, ...]
    unit: float = 1.0
    labels: tuple[Label, ...] = ()
