"""Things around the figure (mat, chair, bar) and arrows, as a trainer writes them, checked and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, Field, model_validator
from pydantic_core import PydanticKnownError

from generator.content.fields import Model, wrong
from generator.content.figure.figure_words import MARKERS, Metres, OneOf, Point, Side, allowed, number
from generator.shapes.pose_vocabulary import SIDES

M = TypeVar("M", bound=Model)

# Where a roller, ball or bar can lie under the leg; `t` runs from the hip (or knee) 0 to the knee (or ankle) 1.
UNDER = tuple(f"{side} {part}" for side in SIDES for part in ("thigh", "calf"))
Under = Annotated[str, OneOf(UNDER)]
Along = Annotated[float, number(0.0, 1.0)]
Size = Annotated[float, number(0.01, 2.5)]


class Mat(Model):
    """A mat under everything that is near the floor; `pad` metres beyond it."""

    kind: Literal["mat"] = "mat"
    pad: Annotated[float, number(0.0, 0.5)] = 0.09
    width: Size | None = None


class Chair(Model):
    """A chair that the figure sits on, or (`at`: x in metres) that stands before it; `faces` away or towards."""

    kind: Literal["chair"] = "chair"
    sit: Annotated[str, OneOf(("full", "front edge"))] = "full"
    back: bool = True
    at: Metres | None = None
    turned: bool = False


class Wheelchair(Model):
    """A wheelchair that the figure sits in."""

    kind: Literal["wheelchair"] = "wheelchair"


class Wall(Model):
    """A wall whose near face stands at `at` metres before (positive) or behind the middle of the body."""

    kind: Literal["wall"] = "wall"
    at: Metres = 0.55
    height: Size = 1.9


class Roller(Model):
    """A foam roller lying on the floor, across, under a limb."""

    kind: Literal["roller"] = "roller"
    under: Under = "right thigh"
    t: Along = 0.55
    radius: Annotated[float, number(0.03, 0.2)] = 0.072


class Ball(Model):
    """A ball between the knees, under a limb, or at a point (its centre)."""

    kind: Literal["ball"] = "ball"
    between: Annotated[str, OneOf(("knees", "ankles", "hands"))] | None = None
    under: Under | None = None
    at: Point | None = None
    t: Along = 0.5
    radius: Annotated[float, number(0.02, 0.4)] | None = None

    @model_validator(mode="after")
    def _one_place(self) -> Ball:
        return only_one(self, "between", "under", "at")


class StepProp(Model):
    """A step under one foot or both."""

    kind: Literal["step"] = "step"
    under: Annotated[str, OneOf(("left", "right", "both"))] = "right"
    height: Annotated[float, number(0.05, 0.6)] = 0.18


class Bench(Model):
    """A low bench to sit, kneel or lie on; `along` turns its length to the figure's front."""

    kind: Literal["bench"] = "bench"
    height: Annotated[float, number(0.2, 0.7)] = 0.45
    along: bool = True
    at: Metres | None = None


class Strap(Model):
    """A strap from both hands round the sole of one foot."""

    kind: Literal["strap"] = "strap"
    foot: Side = "right"


class Towel(Model):
    """A towel used as a strap."""

    kind: Literal["towel"] = "towel"
    foot: Side = "right"


class BandProp(Model):
    """A loop band round hip or thigh, pulled towards `anchor`; `post` draws what it is tied to."""

    kind: Literal["band"] = "band"
    around: Annotated[str, OneOf(tuple(f"{side} {part}" for side in SIDES for part in ("hip", "thigh")))] = "right hip"
    anchor: Point = (-0.75, 0.0, 0.75)
    post: bool = True


class Barbell(Model):
    """A barbell: in both hands, on the back, under a thigh or at a point (its middle)."""

    kind: Literal["barbell"] = "barbell"
    on: Annotated[str, OneOf(("hands", "back"))] | None = None
    under: Under | None = None
    at: Point | None = None
    t: Along = 0.1
    half: Annotated[float, number(0.2, 1.3)] = 0.56
    plates: bool = True
    plate_radius: Annotated[float, number(0.05, 0.25)] = 0.20

    @model_validator(mode="after")
    def _at_most_one_place(self) -> Barbell:
        return only_one(self, "on", "under", "at", needed=False)


