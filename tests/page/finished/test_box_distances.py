"""Boxes that a large tick of the next one would reach are refused; so near as the rule allows they are not."""

from __future__ import annotations

import pytest

from generator.manuscript.box_name import (
    BoxName,
    choice_box,
    number_box,
    scale_box,
    set_box,
    single_box,
    step_box,
    tick_box,
    total_box,
)
from generator.page.finished.box_distances import least_apart, too_near
from generator.page.finished.faults import page_problems
from generator.page.page import Block, Cell, Element, Ink, Page, Placed, Role
from generator.shapes.geometry import MM

SIDE = 6.0

PAIRS = [
    (tick_box("bridge", 1, 1, 1), tick_box("bridge", 1, 1, 2), 2.0),
    (tick_box("bridge", 1, 1, 1), tick_box("bridge", 1, 2, 1), 1.5),
    (tick_box("bridge", 1, 1, 1), tick_box("hinge", 1, 1, 1), 1.5),
    (step_box("bridge", 1), step_box("bridge", 2), 1.5),
    (choice_box(1, "up"), choice_box(2, "up"), 1.5),
    (choice_box(1, "up"), choice_box(1, "stay"), 1.5),
    (scale_box(single_box("sure"), "3"), scale_box(single_box("sure"), "4"), 1.5),
    (tick_box("bridge", 1, 1, 1), number_box("pain", 1, 1), 1.5),
    (total_box(1), choice_box(1, "up"), 1.5),
    (number_box("pain", 1, 1), number_box("effort", 1, 1), 1.0),
    (set_box("bridge", 1, 1, 1, "weight"), set_box("bridge", 1, 1, 1, "count"), 1.0),
]


def page_with(one: BoxName, other: BoxName, across: float = 0.0, down: float = 0.0) -> Page:
    """Two boxes in blocks of their own, so far apart (millimetres) in either direction, or in both."""
    ink = Ink(0, 0, 0)
    x, y = (SIDE + across) * MM if across else 0.0, (SIDE + down) * MM if down else 0.0
    first = Cell(one, 0, 0, SIDE * MM, SIDE * MM, ink)
    second = Cell(other, x, y, SIDE * MM, SIDE * MM, ink)
    blocks = (Block(SIDE * MM, SIDE * MM, (Element(Role.PARAGRAPH, (first,)),)), Block(60 * MM, 60 * MM, (second,)))
    return Page(400, 400, tuple(Placed(20 * MM, 20 * MM, block) for block in blocks))


@pytest.mark.parametrize(("one", "other", "least"), PAIRS, ids=[f"{one} {other}" for one, other, _ in PAIRS])
def test_boxes_keep_their_distance(one: BoxName, other: BoxName, least: float) -> None:
    assert least_apart(one, other) == least_apart(other, one) == least
    for direction in ("across", "down"):
        assert list(too_near(page_with(one, other, **{direction: least + 0.05}))) == []
        if least:
            ((first, second, apart, needed),) = too_near(page_with(one, other, **{direction: least - 0.1}))
            assert {first, second} == {one, other}
            assert apart == pytest.approx(least - 0.1)
            assert needed == least


def test_boxes_at_a_corner_are_as_far_apart_as_their_larger_distance() -> None:
    one, other = tick_box("bridge", 1, 1, 1), tick_box("hinge", 1, 2, 1)
    assert list(too_near(page_with(one, other, across=0.2, down=1.6))) == []
    assert len(list(too_near(page_with(one, other, across=0.2, down=1.2)))) == 1


def test_a_page_says_which_boxes_and_how_many_more() -> None:
    page = page_with(tick_box("bridge", 1, 1, 1), tick_box("bridge", 1, 1, 2), down=0.8)
    (problem,) = page_problems([page], 0)
    assert problem.rule == "box-distance"
    assert "w1.d1.bridge.1 and w1.d1.bridge.2 are 0.8 mm apart" in problem.message
    assert "2 mm" in problem.hint
