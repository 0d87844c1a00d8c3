"""Fine lines on the surface: 3-D polylines are tested against the depth picture, and what is seen becomes thin ink."""

from __future__ import annotations

import numpy as np

from generator.figure.arrays import Array
from generator.figure.lines.ribbon import Ribbon, ribbons
from generator.figure.lines.shot import Shot
from generator.figure.lines.vector import Subpath
from generator.figure.mesh.smoothing import smooth_along

_STEP = 2.0  # pixels between points
_TOLERANCE = 0.5  # pixels
_THINNEST = 0.25  # pixels of a half width
_SLENDER = 12.0  # as many times longer than wide is a short line, or it would be a seed


def resampled(path: Array, step: float = _STEP) -> Array:
    """A polyline (n, 2) with even steps; a single point repeated where it has no length."""
    length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))])
    count = max(4, int(length[-1] / step) + 1)
    along = np.linspace(0.0, length[-1], count)
    return np.stack([np.interp(along, length, path[:, 0]), np.interp(along, length, path[:, 1])], 1)


def seen_runs(flags: Array, least: int) -> list[tuple[int, int]]:
    """Stretches [start, end) of True of at least that length."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= least]


def masked(mask: Array, path: Array) -> Array:
    """Whether each point of a pixel path lies in a mask."""
    height, width = mask.shape
    x, y = np.clip(path[:, 0].astype(int), 0, width - 1), np.clip(path[:, 1].astype(int), 0, height - 1)
    result: Array = mask[y, x]
    return result


def tapered(shot: Shot, paths: list[Array], millimetres: float, power: float = 0.5) -> list[Subpath]:
    """Pixel polylines as strokes that thin out at both ends, on the canvas."""
    half = shot.pen_pixels(millimetres) / 2
    lines = [Ribbon(path, np.maximum(_half_widths(path, half, power), _THINNEST)) for path in paths]
    return shot.to_canvas(ribbons(lines, _TOLERANCE))


def _half_widths(path: Array, half: float, power: float) -> Array:
    length = float(np.hypot(*np.diff(path, axis=0).T).sum())
    swell = np.sin(np.pi * np.linspace(0.06, 0.94, len(path))) ** power
    result: Array = min(half, length / _SLENDER / 2) * swell
    return result


def seen_paths(
    shot: Shot, points: Array, outward: Array | None, mask: Array | None, slack: float, least: int
) -> list[Array]:
    """The parts of a 3-D polyline that face the viewer, are not hidden and lie in a mask, as pixel paths."""
    place, _ = shot.pixels.project(points)
    seen = shot.pixels.visible(points, slack)
    if outward is not None:
        seen &= outward @ shot.pixels.axes[2] > 0.08
    path = resampled(place)
    position = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(place, axis=0).T))])
    along = np.linspace(0.0, position[-1], len(path))
    flags = np.interp(along, position, seen.astype(float)) > 0.5
    if mask is not None:
        flags &= masked(mask, path)
    return [smooth_along(path[a:b], 1.5, False) for a, b in seen_runs(flags, least)]
