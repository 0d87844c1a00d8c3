"""A gradient in, the shading dictionary that paints it out (ISO 32000-1, 8.7.4.5)."""

from __future__ import annotations

from itertools import pairwise

from generator.output.syntax import numbers
from generator.shapes.gradient import Gradient

_STOP = tuple[float, tuple[float, ...]]


def shading(gradient: Gradient) -> str:
    """An axial or radial shading that goes on past both its ends. Grey where all of it is grey, as inks are."""
    colours = [tuple(value / 255 for value in bytes.fromhex(colour[1:])) for _, colour in gradient.stops]
    is_grey = all(red == green == blue for red, green, blue in colours)
    offsets = [offset for offset, _ in gradient.stops]
    stops = [(at, colour[:1] if is_grey else colour) for at, colour in zip(offsets, colours, strict=True)]
    space = "DeviceGray" if is_grey else "DeviceRGB"
    if gradient.start is None:
        kind, ends = 2, numbers(0, 0, 1, 0)
    else:
        kind, ends = 3, numbers(*gradient.start, 0, 0, 1, digits=5)
    return f"<</ShadingType {kind}/ColorSpace/{space}/Coords[{ends}]/Extend[true true]/Function{_function(stops)}>>"


def _function(stops: list[_STOP]) -> str:
    """From 0 to 1 through all stops. Two at one offset are a hard edge: nothing lies between them."""
    pieces = [(one, other) for one, other in pairwise(stops) if f"{one[0]:.5f}" != f"{other[0]:.5f}"]
    parts = [_between(one[1], other[1]) for one, other in pieces]
    if len(parts) == 1:
        return parts[0]
    bounds = numbers(*(other[0] for _, other in pieces[:-1]), digits=5)
    encode = " ".join(["0 1"] * len(parts))
    return f"<</FunctionType 3/Domain[0 1]/Functions[{''.join(parts)}]/Bounds[{bounds}]/Encode[{encode}]>>"


def _between(one: tuple[float, ...], other: tuple[float, ...]) -> str:
    return f"<</FunctionType 2/Domain[0 1]/N 1/C0[{numbers(*one, digits=3)}]/C1[{numbers(*other, digits=3)}]>>"
