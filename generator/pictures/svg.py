"""An SVG picture's bytes come in, a `Drawing` of filled paths goes out.

picosvg and Skia turn shapes, transforms, `use`, clips and strokes (with their caps, joins and dashes) into plain
outlines; what is left are fills, which look the same under both fill rules.
"""

from __future__ import annotations

import math
import re
from typing import Any

from generator.pictures.svg_paint import GRID, painted
from generator.pictures.svg_source import SVG, XLINK, Node, read_svg
from generator.pictures.svg_work import TooMuch, limit_expansion, limit_work
from generator.problems import ContentError, Place, Problem
from generator.shapes.drawing import Drawing

# Points a unit (CSS 2, 4.3.2): a pixel is 1/96 inch.
_UNITS = {"": 0.75, "px": 0.75, "pt": 1.0, "pc": 12.0, "in": 72.0, "mm": 72 / 25.4, "cm": 720 / 25.4}
_SIZE = re.compile(r"\s*([\d.]+(?:[eE][-+]?\d{1,2})?)\s*(px|pt|pc|in|mm|cm)?\s*")
# What picosvg and Skia raise for values that they cannot make sense of.
_LIBRARY_ERRORS = (ValueError, KeyError, IndexError, TypeError, AssertionError, ArithmeticError, AttributeError)

Command = tuple[str, tuple[float, ...]]


def svg_drawing(data: bytes, file: str) -> Drawing:
    """The drawing of an SVG file; `file` is the name that problems bear.

    Its size is the picture's own (`width` and `height`, else the viewBox at 96 dpi). Raises ContentError.
    """
    root = read_svg(data, file)
    try:
        limit_expansion(root)
        return _draw(root)
    except TooMuch as error:
        raise _problem(str(error), "simplify it, or save it as PNG", file, error.node or root) from error
    except _LIBRARY_ERRORS as error:
        raise _problem(
            f"the picture cannot be read: {error}"[:200], "save it again as plain SVG, or as PNG", file, root
        ) from error


def _problem(message: str, hint: str, file: str, node: Node) -> ContentError:
    return ContentError([Problem(message, Place(file, node.line, node.column), hint=hint, rule="picture")])


def _draw(root: Node) -> Drawing:
    from lxml import etree
    from picosvg.svg import SVG as Picture

    x, y, width, height = _view_box(root)
    unit = _points_per_pixel(root, width, height)
    scale = GRID / max(width, height)
    page = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG, "xlink": XLINK})
    page.set("viewBox", f"0 0 {width * scale:.9g} {height * scale:.9g}")
    ground = etree.SubElement(page, f"{{{SVG}}}g", transform=f"scale({scale:.9g}) translate({-x:.9g} {-y:.9g})")
    for name, value in root.attributes.items():
        if name not in {"viewBox", "width", "height", "x", "y", "id"}:
            ground.set(name, value)
    for child in root.children:
        _add(ground, child, etree)
    picture = Picture(page)
    picture.shapes_to_paths(inplace=True).expand_shorthand(inplace=True).resolve_use(inplace=True)
    limit_work(picture)
    picture.simplify(inplace=True).normalize_opacity(inplace=True).absolute(inplace=True)
    picture.clip_to_viewbox(inplace=True)
    return Drawing(width * unit, height * unit, painted(picture.toetree()), unit / scale)


def _view_box(root: Node) -> tuple[float, float, float, float]:
    """x, y, width and height of what is shown, in pixels."""
    stated = root.attributes.get("viewBox")
    if stated:
        x, y, width, height = (float(number) for number in stated.replace(",", " ").split())
    else:
        x = y = 0.0
        width, height = (_size(root, name) / _UNITS["px"] for name in ("width", "height"))
    if not all(map(math.isfinite, (x, y, width, height))) or min(width, height) <= 0 or max(width, height) > 1e6:
        raise ValueError("it needs a viewBox, or a width and height, larger than nothing")
    return x, y, width, height


def _points_per_pixel(root: Node, width: float, height: float) -> float:
    sizes = _size(root, "width"), _size(root, "height")
    ratios = [size / pixels for size, pixels in zip(sizes, (width, height), strict=True) if size > 0]
    return min(ratios, default=_UNITS["px"])


def _size(root: Node, name: str) -> float:
    """A side of the whole picture in points; 0 if it is not stated or relative (`100%`)."""
    match = _SIZE.fullmatch(root.attributes.get(name, ""))
    return float(match[1]) * _UNITS[match[2] or ""] if match else 0.0


def _add(parent: Any, node: Node, etree: Any) -> None:
    element = etree.SubElement(parent, f"{{{SVG}}}{node.name}")
    for name, value in node.attributes.items():
        element.set(f"{{{XLINK}}}href" if name == "href" else name, f"#{value}" if name == "href" else value)
    for child in node.children:
        _add(element, child, etree)
