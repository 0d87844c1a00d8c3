"""Ink: lines of the picture in, tapered strokes as outlines out.

Widths are those of a pen that presses harder on outlines than on folds, and harder on the side away from the light.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from generator.figure.arrays import Array, unit
from generator.figure.lines.chains import Polyline
from generator.figure.lines.cracks import CREASE, EDGE, HEM, OCCLUDING, OUTER
from generator.figure.lines.ribbon import Ribbon, ribbons
from generator.figure.lines.vector import Subpath, polygon
from generator.figure.mesh.raster import Pixels
from generator.figure.mesh.smoothing import smooth_along, unstaircased

LIGHT = unit(np.array([-0.5, 0.7]))  # from the upper left
_TOLERANCE = 0.75  # pixels: half of what a printer of 300 dots to the inch can place
_RING = 44  # pixels: smaller rings are specks between fingers, not forms
_LONG = 45  # pixels
_TAPER = 26  # pixels over which a free end thins out
_THIN_END = 0.18
_THIN_JUNCTION = 0.45  # where a line ends on another one


@dataclass(frozen=True, slots=True)
class InkPen:
    """Line widths in millimetres and how much detail is drawn."""

    outer: float = 0.33
    occluding: float = 0.25
    hem: float = 0.20
    crease: float = 0.20
    edge: float = 0.22
    least: float = 0.08
    shortest: int = 9  # pixels
    sliver: int = 2  # pixels: gaps up to twice as wide are inked over, their two lines would leave specks
    jump_factor: float = 1.0
    detail: bool = True  # face, fibres, folds


@dataclass(frozen=True, slots=True)
class Inked:
    """One drawn line: a tapered outline, or a ruled polyline with one width in pixels."""

    outline: tuple[Subpath, ...]
    width: float = 0.0


def ink_lines(
    pixels: Pixels, lines: Sequence[Polyline], pen: InkPen, mm_per_pixel: float, weight: float = 1.0
) -> list[Inked]:
    """All lines worth drawing; widths are scaled by `weight`."""
    inked: list[Inked] = []
    drawn: list[Ribbon] = []
    straight_mesh = np.array([m.straight for m in pixels.meshes])
    lined = np.array([m.fine > 0 for m in pixels.meshes])
    for line in (part for whole in lines for part in _split(whole, straight_mesh)):
        if not _worth_drawing(line, pen) or lined[line.mesh].mean() < 0.5:
            continue
        width = _widths(pixels, line, pen)
        if straight_mesh[line.mesh].mean() > 0.75:
            inked.append(Inked((polygon(_ruled(line), closed=False),), float(np.median(width)) * weight / mm_per_pixel))
            continue
        path, width = _smoothed(line, width)
        drawn.append(Ribbon(path, np.maximum(width, pen.least) * weight / mm_per_pixel / 2, line.closed))
    return inked + [Inked((outline,)) for outline in ribbons(drawn, _TOLERANCE)]


def _split(line: Polyline, straight_mesh: Array) -> list[Polyline]:
    """A line cut where it passes from something round to something with ruled edges, or back."""
    ruled = straight_mesh[line.mesh]
    if ruled.all() or not ruled.any():
        return [line]
    changes = np.flatnonzero(ruled[1:] != ruled[:-1]) + 1
    if line.closed:  # begin at a change
        line = _rolled(line, int(changes[0])) if len(changes) else line
        ruled = straight_mesh[line.mesh]
        changes = np.flatnonzero(ruled[1:] != ruled[:-1]) + 1
    bounds = [0, *changes.tolist(), len(line.mesh)]
    last = len(bounds) - 2
    return [
        Polyline(
            line.points[a : b + 1],
            line.kind[a:b],
            line.jump[a:b],
            line.facing[a:b],
            line.mesh[a:b],
            False,
            (line.loose[0] and i == 0, line.loose[1] and i == last),
        )
        for i, (a, b) in enumerate(pairwise(bounds))
    ]


def _rolled(line: Polyline, start: int) -> Polyline:
    points = np.roll(line.points[:-1], -start, 0)
    kind, jump, facing, mesh = (np.roll(v, -start, 0) for v in (line.kind, line.jump, line.facing, line.mesh))
    return Polyline(np.vstack([points, points[:1]]), kind, jump, facing, mesh, closed=True)


def _worth_drawing(line: Polyline, pen: InkPen) -> bool:
    count, kind = len(line.points), line.kind
    if count < 5 or (line.closed and count < _RING):
        return False
    outer = bool((kind == OUTER).any())
    if count < pen.shortest and not outer:
        return False
    if outer or (kind == EDGE).mean() > 0.5 or (kind == HEM).mean() > 0.4 or (kind == CREASE).sum() > 14:
        return True
    inner = line.jump[kind != OUTER]
    deepest = float(inner.max(initial=0.0))
    # A shallow step is worth a line when it goes on for long, as the hem of a tight shirt does.
    return deepest > 0.018 * pen.jump_factor or (count > _LONG and float(np.median(inner)) > 0.009 * pen.jump_factor)


def _widths(pixels: Pixels, line: Polyline, pen: InkPen) -> Array:
    """Width in mm at every node."""
    table = np.zeros(6)
    table[[OUTER, OCCLUDING, HEM, CREASE, EDGE]] = pen.outer, pen.occluding, pen.hem, pen.crease, pen.edge
    base = table[line.kind]
    deep = np.clip((line.jump - 0.008) / 0.07, 0.0, 1.0)
    base = np.where(line.kind == OCCLUDING, base * (0.62 + 0.50 * deep), base)
    prop = np.array([m.is_prop for m in pixels.meshes])[line.mesh]
    base = np.where(prop & (line.kind != EDGE), base * 0.85, base)
    base = base * (1 - 0.22 * (line.facing @ LIGHT))
    fine = np.array([m.fine for m in pixels.meshes])[line.mesh]
    base = base * np.where(line.kind == OUTER, 0.3 + 0.7 * fine, fine)
    return np.append(base, base[-1])


def _smoothed(line: Polyline, width: Array) -> tuple[Array, Array]:
    if line.closed:
        path = unstaircased(line.points[:-1], True)
        wide = smooth_along(width[:-1], 7.0, True)
        return np.vstack([path, path[:1]]), np.append(wide, wide[0])
    path = unstaircased(line.points, False)
    wide = smooth_along(width, 7.0, False) if len(width) > 8 else width
    count = len(width)
    taper = min(_TAPER, count * 0.35)
    along = np.arange(count)
    thin = np.ones(count)
    for end, from_end, loose in ((0, along, line.loose[0]), (-1, along[::-1], line.loose[1])):
        if line.kind[end] != OUTER:
            least = _THIN_END if loose else _THIN_JUNCTION
            thin = np.minimum(thin, least + (1 - least) * np.clip(from_end / taper, 0, 1) ** 0.7)
    return path, wide * thin


def _ruled(line: Polyline) -> Array:
    # Straight edges of props: Douglas and Peucker.
    points = smooth_along(line.points, 1.2, False) if len(line.points) > 12 else line.points
    kept = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    if np.allclose(points[0], points[-1]):
        far = int(((points - points[0]) ** 2).sum(1).argmax())
        kept.add(far)
        stack = [(0, far), (far, len(points) - 1)]
    while stack:
        a, b = stack.pop()
        if b - a < 2:
            continue
        along = points[b] - points[a]
        rel = points[a : b + 1] - points[a]
        off = np.abs(along[0] * rel[:, 1] - along[1] * rel[:, 0]) / max(float(np.hypot(*along)), 1e-9)
        far = int(off.argmax())
        if off[far] > 1.1:
            kept.add(a + far)
            stack += [(a, a + far), (a + far, b)]
    result: Array = points[sorted(kept)]
    return result
