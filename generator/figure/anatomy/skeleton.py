"""The bones: lengths in metres, the angles that can move, and how far; plain data, no computing.

World: x forwards (where the figure faces), y to the figure's left, z up; metres; the floor is z = 0.
A limb bone hangs along its own -z from the joint nearer the trunk; its x points to the front of the body.
Lengths are fractions of stature (Drillis & Contini 1966; Winter, Biomechanics, table 4.1) for H = 1.75 m.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.shapes.joint_limits import LIMB_LIMITS, NECK_LIMITS

STATURE = 1.75
SIDES = ("left", "right")
SIGN = {"left": 1.0, "right": -1.0}  # + is the figure's left, like y
OTHER = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Distances between joints, in metres."""

    hip_half: float = 0.086
    thigh: float = 0.245 * STATURE
    shank: float = 0.240 * STATURE
    ankle_height: float = 0.076
    ball_ahead: float = 0.125  # of the foot, in front of the ankle
    heel_behind: float = 0.052
    shoulder_half: float = 0.158
    upper_arm: float = 0.172 * STATURE
    forearm: float = 0.147 * STATURE
    neck: float = 0.120
    neck_ahead: float = 0.022
    head_scale: float = 0.96
    trunk_girth: float = 1.0  # how far the skin is from the bones, against the tables of profiles.py
    leg_girth: float = 1.0


# Spine joints: height above the line between the hips and forward offset, standing straight.
SPINE_HEIGHT = (-0.11, 0.0, 0.09, 0.16, 0.23, 0.31, 0.385, 0.455, 0.520)
SPINE_AHEAD = (0.0, 0.0, -0.004, -0.006, -0.006, -0.008, -0.010, -0.014, -0.022)
LUMBAR_SHARE = {2: 0.30, 3: 0.36, 4: 0.34}  # of the bend of the low back, by spine joint
THORAX_SHARE = {5: 0.40, 6: 0.36, 7: 0.24}
HEAD_FROM_SKULL = (0.016, 0.0, 0.056)  # base of the skull to the origin of the head's own shape

ROOT = ("x", "y", "z", "turn", "lean", "roll")
_SPINE_LIMITS = {
    "lumbar_flex": (-40.0, 70.0), "lumbar_side": (-35.0, 35.0), "lumbar_turn": (-15.0, 15.0),
    "thorax_flex": (-35.0, 55.0), "thorax_side": (-35.0, 35.0), "thorax_turn": (-45.0, 45.0),
}  # fmt: skip
LIMITS: dict[str, tuple[float, float]] = {
    **_SPINE_LIMITS,
    **NECK_LIMITS,
    **{f"{joint}_{side}": limit for side in SIDES for joint, limit in LIMB_LIMITS.items()},
}
DOFS: tuple[str, ...] = (*ROOT, *LIMITS)  # the order of every state vector
INDEX = {name: i for i, name in enumerate(DOFS)}
METRES = frozenset({"x", "y", "z"})  # all others are degrees outside, radians inside the solver

# Weight of a body part and where its centre lies between its two joints (Winter, table 4.1).
MASSES = {
    "thigh": (0.100, 0.433), "shank": (0.0465, 0.433), "foot": (0.0145, 0.5),
    "upper arm": (0.028, 0.436), "forearm": (0.016, 0.43), "hand": (0.006, 0.5),
}  # fmt: skip
TRUNK_MASSES = {"spine 1": 0.142, "spine 3": 0.139, "spine 6": 0.216, "head": 0.081}

# How relaxed arms hang when nobody says anything, in degrees.
RELAXED = {"shoulder_out": 7.0, "elbow": 12.0, "shoulder_flex": -3.0, "forearm": 20.0}
