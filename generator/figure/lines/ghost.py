"""The ghost of the start position: pale outlines behind the figure, left out where they would crowd its own lines."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from generator.figure.arrays import Array
from generator.figure.lines.chains import Polyline, lines_of
from generator.figure.lines.cracks import OCCLUDING, OUTER, find_cracks
from generator.figure.lines.ink import ink_lines
from generator.figure.lines.shot import Shot
from generator.figure.lines.strands import masked, seen_runs
from generator.figure.lines.tints import trace
from generator.figure.lines.vector import Canvas
from generator.figure.mesh.smoothing import blurred, halved

_WEIGHT = 0.72
_LEAST_PART = 9000.0  # pixels, 32 square millimetres: smaller scraps of a ghost are puzzling
_LEAST_SHARE = 0.4  # of its largest part: a hand or a shin that shows on its own, cut off from the rest, too
_LEAST = 16  # pixels of a line that is worth keeping
_CROWDED = 20  # pixels, 1.2 mm: closer to the figure's outline than this, a pale line only blurs it


def paint_ghost(ghost: Shot, figure: Shot, canvas: Canvas) -> None:
    """Draw the silhouette and the main lines of `ghost`, seen behind `figure`."""
    shift = np.rint(figure.pixels.shift - ghost.pixels.shift).astype(int)
    crowded = laid_over(around(figure.pixels.mesh >= 0), ghost.pixels.shape, shift)
    seen = large_parts((ghost.pixels.mesh >= 0) & ~crowded, _LEAST_PART, _LEAST_SHARE)
    canvas.fill("ghost_fill", ghost.to_canvas(trace(seen, 1.0)))
    near_seen = around(seen, 6)
    lines = [
        part
        for line in lines_of(find_cracks(ghost.pixels, ghost.normal, ghost.limb))
        if (line.kind == OUTER).mean() > 0.2 or ((line.kind == OCCLUDING).mean() > 0.5 and len(line.points) > 60)
        for part in _clear_parts(line, near_seen & ~crowded)
    ]
    weight = _WEIGHT * ghost.style.line_weight
    for inked in ink_lines(ghost.pixels, lines, ghost.style.pen, ghost.style.mm_per_pixel, weight):
        outline = ghost.to_canvas(inked.outline)
        if inked.width:
            canvas.stroke("ghost_line", outline, round(inked.width * ghost.points_per_pixel, 1))
        else:
            canvas.fill("ghost_line", outline)


def around(mask: Array, reach: int = _CROWDED) -> Array:
    """The mask grown by about `reach` pixels, found on a quarter of the resolution."""
    small = blurred(halved(halved(mask)), max(reach / 8, 0.8)) > 0.03
    grown = np.repeat(np.repeat(small, 4, 0), 4, 1)
    result: Array = grown[: mask.shape[0], : mask.shape[1]]
    return result


def laid_over(mask: Array, shape: tuple[int, int], shift: Array) -> Array:
    """A mask of one picture in the pixels of another, whose origin lies `shift` (x, y) pixels before it."""
    result = np.zeros(shape, dtype=bool)
    rows, columns = np.nonzero(mask)
    x, y = columns - shift[0], rows - shift[1]
    kept = (x >= 0) & (y >= 0) & (x < shape[1]) & (y < shape[0])
    result[y[kept], x[kept]] = True
    return result


def large_parts(mask: Array, least: float, share: float = 0.0) -> Array:
    """Only those connected parts of a mask that cover at least `least` pixels and a `share` of the largest part."""
    small = halved(halved(mask)) > 0.3
    height, width = small.shape
    label = np.where(small, np.arange(1, height * width + 1).reshape(height, width), 0)
    while True:  # every part takes on its highest number
        spread = label.copy()
        for axis in (0, 1):
            for step in (1, -1):
                moved = np.roll(spread, step, axis)
                edge = 0 if step == 1 else -1
                moved[(edge, slice(None)) if axis == 0 else (slice(None), edge)] = 0
                spread = np.where(small, np.maximum(spread, moved), 0)
        if (spread == label).all():
            break
        label = spread
    count = np.bincount(label.ravel())
    count[0] = 0
    large = (16 * count >= max(least, share * 16 * count.max()))[label]
    grown = np.repeat(np.repeat(large, 4, 0), 4, 1)[: mask.shape[0], : mask.shape[1]]
    result: Array = mask & grown
    return result


def _clear_parts(line: Polyline, clear_places: Array) -> list[Polyline]:
    clear = masked(clear_places, line.points)
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
