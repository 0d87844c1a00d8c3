"""Feet: shod or bare, with bent toes, as rigid meshes in the foot's axes (x forwards, z up, ankle at the origin)."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from generator.figure.anatomy.skeleton import Skeleton
from generator.figure.arrays import F32, Array, Points
from generator.figure.mesh.distance import cone, ellipsoid, smooth_max, smooth_min
from generator.figure.mesh.rigid import Box, blank, carve, other_side
from generator.figure.mesh.solids import Mesh

CELL = 0.0042
BOX: Box = ((-0.10, -0.08, -0.13), (0.24, 0.08, 0.20))
_TOE_STEP = 5  # degrees: meshes are built for every fifth degree of toe bend
_ANKLE = Skeleton().ankle_height
_BALL = (Skeleton().ball_ahead, 0.0, -_ANKLE + 0.012)
_SOLE = 0.019  # thickness
_COLLAR = 0.22
# big toe to little toe: root, tip (from the ball of the foot) and thickness
_TOES = (
    ((0.006, -0.024, -0.001), (0.060, -0.020, -0.001), 0.0125),
    ((0.010, -0.006, -0.001), (0.054, -0.004, -0.002), 0.0095),
    ((0.006, 0.007, -0.001), (0.045, 0.008, -0.003), 0.0090),
    ((0.000, 0.019, -0.001), (0.034, 0.020, -0.003), 0.0085),
    ((-0.008, 0.030, -0.001), (0.021, 0.030, -0.003), 0.0085),
)


def foot_meshes(side: str, toes: float, kind: str) -> list[Mesh]:
    """The meshes of one foot with its toes bent up by some degrees; `kind` is `shoe` or `bare`."""
    if kind not in ("shoe", "bare"):
        raise ValueError(f"unknown feet {kind!r}; known: shoe, bare")
    left = _left_foot(round(toes / _TOE_STEP) * _TOE_STEP, kind)
    if side == "left":
        return list(left)
    return [other_side(mesh, mesh.name.replace("left", "right"), 4) for mesh in left]


@lru_cache(maxsize=64)
def _left_foot(toes: int, kind: str) -> tuple[Mesh, ...]:
    shape = _Shape(toes)
    if kind == "bare":
        return (carve(shape.bare, BOX, CELL, blank("skin", "foot left", 3, jump=0.005, fine=0.8)),)
    return (
        carve(shape.ankle, BOX, CELL, blank("skin", "ankle left", 3)),
        carve(shape.shoe, BOX, CELL, blank("shoe", "shoe left", 3, fine=0.9)),
        carve(shape.sole, BOX, CELL, blank("sole", "sole left", 3, fine=0.9)),
    )


class _Shape:
    """Fields of a left foot with one toe angle."""

    def __init__(self, degrees: float) -> None:
        self._cos, self._sin = F32(np.cos(np.radians(degrees))), F32(np.sin(np.radians(degrees)))
        self._up = degrees > 2
        self._bent = abs(degrees) > 2

    def _toe_points(self, points: Points) -> Points:
        x, y, z = points[0] - F32(_BALL[0]), points[1], points[2] - F32(_BALL[2])
        return np.stack([x * self._cos + z * self._sin, y, z * self._cos - x * self._sin])

    def _hindfoot(self, points: Points) -> Array:
        shape = cone(points, (-0.003, 0, 0.07), (-0.003, 0, 0), 0.033, 0.0345)
        shape = smooth_min(shape, ellipsoid(points, (-0.020, 0, -0.046), (0.040, 0.033, 0.034)), 0.03)
        shape = smooth_min(shape, cone(points, (-0.016, 0, 0.03), (-0.030, 0, -0.03), 0.022, 0.026), 0.03)
        shape = smooth_min(shape, cone(points, (0.008, -0.002, -0.004), (0.100, -0.004, -0.047), 0.036, 0.024), 0.035)
        shape = smooth_min(shape, cone(points, (-0.02, 0.004, -0.050), (0.118, 0.016, -0.055), 0.030, 0.026), 0.03)
        shape = smooth_min(shape, cone(points, (0.02, -0.008, -0.045), (0.122, -0.018, -0.053), 0.028, 0.027), 0.03)
        shape = smooth_min(shape, ellipsoid(points, (-0.004, 0.029, 0.000), (0.016, 0.010, 0.018)), 0.015)
        shape = smooth_min(shape, ellipsoid(points, (0.002, -0.031, 0.008), (0.016, 0.010, 0.018)), 0.015)
        return smooth_max(shape, points[0] - F32(_BALL[0] + 0.02), 0.01)

    def _closed(self, points: Points, toe_points: Points) -> Array:
        # The foot with its forefoot in one piece, as it fills a shoe.
        inner = cone(toe_points, (-0.01, -0.014, 0.014), (0.050, -0.011, 0.004), 0.027, 0.019)
        outer = cone(toe_points, (-0.01, 0.016, 0.010), (0.036, 0.014, 0.003), 0.024, 0.017)
        return smooth_min(self._hindfoot(points), smooth_min(inner, outer, 0.025), 0.016)

    def _under(self, points: Points, toe_points: Points, hind: float, toe: float) -> Array:
        # Depth below the ground plane, bent at the ball of the foot.
        below_heel: Array = -(points[2] + F32(hind))
        below_toes: Array = -(toe_points[2] + F32(toe))
        if not self._bent:
            return np.where(points[0] < _BALL[0], below_heel, below_toes)
        deeper: Array = np.maximum(below_heel, below_toes) if self._up else np.minimum(below_heel, below_toes)
        return deeper

    def ankle(self, points: Points) -> Array:
        """Skin inside the shoe."""
        toe = self._toe_points(points)
        return smooth_max(self._closed(points, toe) + F32(0.002), self._under(points, toe, _ANKLE, 0.012), 0.004)

    def shoe(self, points: Points) -> Array:
        """A low-cut shoe: its collar dips at the ankle bones and rises at heel and tongue."""
        toe = self._toe_points(points)
        shape = smooth_max(self._closed(points, toe) - F32(0.0035), self._under(points, toe, _ANKLE, 0.012), 0.004)
        collar = points[2] + F32(0.006) - F32(_COLLAR) * np.abs(points[0] - F32(0.004))
        return smooth_max(shape, np.maximum(collar, points[2] - F32(0.035)), 0.004)

    def sole(self, points: Points) -> Array:
        """The sole of the shoe, a little wider than the shoe."""
        toe = self._toe_points(points)
        under = self._under(points, toe, _ANKLE + 0.001, 0.013)
        over = -self._under(points, toe, _ANKLE - _SOLE, 0.012 - _SOLE)
        shape = smooth_max(self._closed(points, toe) - F32(0.0065), under, 0.004)
        return smooth_max(shape, over, 0.003)

    def bare(self, points: Points) -> Array:
        """A bare foot with five toes."""
        toe = self._toe_points(points)
        pad = cone(toe, (-0.012, -0.018, 0.006), (-0.010, 0.020, 0.004), 0.021, 0.018)
        shape = smooth_min(self._hindfoot(points), pad, 0.02)
        toes = None
        for root, tip, radius in _TOES:
            rod = cone(toe, root, tip, radius * 1.1, radius)
            toes = rod if toes is None else smooth_min(toes, rod, 0.0015)
        assert toes is not None
        shape = smooth_min(shape, toes, 0.010)
        return smooth_max(shape, self._under(points, toe, _ANKLE, 0.012), 0.006)
