"""Every word of the pose vocabulary, as plain data: what content accepts is what the engine understands."""

from __future__ import annotations

from typing import Any

SIDES = ("left", "right")

# Azimuth and elevation of the camera in degrees. 0 = from the front, 90 = we see the right side and the figure faces
# right on the page, 180 = from behind, -90 = the left side. A little elevation keeps a figure from looking cut out.
VIEWS: dict[str, tuple[float, float]] = {
    "side": (78.0, 7.0), "pure side": (90.0, 5.0), "side left": (-78.0, 7.0), "front": (0.0, 6.0), "back": (180.0, 6.0),
    "three quarter": (42.0, 10.0), "three quarter back": (135.0, 9.0), "front side": (62.0, 9.0),
    "back side": (112.0, 8.0), "high side": (72.0, 22.0), "top": (90.0, 75.0),
}  # fmt: skip

Pose = dict[str, Any]

# Each base: angles that go with it, contacts, how the whole body lies, and whether it has to balance.
BASE_POSES: dict[str, Pose] = {
    "standing": {"both": {"hip": 0, "knee": 3}},
    "sitting": {"both": {"hip": 86, "knee": 88}},
    "long sitting": {"both": {"hip": 88, "knee": 4, "ankle": -5}},
    "kneeling": {"both": {"hip": 0, "knee": 90, "ankle": -50}},
    "half kneeling": {"right": {"hip": 90, "knee": 90}, "left": {"hip": 0, "knee": 90, "ankle": -40}},
    "all fours": {"trunk": {"lean": 90}, "both": {"hip": 90, "knee": 90, "ankle": -45, "shoulder": 90, "elbow": 3}},
    "supine": {"both": {"hip": 0, "knee": 3, "ankle": -15, "shoulder": 4, "shoulder_out": 14}},
    "prone": {"both": {"hip": 0, "knee": 3, "ankle": -45}, "neck": 0},
    "side lying": {"both": {"hip": 45, "knee": 80}},
    "side lying left": {"both": {"hip": 45, "knee": 80}},
}
BASE_TOUCH: dict[str, dict[str, Any]] = {
    "standing": {"feet": "floor"},
    "sitting": {"seat": "chair", "feet": "floor"},
    "long sitting": {"seat": "floor", "heels": "floor"},
    "kneeling": {"knees": "floor", "foot tops": "floor"},
    "half kneeling": {"right foot": "floor", "left knee": "floor", "left foot top": "floor"},
    "all fours": {"knees": "floor", "foot tops": "floor", "hands": "floor"},
    "supine": {"back": "floor", "head": "floor"},
    "prone": {"belly": "floor"},
    "side lying": {"right side": "floor"},
    "side lying left": {"left side": "floor"},
}
# The body's own front, left and up written in world axes (x forwards, y left, z up), one tuple per axis.
BASE_AXES: dict[str, tuple[tuple[float, float, float], ...]] = {
    "supine": ((0, 0, 1), (0, 1, 0), (-1, 0, 0)),
    "prone": ((0, 0, -1), (0, 1, 0), (1, 0, 0)),
    "side lying": ((0, -1, 0), (0, 0, 1), (-1, 0, 0)),
    "side lying left": ((0, 1, 0), (0, 0, -1), (-1, 0, 0)),
}
BASES = tuple(BASE_POSES)

BALL_JOINTS = {
    "hip": ("hip_flex", "hip_out", "hip_turn"),
    "shoulder": ("shoulder_flex", "shoulder_out", "shoulder_turn"),
}
LIMB_JOINTS = (
    "hip_out", "hip_turn", "knee", "ankle", "toes", "invert", "shoulder_out", "shoulder_turn", "elbow", "forearm",
    "wrist", "wrist_side", "reach", "shrug",
)  # fmt: skip
ARMS = ("hang", "level", "up")

