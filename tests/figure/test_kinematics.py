from dataclasses import replace

import numpy as np
import pytest

from generator.figure.anatomy.skeleton import DOFS, INDEX, LIMITS, SIDES, Skeleton
from generator.figure.pose.kinematics import about, from_state, pose_bones, to_state

STRAIGHT = to_state({"z": 1.0})


def test_standing_straight_the_joints_hang_below_each_other() -> None:
    posture, bones = pose_bones(STRAIGHT, None, Skeleton()), Skeleton()
    for side in SIDES:
        hip, knee, ankle = (posture.frame(f"{b} {side}")[0] for b in ("thigh", "shank", "foot"))
        assert knee == pytest.approx(hip - [0, 0, bones.thigh])
        assert ankle == pytest.approx(knee - [0, 0, bones.shank])
    assert posture.frame("thigh left")[0][1] > 0 > posture.frame("thigh right")[0][1]


@pytest.mark.parametrize(
    ("angle", "bone", "axis", "sign"),
    [
        ({"hip_flex_right": 90}, "shank right", 0, 1),  # the knee goes forwards
        ({"hip_out_left": 40}, "shank left", 1, 1),  # outwards is to the left on the left
        ({"hip_out_right": 40}, "shank right", 1, -1),
        ({"knee_left": 90}, "foot left", 0, -1),  # the heel goes to the buttock
        ({"shoulder_flex_left": 90}, "hand left", 0, 1),
        ({"lumbar_flex": 50}, "head", 0, 1),
        ({"lumbar_side": 30}, "head", 1, -1),  # + is to the right
        ({"lean": 40}, "head", 0, 1),
    ],
)
def test_signs(angle: dict[str, float], bone: str, axis: int, sign: int) -> None:
    before = pose_bones(STRAIGHT, None, Skeleton()).frame(bone)[0]
    after = pose_bones(to_state({"z": 1.0, **angle}), None, Skeleton()).frame(bone)[0]
    assert sign * (after - before)[axis] > 0.05


def test_a_batch_is_the_poses_one_by_one() -> None:
    rng = np.random.default_rng(1)
    states = rng.normal(0, 0.5, (5, len(DOFS)))
    batch = pose_bones(states, None, Skeleton())
    for i, state in enumerate(states):
        single = pose_bones(state, None, Skeleton())
        for bone in batch.frames:
            assert batch.frames[bone][0][i] == pytest.approx(single.frame(bone)[0], abs=1e-12)


def test_bones_keep_their_length_and_frames_their_right_angles() -> None:
    rng = np.random.default_rng(2)
    posture = pose_bones(rng.uniform(-3, 3, (40, len(DOFS))), None, Skeleton())
    for side in SIDES:
        thigh = posture.frames[f"shank {side}"][0] - posture.frames[f"thigh {side}"][0]
        assert np.linalg.norm(thigh, axis=1) == pytest.approx(np.full(40, Skeleton().thigh))
    for _, rotation in posture.frames.values():
        assert rotation @ np.swapaxes(rotation, 1, 2) == pytest.approx(np.repeat(np.eye(3)[None], 40, 0), abs=1e-9)


@pytest.mark.parametrize("degrees", [-180.0, 0.0, 180.0])
def test_joints_at_0_and_180_degrees_stay_finite(degrees: float) -> None:
    angles = dict.fromkeys(LIMITS, degrees)
    posture = pose_bones(to_state(angles), None, Skeleton())
    assert all(np.isfinite(origin).all() and np.isfinite(turn).all() for origin, turn in posture.frames.values())


def test_bones_of_no_length_stay_finite() -> None:
    none = replace(Skeleton(), thigh=0.0, shank=0.0, forearm=0.0, neck=0.0)
    posture = pose_bones(to_state({"knee_left": 90, "elbow_right": 40}), None, none)
    assert all(np.isfinite(origin).all() for origin, _ in posture.frames.values())


def test_states_and_names_are_inverse() -> None:
    angles = {"knee_left": 30.0, "z": 0.9, "lean": -5.0}
    back = from_state(to_state(angles))
    assert {name: round(back[name], 9) for name in angles} == angles
    assert set(back) == set(INDEX)


def test_rotations_are_about_their_axis() -> None:
    quarter = about(2, np.array([np.pi / 2]))[0]
    assert quarter @ [1, 0, 0] == pytest.approx([0, 1, 0])
