"""Muscle regions: where on the posed skin a muscle lies (a field, positive inside) and how its fibres run."""

from __future__ import annotations

import numpy as np

from generator.figure.anatomy.profiles import PROFILES, TORSO_POWER, torso_row
from generator.figure.anatomy.regions import REGIONS, ButtockRegion, LimbRegion, RodRegion, TrunkRegion
from generator.figure.anatomy.skeleton import SIGN
from generator.figure.arrays import F32, Array, unit
from generator.figure.body.flesh import Flesh, buttock_frame
from generator.figure.body.torso import torso_sample
from generator.figure.mesh.distance import ellipsoid, to_local

_FADE = 30.0  # degrees over which a field falls from 1 to 0 at a region's rim
_SKIN_NEAR, _SKIN_FADE = 0.060, 0.02  # metres from the bone's surface within which skin and cloth count


_LIMB_NUMBERS = {"thigh": (3, 4), "shank": (3, 4), "upper arm": (1, 2), "forearm": (1, 2)}


def limbs_of(muscle: str, side: str) -> tuple[int, ...] | None:
    """Limb numbers on which a muscle may show (its own limb and the trunk), or None for anywhere."""
    region = REGIONS[muscle]
    if isinstance(region, LimbRegion):
        return (0, _LIMB_NUMBERS[region.bone][0 if side == "left" else 1])
    if isinstance(region, TrunkRegion):
        return (0, 3, 4) if region.start < 0 else (0,)
    return None


def muscle_field(flesh: Flesh, vertices: Array, muscle: str, side: str) -> Array:
    """Field (n,) at vertices (n, 3): positive inside the region."""
    region, points = REGIONS[muscle], np.ascontiguousarray(vertices.T)
    if isinstance(region, LimbRegion):
        return _on_limb(flesh, points, region, side)
    if isinstance(region, TrunkRegion):
        return _on_trunk(flesh, points, region, side)
    if isinstance(region, ButtockRegion):
        centre, rotation = buttock_frame(flesh.posture, side)
        local = to_local(points, centre, rotation)
        size = flesh.body.seat
        depth = (F32(0.018) - ellipsoid(local, (0, 0, 0), (0.082 * size, 0.082 * size, 0.104 * size))) / F32(0.02)
        field: Array = np.minimum(depth, (F32(0.035) - local[0]) / F32(0.03))
        return field
    a, b = _rod_ends(flesh, region, side)
    along = b - a
    share = np.clip(((vertices - a) @ along) / (along @ along), 0, 1).astype(F32)
    distance = np.linalg.norm(vertices - (a + share[:, None] * along), axis=1)
    inside: Array = ((_rod_radius(region, share) - distance) / 0.03).astype(F32)
    return inside


def _rod_ends(flesh: Flesh, region: RodRegion, side: str) -> tuple[Array, Array]:
    ends = []
    for bone, (x, y, z) in (region.first, region.last):
        name = bone if bone in flesh.posture.frames else f"{bone} {side}"
        ends.append(flesh.posture.point(name, (x, SIGN[side] * y, z))[0])
    return ends[0], ends[1]


def _rod_radius(region: RodRegion, share: Array) -> Array:
    start, middle, end = region.radii
    bulge = np.sin(np.pi * np.clip(share, 0, 1))
    return np.where(share < 0.5, start + (middle - start) * bulge, end + (middle - end) * bulge)


def _spindle(share: Array, half: float, taper: float) -> Array:
    result: Array = half * np.maximum(np.sin(np.pi * np.clip(share, 0, 1)), 0) ** taper
    return result


def _on_limb(flesh: Flesh, points: Array, region: LimbRegion, side: str) -> Array:
    bone, sign = flesh.posture.frame(f"{region.bone} {side}"), SIGN[side]
    local = to_local(points, *bone)
    length = bone_length(flesh, region.bone)
    share = local[2] / F32(-length)
    angle = np.degrees(np.arctan2(local[1] * F32(sign), local[0]))
    off = np.abs((angle - region.centre + 180) % 360 - 180)
    along = (share - region.start) / (region.end - region.start)
    inside = (_spindle(along, region.half, region.taper) - off) / _FADE
    radius = PROFILES[region.bone].radius(share, angle)
    beyond = np.maximum(np.maximum(-share, share - 1), 0) * length
    gap = np.abs(np.hypot(np.hypot(local[0], local[1]), beyond) - radius)
    field = np.minimum(inside, (_SKIN_NEAR - gap) / _SKIN_FADE)
    outside = (along <= 0) | (along >= 1)
    if region.bone == "thigh":  # behind a bent knee the calf is near, but it is not thigh
        outside |= _bone_distance(flesh, points, "shank", side) < _bone_distance(flesh, points, "thigh", side)
    return np.where(outside, -1.0, field).astype(F32)


def _bone_distance(flesh: Flesh, points: Array, bone: str, side: str) -> Array:
    local = to_local(points, *flesh.posture.frame(f"{bone} {side}"))
    beyond = np.maximum(np.maximum(local[2], -local[2] - bone_length(flesh, bone)), 0)
    distance: Array = np.sqrt(local[0] ** 2 + local[1] ** 2 + beyond**2)
    return distance


def bone_length(flesh: Flesh, bone: str) -> float:
    """Length of a limb bone in metres."""
    return float(getattr(flesh.posture.skeleton, bone.replace(" ", "_")))


