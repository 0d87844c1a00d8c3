"""Props: the list of a spec and a solved pose in, meshes out. All go through the same depth picture as the body."""

from __future__ import annotations

import numpy as np

from generator.figure import equipment, furniture
from generator.figure.arrays import Array
from generator.figure.flesh import Flesh
from generator.figure.person import pressed
from generator.figure.solids import Mesh, box
from generator.figure.surroundings import Prop, Surroundings

_SOFT = ("seat", "step", "box")  # tops that press soft tissue flat


def prop_meshes(props: tuple[Prop, ...], flesh: Flesh, around: Surroundings, sat_on: bool) -> list[Mesh]:
    """Meshes of all props except mats, which are drawn as flat shapes under everything."""
    posture = flesh.posture
    meshes: list[Mesh] = []
    for name, options in props:
        if name == "mat":
            continue
        if name == "chair":
            meshes += furniture.chair(posture, options, around, sat_on)
        elif name in ("wheelchair", "bench", "step"):
            meshes += {"wheelchair": furniture.wheelchair, "bench": furniture.bench, "step": furniture.step}[name](
                posture, options, around
            )
        elif name in ("wall", "rack"):
            meshes += furniture.wall(options) if name == "wall" else furniture.rack(options)
        elif name == "box" and options.get("held"):
            meshes += furniture.held_box(posture, options.get("size", (0.30, 0.40, 0.24)))
        elif name == "box":
            material = "wood" if options.get("mat") is None else str(options["mat"])
            meshes.append(box(options["lo"], options["hi"], material, "box"))
        elif name == "band":
            meshes += equipment.band(flesh, options)
        else:
            meshes += _HELD[name](posture, options)
    return meshes


_HELD = {
    "roller": equipment.roller, "ball": equipment.ball, "barbell": equipment.barbell,
    "dumbbells": equipment.dumbbells, "kettlebell": equipment.kettlebell, "strap": equipment.strap,
    "towel": equipment.towel,
}  # fmt: skip


def press_onto(body: list[Mesh], props: list[Mesh]) -> list[Mesh]:
    """The body's meshes flattened where they rest on seats and steps."""
    for prop in props:
        if prop.name in _SOFT:
            low: Array = prop.vertices.min(0)
            high: Array = prop.vertices.max(0)
            body = [pressed(mesh, np.asarray(low), np.asarray(high)) for mesh in body]
    return body
