"""Highlighted muscles: names in, coloured regions with dark fibre lines out, and which ones stay hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.figure.anatomy.regions import MIDDLE, UNDER_THE_SHIRT
from generator.figure.arrays import F32, Array
from generator.figure.body.muscles import fibres, limbs_of, muscle_field
from generator.figure.lines.shot import Shot, shaded_mask
from generator.figure.lines.strands import seen_paths, tapered
from generator.figure.lines.tints import trace
from generator.figure.lines.vector import Canvas
from generator.figure.mesh.raster import rasterise
from generator.figure.mesh.smoothing import blurred
from generator.figure.mesh.solids import Mesh
from generator.shapes.pose_vocabulary import muscle_and_sides

_ON = ("skin", "shirt", "shorts")  # meshes that show muscles
_NEAR_SIDE_ONLY = 0.75  # seen this much from the side, a muscle asked for on both sides is drawn on the near one
HIDDEN = 0.12  # visible share below which a muscle counts as hidden
_FIBRE_WIDTH = 0.20
_SPECK = 60  # pixels


@dataclass(frozen=True, slots=True)
class Shown:
    """One muscle of one side: the mask of what is seen of it, and its share of the whole region."""

    muscle: str
    side: str
    mask: Array
    share: float


def paint_highlights(shot: Shot, names: Sequence[str], canvas: Canvas) -> list[str]:
    """Draw all highlights; returns the names of muscles that this view hides."""
    hidden = []
    for words in names:
        muscle, sides = muscle_and_sides(words)
        shown = [_shown(shot, muscle, side) for side in (sides[:1] if muscle in MIDDLE else sides)]
        towards = shot.left_towards_viewer()
        if len(shown) == 2 and abs(towards) > _NEAR_SIDE_ONLY:
            shown = [each for each in shown if (each.side == "left") == (towards > 0)]
        if max(each.share for each in shown) < HIDDEN:
            hidden.append(words)
            for each in shown:
                _paint_hidden(shot, each, canvas)
        for each in shown:
            _paint_seen(shot, each, canvas)
    return hidden


def _shown(shot: Shot, muscle: str, side: str) -> Shown:
    on = _ON[:1] + _ON[2:] if muscle in UNDER_THE_SHIRT else _ON
    fields = {m.name: muscle_field(shot.flesh, m.vertices, muscle, side) for m in shot.pixels.meshes if m.name in on}
    picture = shot.pixels.carried(lambda m: fields.get(m.name), 1, -1.0)[:, :, 0]
    mask = (picture > 0) & shot.pixels.where(name=on)
    limbs = limbs_of(muscle, side)
    if limbs is not None:
        mask &= np.isin(shot.limb, limbs)
    whole = sum(_area(shot, m, fields[m.name]) for m in shot.pixels.meshes if m.name in on)
    return Shown(muscle, side, mask, float(mask.sum()) / max(whole, 1.0))


def _area(shot: Shot, mesh: Mesh, field: Array) -> float:
    # Half of what the region would cover in the picture if one could see through everything.
    inside = mesh.triangles[(field[mesh.triangles] > 0).all(1)]
    if len(inside) == 0:
        return 0.0
    place = mesh.vertices @ shot.pixels.axes[:2].T.astype(F32)
    a, b, c = (place[inside[:, i]] for i in range(3))
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    return float(np.abs(area).sum()) / 4 * shot.pixels.scale**2


def _paint_seen(shot: Shot, shown: Shown, canvas: Canvas) -> None:
    if shown.mask.sum() < _SPECK:
        return
    canvas.fill("muscle", shot.to_canvas(trace(shown.mask, 1.4, least_area=15)))
    if not shot.style.pen.detail:
        return
    canvas.fill("muscle_shade", shot.to_canvas(trace(shown.mask & shaded_mask(shot), 1.3, least_area=40)))
    inner = blurred(shown.mask, 3.0) > 0.72
    paths: list[Array] = []
    for points, outward in fibres(shot.flesh, shown.muscle, shown.side, shot.pixels.axes, 7):
        paths += seen_paths(shot, points, outward, inner, 0.10, 8)
    canvas.fill("fibre", tapered(shot, paths, _FIBRE_WIDTH))


def _paint_hidden(shot: Shot, shown: Shown, canvas: Canvas) -> None:
    """A muscle on the far side: a pale patch with a dashed rim where it would be seen through the body."""
    parts = []
    for mesh in shot.pixels.meshes:
        if mesh.name not in _ON:
            continue
        field = muscle_field(shot.flesh, mesh.vertices, shown.muscle, shown.side)
        inside = mesh.triangles[(field[mesh.triangles] > 0).all(1)]
        if len(inside):
            parts.append(Mesh(mesh.vertices, mesh.normals, inside, "skin", "region", two_sided=True))
    if not parts:
        return
    seen = rasterise(parts, shot.pixels.axes, shot.pixels.scale)
    height, width = shot.pixels.shape
    mask = np.zeros((height, width), dtype=bool)
    dx, dy = np.rint(shot.pixels.shift - seen.shift).astype(int)
    rows, columns = np.nonzero(seen.mesh >= 0)
    rows, columns = rows + dy, columns + dx
    kept = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    mask[rows[kept], columns[kept]] = True
    outline = shot.to_canvas(trace(mask & shot.person, 2.0, least_area=60))
    canvas.fill("muscle_hidden", outline)
    canvas.stroke("fibre", outline, shot.pen_width(0.22), (1.7, 1.5))
