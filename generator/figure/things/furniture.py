"""Things that stand on the floor: chair, wheelchair, bench, step, wall, rack. Options and a posture in, meshes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from generator.figure.mesh.solids import Mesh, box, cylinder, tube
from generator.figure.pose.kinematics import Posture
from generator.figure.pose.landmarks import landmark
from generator.figure.pose.surroundings import CHAIR_AHEAD, FOOTREST, Surroundings

Options = Mapping[str, Any]
_SEAT_DEPTH, _SEAT_WIDTH = 0.40, 0.42


def chair(posture: Posture, options: Options, around: Surroundings, sat_on: bool) -> list[Mesh]:
    """A wooden chair under the figure (or in front of it, its back towards the figure's hands)."""
    pelvis = posture.frame("pelvis")[0]
    x = pelvis[0] - 0.02 if sat_on else CHAIR_AHEAD
    if options.get("sit") == "front edge":
        x = pelvis[0] + 0.05 - _SEAT_DEPTH / 2
    x, y = float(options.get("x", x)), float(options.get("y", pelvis[1] if sat_on else 0.0))
    faces = float(options.get("face", 1))
    seat, half = around.seat("chair"), _SEAT_WIDTH / 2
    x0, x1 = x - _SEAT_DEPTH / 2, x + _SEAT_DEPTH / 2
    meshes = [box((x0, y - half, seat - 0.035), (x1, y + half, seat), "wood", "seat")]
    legs = [(a, b) for a in (x0 + 0.02, x1 - 0.055) for b in (y - half + 0.01, y + half - 0.045)]
    meshes += [box((a, b, 0), (a + 0.035, b + 0.035, seat - 0.035), "wood", "leg") for a, b in legs]
    if options.get("back", True):
        bx = x0 - 0.005 if faces > 0 else x1 - 0.03
        for b in (y - half + 0.01, y + half - 0.045):
            meshes.append(box((bx, b, seat), (bx + 0.033, b + 0.035, seat + 0.42), "wood", "post"))
        # 1 mm off the posts: coplanar faces would scribble.
        rest = bx + 0.034 if faces > 0 else bx - 0.019
        meshes.append(
            box(
                (rest, y - half - 0.002, seat + 0.24), (rest + 0.018, y + half + 0.002, seat + 0.42), "wood", "backrest"
            )
        )
    return meshes


def wheelchair(posture: Posture, options: Options, around: Surroundings) -> list[Mesh]:
    """A wheelchair around the figure that sits in it: big wheels beside the hips, castors, footrests, a sling back."""
    pelvis = posture.frame("pelvis")[0]
    x, y = float(options.get("x", pelvis[0])), float(options.get("y", pelvis[1]))
    seat, half = around.seat("wheelchair"), 0.215
    meshes = [
        box((x - 0.22, y - half, seat - 0.04), (x + 0.20, y + half, seat), "band", "seat"),
        box((x - 0.215, y - half, seat + 0.10), (x - 0.195, y + half, seat + 0.42), "band", "backrest"),
    ]
    for sign in (-1.0, 1.0):
        meshes += _wheel_side(x, y + sign * half, sign, seat)
    return meshes


def _wheel_side(x: float, y: float, sign: float, seat: float) -> list[Mesh]:
    out = y + sign * 0.055
    hub, axle = np.array([x - 0.10, out, 0.305]), np.array([0.0, 0.02, 0.0])
    meshes = [_ring(hub, 0.292, 0.016, "band"), _ring(hub + np.array([0, sign * 0.022, 0]), 0.255, 0.008, "metal")]
    meshes.append(cylinder(hub - axle, hub + axle, 0.030, "metal", "hub", 20))
    for angle in np.arange(0, np.pi, np.pi / 4):
        spoke = 0.285 * np.array([np.cos(angle), 0.0, np.sin(angle)])
        rod = cylinder(hub - spoke, hub + spoke, 0.005, "plate", "spoke", 8)
        meshes.append(replace(rod, fine=0.0))  # too thin for an outline of its own
    frame_x, low = x + 0.20, FOOTREST + 0.02
    rods = [
        ((x - 0.205, y, seat - 0.02), (x - 0.205, y, seat + 0.46)),  # back post
        ((x - 0.205, y, seat + 0.46), (x - 0.30, y, seat + 0.47)),  # push handle
        ((x - 0.21, y, seat - 0.02), (frame_x, y, seat - 0.02)),
        ((frame_x, y, seat - 0.02), (frame_x + 0.10, y, low + 0.02)),
        ((x - 0.15, y, seat + 0.20), (x + 0.13, y, seat + 0.20)),  # arm rest
        ((x + 0.13, y, seat + 0.20), (x + 0.13, y, seat - 0.02)),
        ((x + 0.13, y, seat - 0.02), (x + 0.15, y, 0.14)),
    ]
    meshes += [cylinder(a, b, 0.013, "metal", "frame", 14) for a, b in rods]
    castor = np.array([x + 0.17, y, 0.075])
    meshes.append(cylinder(castor - 0.7 * axle, castor + 0.7 * axle, 0.072, "band", "castor", 32))
    foot_y = y - sign * 0.10
    plate = box(
        (frame_x + 0.06, min(foot_y, y), FOOTREST - 0.02), (frame_x + 0.25, max(foot_y, y), FOOTREST), "metal", "step"
    )
    return [*meshes, plate]


def _ring(centre: np.ndarray[Any, Any], radius: float, thickness: float, material: str) -> Mesh:
    turn = np.linspace(0, 2 * np.pi, 73)
    path = centre + radius * np.stack([np.cos(turn), np.zeros_like(turn), np.sin(turn)], 1)
    across = np.repeat(np.array([[0.0, 1.0, 0.0]]), len(path), 0)
    return tube(path, thickness, thickness, material, "wheel", across)


def bench(posture: Posture, options: Options, around: Surroundings) -> list[Mesh]:
    """A flat bench along x under the figure."""
    pelvis = posture.frame("pelvis")[0]
    head = posture.frame("head")[0]
    lying = abs(float(head[0] - pelvis[0])) > 0.45
    middle = (float(head[0]) + float(pelvis[0])) / 2 if lying else float(pelvis[0])
    length = float(options.get("length", 1.25 if lying else 1.15))
    if not options.get("along", True):
        return _bench_across(float(options.get("x", middle)), around.seat("bench"), length)
    x, y = float(options.get("x", middle)), float(options.get("y", pelvis[1]))
    top = around.seat("bench")
    meshes = [box((x - length / 2, y - 0.15, top - 0.07), (x + length / 2, y + 0.15, top), "foam", "seat")]
    for a in (x - length / 2 + 0.08, x + length / 2 - 0.13):
        meshes.append(box((a, y - 0.03, 0.041), (a + 0.05, y + 0.03, top - 0.071), "metal", "leg"))
        meshes.append(box((a, y - 0.20, 0), (a + 0.05, y + 0.20, 0.04), "metal", "leg"))
    return meshes


def _bench_across(x: float, top: float, length: float) -> list[Mesh]:
    meshes = [box((x - 0.15, -length / 2, top - 0.07), (x + 0.15, length / 2, top), "foam", "seat")]
    meshes += [
        box((x - 0.12, b, 0), (x + 0.12, b + 0.05, top - 0.071), "metal", "leg")
        for b in (-length / 2 + 0.08, length / 2 - 0.13)
    ]
    return meshes


def held_box(posture: Posture, size: tuple[float, float, float]) -> list[Mesh]:
    """A box between both palms."""
    palms = [landmark(posture, f"{side} palm")[0] for side in ("left", "right")]
    centre, half = (palms[0] + palms[1]) / 2, np.array(size) / 2
    half[1] = max(float(abs(palms[0][1] - palms[1][1])) / 2 - 0.012, 0.05)
    return [box(centre - half, centre + half, "wood", "held box")]


def step(posture: Posture, options: Options, around: Surroundings) -> list[Mesh]:
    """A low step under one foot or both."""
    under = options.get("under", "right")
    plane = around.plane("step")
    height = plane.at if plane else 0.18
    sides = ("left", "right") if under == "both" else (str(under).split()[0],)
    soles = np.array([landmark(posture, f"{side} sole")[0] for side in sides])
    x, y = float(options.get("x", soles[:, 0].mean())), float(options.get("y", soles[:, 1].mean()))
    half = 0.20 + (float(np.ptp(soles[:, 1])) / 2 if len(sides) > 1 else 0.0)
    return [box((x - 0.17, y - half, 0), (x + 0.19, y + half, height), "wood", "step")]


def wall(options: Options) -> list[Mesh]:
    """A piece of wall across x, in front of the figure or behind it."""
    x = float(options.get("x", 0.55))
    far = x + (0.04 if x > 0 else -0.04)
    return [box((min(x, far), -0.35, 0), (max(x, far), 0.35, float(options.get("height", 1.9))), "wall", "wall")]


def rack(options: Options) -> list[Mesh]:
    """Two uprights with feet, and hooks where a bar lies."""
    x, height, half = float(options.get("x", 0.4)), float(options.get("height", 1.25)), float(options.get("half", 0.48))
    meshes = []
    for y in (-half, half):
        meshes.append(box((x - 0.03, y - 0.025, 0.046), (x + 0.03, y + 0.025, height), "metal", "upright"))
        meshes.append(box((x - 0.26, y - 0.03, 0), (x + 0.26, y + 0.03, 0.045), "metal", "base"))
        if "bar" in options:
            bar = float(options["bar"])
            meshes.append(box((x + 0.031, y - 0.02, bar - 0.035), (x + 0.085, y + 0.02, bar - 0.015), "metal", "hook"))
    return meshes
