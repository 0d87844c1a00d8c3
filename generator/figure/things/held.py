"""Things that are held, lain on or looped round (bars, weights, straps, bands, balls, rollers) as meshes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from generator.figure.anatomy.profiles import PROFILES
from generator.figure.anatomy.skeleton import SIDES
from generator.figure.arrays import F32, Array, unit
from generator.figure.body.flesh import Flesh
from generator.figure.mesh.smoothing import smooth_along
from generator.figure.mesh.solids import Mesh, cylinder, sphere, tube
from generator.figure.pose.kinematics import Posture
from generator.figure.pose.landmarks import landmark

Options = Mapping[str, Any]
_PALM_WRAP = ((0.030, -0.024), (0.042, -0.004), (0.024, 0.023), (-0.016, 0.024), (-0.038, 0.004), (-0.030, -0.020))


def at(posture: Posture, name: str) -> Array:
    """A landmark of the first pose."""
    result: Array = landmark(posture, name)[0]
    return result


def barbell(posture: Posture, options: Options) -> list[Mesh]:
    """A barbell in the hands, on the back, under a thigh or at a place."""
    centre, axis = bar_place(posture, options)
    axis = unit(axis)
    half, radius = float(options.get("half", 0.56)), float(options.get("plate_r", 0.20))
    meshes = [cylinder(centre - axis * (half + 0.02), centre + axis * (half + 0.02), 0.0135, "metal", "bar", 20)]
    if not options.get("plates", True):
        return meshes
    for sign in (-1.0, 1.0):
        inner = centre + sign * axis * half
        for start, end, size, material in (
            (0.0, 0.045, radius, "plate"), (0.0455, 0.075, 0.72 * radius, "plate"), (0.0755, 0.17, 0.025, "metal"),
        ):  # fmt: skip
            meshes.append(cylinder(inner + sign * axis * start, inner + sign * axis * end, size, material, "plate", 64))
    return meshes


def bar_place(posture: Posture, options: Options) -> tuple[Array, Array]:
    """Middle and direction of a barbell."""
    if options.get("on") == "back":
        origin, rotation = posture.frame("spine 7")
        return origin + rotation @ np.array([-0.105, 0.0, 0.045]), rotation[:, 1]
    if "under" in options:
        side = str(options["under"]).split()[0]
        origin, rotation = posture.frame(f"thigh {side}")
        share = float(options.get("t", 0.6))
        behind = float(PROFILES["thigh"].columns(np.array([share]))[1][0])
        centre = origin + rotation @ np.array([-behind - 0.010, 0.0, -share * posture.skeleton.thigh])
        centre[1] = float(options.get("y", 0.0))
        return centre, np.array([0.0, 1.0, 0.0])
    if "at" in options:
        return np.array(options["at"], dtype=float), np.array(options.get("axis", (0, 1, 0)), dtype=float)
    left, right = at(posture, "left grip"), at(posture, "right grip")
    return (left + right) / 2, left - right


def dumbbells(posture: Posture, options: Options) -> list[Mesh]:
    """A dumbbell in each hand, or in one."""
    sides = SIDES if options.get("hand", "both") == "both" else (str(options["hand"]),)
    meshes = []
    for side in sides:
        axis, centre = posture.frame(f"hand {side}")[1][:, 0], at(posture, f"{side} grip")
        meshes.append(cylinder(centre - axis * 0.07, centre + axis * 0.07, 0.014, "metal", "handle", 20))
        meshes += [
            cylinder(centre + sign * axis * 0.065, centre + sign * axis * 0.125, 0.052, "plate", "weight", 40)
            for sign in (-1.0, 1.0)
        ]
    return meshes


def kettlebell(posture: Posture, options: Options) -> list[Mesh]:
    """A kettlebell that hangs from one hand or between both."""
    hand = options.get("hand", "both")
    places = [at(posture, f"{side} grip") for side in (SIDES if hand == "both" else (str(hand),))]
    top = np.mean(places, axis=0)
    turn = np.linspace(-0.15 * np.pi, 1.15 * np.pi, 25)
    loop = top + np.stack([np.zeros(25), 0.055 * np.cos(turn), 0.055 * np.sin(turn) - 0.055], 1)
    return [tube(loop, 0.014, 0.014, "metal", "handle"), sphere(top - [0, 0, 0.155], 0.092, "plate", "weight")]


def ball(posture: Posture, options: Options, resting: float = 0.0) -> list[Mesh]:
    """A ball between the knees, at a place, or under a limb: then on a surface at the height `resting`."""
    radius = options.get("r")
    if options.get("between") in ("knees", "thighs"):
        left, right = at(posture, "left knee"), at(posture, "right knee")
        thigh = posture.frame("thigh left")[1]
        centre = (left + right) / 2 + thigh @ np.array([0.0, 0.0, 0.035])
        found = float(radius) if radius else max(float(np.linalg.norm(left - right)) / 2 - 0.046, 0.03)
        return [sphere(centre, found, "rubber")]
    if options.get("between") in ("ankles", "hands"):
        part = "ankle" if options["between"] == "ankles" else "palm"
        left, right = at(posture, f"left {part}"), at(posture, f"right {part}")
        found = float(radius) if radius else max(float(np.linalg.norm(left - right)) / 2 - 0.035, 0.03)
        return [sphere((left + right) / 2, found, "rubber")]
    found = float(radius) if radius else 0.11
    if "under" in options:
        centre = under_limb(posture, options, found)
        centre[2] = max(float(centre[2]), found + resting)  # it rests on the seat or the floor
        return [sphere(centre, found, "rubber")]
    return [sphere(options.get("at", (0.4, 0.0, found)), found, "rubber")]


def under_limb(posture: Posture, options: Options, radius: float, default: str = "right thigh") -> Array:
    """Centre of a round thing of some radius that touches the back of a thigh or calf from below."""
    words = str(options.get("under", default)).replace("_", " ")
    side = words.split()[0]
    bone, length = ("shank", posture.skeleton.shank) if "calf" in words else ("thigh", posture.skeleton.thigh)
    share = float(options.get("t", 0.55))
    origin, rotation = posture.frame(f"{bone} {side}")
    behind = float(PROFILES[bone].columns(np.array([share]))[1][0])
    result: Array = origin + rotation @ np.array([-behind - 0.9 * radius, 0.0, -share * length])
    return result


def roller(posture: Posture, options: Options) -> list[Mesh]:
    """A foam roller on the floor under a thigh or calf."""
    radius = float(options.get("r", 0.072))
    centre = under_limb(posture, options, 0.0)
    centre = np.array([centre[0], float(options.get("y", 0.5 * centre[1])), radius])
    half = np.array([0.0, float(options.get("len", 0.22)), 0.0])
    return [cylinder(centre - half, centre + half, radius, "foam", "roller", 64)]


def strap(posture: Posture, options: Options, material: str = "band", wide: float = 0.013) -> list[Mesh]:
    """A strap round the sole of a foot, both ends wrapped once round the hands that hold them."""
    side = str(options.get("foot", "right"))
    origin, rotation = posture.frame(f"foot {side}")
    sole = [origin + rotation @ np.array(p) for p in _round_the_sole()]
    hands = ("right", "left") if _cheaper(posture, sole) else ("left", "right")
    first, last = (_held_end(posture, hand) for hand in hands)
    path = np.vstack([first[::-1], _straight(first[0], sole[0], 24), sole, _straight(sole[-1], last[0], 24), last])
    path = smooth_along(_evenly(path, 0.008), 1.6, False)
    return [tube(path, wide, 0.0045, material, "strap", _strap_width(posture, path, side))]


def _round_the_sole() -> list[tuple[float, float, float]]:
    turn = np.linspace(0.0, np.pi, 11)
    return [(0.085, -0.046 * float(np.cos(t)), -0.040 - 0.046 * float(np.sin(t)) ** 0.6) for t in turn]


def _cheaper(posture: Posture, sole: list[Array]) -> bool:
    left, right = at(posture, "left grip"), at(posture, "right grip")
    straight = np.linalg.norm(right - sole[0]) + np.linalg.norm(left - sole[-1])
    crossed = np.linalg.norm(left - sole[0]) + np.linalg.norm(right - sole[-1])
    return bool(straight <= crossed)


def _held_end(posture: Posture, hand: str) -> Array:
    # From the palm round the back of the hand and a short tail that hangs down.
    origin, rotation = posture.frame(f"hand {hand}")
    sign = 1.0 if hand == "left" else -1.0
    wrap = [origin + rotation @ np.array([x, sign * y, -0.062]) for x, y in _PALM_WRAP]
    grip = at(posture, f"{hand} grip")
    tail = [wrap[-1] + np.array([0.0, 0.0, -d]) for d in (0.03, 0.07)]
    return np.array([grip, *wrap, *tail])


def _strap_width(posture: Posture, path: Array, side: str) -> Array:
    # The flat side lies on the sole: there the width runs along the foot; it stays so along the whole strap.
    ahead = posture.frame(f"foot {side}")[1][:, 0]
    return np.repeat(ahead[None], len(path), 0)


def towel(posture: Posture, options: Options) -> list[Mesh]:
    """A towel: round the foot like a strap, or rolled up under a part."""
    if "under" in options:
        place = at(posture, str(options["under"]))
        centre = np.array([place[0], place[1], max(place[2] - 0.03, 0.04)])
        half = np.array([0.0, 0.16, 0.0])
        return [cylinder(centre - half, centre + half, 0.04, "cloth", "roll", 40)]
    return strap(posture, {"foot": options.get("foot", "right")}, "cloth", 0.026)


def band(flesh: Flesh, options: Options) -> list[Mesh]:
    """An elastic band: round both knees or ankles, or round a thigh and anchored to a post."""
    posture = flesh.posture
    if "between" in options:
        return [_loop_round_legs(posture, str(options["between"]))]
    side, part = str(options.get("around", "right hip")).split()
    origin, thigh = posture.frame(f"thigh {side}")
    share = float(options.get("t", 0.13 if part == "hip" else 0.4))
    centre = origin + thigh @ np.array([0.0, 0.0, -share * posture.skeleton.thigh])
    anchor = np.array(options.get("anchor", (-0.8, 0.0, 0.8)), dtype=float)
    if options.get("relative"):
        anchor = anchor + np.array([centre[0], centre[1], 0.0])
    axis = unit(thigh[:, 2] + 0.3 * posture.frame("pelvis")[1][:, 2])
    pull = unit((anchor - centre) - ((anchor - centre) @ axis) * axis)
    beside = np.cross(axis, pull)
    turn = np.linspace(np.pi / 2, 3 * np.pi / 2, 40)
    spokes = np.cos(turn)[:, None] * pull + np.sin(turn)[:, None] * beside
    loop = centre + spokes * _skin_distance(flesh, centre, spokes)[:, None]
    path = np.vstack([_straight(anchor, loop[0], 24), loop, _straight(loop[-1], anchor, 24), anchor[None]])
    across = np.repeat(axis[None], len(path), 0)
    meshes = [tube(smooth_along(path, 1.5, False), 0.017, 0.006, "band", "band", across)]
    if options.get("post", True):
        top = float(options.get("post_h", anchor[2] + 0.35))
        meshes.append(cylinder((anchor[0], anchor[1], 0), (anchor[0], anchor[1], top), 0.028, "metal", "post", 32))
    return meshes


def _skin_distance(flesh: Flesh, centre: Array, spokes: Array) -> Array:
    """How far the clothes are from a point in some directions; bounded, since inwards lies the other leg."""
    radii = np.linspace(0.06, 0.165, 36)
    points = centre + spokes[:, None] * radii[None, :, None]
    fields = flesh(np.ascontiguousarray(points.reshape(-1, 3).T.astype(F32)))
    cloth = np.minimum(np.minimum(fields["shirt"], fields["shorts"]), fields["skin"]).reshape(len(spokes), -1)
    outside = cloth > 0.004
    first = np.where(outside.any(1), outside.argmax(1), len(radii) - 1)
    return smooth_along(np.minimum(radii[first], 0.155), 3.0, False)


def _loop_round_legs(posture: Posture, where: str) -> Mesh:
    part, radius, up = ("knee", 0.068, 0.07) if where.startswith("knee") else ("ankle", 0.045, 0.06)
    bone = "thigh" if part == "knee" else "shank"
    ends = []
    for side in SIDES:
        axis = posture.frame(f"{bone} {side}")[1][:, 2]
        ends.append((at(posture, f"{side} {part}") + axis * up, axis))
    (left, axis_l), (right, axis_r) = ends
    axis = unit(axis_l + axis_r)
    outwards = unit((left - right) - ((left - right) @ axis) * axis)
    ahead = np.cross(outwards, axis)
    turn = np.linspace(-np.pi / 2, np.pi / 2, 17)
    half = [radius * (np.cos(t) * outwards + np.sin(t) * ahead) for t in turn]
    path = np.array([left + h for h in half] + [right - h for h in half] + [left + half[0]])
    path = _evenly(path, 0.01)
    return tube(path, 0.022, 0.004, "band", "band", np.repeat(axis[None], len(path), 0))


def _straight(a: Array, b: Array, count: int) -> Array:
    share = np.linspace(0, 1, count, endpoint=False)[:, None]
    result: Array = a + (b - a) * share
    return result


def _evenly(path: Array, step: float) -> Array:
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    at_length = np.linspace(0, length[-1], max(int(length[-1] / step), 8))
    return np.stack([np.interp(at_length, length, path[:, c]) for c in range(3)], 1)
