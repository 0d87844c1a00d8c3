"""Meshes to pixels: for every pixel the nearest triangle, its depth, and any value carried by its corners."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from generator.figure.arrays import F32, Array, unit
from generator.figure.mesh.solids import Mesh

EMPTY = F32(-1e9)  # depth of the background
_SIZES = (2, 3, 4, 5, 6, 8, 10, 14, 20, 40, 100, 300, 800, 2500)  # triangles are rasterised in squares of these pixels
_AT_ONCE = 2_000_000


@dataclass(frozen=True, slots=True)
class Pixels:
    """A depth picture. Row 0 is the BOTTOM row (y up); (0, 0) of the pixel plane is its lower left corner."""

    meshes: tuple[Mesh, ...]
    axes: Array  # of the camera
    scale: float  # pixels per metre
    shift: Array  # pixel place of the world's origin
    depth: Array  # (h, w) metres towards the viewer
    mesh: Array  # (h, w) number of the mesh, -1 = background
    triangle: Array  # (h, w) corner numbers are corners[triangle]
    corners: Array  # (m, 3) into the vertices of all meshes one after the other
    filled: Array  # flat numbers of the pixels that are not background
    weights: Array  # (filled, 3) barycentric

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width in pixels."""
        height, width = self.depth.shape
        return height, width

    def carried(self, per_mesh: Callable[[Mesh], Array | None], columns: int, empty: float) -> Array:
        """Picture (h, w, columns) of a value given at the vertices; `empty` where a mesh has none."""
        values = [per_mesh(m) for m in self.meshes]
        whole = np.concatenate(
            [
                np.full((len(m.vertices), columns), empty, F32)
                if v is None
                else np.asarray(v, F32).reshape(-1, columns)
                for m, v in zip(self.meshes, values, strict=True)
            ]
        )
        height, width = self.shape
        picture = np.full((height * width, columns), empty, F32)
        corner = self.corners[self.triangle.ravel()[self.filled]]
        mixed = whole[corner[:, 0]] * self.weights[:, :1]
        for i in (1, 2):
            mixed += whole[corner[:, i]] * self.weights[:, i : i + 1]
        picture[self.filled] = mixed
        return picture.reshape(height, width, columns)

    def normals(self) -> Array:
        """Picture (h, w, 3) of unit normals in camera axes."""
        turn = self.axes.T.astype(F32)
        return unit(self.carried(lambda m: m.normals @ turn, 3, 0.0))

    def project(self, points: Array) -> tuple[Array, Array]:
        """World points (n, 3) to pixel places (n, 2) and depths (n,)."""
        seen = np.asarray(points) @ self.axes.T
        return seen[:, :2] * self.scale + self.shift, seen[:, 2]

    def visible(self, points: Array, slack: float) -> Array:
        """Whether each world point is in front of what the picture shows there, or behind it by less than `slack`."""
        place, depth = self.project(points)
        height, width = self.shape
        x = np.clip(place[:, 0].astype(int), 0, width - 1)
        y = np.clip(place[:, 1].astype(int), 0, height - 1)
        result: Array = depth > self.depth[y, x] - slack
        return result

    def where(self, *, material: Sequence[str] = (), name: Sequence[str] = ()) -> Array:
        """Mask of the pixels whose mesh has one of the materials or names."""
        chosen = np.array([m.material in material or m.name in name for m in self.meshes] + [False])
        result: Array = chosen[self.mesh]
        return result


