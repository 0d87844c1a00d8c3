"""The words and limits of the figure vocabulary: names in, the checked names out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticKnownError, core_schema

from generator.shapes.joint_limits import JOINT_LIMITS
from generator.shapes.pose_vocabulary import BODY_PLACES, GROUPS, MIDDLE_PLACES, MUSCLES, SIDES, SURFACES


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


LAYOUTS = ("auto", "row", "column")
GAZES = ("ahead", "down")

SIDED_PARTS = ("foot", "heel", "toes", "foot top", "knee", "hand", "fingertips", "elbow", "side")
MIDDLE_PARTS = ("seat", "back", "upper back", "head", "forehead", "belly", "pelvis")
TOUCH_PARTS = (*GROUPS, *(f"{side} {part}" for side in SIDES for part in SIDED_PARTS), *MIDDLE_PARTS)

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
