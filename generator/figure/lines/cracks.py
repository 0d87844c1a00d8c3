"""Where lines are drawn: the cracks between neighbouring pixels that differ, with what kind of edge each one is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.figure.arrays import Array
from generator.figure.mesh.raster import Pixels

OUTER, OCCLUDING, HEM, CREASE, EDGE = 1, 2, 3, 4, 5  # kinds, heaviest first
_AGAINST_SLOPE = 2.2  # a jump counts only if it is this many times the slope of the farther surface
_BESIDE_BACKGROUND = 0.030  # metres; smaller jumps there give every round limb a second outline
_CREASE = 0.80  # cosine between normals a few pixels apart
_APART = 3


@dataclass(frozen=True, slots=True)
class Cracks:
    """Edges of the pixel grid: `a` and `b` are the numbers of their end nodes in a (height+1, width+1) grid."""

    a: Array
    b: Array
    kind: Array
    jump: Array  # depth step in metres
    facing: Array  # (n, 2) how the nearer surface is turned, in picture axes
    mesh: Array  # the nearer mesh
    nodes_wide: int


@dataclass(frozen=True, slots=True)
class _Traits:
    """Per pixel: what decides about cracks."""

    group: Array  # material
    limb: Array
    threshold: Array
    prop: Array
    normal: Array


def limb_picture(pixels: Pixels) -> Array:
    """Number of the limb at every pixel: 0 trunk, 1/2 left/right arm, 3/4 left/right leg, 5 head, -1 none."""
    fields = pixels.carried(lambda m: m.limb_fields, 5, 9.0)
    known = np.array([m.limb_fields is not None for m in pixels.meshes] + [False])
    fixed = np.array([m.limb for m in pixels.meshes] + [-1])
    result: Array = np.where(known[pixels.mesh], fields.argmin(2), fixed[pixels.mesh])
    return result


def find_cracks(pixels: Pixels, normal: Array, limb: Array, jump_factor: float = 1.0) -> Cracks:
    """All cracks of a picture; `jump_factor` > 1 leaves small steps out (thumbnails)."""
    materials = sorted({m.material for m in pixels.meshes})
    last = [-1]
    group = np.array([materials.index(m.material) for m in pixels.meshes] + last)[pixels.mesh]
    threshold = np.array([m.jump * jump_factor for m in pixels.meshes] + [1.0])[pixels.mesh]
    prop = np.array([m.is_prop for m in pixels.meshes] + [False])[pixels.mesh]
    traits = _Traits(group, limb, threshold, prop, normal)
    parts = [_cracks_along(pixels, traits, axis) for axis in (0, 1)]
    a, b, kind, jump, facing, mesh = (np.concatenate([p[i] for p in parts]) for i in range(6))
    return Cracks(a, b, kind, jump, facing, mesh, pixels.shape[1] + 1)


def _cracks_along(pixels: Pixels, traits: _Traits, axis: int) -> tuple[Array, ...]:
    size = pixels.shape[axis]
    first: tuple[slice, ...] = tuple(slice(0, size - 1) if d == axis else slice(None) for d in (0, 1))
    second: tuple[slice, ...] = tuple(slice(1, size) if d == axis else slice(None) for d in (0, 1))
    # Only pixels that differ somehow, or stand at a step, need a closer look.
    mesh, depth = pixels.mesh, pixels.depth
    step = depth[first] - depth[second]
    smallest = min(m.jump for m in pixels.meshes)
    different = (mesh[first] != mesh[second]) | (np.abs(step) > smallest) | (traits.limb[first] != traits.limb[second])
    faceted = traits.prop[first] & traits.prop[second]
    rows, columns = np.nonzero(different | faceted)
    one = (rows, columns)
    two = (rows + (axis == 0), columns + (axis == 1))
    kind, jump = _kinds(pixels, traits, one, two, axis)
    kept = kind > 0
    one = (one[0][kept], one[1][kept])
    two = (two[0][kept], two[1][kept])
    front = np.where(mesh[two] < 0, True, np.where(mesh[one] < 0, False, depth[one] >= depth[two]))
    facing = np.where(front[:, None], traits.normal[one][:, :2], traits.normal[two][:, :2])
    owner = np.where(front, mesh[one], mesh[two])
    wide = pixels.shape[1] + 1
    if axis == 1:
        a, b = one[0] * wide + two[1], (one[0] + 1) * wide + two[1]
    else:
        a, b = two[0] * wide + one[1], two[0] * wide + one[1] + 1
    return a, b, kind[kept], jump[kept], facing, owner


Place = tuple[Array, Array]


def _kinds(pixels: Pixels, traits: _Traits, one: Place, two: Place, axis: int) -> tuple[Array, Array]:
    mesh, depth = pixels.mesh, pixels.depth
    there, here = mesh[one] >= 0, mesh[two] >= 0
    both = there & here
    step = np.where(both, depth[one] - depth[two], 0.0)
    jump = np.abs(step)
    slope, at_edge = _slope_behind(pixels, one, two, step > 0, axis)
    threshold = np.where(step > 0, traits.threshold[one], traits.threshold[two])
    occluding = both & (jump > threshold) & (jump > _AGAINST_SLOPE * slope) & (~at_edge | (jump > _BESIDE_BACKGROUND))
    prop_one, prop_two = traits.prop[one], traits.prop[two]
    any_prop = prop_one | prop_two
    apart = _normals_apart(pixels, traits, one, two, axis)
    crease = both & ~any_prop & (traits.limb[one] != traits.limb[two]) & (apart < _CREASE)
    flat = (traits.normal[one] * traits.normal[two]).sum(-1)
    edge = both & prop_one & prop_two & ((flat < 0.85) | (mesh[one] != mesh[two]))
    cloth = both & (traits.group[one] != traits.group[two])
    kind = np.zeros(len(one[0]), np.int8)
    kind[crease] = CREASE
    kind[edge] = EDGE
    kind[cloth & (kind == 0)] = HEM
    kind[cloth & any_prop] = OCCLUDING
    kind[occluding] = OCCLUDING
    kind[there != here] = OUTER
    return kind, np.where(kind == OUTER, 9.0, jump)


def _slope_behind(pixels: Pixels, one: Place, two: Place, first_is_near: Array, axis: int) -> tuple[Array, Array]:
    # Slope of the farther surface one pixel further on; large at its own border with the background.
    height, width = pixels.shape
    dy, dx = (1, 0) if axis == 0 else (0, 1)
    before = (np.maximum(one[0] - dy, 0), np.maximum(one[1] - dx, 0))
    after = (np.minimum(two[0] + dy, height - 1), np.minimum(two[1] + dx, width - 1))
    depth = pixels.depth
    slope = np.where(first_is_near, np.abs(depth[two] - depth[after]), np.abs(depth[one] - depth[before]))
    at_edge = slope > 1e3
    return np.where(at_edge, 0.0, slope), at_edge


def _normals_apart(pixels: Pixels, traits: _Traits, one: Place, two: Place, axis: int) -> Array:
    height, width = pixels.shape
    dy, dx = (_APART, 0) if axis == 0 else (0, _APART)
    before = (np.maximum(one[0] - dy, 0), np.maximum(one[1] - dx, 0))
    after = (np.minimum(two[0] + dy, height - 1), np.minimum(two[1] + dx, width - 1))
    result: Array = (traits.normal[before] * traits.normal[after]).sum(-1)
    return result
