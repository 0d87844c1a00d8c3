"""The head: skull, face, ears and neck stub of a body, as a rigid mesh in the head's own axes (x forwards, z up)."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from generator.figure.arrays import F32, Array, Points
from generator.figure.mesh.distance import cone, ellipsoid, smooth_min
from generator.figure.mesh.rigid import Box, blank, carve, mirrored_y
from generator.figure.mesh.solids import Mesh

CELL = 0.0042
BOX: Box = ((-0.21, -0.13, -0.22), (0.15, 0.13, 0.17))


@lru_cache(maxsize=32)
def head_mesh(jaw: float, chin: float, scale: float) -> Mesh:
    """The head of a body with that jaw width and softness below the chin, scaled."""
    mesh = carve(lambda p: head_field(p, jaw, chin), BOX, CELL, blank("skin", "head", 5, jump=0.0045, fine=0.85))
    return scaled(mesh, scale)


def scaled(mesh: Mesh, scale: float) -> Mesh:
    """The mesh about its own origin made smaller or larger."""
    return replace(mesh, vertices=mesh.vertices * F32(scale))


def cranium(points: Points) -> Array:
    """The brain case, that hair grows on."""
    return ellipsoid(points, (-0.014, 0, 0.030), (0.098, 0.076, 0.088))


def head_field(points: Points, jaw: float = 1.0, chin: float = 0.0) -> Array:
    """Signed distance to the head."""
    folded = mirrored_y(points)
    shape = cranium(points)
    shape = smooth_min(shape, ellipsoid(points, (0.028, 0, -0.022), (0.064, 0.060 * jaw, 0.082)), 0.03)
    shape = smooth_min(shape, ellipsoid(points, (0.052, 0, -0.086), (0.036, 0.034 * jaw, 0.028)), 0.03)
    jaw_bone = cone(folded, (-0.005, 0.050 * jaw, -0.045), (0.050, 0.018 * jaw, -0.092), 0.020, 0.018)
    shape = smooth_min(shape, jaw_bone, 0.03)
    shape = smooth_min(shape, cone(folded, (0.078, 0, 0.020), (0.074, 0.035, 0.018), 0.0155, 0.012), 0.022)
    shape = _with_nose_and_mouth(points, folded, shape)
    socket = ellipsoid(folded, (0.088, 0.032, -0.002), (0.016, 0.018, 0.012)) + F32(0.005)
    shape = -smooth_min(-shape, socket, 0.012)
    shape = smooth_min(shape, ellipsoid(folded, (0.070, 0.031, -0.003), (0.014, 0.015, 0.012)), 0.006)
    shape = smooth_min(shape, cone(points, (-0.016, 0, -0.05), (-0.030, 0, -0.16), 0.052, 0.055), 0.03)
    if chin:
        soft = ellipsoid(points, (0.022, 0, -0.104), (0.040, 0.040 * jaw, 0.016 + 0.010 * chin))
        shape = smooth_min(shape, soft, 0.025)
    return smooth_min(shape, _ear(folded), 0.006)


def _with_nose_and_mouth(points: Points, folded: Points, shape: Array) -> Array:
    shape = smooth_min(shape, cone(points, (0.082, 0, 0.014), (0.1060, 0, -0.026), 0.008, 0.0100), 0.014)
    shape = smooth_min(shape, ellipsoid(folded, (0.092, 0.009, -0.028), (0.012, 0.008, 0.009)), 0.008)
    shape = smooth_min(shape, ellipsoid(points, (0.0825, 0, -0.052), (0.014, 0.024, 0.0075)), 0.008)
    shape = smooth_min(shape, ellipsoid(points, (0.0800, 0, -0.0645), (0.013, 0.020, 0.0070)), 0.007)
    return smooth_min(shape, ellipsoid(points, (0.0735, 0, -0.095), (0.014, 0.020, 0.014)), 0.02)


def _ear(folded: Points) -> Array:
    c, s = F32(np.cos(0.25)), F32(np.sin(0.25))
    x, y, z = folded[0] + F32(0.010), folded[1] - F32(0.074), folded[2] + F32(0.008)
    turned = np.stack([x * c + z * s, y, -x * s + z * c])
    shell = ellipsoid(turned, (0, 0, 0), (0.018, 0.011, 0.031))
    bowl = ellipsoid(turned, (0.003, 0.012, 0.003), (0.011, 0.008, 0.020))
    result: Array = np.maximum(shell, -bowl)
    return result
