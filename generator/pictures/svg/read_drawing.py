"""An SVG picture's bytes come in, a `Drawing` of filled paths goes out.

A `Drawing` knows no transparency, so a half-transparent shape becomes its own colour mixed with white paper, and once
more, mixed with their colour, wherever it lies on others. Gradients stay what they are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.pictures.svg.colour import PAPER
from generator.pictures.svg.described_gradient import Described, used_gradients
from generator.pictures.svg.layered_ink import Inexact, Ink, filled, laid_on
from generator.pictures.svg.painter import Painter
from generator.pictures.svg.tree import MOST_PROBLEMS, Node, read_svg
from generator.pictures.svg.work_limit import TooMuch, Work, limit_expansion, named_nodes
from generator.problems import ContentError, Place, Problem
from generator.shapes.drawing import Drawing
from generator.shapes.geometry import MM

if TYPE_CHECKING:
    import pathops

GRID = 10_000  # whole units along the longer side: a hundredth of a millimetre on the largest picture of a page
MOST_OVERLAPS = 500  # of half-transparent shapes with what lies below them; each may double the parts
MOST_OVERLAP_WORK = 1_000_000  # pieces of outline times pieces of outline
# Points a unit (CSS 2, 4.3.2): a pixel is 1/96 inch.
_UNITS = {"": 0.75, "px": 0.75, "pt": 1.0, "pc": 12.0, "in": 72.0, "mm": MM, "cm": 10 * MM}
_SIZE = re.compile(r"\s*([\d.]+(?:[eE][-+]?\d{1,2})?)\s*(px|pt|pc|in|mm|cm)?\s*")


def svg_drawing(data: bytes, file: str) -> Drawing:
    """The drawing of an SVG file; `file` is the name that problems bear.

    Its size is the picture's own (`width` and `height`, else the viewBox at 96 dpi). Raises ContentError.
    """
    import pathops

    root = read_svg(data, file)
    try:
        limit_expansion(root)
        gradients, wrong = used_gradients(root, named_nodes(root))
        if wrong:
            raise ContentError([_problem(str(one), one.hint, file, one.node) for one in wrong[:MOST_PROBLEMS]])
        return _draw(root, gradients)
    except (Inexact, TooMuch) as error:
        raise ContentError([_problem(str(error), error.hint, file, error.node or root)]) from error
    except pathops.PathOpsError as error:  # Skia's arithmetic gives up where very many lines meet
        tangled = _problem("the picture is too tangled to draw", "simplify it, or save it as PNG", file, root)
        raise ContentError([tangled]) from error
    except (ValueError, ArithmeticError, IndexError) as error:  # from the readers of numbers, colours and paths
        message = f"the picture cannot be read: {error}"
        raise ContentError([_problem(message[:200], "save it again as plain SVG, or as PNG", file, root)]) from error


def _problem(message: str, hint: str, file: str, node: Node) -> Problem:
    return Problem(message, Place(file, node.line, node.column), hint=hint, rule="picture")


def _draw(root: Node, gradients: Mapping[str, Described]) -> Drawing:
    import pathops
    from fontTools.misc.transform import Transform

    x, y, width, height = _view_box(root)
    scale = GRID / max(width, height)
    page = _rectangle(width * scale, height * scale)
    painted: list[tuple[pathops.Path, Ink]] = []
    overlaps = work = 0
    frame = Transform(scale, 0, 0, scale, -x * scale, -y * scale)
    for paint in Painter(root, frame, (width, height), gradients, Work()).paints():
        path = paint.outline
        if _hangs_over(path, width * scale, height * scale):
            path = pathops.op(path, page, pathops.PathOp.INTERSECTION, fix_winding=True)
        below = [] if paint.is_opaque else list(painted)
        painted.append((path, laid_on(paint.ink, paint.opacity, PAPER, paint.node)))
        for ground, ink in below:
            work += len(path.verbs) * len(ground.verbs)
            if work > MOST_OVERLAP_WORK or overlaps >= MOST_OVERLAPS:
                break  # a picture of very many veils: those that follow are mixed with paper only
            part = pathops.op(path, ground, pathops.PathOp.INTERSECTION, fix_winding=True)
            if len(part.verbs):
                overlaps += 1
                painted.append((part, laid_on(paint.ink, paint.opacity, ink, paint.node)))
    fills = (filled(path_text(path), ink) for path, ink in painted)
    unit = _points_per_pixel(root, width, height)
    return Drawing(width * unit, height * unit, tuple(fill for fill in fills if fill.path), unit / scale)


def _rectangle(width: float, height: float) -> pathops.Path:
    import pathops

    path = pathops.Path()
    path.moveTo(0, 0)
    for x, y in ((width, 0), (width, height), (0, height)):
        path.lineTo(x, y)
    path.close()
    return path


def _hangs_over(path: pathops.Path, width: float, height: float) -> bool:
    left, top, right, bottom = path.bounds
    return bool(left < 0 or top < 0 or right > width or bottom > height)


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


def path_text(path: pathops.Path) -> str:
    """A Skia path in the grammar of `Drawing`, on whole units. Raises ValueError for points that are no numbers."""
    from pathops import PathVerb

    operators = {PathVerb.MOVE: "m", PathVerb.LINE: "l", PathVerb.QUAD: "c", PathVerb.CUBIC: "c", PathVerb.CLOSE: "h"}
    words: list[str] = []
    here = (0.0, 0.0)
    for verb, points in path:
        numbers = [number for point in points for number in point]
        if not all(map(math.isfinite, numbers)):
            raise ValueError("a point that is no number")
        if verb == PathVerb.QUAD:  # as a cubic its controls lie two thirds of the way to the one control point
            (x0, y0), ((x1, y1), (x2, y2)) = here, points
            numbers = [
                x0 + (x1 - x0) * 2 / 3,
                y0 + (y1 - y0) * 2 / 3,
                x2 + (x1 - x2) * 2 / 3,
                y2 + (y1 - y2) * 2 / 3,
                x2,
                y2,
            ]
        here = points[-1] if points else here
        words += [*map(str, map(round, numbers)), operators[verb]]
    return " ".join(words)
