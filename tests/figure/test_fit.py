import numpy as np
import pytest

from generator.figure.lines.fit import fit_curves
from generator.figure.lines.ink import ribbon
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
    (curve,) = fit_curves([CIRCLE], 0.2, [True])
    assert len(curve.control) <= 8
    assert np.hypot(*on_curve(curve.control).T) == pytest.approx(np.full(20 * len(curve.control), 100.0), abs=0.4)
    assert curve.control[0, 0] == pytest.approx(curve.control[-1, 3])


def test_a_straight_line_is_one_cubic() -> None:
    line = np.stack([np.arange(50.0), np.arange(50.0) * 2], 1)
    (curve,) = fit_curves([line], 0.1, [False])
    assert len(curve.control) == 1


@pytest.mark.parametrize("line", [np.zeros((2, 2)), np.zeros((9, 2)), np.array([[0.0, 0], [1, 0]]), CIRCLE[:3]])
def test_degenerate_lines_stay_finite(line: np.ndarray) -> None:
    (curve,) = fit_curves([line], 0.1, [False])
    assert np.isfinite(curve.control).all()
    assert np.isfinite(ribbon(curve, np.ones(len(line)))[0].points).all()


def test_knots_stand_where_they_are_asked_for() -> None:
    (curve,) = fit_curves([CIRCLE[:100]], 5.0, [False], [[40]])
    assert 40 in curve.knots


def test_a_ribbon_lies_half_a_width_on_both_sides() -> None:
    line = np.stack([np.arange(50.0), np.zeros(50)], 1)
    (curve,) = fit_curves([line], 0.1, [False])
    (outline,) = ribbon(curve, np.full(50, 1.5))
    assert outline.points[:, 1].max() == pytest.approx(1.5)
    assert outline.points[:, 1].min() == pytest.approx(-1.5)


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
    low, high = outline.points.min(0), outline.points.max(0)
    assert low == pytest.approx([30, 20], abs=2.0)
    assert high == pytest.approx([70, 40], abs=2.0)
    assert trace(np.zeros((9, 9), dtype=bool)) == []
