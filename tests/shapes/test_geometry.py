import pytest

from generator.shapes.geometry import MM, bounds, distance, unit_vector


def test_a_millimetre_is_its_share_of_an_inch() -> None:
    assert pytest.approx(72.0) == 25.4 * MM


def test_distance_and_direction() -> None:
    assert distance((0, 0), (3, 4)) == 5
    assert unit_vector((0, 0), (0, 2)) == (0.0, 1.0)


def test_coincident_points_have_a_direction_and_no_nan() -> None:
    assert unit_vector((1, 1), (1, 1)) == (1.0, 0.0)


def test_bounds() -> None:
    assert bounds([(1, 5), (-2, 3)]) == (-2, 3, 1, 5)
    with pytest.raises(ValueError, match="no points"):
        bounds([])
