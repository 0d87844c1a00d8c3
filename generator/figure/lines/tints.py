"""Masks to filled outlines. Traced at half the resolution: their edges lie under ink or are soft forms anyway."""

from __future__ import annotations

import contourpy
import numpy as np

from generator.figure.arrays import F32, Array
from generator.figure.lines.fit import fit_curves
from generator.figure.lines.vector import Subpath, curve_subpath
from generator.figure.mesh.smoothing import blurred, halved

TOLERANCE = 0.65  # half-resolution pixels
_SHORTEST = 8  # points of a contour that is worth drawing


def trace(mask: Array, sigma: float = 0.8, least_area: float = 6.0, level: float = 0.5) -> list[Subpath]:
    """Closed outlines of a mask in pixel places. `sigma` in half pixels rounds the form; specks below `least_area`
    (half pixels squared) are left out."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if len(rows) == 0:
        return []
    top, left = rows[0] - rows[0] % 2, columns[0] - columns[0] % 2
    part = halved(mask[top : rows[-1] + 1, left : columns[-1] + 1].astype(F32))
    pad = int(3 * sigma + 3)
    soft = blurred(np.pad(part, pad), sigma) if sigma > 0 else np.pad(part, pad)
    rings = [ring for ring in contours(soft, level) if len(ring) > _SHORTEST and _area(ring) > least_area]
    if not rings:
        return []
    curves = fit_curves(rings, TOLERANCE, [True] * len(rings))
    # Sample (i, j) of the halved picture is the middle of four pixels.
    shift = np.array([left + 1.0 - 2 * pad, top + 1.0 - 2 * pad])
    return [curve_subpath(curve).moved(2.0, shift) for curve in curves]


def contours(picture: Array, level: float) -> list[Array]:
    """Lines of equal value, (n, 2) in array coordinates x, y; closed ones end where they began."""
    found = contourpy.contour_generator(z=picture).lines(level)
    return [np.asarray(line, dtype=float) for line in found]


def _area(ring: Array) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return abs(0.5 * float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])))
