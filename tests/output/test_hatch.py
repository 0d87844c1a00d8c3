import math
import re
from itertools import pairwise

import pytest

from generator.output.hatch import extent, hatch
from generator.output.syntax import Unwritable

SQUARE = "10 20 m 30 20 l 30 40 l 10 40 l h"


def lines(operators: str) -> list[tuple[float, ...]]:
    found = re.findall(r"(-?[\d.]+) (-?[\d.]+) m (-?[\d.]+) (-?[\d.]+) l(?= |$)", operators.split(" d ", 1)[1])
    return [tuple(map(float, line)) for line in found]


def test_extent_covers_control_points() -> None:
    assert extent(SQUARE) == (10, 20, 30, 40)
    assert extent("0 0 m 5 -9 6 7 8 1 c") == (0, -9, 8, 7)


def test_a_path_without_points_is_refused() -> None:
    with pytest.raises(Unwritable, match="without points"):
        extent("h")


def test_lines_are_diagonal_and_cover_the_shape() -> None:
    found = lines(hatch(SQUARE, 2, 0.5))
    assert len(found) > 10
    for x0, y0, x1, y1 in found:
        assert y1 - y0 == pytest.approx(-(x1 - x0), abs=0.02)
        assert (x0, x1) == (10, 30)
    sums = [x0 + y0 for x0, y0, _, _ in found]
    assert min(sums) <= 30
    assert max(sums) >= 70
    assert all(b - a == pytest.approx(2 * math.sqrt(2), abs=0.02) for a, b in pairwise(sums))


def test_neighbours_share_one_grid() -> None:
    first = {round(x + y, 1) for x, y, _, _ in lines(hatch(SQUARE, 2, 0.5))}
    moved = {round(x + y + 30, 1) for x, y, _, _ in lines(hatch("0 0 m 20 0 l 20 20 l 0 20 l h", 2, 0.5, (10, 20)))}
    assert len(first & moved) > 5
    beside = {round(x + y, 1) for x, y, _, _ in lines(hatch("30 20 m 50 20 l 50 40 l 30 40 l h", 2, 0.5))}
    assert len(first & beside) > 5


@pytest.mark.parametrize("pitch", [0, -1, 0.0001])
def test_endless_lines_are_refused(pitch: float) -> None:
    with pytest.raises(Unwritable, match="hatch lines"):
        hatch(SQUARE, pitch, 0.5)
