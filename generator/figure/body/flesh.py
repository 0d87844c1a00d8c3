"""The whole body as distance fields: a posed body and points in, distances to skin, shirt and shorts out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.figure.anatomy.bodies import Body
from generator.figure.anatomy.profiles import hanging_table, torso_table
from generator.figure.anatomy.skeleton import SIDES, SIGN
from generator.figure.arrays import F32, Array, Points
from generator.figure.body.garments import dress
from generator.figure.body.limbs import Joined, Limb, arm_field, leg_field
from generator.figure.body.torso import SpineCurve, TorsoSample, spine_curve, superellipse, torso_sample
from generator.figure.mesh.distance import FAR, cone, ellipsoid, inside_box, near_joint, smooth_min, to_local
from generator.figure.pose.kinematics import Posture, about

HIP_REACH, HIP_FILLET = 0.24, 0.055
SHOULDER_REACH, SHOULDER_FILLET = 0.15, 0.040
LIMB_FIELDS = ("torso", "arm left", "arm right", "leg left", "leg right")  # order of the limb numbers 0..4


class Flesh:
    """All fields of one posed body. Calling it with points (3, n) gives a mapping of name to (n,)."""

    def __init__(self, posture: Posture, body: Body) -> None:
        self.posture, self.body = posture, body
        self.curve: SpineCurve = spine_curve(posture)
        self.table = torso_table(body.torso)
        self.shirt_table = hanging_table(self.table, body.loose)

    def __call__(self, points: Points) -> dict[str, Array]:
        torso, sample, at = self._torso(points)
        out: dict[str, Array] = {"torso": torso}
        skin, covered = torso.copy(), torso.copy()  # covered: trunk and thighs, what the shirt hangs over
        legs: dict[str, Limb] = {}
        arms: dict[str, Limb] = {}
        joins: dict[str, Joined] = {}
        for side in SIDES:
            legs[side] = leg = leg_field(points, self.posture, self.body, side)
            arms[side] = arm = arm_field(points, self.posture, self.body, side)
            out[f"leg {side}"], out[f"arm {side}"] = leg.whole, arm.whole
            hip = self._joined(points, f"thigh {side}", HIP_REACH, HIP_FILLET)
            shoulder = self._joined(points, f"upper arm {side}", SHOULDER_REACH, SHOULDER_FILLET)
            joins[f"hip {side}"], joins[f"shoulder {side}"] = hip, shoulder
            skin = np.minimum(np.minimum(skin, union(torso, leg.whole, hip)), union(torso, arm.whole, shoulder))
            covered = np.minimum(covered, union(torso, leg.upper, hip))
        out["skin"] = skin
        shirt_base = covered.copy()
        hanging = superellipse(sample.ahead, sample.left, sample.height, self.shirt_table)[0]
        shirt_base[at] = smooth_min(covered[at], hanging, 0.02)
        out.update(dress(torso, shirt_base, sample, at, legs, arms, joins, self.body))
        return out

    def _joined(self, points: Points, bone: str, reach: float, fillet: float) -> Joined:
        joint = self.posture.frame(bone)[0]
        near = inside_box(points, joint[None], reach + 0.02)
        return Joined(near, near_joint(points[:, near], joint, reach, fillet))

    def _torso(self, points: Points) -> tuple[Array, TorsoSample, Array]:
        at = inside_box(points, self.curve.centre, 0.275 if not self.body.belly else 0.33)
        near = points[:, at]
        sample = torso_sample(near, self.curve, self.table)
        distance = sample.distance
        for solid in self._volumes():
            j = inside_box(near, solid.corners, solid.pad)
            if len(j):
                distance[j] = smooth_min(distance[j], solid.distance(near[:, j]), solid.fillet)
        torso = np.full(points.shape[1], FAR, F32)
        torso[at] = distance
        return torso, sample, at

    def _volumes(self) -> list[Volume]:
        posture, body = self.posture, self.body
        neck_low = posture.point("neck", (0, 0, -0.02))[0]
        neck_high = posture.point("skull", (0.004, 0, 0.02))[0]
        found = [Volume.rod(neck_low, neck_high, 0.053 * body.neck, 0.049 * body.neck, 0.045)]
        if body.belly:
            origin, rotation = posture.frame("spine 2")
            centre = origin + rotation @ np.array([0.055, 0.0, 0.045])
            radii = (body.belly, body.belly * 1.25, body.belly * 1.1)
            found.append(Volume(centre[None], 0.16, 0.07, centre, rotation, radii))
        for side in SIDES:
            found += self._side_volumes(side)
        return found

    def _side_volumes(self, side: str) -> list[Volume]:
        posture, body, sign = self.posture, self.body, SIGN[side]
        shoulder, girdle = posture.frame(f"shoulder {side}")
        arm, chest_bone = posture.frame(f"upper arm {side}"), posture.frame("spine 6")
        nape = posture.point("neck", (-0.022, sign * 0.016, 0.028))[0]
        acromion = shoulder + girdle @ np.array([-0.012, -sign * 0.005, 0.014])
        chest = chest_bone[0] + chest_bone[1] @ np.array([0.055, sign * 0.085, 0.02])
        back = chest_bone[0] + chest_bone[1] @ np.array([-0.045, sign * 0.100, -0.01])
        front_of_arm = arm[0] + arm[1] @ np.array([0.012, 0.0, -0.045])
        back_of_arm = arm[0] + arm[1] @ np.array([-0.012, 0.0, -0.045])
        found = [
            buttock(posture, body, side),
            Volume.rod(nape, acromion, 0.034 * body.neck, 0.027 * body.neck, 0.06),
            Volume.rod(chest, front_of_arm, 0.050, 0.036, 0.04),
            Volume.rod(back, back_of_arm, 0.050, 0.036, 0.04),
        ]
        if body.bust:
            size = body.bust**0.5
            centre = chest_bone[0] + chest_bone[1] @ np.array([0.078 + 0.012 * (size - 1), sign * 0.072, -0.022])
            radii = (0.048 * size, 0.056 * size, 0.052 * size)
            found.append(Volume(centre[None], 0.10 * size, 0.03, centre, chest_bone[1], radii))
        return found


@dataclass(frozen=True, slots=True)
class Volume:
    """A rounded volume that melts into the trunk: an ellipsoid, or a rod when `end` is given."""

    corners: Array
    pad: float
    fillet: float
    centre: Array
    rotation: Array | None
    radii: tuple[float, ...]
    end: Array | None = None

    @classmethod
    def rod(cls, a: Array, b: Array, radius_a: float, radius_b: float, fillet: float) -> Volume:
        """A rod from a to b."""
        return cls(np.stack([a, b]), 0.15, fillet, a, None, (radius_a, radius_b), b)

    def distance(self, points: Points) -> Array:
        """Signed distance of points (3, n)."""
        if self.end is not None:
            return cone(points, self.centre, self.end, self.radii[0], self.radii[1])
        rotation = np.eye(3) if self.rotation is None else self.rotation
        return ellipsoid(to_local(points, self.centre, rotation), (0, 0, 0), self.radii)


def hip_flexion(posture: Posture, side: str) -> float:
    """How far the thigh is flexed against the pelvis, in radians."""
    pelvis, thigh = posture.frame("pelvis")[1], posture.frame(f"thigh {side}")[1]
    between = pelvis.T @ thigh
    return float(np.arctan2(-between[0, 2], between[2, 2]))


def buttock_frame(posture: Posture, side: str) -> tuple[Array, Array]:
    """Centre and axes of the buttock, which follows the thigh by a third of its flexion."""
    hip = posture.frame(f"thigh {side}")[0]
    third = np.array([-0.33 * min(max(hip_flexion(posture, side), -0.5), 2.2)])
    rotation = posture.frame("pelvis")[1] @ about(1, third)[0]
    return hip + rotation @ np.array([-0.050, -SIGN[side] * 0.006, -0.012]), rotation


def buttock(posture: Posture, body: Body, side: str) -> Volume:
    """The volume of one buttock."""
    centre, rotation = buttock_frame(posture, side)
    radii = tuple(body.seat * r for r in (0.078, 0.078, 0.098))
    return Volume(centre[None], 0.17, 0.035, centre, rotation, radii)


def union(a: Array, b: Array, joined: Joined) -> Array:
    """Union of two fields over all points, with a fillet near their joint only."""
    result = np.minimum(a, b)
    result[joined.near] = smooth_min(a[joined.near], b[joined.near], joined.fillet)
    return result
