"""How thick the body is: tables of radii in metres along limbs and trunk, and fast look-up in them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.figure.arrays import F32, Array

_STEPS = 512  # entries of a dense table: under a millimetre of a limb each, so that no interpolation is needed

# share of the bone, then radius in mm to the front, back, outside, inside
_THIGH = (
    (0.00, 80, 78, 82, 72), (0.12, 86, 82, 84, 80), (0.28, 88, 80, 79, 82), (0.45, 82, 74, 71, 74),
    (0.62, 73, 66, 64, 65), (0.78, 62, 57, 58, 58), (0.90, 52, 51, 53, 54), (1.00, 49, 49, 51, 52),
)  # fmt: skip
_SHANK = (
    (0.00, 47, 49, 51, 52), (0.08, 46, 52, 50, 52), (0.18, 44, 64, 53, 54), (0.30, 42, 71, 54, 53),
    (0.42, 40, 66, 51, 49), (0.55, 37, 54, 45, 43), (0.70, 33, 41, 38, 36), (0.85, 30, 34, 32, 31),
    (1.00, 33, 36, 34, 35),
)  # fmt: skip
_UPPER_ARM = (
    (0.00, 52, 50, 46, 46), (0.15, 52, 50, 52, 44), (0.32, 48, 47, 48, 41), (0.50, 46, 45, 41, 39),
    (0.70, 43, 42, 36, 36), (0.88, 36, 36, 35, 36), (1.00, 34, 34, 36, 38),
)  # fmt: skip
_FOREARM = (
    (0.00, 34, 33, 36, 37), (0.12, 38, 35, 40, 39), (0.25, 40, 34, 40, 38), (0.45, 36, 31, 34, 33),
    (0.70, 29, 26, 26, 26), (0.90, 27, 25, 20, 20), (1.00, 28, 26, 19, 19),
)  # fmt: skip
# height above the hips in mm, then front, back, half width
_TORSO = (
    (-110, 60, 70, 92), (-75, 78, 95, 128), (-40, 90, 108, 152), (0, 98, 112, 164), (45, 102, 108, 163),
    (90, 100, 94, 151), (140, 96, 83, 138), (185, 95, 81, 132), (230, 97, 87, 134), (290, 104, 99, 143),
    (345, 110, 107, 151), (395, 112, 110, 156), (440, 102, 107, 155), (475, 87, 99, 143), (500, 73, 90, 118),
    (525, 60, 78, 80), (550, 50, 62, 58),
)  # fmt: skip
TORSO_BOTTOM, TORSO_TOP = -0.110, 0.550
TORSO_POWER = 2.35  # superellipse: a little boxier than an ellipse


@dataclass(frozen=True, slots=True)
class Profile:
    """Dense table (n, 4) of radii: front, back, outside, inside."""

    table: Array

    def columns(self, share: Array, factor: float = 1.0) -> tuple[Array, Array, Array, Array]:
        """The four radii at shares of the bone (clipped to 0..1), times a factor."""
        row = (np.clip(share, 0.0, 1.0) * (len(self.table) - 1)).astype(np.int32)
        found = self.table[row] if factor == 1.0 else self.table[row] * F32(factor)
        return found[:, 0], found[:, 1], found[:, 2], found[:, 3]

    def radius(self, share: Array, degrees: Array) -> Array:
        """Distance from the bone to the skin in a direction: 0 front, 90 outside, 180 back, -90 inside."""
        front, back, outside, inside = self.columns(share)
        c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
        a, b = np.where(c > 0, front, back), np.where(s > 0, outside, inside)
        result: Array = 1.0 / np.sqrt((c / a) ** 2 + (s / b) ** 2)
        return result


def dense(stations: Array, values: Array, count: int = _STEPS) -> Array:
    """Smooth curve through (station, value) on `count` even steps from the first station to the last."""
    x = np.linspace(stations[0], stations[-1], count)
    slope = np.gradient(values, stations)
    i = np.clip(np.searchsorted(stations, x) - 1, 0, len(stations) - 2)
    gap = stations[i + 1] - stations[i]
    u = (x - stations[i]) / gap
    start, start_slope = 2 * u**3 - 3 * u**2 + 1, (u**3 - 2 * u**2 + u) * gap
    end, end_slope = -2 * u**3 + 3 * u**2, (u**3 - u**2) * gap
    curve = start * values[i] + start_slope * slope[i] + end * values[i + 1] + end_slope * slope[i + 1]
    result: Array = curve.astype(F32)
    return result


def _profile(rows: tuple[tuple[float, ...], ...]) -> Profile:
    data = np.array(rows, dtype=float)
    columns = [dense(data[:, 0], data[:, c] / 1000) for c in range(1, 5)]
    return Profile(np.ascontiguousarray(np.stack(columns, 1)))


THIGH, SHANK = _profile(_THIGH), _profile(_SHANK)
UPPER_ARM, FOREARM = _profile(_UPPER_ARM), _profile(_FOREARM)
PROFILES = {"thigh": THIGH, "shank": SHANK, "upper arm": UPPER_ARM, "forearm": FOREARM}


def torso_table(factors: tuple[tuple[float, float, float, float], ...] = ()) -> Array:
    """Dense (n, 3) table of front, back and half width; `factors` are rows (height, front, back, width)."""
    data = np.array(_TORSO, dtype=float) / 1000
    table = np.stack([dense(data[:, 0], data[:, c]) for c in (1, 2, 3)], 1)
    if factors:
        rows = np.array(factors)
        heights = np.linspace(TORSO_BOTTOM, TORSO_TOP, len(table))
        table = table * np.stack([np.interp(heights, rows[:, 0], rows[:, c]) for c in (1, 2, 3)], 1)
    return np.ascontiguousarray(table.astype(F32))


def hanging_table(table: Array, loose: float) -> Array:
    """A torso table for a shirt: below the chest it hangs towards the hips instead of following the waist."""
    heights = np.linspace(TORSO_BOTTOM, TORSO_TOP, len(table))
    hip, chest = int(np.searchsorted(heights, 0.0)), int(np.searchsorted(heights, 0.37))
    share = np.clip((heights - heights[hip]) / (heights[chest] - heights[hip]), 0.0, 1.0)[:, None]
    straight = table[hip] * (1 - share) + table[chest] * share
    inside = ((heights > 0.0) & (heights < 0.37))[:, None]
    hanging = np.where(inside, table + loose * np.maximum(straight * F32(0.985) - table, 0.0), table)
    return np.ascontiguousarray(hanging.astype(F32))


def torso_row(height: Array) -> Array:
    """Index of the row of a torso table at heights above the hips."""
    share = np.clip((height - TORSO_BOTTOM) / (TORSO_TOP - TORSO_BOTTOM), 0.0, 1.0)
    result: Array = (share * (_STEPS - 1)).astype(np.int32)
    return result
