"""The words and limits of the figure vocabulary: names in, the checked names out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticKnownError, core_schema


@dataclass(frozen=True)
class OneOf:
    """Annotation for a `str` that must be one of `words`; the error is pydantic's own `literal_error`.

    Used instead of `Literal` because lists such as "side + muscle" are computed, and because texts that remember
    their place (a subclass of `str`) must come out as the plain word of the vocabulary.
    """

    words: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        known = {word: word for word in self.words}

        def check(value: Any) -> str:
            word = known.get(value) if isinstance(value, str) else None
            if word is None:
                raise PydanticKnownError("literal_error", {"expected": allowed(self.words)})
            return word

        return core_schema.no_info_plain_validator_function(check, serialization=core_schema.to_string_ser_schema())

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.words)}


def allowed(words: Iterable[str]) -> str:
    """`'a', 'b' or 'c'`, the wording that pydantic itself uses in a literal_error."""
    quoted = [repr(word) for word in words]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " or " + quoted[-1]


SIDES = ("left", "right")

# Name of a view -> azimuth, elevation of the camera. 0 = from the front, 90 = we see the right side and the figure
# faces right on the page, 180 = from behind, -90 = we see the left side. A little elevation keeps it from looking flat.
VIEWS: dict[str, tuple[float, float]] = {
    "side": (78.0, 7.0),
    "pure side": (90.0, 5.0),
    "side left": (-78.0, 7.0),
    "front": (0.0, 6.0),
    "back": (180.0, 6.0),
    "three quarter": (42.0, 10.0),
    "three quarter back": (135.0, 9.0),
    "front side": (62.0, 9.0),
    "back side": (112.0, 8.0),
    "high side": (72.0, 22.0),
    "top": (90.0, 75.0),
}

BASES = (
    "standing",
    "sitting",
    "long sitting",
    "kneeling",
    "half kneeling",
    "all fours",
    "supine",
    "prone",
    "side lying",
    "side lying left",
)

MUSCLES = (
    "hamstrings",
    "calf",
    "glutes",
    "outer hip",
    "hip rotators",
    "lower back",
    "upper back",
    "quadriceps",
    "hip flexors",
    "adductors",
    "abdominals",
    "side body",
    "chest",
    "shoulder",
    "it band",
    "shin",
    "biceps",
    "triceps",
    "forearm",
    "neck",
    "lats",
    "obliques",
)
# Muscles that lie behind: a side view turns a little to the back to show them.
POSTERIOR = frozenset({"hamstrings", "calf", "glutes", "hip rotators", "lower back", "upper back", "triceps", "lats"})

HAIR = ("short", "crop", "bun", "ponytail", "bob", "bald")
FEET = ("shoe", "bare")
GRIPS = ("relaxed", "flat", "grip", "fist", "hook", "splay", "point")
SHOWS = ("auto", "frames", "ghost", "single")
LAYOUTS = ("auto", "row", "column")
ARMS = ("hang", "level", "up")
GAZES = ("ahead", "down")

# Parts of the body that can be put on something. A plural names both sides; the specific name beats the plural.
GROUPS = {
    "feet": "foot",
    "heels": "heel",
    "balls": "toes",
    "foot tops": "foot top",
    "knees": "knee",
    "hands": "hand",
    "fingertips": "fingertips",
    "elbows": "elbow",
}
SIDED_PARTS = ("foot", "heel", "toes", "foot top", "knee", "hand", "fingertips", "elbow", "side")
MIDDLE_PARTS = ("seat", "back", "upper back", "head", "forehead", "belly", "pelvis")
# One foot or hand makes one kind of contact: naming another replaces it.
EXCLUSIVE = (frozenset({"foot", "heel", "toes", "foot top"}), frozenset({"hand", "fingertips"}))
TOUCH_PARTS = (*GROUPS, *(f"{side} {part}" for side in SIDES for part in SIDED_PARTS), *MIDDLE_PARTS)

SURFACES = ("floor", "mat", "chair", "chair back", "wheelchair", "bench", "step", "wall", "bar")
BODY_PLACES = (
    "foot",
    "toes",
    "heel",
    "ankle",
    "shin",
    "calf",
    "knee",
    "thigh",
    "thigh back",
    "hip",
    "hand",
    "hand back",
    "elbow",
    "shoulder",
    "ear",
)
MIDDLE_PLACES = ("crown", "forehead", "head", "head back", "chest", "belly", "sacrum", "low back")
# `hip` alone is the hip of the same side as the touching hand.
TOUCH_PLACES = (
    *SURFACES,
    *BODY_PLACES,
    *(f"{side} {place}" for side in SIDES for place in BODY_PLACES),
    *MIDDLE_PLACES,
    "free",
)

MARKED_LIMBS = ("hand", "elbow", "shoulder", "hip", "thigh", "knee", "ankle", "foot", "heel", "toes")
MARKERS = (*(f"{side} {part}" for side in SIDES for part in MARKED_LIMBS), "head", "crown", "chest", "pelvis", "trunk")

HIGHLIGHTS = (*MUSCLES, *(f"{side} {muscle}" for side in SIDES for muscle in MUSCLES))

# Limits in degrees: what the adult body that is drawn can do, with some reserve for very supple people.
JOINT_LIMITS: dict[str, tuple[float, float]] = {
    "lean": (-60.0, 130.0),
    "round": (-60.0, 110.0),
    "trunk_side": (-50.0, 50.0),
    "trunk_turn": (-50.0, 50.0),
    "tip": (-45.0, 45.0),
    "face": (-180.0, 180.0),
    "neck_flex": (-60.0, 60.0),
    "neck_side": (-45.0, 45.0),
    "neck_turn": (-80.0, 80.0),
    "hip_flex": (-30.0, 160.0),
    "hip_out": (-40.0, 90.0),
    "hip_turn": (-60.0, 95.0),
    "knee": (0.0, 162.0),
    "ankle": (-60.0, 40.0),
    "invert": (-30.0, 30.0),
    "toes": (-35.0, 80.0),
    "shoulder_flex": (-70.0, 190.0),
    "shoulder_out": (-60.0, 190.0),
    "shoulder_turn": (-110.0, 110.0),
    "elbow": (-5.0, 155.0),
    "forearm": (-95.0, 95.0),
    "wrist": (-85.0, 85.0),
    "wrist_side": (-30.0, 35.0),
    "reach": (-25.0, 35.0),
    "shrug": (-10.0, 40.0),
}


def number(low: float, high: float) -> Any:
    """Constraint for `Annotated[float, ...]`; texts, booleans, NaN and infinities are refused."""
    return Field(ge=low, le=high, strict=True, allow_inf_nan=False)


def degrees(joint: str) -> Any:
    """Constraint for an angle inside the limits of a joint."""
    return number(*JOINT_LIMITS[joint])


# Positions in a scene, in metres: x forwards, y to the figure's left, z up, floor at 0.
Metres = Annotated[float, number(-3.0, 3.0)]
Point = tuple[Metres, Metres, Metres]
PartialPoint = tuple[Metres | None, Metres | None, Metres | None]
Side = Annotated[str, OneOf(SIDES)]