def _on_trunk(flesh: Flesh, points: Array, region: TrunkRegion, side: str) -> Array:
    sample = torso_sample(points, flesh.curve, flesh.table)
    row = flesh.table[torso_row(sample.height)]
    deep = np.where(sample.ahead > 0, row[:, 0], row[:, 1])
    angle = np.degrees(np.arctan2(sample.left * SIGN[side] / row[:, 2], sample.ahead / deep))
    off = (angle - region.centre + 180) % 360 - 180
    along = (sample.height - region.start) / (region.end - region.start)
    if region.across:
        round_share = (off + region.half) / (2 * region.half)
        half = _spindle(0.12 + 0.88 * round_share, 0.5, region.taper)
        inside = np.minimum((half - np.abs(along - 0.5)) * 4, (region.half - np.abs(off)) / _FADE)
        outside = (round_share <= 0) | (round_share >= 1)
    else:
        inside = (_spindle(along, region.half, region.taper) - np.abs(off)) / _FADE
        outside = (along <= 0) | (along >= 1)
    field = np.minimum(inside, (_SKIN_NEAR + 0.02 - np.abs(sample.distance)) / _SKIN_FADE)
    return np.where(outside, -1.0, field).astype(F32)


Fibre = tuple[Array, Array]  # points (n, 3) and the outward direction (n, 3) at each


def fibres(flesh: Flesh, muscle: str, side: str, axes: Array, count: int) -> list[Fibre]:
    """Guide lines along a muscle, roughly on the skin. Strips of skin are drawn as seen by the camera `axes`."""
    region = REGIONS[muscle]
    if isinstance(region, LimbRegion):
        return _limb_fibres(flesh, region, side, count)
    if isinstance(region, TrunkRegion):
        return _trunk_fibres(flesh, region, side, count)
    if isinstance(region, ButtockRegion):
        return _buttock_fibres(flesh, side, count)
    return _rod_fibres(flesh, region, side, axes, max(count - 2, 3))


def _limb_fibres(flesh: Flesh, region: LimbRegion, side: str, count: int) -> list[Fibre]:
    origin, rotation = flesh.posture.frame(f"{region.bone} {side}")
    length, sign = bone_length(flesh, region.bone), SIGN[side]
    share = np.linspace(0.05, 0.95, 40)
    along = region.start + share * (region.end - region.start)
    found = []
    for offset in np.linspace(-0.92, 0.92, count):
        angle = region.centre + offset * _spindle(share, region.half, region.taper)
        c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
        radius = PROFILES[region.bone].radius(along, angle)
        local = np.stack([radius * c, radius * s * sign, -along * length], 1)
        outward = np.stack([c, s * sign, np.zeros_like(c)], 1)
        found.append((origin + local @ rotation.T, outward @ rotation.T))
    return found


def _trunk_fibres(flesh: Flesh, region: TrunkRegion, side: str, count: int) -> list[Fibre]:
    sign = SIGN[side]
    share = np.linspace(0.06, 0.94, 40)
    found = []
    for offset in np.linspace(-0.9, 0.9, count):
        if region.across:
            angle = region.centre + region.half * (2 * share - 1)
            spread = _spindle(0.12 + 0.88 * share, 0.5, region.taper)
            height = region.start + (region.end - region.start) * (0.5 + offset * spread * (1 - 0.45 * share))
        else:
            angle = region.centre + offset * _spindle(share, region.half, region.taper)
            height = region.start + share * (region.end - region.start)
        centre, front, left = flesh.curve.at(height)
        row = flesh.table[torso_row(height)]
        c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
        deep = np.where(c > 0, row[:, 0], row[:, 1])
        reach = 1 / (np.abs(c) ** TORSO_POWER + np.abs(s) ** TORSO_POWER) ** (1 / TORSO_POWER)
        points = centre + (reach * c * deep)[:, None] * front + (reach * s * sign * row[:, 2])[:, None] * left
        found.append((points, unit(c[:, None] * front + (s * sign)[:, None] * left)))
    return found


def _buttock_fibres(flesh: Flesh, side: str, count: int) -> list[Fibre]:
    centre, rotation = buttock_frame(flesh.posture, side)
    share = np.linspace(0, 1, 40)
    size = flesh.body.seat
    found = []
    for offset in np.linspace(-1, 1, count):
        turn, rise = np.radians(222 - 128 * share), np.radians(58 - 78 * share + 40 * offset)
        outward = np.stack([np.cos(rise) * np.cos(turn), SIGN[side] * np.cos(rise) * np.sin(turn), np.sin(rise)], 1)
        radii = size * np.array([0.084, 0.084, 0.106])
        found.append((centre + (outward * radii) @ rotation.T, outward @ rotation.T))
    return found


def _rod_fibres(flesh: Flesh, region: RodRegion, side: str, axes: Array, count: int) -> list[Fibre]:
    a, b = _rod_ends(flesh, region, side)
    sideways = unit(np.cross(b - a, axes[2]))
    share = np.linspace(-0.3, 1.3, 50)
    found = []
    for offset in np.linspace(-0.68, 0.68, count):
        points = a + share[:, None] * (b - a) + (offset * _rod_radius(region, share))[:, None] * sideways
        found.append((points, np.repeat(axes[2][None], len(points), 0)))
    return found
