"""The people that can be drawn: proportions, habits of posture, hair and feet, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.figure.anatomy.skeleton import Skeleton
from generator.shapes.pose_vocabulary import HAIR_ALIASES

Rows = tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Body:
    """One kind of person. Factors multiply the radii of profiles.py; volumes are in metres."""

    name: str = "neutral"
    skeleton: Skeleton = field(default_factory=Skeleton)
    torso: Rows = ()  # (height above the hips, front, back, width)
    arm: float = 1.0
    leg: float = 1.0
    neck: float = 1.0
    bust: float = 0.0  # 0 or 1 (times size)
    belly: float = 0.0  # radius of a round belly, 0 = none
    seat: float = 1.0  # size of the buttocks
    slack: float = 0.0  # how much wider than the skin the shirt is, besides its usual ease
    loose: float = 0.75  # how straight the shirt hangs from chest to hips: 0 follows the waist
    chin: float = 0.0  # softness below the chin
    jaw: float = 1.0  # width of the jaw
    hair: str = "short"
    hair_colour: str = "hair"
    feet: str = "shoe"
    habit: Mapping[str, float] = field(default_factory=dict)  # angles (degrees) this body brings to every pose


_MAN = Body(
    "man",
    Skeleton(shoulder_half=0.164),
    ((-0.11, 1, 0.98, 0.97), (0.05, 1, 0.95, 0.965), (0.18, 1.02, 1.02, 1.02), (0.32, 1.04, 1.04, 1.05),
     (0.44, 1.03, 1.03, 1.05), (0.55, 1.05, 1.05, 1.05)),
    arm=1.06, neck=1.05,
)  # fmt: skip
_WOMAN = Body(
    "woman",
    Skeleton(shoulder_half=0.147, hip_half=0.087, head_scale=0.94, leg_girth=0.97),
    ((-0.11, 1, 1, 1.0), (0.02, 0.98, 1.02, 1.02), (0.19, 0.92, 0.94, 0.92), (0.32, 0.91, 0.93, 0.93),
     (0.44, 0.92, 0.92, 0.92), (0.55, 0.92, 0.92, 0.92)),
    arm=0.86, leg=0.97, neck=0.90, bust=1.0, loose=0.45, jaw=0.9, hair="bun",
)  # fmt: skip
_OLDER = Body(
    "older",
    Skeleton(shoulder_half=0.155, thigh=0.241 * 1.75, shank=0.236 * 1.75),
    ((-0.11, 1, 0.93, 0.98), (0.05, 1.06, 0.93, 1.0), (0.16, 1.16, 1.0, 1.07), (0.30, 1.02, 1.0, 1.0),
     (0.44, 0.97, 1.02, 0.97), (0.55, 0.98, 0.98, 0.98)),
    arm=0.93, leg=0.95, neck=0.96, belly=0.0, seat=0.94, slack=0.003, chin=0.4, hair="crop", hair_colour="hair_grey",
    habit={"thorax_flex": 10.0, "neck_flex": -5.0, "lumbar_flex": 3.0, "shoulder_flex_left": 9.0,
           "shoulder_flex_right": 9.0},
)  # fmt: skip
_LARGER = Body(
    "larger",
    Skeleton(shoulder_half=0.170, hip_half=0.096, trunk_girth=1.22, leg_girth=1.17),
    ((-0.11, 1.08, 1.12, 1.14), (0.05, 1.24, 1.15, 1.22), (0.17, 1.38, 1.22, 1.34), (0.30, 1.28, 1.18, 1.26),
     (0.42, 1.16, 1.12, 1.14), (0.50, 1.16, 1.10, 1.10), (0.55, 1.12, 1.08, 1.10)),
    arm=1.22, leg=1.17, neck=1.15, belly=0.105, seat=1.16, slack=0.003, chin=1.0, jaw=1.10,
)  # fmt: skip

BODIES: dict[str, Body] = {
    "neutral": Body(),
    "man": _MAN,
    "woman": _WOMAN,
    "older": _OLDER,
    "older woman": replace(
        _OLDER, name="older woman", skeleton=replace(_WOMAN.skeleton, thigh=0.241 * 1.75, shank=0.236 * 1.75),
        torso=((-0.11, 1, 0.98, 1.0), (0.05, 1.05, 0.98, 1.03), (0.16, 1.08, 0.98, 1.02), (0.30, 0.96, 0.96, 0.96),
               (0.44, 0.92, 0.96, 0.92), (0.55, 0.92, 0.92, 0.92)),
        arm=0.88, leg=0.95, neck=0.86, bust=0.9, jaw=0.92, hair="bob",
    ),
    "larger": _LARGER,
    "larger woman": replace(
        _LARGER, name="larger woman", skeleton=replace(
            _WOMAN.skeleton, shoulder_half=0.158, hip_half=0.098, trunk_girth=1.2, leg_girth=1.18
        ),
        torso=((-0.11, 1.10, 1.16, 1.18), (0.04, 1.22, 1.20, 1.25), (0.17, 1.30, 1.20, 1.27), (0.30, 1.18, 1.14, 1.18),
               (0.42, 1.08, 1.08, 1.08), (0.50, 1.06, 1.05, 1.05), (0.55, 1.02, 1.0, 1.0)),
        arm=1.10, leg=1.18, neck=1.0, bust=1.35, belly=0.095, seat=1.2, jaw=1.0, hair="bob",
    ),
}  # fmt: skip


def body_named(name: str | None, hair: str | None = None, feet: str | None = None) -> Body:
    """A body with its hair and feet exchanged where asked for; ValueError for an unknown body."""
    found = BODIES.get(name or "man")
    if found is None:
        raise ValueError(f"unknown body {name!r}; known: {', '.join(BODIES)}")
    if hair:
        found = replace(found, hair=HAIR_ALIASES.get(hair, hair))
    return replace(found, feet=feet) if feet else found