def rasterise(meshes: Sequence[Mesh], axes: Array, scale: float, margin: int = 10) -> Pixels:
    """The depth picture of some meshes at a scale in pixels per metre."""
    seen = [m.vertices @ axes.T.astype(F32) for m in meshes]
    low = np.min([p[:, :2].min(0) for p in seen], 0)
    high = np.max([p[:, :2].max(0) for p in seen], 0)
    width, height = ((high - low) * scale).astype(int) + 2 * margin
    shift = (margin - low * scale).astype(F32)
    places = np.concatenate(seen)
    places[:, :2] = places[:, :2] * F32(scale) + shift
    starts = np.cumsum([0, *[len(m.vertices) for m in meshes]])
    corners = np.concatenate([m.triangles + s for m, s in zip(meshes, starts, strict=False)])
    owner = np.repeat(np.arange(len(meshes)), [len(m.triangles) for m in meshes])
    both = np.array([m.two_sided for m in meshes])[owner]
    depth = np.full(width * height, EMPTY, F32)
    triangle = np.full(width * height, -1, np.int32)
    area = _signed_area(places, corners)
    kept = np.flatnonzero(np.where(both, np.abs(area), area) > 1e-9)
    _draw(places, corners, area, kept, depth, triangle, int(width))
    filled = np.flatnonzero(triangle >= 0)
    mesh = np.full(width * height, -1, np.int32)
    mesh[filled] = owner[triangle[filled]]
    weights = _weights(places, corners[triangle[filled]], filled % width, filled // width)
    shape = (int(height), int(width))
    return Pixels(
        tuple(meshes), axes, scale, shift, depth.reshape(shape), mesh.reshape(shape), triangle.reshape(shape),
        corners, filled, weights,
    )  # fmt: skip


def _signed_area(places: Array, corners: Array) -> Array:
    a, b, c = (places[corners[:, i]] for i in range(3))
    result: Array = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    return result


def _draw(places: Array, corners: Array, area: Array, kept: Array, depth: Array, triangle: Array, width: int) -> None:
    height = len(depth) // width
    a, b, c = (places[corners[kept, i]] for i in range(3))
    low = np.floor(np.minimum(np.minimum(a, b), c)[:, :2] - 0.5).astype(np.int32) + 1
    high = np.ceil(np.maximum(np.maximum(a, b), c)[:, :2] - 0.5).astype(np.int32)
    np.clip(low, 0, [width - 1, height - 1], out=low)
    np.clip(high, 0, [width - 1, height - 1], out=high)
    size = (high - low).max(1) + 1
    smaller = 0
    for side in _SIZES:
        group = np.flatnonzero((size > smaller) & (size <= side))
        smaller = side
        step = max(1, _AT_ONCE // (side * side))
        for i in range(0, len(group), step):
            chosen = group[i : i + step]
            _draw_group(
                a[chosen], b[chosen], c[chosen], area[kept[chosen]], low[chosen], kept[chosen], side, depth, triangle,
                width,
            )  # fmt: skip


def _draw_group(
    a: Array, b: Array, c: Array, area: Array, low: Array, number: Array, side: int, depth: Array, triangle: Array,
    width: int,
) -> None:  # fmt: skip
    # Barycentric weights are linear in x and y: one start value and two slopes per triangle.
    across, upwards = (v.ravel() for v in np.meshgrid(np.arange(side, dtype=F32), np.arange(side, dtype=F32)))
    x0, y0 = low[:, 0].astype(F32) + F32(0.5), low[:, 1].astype(F32) + F32(0.5)
    inverse = F32(1) / area
    wx = np.stack([b[:, 1] - c[:, 1], c[:, 1] - a[:, 1]]) * inverse
    wy = np.stack([c[:, 0] - b[:, 0], a[:, 0] - c[:, 0]]) * inverse
    start = np.stack([(b[:, 0] - x0) * (c[:, 1] - y0) - (b[:, 1] - y0) * (c[:, 0] - x0),
                      (c[:, 0] - x0) * (a[:, 1] - y0) - (c[:, 1] - y0) * (a[:, 0] - x0)]) * inverse  # fmt: skip
    w0 = start[0][:, None] + wx[0][:, None] * across + wy[0][:, None] * upwards
    w1 = start[1][:, None] + wx[1][:, None] * across + wy[1][:, None] * upwards
    edge = F32(-1e-4)
    covered = (w0 >= edge) & (w1 >= edge) & (w0 + w1 <= F32(1) - edge)
    row, column = np.nonzero(covered)
    x = low[row, 0] + across[column].astype(np.int32)
    y = low[row, 1] + upwards[column].astype(np.int32)
    inside = (x < width) & (y < len(depth) // width)
    row, column, x, y = row[inside], column[inside], x[inside], y[inside]
    u, v = w0[row, column], w1[row, column]
    z = c[row, 2] + u * (a[row, 2] - c[row, 2]) + v * (b[row, 2] - c[row, 2])
    pixel = y * width + x
    np.maximum.at(depth, pixel, z)
    nearest = depth[pixel] == z
    triangle[pixel[nearest]] = number[row[nearest]]


def _weights(places: Array, corner: Array, x: Array, y: Array) -> Array:
    a, b, c = (places[corner[:, i]] for i in range(3))
    fx, fy = x + F32(0.5), y + F32(0.5)
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    w0 = ((b[:, 0] - fx) * (c[:, 1] - fy) - (b[:, 1] - fy) * (c[:, 0] - fx)) / area
    w1 = ((c[:, 0] - fx) * (a[:, 1] - fy) - (c[:, 1] - fy) * (a[:, 0] - fx)) / area
    return np.stack([w0, w1, 1 - w0 - w1], 1).astype(F32)
