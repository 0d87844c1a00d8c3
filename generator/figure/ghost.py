"""The ghost of the start position: pale outlines behind the figure, left out where they would crowd its own lines."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from generator.figure.arrays import Array
from generator.figure.chains import Line, lines_of
from generator.figure.cracks import OCCLUDING, OUTER, find_cracks
from generator.figure.ink import ink_lines
from generator.figure.shot import Shot
from generator.figure.smoothing import blurred, halved
from generator.figure.strands import masked, seen_runs
from generator.figure.tints import trace
from generator.figure.vector import Canvas

_WEIGHT = 0.72
_LEAST = 16  # pixels of a line that is worth keeping
_CROWDED = 20  # pixels, 1.2 mm: closer to the figure's outline than this, a pale line only blurs it


def paint_ghost(ghost: Shot, figure: Shot, canvas: Canvas) -> None:
    """Draw the silhouette and the main lines of `ghost`, seen behind `figure`."""
    canvas.fill("ghost_fill", ghost.to_canvas(trace(ghost.pixels.mesh >= 0, 1.0)))
    crowded = _around(figure.pixels.mesh >= 0)
    lines = [
        part
        for line in lines_of(find_cracks(ghost.pixels, ghost.normal, ghost.limb))
        if (line.kind == OUTER).mean() > 0.2 or ((line.kind == OCCLUDING).mean() > 0.5 and len(line.points) > 60)
        for part in _clear_parts(line, crowded, figure.pixels.shift - ghost.pixels.shift)
    ]
    weight = _WEIGHT * ghost.style.line_weight
    for inked in ink_lines(ghost.pixels, lines, ghost.style.pen, ghost.style.mm_per_pixel, weight):
        outline = ghost.to_canvas(inked.outline)
        if inked.width:
            canvas.stroke("ghost_line", outline, round(inked.width * ghost.points_per_pixel, 1))
        else:
            canvas.fill("ghost_line", outline)


def _around(mask: Array) -> Array:
    # The mask grown by about _CROWDED pixels, found on a quarter of the resolution.
    small = blurred(halved(halved(mask)), _CROWDED / 8) > 0.03
    grown = np.repeat(np.repeat(small, 4, 0), 4, 1)
    result: Array = grown[: mask.shape[0], : mask.shape[1]]
    return result


def _clear_parts(line: Line, crowded: Array, shift: Array) -> list[Line]:
    places = line.points + shift
    height, width = crowded.shape
    inside = (places >= 0).all(1) & (places[:, 0] < width) & (places[:, 1] < height)
    clear = ~(inside & masked(crowded, places))
    if clear.all():
        return [line]
    parts = []
    for a, b in seen_runs(clear, _LEAST):
        edges = slice(a, b - 1)
        parts.append(
            replace(
                line,
                points=line.points[a:b],
                kind=line.kind[edges],
                jump=line.jump[edges],
                facing=line.facing[edges],
                mesh=line.mesh[edges],
                closed=False,
                loose=(True, True),
            )
        )
    return parts
