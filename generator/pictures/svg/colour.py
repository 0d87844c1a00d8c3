"""The colours of an SVG: CSS text comes in, red, green, blue and opacity go out; and colours mixed for paper."""

from __future__ import annotations

import re

Colour = tuple[float, float, float]

PAPER: Colour = (255, 255, 255)
_PART = r"\s*(-?[\d.]+%?)\s*"
_RGB = re.compile(rf"rgba?\({_PART}[, ]{_PART}[, ]{_PART}(?:[,/]{_PART})?\)")


def read_colour(text: str) -> tuple[Colour, float]:
    """Red, green and blue (0 to 255) and opacity (0 to 1) of a CSS colour. Raises ValueError for what is none."""
    from PIL import ImageColor

    name = text.strip().lower()
    if name in {"none", "transparent"}:
        return PAPER, 0.0
    if match := _RGB.fullmatch(name):  # Pillow takes neither fractions nor an alpha from 0 to 1
        red, green, blue = (_number(part, 255) for part in match.groups()[:3])
        alpha = _number(match[4] or "1", 1)
    else:
        red, green, blue, alpha = (*ImageColor.getrgb("black" if name == "currentcolor" else name), 255)[:4]
        alpha /= 255
    return (_within(red, 255), _within(green, 255), _within(blue, 255)), _within(alpha, 1)


def mix(colour: Colour, opacity: float, ground: Colour) -> Colour:
    """What is seen where a colour lies on another."""
    red, green, blue = (below + (above - below) * opacity for above, below in zip(colour, ground, strict=True))
    return red, green, blue


def hexadecimal(colour: Colour) -> str:
    """`#rrggbb`"""
    return "#" + "".join(f"{round(value):02x}" for value in colour)


def _number(part: str, whole: float) -> float:
    return float(part.rstrip("%")) * whole / 100 if part.endswith("%") else float(part)


def _within(value: float, most: float) -> float:
    return min(max(value, 0.0), most)
