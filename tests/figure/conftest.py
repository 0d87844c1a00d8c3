"""What the tests of figures share: sample specs, random poses, and drawings as masks of pixels."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw

from generator.shapes.drawing import Drawing, Fill
from generator.shapes.joint_limits import LIMB_LIMITS
from generator.shapes.path import segments

Spec = dict[str, Any]
Mask = NDArray[np.bool_]
NOT_THE_FIGURE = ("shadow", "halo", "arrow", "mat", "mat_side")

# A documented long run: HANDOUTS_LONG=1 draws 500 random poses instead of 25 (about five minutes).
DRAWN = 500 if os.environ.get("HANDOUTS_LONG") else 25
SOLVED = 500

SPECS: dict[str, Spec] = {
    "standing": {"pose": {"base": "standing"}},
    "single leg hinge": {
        "pose": {
            "base": "standing", "stance": "right", "trunk": {"lean": 74, "round": 4}, "gaze": "down",
            "right": {"hip": 92, "knee": 16, "arm": "hang"}, "left": {"hip": -4, "knee": 8, "arm": "hang"},
        },
        "start": {"from": "base", "base": "standing", "both": {"hip": 2, "knee": 6, "arm": "hang"}},
        "pin": "right foot", "props": ["dumbbells"], "highlight": ["right hamstrings", "right glutes"],
        "arrows": [{"follow": "left foot"}, {"follow": "head"}],
    },
    "strap": {
        "pose": {
            "base": "supine", "right": {"hip": 82, "knee": 4, "ankle": 8, "shoulder": 62, "elbow": 70},
            "left": {"hip": 0, "shoulder": 62, "elbow": 70}, "touch": {"left heel": "floor"},
        },
        "props": [{"strap": {"foot": "right"}}, "mat"], "highlight": ["right hamstrings"],
    },
    "bridge": {
        "pose": {
            "base": "supine", "both": {"hip": 4, "knee": 98, "shoulder": [0, 16]},
            "touch": {"back": "free", "upper back": "floor", "feet": "floor", "hands": "floor"},
        },
        "start": {"both": {"hip": 50, "knee": 104}, "touch": {"back": "floor"}},
        "pin": "right foot", "show": "frames", "props": ["mat"], "highlight": ["glutes", "hamstrings"],
    },
    "chair": {
        "pose": {
            "base": "sitting", "trunk": {"lean": 32, "round": 6}, "right": {"hip": 118, "knee": 3, "ankle": 10},
            "left": {"hip": 118, "knee": 84},
            "touch": {"right heel": "floor", "right hand": "right thigh", "left hand": "left thigh"},
        },
        "props": [{"chair": {"sit": "front edge"}}], "highlight": ["right hamstrings", "right calf"],
    },
    "all fours": {"pose": {"base": "all fours"}, "props": ["mat"]},
    "side lying": {"view": [64, 26], "pose": {"base": "side lying"}, "props": [{"ball": {"between": "knees"}}]},
    "prone": {"pose": {"base": "prone", "right": {"knee": 95}}},
    "half kneeling": {"view": [-34, 8], "pose": {"base": "half kneeling", "touch": {"right hand": "right thigh"}}},
    "wheelchair": {"pose": {"base": "sitting", "touch": {"feet": 0.11}}, "props": ["wheelchair"], "body": "older"},
}  # fmt: skip


@pytest.fixture(params=sorted(SPECS))
def spec(request: pytest.FixtureRequest) -> Spec:
    return SPECS[request.param]


@pytest.fixture
def specs() -> dict[str, Spec]:
    return SPECS


def random_pose(seed: int) -> Spec:
    """Any base with any angles within the limits of the joints."""
    rng = random.Random(seed)
    pose: Spec = {"base": rng.choice(["standing", "sitting", "supine", "prone", "all fours", "kneeling", "side lying"])}

    def angle(joint: str) -> float:
        low, high = LIMB_LIMITS[joint]
        return round(rng.uniform(low, high), 1)

    for side in ("left", "right"):
        pose[side] = {
            joint: angle(joint) for joint in ("knee", "ankle", "elbow", "forearm", "wrist") if rng.random() < 0.7
        }
        if rng.random() < 0.7:
            pose[side]["hip"] = [angle("hip_flex"), angle("hip_out") / 2, angle("hip_turn") / 2]
        if rng.random() < 0.7:
            pose[side]["shoulder"] = [angle("shoulder_flex"), angle("shoulder_out"), angle("shoulder_turn") / 2]
    pose["trunk"] = {"round": rng.uniform(-40, 70), "side": rng.uniform(-40, 40), "turn": rng.uniform(-40, 40)}
    pose["neck"] = {"flex": rng.uniform(-50, 50), "turn": rng.uniform(-70, 70)}
    return pose


@pytest.fixture
def random_poses() -> Callable[[int], Iterator[Spec]]:
    return lambda count: (random_pose(seed) for seed in range(count))


@pytest.fixture
def solved_count() -> int:
    return SOLVED


@pytest.fixture
def drawn_count() -> int:
    return DRAWN


def flattened(op: Fill, scale: float) -> list[list[tuple[float, float]]]:
    """The subpaths of a fill as polygons."""
    polygons: list[list[tuple[float, float]]] = []
    for operator, found in segments(op.path):
        if operator == "m":
            polygons.append([found[0]])
        elif operator == "l":
            polygons[-1].append(found[0])
        elif operator == "c":
            p0, (p1, p2, p3) = polygons[-1][-1], found
            for i in range(1, 9):
                t, u = i / 8, 1 - i / 8
                w = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
                polygons[-1].append(tuple(sum(w[k] * p[a] for k, p in enumerate((p0, p1, p2, p3))) for a in (0, 1)))  # type: ignore[arg-type]
    right, down = op.at
    return [[((x + right) * scale, (y + down) * scale) for x, y in polygon] for polygon in polygons]


def mask_of(drawing: Drawing, pixels_per_point: float = 2.0) -> Mask:
    """The pixels that the figure covers (fills only, without shadow, mat and arrows)."""
    size = (int(drawing.width * pixels_per_point) + 1, int(drawing.height * pixels_per_point) + 1)
    whole = Image.new("1", size)
    for op in drawing.ops:
        if isinstance(op, Fill) and op.colour not in NOT_THE_FIGURE:
            layer = Image.new("1", size)
            for polygon in flattened(op, drawing.unit * pixels_per_point):
                part = Image.new("1", size)
                if len(polygon) > 2:
                    ImageDraw.Draw(part).polygon(polygon, fill=1)
                layer = ImageChops.logical_xor(layer, part)
            whole = ImageChops.logical_or(whole, layer)
    return np.asarray(whole)


def overlap(one: Mask, other: Mask) -> float:
    """Intersection over union of two masks, laid over one another at their lower left ink."""
    pair = [mask[mask.any(1)][:, mask.any(0)] for mask in (one, other)]
    height, width = (max(m.shape[a] for m in pair) for a in (0, 1))
    big = [np.pad(m, ((height - m.shape[0], 0), (0, width - m.shape[1]))) for m in pair]
    return float((big[0] & big[1]).sum() / (big[0] | big[1]).sum())


@pytest.fixture
def mask() -> Callable[[Drawing], Mask]:
    return mask_of


@pytest.fixture
def iou() -> Callable[[Mask, Mask], float]:
    return overlap
