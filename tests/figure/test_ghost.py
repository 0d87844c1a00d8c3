import numpy as np
from numpy.typing import NDArray

from generator.figure.lines.ghost import large_parts


def _mask_with(*squares: tuple[int, int, int]) -> NDArray[np.bool_]:
    mask = np.zeros((120, 240), dtype=bool)
    for x, y, side in squares:
        mask[y : y + side, x : x + side] = True
    return mask


def test_parts_that_are_small_for_the_whole_picture_are_dropped() -> None:
    kept = large_parts(_mask_with((8, 8, 80), (160, 8, 40)), 100.0, 0.4)
    assert kept[20, 20]
    assert not kept[20, 170]  # a quarter of the largest part: a hand that shows on its own


def test_a_part_of_nearly_the_same_size_stays() -> None:
    kept = large_parts(_mask_with((8, 8, 80), (120, 8, 72)), 100.0, 0.4)
    assert kept[20, 20]
    assert kept[20, 130]


def test_without_a_share_only_the_size_counts() -> None:
    kept = large_parts(_mask_with((8, 8, 80), (160, 8, 40), (220, 8, 8)), 800.0)
    assert kept[20, 170]
    assert not kept[12, 223]
    assert not large_parts(_mask_with(), 800.0).any()
