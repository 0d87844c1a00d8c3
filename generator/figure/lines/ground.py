"""What lies under a figure: the mat, and the soft shadow where it touches the floor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from generator.figure.arrays import F32, Array
from generator.figure.lines.shot import ShotStyle
from generator.figure.lines.tints import trace
from generator.figure.lines.vector import Canvas, polygon
from generator.figure.mesh.raster import rasterise
from generator.figure.mesh.smoothing import blurred
from generator.figure.mesh.solids import Mesh
from generator.shapes.geometry import MM

_THICK = 0.020
_LOW = 0.10  # only what is closer to the floor than this casts a shadow; all of it would be a blob
_TOUCHES = 0.03  # what hangs in the air, as feet on a footrest do, casts none
_SHADOW_PIXEL = 0.24  # mm


def paint_mat(
    canvas: Canvas, options: Mapping[str, Any], people: Sequence[Sequence[Mesh]], axes: Array, style: ShotStyle
) -> None:
    """A mat under the bodies: an exact projected box, painted first. As a mesh it would hide the ghost and wobble."""
    vertices = np.concatenate([mesh.vertices for meshes in people for mesh in meshes])
    low_part = vertices[vertices[:, 2] < 0.45]
    low, high = low_part.min(0), low_part.max(0)
    pad = float(options.get("pad", 0.09))
    middle = float(low[1] + high[1]) / 2
    half = float(options.get("width", max(0.56, float(high[1] - low[1]) + 0.10))) / 2
    x0, x1, y0, y1 = float(low[0]) - pad, float(high[0]) + pad, middle - half, middle + half
    scale = style.mm_per_metre * MM

    def seen(corners: list[tuple[float, float, float]]) -> Array:
        result: Array = (np.array(corners) @ axes.T)[:, :2] * scale
        return result

    ring = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    outwards = [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]
    width = style.pen.edge * MM * style.line_weight
    top = polygon(seen([(x, y, 0.0) for x, y in ring]))
    for i, (nx, ny) in enumerate(outwards):
        if axes[2] @ np.array([nx, ny, 0.0]) > 1e-3:
            (ax, ay), (bx, by) = ring[i], ring[(i + 1) % 4]
            side = polygon(seen([(ax, ay, 0.0), (bx, by, 0.0), (bx, by, -_THICK), (ax, ay, -_THICK)]))
            canvas.fill("mat_side", [side])
            canvas.stroke("ink", [side], width)
    canvas.fill("mat", [top])
    canvas.stroke("ink", [top], width)


def paint_shadow(canvas: Canvas, meshes: Sequence[Mesh], axes: Array, style: ShotStyle) -> None:
    """The contact shadow: low parts laid flat onto the floor, blurred and traced."""
    flat = []
    aside = (axes[0] * 0.20).astype(F32)  # the light comes from the left
    for mesh in meshes:
        low = (mesh.vertices[:, 2] < _LOW)[mesh.triangles].all(1)
        if not low.any() or mesh.name == "wall" or mesh.vertices[:, 2].min() > _TOUCHES:
            continue
        vertices = mesh.vertices + mesh.vertices[:, 2:3] * aside
        vertices[:, 2] = 0.0
        flat.append(_only(replace(mesh, two_sided=True), vertices, mesh.triangles[low]))
    if not flat:
        return
    pixels = rasterise(flat, axes, style.mm_per_metre / _SHADOW_PIXEL, margin=16)
    soft = blurred(pixels.mesh >= 0, 2.6) > 0.35
    factor = _SHADOW_PIXEL * MM
    outline = [part.moved(factor, -pixels.shift * factor) for part in trace(soft, 1.2)]
    canvas.fill("shadow", outline)


def _only(mesh: Mesh, vertices: Array, triangles: Array) -> Mesh:
    used, numbers = np.unique(triangles, return_inverse=True)
    return replace(
        mesh, vertices=vertices[used], normals=mesh.normals[used], triangles=numbers.reshape(-1, 3), limb_fields=None
    )
