"""One position of the body as a trainer writes it (angles in degrees, contacts in words), checked and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from generator.content.fields import Model
from generator.content.figure.figure_words import GAZES, TOUCH_PARTS, TOUCH_PLACES, OneOf, PartialPoint, degrees, number
from generator.shapes.pose_vocabulary import ARMS, BASES, EXCLUSIVE, GROUPS, SIDES


def _named(key: str) -> BeforeValidator:
    """Lets a bare value stand for a mapping with one key: `neck: 20` is `neck: {flex: 20}`."""
    return BeforeValidator(lambda value: value if isinstance(value, Mapping | BaseModel) else {key: value})


def _three(value: Any) -> Any:
    """Lets `hip: 90` and `hip: [90, 45]` stand for [flexion, out, turn]; None = not mentioned."""
    if isinstance(value, list | tuple) and 0 < len(value) < 3:
        return (*value, *[None] * (3 - len(value)))
    return tuple(value) if isinstance(value, list | tuple) else (value, None, None)


HipAngles = Annotated[
    tuple[
        Annotated[float, degrees("hip_flex")],
        Annotated[float, degrees("hip_out")] | None,
        Annotated[float, degrees("hip_turn")] | None,
    ],
    BeforeValidator(_three),
]
ShoulderAngles = Annotated[
    tuple[
        Annotated[float, degrees("shoulder_flex")],
        Annotated[float, degrees("shoulder_out")] | None,
        Annotated[float, degrees("shoulder_turn")] | None,
    ],
    BeforeValidator(_three),
]


class WrittenLimb(Model):
    """Angles of one leg and one arm; None = not mentioned, the solver chooses.

    Positive: flexion, abduction ("out"), external rotation ("turn"), dorsiflexion, toes up, palm down (forearm).
    """

    hip: HipAngles | None = None
    knee: Annotated[float, degrees("knee")] | None = None
    ankle: Annotated[float, degrees("ankle")] | None = None
    invert: Annotated[float, degrees("invert")] | None = None
    toes: Annotated[float, degrees("toes")] | None = None
    shoulder: ShoulderAngles | None = None
    elbow: Annotated[float, degrees("elbow")] | None = None
    forearm: Annotated[float, degrees("forearm")] | None = None
    wrist: Annotated[float, degrees("wrist")] | None = None
    wrist_side: Annotated[float, degrees("wrist_side")] | None = None
    reach: Annotated[float, degrees("reach")] | None = None
    shrug: Annotated[float, degrees("shrug")] | None = None
    arm: Annotated[str, OneOf(ARMS)] | None = None

    def over(self, lower: WrittenLimb) -> WrittenLimb:
        """This limb where it says something, else `lower`."""
        return lower.model_copy(update={name: getattr(self, name) for name in self.model_fields_set})


class Trunk(Model):
    """The trunk: `lean` tips it whole from the hips, `round` bends the spine (negative = arched back)."""

    lean: Annotated[float, degrees("lean")] | None = None
    round: Annotated[float, degrees("round")] | None = None
    side: Annotated[float, degrees("trunk_side")] | None = None
    turn: Annotated[float, degrees("trunk_turn")] | None = None
    tip: Annotated[float, degrees("tip")] | None = None
    face: Annotated[float, degrees("face")] | None = None


class Neck(Model):
    """Head on trunk: chin down, ear to the right shoulder, nose to the right are positive."""

    flex: Annotated[float, degrees("neck_flex")] | None = None
    side: Annotated[float, degrees("neck_side")] | None = None
    turn: Annotated[float, degrees("neck_turn")] | None = None


class Target(Model):
    """Where a part of the body lies: a word, a height in metres, or a point; exactly one of the three."""

    place: Annotated[str, OneOf(TOUCH_PLACES)] | None = None
    height: Annotated[float, number(0.0, 2.5)] | None = None
    point: PartialPoint | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: Any) -> Any:
        if isinstance(value, list | tuple):
            return {"point": tuple(value)}
        if isinstance(value, int | float) and not isinstance(value, bool):
            return {"height": value}
        return value if isinstance(value, Mapping | BaseModel) else {"place": value}


Touch = dict[Annotated[str, OneOf(TOUCH_PARTS)], Target]


@dataclass(frozen=True, slots=True)
class WrittenContact:
    """One rule for the solver: `part` of `side` (None for the middle of the body) is held at `target`."""

    part: str
    side: str | None
    target: Target


class WrittenPose(Model):
    """A whole position. Angles are wishes, contacts are rules: the solver bends the wishes to keep the rules."""

    base: Annotated[str, OneOf(BASES)] = "standing"
    trunk: Annotated[Trunk, _named("lean")] = Trunk()
    neck: Annotated[Neck, _named("flex")] = Neck()
    both: WrittenLimb = WrittenLimb()
    left: WrittenLimb = WrittenLimb()
    right: WrittenLimb = WrittenLimb()
    gaze: Annotated[str, OneOf(GAZES)] | None = None
    stance: Annotated[str, OneOf(("both", *SIDES))] = "both"
    apart: Annotated[float, number(-0.4, 1.6)] | None = Field(
        default=None, description="metres between the ankles, left to right"
    )
    stride: Annotated[float, number(-1.4, 1.4)] | None = Field(
        default=None, description="metres by which the right ankle stands before the left"
    )
    balance: bool | None = None
    touch: Touch = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _base_alone(cls, value: Any) -> Any:
        return {"base": value} if isinstance(value, str) else value

    def limb(self, side: str) -> WrittenLimb:
        """What is asked of the left or the right limbs: `both` overlaid by that side."""
        own = self.left if side == "left" else self.right
        return own.over(self.both)


class StartPose(WrittenPose):
    """The first position of a movement: what differs from the end position, or (`from: base`) a new beginning."""

    model_config = ConfigDict(populate_by_name=True)

    from_: Annotated[str, OneOf(("pose", "base"))] = Field(default="pose", alias="from")

    def on(self, end: WrittenPose) -> WrittenPose:
        """The complete starting position of a movement that ends in `end`."""
        if self.from_ == "base" or ("base" in self.model_fields_set and self.base != end.base):
            lower: dict[str, Any] = {}
        else:
            lower = end.model_dump(exclude_unset=True)
        upper = self.model_dump(exclude_unset=True, exclude={"from_"})
        touch = _merged_touch(lower.pop("touch", {}), upper.pop("touch", {}))
        return WrittenPose.model_validate({**_merged(lower, upper), "touch": touch})


def _merged(lower: Mapping[str, Any], upper: Mapping[str, Any]) -> dict[str, Any]:
    both = {key: _merged(lower[key], upper[key]) for key in upper if _nested(lower.get(key), upper[key])}
    return {**lower, **upper, **both}


def _nested(lower: Any, upper: Any) -> bool:
    return isinstance(lower, Mapping) and isinstance(upper, Mapping)


def _merged_touch(lower: Mapping[str, Any], upper: Mapping[str, Any]) -> dict[str, Any]:
    """Both sets of contacts one after the other, written per side so that a later group name beats an earlier one."""
    merged: dict[str, Any] = {}
    for touch in (lower, upper):
        for (part, side), target in _by_part(touch).items():
            for rival in _rivals(part):
                merged.pop(f"{side} {rival}" if side else rival, None)
            merged[f"{side} {part}" if side else part] = target
    return merged


def _by_part(touch: Mapping[str, Any]) -> dict[tuple[str, str | None], Any]:
    """Contacts by (part, side), groups first so that a specific name wins within one mapping."""
    found: dict[tuple[str, str | None], Any] = {}
    for name in sorted(touch, key=lambda name: name not in GROUPS):
        if name in GROUPS:
            keys: list[tuple[str, str | None]] = [(GROUPS[name], side) for side in SIDES]
        elif name.split()[0] in SIDES:
            side, part = name.split(maxsplit=1)
            keys = [(part, side)]
        else:
            keys = [(name, None)]
        for part, own in keys:
            for rival in _rivals(part):
                found.pop((rival, own), None)
            found[(part, own)] = touch[name]
    return found


def _rivals(part: str) -> frozenset[str]:
    return next((group for group in EXCLUSIVE if part in group), frozenset({part}))


def resolve_contacts(*layers: Touch) -> tuple[WrittenContact, ...]:
    """Contacts of several layers (base position first); later layers win, `free` lifts a contact."""
    merged: dict[str, Any] = {}
    for layer in layers:
        merged = _merged_touch(merged, layer)
    return tuple(
        WrittenContact(part, side, target)
        for (part, side), target in _by_part(merged).items()
        if target.place != "free"
    )
