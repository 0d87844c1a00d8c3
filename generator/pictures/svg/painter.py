"""A checked SVG tree comes in, the outlines that it paints go out in order, each with its colour and opacity.

Skia turns strokes (with their caps, joins and dashes), clips and both fill rules into plain outlines on the grid.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.pictures.svg.colour import PAPER, read_colour
from generator.pictures.svg.described_gradient import Described, reference
from generator.pictures.svg.known import SHAPES
from generator.pictures.svg.layered_ink import Ink, Shade
from generator.pictures.svg.shade import Size, shaded
from generator.pictures.svg.skia_outline import matrix, outline
from generator.pictures.svg.tree import Node
from generator.pictures.svg.work_limit import Work, named_nodes

if TYPE_CHECKING:
    import pathops
    from fontTools.misc.transform import Transform

_INHERITED = frozenset(
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit "
    "stroke-dasharray stroke-dashoffset clip-rule".split()
)


@dataclass(frozen=True, slots=True)
class Paint:
    """An outline on the grid, the same under both fill rules, with its ink and opacity (0 to 1)."""

    outline: pathops.Path
    ink: Ink
    opacity: float
    node: Node

    @property
    def is_opaque(self) -> bool:
        return self.opacity == 1 and (not isinstance(self.ink, Shade) or self.ink.is_opaque)


@dataclass(frozen=True, slots=True)
class _State:
    """What an element takes over from those around it."""

    matrix: Transform
    opacity: float = 1.0
    style: Mapping[str, str] = field(default_factory=dict)
    clips: tuple[pathops.Path, ...] = ()

    def inside(self, node: Node) -> _State:
        given = node.attributes
        style = {**self.style, **{name: value for name, value in given.items() if name in _INHERITED}}
        opacity = self.opacity * _share(given.get("opacity", "1"))
        return replace(
            self, matrix=self.matrix.transform(matrix(given.get("transform", ""))), opacity=opacity, style=style
        )


class Painter:
    """Paints one picture; `frame` is the matrix from its coordinates to the grid, `view` its size."""

    def __init__(
        self, root: Node, frame: Transform, view: Size, gradients: Mapping[str, Described], work: Work
    ) -> None:
        self.root, self.frame, self.view, self.work = root, frame, view, work
        self.gradients = gradients
        self.named = named_nodes(root)

    def paints(self) -> Iterator[Paint]:
        """From back to front. Raises ValueError for what cannot be read, TooMuch for what would take too long."""
        yield from self._visit(self.root, _State(self.frame))

    def _visit(self, node: Node, around: _State) -> Iterator[Paint]:
        if node.attributes.get("display") == "none" or node.name in ("defs", "clipPath"):
            return
        state = self._clipped(node, around.inside(node))
        if node.name in SHAPES:
            yield from self._shape(node, state)
        elif node.name == "use":
            x, y = (float(node.attributes.get(name, "0")) for name in ("x", "y"))
            target = self.named.get(node.attributes.get("href", ""))
            if target is not None:
                yield from self._visit(target, replace(state, matrix=state.matrix.translate(x, y)))
        for child in node.children:
            yield from self._visit(child, state)

    def _shape(self, node: Node, state: _State) -> Iterator[Paint]:
        style = state.style
        path = outline(node)
        ink, alpha = self._ink(style.get("fill", "black"), path, state)
        share = state.opacity * alpha * _share(style.get("fill-opacity", "1"))
        if share > 0:
            area = self._plain(path.transform(*state.matrix), style.get("fill-rule", "nonzero"))
            yield Paint(self._cut(area, state.clips), ink, share, node)
        ink, alpha = self._ink(style.get("stroke", "none"), path, state)
        share = state.opacity * alpha * _share(style.get("stroke-opacity", "1"))
        if share > 0 and float(style.get("stroke-width", "1")) > 0:
            yield Paint(self._cut(self._stroked(path, state), state.clips), ink, share, node)

    def _ink(self, paint: str, path: pathops.Path, state: _State) -> tuple[Ink, float]:
        """What a paint looks like on this path, and how opaque it is; of a gradient, each stop knows that itself."""
        name = reference(paint)
        if name is None:
            return read_colour(paint)
        found = shaded(self.gradients[name], path.bounds, state.matrix, self.view)
        if isinstance(found, Shade):
            self.work.shade(len(found.stops))
            return found, 1.0
        return found or (PAPER, 0.0)

    def _stroked(self, path: pathops.Path, state: _State) -> pathops.Path:
        """The area of a stroke. Skia works to a quarter of a unit, so the path is brought to the grid's scale first."""
        import pathops

        style = state.style
        a, b, c, d, *_ = state.matrix
        scale = math.sqrt(abs(a * d - b * c))
        if scale == 0:
            return pathops.Path()
        width = float(style.get("stroke-width", "1")) * scale
        mitre = max(1.0, float(style.get("stroke-miterlimit", "4")))
        dashes = [
            float(v) * scale for v in style.get("stroke-dasharray", "none").replace(",", " ").split() if v != "none"
        ]
        dashes = [] if sum(dashes) <= 0 or min(dashes) < 0 else dashes * (1 + len(dashes) % 2)
        large = path.transform(scale, 0, 0, scale, 0, 0)
        self.work.stroke(large, width * min(mitre, 10), sum(dashes))
        large.stroke(
            width,
            {"round": pathops.LineCap.ROUND_CAP, "square": pathops.LineCap.SQUARE_CAP}.get(
                style.get("stroke-linecap", "butt"), pathops.LineCap.BUTT_CAP
            ),
            {"round": pathops.LineJoin.ROUND_JOIN, "bevel": pathops.LineJoin.BEVEL_JOIN}.get(
                style.get("stroke-linejoin", "miter"), pathops.LineJoin.MITER_JOIN
            ),
            mitre,
            dashes or None,
            float(style.get("stroke-dashoffset", "0")) * scale,
        )
        large.convertConicsToQuads()
        return self._plain(large.transform(*state.matrix.scale(1 / scale)), "nonzero")

    def _plain(self, path: pathops.Path, rule: str) -> pathops.Path:
        """The same area with contours that do not cross, so that it no longer matters which rule fills it."""
        import pathops

        self.work.area(path)
        path.fillType = pathops.FillType.EVEN_ODD if rule == "evenodd" else pathops.FillType.WINDING
        path.simplify(fix_winding=True)
        return path

    def _cut(self, path: pathops.Path, clips: tuple[pathops.Path, ...]) -> pathops.Path:
        import pathops

        for clip in clips:
            self.work.area(path, clip)
            path = pathops.op(path, clip, pathops.PathOp.INTERSECTION, fix_winding=True)
        return path

    def _clipped(self, node: Node, state: _State) -> _State:
        """The state inside an element that is clipped by another: the union of that one's shapes (SVG 1.1, 14.3.5)."""
        import pathops

        wanted = node.attributes.get("clip-path", "none")
        if wanted == "none":
            return state
        clip = self.named.get(wanted.removeprefix("url(#").removesuffix(")"))
        if clip is None or clip.name != "clipPath":
            raise ValueError(f"there is no clipPath for {wanted[:40]!r}")
        inner = self._clipped(clip, replace(state.inside(clip), clips=()))
        whole = pathops.Path()
        for child in clip.children:
            target = self.named.get(child.attributes.get("href", "")) if child.name == "use" else child
            if target is None or target.name not in SHAPES:
                raise ValueError("a clipPath may only hold shapes")
            own = inner.inside(child)
            if child is not target:
                x, y = (float(child.attributes.get(name, "0")) for name in ("x", "y"))
                own = replace(own, matrix=own.matrix.translate(x, y)).inside(target)
            area = self._plain(outline(target).transform(*own.matrix), own.style.get("clip-rule", "nonzero"))
            self.work.area(whole, area)
            whole = pathops.op(whole, area, pathops.PathOp.UNION, fix_winding=True)
        return replace(state, clips=(*state.clips, self._cut(whole, inner.clips)))


def _share(text: str) -> float:
    """An opacity between 0 and 1."""
    value = float(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    if math.isnan(value):
        raise ValueError("an opacity that is no number")
    return min(max(value, 0.0), 1.0)
