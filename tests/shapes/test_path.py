import pytest

from generator.shapes.path import number_text, points, polygon, segments


@pytest.mark.parametrize(
    ("value", "text"), [(3.0, "3"), (-0.001, "0"), (2.5, "2.5"), (1 / 3, "0.33"), (1e6, "1000000")]
)
def test_numbers_are_short_and_plain(value: float, text: str) -> None:
    assert number_text(value) == text


def test_segments_are_the_operators_with_their_points() -> None:
    assert list(segments("1 2 m 3 4 5 6 7 8 c h")) == [("m", ((1, 2),)), ("c", ((3, 4), (5, 6), (7, 8))), ("h", ())]


@pytest.mark.parametrize("broken", ["1 m", "1 2 3 m", "1 2 c", "1 2 m 3", "1 2 x"])
def test_a_broken_path_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match=r"operator|could not convert"):
        list(segments(broken))


def test_polygon_and_points_are_inverse() -> None:
    corners = [(0.0, 0.0), (4.0, 0.0), (4.0, 3.0)]
    assert points(polygon(corners)) == corners
    assert polygon(corners, closed=False).endswith("l")
