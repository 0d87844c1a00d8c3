"""The three shapes of the pain rule without a number, beside what each means for the next week."""

from __future__ import annotations

from generator.page.measures import Style
from generator.page.page import Element, Shape
from generator.page.signs import decoration
from generator.shapes.outlines import circle, octagon, polygon

_LINE = 1.4
_HATCH = (2.6, 0.75)

KINDS = ("go", "care", "stop")


def bare_shape(style: Style, kind: str, x: float, y: float, size: float) -> Element:
    """In a square of `size` at x, y."""
    inks, middle = style.inks, (x + size / 2, y + size / 2)
    if kind == "go":
        radius = size / 2 - _LINE / 2
        return decoration(Shape(circle(*middle, radius), fill=inks.white, stroke=inks.accent, width=_LINE * 1.2))
    if kind == "stop":
        return decoration(Shape(octagon(*middle, size * 0.53), fill=inks.accent))
    corners = polygon([(middle[0], y + 0.4), (x + size - 0.7, y + size * 0.94), (x + 0.7, y + size * 0.94)])
    return decoration(
        Shape(corners, fill=inks.white),
        Shape(corners, stroke=inks.accent, width=_LINE, hatch=_HATCH),
    )
