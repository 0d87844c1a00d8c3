"""The camera: a view in, the axes of the picture in the world out. Orthographic: nothing gets smaller with distance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from generator.figure.arrays import Array, unit
from generator.shapes.pose_vocabulary import POSTERIOR, VIEWS, muscle_and_sides


def camera_axes(azimuth: float, elevation: float) -> Array:
    """Rows: to the right of the picture, upwards in it, towards the viewer."""
    a, e = np.radians(azimuth), np.radians(elevation)
    towards = np.array([np.cos(a) * np.cos(e), -np.sin(a) * np.cos(e), np.sin(e)])
    up = np.array([0.0, 0.0, 1.0]) if abs(towards[2]) < 0.999 else np.array([1.0, 0.0, 0.0])
    right = unit(np.cross(up, towards))
    return np.stack([right, np.cross(towards, right), towards])


def view_angles(view: Any, highlight: Sequence[str] = ()) -> tuple[float, float]:
    """Azimuth and elevation of a named view or of a pair of numbers; ValueError for an unknown name.

    `side` looks a little from the front, or a little from behind when a muscle that lies behind is highlighted: these
    12 degrees are what makes hamstrings visible.
    """
    if view is None:
        view = "side"
    if not isinstance(view, str):
        azimuth, elevation = (float(v) for v in view)
        return azimuth, elevation
    if view not in VIEWS:
        raise ValueError(f"unknown view {view!r}; known: {', '.join(VIEWS)}")
    azimuth, elevation = VIEWS[view]
    if view in ("side", "side left") and any(muscle_and_sides(words)[0] in POSTERIOR for words in highlight):
        azimuth = np.sign(azimuth) * (180.0 - abs(azimuth))
    return float(azimuth), elevation


def view_of(spec: Mapping[str, Any]) -> tuple[float, float]:
    """The view of a whole figure spec."""
    return view_angles(spec.get("view"), spec.get("highlight") or ())
