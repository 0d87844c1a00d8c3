"""Clothes: distances to the body in, distances to a T-shirt and shorts out. They are shells of their own, so that hems
stand off the skin and hide what is under them."""

from __future__ import annotations

import numpy as np

from generator.figure.anatomy.bodies import Body
from generator.figure.anatomy.skeleton import SIDES, STATURE
from generator.figure.arrays import F32, Array
from generator.figure.body.limbs import Joined, Limb
from generator.figure.body.torso import TorsoSample
from generator.figure.mesh.distance import smooth_max, smooth_min

HEM = -0.035  # of the shirt, above the hips
COLLAR = 0.540
SLEEVE = 0.55  # share of the upper arm
LEG = 0.47  # share of the thigh
HANG = 0.030  # how far the shirt falls away from a belly that faces the floor
_THIGH_LENGTH, _ARM_LENGTH = 0.245 * STATURE, 0.172 * STATURE


def dress(
    torso: Array, covered: Array, sample: TorsoSample, at: Array,
    legs: dict[str, Limb], arms: dict[str, Limb], joins: dict[str, Joined], body: Body,
) -> dict[str, Array]:  # fmt: skip
    """Fields `shirt` and `shorts`; `at` are the indices of the points that `sample` measured."""
    height = np.full(len(torso), F32(-9))
    ahead = np.zeros(len(torso), F32)
    downwards = np.zeros(len(torso), F32)
    height[at], ahead[at], downwards[at] = sample.height, sample.ahead, sample.downwards
    return {
        "shirt": _shirt(torso, covered, height, ahead, downwards, arms, joins, body),
        "shorts": _shorts(torso, height, legs, joins),
    }


def _shirt(
    torso: Array, covered: Array, height: Array, ahead: Array, downwards: Array,
    arms: dict[str, Limb], joins: dict[str, Joined], body: Body,
) -> Array:  # fmt: skip
    low = np.clip((F32(0.20) - height) / F32(0.20 - HEM), F32(0), F32(1))
    hanging = np.clip((F32(0.36) - height) / F32(0.36), F32(0), F32(1))
    ease = F32(0.007 + body.slack) + F32(0.008) * low
    ease = ease + F32(HANG) * hanging * hanging * np.clip(downwards, F32(0), F32(1)) * (ahead > 0)
    shirt = smooth_max(covered - ease, torso - F32(0.045 + HANG), 0.02)
    shirt = smooth_max(shirt, F32(HEM) - height, 0.008)
    shirt = smooth_max(shirt, height - (F32(COLLAR) - F32(0.26) * ahead), 0.004)
    result = shirt.copy()
    for side in SIDES:
        arm, join = arms[side], joins[f"shoulder {side}"]
        wide = F32(0.005) + F32(0.012) * np.clip(arm.share, F32(0), F32(1))
        sleeve = smooth_max(arm.upper - wide, (arm.share - F32(SLEEVE)) * F32(_ARM_LENGTH), 0.007)
        near = join.near
        sleeve[near] = smooth_min(shirt[near], sleeve[near], join.fillet)
        result = np.minimum(result, sleeve)
    return result


def _shorts(torso: Array, height: Array, legs: dict[str, Limb], joins: dict[str, Joined]) -> Array:
    waist = smooth_max(torso - F32(0.005), height - F32(0.10), 0.008)
    result = waist.copy()
    for side in SIDES:
        leg, join = legs[side], joins[f"hip {side}"]
        share = np.clip(leg.share / F32(0.45), F32(0), F32(1))
        trouser = smooth_max(
            leg.upper - (F32(0.005) + F32(0.015) * share * share), (leg.share - F32(LEG)) * F32(_THIGH_LENGTH), 0.007
        )
        near = join.near
        trouser[near] = smooth_min(waist[near], trouser[near], join.fillet)
        result = np.minimum(result, trouser)
    return result
