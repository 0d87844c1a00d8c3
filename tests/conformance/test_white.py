"""No page but the last leaves a broad band of white: a client would think that something is missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, product

import pytest

from generator.content.choices import StyleName
from generator.content.paper import Paper
from generator.page.format import Format
from generator.page.page import Line, Page
from generator.shapes.geometry import MM
from tests.conformance import family
from tests.conformance.family import Case
from tests.page.conftest import box_of, items_of

BROADEST = 40 * MM


def lines_of(page: Page) -> Iterator[tuple[float, float]]:
    """From where to where something stands, in points from the top."""
    for placed in page.blocks:
        for item in items_of(placed.block):
            if isinstance(item, Line):  # to write on, or a rule
                yield placed.y + item.y0, placed.y + item.y1
            elif box := box_of(item):
                yield placed.y + box[1], placed.y + box[3]


def broadest_band(page: Page) -> float:
    """Of white between two things that stand on it, across the whole page."""
    stood = sorted(lines_of(page))
    ends = accumulate((bottom for _, bottom in stood), max)
    return max(top - end for (top, _), end in zip(stood[1:], ends, strict=False))


@pytest.mark.parametrize("style", StyleName)
@pytest.mark.parametrize(("routine", "paper"), list(product(family.ROUTINES, (Paper.A4, Paper.LETTER))))
def test_no_page_but_the_last_has_a_broad_band_of_white(routine: str, paper: Paper, style: StyleName) -> None:
    made = family.pages(Case(routine, Format(paper=paper, style=style))).pages
    bands = {number: broadest_band(page) for number, page in enumerate(made[:-1], 1)}
    assert max(bands.values()) <= BROADEST, bands
