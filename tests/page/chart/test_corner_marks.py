"""The corner marks and the code beside them: which, where, how large, with white around, and read back from the PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pypdfium2
import pytest
import zxingcpp

from generator.content.paper import Paper
from generator.manuscript.chart import ChartPerson
from generator.output.pdf import pdf_bytes
from generator.page.chart.chart_measures import sizes_of
from generator.page.chart.corner_marks import clear_places, mark_corners, mark_modules, matrix_places
from generator.page.chart.lay_out_chart import fill_in, lay_out_sheet
from generator.page.codes.matrix_code import Modules
from generator.page.finished.cells import read_payload
from generator.page.measures import Style, frame_of
from generator.page.page import Pages, Role, Squares
from generator.shapes.geometry import MM
from generator.text.typeface import Face
from tests.page.chart.charts import BLANK, SOMEBODY, Standing, chart, elements, phases, squares, standing

# As OpenCV 5.0 draws them with cv2.aruco.generateImageMarker(DICT_4X4_50, id, 6); # is black.
OPENCV = (
    ("######", "#.#..#", "##.#.#", "###..#", "###.##", "######"),
    ("######", "######", "#....#", "#.##.#", "#.#.##", "######"),
    ("######", "###..#", "###..#", "###.##", "#..#.#", "######"),
    ("######", "#.##.#", "#.##.#", "##.###", "##..##", "######"),
)


@pytest.mark.parametrize("number", range(4))
def test_marks_are_those_that_opencv_looks_for(number: int) -> None:
    rows = tuple("".join("#" if black else "." for black in row) for row in mark_modules(number))
    assert rows == OPENCV[number]


def test_marks_have_a_black_border_and_all_differ_at_every_turn() -> None:
    def turns(rows: tuple[tuple[bool, ...], ...]) -> list[tuple[tuple[bool, ...], ...]]:
        found = [rows]
        for _ in range(3):
            found.append(tuple(zip(*reversed(found[-1]), strict=True)))
        return found

    seen = set()
    for number in range(4):
        rows = mark_modules(number)
        assert len(rows) == 6
        assert all(rows[0]) and all(rows[-1]) and all(row[0] and row[-1] for row in rows)
        seen |= set(turns(rows))
    assert len(seen) == 16


def test_marks_stand_clockwise_at_the_corners_of_the_live_area(style_of: Callable[[str], Style]) -> None:
    sizes = sizes_of(style_of("standard").theme)
    frame = frame_of(Paper.A4, landscape=True)
    corners = mark_corners(frame, sizes)
    assert sizes.mark >= 7 * MM
    assert corners[0] == (frame.start, frame.top)
    assert corners[1] == (frame.end - sizes.mark, frame.top)
    assert corners[2] == (frame.end - sizes.mark, frame.bottom - sizes.mark)
    assert corners[3] == (frame.start, frame.bottom - sizes.mark)


@pytest.mark.parametrize("paper", list(Paper))
def test_marks_and_code_have_white_around(style: Style, paper: Paper) -> None:
    for sample in (chart(), chart(phases(3, 4, 3, 2), dated=True), chart(phases(2, days=(0, 2, 4)))):
        for page in fill_in(style, lay_out_sheet(style, sample, paper), SOMEBODY):
            codes = [one for one in squares(page) if isinstance(one.item, Squares) and len(one.item.modules) <= 22]
            assert len(codes) == 6
            for code in codes:
                left, top, right, bottom = code.box
                for other in standing(page):
                    if other is code or other.item is code.item:
                        continue
                    beside = max(other.box[0] - right, left - other.box[2])
                    over = max(other.box[1] - bottom, top - other.box[3])
                    assert beside >= 3.4 * MM or over >= 1.9 * MM, (other.item, beside / MM, over / MM)


def modules_of(code: Standing) -> Modules:
    assert isinstance(code.item, Squares)
    return code.item.modules


def test_the_codes_stand_on_a_diagonal_beside_the_marks(style: Style) -> None:
    """Below right of the mark at the start, above left of the one at the end, however large they are."""
    sheet = lay_out_sheet(style, chart(), Paper.A4)
    frame, sizes = sheet.frame, sheet.sizes
    lower, upper = matrix_places(frame, sizes)
    for person, modules in ((BLANK, 18), (SOMEBODY, 22)):
        side = modules * 0.75 * MM
        for page in fill_in(style, sheet, person):
            one, other = (code for code in squares(page) if len(modules_of(code)) == modules)
            assert one.box == pytest.approx((lower.x, frame.bottom - side, lower.x + side, frame.bottom))
            end = upper.x + upper.width
            assert other.box == pytest.approx((end - side, frame.top, end, frame.top + side))
            assert modules_of(one) == modules_of(other)
    assert lower.x - frame.start == pytest.approx(frame.end - upper.x - upper.width) == sizes.mark + sizes.clear
    for place, room in zip((lower, upper), clear_places(frame, sizes), strict=True):
        assert room.x <= place.x and room.x + room.width >= place.x + place.width
        assert room.y <= place.y and room.y + room.height >= place.y + place.height


def test_a_code_is_read_aloud_once(style: Style) -> None:
    for page in fill_in(style, lay_out_sheet(style, chart(), Paper.A4), BLANK):
        told = [one for one in elements(page, Role.FIGURE) if one.alt == chart().words.matrix]
        assert len(told) == 1


def test_modules_are_large_enough(style: Style) -> None:
    for page in fill_in(style, lay_out_sheet(style, chart(), Paper.A4), SOMEBODY):
        for one in squares(page):
            assert isinstance(one.item, Squares)
            least = 0.4 if len(one.item.modules) > 22 else 0.75
            assert one.item.size / MM / len(one.item.modules) >= least - 1e-6


@pytest.mark.parametrize("person", [BLANK, SOMEBODY], ids=["blank", "filled in"])
def test_codes_are_read_at_150_dpi(style: Style, person: ChartPerson) -> None:
    sheet = lay_out_sheet(style, chart(phases(3, 4, 3, 3)), Paper.A4)
    pages = fill_in(style, sheet, person)
    faces = {face.name: face for faces in style.setter.faces.values() for face in faces if isinstance(face, Face)}
    data = pdf_bytes(Pages("Chart", "en-GB", pages), faces, created=date(2026, 11, 2))
    document = pypdfium2.PdfDocument(data)
    assert len(document) == len(pages)
    for number in range(len(document)):
        image = document[number].render(scale=150 / 72).to_pil()
        read = [code for code in zxingcpp.read_barcodes(image) if code.format == zxingcpp.BarcodeFormat.DataMatrix]
        found = [code.text for code in read]
        assert len(found) == 2 and found[0] == found[1]
        payload = read_payload(found[0])
        assert payload.page == number + 1
        assert payload.layout == sheet.layout
        assert payload.pseudonym == person.pseudonym
    document.close()
