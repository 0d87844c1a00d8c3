"""Arrows: what a spec asks for and the solved poses in, outlines out, pushed away from whatever they would cross."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from generator.figure.arrays import Array, unit
from generator.figure.lines.fit import fit_curves
from generator.figure.lines.strands import resampled
from generator.figure.lines.vector import Subpath, curve_subpath
from generator.figure.pose.kinematics import pose_bones
from generator.figure.pose.landmarks import landmark
from generator.figure.pose.posing import Pose
from generator.shapes.geometry import MM
from generator.shapes.pose_vocabulary import MARKERS, MIDDLE_MARKERS, side_and_name

_STEPS = 15  # poses between start and end for a followed path
_WIDTH, _HEAD = 1.25, 3.4  # mm
_PER_MILLIMETRE = 0.02  # how much covered share of an arrow one millimetre of distance is worth
HALO = 1.6  # mm of white around an arrow, both sides together


@dataclass(frozen=True, slots=True)
class Stage:
    """What arrows need to know: poses, camera, scale (points per metre) and what is in the way (points -> bool)."""

    start: Pose | None
    end: Pose | None
    shown: Pose  # the pose of the frame that the arrow is drawn into
    axes: Array
    scale: float
    blocked: Any  # Callable[[Array], Array]: canvas points (n, 2) to truth values

    def at(self, pose: Pose, marker: str) -> Array:
        """A marker of a pose on the canvas."""
        result: Array = self.seen(landmark(pose.posture, marker_landmark(marker)))[0]
        return result

    def seen(self, points: Array) -> Array:
        """World points (n, 3) on the canvas."""
        result: Array = (points @ self.axes.T)[:, :2] * self.scale
        return result


def marker_landmark(words: str) -> str:
    """`"right knee"` to the landmark of that marker; ValueError for an unknown one."""
    side, name = side_and_name(words)
    if side is None and name in MIDDLE_MARKERS:
        return MIDDLE_MARKERS[name]
    if side is not None and name in MARKERS:
        return f"{side} {MARKERS[name]}"
    raise ValueError(f"unknown marker {words!r}; known: {', '.join((*MIDDLE_MARKERS, *MARKERS))} (with a side)")


def arrow_path(arrow: Mapping[str, Any] | str, stage: Stage) -> Array | None:
    """The middle line (n, 2) of one arrow on the canvas, moved clear of the figure; None when it has no length."""
    spec: Mapping[str, Any] = {"follow": arrow} if isinstance(arrow, str) else arrow
    if "follow" in spec:
        path = _followed(spec, stage)
    elif "arc" in spec:
        path = _arc(spec, stage)
    elif "at" in spec:
        path = _straight(spec, stage)
    else:
        raise ValueError("an arrow needs one of: follow, arc, at")
    if path is None or len(path) < 2:
        return None
    length = float(np.hypot(*np.diff(path, axis=0).T).sum())
    if length < 2.0 * MM:
        return None
    if spec.get("reverse"):
        path = path[::-1]
    return _moved_clear(path, stage) if spec.get("clear", True) else path


def _shift(spec: Mapping[str, Any]) -> Array:
    return np.array(spec.get("shift", (0.0, 0.0)), dtype=float) * MM


def _followed(spec: Mapping[str, Any], stage: Stage) -> Array | None:
    if stage.start is None or stage.end is None:
        return None
    name = marker_landmark(str(spec["follow"]))
    share = np.linspace(0.0, 1.0, _STEPS)[:, None]
    states = stage.start.state * (1 - share) + stage.end.state * share
    raw = stage.seen(landmark(pose_bones(states, stage.end.base, stage.end.posture.skeleton), name))
    # A quadratic through start, middle and end: raw joint paths curl at their ends.
    first, last = raw[0], raw[-1]
    control = 2 * raw[_STEPS // 2] - (first + last) / 2
    t = np.linspace(0.0, 1.0, 40)[:, None]
    path = resampled((1 - t) ** 2 * first + 2 * t * (1 - t) * control + t**2 * last, 1.0)
    low, high = spec.get("span", (0.06, 0.94))
    count = len(path)
    path = path[int(low * count) : max(int(high * count), int(low * count) + 4)]
    middle = stage.at(stage.shown, "trunk")
    away = unit(path.mean(0) - middle)
    offset = spec.get("offset")
    return path + away * (4.0 if offset is None else float(offset)) * MM + _shift(spec)


def _arc(spec: Mapping[str, Any], stage: Stage) -> Array:
    marker, radius, start, end = spec["arc"]
    turn = np.radians(np.linspace(float(start), float(end), 40))
    centre = stage.at(stage.shown, str(marker))
    return centre + float(radius) * stage.scale * np.stack([np.cos(turn), np.sin(turn)], 1) + _shift(spec)


def _straight(spec: Mapping[str, Any], stage: Stage) -> Array:
    start = stage.at(stage.shown, str(spec["at"])) + _shift(spec)
    angle = math.radians(float(spec.get("dir", 90.0)))
    length = float(spec.get("len", 0.22)) * stage.scale
    along = np.array([math.cos(angle), math.sin(angle)])
    share = np.linspace(0.0, 1.0, 30)[:, None]
    bow = float(spec.get("bow", 0.0)) * length * np.sin(np.pi * share)
    result: Array = start + share * length * along + bow * np.array([-along[1], along[0]])
    return result


def _moved_clear(path: Array, stage: Stage) -> Array:
    """The path where it is both free and near: tried as it is, then further and further out on three sides."""
    best, least = path, _blocked_share(path, stage)
    if least <= 0.02:
        return path
    outward = unit(path.mean(0) - stage.at(stage.shown, "trunk"))
    beside = unit(np.array([path[0, 1] - path[-1, 1], path[-1, 0] - path[0, 0]]))
    beside = beside if beside @ outward >= 0 else -beside
    for distance in np.arange(1.0, 15.1, 1.0):
        for direction in (outward, beside, -beside):
            tried = path + direction * distance * MM
            cost = _blocked_share(tried, stage) + _PER_MILLIMETRE * float(distance)
            if cost < least:
                best, least = tried, cost
    return best


def _blocked_share(path: Array, stage: Stage) -> float:
    # The arrow is a band, not a line: test its middle and both rims.
    along = unit(np.gradient(path, axis=0))
    beside = np.stack([-along[:, 1], along[:, 0]], 1) * 1.3 * MM
    return float(np.mean([stage.blocked(path + side * beside).mean() for side in (-1.0, 0.0, 1.0)]))


def arrow_outline(path: Array, width: float = _WIDTH, head: float = _HEAD, double: bool = False) -> list[Subpath]:
    """The outline of an arrow along a middle line (canvas points); sizes in mm. It swells towards its head."""
    path = resampled(path, 0.6 * MM)
    along = unit(np.gradient(path, axis=0))
    length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))])
    head_length = min(head * MM * 1.15, length[-1] * 0.5)
    last = int(np.searchsorted(length, length[-1] - head_length))
    first = int(np.searchsorted(length, head_length)) if double else 0
    body = path[first : last + 1]
    if len(body) < 3:
        return []
    beside = np.stack([-along[:, 1], along[:, 0]], 1)[first : last + 1]
    half = np.linspace(1.0 if double else 0.55, 1.0, len(body))[:, None] * width * MM / 2
    left, right = curve_subpath(fit_curves([body + beside * half], 0.15, [False])[0]), None
    right = curve_subpath(fit_curves([(body - beside * half)[::-1]], 0.15, [False])[0])
    tip = _head(path[-1], path[last], head * MM, head_length)
    points, operators = [left.points, tip, right.points], left.operators + "llll" + right.operators
    if double:
        points.append(_head(path[0], path[first], head * MM, head_length))
        operators += "lll"
    return [Subpath(np.vstack(points), operators)]


def _head(tip: Array, base: Array, width: float, length: float) -> Array:
    along = unit(tip - base)
    beside = np.array([-along[1], along[0]]) * width / 2
    barb = base - along * length * 0.12
    return np.array([barb + beside, tip, barb - beside])
