"""Ink stays inside the margins of every page of the family, and mono prints with black alone."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.page.page import Block, Ink, Line, Page, Placed, Shape, Squares, Words
from generator.shapes.geometry import MM
from tests.conformance import family, paper
from tests.conformance.family import SINGLE, Case
from tests.conformance.paper import Box
from tests.tools import require

# Nothing may be printed nearer to the edge: 99 % of the printers looked up leave that much alone.
SIDE, END = 12.7 * MM, 15.0 * MM
_ROUNDING = 0.05  # points
BATCH = 10
GROUPS = [SINGLE[start : start + BATCH] for start in range(0, len(SINGLE), BATCH)]


def outside(box: Box, page: Page) -> bool:
    left, top, right, bottom = box
    return (
        left < SIDE - _ROUNDING
        or top < END - _ROUNDING
        or right > page.width - SIDE + _ROUNDING
        or bottom > page.height - END + _ROUNDING
    )


def too_far_out(pages: Sequence[Page]) -> list[str]:
    return [
        f"page {number}: {item!r:.90}"
        for number, page in enumerate(pages, 1)
        for item, box in paper.page_boxes(page)
        if outside(box, page)
    ]


@pytest.mark.parametrize("case", SINGLE, ids=str)
def test_page_data_stays_inside_the_margins(case: Case) -> None:
    assert too_far_out(family.pages(case).pages) == []


@pytest.mark.parametrize("case", SINGLE, ids=str)
def test_nothing_covers_anything(case: Case) -> None:
    for page in family.pages(case).pages:
        assert paper.collisions(page) == []


def test_a_word_in_the_margin_is_found() -> None:
    page = family.pages(SINGLE[0]).pages[0]
    placed = page.blocks[0]
    moved = replace(page, blocks=(replace(placed, y=placed.y - 3 * MM), *page.blocks[1:]))
    assert too_far_out([moved]) != []
    doubled = replace(page, blocks=(*page.blocks, replace(placed, x=placed.x + 2)))
    assert paper.collisions(doubled) != []


def ink_boxes(paths: Sequence[Path]) -> list[tuple[float, ...]]:
    """Left, bottom, right, top of what ghostscript paints on each page, points from the lower left corner."""
    command = [require("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=bbox", *map(str, paths)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    found = re.findall(r"%%HiResBoundingBox: (\S+) (\S+) (\S+) (\S+)", answer.stderr)
    return [tuple(map(float, box)) for box in found]


@pytest.mark.tool
@pytest.mark.parametrize("cases", GROUPS, ids=lambda cases: str(cases[0]))
def test_ghostscript_sees_no_ink_in_the_margins(cases: Sequence[Case], tmp_path: Path) -> None:
    pages = [page for case in cases for page in family.pages(case).pages]
    inked(pages, ink_boxes([family.written(case, tmp_path) for case in cases]))


def inked(pages: Sequence[Page], boxes: Sequence[Sequence[float]]) -> None:
    """Each page has its ink inside its margins, and over more than half of its width."""
    assert len(boxes) == len(pages)
    for page, (left, bottom, right, top) in zip(pages, boxes, strict=True):
        assert not outside((left, page.height - top, right, page.height - bottom), page)
        assert right - left > page.width / 2, "an empty page would pass, too"


def colours(page: Page) -> Iterator[Ink]:
    for _, item, _ in paper.placed_items(page):
        if isinstance(item, Words | Line | Squares):
            yield item.ink
        elif isinstance(item, Shape):
            yield from (ink for ink in (item.fill, item.stroke) if ink)


MONO = [case for case in SINGLE if case.form.style == "mono"]


@pytest.mark.parametrize("case", MONO, ids=str)
def test_mono_has_no_colour(case: Case) -> None:
    assert all(ink.is_grey for page in family.pages(case).pages for ink in colours(page))


@pytest.mark.tool
@pytest.mark.parametrize("case", MONO, ids=str)
def test_mono_prints_with_black_alone(case: Case, tmp_path: Path) -> None:
    for cyan, magenta, yellow, black in coverage(family.written(case, tmp_path)):
        assert (cyan, magenta, yellow) == (0, 0, 0)
        assert 0 < black < 0.4


@pytest.mark.tool
def test_colour_is_told_from_black(tmp_path: Path) -> None:
    case = next(case for case in SINGLE if case.form.style == "standard")
    assert not all(ink.is_grey for page in family.pages(case).pages for ink in colours(page))
    assert any(sum(inks[:3]) > 0 for inks in coverage(family.written(case, tmp_path)))


def coverage(path: Path) -> list[tuple[float, ...]]:
    """Share of each page under cyan, magenta, yellow and black."""
    command = [require("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-o", "-", "-sDEVICE=inkcov", str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return [tuple(map(float, line.split()[:4])) for line in answer.stdout.splitlines() if line.strip()]


def test_the_sample_of_a_page_is_real() -> None:
    block = Block(10, 10, (Line(0, 0, 10, 0, 1, Ink(0, 0, 0)),))
    assert too_far_out([Page(500, 500, (Placed(250, 250, block),))]) == []
    assert len(too_far_out([Page(500, 500, (Placed(250, 495, block),))])) == 1
