"""The trunk as a distance field: a tube along the bent spine with its own width and depth at every height."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.figure.anatomy.profiles import TORSO_BOTTOM, TORSO_POWER, TORSO_TOP, torso_row
from generator.figure.anatomy.skeleton import SPINE_HEIGHT
from generator.figure.arrays import F32, Array, Points, unit
from generator.figure.mesh.distance import column
from generator.figure.pose.kinematics import Posture

_SAMPLES = 56
_CAP = 0.05


@dataclass(frozen=True, slots=True)
class SpineCurve:
    """Points along the bent spine: height when straight (n,), centres and axes (n, 3) front, left, upwards."""

    height: Array
    centre: Array
    front: Array
    left: Array
    up: Array

    def at(self, heights: Array) -> tuple[Array, Array, Array]:
        """Centre, front and left directions (m, 3) at some heights."""
        found = [
            np.stack([np.interp(heights, self.height, a[:, c]) for c in range(3)], 1)
            for a in (self.centre, self.front, self.left)
        ]
        return found[0], unit(found[1]), unit(found[2])


def spine_curve(posture: Posture) -> SpineCurve:
    """A smooth curve through the joints of the spine with a frame that bends evenly."""
    frames = [posture.frame(f"spine {i}") for i in range(len(SPINE_HEIGHT))]
    centres = np.array([origin for origin, _ in frames])
    rotations = np.array([rotation for _, rotation in frames])
    halfway = rotations.copy()  # at a joint: the mean of the bone below and the bone above
    for joint in range(2, len(frames)):
        u, _, v = np.linalg.svd(rotations[joint - 1] + rotations[joint])
        halfway[joint] = u @ v
    heights = np.append(np.array(SPINE_HEIGHT), SPINE_HEIGHT[-1] + 0.04)
    centres = np.vstack([centres, centres[-1] + rotations[-1] @ np.array([0.0, 0.0, 0.04])])
    halfway = np.concatenate([halfway, rotations[-1][None]])
    z = np.linspace(heights[0], heights[-1], _SAMPLES)
    i = np.clip(np.searchsorted(heights, z) - 1, 0, len(heights) - 2)
    gap = (heights[i + 1] - heights[i])[:, None]
    u1 = (z - heights[i])[:, None] / gap
    up = halfway[:, :, 2]
    path = (2 * u1**3 - 3 * u1**2 + 1) * centres[i] + (u1**3 - 2 * u1**2 + u1) * gap * up[i]
    path = path + (-2 * u1**3 + 3 * u1**2) * centres[i + 1] + (u1**3 - u1**2) * gap * up[i + 1]
    along = unit(np.gradient(path, axis=0))
    front = halfway[i][:, :, 0] * (1 - u1) + halfway[i + 1][:, :, 0] * u1
    front = unit(front - (front * along).sum(1, keepdims=True) * along)
    return SpineCurve(z, path, front, np.cross(along, front), along)


@dataclass(frozen=True, slots=True)
class TorsoSample:
    """At points: distance, height along the spine, place to the front and to the left, and how far down is outwards."""

    distance: Array
    height: Array
    ahead: Array
    left: Array
    downwards: Array  # 1 where the skin faces the floor, -1 where it faces the sky, 0 at the sides


def torso_sample(points: Points, curve: SpineCurve, table: Array) -> TorsoSample:
    """Measure points (3, n) against the trunk."""
    near = _nearest(points, curve)
    centre, front, left, up = (a.T.astype(F32) for a in (curve.centre, curve.front, curve.left, curve.up))
    along = np.einsum("ij,ij->j", points - centre[:, near], up[:, near])
    height = curve.height[near].astype(F32) + along
    step = F32(curve.height[1] - curve.height[0])
    share = np.clip(np.abs(along) / step, F32(0), F32(0.5))
    beside = np.clip(near + np.sign(along).astype(np.int32), 0, len(curve.height) - 1)
    keep = F32(1) - share
    rel = points - (centre[:, near] * keep + centre[:, beside] * share)
    fx = front[:, near] * keep + front[:, beside] * share
    fy = left[:, near] * keep + left[:, beside] * share
    x, y = np.einsum("ij,ij->j", rel, fx), np.einsum("ij,ij->j", rel, fy)
    distance, radius = superellipse(x, y, height, table)
    downwards = -(x * fx[2] + y * fy[2]) / radius
    return TorsoSample(distance, height, x, y, downwards)


def _nearest(points: Points, curve: SpineCurve) -> Array:
    origin = curve.centre.mean(0)
    centre = (curve.centre - origin).astype(F32)
    square = (centre * centre).sum(1)[:, None] - F32(2) * (centre @ (points - column(origin)))
    result: Array = square.argmin(0).astype(np.int32)
    return result


def superellipse(x: Array, y: Array, height: Array, table: Array) -> tuple[Array, Array]:
    """Distance to a trunk of some widths at (ahead, left, height), and the distance from its middle line."""
    over = np.maximum(np.maximum(F32(TORSO_BOTTOM) - height, height - F32(TORSO_TOP)), F32(0))
    row = table[torso_row(height)]
    a, b = np.where(x > 0, row[:, 0], row[:, 1]), row[:, 2]
    power = F32(TORSO_POWER)
    q = (np.abs(x / a) ** power + np.abs(y / b) ** power + (over / F32(_CAP)) ** power) ** (1 / power) + F32(1e-6)
    radius = np.sqrt(x * x + y * y) + F32(1e-6)
    distance = np.sqrt(radius * radius + over * over) * (F32(1) - F32(1) / q)
    distance = np.where(q < F32(0.15), -np.minimum(a, b) * F32(0.85), distance)
    return distance.astype(F32), radius
