"""Arms and legs as distance fields: points, posture and side in, distances to the limb and its upper half out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.figure.anatomy.bodies import Body
from generator.figure.anatomy.profiles import FOREARM, SHANK, THIGH, UPPER_ARM
from generator.figure.anatomy.skeleton import SIGN
from generator.figure.arrays import F32, Array, Points
from generator.figure.mesh.distance import FAR, cone, inside_box, loft, near_joint, smooth_min, to_local
from generator.figure.pose.kinematics import Posture


@dataclass(frozen=True, slots=True)
class Limb:
    """Over all points: distance to the whole limb, to its upper half alone, and the share along the upper bone."""

    whole: Array
    upper: Array
    share: Array


@dataclass(frozen=True, slots=True)
class Joined:
    """Where a limb meets the trunk: indices of points near the joint and the width of the fillet there."""

    near: Array
    fillet: Array


def _blank(points: Points) -> Limb:
    n = points.shape[1]
    return Limb(np.full(n, FAR, F32), np.full(n, FAR, F32), np.full(n, 9.0, F32))


def leg_field(points: Points, posture: Posture, body: Body, side: str) -> Limb:
    """Thigh, knee cap and shank of one side."""
    limb = _blank(points)
    sign, skeleton = SIGN[side], posture.skeleton
    hip, thigh = posture.frame(f"thigh {side}")
    knee, shank = posture.frame(f"shank {side}")
    ankle = posture.frame(f"foot {side}")[0]
    bend = np.degrees(np.arccos(np.clip(float(thigh[:, 0] @ shank[:, 0]), -1.0, 1.0)))
    at = inside_box(points, np.stack([hip, knee]), 0.19 * max(1.0, body.leg))
    near = points[:, at]
    upper, share = loft(to_local(near, hip, thigh), skeleton.thigh, THIGH, sign, (0.075, 0.046), body.leg)
    cap_top, cap_low = knee + thigh @ np.array([0.016, 0, 0.020]), knee + shank @ np.array([0.014, 0, -0.015])
    patella = cone(near, cap_top, cap_low, 0.0365, 0.034)
    limb.upper[at], limb.share[at] = upper, share
    limb.whole[at] = smooth_min(upper, patella, 0.012)
    at = inside_box(points, np.stack([knee, ankle]), 0.16 * max(1.0, body.leg))
    near = points[:, at]
    lower, _ = loft(to_local(near, knee, shank), skeleton.shank, SHANK, sign, (0.046, 0.035), 0.35 + 0.65 * body.leg)
    # A straight knee gets no fillet: it would show as a ring.
    fillet = near_joint(near, knee, 0.115, 0.008 + 0.040 * min(1.0, bend / 90.0))
    limb.whole[at] = smooth_min(limb.whole[at], lower, fillet)
    return limb


def arm_field(points: Points, posture: Posture, body: Body, side: str) -> Limb:
    """Deltoid, upper arm and forearm of one side."""
    limb = _blank(points)
    sign, skeleton = SIGN[side], posture.skeleton
    shoulder, upper_arm = posture.frame(f"upper arm {side}")
    elbow, forearm = posture.frame(f"forearm {side}")
    wrist = posture.frame(f"hand {side}")[0]
    girdle = posture.frame(f"shoulder {side}")[1]
    at = inside_box(points, np.stack([shoulder, elbow]), 0.15 * max(1.0, body.arm))
    near = points[:, at]
    upper, share = loft(
        to_local(near, shoulder, upper_arm), skeleton.upper_arm, UPPER_ARM, sign, (0.048, 0.034), body.arm
    )
    deltoid = cone(
        near, shoulder + girdle @ np.array([0, sign * 0.004, 0.002]),
        shoulder + upper_arm @ np.array([0, sign * 0.010, -0.085]), 0.046 * body.arm, 0.036 * body.arm,
    )  # fmt: skip
    upper = smooth_min(upper, deltoid, 0.03)
    limb.upper[at], limb.share[at], limb.whole[at] = upper, share, upper
    at = inside_box(points, np.stack([elbow, wrist]), 0.13 * max(1.0, body.arm))
    near = points[:, at]
    lower, _ = loft(
        to_local(near, elbow, forearm), skeleton.forearm, FOREARM, sign, (0.034, 0.024), 0.5 + 0.5 * body.arm
    )
    bend = np.degrees(np.arccos(np.clip(float(upper_arm[:, 2] @ forearm[:, 2]), -1.0, 1.0)))
    fillet = near_joint(near, elbow, 0.085, 0.006 + 0.026 * min(1.0, bend / 90.0))
    limb.whole[at] = smooth_min(limb.whole[at], lower, fillet)
    return limb
