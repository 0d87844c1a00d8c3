"""Props: the list of a spec and a solved pose in, meshes out. All go through the same depth picture as the body."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from generator.figure.arrays import Array
from generator.figure.body.flesh import Flesh
from generator.figure.body.whole_body import pressed
from generator.figure.mesh.solids import Mesh, box
from generator.figure.pose.kinematics import Posture
from generator.figure.pose.surroundings import Prop, Surroundings, options_of
from generator.figure.things import furniture, held

_SOFT = ("seat", "step", "box")  # tops that press soft tissue flat
Options = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a prop may ask: the body it belongs to, the other props, and whether somebody sits."""

    flesh: Flesh
    props: tuple[Prop, ...]
    around: Surroundings
    sat_on: bool

    @property
    def posture(self) -> Posture:
        return self.flesh.posture


def prop_meshes(props: tuple[Prop, ...], flesh: Flesh, around: Surroundings, sat_on: bool) -> list[Mesh]:
    """Meshes of all props except mats, which are drawn as flat shapes under everything."""
    scene = _Scene(flesh, props, around, sat_on)
    return [mesh for name, options in props if name != "mat" for mesh in _MAKERS[name](scene, options)]


def _rack(scene: _Scene, options: Options) -> list[Mesh]:
    # A rack that nobody placed stands where the bar is, its hooks under it.
    bar = options_of(scene.props, "barbell")
    if bar is None or "x" in options:
        return furniture.rack(options)
    centre, _ = held.bar_place(scene.posture, bar)
    return furniture.rack({"x": float(centre[0]) - 0.055, "bar": float(centre[2]), **options})


def _box(scene: _Scene, options: Options) -> list[Mesh]:
    if options.get("held"):
        return furniture.held_box(scene.posture, options.get("size", (0.30, 0.40, 0.24)))
    return [box(options["lo"], options["hi"], str(options.get("mat") or "wood"), "box")]


_MAKERS: dict[str, Callable[[_Scene, Options], list[Mesh]]] = {
    "chair": lambda s, o: furniture.chair(s.posture, o, s.around, s.sat_on),
    "wheelchair": lambda s, o: furniture.wheelchair(s.posture, o, s.around),
    "bench": lambda s, o: furniture.bench(s.posture, o, s.around),
    "step": lambda s, o: furniture.step(s.posture, o, s.around),
    "wall": lambda s, o: furniture.wall(o),
    "rack": _rack,
    "box": _box,
    "ball": lambda s, o: held.ball(s.posture, o, s.around.seat() if s.sat_on else 0.0),
    "band": lambda s, o: held.band(s.flesh, o),
    "roller": lambda s, o: held.roller(s.posture, o),
    "barbell": lambda s, o: held.barbell(s.posture, o),
    "dumbbells": lambda s, o: held.dumbbells(s.posture, o),
    "kettlebell": lambda s, o: held.kettlebell(s.posture, o),
    "strap": lambda s, o: held.strap(s.posture, o),
    "towel": lambda s, o: held.towel(s.posture, o),
}


def press_onto(body: list[Mesh], props: list[Mesh]) -> list[Mesh]:
    """The body's meshes flattened where they rest on seats and steps."""
    for prop in props:
        if prop.name in _SOFT:
            low: Array = prop.vertices.min(0)
            high: Array = prop.vertices.max(0)
            body = [pressed(mesh, np.asarray(low), np.asarray(high)) for mesh in body]
    return body
