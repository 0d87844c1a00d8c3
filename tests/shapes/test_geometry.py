import pytest

from generator.shapes.geometry import MM, bounds, distance


def test_a_millimetre_is_its_share_of_an_inch() -> None:
    assert pytest.approx(72.0) == 25.4 * MM


def test_distance() -> None:
    assert distance((0, 0), (3, 4)) == 5


def test_bounds() -> None:
    assert bounds([(1, 5), (-2, 3)]) == (-2, 3, 1, 5)
    with pytest.raises(ValueError, match="no points"):
        bounds([])
