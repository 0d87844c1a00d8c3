"""From distance fields to triangles: surface nets on a grid that is filled only where a surface passes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.figure.arrays import F32, Array, Points, unit

Fields = Mapping[str, Array]
_CORNERS = np.array([[i, j, k] for i in (0, 1) for j in (0, 1) for k in (0, 1)])
_EDGES = [(a, b) for a in range(8) for b in range(a + 1, 8) if np.abs(_CORNERS[a] - _CORNERS[b]).sum() == 1]
_COARSE = 4  # side of the first blocks, in cells; they are halved once before the cells themselves
_SLOPPINESS = 1.9  # fields overstate distances by up to this factor; with 1.3 the surface had holes


@dataclass(frozen=True, slots=True)
class Samples:
    """Field values on the grid points near the surfaces."""

    low: Array
    cell: float
    index: Array  # (nx, ny, nz) number of a sampled point, -1 where none
    points: Array  # (n, 3) grid coordinates
    values: dict[str, Array]

    @property
    def linear(self) -> Array:
        """Place of each sampled point in the flat grid."""
        _, ny, nz = self.index.shape
        result: Array = (self.points[:, 0] * ny + self.points[:, 1]) * nz + self.points[:, 2]
        return result


def sample_near(
    fields: Callable[[Points], Fields], low: Array, high: Array, cell: float, names: Sequence[str],
    cover: Sequence[str] = (),
) -> Samples:  # fmt: skip
    """Sample fields near the zero surfaces of `names`. Where a field of `cover` lies well outside the first name's
    surface, that surface is hidden and not sampled (skin under clothes)."""
    blocks = np.ceil((high - low) / (cell * _COARSE)).astype(int) + 1
    grid = np.stack(np.meshgrid(*[np.arange(n) for n in blocks], indexing="ij"), -1).reshape(-1, 3)
    size = _COARSE
    while size > 1:
        values = fields(_centres(grid, low, cell, size))
        reach = 0.866 * size * cell * _SLOPPINESS + (cell if size == 2 else 0)
        grid = _halved(grid[_passes(values, names, cover, reach)])
        size //= 2
    values = fields(_centres(grid, low, cell, 1))
    index = np.full(blocks * _COARSE, -1, np.int32)
    index[grid[:, 0], grid[:, 1], grid[:, 2]] = np.arange(len(grid), dtype=np.int32)
    return Samples(low, cell, index, grid, dict(values))


def _centres(grid: Array, low: Array, cell: float, size: int) -> Points:
    points = (low + cell * (size * grid + (size - 1) / 2)).astype(F32)
    return np.ascontiguousarray(points.T)


def _halved(grid: Array) -> Array:
    result: Array = (2 * grid[:, None] + _CORNERS[None]).reshape(-1, 3)
    return result


def _passes(values: Fields, names: Sequence[str], cover: Sequence[str], reach: float) -> Array:
    passes = np.zeros(len(values[names[0]]), dtype=bool)
    for i, name in enumerate(names):
        near = np.abs(values[name]) < reach
        if i == 0 and cover:
            near &= np.minimum.reduce([values[c] for c in cover]) > -0.6 * reach
        passes |= near
    return passes


def surface(samples: Samples, name: str, carried: Sequence[str] = ()) -> tuple[Array, Array, Array, Array]:
    """Vertices, normals and triangles of one zero surface, and the values of `carried` fields at the vertices."""
    values = samples.values[name]
    _, ny, nz = samples.index.shape
    flat, linear = samples.index.ravel(), samples.linear
    shift = _CORNERS @ np.array([ny * nz, nz, 1])
    inside = (samples.points < np.array(samples.index.shape) - 1).all(1)
    base = np.flatnonzero(inside)
    corners = np.stack([flat[linear[base] + s] for s in shift])  # (8, n)
    whole = (corners >= 0).all(0)
    base, corners = base[whole], corners[:, whole]
    found = values[corners]
    count = (found < 0).sum(0)
    crossed = (count > 0) & (count < 8)
    base, corners, found = base[crossed], corners[:, crossed], found[:, crossed]
    place, normal = _place_vertices(found)
    vertices = (samples.low + samples.cell * (samples.points[base] + place)).astype(F32)
    cell_vertex = np.full(len(linear), -1, np.int32)
    cell_vertex[base] = np.arange(len(base), dtype=np.int32)
    triangles = _faces(values, flat, linear, samples.points, cell_vertex, (ny * nz, nz, 1))
    attached = (
        np.stack([samples.values[c][corners].mean(0) for c in carried], 1) if carried else np.zeros((len(base), 0))
    )
    return vertices, normal, triangles, attached.astype(F32)


def _place_vertices(found: Array) -> tuple[Array, Array]:
    # The mean of the crossings on the cell's edges, then one Newton step along the gradient onto the surface.
    count = np.zeros(found.shape[1], F32)
    place = np.zeros((found.shape[1], 3), F32)
    for a, b in _EDGES:
        va, vb = found[a], found[b]
        cut = (va < 0) != (vb < 0)
        share = np.where(cut, va / np.where(cut, va - vb, F32(1)), F32(0))
        axis = int(np.abs(_CORNERS[a] - _CORNERS[b]).argmax())
        for d in range(3):
            place[:, d] += np.where(cut, share if d == axis else F32(_CORNERS[a][d]), F32(0))
        count += cut
    place /= np.maximum(count, 1)[:, None]
    gradient = np.stack([found[_CORNERS[:, d] == 1].mean(0) - found[_CORNERS[:, d] == 0].mean(0) for d in range(3)], 1)
    length = np.linalg.norm(gradient, axis=1) + F32(1e-9)
    weights = np.ones_like(found)
    for corner in range(8):
        for d in range(3):
            weights[corner] *= place[:, d] if _CORNERS[corner][d] else F32(1) - place[:, d]
    step = np.clip((weights * found).sum(0) / length, -0.5, 0.5)
    normal = unit(gradient)
    return place - normal * step[:, None], normal.astype(F32)


def _faces(
    values: Array, flat: Array, linear: Array, points: Array, cell_vertex: Array, strides: tuple[int, int, int]
) -> Array:
    negative = values < 0
    faces = []
    for d in range(3):
        u, v = strides[(d + 1) % 3], strides[(d + 2) % 3]
        start = np.flatnonzero((points > 0).all(1) & (linear + strides[d] < len(flat)))
        end = flat[linear[start] + strides[d]]
        start, end = start[end >= 0], end[end >= 0]
        cut = negative[start] != negative[end]
        start, into = start[cut], negative[start[cut]]
        cells = [flat[linear[start] - o] for o in (u + v, v, 0, u)]
        corner = [np.where(c >= 0, cell_vertex[c], -1) for c in cells]
        second, fourth = np.where(into, corner[1], corner[3]), np.where(into, corner[3], corner[1])
        faces += [np.stack([corner[0], second, corner[2]], 1), np.stack([corner[0], corner[2], fourth], 1)]
    joined = np.concatenate(faces)
    result: Array = joined[(joined >= 0).all(1)]
    return result
