import io
import math
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import qrcode
import zxingcpp

from generator.output.pdf import pdf_bytes
from generator.output.press import Press
from generator.page.page import Block, Element, Group, Page, Pages, Placed, Role, Squares
from generator.problems import ContentError
from tests.output import readback, specimen
from tests.output.specimen import A4, ADDRESS, CREATED, FACES, PLACE, words


@pytest.fixture(scope="module")
def data() -> bytes:
    return pdf_bytes(specimen.specimen(), FACES, created=CREATED, author="A physiotherapist")


def wanted_roles(page: Page) -> Counter[str]:
    """Roles that the page data itself has, without decoration."""

    def count(kids: tuple[object, ...]) -> Counter[str]:
        found: Counter[str] = Counter()
        for kid in kids:
            if isinstance(kid, Element) and kid.role is not Role.ARTIFACT:
                found[kid.role.value] += 1
                found += count(kid.kids)
        return found

    return sum((count(placed.block.kids) for placed in page.blocks), Counter())


def test_a_second_reader_sees_every_element(data: bytes) -> None:
    pages = specimen.specimen().pages
    seen = readback.structure(data)
    assert len(seen) == len(pages) == 2
    for page, tops in zip(pages, seen, strict=True):
        roles, wanted = readback.roles(tops), wanted_roles(page)
        above = {"Document": 1, "Sect": 1, "Table": 1}
        assert sum(wanted.values()) > 80
        assert roles == wanted + Counter(above)


def test_reading_order_is_the_order_of_the_page_data(data: bytes) -> None:
    document = readback.structure(data)[0][0]
    heading, name, section, *_, table = document.kids
    assert (heading.role, heading.text) == ("H1", "Hamstring health ½ × 90° → ✓")
    assert name.text == "For: Anna Jones"
    assert [kid.role for kid in section.kids] == ["H2", "Figure", "L", "H3", "L", "P", "Figure"] * 2
    steps = section.kids[2]
    assert [item.all_text for item in steps.kids] == ["1.  Lie on your back.", "2.  Loop the strap round one foot."]
    assert table.role == "Table"


def test_figures_links_and_boxes_are_described(data: bytes) -> None:
    seen = [element for top in readback.structure(data)[0] for element in top.walk()]
    alts = {element.alt for element in seen if element.role == "Figure"}
    assert f"QR code that leads to {ADDRESS}" in alts
    assert "" not in alts
    boxes = [element.actual_text for element in seen if element.role == "Span" and element.alt.startswith("Tick box")]
    assert boxes == ["☐"] * 35
    assert [element.language for element in seen if element.text.startswith("Ελλ")] == ["el"]


def test_links_lead_where_they_say(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page, count in zip(pdf.pages, (2, 1), strict=True):
            annotations = list(page.Annots)
            assert len(annotations) == count
            for annotation in annotations:
                assert str(annotation.A.URI) == ADDRESS
                assert str(annotation.Contents) == "Watch the video"
                left, bottom, right, top = map(float, annotation.Rect)
                assert 40 < left < right < 300
                assert 10 < top - bottom < 20
                owner = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(annotation.StructParent)]
                assert owner.S == "/Link"
                assert any("/Obj" in kid and kid.Obj == annotation for kid in owner.K if hasattr(kid, "keys"))


def test_every_mark_leads_back_to_its_element(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) > max(tree)
        for page in pdf.pages:
            content = b"\n".join(part.read_bytes() for part in page.Contents)
            owners = list(tree[int(page.StructParents)])
            assert len(owners) == content.count(b"/MCID") > 50
            for mark, owner in enumerate(owners):
                kids: list[Any] = list(owner.K)
                assert mark in [kid for kid in kids if isinstance(kid, int)]
                assert owner.Pg.objgen == page.obj.objgen
                assert b"%b<</MCID %d>>BDC" % (bytes(owner.S), mark) in content


