"""The face and the hair in a few strokes: eyes, brows, nose, mouth, ears and strands, laid over the modelled head."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from generator.figure.anatomy.bodies import Body
from generator.figure.arrays import Array
from generator.figure.body.head import head_mesh
from generator.figure.lines.shot import Shot
from generator.figure.lines.strands import seen_paths, tapered
from generator.figure.lines.vector import Canvas
from generator.figure.mesh.smoothing import blurred

_FROM_BEHIND = -0.25
_IRIS = 0.2  # how little the stroke of an iris tapers


@dataclass(frozen=True, slots=True)
class Feature:
    """A stroke on the head: points in the head's axes, width in mm, how far it may sink in, and which ear it is on."""

    points: Array
    width: float
    slack: float
    ear: float = 0.0
    power: float = 0.5


@lru_cache(maxsize=16)
def face_features(jaw: float, chin: float, scale: float) -> tuple[Feature, ...]:
    """The strokes of the face on a head of that shape."""
    surface = _Surface(head_mesh(jaw, chin, scale).vertices)
    features = []
    for side in (1.0, -1.0):
        lid = [(y, 0.0005 + 0.0062 * np.sin((y - 0.015) / 0.031 * np.pi)) for y in np.linspace(0.015, 0.046, 9)]
        features.append(Feature(surface.lift(lid, side, 0.001), 0.28, 0.012))
        iris = [(0.0305, 0.0050), (0.0308, 0.0010), (0.0310, -0.0036)]
        features.append(Feature(surface.lift(iris, side, 0.002), 0.52, 0.012, power=_IRIS))
        brow = [(y, 0.0215 + 0.0050 * np.sin((y - 0.012) / 0.044 * np.pi * 0.85)) for y in np.linspace(0.014, 0.050, 9)]
        features.append(Feature(surface.lift(brow, side, 0.001), 0.25, 0.012, power=0.7))
        features += _ear(side, scale)
    # Corners of the mouth a little up: a calm, friendly face.
    mouth = [(y, -0.0575 + 0.0032 * (y / 0.021) ** 2) for y in np.linspace(-0.021, 0.021, 13)]
    features.append(Feature(surface.lift(mouth, 1.0, 0.001), 0.22, 0.016, power=0.6))
    lip = [(y, -0.0700) for y in np.linspace(-0.008, 0.008, 7)]
    features.append(Feature(surface.lift(lip, 1.0, 0.001), 0.12, 0.012))
    nose = [(y, -0.0310 - 0.0032 * np.cos(y / 0.013 * np.pi / 2)) for y in np.linspace(-0.012, 0.012, 7)]
    features.append(Feature(surface.lift(nose, 1.0, 0.001), 0.16, 0.012))
    return tuple(features)


class _Surface:
    """The front of a head mesh: how far forwards the skin is at (y, z)."""

    def __init__(self, vertices: Array) -> None:
        self._vertices = vertices

    def lift(self, flat: list[tuple[float, float]], side: float, above: float) -> Array:
        """Points (y, z) of one side laid on the skin, a little above it."""
        v = self._vertices
        found = []
        for y, z in flat:
            near = (np.abs(v[:, 1] - side * y) < 0.0055) & (np.abs(v[:, 2] - z) < 0.0055)
            found.append((float(v[near, 0].max()) if near.any() else 0.08, side * y, z))
        points = np.array(found)
        points[:, 0] = np.convolve(np.pad(points[:, 0], 1, "edge"), [0.25, 0.5, 0.25], "valid") + above
        return points


def _ear(side: float, scale: float) -> list[Feature]:
    rim, fold = np.radians(np.linspace(60, 325, 22)), np.radians(np.linspace(75, 250, 14))
    outer = np.stack(
        [-0.010 + 0.0165 * np.cos(rim) - 0.0075 * np.sin(rim), np.full(22, side * 0.083), -0.008 + 0.030 * np.sin(rim)],
        1,
    )
    inner = np.stack(
        [
            -0.007 + 0.009 * np.cos(fold) - 0.0045 * np.sin(fold),
            np.full(14, side * 0.083),
            -0.004 + 0.018 * np.sin(fold),
        ],
        1,
    )
    return [Feature(outer * scale, 0.22, 0.030, side), Feature(inner * scale, 0.14, 0.030, side)]


# Strands as (from, to) in degrees on the hair: direction (0 front, 90 left) and height (90 = crown).
_STRANDS = (
    ((16, 76), (74, 22)), ((18, 64), (66, 10)), ((10, 80), (-40, 40)), ((12, 68), (-62, 18)), ((14, 56), (-36, 22)),
    ((140, 74), (104, 16)), ((152, 68), (126, 6)), ((168, 66), (152, 0)),
    ((-140, 74), (-104, 16)), ((-152, 68), (-126, 6)), ((-168, 66), (-152, 0)),
)  # fmt: skip


def _strands(scale: float) -> list[Array]:
    share = np.linspace(0.0, 1.0, 16)
    strands = []
    for (from_turn, from_rise), (to_turn, to_rise) in _STRANDS:
        turn = np.radians(from_turn + (to_turn - from_turn) * share**1.4)
        rise = np.radians(from_rise + (to_rise - from_rise) * share)
        sphere = np.stack([np.cos(rise) * np.cos(turn), np.cos(rise) * np.sin(turn), np.sin(rise)], 1)
        strands.append((np.array([-0.014, 0.0, 0.034]) + sphere * np.array([0.109, 0.088, 0.099])) * scale)
    return strands


def paint_face(shot: Shot, body: Body, canvas: Canvas) -> None:
    """Draw face and hair strands where they are seen."""
    place, turn = shot.flesh.posture.frame("head")
    axes = shot.pixels.axes
    ahead, left = float((axes @ turn[:, 0])[2]), float((axes @ turn[:, 1])[2])
    scale = body.skeleton.head_scale
    hair = shot.pixels.where(material=(body.hair_colour,))
    head = shot.pixels.where(name=("head",))
    for feature in face_features(body.jaw, body.chin, scale):
        if (feature.ear and left * feature.ear < 0.30) or (not feature.ear and ahead < _FROM_BEHIND):
            continue
        points = place + feature.points @ turn.T
        paths = seen_paths(shot, points, None, head, feature.slack, 3)
        longest = max(paths, key=len, default=None)
        if longest is not None:
            thin = 0.6 if feature.power == _IRIS and ahead < 0.45 else 1.0  # an eye in profile is a narrow wedge
            canvas.fill("ink", tapered(shot, [longest], feature.width * thin, feature.power))
    inner = blurred(hair, 4.0) > 0.9
    paths = []
    for strand in _strands(scale):
        found = seen_paths(shot, place + strand @ turn.T, None, inner, 0.022, 8)
        if found:
            paths.append(max(found, key=len))
    colour = "strand" if body.hair_colour == "hair" else "strand_grey"
    canvas.fill(colour, tapered(shot, paths, 0.17))
