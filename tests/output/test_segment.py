import math
from dataclasses import replace

import pytest

from generator.manuscript.box_name import single_box
from generator.output.press import Press
from generator.output.segment import Segment
from generator.page.page import Block, Cell, Element, Line, Picture, Role, Shape, Squares
from generator.problems import ContentError
from tests.output.specimen import ADDRESS, BLACK, FACES, MODULES, PLACE, card, drawing, footer, run, words


def compiled(*kids: object, language: str = "en-GB") -> Segment:
    return Press(FACES).segment(Block(100, 100, kids, place=PLACE), language)  # type: ignore[arg-type] # wrong on purpose


def content(segment: Segment) -> str:
    return b"#".join(segment.pieces).decode("ascii")


def test_items_in_a_row_are_one_mark() -> None:
    inner = Element(Role.SPAN, (words(0, 30, "c"),))
    segment = compiled(Element(Role.PARAGRAPH, (words(0, 10, "a"), words(0, 20, "b"), inner, words(0, 40, "d"))))
    assert segment.owners == (0, 1, 0)
    assert [node.kids for node in segment.nodes] == [(-1, 1, -3), (-2,)]
    text = content(segment)
    assert text.count("/P<</MCID #>>BDC") == 2
    assert text.count("BDC") == text.count("EMC") == 3
    assert text.count("BT") == text.count("ET") == 3


def test_what_stands_outside_is_decoration() -> None:
    ornament = Element(Role.ARTIFACT, (Element(Role.PARAGRAPH, (words(0, 5, "page 1"),)), Line(0, 0, 9, 0, 1, BLACK)))
    segment = compiled(words(0, 9, "Footer"), ornament)
    assert segment.nodes == ()
    assert segment.owners == ()
    assert content(segment).count("/Artifact BMC") == 2


@pytest.mark.parametrize("role", [Role.SECTION, Role.LIST, Role.LIST_ITEM, Role.TABLE, Role.ROW])
def test_lines_between_rows_are_decoration(role: Role) -> None:
    segment = compiled(Element(role, (Line(0, 0, 9, 0, 1, BLACK), Element(Role.DATA, (words(0, 9, "a"),)))))
    assert content(segment).startswith("/Artifact BMC")
    assert segment.owners == (1,)


def attributes(element: Element, language: str = "en-GB") -> str:
    return compiled(element, language=language).nodes[0].attributes.decode("ascii")


def test_attributes_say_what_a_reader_cannot_see() -> None:
    text = (words(0, 9, "a"),)
    assert attributes(Element(Role.HEADER, text, scope="Row")) == "/S/TH/A<</O/Table/Scope/Row>>"
    assert attributes(Element(Role.HEADER, text)) == "/S/TH/A<</O/Table/Scope/Column>>"
    assert attributes(Element(Role.DATA, text)) == "/S/TD"
    assert attributes(Element(Role.DATA, text, column_span=3, row_span=2)) == "/S/TD/A<</O/Table/ColSpan 3/RowSpan 2>>"
    assert (
        attributes(Element(Role.SPAN, text, actual_text="☐", alt="A box")) == "/S/Span/Alt(A box)/ActualText<FEFF2610>"
    )
    assert attributes(Element(Role.PARAGRAPH, text, language="fr")) == "/S/P/Lang(fr)"
    assert attributes(Element(Role.PARAGRAPH, text, language="en-GB")) == "/S/P"


def test_lists_say_how_they_are_counted() -> None:
    body = Element(Role.LIST_BODY, (words(0, 9, "a"),))
    label = Element(Role.LABEL, (words(0, 9, "1."),))
    labelled = (Element(Role.LIST_ITEM, (label, body)),)
    assert attributes(Element(Role.LIST, labelled, numbered=True)).endswith("/ListNumbering/Decimal>>")
    assert attributes(Element(Role.LIST, labelled)).endswith("/ListNumbering/Disc>>")
    assert attributes(Element(Role.LIST, (Element(Role.LIST_ITEM, (body,)),))).endswith("/ListNumbering/None>>")


def test_a_link_is_clickable_around_its_items() -> None:
    run_here = run("here")
    link = Element(Role.LINK, (words(10, 20, "here"), words(10, 34, "here")), alt="Watch", address=ADDRESS + "&ü=%20")
    (anchor,) = compiled(Element(Role.PARAGRAPH, (link,))).anchors
    assert anchor.node == 1
    assert anchor.box == pytest.approx((10, 20 - 9.6, 10 + run_here.width, 34 + 3))
    assert anchor.contents == b"(Watch)"
    assert anchor.address == b"(%b&%%C3%%BC=%%20)" % ADDRESS.encode()


def test_a_figure_has_its_box() -> None:
    figure = Element(Role.FIGURE, (Picture(10, 20, 30, 40, drawing(), ()),), alt="x")
    with pytest.raises(ContentError, match="no ink"):
        compiled(figure)
    figure = Element(Role.FIGURE, (Squares(10, 20, 30, MODULES, BLACK), Line(0, 70, 5, 70, 2, BLACK)), alt="x")
    assert compiled(figure).nodes[0].box == (-1, 20, 40, 71)


def test_a_tick_box_is_white_inside_and_nothing_else() -> None:
    segment = compiled(Element(Role.SPAN, (Cell(single_box("a"), 10, 20, 15, 15, BLACK),), actual_text="☐"))
    assert content(segment) == "/Span<</MCID #>>BDC\n1 g\n0 G\n0.85 w\n[] 0 d\n0 J\n10 -35 15 15 re B\nEMC"


def test_equal_colours_and_fonts_are_set_once() -> None:
    text = content(compiled(Element(Role.PARAGRAPH, (words(0, 10, "a"), words(0, 20, "b")))))
    assert text.count(" Tf") == 1
    assert text.count("0 g") == 1


def test_forms_and_glyphs_are_counted() -> None:
    segment = compiled(*card(1).kids)
    assert sorted(form.name[0] for form in segment.forms) == ["D", "M"]
    assert {name: len(gids) > 10 for name, gids in segment.glyphs.items()} == {
        "SourceSans3-Regular": True,
        "SourceSans3-Bold": True,
    }
    assert not compiled(*footer(1).kids).forms


def test_every_problem_of_a_block_is_told_at_its_place() -> None:
    lost = replace(run("a"), missing=(0,))
    kids = (
        Element(Role.FIGURE, (words(0, 0, "a"),), alt=" "),
        Element(Role.PARAGRAPH, (replace(words(0, 0, "a"), run=lost),)),
        Line(0, math.nan, 1, 1, 1, BLACK),
        Line(0, 0, math.inf, 1, 1, BLACK),
        Shape("0 0 m 1e9 0 l", stroke=BLACK),
        Element(Role.LINK, (), address=ADDRESS),
        Element(Role.PARAGRAPH, (words(0, 0, "a"),), alt="\ud800"),
    )
    with pytest.raises(ContentError) as caught:
        compiled(*kids)
    messages = [problem.message for problem in caught.value.problems]
    assert len(messages) == len(kids), messages
    assert {problem.place for problem in caught.value.problems} == {PLACE}
