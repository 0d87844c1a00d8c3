"""A posed person as meshes: soft body with clothes, head, hair, hands and feet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from generator.figure.anatomy.bodies import Body
from generator.figure.anatomy.skeleton import SIDES
from generator.figure.arrays import Array
from generator.figure.body.feet import foot_meshes
from generator.figure.body.flesh import Flesh
from generator.figure.body.hair import hair_mesh
from generator.figure.body.hands import hand_mesh
from generator.figure.body.head import head_mesh
from generator.figure.body.trunk import body_meshes
from generator.figure.mesh.solids import Mesh
from generator.figure.pose.posing import Pose
from generator.figure.pose.surroundings import Prop

_SINKS = 0.035  # soft tissue up to this far below the floor is flattened onto it; deeper parts are lifted


def person_meshes(pose: Pose, body: Body, grips: Mapping[str, str]) -> tuple[list[Mesh], Flesh]:
    """All meshes of one person, lying flat where they touch the floor, and the soft body they came from."""
    posture = pose.posture
    flesh = Flesh(posture, body)
    meshes = body_meshes(flesh)
    scale = body.skeleton.head_scale
    place, turn = posture.frame("head")
    meshes.append(head_mesh(body.jaw, body.chin, scale).placed(place, turn))
    on_back = any(part == "head" for part, _, _ in pose.touches)
    hair = hair_mesh(body.hair, body.hair_colour, scale, -turn[2], on_back)
    if hair is not None:
        meshes.append(hair.placed(place, turn))
    for side in SIDES:
        meshes.append(hand_mesh(side, grips.get(side, "relaxed")).placed(*posture.frame(f"hand {side}")))
        foot = posture.frame(f"foot {side}")
        meshes += [mesh.placed(*foot) for mesh in foot_meshes(side, pose.angles[f"toes_{side}"], body.feet)]
    return [flattened(mesh) for mesh in meshes], flesh


_HELD = {"barbell": "grip", "dumbbells": "grip", "kettlebell": "grip", "strap": "fist", "towel": "fist"}


def natural_grip(props: tuple[Prop, ...], pose: Pose, side: str) -> str:
    """How a hand is held when nobody says: flat on what it lies on, closed round what it holds, else relaxed."""
    for part, own, place in pose.touches:
        if own == side and part == "hand":
            if place in ("bar", "chair back") or isinstance(place, list | tuple):
                return "grip"
            return "relaxed" if str(place).endswith("hip") else "flat"
        if own == side and part == "fingertips":
            return "relaxed"
    for name, options in props:
        if name in _HELD and not {"on", "under", "at"} & set(options) and options.get("hand", side) in (side, "both"):
            return _HELD[name]
        if name == "barbell" and options.get("on") in ("back", "hands"):
            return "grip"
    return "relaxed"


def flattened(mesh: Mesh) -> Mesh:
    """The mesh with what sank into the floor pressed flat."""
    height = mesh.vertices[:, 2]
    if height.min(initial=0.0) >= 0:
        return mesh
    vertices = mesh.vertices.copy()
    vertices[:, 2] = np.where(height < 0, np.where(height > -_SINKS, 0.0, height + _SINKS), height)
    return replace(mesh, vertices=vertices)


def pressed(mesh: Mesh, low: Array, high: Array) -> Mesh:
    """The mesh flattened onto the top of a seat or step that reaches from `low` to `high`."""
    v = mesh.vertices
    inside = (v[:, 0] > low[0] - 0.01) & (v[:, 0] < high[0] + 0.03) & (v[:, 1] > low[1]) & (v[:, 1] < high[1])
    inside &= (v[:, 2] < high[2]) & (v[:, 2] > high[2] - 0.075)
    if not inside.any():
        return mesh
    vertices = v.copy()
    vertices[inside, 2] = high[2]
    return replace(mesh, vertices=vertices)
