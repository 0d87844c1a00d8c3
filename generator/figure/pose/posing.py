"""Poses: the `pose` mapping of a figure in, the solved body out, with how well every contact holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from generator.figure.anatomy.bodies import Body
from generator.figure.anatomy.skeleton import RELAXED, SIDES
from generator.figure.arrays import Array
from generator.figure.pose.clearance import TrunkClearance
from generator.figure.pose.contacts import Contact, contact, expand
from generator.figure.pose.joint_wishes import merged, side_values, wished_angles
from generator.figure.pose.kinematics import Posture, from_state, to_state
from generator.figure.pose.landmarks import centre_of_mass, landmark
from generator.figure.pose.solver import PoseProblem, Rule, solve
from generator.figure.pose.surroundings import Surroundings
from generator.shapes.pose_vocabulary import BASE_AXES, BASE_POSES, BASE_TOUCH

HELD, PRESET = 0.45, 0.12  # stiffness of an angle that the author wrote, and of one that came with the base
_STANDING_THINGS = ("wall", "bar", "chair back")
_LYING = ("supine", "prone", "side lying", "side lying left", "long sitting", "sitting", "all fours")
MISSED = 0.01  # a contact further off than this many metres is a finding


@dataclass(frozen=True, slots=True)
class Pose:
    """A solved pose: angles by name (degrees, metres), bones, and the miss of each contact in metres."""

    angles: dict[str, float]
    state: Array
    posture: Posture
    base: Array | None
    misses: dict[str, float]
    touches: tuple[tuple[str, str | None, Any], ...] = ()


def solve_pose(pose: Mapping[str, Any], around: Surroundings, body: Body) -> Pose:
    """Solve one pose for a body; unknown words are ValueErrors."""
    base_name = pose.get("base", "standing")
    if base_name not in BASE_POSES:
        raise ValueError(f"unknown base {base_name!r}; known: {', '.join(BASE_POSES)}")
    written = {key: value for key, value in pose.items() if key in ("trunk", "neck", *SIDES, "both")}
    full = merged(BASE_POSES[base_name], written)
    touches = _touches(pose, base_name)
    wish, hold = _wishes(pose, base_name, full, written, body.habit)
    if any(isinstance(place, list | tuple) or place in _STANDING_THINGS for _, _, place in touches):
        hold["x"] = hold["y"] = 0.6  # what stands in the room is not walked away from
    contacts = [contact(part, side, place, around, base_name) for part, side, place in touches]
    rules = [each.rule for each in contacts]
    rules += _arm_rules(full) + _gaze_rules(pose) + _distance_rules(pose)
    rules.append(TrunkClearance(body.torso))
    if pose.get("balance", base_name == "standing"):
        rules.append(_balance_rule(_stance(pose), _is_held(touches, around)))
    base = np.array(BASE_AXES[base_name], dtype=float).T if base_name in BASE_AXES else None
    solution = solve(PoseProblem(to_state(wish), hold, tuple(rules), base, body.skeleton))
    misses = {f"{each.part}: {each.place}": _miss(each, solution.posture) for each in contacts}
    return Pose(from_state(solution.state), solution.state, solution.posture, base, misses, tuple(touches))


def _miss(each: Contact, posture: Posture) -> float:
    return float(np.abs(each.miss(posture)).max())


def _stance(pose: Mapping[str, Any]) -> tuple[str, ...]:
    stance = pose.get("stance", "both")
    return SIDES if stance == "both" else (stance,)


def _touches(pose: Mapping[str, Any], base: str) -> list[tuple[str, str | None, Any]]:
    said = pose.get("touch") or ()  # one mapping, or several of which the later ones win
    touches = expand(BASE_TOUCH[base], *((said,) if isinstance(said, Mapping) else said))
    if base != "standing":
        return touches
    standing_on = _stance(pose)
    return [t for t in touches if not (t[0] == "foot" and t[2] == "floor" and t[1] not in standing_on)]


def _wishes(
    pose: Mapping[str, Any], base: str, full: Mapping[str, Any], written: Mapping[str, Any], habit: Mapping[str, float]
) -> tuple[dict[str, float], dict[str, float]]:
    wish = {f"{joint}_{side}": angle for side in SIDES for joint, angle in RELAXED.items()}
    wish["z"] = 1.0
    if base in BASE_AXES:
        wish.update({f"elbow_{side}": 8.0 for side in SIDES})
    wish.update(wished_angles(full))
    said = wished_angles(written)
    hold = dict.fromkeys(wished_angles(BASE_POSES[base]), PRESET)
    hold.update(dict.fromkeys(said, HELD))
    _hold_root(hold, said, upright=base not in _LYING)
    for name, angle in habit.items():
        if name not in said:
            wish[name] = wish.get(name, 0.0) + angle
    if base == "standing" and "lean" not in said:
        legs = _stance(pose)
        wish["lean"] = float(np.mean([wish[f"hip_flex_{s}"] - 0.5 * wish[f"knee_{s}"] for s in legs]))
    if base in ("sitting", "long sitting"):
        # Thighs stay level whatever the trunk does, unless the hip angle is written.
        for side in SIDES:
            if "hip" not in side_values(written, side):
                wish[f"hip_flex_{side}"] += wish.get("lean", 0.0)
    return wish, hold


def _hold_root(hold: dict[str, float], said: Mapping[str, float], upright: bool) -> None:
    # The body as a whole must not twist away from the camera when it reaches for something.
    hold["turn"] = 1.2 if "turn" in said else 2.0 if upright else 2.5
    hold["roll"] = 1.2 if "roll" in said else 0.4 if upright else 0.8
    hold["lean"] = 1.6 if "lean" in said else 0.10 if upright else 0.35


def _arm_rules(full: Mapping[str, Any]) -> list[Rule]:
    rules: list[Rule] = []
    for side in SIDES:
        arm = side_values(full, side).get("arm")
        if arm in ("hang", "down"):
            rules.append(_direction_rule(f"upper arm {side}", np.array([0.0, 0.0, 1.0]), np.array([1.2, 0.6, 1.2])))
        elif arm == "up":
            rules.append(_direction_rule(f"upper arm {side}", np.array([0.0, 0.0, -1.0]), np.ones(3)))
        elif arm == "level":
            rules.append(_direction_rule(f"upper arm {side}", np.zeros(3), np.array([0.0, 0.0, 1.2])))
        elif arm is not None:
            raise ValueError(f"unknown arm {arm!r}; known: hang, level, up")
    return rules


def _direction_rule(bone: str, goal: Array, weights: Array) -> Rule:
    return lambda posture: weights * (posture.axis(bone, 2) - goal)


def _gaze_rules(pose: Mapping[str, Any]) -> list[Rule]:
    gaze = pose.get("gaze")
    if gaze is None:
        return []
    if gaze not in ("ahead", "down"):
        raise ValueError(f"unknown gaze {gaze!r}; known: ahead, down")
    goal = 0.0 if gaze == "ahead" else -0.7
    return [lambda posture: 0.5 * (posture.axis("head", 0)[:, 2:3] - goal)]


def _distance_rules(pose: Mapping[str, Any]) -> list[Rule]:
    rules: list[Rule] = []
    for word, axis, ahead, behind in (
        ("stride", 0, "right ankle", "left ankle"),
        ("apart", 1, "left ankle", "right ankle"),
    ):
        if pose.get(word) is not None:
            rules.append(_gap_rule(axis, ahead, behind, float(pose[word])))
    return rules


def _gap_rule(axis: int, ahead: str, behind: str, gap: float) -> Rule:
    def rule(posture: Posture) -> Array:
        between = landmark(posture, ahead) - landmark(posture, behind)
        return 8.0 * (between[:, axis : axis + 1] - gap)

    return rule


def _is_held(touches: list[tuple[str, str | None, Any]], around: Surroundings) -> bool:
    held = ("hand", "fingertips", "knee", "seat", "back", "elbow", "upper back")
    return any(part in held and _is_fixed(place, around) for part, _, place in touches)


def _is_fixed(place: Any, around: Surroundings) -> bool:
    return not isinstance(place, list | tuple) and (
        around.plane(place) is not None or around.holds(str(place), "right") is not None
    )


def _balance_rule(stance: tuple[str, ...], held: bool) -> Rule:
    # Whoever leans on something need not balance, but does not hang from it either.
    weights = np.array([0.35, 0.35]) if held else np.array([4.0, 4.0 if len(stance) == 1 else 2.0])

    def rule(posture: Posture) -> Array:
        support = sum(landmark(posture, f"{side} sole") for side in stance) / len(stance)
        return weights * (centre_of_mass(posture) - support)[:, :2]

    return rule
