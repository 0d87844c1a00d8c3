"""Rigid parts (head, hands, feet): distance fields in their own axes to meshes, built once and then only moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from generator.figure.arrays import F32, Array, Points
from generator.figure.mesh.solids import Mesh
from generator.figure.mesh.surface import sample_near, surface

Box = tuple[tuple[float, float, float], tuple[float, float, float]]


def carve(field: Callable[[Points], Array], box: Box, cell: float, mesh: Mesh) -> Mesh:
    """The zero surface of a field inside a box, with the traits of `mesh` (whose own triangles are empty)."""
    samples = sample_near(lambda points: {"f": field(points)}, np.array(box[0]), np.array(box[1]), cell, ("f",))
    vertices, normals, triangles, _ = surface(samples, "f")
    return replace(mesh, vertices=vertices, normals=normals, triangles=triangles)


def blank(material: str, name: str, limb: int, jump: float = 0.010, fine: float = 1.0) -> Mesh:
    """A mesh without triangles that carries traits."""
    none = np.zeros((0, 3), F32)
    return Mesh(none, none, np.zeros((0, 3), np.int32), material, name, limb, jump=jump, fine=fine)


def other_side(mesh: Mesh, name: str, limb: int) -> Mesh:
    """A left part turned into a right one."""
    flip = np.array([1, -1, 1], F32)
    return replace(
        mesh, vertices=mesh.vertices * flip, normals=mesh.normals * flip, triangles=mesh.triangles[:, ::-1],
        name=name, limb=limb,
    )  # fmt: skip


def mirrored_y(points: Points) -> Points:
    """Points folded onto y >= 0, for shapes that are the same on both sides."""
    folded = points.copy()
    folded[1] = np.abs(folded[1])
    return folded
