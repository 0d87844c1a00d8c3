"""Colours become greys of the same brightness; names stay for the theme."""

from __future__ import annotations

import pytest

from generator.shapes.drawing import Drawing, Fill, Stroke
from generator.shapes.gradient import Gradient
from generator.shapes.grey import greyed


@pytest.mark.parametrize(
    ("colour", "grey"), [("#ff0000", "#4c4c4c"), ("#FFFFFF", "#ffffff"), ("#000000", "#000000"), ("muscle", "muscle")]
)
def test_each_colour(colour: str, grey: str) -> None:
    drawing = Drawing(10, 10, (Fill("0 0 m h", colour), Stroke("0 0 m 1 1 l", colour, 2.0)))
    assert [op.colour for op in greyed(drawing).ops] == [grey, grey]


def test_every_stop_of_a_gradient() -> None:
    shade = Gradient((1, 0, 0, 1, 0, 0), ((0, "#ff0000"), (1, "#ffffff")))
    (grey,) = greyed(Drawing(10, 10, (Fill("0 0 m h", "#ff0000", shade),))).ops
    assert isinstance(grey, Fill)
    assert grey.shade is not None
    assert grey.shade.stops == ((0, "#4c4c4c"), (1, "#ffffff"))
