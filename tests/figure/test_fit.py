from itertools import pairwise

import numpy as np
import pytest

from generator.figure.lines.fit import fit_curves
from generator.figure.lines.ribbon import Ribbon, ribbons
from generator.figure.lines.tints import trace
from generator.figure.mesh.smoothing import blurred, halved, smooth_along, unstaircased

TURN = np.linspace(0, 2 * np.pi, 361)
CIRCLE = 100 * np.stack([np.cos(TURN), np.sin(TURN)], 1)


def on_curve(control: np.ndarray) -> np.ndarray:
    t = np.linspace(0, 1, 20)[:, None, None]
    u = 1 - t
    p = control[None]
    found = u**3 * p[:, :, 0] + 3 * u * u * t * p[:, :, 1] + 3 * u * t * t * p[:, :, 2] + t**3 * p[:, :, 3]
    return np.asarray(found.reshape(-1, 2))


def test_a_circle_is_a_few_cubics_within_tolerance() -> None:
    (control,) = fit_curves([CIRCLE], 0.2, [True])
    assert len(control) <= 4
    assert np.hypot(*on_curve(control).T) == pytest.approx(np.full(20 * len(control), 100.0), abs=0.4)
    assert control[0, 0] == pytest.approx(control[-1, 3])


def test_a_straight_line_is_one_cubic() -> None:
    line = np.stack([np.arange(50.0), np.arange(50.0) * 2], 1)
    (control,) = fit_curves([line], 0.1, [False])
    assert len(control) == 1


@pytest.mark.parametrize("line", [np.zeros((2, 2)), np.zeros((9, 2)), np.array([[0.0, 0], [1, 0]]), CIRCLE[:3]])
def test_degenerate_lines_stay_finite(line: np.ndarray) -> None:
    (control,) = fit_curves([line], 0.1, [False])
    assert np.isfinite(control).all()
    (outline,) = ribbons([Ribbon(line, np.ones(len(line)))], 0.1)
    assert np.isfinite(outline.points).all()


def test_a_segment_that_was_split_too_soon_is_joined_again() -> None:
    along = np.arange(300.0)
    straight = np.stack([along, np.zeros(300)], 1)
    bend = np.stack([300 + 80 * np.sin(along[:200] / 80), 80 - 80 * np.cos(along[:200] / 80)], 1)
    (control,) = fit_curves([np.vstack([straight, bend])], 0.3, [False])
    assert len(control) <= 5  # halving alone leaves six


def test_a_ribbon_lies_half_a_width_on_both_sides() -> None:
    line = np.stack([np.arange(50.0), np.zeros(50)], 1)
    (outline,) = ribbons([Ribbon(line, np.full(50, 1.5))], 0.1)
    assert outline.points[:, 1].max() == pytest.approx(1.5)
    assert outline.points[:, 1].min() == pytest.approx(-1.5)
    assert outline.operators == "clc"  # a straight line needs a cubic for each edge


def test_a_ribbon_swells_where_its_line_has_no_knot() -> None:
    line = np.stack([np.arange(50.0), np.zeros(50)], 1)
    (outline,) = ribbons([Ribbon(line, np.sin(np.linspace(0, np.pi, 50)))], 0.05)
    count = outline.operators.index("l")
    points = outline.points[: 3 * count + 1]
    edge = on_curve(np.stack([points[3 * i : 3 * i + 4] for i in range(count)]))
    assert edge[:, 1].max() == pytest.approx(1.0, abs=0.1)


def test_long_lines_and_closed_ones_come_in_pieces_that_overlap() -> None:
    line = np.stack([np.arange(1200.0), np.zeros(1200)], 1)
    pieces = ribbons([Ribbon(line, np.ones(1200))], 0.1)
    spans = [(piece.points[:, 0].min(), piece.points[:, 0].max()) for piece in pieces]
    assert len(spans) == 3
    assert all(before[1] > after[0] for before, after in pairwise(spans))
    first, last = ribbons([Ribbon(CIRCLE, np.ones(len(CIRCLE)), closed=True)], 0.1)
    ends = [outline.points[len(outline.points) // 2] for outline in (first, last)]
    assert ends[0][1] < 0 < ends[1][1]  # either goes beyond where the other begins


def test_a_staircase_becomes_smooth_and_its_ends_stay() -> None:
    steps = np.repeat(np.arange(40.0), 2)
    stairs = np.stack([steps[:-1], steps[1:]], 1)
    smooth = unstaircased(stairs, closed=False)
    assert smooth[0] == pytest.approx(stairs[0], abs=0.3)
    assert np.abs(smooth[:, 0] - smooth[:, 1]).max() < 0.55


def test_short_things_are_not_smoothed_away() -> None:
    assert smooth_along(np.ones((3, 2)), 5.0, closed=False).shape == (3, 2)
    assert blurred(np.ones((4, 4)), 0.8).shape == (4, 4)
    assert halved(np.ones((5, 3))).shape == (3, 2)


def test_a_mask_is_traced_in_pixel_places() -> None:
    mask = np.zeros((60, 80), dtype=bool)
    mask[20:40, 30:70] = True
    (outline,) = trace(mask)
    places = on_curve(np.stack([outline.points[i : i + 4] for i in range(0, len(outline.points) - 3, 3)]))
    low, high = places.min(0), places.max(0)
    assert low == pytest.approx([30, 20], abs=2.0)
    assert high == pytest.approx([70, 40], abs=2.0)
    assert trace(np.zeros((9, 9), dtype=bool)) == []