class Rack(Model):
    """Two uprights that hold a bar: where the barbell is, or `at` metres before the body and `bar` metres high."""

    kind: Literal["rack"] = "rack"
    at: Metres | None = None
    bar: Size | None = None
    half: Annotated[float, number(0.3, 1.1)] = 0.5
    height: Size = 1.25


class Dumbbells(Model):
    """A dumbbell in each hand, or in one."""

    kind: Literal["dumbbells"] = "dumbbells"
    hand: Annotated[str, OneOf(("both", *SIDES))] = "both"


class Kettlebell(Model):
    """A kettlebell held in both hands, or in one."""

    kind: Literal["kettlebell"] = "kettlebell"
    hand: Annotated[str, OneOf(("both", *SIDES))] = "both"


class Box(Model):
    """A box: between the hands (`held`), or standing with the middle of its base at a point."""

    kind: Literal["box"] = "box"
    held: bool = False
    at: Point | None = None
    size: tuple[Size, Size, Size] = (0.36, 0.40, 0.24)


Thing = (
    Mat
    | Chair
    | Wheelchair
    | Wall
    | Roller
    | Ball
    | StepProp
    | Bench
    | Strap
    | Towel
    | BandProp
    | Barbell
    | Rack
    | Dumbbells
    | Kettlebell
    | Box
)
PROPS = tuple(str(thing.model_fields["kind"].default) for thing in get_args(Thing))


def _named_thing(value: Any) -> Any:
    """`mat` and `{strap: {foot: left}}` become a mapping with its `kind`."""
    if isinstance(value, BaseModel) or (isinstance(value, Mapping) and "kind" in value):
        return value
    name, options = next(iter(value.items())) if isinstance(value, Mapping) and len(value) == 1 else (value, None)
    if not isinstance(name, str) or name not in PROPS:
        raise PydanticKnownError("literal_error", {"expected": allowed(PROPS)})
    if options is not None and not isinstance(options, Mapping):
        raise PydanticKnownError("dict_type")
    return {**(options or {}), "kind": str(name)}


Prop = Annotated[Thing, Field(discriminator="kind"), BeforeValidator(_named_thing)]


def only_one(model: M, *names: str, needed: bool = True) -> M:
    """The model itself, if exactly one (or at most one) of the named fields is given."""
    given = [name for name in names if getattr(model, name) is not None]
    if len(given) > 1 or (needed and not given):
        raise wrong(f"needs {'exactly' if needed else 'at most'} one of {allowed(names)}")
    return model


DIRECTIONS = {"forward": 0.0, "up": 90.0, "back": 180.0, "down": 270.0}


def _degrees_of(value: Any) -> Any:
    return DIRECTIONS.get(value, value) if isinstance(value, str) else value


class Arrow(Model):
    """One arrow, of three kinds.

    `follow`: along the path of a part from start to end. `arc`: [part, radius in metres, from, to] round a part.
    `at`: straight from a part, in direction `dir` (degrees, 0 = to the right of the page, 90 = up, or a word).
    `shift` moves it on the page by [right, up] millimetres.
    """

    follow: Annotated[str, OneOf(MARKERS)] | None = None
    arc: (
        tuple[
            Annotated[str, OneOf(MARKERS)],
            Annotated[float, number(0.05, 2.0)],
            Annotated[float, number(-360.0, 360.0)],
            Annotated[float, number(-360.0, 360.0)],
        ]
        | None
    ) = None
    at: Annotated[str, OneOf(MARKERS)] | None = None
    dir: Annotated[float, number(-360.0, 360.0), BeforeValidator(_degrees_of)] = 90.0
    len: Annotated[float, number(0.05, 1.0)] = 0.22
    bow: Annotated[float, number(-1.0, 1.0)] = 0.0
    double: bool = False
    reverse: bool = False
    offset: Annotated[float, number(-30.0, 30.0)] | None = None
    shift: tuple[Annotated[float, number(-60.0, 60.0)], Annotated[float, number(-60.0, 60.0)]] = (0.0, 0.0)
    frame: Annotated[str, OneOf(("start", "end"))] = "end"

    @model_validator(mode="before")
    @classmethod
    def _follow_alone(cls, value: Any) -> Any:
        return {"follow": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_kind(self) -> Arrow:
        return only_one(self, "follow", "arc", "at")
