"""Keeps arms out of the trunk: a rule for the solver that pushes elbows, forearms and wrists back to the surface."""

from __future__ import annotations

import numpy as np

from generator.figure.anatomy.profiles import torso_row, torso_table
from generator.figure.anatomy.skeleton import SIDES, SPINE_HEIGHT
from generator.figure.arrays import Array
from generator.figure.pose.kinematics import Posture
from generator.figure.pose.landmarks import landmark

_WEIGHT = 5.0  # per metre; a contact weighs more, so a palm still lies on a hip
_SPINE = (1, 3, 4, 5, 6)  # joints whose cross-sections stand for the trunk
_REACH = 0.07  # half the height that one cross-section stands for
# what is kept out, and how thick it is
_POINTS = (("elbow", 0.034), ("mid forearm", 0.028), ("wrist", 0.022))

Rows = tuple[tuple[float, float, float, float], ...]


class TrunkClearance:
    """The rule for one body. A posture of b poses in, depths times a weight (b, points x sections) out."""

    def __init__(self, factors: Rows) -> None:
        heights = np.array([SPINE_HEIGHT[i] for i in _SPINE])
        self._radii = torso_table(factors)[torso_row(heights)].astype(float)  # (sections, 3) front, back, half width

    def __call__(self, posture: Posture) -> Array:
        places = [landmark(posture, f"{side} {name}") for side in SIDES for name, _ in _POINTS]
        thick = np.array([size for _ in SIDES for _, size in _POINTS])[None, :, None]
        points = np.stack(places, 1)  # (b, points, 3)
        origins = np.stack([posture.frames[f"spine {i}"][0] for i in _SPINE], 1)
        axes = np.stack([posture.frames[f"spine {i}"][1] for i in _SPINE], 1)
        local = np.einsum("bpsi,bsij->bpsj", points[:, :, None] - origins[:, None], axes)
        ahead, left, height = local[..., 0], local[..., 1], local[..., 2]
        deep = np.where(ahead > 0, self._radii[:, 0], self._radii[:, 1]) + thick
        wide = self._radii[:, 2] + thick
        share = np.sqrt((ahead / deep) ** 2 + (left / wide) ** 2)
        depth = np.maximum(0.0, 1.0 - share) * np.minimum(deep, wide)
        beside = np.clip((_REACH - np.abs(height)) / 0.02, 0.0, 1.0)
        result: Array = (_WEIGHT * depth * beside).reshape(len(points), -1)
        return result
