"""A photograph is warned of where its printed size asks for more pixels than it has."""

from __future__ import annotations

import pytest

from generator.page.finished.photo_resolution import coarse_pictures, coarse_problem
from generator.page.page import Block, Element, Page, Picture, Placed, Role
from generator.problems import Place, Prose, Severity
from generator.shapes.drawing import Drawing
from generator.shapes.pixels import Raster

PLACE = Place("exercises/wall-sit.yaml", 9, 10)
NAME = Prose("wall-sit.jpg", PLACE)


def photo(columns: int, rows: int) -> Raster:
    return Raster(columns, rows, 1, bytes(columns * rows))


def page(*pictures: Picture) -> Page:
    block = Block(500, 500, (Element(Role.SECTION, (Element(Role.FIGURE, pictures, alt="A photograph"),)),))
    return Page(600, 800, (Placed(0, 0, block),))


@pytest.mark.parametrize(("columns", "dpi"), [(150, None), (148, 148), (100, 100), (36, 36)])
def test_the_pixels_of_an_inch_are_counted(columns: int, dpi: int | None) -> None:
    raster = photo(columns, columns // 2)
    found = coarse_pictures([page(Picture(0, 0, 72, 36, raster))], {raster: NAME})
    assert [round(one.dpi) for one in found] == ([dpi] if dpi else [])


def test_the_largest_print_counts_and_says_what_it_needs() -> None:
    raster = photo(100, 80)
    pages = [
        page(Picture(0, 0, 72, 57.6, raster)),
        page(Picture(0, 0, 216, 172.8, raster), Picture(0, 0, 9, 7.2, raster)),
    ]
    (found,) = coarse_pictures(pages, {raster: NAME})
    assert coarse_pictures(reversed(pages), {raster: NAME}) == (found,)
    problem = coarse_problem(found)
    assert str(problem).splitlines()[0] == (
        "exercises/wall-sit.yaml:9:10: warning: picture 'wall-sit.jpg' prints unsharp: 33 dpi at 76 mm width"
    )
    assert "450 × 360 pixels or more" in problem.hint
    assert problem.severity is Severity.WARNING


def test_drawings_and_pictures_without_a_name_are_left_alone() -> None:
    raster, drawing = photo(10, 10), Drawing(10, 10, ())
    pages = [page(Picture(0, 0, 300, 300, raster), Picture(0, 0, 300, 300, drawing))]
    assert coarse_pictures(pages, {}) == ()
    assert coarse_pictures(pages, {photo(11, 11): NAME}) == ()
