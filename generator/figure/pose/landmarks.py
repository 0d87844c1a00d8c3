"""Named points of the body: a name and a posture in, positions (and for some the way the skin faces) out."""

from __future__ import annotations

import numpy as np

from generator.figure.anatomy.skeleton import MASSES, SIDES, SIGN, TRUNK_MASSES
from generator.figure.arrays import Array, unit
from generator.figure.pose.kinematics import Posture

Local = tuple[float, float, float]

# name -> (bone, place). Sided bones get the side appended; their y is mirrored (+ = outwards, away from the middle).
# A place measured along a bone is given as a share of its length by `_along`.
_SIDED: dict[str, tuple[str, Local]] = {
    "heel": ("foot", (-0.037, 0, -0.076)), "sole": ("foot", (0.05, 0, -0.076)), "ankle": ("foot", (0, 0, 0)),
    "instep": ("foot", (0.07, 0, -0.012)), "heel back": ("foot", (-0.052, 0, -0.045)),
    "sole face": ("foot", (0.06, 0, -0.076)), "ball": ("toes", (0, 0, -0.012)), "toe": ("toes", (0.07, 0, -0.012)),
    "toe top": ("toes", (0.05, 0, 0.022)), "knee": ("shank", (0, 0, 0)), "hip joint": ("thigh", (0, 0, 0)),
    "sit bone": ("pelvis", (-0.045, 0.065, -0.105)), "hip": ("pelvis", (0.02, 0.168, 0.055)),
    "shoulder": ("upper arm", (0, 0, 0)), "shoulder side": ("upper arm", (0, 0.055, 0)),
    "shoulder top": ("shoulder", (0.0, -0.03, 0.060)),
    "elbow": ("forearm", (0, 0, 0)), "wrist": ("hand", (0, 0, 0)), "palm": ("hand", (0, -0.020, -0.080)),
    "grip": ("hand", (0.005, -0.034, -0.086)), "fingers": ("hand", (0, -0.010, -0.175)),
    "hand back": ("hand", (0, 0.018, -0.080)), "ear": ("head", (0.0, 0.078, 0.0)),
}  # fmt: skip
_ALONG: dict[str, tuple[str, str, tuple[float, float, float]]] = {
    # name -> (bone, its length, (front, outwards, share of the length))
    "thigh": ("thigh", "thigh", (0.070, 0, 0.60)), "thigh inside": ("thigh", "thigh", (0, -0.085, 0.80)),
    "mid thigh": ("thigh", "thigh", (0, 0, 0.55)), "thigh back": ("thigh", "thigh", (-0.072, 0, 0.55)),
    "calf": ("shank", "shank", (-0.066, 0, 0.32)), "shin": ("shank", "shank", (0.045, 0, 0.45)),
    "ankle front": ("shank", "shank", (0.040, 0, 0.93)), "mid shank": ("shank", "shank", (0, 0, 0.5)),
    "mid upper arm": ("upper arm", "upper_arm", (0, 0, 0.5)), "mid forearm": ("forearm", "forearm", (0, 0, 0.5)),
}  # fmt: skip
_MIDDLE: dict[str, tuple[str, Local]] = {
    "pelvis": ("pelvis", (0, 0, 0)), "sacrum": ("pelvis", (-0.115, 0, 0.03)),
    "upper back": ("spine 6", (-0.105, 0, 0)), "chest": ("spine 6", (0.115, 0, 0)), "belly": ("spine 3", (0.10, 0, 0)),
    "low back": ("spine 3", (-0.085, 0, 0)), "head": ("head", (0, 0, 0.02)), "head back": ("head", (-0.109, 0, 0.015)),
    "forehead": ("head", (0.096, 0, 0.04)), "crown": ("head", (0, 0, 0.130)), "waist": ("spine 3", (0, 0, 0)),
}  # fmt: skip

# Which way the skin faces at a landmark: (bone, axis, sign), for hands that are to lie flat on it.
_FACING: dict[str, tuple[str, int, float]] = {
    "thigh": ("thigh", 0, 1.0), "shin": ("shank", 0, 1.0), "ankle front": ("shank", 0, 1.0),
    "toe top": ("foot", 2, 1.0), "calf": ("shank", 0, -1.0), "thigh back": ("thigh", 0, -1.0),
}  # fmt: skip


def landmark(posture: Posture, name: str) -> Array:
    """World position (b, 3) of a named point; KeyError for an unknown name."""
    bones = posture.skeleton
    if name in _MIDDLE:
        bone, place = _MIDDLE[name]
        return posture.point(bone, _wider(place, bones.trunk_girth if name in _ON_TRUNK else 1.0))
    side, _, part = name.partition(" ")
    sign = SIGN[side]
    if part == "knee front":
        return posture.point(f"shank {side}", (0, 0, 0)) + 0.058 * (0.35 + 0.65 * bones.leg_girth) * _knee_facing(
            posture, side
        )
    if part in _ALONG:
        bone, length, (x, y, share) = _ALONG[part]
        wide = bones.leg_girth if bone in ("thigh", "shank") else 1.0
        return posture.point(f"{bone} {side}", (wide * x, wide * sign * y, -share * getattr(bones, length)))
    bone, place = _SIDED[part]
    x, y, z = _wider(place, bones.trunk_girth if part in _ON_TRUNK else 1.0)
    return posture.point(bone if bone == "pelvis" or bone == "head" else f"{bone} {side}", (x, sign * y, z))


def facing(posture: Posture, name: str) -> Array | None:
    """Direction (b, 3) in which the skin looks at a landmark, where that is known."""
    side, _, part = name.partition(" ")
    if part == "knee front":
        return _knee_facing(posture, side)
    if part not in _FACING:
        return None
    bone, axis, sign = _FACING[part]
    out = sign * posture.axis(f"{bone} {side}", axis)
    return unit(out - _TAPER * posture.axis(f"thigh {side}", 2)) if part == "thigh" else out


def _knee_facing(posture: Posture, side: str) -> Array:
    return unit(posture.axis(f"thigh {side}", 0) + posture.axis(f"shank {side}", 0))


_TAPER = 0.2  # the front of the thigh slopes down to the knee: fingers that follow the bone stick up from it
_ON_TRUNK = frozenset({"hip", "sacrum", "upper back", "chest", "belly", "low back"})


def _wider(place: Local, factor: float) -> Local:
    return place[0] * factor, place[1] * factor, place[2]


_ENDS = {"thigh": "shank", "shank": "foot", "foot": "toes", "upper arm": "forearm", "forearm": "hand"}


def centre_of_mass(posture: Posture) -> Array:
    """Centre of mass (b, 3) of the whole body."""
    total, weight = np.zeros_like(posture.frames["pelvis"][0]), 0.0
    for bone, mass in TRUNK_MASSES.items():
        total = total + mass * posture.frames[bone][0]
        weight += mass
    for side in SIDES:
        for bone, (mass, share) in MASSES.items():
            start = posture.frames[f"{bone} {side}"][0]
            end = posture.frames[f"{_ENDS[bone]} {side}"][0] if bone in _ENDS else landmark(posture, f"{side} palm")
            total = total + mass * (start + share * (end - start))
            weight += mass
    result: Array = total / weight
    return result
