"""Hair: a style by name in, a rigid mesh in the head's axes out. Each style is the brain case with volume, cut at a
hairline, plus what hangs or is tied."""

from __future__ import annotations

from functools import lru_cache, partial

import numpy as np

from generator.figure.arrays import F32, Array, Points
from generator.figure.body.head import BOX, CELL, cranium, scaled
from generator.figure.mesh.distance import cone, ellipsoid, smooth_max, smooth_min
from generator.figure.mesh.rigid import blank, carve, mirrored_y
from generator.figure.mesh.solids import Mesh
from generator.shapes.pose_vocabulary import HAIRS

_HANG_STEP = 15.0  # degrees: tails are built for every fifteenth degree
_TAIL = (0.032, 0.045, 0.065, 0.075)  # metres from the knot to the tip


def hair_mesh(
    style: str, colour: str, scale: float, down: Array | None = None, lies_on_it: bool = False
) -> Mesh | None:
    """The hair of a style; None for bald heads. ValueError for an unknown style.

    `down` is the direction of gravity in the head's axes. A head that lies on its back wears its hair tied on top.
    """
    if style == "bald":
        return None
    if style not in HAIRS:
        raise ValueError(f"unknown hair {style!r}; known: {', '.join(HAIRS)}")
    hang = 0.0
    if style == "ponytail" and down is not None:
        # A tail falls backwards or over the crown, but not through the neck: there it lies on it.
        degrees = float(np.degrees(np.arctan2(-down[0], -down[2])))
        hang = min(max(round(degrees / _HANG_STEP) * _HANG_STEP, 0.0), 150.0)
    if lies_on_it and style in ("ponytail", "bun"):
        return _hair("top knot", colour, scale, 0.0)
    return _hair(style, colour, scale, hang)


@lru_cache(maxsize=32)
def _hair(style: str, colour: str, scale: float, hang: float) -> Mesh:
    field = partial(_ponytail, hang=hang) if style == "ponytail" else _STYLES[style]
    return scaled(carve(field, BOX, CELL, blank(colour, "hair", 5, fine=0.85)), scale)


def _volume(points: Points, thickness: float) -> Array:
    base = smooth_min(
        ellipsoid(points, (-0.016, 0, 0.034), (0.098, 0.077, 0.090)),
        ellipsoid(points, (-0.050, 0, -0.020), (0.058, 0.060, 0.066)), 0.04,
    )  # fmt: skip
    crown = ellipsoid(points, (-0.012, 0.006, 0.060), (0.092, 0.070, 0.068)) - F32(0.004)
    return smooth_min(base - F32(thickness), crown, 0.02)


def _off_face(points: Points, shape: Array, hairline: float, temple: float) -> Array:
    # The face is cut out as an oval (a little off the middle: a parting) and the temples in front of the ears.
    folded = mirrored_y(points)
    face = ellipsoid(points, (0.112, -0.006, hairline), (0.084, 0.090, 0.122))
    shape = smooth_max(shape, -face, 0.006)
    side = ellipsoid(folded, (0.078 + temple, 0.094, -0.034), (0.066, 0.084, 0.090))
    return smooth_max(shape, -side, 0.008)


def _off_ears(points: Points, shape: Array) -> Array:
    folded = mirrored_y(points)
    return smooth_max(shape, -ellipsoid(folded, (-0.006, 0.086, -0.022), (0.026, 0.05, 0.037)), 0.004)


def _above_nape(points: Points, shape: Array, low: float, slope: float) -> Array:
    return smooth_max(shape, F32(low) - points[2] - F32(slope) * (points[0] + F32(0.06)), 0.008)


def _short(points: Points) -> Array:
    shape = _off_face(points, _volume(points, 0.011), -0.044, 0.0)
    quiff = ellipsoid(points, (0.046, 0.018, 0.098), (0.044, 0.052, 0.022))
    shape = smooth_min(shape, quiff, 0.022)
    return _above_nape(points, _off_ears(points, shape), -0.064, 0.42)


def _crop(points: Points) -> Array:
    # Thin and further back: an older man's hair.
    shape = smooth_min(cranium(points), ellipsoid(points, (-0.050, 0, -0.020), (0.056, 0.060, 0.066)), 0.04) - F32(
        0.006
    )
    face = ellipsoid(points, (0.100, 0, -0.010), (0.092, 0.080, 0.122))
    shape = smooth_max(shape, -face, 0.006)
    corner = ellipsoid(mirrored_y(points), (0.060, 0.066, 0.052), (0.044, 0.044, 0.050))
    shape = smooth_max(shape, -corner, 0.010)
    side = ellipsoid(mirrored_y(points), (0.072, 0.094, -0.034), (0.066, 0.084, 0.090))
    shape = smooth_max(shape, -side, 0.008)
    return _above_nape(points, _off_ears(points, shape), -0.060, 0.42)


def _tied(points: Points) -> Array:
    shape = _off_face(points, _volume(points, 0.008), -0.040, 0.0)
    return _above_nape(points, _off_ears(points, shape), -0.052, 0.55)


def _bun(points: Points) -> Array:
    return smooth_min(_tied(points), ellipsoid(points, (-0.128, 0, 0.062), (0.036, 0.040, 0.036)), 0.006)


def _top_knot(points: Points) -> Array:
    return smooth_min(_tied(points), ellipsoid(points, (-0.066, 0, 0.128), (0.032, 0.036, 0.030)), 0.006)


def _ponytail(points: Points, hang: float) -> Array:
    # `hang` is the direction in which things fall, as the head feels it: 0 down along the neck, 90 straight backwards.
    shape = _tied(points)
    radii = (0.013, 0.020, 0.026, 0.024, 0.004)
    path = [np.array([-0.106, 0.0, 0.056])]
    for length, degrees in zip(_TAIL, (0.35 * hang + 58, 0.8 * hang + 12, hang - 4, hang - 12), strict=True):
        fall = np.radians(degrees)
        path.append(path[-1] + length * np.array([-np.sin(fall), 0.0, -np.cos(fall)]))
    for i in range(4):
        shape = smooth_min(shape, cone(points, path[i], path[i + 1], radii[i], radii[i + 1]), 0.012)
    return shape


def _bob(points: Points) -> Array:
    # Chin length: hangs over the ears and ends in a level cut.
    shape = _off_face(points, _volume(points, 0.013), -0.040, 0.012)
    folded = mirrored_y(points)
    curtain = ellipsoid(folded, (-0.034, 0.060, -0.040), (0.062, 0.036, 0.092))
    back = ellipsoid(points, (-0.058, 0, -0.030), (0.060, 0.076, 0.090))
    shape = smooth_min(shape, smooth_min(curtain, back, 0.02), 0.02)
    shape = smooth_max(shape, -ellipsoid(points, (0.112, 0, -0.060), (0.100, 0.080, 0.120)), 0.006)
    result: Array = smooth_max(shape, F32(-0.098) - points[2] + F32(0.12) * points[0], 0.010)
    return np.asarray(result)


_STYLES = {"short": _short, "crop": _crop, "bun": _bun, "bob": _bob, "top knot": _top_knot}
