"""From solved poses to pictures of people and props: the scale, the meshes, and whether two poses need two frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from generator.figure.anatomy.skeleton import SIDES
from generator.figure.arrays import Array
from generator.figure.body.flesh import Flesh
from generator.figure.body.whole_body import person_meshes
from generator.figure.lines.ink import InkPen
from generator.figure.lines.shot import Shot, ShotStyle, take_shot
from generator.figure.mesh.solids import Mesh
from generator.figure.pose.landmarks import landmark
from generator.figure.pose.posing import Pose
from generator.figure.pose.surroundings import read_props
from generator.figure.scene.brief import Brief
from generator.figure.things.props import press_onto, prop_meshes

BOX = (66.0, 62.0)  # mm that a single figure may fill
MOST_SCALE = 34.0  # mm of paper per metre of body
THUMBNAIL_BOX = (18.0, 9.4)
_OVERLAP = 0.35  # silhouettes that overlap more than this are two frames, not a ghost
_COARSE = 0.24  # mm per pixel where only the silhouette counts
_THUMBNAIL_PIXEL = 0.022
_THUMBNAIL_PEN = InkPen(
    outer=0.26,
    occluding=0.19,
    hem=0.14,
    crease=0.14,
    edge=0.15,
    least=0.11,
    shortest=14,
    jump_factor=2.5,
    detail=False,
)
_EXTREMES = ("toe", "heel back", "fingers", "elbow", "knee", "sit bone", "hip", "heel")


@dataclass(frozen=True, slots=True)
class StagedBody:
    """One solved pose with its meshes."""

    pose: Pose
    body: list[Mesh]
    flesh: Flesh


@dataclass(frozen=True, slots=True)
class Actor:
    """A person among props, in front of the camera."""

    pose: Pose
    body: list[Mesh]
    props: list[Mesh]
    shot: Shot


def style_for(brief: Brief, poses: Sequence[Pose]) -> ShotStyle:
    """The scale at which all poses fit, and the pen for it."""
    boxes = [_extent(pose, brief.axes) for pose in poses]
    low, high = np.min([b[0] for b in boxes], 0), np.max([b[1] for b in boxes], 0)
    size = np.max([b[1] - b[0] for b in boxes], 0) if brief.show == "frames" else high - low
    if brief.thumbnail:
        scale = min(THUMBNAIL_BOX[0] / size[0], THUMBNAIL_BOX[1] / size[1])
        return ShotStyle(scale, _THUMBNAIL_PIXEL, _THUMBNAIL_PEN, float(np.clip((scale / 8.0) ** 0.4, 0.78, 1.0)))
    room = brief.spec.get("box") or BOX
    return ShotStyle(min(room[0] / size[0], room[1] / size[1], MOST_SCALE))


def _extent(pose: Pose, axes: Array) -> tuple[Array, Array]:
    names = ["crown", "head back", "forehead", *(f"{side} {part}" for side in SIDES for part in _EXTREMES)]
    points = np.array([landmark(pose.posture, name)[0] for name in names]) @ axes.T
    return points[:, :2].min(0) - 0.05, points[:, :2].max(0) + 0.05


def make_person(brief: Brief, pose: Pose, prefix: str = "") -> StagedBody:
    """The meshes of a pose whose keys in the spec begin with `prefix`."""
    body, flesh = person_meshes(pose, brief.body, brief.grips(pose, prefix))
    return StagedBody(pose, body, flesh)


def stage(brief: Brief, person: StagedBody, style: ShotStyle, listed: Any) -> Actor:
    """Put a person among the `listed` props and take the picture."""
    base = (brief.spec.get("pose") or {}).get("base", "standing")
    props = prop_meshes(read_props(listed), person.flesh, brief.around, base == "sitting")
    body = press_onto(person.body, props)
    return Actor(person.pose, body, props, take_shot(body, props, person.flesh, brief.axes, style))


def needs_frames(brief: Brief, first: StagedBody, last: StagedBody, style: ShotStyle) -> bool:
    """Whether start and end are better shown side by side than as a ghost behind the figure."""
    if brief.show != "auto":
        return brief.show == "frames"
    coarse = replace(style, mm_per_pixel=_COARSE)
    places = []
    for person in (first, last):
        shot = take_shot(person.body, [], person.flesh, brief.axes, coarse)
        rows, columns = np.nonzero(shot.person)
        x, y = np.rint(columns - shot.pixels.shift[0]), np.rint(rows - shot.pixels.shift[1])
        places.append(set(zip(x.tolist(), y.tolist(), strict=True)))
    return len(places[0] & places[1]) / max(len(places[0] | places[1]), 1) > _OVERLAP
