"""Small marks that make a body and its clothes believable: folds where a joint bends, knee caps, ankles, laces.

Each is a 3-D curve on the skin that is drawn only where the depth picture shows that place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from generator.figure.anatomy.profiles import TORSO_POWER, torso_row
from generator.figure.anatomy.skeleton import SIDES, SIGN
from generator.figure.arrays import Array
from generator.figure.body.flesh import Flesh, hip_flexion
from generator.figure.lines.shot import Shot
from generator.figure.lines.strands import seen_paths, tapered
from generator.figure.lines.vector import Canvas
from generator.figure.pose.posing import Pose

# Points (two pixels apart) that a mark must have: shorter ones on bare skin look like scratches.
_LEAST: dict[tuple[str, ...], int] = {("shirt", "shorts"): 6, ("skin",): 14, ("shoe",): 5}
_SQUIGGLE = 2.2  # radians of turning
_CLOTH, _SKIN = ("shirt", "shorts"), ("skin",)


@dataclass(frozen=True, slots=True)
class FoldMark:
    """A curve (n, 3) in the world with its width in mm, the materials it may lie on and how deep it may lie in them."""

    points: Array
    outward: Array | None
    width: float
    on: tuple[str, ...]
    slack: float = 0.030


def paint_folds(shot: Shot, pose: Pose, canvas: Canvas) -> None:
    """Draw all marks of a pose."""
    everywhere: tuple[tuple[str, ...], ...] = (_CLOTH, _SKIN, ("shoe",))
    masks = {on: shot.pixels.where(material=on) for on in everywhere}
    by_width: dict[float, list[Array]] = {}
    for mark in _marks(shot.flesh, pose):
        paths = seen_paths(shot, mark.points, mark.outward, masks[mark.on], mark.slack, _LEAST[mark.on])
        by_width.setdefault(mark.width, []).extend(path for path in sorted(paths, key=len)[-1:] if _is_calm(path))
    for width, paths in by_width.items():
        canvas.fill("ink", tapered(shot, paths, width, 0.8))


def _is_calm(path: Array) -> bool:
    # Where the skin itself folds over, a curve on it would be a squiggle.
    steps = np.diff(path, axis=0)
    turn = np.arctan2(steps[:, 1], steps[:, 0])
    return float(np.abs(np.angle(np.exp(1j * np.diff(turn)))).sum()) < _SQUIGGLE


def _marks(flesh: Flesh, pose: Pose) -> Iterator[FoldMark]:
    yield from _waist(flesh, pose)
    for side in SIDES:
        yield from _hip(flesh, side)
        yield from _knee(flesh, pose, side)
        yield from _shoe(flesh, side)


def _on_trunk(flesh: Flesh, heights: Array, degrees: Array, ease: float, width: float) -> FoldMark:
    """A curve on the shirt through (height, direction) pairs."""
    centre, front, left = flesh.curve.at(heights)
    row = flesh.shirt_table[torso_row(heights)]
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    reach = 1 / (np.abs(c) ** TORSO_POWER + np.abs(s) ** TORSO_POWER) ** (1 / TORSO_POWER)
    deep = np.where(c > 0, row[:, 0], row[:, 1])
    outward = c[:, None] * front + s[:, None] * left
    points = centre + (reach * c * (deep + ease))[:, None] * front + (reach * s * (row[:, 2] + ease))[:, None] * left
    return FoldMark(points, outward, width, _CLOTH)


def _waist(flesh: Flesh, pose: Pose) -> Iterator[FoldMark]:
    """Cross folds where the trunk is bent: on the belly, or on the side that shortens."""
    flex = pose.angles["lumbar_flex"] + 0.6 * pose.angles["thorax_flex"]
    side = pose.angles["lumbar_side"] + pose.angles["thorax_side"]
    turn = pose.angles["thorax_turn"]
    share = np.linspace(0.0, 1.0, 18)
    if flex > 14:
        for height, centre, reach in ((0.115, 64, 34), (0.165, 52, 30), (0.120, -60, 32), (0.170, -54, 28)):
            yield _on_trunk(flesh, height + 0.012 * share, centre + reach * (share - 0.5), 0.012, 0.17)
    if abs(side) > 10:
        out = -90.0 if side > 0 else 90.0
        for height, reach in ((0.105, 60), (0.150, 74), (0.200, 56)):
            yield _on_trunk(flesh, height + 0.02 * np.sin(np.pi * share), out + reach * (share - 0.5), 0.012, 0.17)
    if abs(turn) > 18:
        lean = np.sign(turn)
        for start, height in ((-40.0, 0.10), (0.0, 0.08), (34.0, 0.10)):
            yield _on_trunk(flesh, height + 0.16 * share, start - lean * 34 * share, 0.012, 0.17)


def _hip(flesh: Flesh, side: str) -> Iterator[FoldMark]:
    """Creases that fan out from the groin over the shorts when the thigh is lifted."""
    flexion = np.degrees(hip_flexion(flesh.posture, side))
    if flexion < 35:
        return
    sign = SIGN[side]
    pelvis, thigh = flesh.posture.frame("pelvis"), flesh.posture.frame(f"thigh {side}")
    share = np.linspace(0.0, 1.0, 16)[:, None]
    for start, end in (
        ((0.055, 0.150, 0.005), (0.084, 0.030, -0.120)),
        ((0.050, 0.152, 0.020), (0.080, 0.060, -0.070)),
    ):
        a = pelvis[0] + pelvis[1] @ np.array([start[0], sign * start[1], start[2]])
        b = thigh[0] + thigh[1] @ np.array([end[0], sign * end[1], end[2]])
        points = a + (b - a) * share
        outward = pelvis[1] @ np.array([0.6, sign * 0.5, 0.0]) + thigh[1] @ np.array([0.5, sign * 0.4, 0.0])
        yield FoldMark(points, np.repeat(outward[None], 16, 0), 0.17, _CLOTH, 0.040)


def _knee(flesh: Flesh, pose: Pose, side: str) -> Iterator[FoldMark]:
    """The rim of the knee cap in front, the crease behind, and the outer ankle bone."""
    bend = pose.angles[f"knee_{side}"]
    origin, rotation = flesh.posture.frame(f"shank {side}")
    sign, factor = SIGN[side], 0.35 + 0.65 * flesh.body.leg
    share = np.linspace(-1.0, 1.0, 15)
    if bend < 70:
        turn = np.radians(58 * share + 8)
        local = np.stack([0.050 * np.cos(turn), sign * 0.044 * np.sin(turn), -0.030 - 0.010 * np.cos(1.5 * turn)], 1)
        yield FoldMark(origin + local * factor @ rotation.T, _spoke(local, rotation), 0.15, _SKIN, 0.020)
    if bend < 25:
        turn = np.radians(180 + 42 * share)
        local = np.stack([0.050 * np.cos(turn), sign * 0.050 * np.sin(turn), 0.004 * share**2 - 0.004], 1)
        yield FoldMark(origin + local * factor @ rotation.T, _spoke(local, rotation), 0.14, _SKIN, 0.020)
    if flesh.body.feet == "bare":
        ankle, foot = flesh.posture.frame(f"foot {side}")
        turn = np.radians(200 + 100 * share)
        local = np.stack([0.013 * np.cos(turn) - 0.004, np.full(15, sign * 0.038), 0.013 * np.sin(turn)], 1)
        yield FoldMark(ankle + local @ foot.T, None, 0.15, _SKIN, 0.020)


def _spoke(local: Array, rotation: Array) -> Array:
    flat = local * np.array([1.0, 1.0, 0.0])
    result: Array = flat @ rotation.T / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-9)
    return result


def _shoe(flesh: Flesh, side: str) -> Iterator[FoldMark]:
    """Two laces over the instep."""
    if flesh.body.feet != "shoe":
        return
    origin, rotation = flesh.posture.frame(f"foot {side}")
    across = np.linspace(-1.0, 1.0, 9)
    for x, z in ((0.052, -0.006), (0.074, -0.016)):
        local = np.stack([np.full(9, x), 0.020 * across, z + 0.006 * (1 - across**2)], 1)
        yield FoldMark(origin + local @ rotation.T, None, 0.15, ("shoe",), 0.016)
