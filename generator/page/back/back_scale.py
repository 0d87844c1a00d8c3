"""A scale to tick one number of: the boxes touch nothing, their numbers stand above, so that nothing is in a box."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.manuscript.box_name import BoxName
from generator.page.back.back_measures import SCALE_APART, BackSizes
from generator.page.chart.chart_measures import BOX_STROKE
from generator.page.measures import Style
from generator.page.page import Cell, Item
from generator.page.paragraph import set_word


def scale_width(sizes: BackSizes, count: int) -> float:
    """Of `count` boxes with their distances."""
    return count * (sizes.scale + SCALE_APART) - SCALE_APART


def scale_numbers(style: Style, sizes: BackSizes, values: Sequence[str], x: float, baseline: float) -> list[Item]:
    """The numbers over the boxes of a scale that begins at x."""
    pitch = sizes.scale + SCALE_APART
    middle = x + sizes.scale / 2
    return [
        set_word(style, value, middle + index * pitch, baseline, sizes.letter, "semibold", align="middle")
        for index, value in enumerate(values)
    ]


def scale_boxes(
    style: Style, sizes: BackSizes, values: Sequence[str], name: Callable[[str], BoxName], x: float, y: float
) -> list[Cell]:
    """A box for each number, the first at x, y."""
    pitch, side = sizes.scale + SCALE_APART, sizes.scale
    return [
        Cell(name(value), x + index * pitch, y, side, side, style.inks.ink, BOX_STROKE)
        for index, value in enumerate(values)
    ]
