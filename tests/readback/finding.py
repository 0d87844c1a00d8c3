"""Finds codes, corner marks and printed frames of boxes on a picture, with nothing but what a reader is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import zxingcpp
from numpy.typing import NDArray
from PIL import Image

from generator.page.chart.corner_marks import mark_modules
from generator.page.codes.matrix_code import matrix_modules
from tests.readback.returned import Points, homography, moved

Grey = NDArray[np.float32]


@dataclass(frozen=True)
class SeenCode:
    """A code's text, where it stands by the JSON (mm) and in the picture (pixels): four corners each."""

    text: str
    corner: str
    page: Points
    picture: Points


def square(x: float, y: float, side: float) -> Points:
    return np.array([(x, y), (x + side, y), (x + side, y + side), (x, y + side)])


def codes_on(picture: Image.Image, told: dict[str, Any]) -> list[SeenCode]:
    """The codes of a chart that a reader makes out; which is which is told from the halves of the picture."""
    found = []
    for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.DataMatrix)):
        place = code.position
        seen = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        corners = np.array([(point.x, point.y) for point in seen], float)
        lower = corners[:, 0].mean() < picture.width / 2
        kept = told["codes"][0 if lower else 1]
        side = len(matrix_modules(code.text)) * kept["module"]
        x = kept["x"] if lower else kept["x"] + kept["side"] - side
        y = kept["y"] + kept["side"] - side if lower else kept["y"]
        found.append(SeenCode(code.text, kept["corner"], square(x, y, side), corners))
    return found


def marks_on(picture: Image.Image, told: dict[str, Any], codes: list[SeenCode]) -> dict[int, Points]:
    """The middle of each corner mark in pixels, looked for where the codes say it is."""
    grey = np.asarray(picture, np.float32)
    source, target = (np.vstack([getattr(code, what) for code in codes]) for what in ("page", "picture"))
    found: dict[int, Points] = {}
    near = codes[0].page.mean(0)
    for mark in sorted(told["marks"], key=lambda one: np.hypot(one["x"] - near[0], one["y"] - near[1])):
        middle = np.array([mark["x"], mark["y"]]) + mark["side"] / 2
        matrix = _plane(source, target)
        reach = 5.0 if len(codes) + len(found) > 3 or len(codes) == 2 else 30.0
        at, score = _match(grey, matrix, middle, mark["side"], mark["id"], reach)
        if score > 0.6:
            found[mark["id"]] = at
            source, target = np.vstack([source, middle]), np.vstack([target, at])
    return found


def _plane(source: Points, target: Points) -> Points:
    """Perspective where points are far from one another; near ones tell only how the page is turned and sized."""
    if np.ptp(source, 0).min() > 60:
        return homography(source, target)
    ones = np.column_stack([source, np.ones(len(source))])
    own = np.linalg.lstsq(ones, target, rcond=None)[0].T
    return np.vstack([own, [0, 0, 1]])


def _match(grey: Grey, matrix: Points, middle: Points, side: float, number: int, reach: float) -> tuple[Points, float]:
    """Where a mark fits best within `reach` mm (pixels), and how well (1 is perfect)."""
    step = side / 6 / 3
    form = np.kron(np.pad(np.where(mark_modules(number), -1.0, 1.0), 1, constant_values=1.0), np.ones((3, 3)))
    half = int(reach / step) + len(form) // 2
    offsets = np.arange(-half, half + 1) * step
    x, y = np.meshgrid(middle[0] + offsets, middle[1] + offsets)
    patch = sampled(grey, moved(matrix, np.stack([x, y], -1)))
    windows = np.lib.stride_tricks.sliding_window_view(patch, form.shape)
    form = (form - form.mean()) / form.std()
    score = np.tensordot(windows, form, 2) / form.size / np.maximum(windows.std((2, 3)), 8.0)
    row, column = np.unravel_index(int(score.argmax()), score.shape)
    shift = (np.array([column, row]) + (len(form) - 1) / 2 - half) * step
    return moved(matrix, middle + shift), float(score.max())


def sampled(grey: Grey, points: Points) -> Grey:
    """Values between pixels; white outside the picture."""
    x, y = points[..., 0] - 0.5, points[..., 1] - 0.5
    high, wide = grey.shape
    outside = (x < 0) | (y < 0) | (x > wide - 1.01) | (y > high - 1.01)
    x, y = np.clip(x, 0, wide - 1.01), np.clip(y, 0, high - 1.01)
    i, j = x.astype(int), y.astype(int)
    u, v = x - i, y - j
    over = grey[j, i] * (1 - u) + grey[j, i + 1] * u
    under = grey[j + 1, i] * (1 - u) + grey[j + 1, i + 1] * u
    return np.where(outside, 255.0, over * (1 - v) + under * v).astype(np.float32)


def frames_off(picture: Image.Image, told: dict[str, Any], marks: dict[int, Points]) -> dict[str, float]:
    """How far the printed frame of each box is from where the JSON says, in mm, by the four corner marks."""
    grey = np.asarray(picture, np.float32)
    ids = {mark["id"]: mark for mark in told["marks"]}
    source = np.array([(ids[k]["x"] + ids[k]["side"] / 2, ids[k]["y"] + ids[k]["side"] / 2) for k in marks])
    matrix = homography(source, np.array(list(marks.values())))
    return {cell["name"]: _frame_off(grey, matrix, cell) for cell in told["cells"]}


def _frame_off(grey: Grey, matrix: Points, cell: dict[str, Any]) -> float:
    """The shift at which both edges of a frame are dark along most of their length; a stroke is here and there."""
    step, reach = 0.06, 0.72
    shifts = np.arange(-reach, reach + step / 2, step)
    left, top, wide, high = cell["x"], cell["y"], cell["width"], cell["height"]
    off = []
    for size, other, across in ((wide, high, True), (high, wide, False)):
        along = np.linspace(0.15, 0.85, 24) * other
        score = np.zeros(len(shifts))
        for edge in (0.0, size):
            a, b = np.meshgrid(edge + shifts, along)
            points = np.stack([left + a, top + b] if across else [left + b, top + a], -1)
            score += np.quantile(sampled(grey, moved(matrix, points)), 0.75, axis=0)
        smooth = np.convolve(np.pad(score, 2, mode="edge"), np.ones(5) / 5, "valid")
        off.append(float(shifts[smooth.argmin()]))
    return float(np.abs(off).max())
