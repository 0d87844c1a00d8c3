"""What a simplified SVG tree paints: its paths come in, `Fill`s in opaque colours go out.

A `Drawing` knows no transparency, so a half-transparent shape becomes its own colour mixed with white paper, and once
more, mixed with their colour, wherever it lies on others.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.pictures.svg_source import SVG
from generator.shapes.drawing import Fill

GRID = 10_000  # whole units along the longer side: a hundredth of a millimetre on the largest picture of a page
MOST_OVERLAP_WORK = 1_000_000  # pieces of outline times pieces of outline

Colour = tuple[float, float, float]
Command = tuple[str, tuple[float, ...]]

_PAPER: Colour = (255, 255, 255)
_PART = r"\s*(-?[\d.]+%?)\s*"
_RGB = re.compile(rf"rgba?\({_PART}[, ]{_PART}[, ]{_PART}(?:[,/]{_PART})?\)")


@dataclass(frozen=True, slots=True)
class _Paint:
    outline: tuple[Command, ...]
    colour: Colour


def painted(tree: Any) -> tuple[Fill, ...]:
    """The fills of a tree of groups and paths (coordinates on the grid), from back to front.

    Raises ValueError for a colour or number that cannot be read.
    """
    from picosvg.svg_pathops import intersection

    paints: list[_Paint] = []
    work = 0
    for outline, colour, opacity in _paths(tree, 1.0):
        below = [] if opacity == 1 else list(paints)
        paints.append(_Paint(outline, _mix(colour, opacity, _PAPER)))
        for ground in below:
            work += len(outline) * len(ground.outline)
            if work > MOST_OVERLAP_WORK:
                break  # a picture of very many veils: those that follow are mixed with paper only
            part = tuple(intersection((outline, ground.outline), ("nonzero", "nonzero")))
            if part:
                paints.append(_Paint(part, _mix(colour, opacity, ground.colour)))
    fills = (Fill(path_text(paint.outline), _hex(paint.colour)) for paint in paints)
    return tuple(fill for fill in fills if fill.path)


def _paths(element: Any, opacity: float) -> Iterator[tuple[tuple[Command, ...], Colour, float]]:
    """Outline, colour and opacity of each visible path; groups are only left where they are half-transparent."""
    from picosvg.svg_types import SVGPath

    for child in element:
        share = opacity * max(0.0, min(1.0, float(child.get("opacity", "1"))))
        if child.tag == f"{{{SVG}}}g":
            yield from _paths(child, share)
        elif child.tag == f"{{{SVG}}}path" and child.get("display") != "none":
            colour, alpha = read_colour(child.get("fill", "black"))
            if share * alpha > 0:
                shape = SVGPath(d=child.get("d", ""), fill_rule=child.get("fill-rule", "nonzero"))
                yield tuple(shape.remove_overlaps().as_cmd_seq()), colour, share * alpha


def read_colour(text: str) -> tuple[Colour, float]:
    """Red, green and blue (0 to 255) and opacity (0 to 1) of a CSS colour. Raises ValueError for what is none."""
    from PIL import ImageColor

    name = text.strip().lower()
    if name in {"none", "transparent"}:
        return _PAPER, 0.0
    if match := _RGB.fullmatch(name):  # Pillow takes neither fractions nor an alpha from 0 to 1
        red, green, blue = (float(p.rstrip("%")) * 255 / (100 if p.endswith("%") else 255) for p in match.groups()[:3])
        alpha = float((match[4] or "1").rstrip("%")) / (100 if (match[4] or "").endswith("%") else 1)
    else:
        red, green, blue, alpha = (*ImageColor.getrgb("black" if name == "currentcolor" else name), 255)[:4]
        alpha /= 255
    return (_within(red, 255), _within(green, 255), _within(blue, 255)), _within(alpha, 1)


def path_text(commands: Iterable[Command]) -> str:
    """Absolute M, L, Q, C and Z in the grammar of `Drawing`, on whole units. Raises ValueError for far-off points."""
    words: list[str] = []
    here = (0.0, 0.0)
    for verb, numbers in commands:
        if verb == "Z":
            words.append("h")
            continue
        if not all(map(math.isfinite, numbers)) or max(map(abs, numbers)) > 100 * GRID:
            raise ValueError("a point lies far outside the picture")
        if verb == "Q":
            numbers = _as_cubic(here, numbers)
        here = numbers[-2], numbers[-1]
        words += [*(str(round(number)) for number in numbers), {"M": "m", "L": "l"}.get(verb, "c")]
    return " ".join(words)


def _as_cubic(start: tuple[float, float], numbers: tuple[float, ...]) -> tuple[float, ...]:
    """The same quadratic curve as a cubic: its control points lie two thirds of the way to the one control point."""
    (x0, y0), (x1, y1, x2, y2) = start, numbers
    return x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3, x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3, x2, y2


def _mix(colour: Colour, opacity: float, ground: Colour) -> Colour:
    red, green, blue = (below + (above - below) * opacity for above, below in zip(colour, ground, strict=True))
    return red, green, blue


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(value):02x}" for value in colour)


def _within(value: float, most: float) -> float:
    return min(max(value, 0.0), most)
