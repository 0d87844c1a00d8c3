"""The empty graph: a true scale, also below zero, with unit, columns and a line of zero."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.manuscript.chart import Graph
from generator.page.chart.chart_measures import sizes_of
from generator.page.chart.graph import draw_graph, scale, value_words
from generator.page.measures import Style
from generator.page.page import Block, Line, Words
from generator.shapes.geometry import MM
from tests.page.chart.charts import graph
from tests.page.conftest import items_of, overlaps

WIDTH, HEIGHT = 80 * MM, 40 * MM


def drawn(style: Style, sample: Graph, height: float = HEIGHT) -> Block:
    width = 170 * MM if style.theme.stacked else WIDTH
    figure = draw_graph(style, sizes_of(style.theme), sample, 0, 0, width, height)
    assert figure.alt == "Graph"
    return Block(width, height, (figure,))


def level_lines(block: Block) -> list[Line]:
    return [item for item in items_of(block) if isinstance(item, Line) and item.y0 == item.y1]


def baselines(block: Block) -> dict[str, float]:
    return {item.run.text: item.y for item in items_of(block) if isinstance(item, Words)}


@pytest.fixture
def standard(style_of: Callable[[str], Style]) -> Style:
    return style_of("standard")


def test_scale() -> None:
    assert scale(-10, 40, 10) == [-10, 0, 10, 20, 30, 40]
    assert scale(0, 1, 0.1)[-1] == pytest.approx(1.0)


def test_words_of_a_value() -> None:
    assert value_words(-10) == "\N{MINUS SIGN}10"
    assert value_words(0.5) == "0.5"
    assert value_words(100) == "100"


def test_values_below_zero_are_below_the_zero_line(standard: Style) -> None:
    block = drawn(standard, graph())
    y = baselines(block)
    assert y["40\N{NO-BREAK SPACE}cm"] < y["10"] < y["0"] < y["\N{MINUS SIGN}10"]
    assert y["floor"] == y["0"]
    assert y["0"] - y["10"] == pytest.approx(y["\N{MINUS SIGN}10"] - y["0"])


def test_the_zero_line_is_the_thickest(standard: Style) -> None:
    lines = level_lines(drawn(standard, graph()))
    thick = [line for line in lines if line.width == max(line.width for line in lines)]
    assert len(thick) == 1 and thick[0].width >= 1.5


def test_full_lines_each_step_and_dots_between(standard: Style) -> None:
    lines = level_lines(drawn(standard, graph()))
    assert len([line for line in lines if not line.dash]) == 6
    assert len([line for line in lines if line.dash]) == 5
    plain = level_lines(drawn(standard, graph(minor=10)))
    assert [line for line in plain if line.dash] == []


def test_one_upright_line_for_each_moment(standard: Style) -> None:
    block = drawn(standard, graph())
    upright = [item for item in items_of(block) if isinstance(item, Line) and item.x0 == item.x1]
    assert len(upright) == 5
    assert {"Start", "1", "2", "3", "4", "week"} <= set(baselines(block))


@pytest.mark.parametrize("height", [18 * MM, 25 * MM, 60 * MM])
@pytest.mark.parametrize(
    "sample",
    [
        graph(),
        graph(low=0, high=10, step=2, minor=1, unit="points", zero="no pain"),
        graph(low=0, high=10, step=1, minor=1),
        graph(low=0, high=180, step=30, minor=15, unit="seconds", zero=""),
        graph(low=-0.5, high=0.5, step=0.25, minor=0.05, unit="m"),
    ],
)
def test_nothing_covers_anything(style: Style, sample: Graph, height: float) -> None:
    block = drawn(style, sample, height if not style.theme.stacked else 60 * MM)
    assert overlaps(block) == []
    for item in items_of(block):
        if isinstance(item, Words):
            assert item.x >= -0.01 and item.x + item.run.width <= block.width + 0.01
            assert 0 <= item.y <= block.height
