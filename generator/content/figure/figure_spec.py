"""The `figure:` mapping of an exercise, from plain values to one frozen, checked `FigureSpec` that the engine draws."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.content.choices import BODIES
from generator.content.fields import Model, wrong
from generator.content.figure.figure_words import HIGHLIGHTS, LAYOUTS, MARKERS, OneOf, number
from generator.content.figure.pose_fields import StartPose, WrittenPose
from generator.content.figure.prop_fields import Arrow, Prop
from generator.shapes.pose_vocabulary import FEET, GRIPS, HAIRS, POSTERIOR, SHOWS, SIDES, VIEWS

# Keys whose sign belongs to a side of the body: a mirror image negates them.
_SIGNED = frozenset({"side", "turn", "tip", "face"})


class View(Model):
    """From where the figure is seen: a name, or azimuth and elevation in degrees."""

    name: Annotated[str, OneOf(tuple(VIEWS))] | None = None
    azimuth: Annotated[float, number(-180.0, 180.0)] = 78.0
    elevation: Annotated[float, number(-20.0, 90.0)] = 7.0


def _as_view(value: Any) -> Any:
    if isinstance(value, list | tuple) and len(value) == 2:
        return {"azimuth": value[0], "elevation": value[1]}
    return value if isinstance(value, Mapping | BaseModel) else {"name": value}


class Hands(Model):
    """How the hands are held; None = the engine chooses (flat on the floor, gripping a bar, else relaxed)."""

    both: Annotated[str, OneOf(GRIPS)] | None = None
    left: Annotated[str, OneOf(GRIPS)] | None = None
    right: Annotated[str, OneOf(GRIPS)] | None = None

    def grip(self, side: str) -> str | None:
        """The grip that is asked for on one side."""
        return (self.left if side == "left" else self.right) or self.both


Grips = Annotated[Hands, BeforeValidator(lambda value: {"both": value} if isinstance(value, str) else value)]
Marker = Annotated[str, OneOf(MARKERS)]
Highlight = Annotated[str, OneOf(HIGHLIGHTS)]
# Each thing takes its share of a second to draw; no picture of 55 mm has room for more.
Props = Annotated[tuple[Prop, ...], Field(max_length=12)]


class FigureSpec(Model):
    """What the picture of an exercise shows. The working side is the right one, towards the viewer.

    `pose` is the end position, `start` (optional) the first; without `start` there is one picture.
    """

    view: Annotated[View, BeforeValidator(_as_view)] = View(name="side")
    pose: WrittenPose
    start: StartPose | None = None
    show: Annotated[str, OneOf(SHOWS)] = "auto"
    layout: Annotated[str, OneOf(LAYOUTS)] = "auto"
    pin: Marker | None = Field(default=None, description="part that stays in place from start to end")
    props: Props = ()
    start_props: Props | None = None
    hands: Grips = Hands()
    start_hands: Grips | None = None
    highlight: Annotated[tuple[Highlight, ...], Field(max_length=24)] = ()
    highlight_start: bool = False
    arrows: Annotated[tuple[Arrow, ...], Field(max_length=12)] = ()
    body: Annotated[str, OneOf(BODIES)] | None = None
    hair: Annotated[str, OneOf(HAIRS)] | None = None
    feet: Annotated[str, OneOf(FEET)] | None = None

    @model_validator(mode="after")
    def _movement_has_start(self) -> Self:
        if self.start is None:
            if self.show in ("frames", "ghost"):
                raise _needs_start(f"{self.show} shows a movement", ("show",))
            for number, arrow in enumerate(self.arrows):
                if arrow.follow:
                    raise _needs_start("this arrow follows a movement", ("arrows", number, "follow"))
        return self

    def frames(self) -> tuple[WrittenPose, ...]:
        """The complete positions in order: (end,) or (start, end)."""
        return (self.pose,) if self.start is None else (self.start.on(self.pose), self.pose)

    def camera(self) -> tuple[float, float]:
        """Azimuth and elevation; the plain side view turns to where the highlighted muscles can be seen."""
        if self.view.name is None:
            return (self.view.azimuth, self.view.elevation)
        azimuth, elevation = VIEWS[self.view.name]
        if self.view.name.startswith("side") and any(muscle_of(word)[1] in POSTERIOR for word in self.highlight):
            azimuth = (180.0 - abs(azimuth)) * (1.0 if azimuth > 0 else -1.0)
        return (azimuth, elevation)

    def mirrored(self) -> FigureSpec:
        """The same exercise for the other side, as its mirror image."""
        azimuth, elevation = self.camera()
        data = _mirrored(self.model_dump(exclude_unset=True, by_alias=True, exclude={"view"}))
        return FigureSpec.model_validate({**data, "view": (-azimuth, elevation)})


def muscle_of(highlight: str) -> tuple[tuple[str, ...], str]:
    """Sides and muscle of a highlight: `right calf` is (("right",), "calf"), `calf` both sides."""
    first, _, rest = highlight.partition(" ")
    return ((first,), rest) if first in SIDES else (SIDES, highlight)


def _needs_start(what: str, at: tuple[str | int, ...]) -> PydanticCustomError:
    return wrong(f"{what}, but there is no start position", "add `start:` with the first position", at)


def _mirrored(value: Any, key: str = "") -> Any:
    if isinstance(value, Mapping):
        return {_swapped(name): _mirrored(inner, name) for name, inner in value.items()}
    if key in ("anchor", "at", "point") and isinstance(value, list | tuple):
        return (value[0], None if value[1] is None else -value[1], value[2])
    if key == "arc" and value is not None:
        return (_swapped(value[0]), value[1], 180.0 - value[2], 180.0 - value[3])
    if key == "shift":
        return (-value[0], value[1])
    if key == "dir":
        return 180.0 - value
    if isinstance(value, list | tuple):
        return tuple(_mirrored(inner) for inner in value)
    if isinstance(value, str):
        return _swapped(value)
    return -value if key in _SIGNED and isinstance(value, int | float) and not isinstance(value, bool) else value


def _swapped(word: str) -> str:
    if word.startswith("left"):
        return "right" + word[4:]
    return "left" + word[5:] if word.startswith("right") else word


def plain(spec: FigureSpec) -> dict[str, Any]:
    """The specification as the plain mapping that a YAML file would hold; only what was said, in the short forms."""
    return {key: _short(value, key) for key, value in spec.model_dump(exclude_unset=True, by_alias=True).items()}


def _short(value: Any, key: str = "") -> Any:
    if key == "view":
        return value["name"] if value.get("name") else [value["azimuth"], value["elevation"]]
    if key in ("props", "start_props") and value is not None:
        return [_short_prop(prop) for prop in value]
    if key == "touch":
        return {part: _short(next(iter(target.values()))) for part, target in value.items()}
    if key in ("hip", "shoulder") and value is not None:
        return [angle for angle in value if angle is not None]
    if isinstance(value, Mapping):
        return {name: _short(inner, name) for name, inner in value.items()}
    return [_short(inner) for inner in value] if isinstance(value, list | tuple) else value


def _short_prop(prop: Mapping[str, Any]) -> Any:
    options = {name: value for name, value in prop.items() if name != "kind"}
    return {prop["kind"]: options} if options else prop["kind"]
