"""Room for holes: on the side that is bound, on every page, and on the other side for the backs of sheets."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from generator.content.choices import ChartKind, Layout
from generator.content.paper import Paper
from generator.page.finished.binding import mirrored
from generator.page.format import Format
from generator.page.measures import frame_of
from generator.page.page import Page
from generator.problems import ContentError
from generator.shapes.geometry import MM
from tests.conformance import family, paper
from tests.conformance.family import Case

GUTTER = 20.0
HOLES = GUTTER * MM - 1.4  # a frame is drawn on the edge, half of its line beyond, and so are points of signs


def span(page: Page) -> tuple[float, float, float, float]:
    """How far the ink stays from the start, the top, the end and the bottom of the paper."""
    boxes = [box for _, box in paper.page_boxes(page)]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        page.width - max(box[2] for box in boxes),
        page.height - max(box[3] for box in boxes),
    )


def case(layout: Layout, style: str, on: Paper, *, duplex: bool, gutter: float = GUTTER) -> Case:
    form = Format(paper=on, layout=layout, style=style, chart=ChartKind.FULL, gutter=gutter, duplex=duplex)
    return Case("hamstring-health", form)


@pytest.mark.parametrize("on", Paper)
@pytest.mark.parametrize("style", family.STYLES)
@pytest.mark.parametrize("layout", Layout)
def test_every_page_keeps_room_for_holes(layout: Layout, style: str, on: Paper) -> None:
    if on is Paper.A5 and style == "large-print":  # it is told, and nothing is printed
        with pytest.raises(ContentError):
            family.pages(case(layout, style, on, duplex=False))
        return
    simple = family.pages(case(layout, style, on, duplex=False)).pages
    double = family.pages(case(layout, style, on, duplex=True)).pages
    assert len(simple) == len(double) >= 2
    for number, (front, either) in enumerate(zip(simple, double, strict=True), 1):
        start, top, end, bottom = span(front)
        across = front.width > front.height
        assert start >= HOLES
        assert end >= 12.7 * MM - 0.05 and bottom >= 15 * MM - 0.05
        assert top >= (HOLES if across else 15 * MM - 0.05), "filed with upright pages, its top is bound"
        if number % 2:
            assert either == front
            continue
        start, top, end, bottom = span(either)
        assert end >= HOLES and start >= 12.7 * MM - 0.05
        assert bottom >= (HOLES if across else 15 * MM - 0.05) and top >= 15 * MM - 0.05


def test_without_a_gutter_both_sides_of_a_sheet_are_alike() -> None:
    plain = case(Layout.CARDS, "standard", Paper.A4, duplex=True, gutter=0)
    pages = family.pages(plain).pages
    assert pages == family.pages(replace(plain, form=replace(plain.form, duplex=False))).pages
    assert span(pages[1])[0] < HOLES, "a page without a gutter has no room for holes"


def test_backs_keep_the_size_of_their_live_area() -> None:
    front = Page(210 * MM, 297 * MM, ())
    frame = frame_of(Paper.A4, gutter=GUTTER)
    assert frame.start == pytest.approx(20 * MM) and frame.end == pytest.approx(194 * MM)
    assert mirrored(((front, frame), (front, frame))) == (front, front)


@pytest.mark.parametrize("on", [Paper.A4, Paper.LETTER])
def test_the_free_margin_of_a_sheets_back_is_as_wide_as_that_of_its_front(on: Paper) -> None:
    form = Format(paper=on, only="sheet", gutter=GUTTER, duplex=True)
    front, back = family.pages(Case("hamstring-health", form)).pages[:2]
    free = back.width - max(placed.x + placed.block.width for placed in back.blocks)
    assert free == pytest.approx(min(placed.x for placed in front.blocks), abs=0.1)
    assert free == pytest.approx(GUTTER * MM, abs=0.1)


def test_a_sheet_tells_the_printer_that_its_chart_stands_on_its_back() -> None:
    for form, told in (
        (Format(paper=Paper.A4), True),
        (Format(paper=Paper.A4, only="sheet"), True),
        (Format(paper=Paper.A4, chart=ChartKind.STANDARD), False),
        (Format(paper=Paper.A4, only="chart"), False),
        (Format(paper=Paper.A4, layout=Layout.CARDS), False),
    ):
        with pikepdf.open(io.BytesIO(family.data(Case("hinge-and-rotate", form)))) as pdf:
            assert ("/Duplex" in pdf.Root.ViewerPreferences) is told, form


def test_printers_are_told_of_both_sides() -> None:
    both = family.data(case(Layout.CARDS, "standard", Paper.A4, duplex=True))
    one = family.data(case(Layout.CARDS, "standard", Paper.A4, duplex=False))

    with pikepdf.open(io.BytesIO(both)) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
    with pikepdf.open(io.BytesIO(one)) as pdf:
        assert "/Duplex" not in pdf.Root.ViewerPreferences or pdf.Root.ViewerPreferences.Duplex == "/Simplex"
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
