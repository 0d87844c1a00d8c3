"""Forward kinematics: joint angles in, a frame (place and orientation in the world) for every bone out.

Everything runs over a batch of states at once, because the solver wants the frames of some sixty slightly different
poses for each of its derivatives: one numpy call on a batch costs hardly more than one on a single pose.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from generator.figure.anatomy.skeleton import (
    DOFS,
    HEAD_FROM_SKULL,
    INDEX,
    LUMBAR_SHARE,
    METRES,
    SIDES,
    SIGN,
    SPINE_AHEAD,
    SPINE_HEIGHT,
    THORAX_SHARE,
    Skeleton,
)
from generator.figure.arrays import Array

Frame = tuple[Array, Array]  # origin (b, 3) and rotation (b, 3, 3); without b for one pose


@dataclass(frozen=True, slots=True)
class Posture:
    """The frames of all bones for a batch of states."""

    frames: dict[str, Frame]
    skeleton: Skeleton

    def point(self, bone: str, local: tuple[float, float, float]) -> Array:
        """World position (b, 3) of a point fixed to a bone."""
        origin, rotation = self.frames[bone]
        result: Array = origin + rotation @ np.array(local)
        return result

    def axis(self, bone: str, axis: int) -> Array:
        """World direction (b, 3) of one axis of a bone: 0 front, 1 left, 2 up along the bone."""
        return self.frames[bone][1][:, :, axis]

    def frame(self, bone: str) -> Frame:
        """Place (3,) and rotation (3, 3) of a bone in the first pose of the batch."""
        origin, rotation = self.frames[bone]
        return origin[0], rotation[0]


def about(axis: int, angle: Array) -> Array:
    """Rotation matrices (b, 3, 3) about the x, y or z axis by some angles in radians."""
    i, j = (axis + 1) % 3, (axis + 2) % 3
    matrix = np.zeros((*angle.shape, 3, 3))
    c, s = np.cos(angle), np.sin(angle)
    matrix[..., axis, axis] = 1.0
    matrix[..., i, i] = c
    matrix[..., j, j] = c
    matrix[..., i, j] = -s
    matrix[..., j, i] = s
    return matrix


def to_state(angles: Mapping[str, float]) -> Array:
    """Degrees and metres by name to one state vector (radians and metres); unnamed ones are 0."""
    return np.array([angles.get(n, 0.0) if n in METRES else np.radians(angles.get(n, 0.0)) for n in DOFS])


def from_state(state: Array) -> dict[str, float]:
    """A state vector to degrees and metres by name."""
    return {n: float(v) if n in METRES else float(np.degrees(v)) for n, v in zip(DOFS, state, strict=True)}


class _Angles:
    """Columns of a batch of states by name."""

    def __init__(self, states: Array) -> None:
        self._states = states

    def __getitem__(self, name: str) -> Array:
        return self._states[:, INDEX[name]]


def pose_bones(states: Array, base: Array | None, skeleton: Skeleton) -> Posture:
    """Frames for states (b, n); `base` turns the whole body (lying, prone), or None for upright."""
    angles = _Angles(np.atleast_2d(states))
    frames: dict[str, Frame] = {}
    rotation = about(2, angles["turn"]) @ about(1, angles["lean"]) @ about(0, angles["roll"])
    if base is not None:
        rotation = rotation @ base
    frames["pelvis"] = (np.stack([angles["x"], angles["y"], angles["z"]], -1), rotation)
    _pose_spine(angles, frames)
    _pose_head(angles, frames, skeleton)
    for side in SIDES:
        _pose_arm(angles, frames, skeleton, side)
        _pose_leg(angles, frames, skeleton, side)
    return Posture(frames, skeleton)


def _move(frame: Frame, offset: tuple[float, float, float]) -> Array:
    origin, rotation = frame
    result: Array = origin + rotation @ np.array(offset)
    return result


def _pose_spine(angles: _Angles, frames: dict[str, Frame]) -> None:
    pelvis = frames["pelvis"]
    frames["spine 0"] = (_move(pelvis, (SPINE_AHEAD[0], 0.0, SPINE_HEIGHT[0])), pelvis[1])
    frames["spine 1"] = current = pelvis
    for i in range(2, len(SPINE_HEIGHT)):
        place = _move(current, (SPINE_AHEAD[i] - SPINE_AHEAD[i - 1], 0.0, SPINE_HEIGHT[i] - SPINE_HEIGHT[i - 1]))
        part, share = ("lumbar", LUMBAR_SHARE.get(i)) if i in LUMBAR_SHARE else ("thorax", THORAX_SHARE.get(i))
        rotation = current[1]
        if share:
            rotation = (
                rotation
                @ about(2, -share * angles[part + "_turn"])
                @ about(1, share * angles[part + "_flex"])
                @ about(0, share * angles[part + "_side"])
            )
        current = frames[f"spine {i}"] = (place, rotation)
    frames["thorax"] = frames["spine 7"]


def _pose_head(angles: _Angles, frames: dict[str, Frame], skeleton: Skeleton) -> None:
    # Half of every movement happens at the root of the neck, half at the skull.
    top = frames[f"spine {len(SPINE_HEIGHT) - 1}"]
    half = about(2, -angles["neck_turn"] / 2) @ about(1, angles["neck_flex"] / 2) @ about(0, angles["neck_side"] / 2)
    neck = frames["neck"] = (top[0], top[1] @ half)
    skull = frames["skull"] = (_move(neck, (skeleton.neck_ahead, 0.0, skeleton.neck)), neck[1] @ half)
    frames["head"] = (_move(skull, HEAD_FROM_SKULL), skull[1])


def _ball_joint(angles: _Angles, joint: str, side: str) -> Array:
    # Innermost the turn about the bone, then outwards, then flexion: what people mean by [90, 45].
    sign = SIGN[side]
    flex, out, turn = (angles[f"{joint}_{way}_{side}"] for way in ("flex", "out", "turn"))
    result: Array = about(1, -flex) @ about(0, sign * out) @ about(2, sign * turn)
    return result


def _shoulder_place(angles: _Angles, frames: dict[str, Frame], arm: Array, skeleton: Skeleton, side: str) -> Array:
    # Scapulo-humeral rhythm: above 30 degrees the shoulder rises up to 50 mm and moves in by 22 mm; without it raised
    # arms look dislocated. Flexion brings it forwards.
    down = -arm[:, :, 2]
    raised = np.arccos(np.clip(-down[:, 2], -1.0, 1.0))
    share = np.maximum(0.0, (raised - np.radians(30.0)) / np.radians(150.0))
    up = 0.050 * share * share * (3.0 - 2.0 * share) + 0.05 * np.sin(angles[f"shrug_{side}"])
    ahead = 0.022 * np.maximum(-0.6, down[:, 0]) * np.where(raised < 2.2, 1.0, 0.4)
    ahead = ahead + 0.07 * np.sin(angles[f"reach_{side}"])
    out = SIGN[side] * (skeleton.shoulder_half - 0.022 * share)
    origin, rotation = frames["thorax"]
    offset = np.stack([ahead - 0.012, out, 0.018 + up], -1)
    result: Array = origin + (rotation @ offset[:, :, None])[:, :, 0]
    return result


def _pose_arm(angles: _Angles, frames: dict[str, Frame], skeleton: Skeleton, side: str) -> None:
    sign = SIGN[side]
    arm = _ball_joint(angles, "shoulder", side)
    place = _shoulder_place(angles, frames, arm, skeleton, side)
    thorax = frames["thorax"][1]
    frames[f"shoulder {side}"] = (place, thorax)
    upper = frames[f"upper arm {side}"] = (place, thorax @ arm)
    elbow = _move(upper, (0.0, 0.0, -skeleton.upper_arm))
    bent = upper[1] @ about(1, -angles[f"elbow_{side}"])
    frames[f"elbow {side}"] = (elbow, bent)
    fore = frames[f"forearm {side}"] = (elbow, bent @ about(2, -sign * angles[f"forearm_{side}"]))
    wrist = _move(fore, (0.0, 0.0, -skeleton.forearm))
    # Fingers along -z, thumb +x, the palm faces the body's middle (-y on the left).
    hand = fore[1] @ about(0, -sign * angles[f"wrist_{side}"]) @ about(1, -angles[f"wrist_side_{side}"])
    frames[f"hand {side}"] = (wrist, hand)


def _pose_leg(angles: _Angles, frames: dict[str, Frame], skeleton: Skeleton, side: str) -> None:
    sign = SIGN[side]
    pelvis = frames["pelvis"]
    hip = _move(pelvis, (0.0, sign * skeleton.hip_half, 0.0))
    thigh = frames[f"thigh {side}"] = (hip, pelvis[1] @ _ball_joint(angles, "hip", side))
    knee = _move(thigh, (0.0, 0.0, -skeleton.thigh))
    shank = frames[f"shank {side}"] = (knee, thigh[1] @ about(1, angles[f"knee_{side}"]))
    ankle = _move(shank, (0.0, 0.0, -skeleton.shank))
    foot = shank[1] @ about(1, -angles[f"ankle_{side}"]) @ about(0, -sign * angles[f"invert_{side}"])
    frames[f"foot {side}"] = (ankle, foot)
    ball = _move((ankle, foot), (skeleton.ball_ahead, 0.0, -skeleton.ankle_height + 0.012))
    frames[f"toes {side}"] = (ball, foot @ about(1, -angles[f"toes_{side}"]))
