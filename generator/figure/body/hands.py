"""Hands: a grip by name in, a rigid mesh in the hand's axes out (fingers along -z, thumb to +x, palm to the middle)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from generator.figure.arrays import Array, Points
from generator.figure.mesh.distance import cone, ellipsoid, smooth_min
from generator.figure.mesh.rigid import Box, blank, carve, other_side
from generator.figure.mesh.solids import Mesh

CELL = 0.0032
BOX: Box = ((-0.07, -0.11, -0.215), (0.11, 0.11, 0.05))
Place = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Grip:
    """Flexion in degrees at the three joints of every finger, how far they spread, and how the thumb lies."""

    flexion: tuple[float, float, float]
    spread: float
    thumb: str
    curl: float = 0.0  # extra flexion from finger to finger towards the little one
    first: tuple[float, float, float] | None = None  # the index finger, where it differs


GRIPS = {
    "relaxed": Grip((22, 28, 18), 0.7, "rest", 4.0),
    "flat": Grip((3, 3, 3), 0.8, "out"),
    "grip": Grip((68, 84, 58), 0.25, "wrap"),
    "fist": Grip((80, 98, 72), 0.0, "cross"),
    "hook": Grip((25, 80, 60), 0.2, "rest"),
    "splay": Grip((0, 5, 3), 1.7, "out"),
    "point": Grip((80, 98, 72), 0.1, "cross", first=(5, 6, 5)),
}
_THUMBS: dict[str, tuple[Place, ...]] = {
    "out": ((0.020, -0.010, -0.022), (0.050, -0.016, -0.050), (0.066, -0.016, -0.078), (0.073, -0.014, -0.100)),
    "rest": ((0.020, -0.010, -0.022), (0.042, -0.022, -0.050), (0.049, -0.028, -0.080), (0.047, -0.034, -0.104)),
    "wrap": ((0.020, -0.010, -0.022), (0.044, -0.030, -0.046), (0.042, -0.054, -0.066), (0.022, -0.068, -0.080)),
    "cross": ((0.020, -0.010, -0.022), (0.042, -0.030, -0.048), (0.034, -0.050, -0.072), (0.010, -0.056, -0.080)),
}
_KNUCKLES: tuple[Place, ...] = (
    (0.027, 0.003, -0.090), (0.009, 0.005, -0.094), (-0.009, 0.004, -0.090), (-0.026, 0.002, -0.082),
)  # fmt: skip
_LENGTHS = ((0.040, 0.024, 0.019), (0.045, 0.028, 0.020), (0.041, 0.026, 0.020), (0.032, 0.020, 0.018))
_RADII = (
    (0.0100, 0.0088, 0.0076), (0.0104, 0.0090, 0.0078), (0.0100, 0.0086, 0.0076), (0.0088, 0.0076, 0.0068),
)  # fmt: skip
_SPREAD = (5.0, 1.0, -3.0, -8.0)
_THUMB_RADII = (0.015, 0.0125, 0.0110, 0.0088)


def hand_mesh(side: str, grip: str) -> Mesh:
    """The hand of one side; ValueError for an unknown grip."""
    if grip not in GRIPS:
        raise ValueError(f"unknown grip {grip!r}; known: {', '.join(GRIPS)}")
    left = _left_hand(grip)
    return left if side == "left" else other_side(left, "hand right", 2)


@lru_cache(maxsize=16)
def _left_hand(grip: str) -> Mesh:
    traits = blank("skin", "hand left", 1, jump=0.0045, fine=0.62)
    return carve(lambda points: hand_field(points, GRIPS[grip]), BOX, CELL, traits)


def hand_field(points: Points, grip: Grip) -> Array:
    """Signed distance to a left hand."""
    shape = _palm(points)
    fingers = None
    for i in range(4):
        joints = finger_joints(grip, i)
        finger = cone(points, joints[0], joints[1], _RADII[i][0], _RADII[i][1])
        for j in (1, 2):
            ends = (_RADII[i][j], _RADII[i][2] * (0.94 if j == 2 else 1.0))
            finger = smooth_min(finger, cone(points, joints[j], joints[j + 1], *ends), 0.004)
        fingers = finger if fingers is None else np.minimum(fingers, finger)
        x, y, z = _KNUCKLES[i]
        shape = smooth_min(shape, cone(points, (x, y, z + 0.01), _KNUCKLES[i], 0.012, 0.0105), 0.012)
    assert fingers is not None
    shape = smooth_min(shape, fingers, 0.006)
    thumb = _THUMBS[grip.thumb]
    for j in range(3):
        rod = cone(points, thumb[j], thumb[j + 1], _THUMB_RADII[j], _THUMB_RADII[j + 1])
        shape = smooth_min(shape, rod, 0.010 if j == 0 else 0.004)
    return shape


def _palm(points: Points) -> Array:
    shape = cone(points, (0, 0, -0.005), (0, 0, -0.02), 0.024, 0.026)
    for a, b, ra, rb in (
        ((0.014, 0.002, -0.022), (0.026, 0.003, -0.088), 0.016, 0.0125),
        ((0.000, 0.003, -0.022), (0.006, 0.004, -0.092), 0.016, 0.0128),
        ((-0.012, 0.001, -0.022), (-0.026, 0.002, -0.080), 0.016, 0.0115),
        ((0.016, -0.008, -0.020), (0.024, -0.010, -0.055), 0.016, 0.013),  # ball of the thumb
        ((-0.018, -0.008, -0.020), (-0.022, -0.007, -0.060), 0.013, 0.011),
    ):
        shape = smooth_min(shape, cone(points, a, b, ra, rb), 0.02)
    return smooth_min(shape, ellipsoid(points, (0, 0, 0.005), (0.029, 0.020, 0.03)), 0.015)


def finger_joints(grip: Grip, finger: int) -> list[Array]:
    """Knuckle, two joints and tip of a finger (0 = index) of the left hand."""
    flexion = grip.first if finger == 0 and grip.first else grip.flexion
    sideways = np.tan(np.radians(_SPREAD[finger] * grip.spread))
    joints = [np.array(_KNUCKLES[finger])]
    bend = 0.0
    for j, degrees in enumerate(flexion):
        bend += np.radians(degrees + (grip.curl * finger if j < 2 else 0.0))
        along = np.array([sideways * np.cos(bend), -np.sin(bend), -np.cos(bend)])
        joints.append(joints[-1] + along / np.linalg.norm(along) * _LENGTHS[finger][j])
    return joints
