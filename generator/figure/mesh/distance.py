"""Distance fields: points (3, n) in, signed distances (n,) in metres out, negative inside.

They need not be exact distances; only their zero surface is drawn, and near it they must grow evenly.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from generator.figure.anatomy.profiles import Profile
from generator.figure.arrays import F32, Array, Points

Vector = Sequence[float] | Array
FAR = F32(0.3)  # the distance where nobody measured; boxes of shapes must be wide enough that no surface is near


def smooth_min(a: Array, b: Array, k: Array | float) -> Array:
    """Union of two shapes with a fillet of about k metres."""
    width = np.maximum(np.asarray(k, dtype=F32), F32(1e-5))
    h = np.maximum(width - np.abs(a - b), F32(0))
    result: Array = np.minimum(a, b) - h * h / width * F32(0.25)
    return result


def smooth_max(a: Array, b: Array, k: Array | float) -> Array:
    """Intersection of two shapes with a fillet of about k metres."""
    return -smooth_min(-a, -b, k)


def column(vector: Vector) -> Array:
    """A vector as a (3, 1) column of 32-bit floats."""
    return np.asarray(vector, dtype=F32).reshape(3, 1)


def to_local(points: Points, origin: Array, rotation: Array) -> Points:
    """World points in the axes of a frame."""
    result: Points = rotation.T.astype(F32) @ (points - column(origin))
    return result


def ellipsoid(points: Points, centre: Vector, radii: Vector) -> Array:
    """An ellipsoid along the axes."""
    r = column(radii)
    q = (points - column(centre)) / r
    q2 = q / r
    k0 = np.sqrt(np.einsum("ij,ij->j", q, q)) + F32(1e-6)
    k1 = np.sqrt(np.einsum("ij,ij->j", q2, q2)) + F32(1e-6)
    result: Array = k0 * (k0 - 1) / k1
    return result


def cone(points: Points, a: Vector, b: Vector, radius_a: float, radius_b: float) -> Array:
    """A bone-like rod from a to b whose radius changes evenly, with round ends; a ball where a = b."""
    start, along = column(a), column(b) - column(a)
    rel = points - start
    length2 = float((along * along).sum()) + 1e-12
    t = np.clip((along.T @ rel)[0] / F32(length2), F32(0), F32(1))
    rel = rel - along * t
    result: Array = np.sqrt(np.einsum("ij,ij->j", rel, rel)) - (F32(radius_a) + F32(radius_b - radius_a) * t)
    return result


def near_joint(points: Points, joint: Array, reach: float, most: float, least: float = 0.003) -> Array:
    """Width of the fillet around a joint: `most` close to it, `least` from `reach` metres on.

    Shapes melt only near the joint they share: calves do not melt into thighs, nor arms into the trunk.
    """
    rel = points - column(joint)
    d = np.sqrt(np.einsum("ij,ij->j", rel, rel)) / F32(reach)
    closeness = np.clip(F32(1.6) * (F32(1) - d), F32(0), F32(1))
    result: Array = F32(least) + F32(most - least) * closeness
    return result


def loft(
    local: Points, length: float, profile: Profile, sign: float, caps: tuple[float, float], factor: float = 1.0
) -> tuple[Array, Array]:
    """A limb with four radii at every share of its bone; returns distance and share. The bone hangs along -z."""
    share = local[2] * F32(-1.0 / length)
    front, back, outside, inside = profile.columns(share, factor)
    x, y = local[0], local[1] * F32(sign)
    over = np.maximum(np.maximum(-share, share - F32(1)), F32(0)) * F32(length)
    cap = np.where(share < 0.5, F32(caps[0]), F32(caps[1]))
    a, b = np.where(x > 0, front, back), np.where(y > 0, outside, inside)
    over2, x2, y2 = (over / cap) ** 2, x * x, y * y
    q = np.sqrt(x2 / (a * a) + y2 / (b * b) + over2) + F32(1e-6)
    distance = np.sqrt(x2 + y2 + over * over) * (F32(1) - F32(1) / q)
    distance = np.where(q < F32(0.15), -np.minimum(a, b) * F32(0.85), distance)
    return distance, share


def inside_box(points: Points, corners: Array, pad: float) -> Array:
    """Indices of the points inside the box around some corners (n, 3), widened by pad."""
    low, high = (corners.min(0) - pad).astype(F32), (corners.max(0) + pad).astype(F32)
    keep = (points[0] > low[0]) & (points[0] < high[0])
    for axis in (1, 2):
        keep &= (points[axis] > low[axis]) & (points[axis] < high[axis])
    return np.flatnonzero(keep)
