"""Contacts: `touch` lines of a pose in, rules for the solver out ("right heel: floor", "left hand: right knee")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from generator.figure.anatomy.skeleton import OTHER, SIDES, SIGN
from generator.figure.arrays import Array
from generator.figure.pose.kinematics import Posture
from generator.figure.pose.landmarks import facing, landmark
from generator.figure.pose.solver import Rule
from generator.figure.pose.surroundings import Plane, Surroundings
from generator.shapes.pose_vocabulary import BODY_PLACES, EXCLUSIVE, GROUPS, MIDDLE_PLACES, SURFACES, side_and_name

GRIP = 12.0  # weight of a contact per metre, against angles in radians

# part -> landmarks that lie on the surface: (landmark, clearance in metres, weight)
_ON_PLANE: dict[str, tuple[tuple[str, float, float], ...]] = {
    "foot": (("heel", 0.0, 1.0), ("ball", 0.0, 1.0), ("toe", 0.0, 1.0)),
    "toes": (("ball", 0.0, 1.0), ("toe", 0.0, 1.0)),
    "heel": (("heel", 0.003, 1.0),),
    "foot top": (("toe top", 0.004, 1.0), ("instep", 0.012, 0.6)),
    "knee": (("knee", 0.050, 1.0),),
    "elbow": (("elbow", 0.036, 1.0),),
    "hand": (("palm", 0.002, 1.0),),
    "fingertips": (("fingers", 0.008, 1.0),),
    "side": (("hip", 0.0, 1.0), ("shoulder side", 0.0, 1.0)),
}
_MIDDLE_ON_PLANE: dict[str, tuple[tuple[str, float, float], ...]] = {
    # The seat is the hip joints above the surface: a point on the tilting pelvis would sink into the chair.
    "seat": (("left hip joint", 0.092, 1.0), ("right hip joint", 0.092, 1.0)),
    "hips": (("left hip joint", 0.092, 1.0), ("right hip joint", 0.092, 1.0)),
    "back": (("sacrum", 0.0, 1.0), ("upper back", 0.0, 1.0)),
    "upper back": (("upper back", 0.0, 1.0),),
    "head": (("head back", 0.0, 1.0),),
    "forehead": (("forehead", 0.005, 1.0),),
    "belly": (("belly", 0.0, 1.0), ("chest", 0.0, 1.0)),
}
_REACHES_WITH = {"hand": "palm", "fingertips": "fingers", "elbow": "elbow"}
_BESIDE_SEAT = 0.215
_HELD_AT = {"hand": "grip", "foot": "sole", "knee": "knee", "elbow": "elbow", "fingertips": "fingers"}


@dataclass(frozen=True, slots=True)
class Contact:
    """One part on one place, in the author's words, with its rule and a measure of how far it is missed (metres)."""

    part: str
    place: str
    rule: Rule
    miss: Rule


def expand(*layers: Mapping[str, Any] | None) -> list[tuple[str, str | None, Any]]:
    """(part, side, place) of touch mappings; later layers win, a specific key beats a group key, and the several
    contacts that one foot or hand can make exclude each other."""
    found: dict[tuple[str, str | None], Any] = {}
    for touch in layers:
        for groups in (True, False):
            for key, place in (touch or {}).items():
                if (key in GROUPS) != groups:
                    continue
                side, name = side_and_name(key)
                for each in SIDES if groups else (side,):
                    _put(found, (GROUPS[key] if groups else name, each), place)
    return [(part, side, place) for (part, side), place in found.items()]


def _put(found: dict[tuple[str, str | None], Any], key: tuple[str, str | None], place: Any) -> None:
    part, side = key
    for family in EXCLUSIVE:
        if part in family:
            for other in family:
                found.pop((other, side), None)
    found.pop(key, None)
    if place not in (None, False, "free"):
        found[key] = place


def contact(part: str, side: str | None, place: Any, around: Surroundings, base: str = "standing") -> Contact:
    """The rule of one touch; ValueError when part and place do not go together."""
    words = f"{side} {part}" if side else part
    if isinstance(place, list | tuple):
        return Contact(words, "a point", *_at_point(part, side, tuple(place)))
    if isinstance(place, str):
        known = place in SURFACES or side_and_name(place)[1] in (*BODY_PLACES, *MIDDLE_PLACES) or place[:6] == "other "
        if not known:
            raise ValueError(f"unknown place {place!r} to touch with {words!r}")
    plane = around.plane(place)
    if (
        plane is not None
        and part == "hand"
        and side
        and base == "sitting"
        and place in ("chair", "wheelchair", "bench")
    ):
        return Contact(words, str(place), *_beside_seat(side, plane))
    if plane is not None:
        return Contact(words, str(place), *_on_plane(part, side, plane))
    held = around.holds(str(place), side or "right") if isinstance(place, str) else None
    if held is not None:
        return Contact(words, str(place), *_at_point(part, side, held))
    if side and part in ("hand", "fingertips", "foot", "elbow"):
        return Contact(words, str(place), *_on_body(part, side, str(place)))
    raise ValueError(f"{words!r} cannot touch {place!r}")