def test_the_catalogue_says_what_a_reader_asks_first(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.pdf_version == "1.7"
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == "Hamstring health – handout & chart"
        assert all(page.Tabs == "/S" for page in pdf.pages)
        assert pdf.get_warnings() == []


def test_a_table_goes_on_over_a_page_break() -> None:
    table, section = Group(Role.TABLE, "chart"), Group(Role.SECTION, "a")
    row = specimen.chart_row(1, "a")
    pages = Pages(
        "t",
        "en-GB",
        (
            Page(*A4, (Placed(0, 0, specimen.chart_head(), (section, table)), Placed(0, 30, row, (section, table)))),
            Page(*A4, (Placed(0, 700, specimen.footer(2)), Placed(0, 0, row, (section, table)))),
            Page(*A4, (Placed(0, 0, row, (section,)), Placed(0, 40, row, (section, table)))),
        ),
    )
    with pikepdf.open(io.BytesIO(pdf_bytes(pages, FACES, created=CREATED))) as pdf:
        (top,) = pdf.Root.StructTreeRoot.K[0].K
        assert [str(kid.S) for kid in top.K] == ["/Table", "/TR", "/Table"]
        assert [len(kid.K) for kid in top.K] == [3, 8, 1]


def test_same_input_same_bytes(data: bytes) -> None:
    pages = specimen.specimen()
    assert pdf_bytes(pages, FACES, created=CREATED, author="A physiotherapist") == data
    press = Press(FACES)
    for name in ("Bo", "Anna Jones", "Chi"):
        pdf_bytes(specimen.specimen(name), FACES, press, created=CREATED)
    assert pdf_bytes(pages, FACES, press, created=CREATED, author="A physiotherapist") == data
    assert pdf_bytes(specimen.specimen("Bo"), FACES, created=CREATED) != data


@pytest.mark.parametrize("seed", ["1", "2"])
def test_bytes_do_not_depend_on_the_process(data: bytes, seed: str, checkout: Path) -> None:
    code = (
        "import sys; from tests.output.specimen import *; from generator.output.pdf import pdf_bytes; "
        "sys.stdout.buffer.write(pdf_bytes(specimen(), FACES, created=CREATED, author='A physiotherapist'))"
    )
    surroundings = os.environ | {"PYTHONHASHSEED": seed}
    made = subprocess.run([sys.executable, "-c", code], cwd=checkout, env=surroundings, capture_output=True, check=True)
    assert made.stdout == data


def test_equal_blocks_and_figures_are_stored_once() -> None:
    three = specimen.specimen()
    one = replace(three, pages=(replace(three.pages[0], blocks=three.pages[0].blocks[:2]),))
    twice = replace(one, pages=one.pages * 2)
    single, double = (pdf_bytes(pages, FACES, created=CREATED) for pages in (one, twice))
    with pikepdf.open(io.BytesIO(double)) as pdf:
        assert len(pdf.pages[0].Resources.XObject) == 2
        first, second = ([part.objgen for part in page.Contents] for page in pdf.pages)
        assert first == second
    assert len(double) - len(single) < 1000


def test_a_frozen_subset_serves_every_document() -> None:
    letters = frozenset(gid for char in map(chr, range(32, 127)) if (gid := FACES[specimen.REGULAR].gid(char)))
    press = Press(FACES, {specimen.REGULAR: (letters,)})

    def font_file(text: str) -> bytes:
        pages = specimen.one_block(Element(Role.PARAGRAPH, (words(0, 20, text),)))
        with pikepdf.open(io.BytesIO(pdf_bytes(pages, FACES, press, created=CREATED))) as pdf:
            font = pdf.pages[0].Resources.Font[f"/{specimen.REGULAR}"]
            return bytes(font.DescendantFonts[0].FontDescriptor.FontFile2.read_raw_bytes())

    assert font_file("Anna") == font_file("Zoë".replace("ë", "e"))
    assert len(font_file("Zoë")) > len(font_file("Zoe")), "a character outside is added, never lost"


def test_a_press_for_other_faces_is_refused() -> None:
    with pytest.raises(ValueError, match="other faces"):
        pdf_bytes(specimen.specimen(), FACES, Press({}), created=CREATED)


def test_a_file_without_pages_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one page"):
        pdf_bytes(Pages("t", "en", ()), FACES, created=CREATED)


@pytest.mark.parametrize(("x", "y"), [(math.nan, 0), (0, math.nan), (math.inf, 0), (0, -math.inf)])
def test_places_that_are_no_numbers_are_problems_with_their_place(x: float, y: float) -> None:
    pages = specimen.one_block(words(0, 20, "a"))
    page = pages.pages[0]
    wrong = replace(pages, pages=(replace(page, blocks=(replace(page.blocks[0], x=x, y=y),)),))
    with pytest.raises(ContentError) as caught:
        pdf_bytes(wrong, FACES, created=CREATED)
    assert [problem.place for problem in caught.value.problems] == [PLACE]


def test_all_problems_of_all_blocks_are_told_at_once() -> None:
    bad = Block(9, 9, (Element(Role.FIGURE, (words(0, 0, "a"),)),), place=PLACE)
    pages = Pages("t", "en", (Page(*A4, (Placed(0, 0, bad), Placed(0, 9, bad))), Page(*A4, (Placed(0, 0, bad),))))
    with pytest.raises(ContentError) as caught:
        pdf_bytes(pages, FACES, created=CREATED)
    assert len(caught.value.problems) == 3
    assert str(caught.value.problems[0]) == f"{PLACE}: a figure has no alt text"


def test_an_upright_picture_a_white_box_and_a_crisp_code() -> None:
    """What is on top in the data is on top on paper."""
    picture = readback.pixels(pdf_bytes(specimen.specimen(), FACES, created=CREATED), dpi=144)
    # The grey samples run from black, top left, to light, bottom right.
    assert picture.getpixel((2 * (148 + 5), 2 * (440 + 5))) < 40
    assert picture.getpixel((2 * (148 + 85), 2 * (440 + 55))) > 200
    # The tick box of the first row, first day.
    x, y = 2 * (48 + 66), 2 * (600 + 3)
    assert picture.getpixel((x + 15, y + 15)) == 255
    assert min(picture.getpixel((x + 15, y + step)) for step in range(-3, 4)) < 90


def test_codes_are_read_back() -> None:
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
    code.add_data(ADDRESS)
    modules = tuple(tuple(map(bool, row)) for row in code.get_matrix())
    squares = Squares(100, 50, 52, modules, specimen.BLACK)
    figure = Element(Role.FIGURE, (squares,), alt="QR code")
    picture = readback.pixels(pdf_bytes(specimen.one_block(figure), FACES, created=CREATED), dpi=150)
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [ADDRESS]


def test_the_text_of_a_page_is_all_there(data: bytes) -> None:
    text = readback.texts(data)[0]
    for wanted in (
        "For: Anna Jones",
        "Loop the strap round one foot.",
        "Ελληνικά μ Ω",
        "Brookside Physiotherapy · page 1",
    ):
        assert wanted in text
    with pypdfium2.PdfDocument(data) as document:
        assert document.get_metadata_value("Author") == "A physiotherapist"
