"""Operations of a drawing in, the operators that paint them out; says again only what has changed.

Colours said once for all lines of ink, and numbers that count from where each path is: a sixth of a figure's bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.output.hatch import PITCH, WIDTH, hatch
from generator.output.shading import shading
from generator.output.syntax import Unwritable, colour, number, numbers, path
from generator.page.page import Ink
from generator.shapes.drawing import Fill, Stroke
from generator.shapes.gradient import Gradient

_RGB = re.compile("#[0-9A-Fa-f]{6}")


class Brush:
    """Paints one drawing; `unit` is points per path unit, and `shades` gathers the names of its shadings."""

    def __init__(self, inks: Mapping[str, Ink], unit: float) -> None:
        self.shades: dict[str, str] = {}
        self._inks = inks
        self._unit = unit
        self._at: tuple[float, float] = (0, 0)
        self._set: dict[str, str] = {}  # what of a state -> the operator that set it last

    def paint(self, op: Fill | Stroke) -> Iterator[str]:
        """The operators; each counts on those before it."""
        if op.at != self._at:
            yield f"1 0 0 1 {numbers(op.at[0] - self._at[0], op.at[1] - self._at[1])} cm"
            self._at = op.at
        if isinstance(op, Stroke):
            yield from self._stroked(op)
        elif op.shade:
            yield self._shaded(op.path, op.shade)
        else:
            yield from self._filled(op)

    def _once(self, key: str, operator: str) -> Iterator[str]:
        if self._set.get(key) != operator:
            self._set[key] = operator
            yield operator

    def _ink(self, colour_name: str) -> Ink:
        if _RGB.fullmatch(colour_name):
            red, green, blue = bytes.fromhex(colour_name[1:])
            return Ink(red / 255, green / 255, blue / 255)
        if colour_name not in self._inks:
            raise Unwritable(f"a drawing uses the colour {colour_name!r}, which has no ink")
        return self._inks[colour_name]

    def _filled(self, fill: Fill) -> Iterator[str]:
        ink = self._ink(fill.colour)
        yield from self._once("fill", colour(ink))
        yield f"{path(fill.path)} f*"
        if ink.hatch:
            yield from self._once("stroke", colour(ink.hatch, stroke=True))
            yield hatch(fill.path, PITCH / self._unit, WIDTH / self._unit, fill.at)

    def _shaded(self, outline: str, shade: Gradient) -> str:
        """Paints the gradient through the path."""
        key = self.shades.setdefault(shading(shade), f"S{len(self.shades)}")
        return f"q {path(outline)} W* n {numbers(*shade.matrix, digits=5)} cm /{key} sh Q"

    def _stroked(self, stroke: Stroke) -> Iterator[str]:
        yield from self._once("stroke", colour(self._ink(stroke.colour), stroke=True))
        yield from self._once("width", number(stroke.width) + " w")
        if stroke.dash or "dash" in self._set:
            yield from self._once("dash", f"[{numbers(*stroke.dash)}] 0 d")
        yield f"{path(stroke.path)} S"
