"""Where the muscles lie, as plain data: a region of the skin for every name of the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LimbRegion:
    """A spindle on a limb: from share to share of the bone, around a direction (0 front, 90 outside, 180 back)."""

    bone: str
    start: float
    end: float
    centre: float
    half: float
    taper: float = 0.5


@dataclass(frozen=True, slots=True)
class TrunkRegion:
    """A patch on the trunk: from height to height, around a direction; `across` = fibres run round the trunk."""

    start: float
    end: float
    centre: float
    half: float
    taper: float = 0.4
    across: bool = False


@dataclass(frozen=True, slots=True)
class RodRegion:
    """A strip of skin between two points fixed to bones, with its half width at start, middle and end."""

    first: tuple[str, tuple[float, float, float]]
    last: tuple[str, tuple[float, float, float]]
    radii: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class ButtockRegion:
    """The buttock itself."""


Region = LimbRegion | TrunkRegion | RodRegion | ButtockRegion

REGIONS: dict[str, Region] = {
    "hamstrings": LimbRegion("thigh", -0.06, 0.99, 178, 80, 0.45),
    "quadriceps": LimbRegion("thigh", 0.10, 0.95, 12, 78),
    "adductors": LimbRegion("thigh", 0.02, 0.72, -95, 48, 0.6),
    "it band": LimbRegion("thigh", 0.02, 1.02, 92, 26, 0.35),
    "calf": LimbRegion("shank", 0.03, 0.66, 180, 84, 0.55),
    "shin": LimbRegion("shank", 0.06, 0.85, 28, 34),
    "biceps": LimbRegion("upper arm", 0.22, 0.97, 0, 62),
    "triceps": LimbRegion("upper arm", 0.15, 0.97, 180, 66),
    "shoulder": LimbRegion("upper arm", -0.20, 0.46, 90, 108, 0.45),
    "forearm": LimbRegion("forearm", 0.0, 0.8, 30, 80),
    "glutes": ButtockRegion(),
    "lower back": TrunkRegion(-0.015, 0.215, 180, 62),
    "upper back": TrunkRegion(0.245, 0.500, 180, 74),
    "abdominals": TrunkRegion(-0.030, 0.300, 0, 46, 0.35),
    "side body": TrunkRegion(0.035, 0.420, 92, 40, 0.45),
    "obliques": TrunkRegion(0.020, 0.230, 60, 42, 0.45),
    "lats": TrunkRegion(0.130, 0.420, 138, 34, 0.45),
    "chest": TrunkRegion(0.330, 0.478, 44, 40, 0.35, across=True),
    "hip flexors": RodRegion(
        ("pelvis", (0.096, 0.085, 0.030)), ("thigh", (0.088, -0.006, -0.160)), (0.024, 0.052, 0.022)
    ),
    "hip rotators": RodRegion(("pelvis", (-0.08, 0.055, 0.02)), ("thigh", (-0.02, 0.07, -0.02)), (0.032, 0.052, 0.036)),
    "outer hip": RodRegion(
        ("pelvis", (-0.020, 0.140, 0.000)), ("thigh", (-0.004, 0.092, -0.190)), (0.046, 0.072, 0.050)
    ),
    "neck": RodRegion(("skull", (-0.018, 0.040, -0.020)), ("shoulder", (-0.020, -0.030, 0.030)), (0.026, 0.036, 0.026)),
}  # fmt: skip
UNDER_THE_SHIRT = frozenset({"quadriceps", "adductors", "outer hip"})  # a hem that lies on them shows nothing
MIDDLE = frozenset({"lower back", "upper back", "abdominals"})  # one region across the middle, not one per side
