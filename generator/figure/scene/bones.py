"""The skeleton over a figure, for authors: bones as lines, joints as dots."""

from __future__ import annotations

import numpy as np

from generator.figure.anatomy.skeleton import SIDES, SPINE_HEIGHT
from generator.figure.arrays import Array
from generator.figure.lines.vector import Canvas, Subpath, polygon
from generator.figure.pose.posing import Pose
from generator.shapes.geometry import MM

_ARM = ("shoulder", "upper arm", "forearm", "hand")
_LEG = ("thigh", "shank", "foot", "toes")
_LINE, _DOT = 0.55, 0.75  # mm: width of a bone, radius of a joint
_ROUND = 0.5523  # handle length of a quarter circle


def paint_bones(pose: Pose, axes: Array, scale: float, canvas: Canvas) -> None:
    """Draw the bones of a pose; `scale` is in points per metre."""
    frames = pose.posture.frames

    def at(bone: str) -> Array:
        result: Array = (frames[bone][0][0] @ axes.T)[:2] * scale
        return result

    chains = [[at(f"spine {i}") for i in range(len(SPINE_HEIGHT))] + [at("skull"), at("head")]]
    for side in SIDES:
        chains.append([at("thorax"), *(at(f"{bone} {side}") for bone in _ARM)])
        chains.append([at("pelvis"), *(at(f"{bone} {side}") for bone in _LEG)])
    for chain in chains:
        canvas.stroke("bone", [polygon(np.array(chain), closed=False)], _LINE * MM)
    for chain in chains:
        canvas.fill("joint", [circle(joint, _DOT * MM) for joint in chain[1:]])


def circle(centre: Array, radius: float) -> Subpath:
    """A circle of four cubics."""
    k = _ROUND
    unit = [
        (1, 0),
        (1, k),
        (k, 1),
        (0, 1),
        (-k, 1),
        (-1, k),
        (-1, 0),
        (-1, -k),
        (-k, -1),
        (0, -1),
        (k, -1),
        (1, -k),
        (1, 0),
    ]
    return Subpath(centre + radius * np.array(unit), "cccc")
