"""Wishes: the joint words of a pose mapping in, angles by degree of freedom (degrees) out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.figure.anatomy.skeleton import SIDES
from generator.shapes.pose_vocabulary import ARMS, BALL_JOINTS, LIMB_JOINTS

LOW_BACK_SHARE = 0.58  # of `round`; rounding by the upper back alone gives a hump
_TRUNK = {
    "lean": (("lean", 1.0),),
    "tip": (("roll", 1.0),),
    "face": (("turn", -1.0),),
    "round": (("lumbar_flex", LOW_BACK_SHARE), ("thorax_flex", 1.0 - LOW_BACK_SHARE)),
    "low_round": (("lumbar_flex", 1.0),),
    "high_round": (("thorax_flex", 1.0),),
    "side": (("lumbar_side", 0.5), ("thorax_side", 0.5)),
    "turn": (("lumbar_turn", 0.2), ("thorax_turn", 0.8)),
}


def merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Mappings laid over one another, nested ones too; `over` wins and neither is changed."""
    result = dict(under)
    for key, value in over.items():
        known = result.get(key)
        both_nest = isinstance(value, Mapping) and isinstance(known, Mapping)
        result[key] = merged(known, value) if both_nest and isinstance(known, Mapping) else value
    return result


def side_values(pose: Mapping[str, Any], side: str) -> dict[str, Any]:
    """What a pose says about one side: `both`, overruled by the side's own mapping."""
    return {**(pose.get("both") or {}), **(pose.get(side) or {})}


def wished_angles(pose: Mapping[str, Any]) -> dict[str, float]:
    """Angles by degree of freedom; ValueError for a joint that does not exist."""
    angles: dict[str, float] = {}
    trunk = pose.get("trunk")
    if isinstance(trunk, int | float):
        trunk = {"lean": trunk}
    for word, value in (trunk or {}).items():
        if word not in _TRUNK:
            raise ValueError(f"unknown trunk movement {word!r}; known: {', '.join(_TRUNK)}")
        angles.update({name: share * float(value) for name, share in _TRUNK[word]})
    angles.update(_neck_angles(pose.get("neck")))
    for who in ("both", *SIDES):
        for word, value in (pose.get(who) or {}).items():
            for side in SIDES if who == "both" else (who,):
                angles.update(_limb_angles(word, value, side))
    return angles


def _neck_angles(neck: Any) -> dict[str, float]:
    if neck is None:
        return {}
    if isinstance(neck, int | float):
        neck = {"flex": neck}
    for word in neck:
        if word not in ("flex", "side", "turn"):
            raise ValueError(f"unknown neck movement {word!r}; known: flex, side, turn")
    return {f"neck_{word}": float(value) for word, value in neck.items()}


def _limb_angles(word: str, value: Any, side: str) -> dict[str, float]:
    if word == "arm":
        if value not in ARMS and value != "down":
            raise ValueError(f"unknown arm {value!r}; known: {', '.join(ARMS)}")
        return {}
    if word in BALL_JOINTS:
        values = value if isinstance(value, list | tuple) else [value]
        return {f"{name}_{side}": float(each) for name, each in zip(BALL_JOINTS[word], values, strict=False)}
    if word in LIMB_JOINTS:
        return {f"{word}_{side}": float(value)}
    raise ValueError(f"unknown joint {word!r}; known: {', '.join((*BALL_JOINTS, *LIMB_JOINTS))}")