# Parts that can touch something; a plural means both sides.
GROUPS = {
    "feet": "foot", "heels": "heel", "balls": "toes", "foot tops": "foot top", "knees": "knee", "hands": "hand",
    "fingertips": "fingertips", "elbows": "elbow",
}  # fmt: skip
EXCLUSIVE = (frozenset({"foot", "heel", "toes", "foot top"}), frozenset({"hand", "fingertips"}))
# What hands can be put on: word -> landmark of landmarks.py.
BODY_PLACES = {
    "knee": "knee front", "thigh": "thigh", "shin": "shin", "ankle": "ankle front", "foot": "toe top",
    "toes": "toe top", "hip": "hip", "calf": "calf", "thigh back": "thigh back", "hand": "palm", "elbow": "elbow",
    "shoulder": "shoulder top", "hand back": "hand back", "ear": "ear", "heel": "heel back",
}  # fmt: skip
MIDDLE_PLACES = {
    "crown": "crown", "forehead": "forehead", "chest": "chest", "belly": "belly", "sacrum": "sacrum",
    "head back": "head back", "head": "crown", "low back": "low back",
}  # fmt: skip
SURFACES = ("floor", "mat", "chair", "chair back", "bench", "step", "wall", "bar", "wheelchair")

MUSCLE_ALIASES = {
    "hamstring": "hamstrings", "glute": "glutes", "gluteals": "glutes", "calves": "calf", "quads": "quadriceps",
    "quad": "quadriceps", "hip flexor": "hip flexors", "side": "side body", "groin": "adductors",
    "inner thigh": "adductors", "back": "lower back", "glute medius": "outer hip", "abs": "abdominals",
    "deltoid": "shoulder", "deltoids": "shoulder", "shoulders": "shoulder", "latissimus": "lats",
}  # fmt: skip
MUSCLES = (
    "hamstrings", "calf", "glutes", "outer hip", "hip rotators", "lower back", "upper back", "quadriceps",
    "hip flexors", "adductors", "abdominals", "side body", "chest", "shoulder", "it band", "shin", "biceps", "triceps",
    "forearm", "neck", "lats", "obliques",
)  # fmt: skip
# Muscles that lie behind: a side view turns a little to the back to show them.
POSTERIOR = frozenset(
    {"hamstrings", "calf", "glutes", "hip rotators", "lower back", "upper back", "triceps", "lats"}
)  # fmt: skip

PROPS = (
    "mat", "chair", "wheelchair", "bench", "wall", "step", "roller", "ball", "barbell", "rack", "dumbbells",
    "kettlebell", "strap", "towel", "band", "box",
)  # fmt: skip
GRIPS = ("relaxed", "flat", "grip", "fist", "hook", "splay", "point")
HAIRS = ("short", "crop", "bun", "ponytail", "bob", "bald")
HAIR_ALIASES = {"pony": "ponytail"}
FEET = ("shoe", "bare")
SHOWS = ("auto", "frames", "ghost", "single")

# Points that arrows follow or start from: word -> landmark (the side stands before it).
MARKERS = {
    "hand": "palm", "foot": "ankle", "ankle": "ankle", "thigh": "mid thigh", "knee": "knee", "shoulder": "shoulder",
    "elbow": "elbow", "heel": "heel back", "toes": "toe", "hip": "hip joint",
}  # fmt: skip
MIDDLE_MARKERS = {
    "head": "head",
    "crown": "crown",
    "hips": "pelvis",
    "pelvis": "pelvis",
    "chest": "chest",
    "trunk": "waist",
}


def side_and_name(words: str) -> tuple[str | None, str]:
    """`"right knee"` to `("right", "knee")`; without a side the first is None."""
    first, _, rest = words.strip().partition(" ")
    return (first, rest) if first in SIDES else (None, words.strip())


def muscle_and_sides(words: str) -> tuple[str, tuple[str, ...]]:
    """`"right hamstring"` to `("hamstrings", ("right",))`; ValueError for an unknown muscle."""
    text = words.lower().replace("_", " ").replace("-", " ").strip()
    first, _, rest = text.partition(" ")
    sides = {"left": ("left",), "right": ("right",), "both": SIDES}.get(first)
    name = rest if sides else text
    name = MUSCLE_ALIASES.get(name, name)
    if name not in MUSCLES:
        raise ValueError(f"unknown muscle {words!r}; known: {', '.join(MUSCLES)}")
    return name, sides or SIDES
