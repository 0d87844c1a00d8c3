"""What an SVG shape is painted with: a flat colour or a gradient, and what is seen where one lies on another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.pictures.svg.colour import Colour, hexadecimal, mix
from generator.pictures.svg.tree import Node
from generator.shapes.drawing import Fill
from generator.shapes.gradient import Gradient, Matrix


class Inexact(Exception):
    """The picture could only be drawn as something else than it is; the texts are fit for a user."""

    def __init__(self, message: str, hint: str, node: Node) -> None:
        super().__init__(message)
        self.hint, self.node = hint, node


@dataclass(frozen=True, slots=True)
class Stop:
    """Where on a gradient (0 to 1) which colour stands, and how opaque it is (0 to 1)."""

    offset: float
    colour: Colour
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Shade:
    """A gradient on the grid: `matrix`, `start` and the order of stops are those of a `Gradient`."""

    matrix: Matrix
    stops: tuple[Stop, ...]
    start: tuple[float, float, float] | None = None

    @property
    def is_opaque(self) -> bool:
        return all(stop.opacity == 1 for stop in self.stops)


Ink = Colour | Shade


def laid_on(ink: Ink, opacity: float, ground: Ink, node: Node) -> Ink:
    """The opaque ink that is seen where one lies on another.

    Mixing with one colour is exact for a gradient, too: it runs from mixed stop to mixed stop. Raises Inexact where
    both are gradients.
    """
    if isinstance(ink, Shade):
        if isinstance(ground, Shade):
            raise Inexact(
                "a half-transparent gradient lies on another gradient",
                "make it opaque, or save the picture as PNG",
                node,
            )
        stops = (Stop(one.offset, mix(one.colour, one.opacity * opacity, ground)) for one in ink.stops)
        return replace(ink, stops=tuple(stops))
    if isinstance(ground, Shade):
        return replace(ground, stops=tuple(replace(one, colour=mix(ink, opacity, one.colour)) for one in ground.stops))
    return mix(ink, opacity, ground)


def filled(path: str, ink: Ink) -> Fill:
    """The path in an opaque ink."""
    if not isinstance(ink, Shade):
        return Fill(path, hexadecimal(ink))
    stops = tuple((round(stop.offset, 5), hexadecimal(stop.colour)) for stop in ink.stops)
    return Fill(path, stops[len(stops) // 2][1], Gradient(ink.matrix, stops, ink.start))
