"""What a figure can touch besides itself: the props of a spec in, planes and points in the world out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.figure.anatomy.skeleton import SIGN
from generator.shapes.pose_vocabulary import PROPS

Prop = tuple[str, Mapping[str, Any]]
Vector = tuple[float, float, float]

SEAT = {"chair": 0.46, "wheelchair": 0.50, "bench": 0.45}  # heights of the seats in metres
STEP_HEIGHT = 0.18
CHAIR_AHEAD = 0.62  # a chair to hold on to stands this far in front
CHAIR_BACK_HEIGHT = 0.88
FOOTREST = 0.11  # of a wheelchair


@dataclass(frozen=True, slots=True)
class Plane:
    """A flat thing: points p with p[axis] = at; `sign` is the direction of its free side along that axis."""

    axis: int
    at: float
    sign: float = 1.0


def read_props(items: Iterable[Any] | None) -> tuple[Prop, ...]:
    """`["mat", {"strap": {"foot": "right"}}]` to pairs of name and options; ValueError for an unknown prop."""
    props: list[Prop] = []
    for item in items or ():
        pairs = [(item, {})] if isinstance(item, str) else list(item.items())
        for name, options in pairs:
            if name not in PROPS:
                raise ValueError(f"unknown prop {name!r}; known: {', '.join(PROPS)}")
            props.append((name, _translated(name, options or {})))
    return tuple(props)


_RENAMED = {"radius": "r", "plate_radius": "plate_r"}


def _translated(name: str, options: Mapping[str, Any]) -> dict[str, Any]:
    # The words of trainers (figure_props.py in content/) to those of this room.
    known = {_RENAMED.get(key, key): value for key, value in options.items() if value is not None}
    if name in ("chair", "bench", "wall", "rack") and "at" in known:
        known["x"] = known.pop("at")
    if known.pop("turned", False):
        known["face"] = -1
    if name == "box" and "size" in known:
        (x, y, z), (a, b, c) = known.pop("at", (0.4, 0.0, 0.0)), known.pop("size")
        known["lo"], known["hi"] = (x - a / 2, y - b / 2, z), (x + a / 2, y + b / 2, z + c)
        known["size"] = (a, b, c)
    return known


def options_of(props: tuple[Prop, ...], name: str) -> Mapping[str, Any] | None:
    """Options of the first prop with that name, or None when there is none."""
    return next((options for found, options in props if found == name), None)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Answers where `floor`, `chair`, `wall`, ... are."""

    props: tuple[Prop, ...]
    seat_height: float | None = None
    step_height: float | None = None

    def seat(self, name: str = "chair") -> float:
        """Height of a seat; a figure that sits on `chair` sits on whatever seat the scene has."""
        if self.seat_height is not None:
            return self.seat_height
        if name == "chair":
            name = next((found for found, _ in self.props if found in SEAT), "chair")
        return float((options_of(self.props, name) or {}).get("height", SEAT[name]))

    def plane(self, place: str | float) -> Plane | None:
        """The plane of a surface or of a height in metres; None for places that are no plane."""
        if isinstance(place, int | float):
            return Plane(2, float(place))
        if place in ("floor", "mat"):
            return Plane(2, 0.0)
        if place in SEAT:
            return Plane(2, self.seat(str(place)))
        if place == "step":
            height = (options_of(self.props, "step") or {}).get("height", self.step_height)
            return Plane(2, STEP_HEIGHT if height is None else float(height))
        if place == "wall":
            x = float((options_of(self.props, "wall") or {}).get("x", 0.55))
            return Plane(0, x, -1.0 if x > 0 else 1.0)
        return None

    def holds(self, place: str, side: str) -> Vector | None:
        """A point to hold with the hand of that side: the back of a chair in front, or the bar of a rack."""
        if place == "chair back":
            x = float((options_of(self.props, "chair") or {}).get("x", CHAIR_AHEAD))
            return (x - 0.17, 0.13 * SIGN[side], CHAIR_BACK_HEIGHT + 0.01)
        if place == "bar":
            bar = options_of(self.props, "barbell") or {}
            if "at" in bar:
                x, _, z = bar["at"]
                return (float(x), 0.28 * SIGN[side], float(z))
            rack = options_of(self.props, "rack") or {}
            return (float(rack.get("x", 0.4)) - 0.06, 0.28 * SIGN[side], float(rack.get("bar", 1.0)))
        return None