def _on_plane(part: str, side: str | None, plane: Plane) -> tuple[Rule, Rule]:
    if side and part in _ON_PLANE:
        points = tuple((f"{side} {name}", clearance, weight) for name, clearance, weight in _ON_PLANE[part])
    elif part in _MIDDLE_ON_PLANE:
        points = _MIDDLE_ON_PLANE[part]
    else:
        raise ValueError(f"{part!r} cannot touch a surface")

    def gaps(posture: Posture) -> Array:
        return np.stack(
            [plane.sign * (landmark(posture, name)[:, plane.axis] - plane.at) - gap for name, gap, _ in points], -1
        )

    weights = GRIP * np.array([weight for _, _, weight in points])
    twist = _flat_twist(part, side, plane)

    def rule(posture: Posture) -> Array:
        return np.concatenate([weights * gaps(posture), twist(posture)], -1) if twist else weights * gaps(posture)

    return rule, gaps


def _beside_seat(side: str, plane: Plane) -> tuple[Rule, Rule]:
    # Who sits and holds the seat has the hands at its edges, beside the hips.
    rule, gaps = _on_plane("hand", side, plane)

    def both(posture: Posture) -> Array:
        aside = landmark(posture, f"{side} palm")[:, 1:2] - posture.frames["pelvis"][0][:, 1:2]
        return np.concatenate([rule(posture), 0.5 * GRIP * (aside - _BESIDE_SEAT * SIGN[side])], -1)

    return both, gaps


def _flat_twist(part: str, side: str | None, plane: Plane) -> Rule | None:
    # What keeps a sole or a palm parallel to the surface it lies on.
    if side is None:
        return None
    if part in ("foot", "toes"):
        share = GRIP * (0.12 if part == "foot" else 0.08)
        return lambda posture: share * posture.axis(f"foot {side}", 1)[:, plane.axis : plane.axis + 1]
    if part != "hand":
        return None
    inward = -SIGN[side]

    def palm_down(posture: Posture) -> Array:
        palm = inward * posture.axis(f"hand {side}", 1)[:, plane.axis]
        edge = posture.axis(f"hand {side}", 0)[:, plane.axis]
        upright = 0.5 * (1.0 + posture.axis(f"hand {side}", 2)[:, 2]) if plane.axis == 0 else 0.0 * edge
        return 0.6 * np.stack([1.0 + plane.sign * palm, edge, upright], -1)

    return palm_down


def _at_point(part: str, side: str | None, place: tuple[float | None, ...]) -> tuple[Rule, Rule]:
    if part == "pelvis":
        name = "pelvis"
    elif side and part in _HELD_AT:
        name = f"{side} {_HELD_AT[part]}"
    else:
        raise ValueError(f"{part!r} cannot be put at a point")
    axes = [i for i, value in enumerate(place) if value is not None]
    goal = np.array([place[i] for i in axes], dtype=float)

    def gaps(posture: Posture) -> Array:
        between: Array = landmark(posture, name)[:, axes] - goal
        return between

    return lambda posture: GRIP * gaps(posture), gaps


def _on_body(part: str, side: str, place: str) -> tuple[Rule, Rule]:
    other, name = side_and_name(place)
    if name.startswith("other "):
        other, name = OTHER[side], name.removeprefix("other ")
    if part == "foot":
        return _foot_on_body(side, other or OTHER[side], name)
    goal = MIDDLE_PLACES[name] if name in MIDDLE_PLACES else f"{other or side} {BODY_PLACES[name]}"
    source = f"{side} {_REACHES_WITH[part]}"
    inward = -SIGN[side]

    def gaps(posture: Posture) -> Array:
        between: Array = landmark(posture, source) - landmark(posture, goal)
        return between

    def rule(posture: Posture) -> Array:
        skin = facing(posture, goal) if part != "elbow" else None
        if skin is None:
            return GRIP * gaps(posture)
        palm = inward * posture.axis(f"hand {side}", 1)
        flat = 1.5 * (1.0 + (palm * skin).sum(-1, keepdims=True))
        return np.concatenate([GRIP * gaps(posture), flat], -1)

    return rule, gaps


def _foot_on_body(side: str, other: str, name: str) -> tuple[Rule, Rule]:
    # The sole against the inside of the other thigh (or its knee, shin), as in a seated figure of four.
    goal = f"{other} {'thigh inside' if name == 'thigh' else BODY_PLACES.get(name, name)}"

    def gaps(posture: Posture) -> Array:
        return landmark(posture, f"{side} sole face") - landmark(posture, goal)

    return lambda posture: 0.6 * GRIP * gaps(posture), gaps
