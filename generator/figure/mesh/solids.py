"""Triangle meshes as values, and the plain solids that props are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from generator.figure.arrays import F32, Array, unit

Vector = Sequence[float] | Array


@dataclass(frozen=True, slots=True)
class Mesh:
    """Triangles in world metres. `limb` says which part of the body a place belongs to, for lines between limbs."""

    vertices: Array  # (n, 3)
    normals: Array  # (n, 3)
    triangles: Array  # (m, 3) counter-clockwise seen from outside
    material: str  # colour name of the palette
    name: str
    limb: int = -1  # 0 trunk, 1/2 left/right arm, 3/4 left/right leg, 5 head; -1 none or see `limb_fields`
    limb_fields: Array | None = None  # (n, 5) distance to each limb
    jump: float = 0.010  # a step in depth of this many metres gets a line
    fine: float = 1.0  # factor for line widths
    is_prop: bool = False
    straight: bool = False  # edges are ruled lines
    two_sided: bool = False

    def placed(self, origin: Array, rotation: Array) -> Mesh:
        """The mesh moved from its own axes into a frame."""
        turn = rotation.T.astype(F32)
        return replace(
            self, vertices=(self.vertices @ turn + origin.astype(F32)).astype(F32), normals=self.normals @ turn
        )


def box(low: Vector, high: Vector, material: str, name: str = "box") -> Mesh:
    """A box along the axes, with flat faces."""
    ends = np.array([low, high], dtype=float)
    corners = np.array([[ends[i, 0], ends[j, 1], ends[k, 2]] for i in (0, 1) for j in (0, 1) for k in (0, 1)])
    quads = np.array([(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)])
    return flat_faced(corners, np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]]), material, name)


def flat_faced(corners: Array, triangles: Array, material: str, name: str) -> Mesh:
    """A mesh whose every triangle has its own normal."""
    a, b, c = (corners[triangles[:, i]] for i in range(3))
    normal = unit(np.cross(b - a, c - a))
    vertices = np.stack([a, b, c], 1).reshape(-1, 3).astype(F32)
    faces = np.arange(len(vertices)).reshape(-1, 3)
    return Mesh(vertices, np.repeat(normal, 3, 0).astype(F32), faces, material, name, is_prop=True, straight=True)


def _beside(direction: Array) -> tuple[Array, Array]:
    helper = np.array([0.0, 0.0, 1.0]) if abs(direction[2]) < 0.9 else np.array([1.0, 0.0, 0.0])
    u = unit(np.cross(helper, direction))
    return u, np.cross(direction, u)


def cylinder(a: Vector, b: Vector, radius: float, material: str, name: str = "cylinder", sides: int = 40) -> Mesh:
    """A round rod with flat ends from a to b."""
    start, end = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    along = unit(end - start)
    u, v = _beside(along)
    turn = np.arange(sides) * 2 * np.pi / sides
    ring = np.cos(turn)[:, None] * u + np.sin(turn)[:, None] * v
    low, high = start + radius * ring, end + radius * ring
    i = np.arange(sides)
    j = (i + 1) % sides
    n = sides
    wall = np.concatenate([np.stack([i, j, j + n], 1), np.stack([i, j + n, i + n], 1)])
    first = np.stack([j + 2 * n, i + 2 * n, np.full(n, 3 * n)], 1)
    last = np.stack([i + 3 * n + 1, j + 3 * n + 1, np.full(n, 4 * n + 1)], 1)
    vertices = np.vstack([low, high, low, start[None], high, end[None]])
    normals = np.vstack([ring, ring, np.repeat(-along[None], n + 1, 0), np.repeat(along[None], n + 1, 0)])
    triangles = np.vstack([wall, first, last])
    return Mesh(vertices.astype(F32), normals.astype(F32), triangles, material, name, is_prop=True)


def sphere(centre: Vector, radius: float, material: str, name: str = "ball", sides: int = 48) -> Mesh:
    """A ball."""
    rings = sides // 2
    t, p = np.linspace(0, np.pi, rings + 1), np.arange(sides) * 2 * np.pi / sides
    normals = np.stack(
        [np.outer(np.sin(t), np.cos(p)), np.outer(np.sin(t), np.sin(p)), np.repeat(np.cos(t)[:, None], sides, 1)], 2
    ).reshape(-1, 3)
    triangles = _grid_triangles(rings + 1, sides)
    vertices = np.asarray(centre) + radius * normals
    return Mesh(vertices.astype(F32), normals.astype(F32), triangles, material, name, is_prop=True)


def _grid_triangles(rows: int, columns: int, closed: bool = False) -> Array:
    r, c = np.meshgrid(np.arange(rows if closed else rows - 1), np.arange(columns), indexing="ij")
    a, b = r * columns + c, r * columns + (c + 1) % columns
    below = (r + 1) % rows
    d, e = below * columns + c, below * columns + (c + 1) % columns
    quads = np.stack([a, d, e, b], -1).reshape(-1, 4)
    result: Array = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    return result


def tube(path: Array, width: float, thickness: float, material: str, name: str, across: Array | None = None) -> Mesh:
    """A strap swept along a polyline (n, 3); `across` fixes the direction of its width at every point."""
    along = unit(np.gradient(path, axis=0))
    sideways = across if across is not None else _carried(along)
    sideways = unit(sideways - (sideways * along).sum(1, keepdims=True) * along)
    upwards = np.cross(along, sideways)
    turn = np.arange(14) * 2 * np.pi / 14
    c, s = np.cos(turn)[None, :, None], np.sin(turn)[None, :, None]
    offsets = c * sideways[:, None] * width + s * upwards[:, None] * thickness
    normals = unit(c * sideways[:, None] / width + s * upwards[:, None] / thickness)
    triangles = _grid_triangles(len(path), 14)[:, [0, 2, 1]]
    vertices = (path[:, None] + offsets).reshape(-1, 3)
    return Mesh(vertices.astype(F32), normals.reshape(-1, 3).astype(F32), triangles, material, name, is_prop=True)


def _carried(along: Array) -> Array:
    carried = [_beside(along[0])[0]]
    for direction in along[1:]:
        carried.append(unit(carried[-1] - (carried[-1] @ direction) * direction))
    return np.array(carried)
