"""The gradients of an SVG tree come in, each ready to be laid over a shape goes out; or every problem with them.

Only what paper shows exactly as a screen does is taken (SVG 2, 14.2): colours that run once from end to end. What
repeats, or changes colour and transparency together, is refused by name.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.pictures.svg.colour import read_colour
from generator.pictures.svg.known import GRADIENTS
from generator.pictures.svg.layered_ink import Inexact, Stop
from generator.pictures.svg.skia_outline import matrix
from generator.pictures.svg.tree import Node

if TYPE_CHECKING:
    from fontTools.misc.transform import Transform

MOST_STOPS = 100
LONGEST_CHAIN = 20  # of gradients that take over from one another

_PLACES = {
    "linearGradient": {"x1": "0%", "y1": "0%", "x2": "100%", "y2": "0%"},
    "radialGradient": {"cx": "50%", "cy": "50%", "r": "50%", "fr": "0%"},  # fx and fy: where cx and cy are
}
_LENGTH = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?)\s*(px|%)?\s*")
_REFERENCE = re.compile(r"url\(#(.+)\)")
_PNG = "or save the picture as PNG"


@dataclass(frozen=True, slots=True)
class Length:
    """A number, or a share (1 is 100%) of the side or of the box that it is measured along."""

    value: float
    is_share: bool


@dataclass(frozen=True, slots=True)
class Described:
    """A gradient as the file describes it, with all that it takes over from others."""

    node: Node
    is_radial: bool
    in_box: bool
    places: Mapping[str, Length]
    transform: Transform
    stops: tuple[Stop, ...]


def used_gradients(root: Node, named: Mapping[str, Node]) -> tuple[dict[str, Described], list[Inexact]]:
    """Every gradient that something is painted with, by id, and what is wrong with the others."""
    found: dict[str, Described] = {}
    wrong: list[Inexact] = []
    tried: set[str] = set()
    for name, node in _painted_with(root):
        if name in tried:
            continue
        tried.add(name)
        try:
            found[name] = _described(name, node, named)
        except Inexact as problem:
            wrong.append(problem)
        except ValueError as error:
            wrong.append(Inexact(f"the gradient #{name[:40]} cannot be read: {error}", "save it again", named[name]))
    return found, wrong


def reference(paint: str) -> str | None:
    """The id that `url(#id)` names; None for a colour."""
    match = _REFERENCE.fullmatch(paint)
    return match[1] if match else None


def _painted_with(node: Node) -> Iterator[tuple[str, Node]]:
    for key in ("fill", "stroke"):
        name = reference(node.attributes.get(key, ""))
        if name is not None:
            yield name, node
    for child in node.children:
        yield from _painted_with(child)


def _described(name: str, user: Node, named: Mapping[str, Node]) -> Described:
    node = named.get(name)
    if node is None or node.name not in GRADIENTS:
        raise Inexact(
            f"#{name[:40]} is a pattern, or not a gradient of this picture", f"use a flat colour, {_PNG}", user
        )
    chain = _chain(node, named)
    given: dict[str, str] = {}
    for one in reversed(chain):
        # Places are taken over only from a gradient of the same kind.
        given |= {key: value for key, value in one.attributes.items() if one.name == node.name or key not in _ENDS}
    _check(given, node)
    in_box = given.get("gradientUnits", "objectBoundingBox") == "objectBoundingBox"
    places = {key: _length(given.get(key, usual)) for key, usual in _PLACES[node.name].items()}
    if node.name == "radialGradient":
        places |= {f"f{axis}": _length(given.get(f"f{axis}", given.get(f"c{axis}", "50%"))) for axis in "xy"}
    stops = next((stops for one in chain if (stops := _stops(one))), ())
    return Described(
        node, node.name == "radialGradient", in_box, places, matrix(given.get("gradientTransform", "")), stops
    )


_ENDS = frozenset("x1 y1 x2 y2 cx cy r fx fy fr".split())


def _chain(node: Node, named: Mapping[str, Node]) -> list[Node]:
    """The gradient, the one that it takes over from, and so on."""
    chain = [node]
    while "href" in chain[-1].attributes:
        above = named.get(chain[-1].attributes["href"])
        if above is None or above.name not in GRADIENTS:
            raise Inexact("a gradient takes over from one that is not there", "save the picture again", chain[-1])
        if above in chain or len(chain) >= LONGEST_CHAIN:
            raise Inexact("gradients take over from one another without end", "save the picture again", node)
        chain.append(above)
    return chain


def _check(given: Mapping[str, str], node: Node) -> None:
    spread = given.get("spreadMethod", "pad")
    if spread != "pad":
        hint = f"let the colours run once from end to end (no repeat: Inkscape, Fill and Stroke > Repeat: None), {_PNG}"
        raise Inexact(f"a gradient that repeats (spreadMethod {spread[:40]!r}) cannot be printed", hint, node)
    if given.get("color-interpolation", "sRGB") not in ("sRGB", "auto"):
        raise Inexact(
            "a gradient mixed in linearRGB cannot be printed", f"write color-interpolation sRGB, {_PNG}", node
        )
    units = given.get("gradientUnits", "objectBoundingBox")
    if units not in ("objectBoundingBox", "userSpaceOnUse"):
        raise Inexact(f"gradientUnits {units[:40]!r} is not known", "objectBoundingBox or userSpaceOnUse", node)


def _length(text: str) -> Length:
    match = _LENGTH.fullmatch(text)
    if match is None:
        raise ValueError(f"{text[:40]!r} is no plain number")
    return Length(float(match[1]) / (100 if match[2] == "%" else 1), match[2] == "%")


def _stops(node: Node) -> tuple[Stop, ...]:
    """The stops of one gradient; none lies before the one that comes before it (SVG 2, 14.2.4)."""
    nodes = [child for child in node.children if child.name == "stop"]
    if len(nodes) > MOST_STOPS:
        raise Inexact(f"a gradient has {len(nodes):,} stops; at most {MOST_STOPS}", f"simplify it, {_PNG}", node)
    stops: list[Stop] = []
    for one in nodes:
        given = one.attributes
        colour, alpha = read_colour(given.get("stop-color", "black"))
        offset = min(max(_length(given.get("offset", "0")).value, stops[-1].offset if stops else 0.0), 1.0)
        opacity = alpha * min(max(_length(given.get("stop-opacity", "1")).value, 0.0), 1.0)
        stops.append(Stop(offset, colour, opacity))
    for before, after in pairwise(stops):
        fades = not math.isclose(before.opacity, after.opacity, abs_tol=1e-6)
        if before.offset < after.offset and before.colour != after.colour and fades:
            hint = f"make all its stops opaque, or give them one colour, {_PNG}"
            raise Inexact("a gradient changes colour and transparency together", hint, node)
    return tuple(stops)
