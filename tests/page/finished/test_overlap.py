"""Planted overlaps of every kind are refused with both things and the place; what is meant to lie on another is not."""

from __future__ import annotations

import pytest

from generator.manuscript.box_name import number_box
from generator.page.codes.qr import qr_modules
from generator.page.finished.faults import page_problems, personal_problems
from generator.page.measures import Style
from generator.page.page import (
    Block,
    Cell,
    Element,
    Group,
    Ink,
    Item,
    Line,
    Page,
    Picture,
    Placed,
    Role,
    Shape,
    Squares,
)
from generator.page.paragraph import set_word
from generator.problems import Place, Prose
from generator.shapes.drawing import Drawing
from generator.shapes.outlines import circle, rectangle

PLACE, OTHER, BLOCK = Place("a.yaml", 8, 2), Place("b.yaml", 3, 7), Place("c.yaml", 1, 1)
INK = Ink(0, 0, 0)
MODULES = qr_modules("https://example.org")  # 25 modules: in 50 points, 8 points stay free around them
PICTURE = Picture(100, 100, 80, 60, Drawing(80, 60, ()))
CODE = Squares(100, 100, 50, MODULES, INK)
CELL = Cell(number_box("pain", 1, 1), 100, 100, 20, 20, INK)
LINE = Line(90, 110, 300, 110, 1, INK)


def words(style: Style, text: str, x: float, y: float, place: Place | None = PLACE) -> Item:
    return set_word(style, Prose(text, place), x, y, 12)


def disc(x: float, y: float) -> Shape:
    return Shape(circle(x, y, 10), fill=INK)


def block(*kids: Element | Item, width: float = 400, height: float = 400) -> Block:
    return Block(width, height, kids, place=BLOCK)


def page(*blocks: Placed) -> Page:
    return Page(500, 600, blocks)


def said(*kids: Element | Item) -> list[str]:
    return [problem.message for problem in page_problems([page(Placed(50, 50, block(*kids)))], 40)]


def figure(*kids: Item) -> Element:
    return Element(Role.FIGURE, kids, alt="A person stands.")


A_PICTURE, A_CODE = "a picture", "a code with the white that it needs around it"
A_CELL, A_LINE, A_SHAPE = "a box to fill in", "a line", "a filled shape"


@pytest.mark.parametrize(
    ("thing", "x", "y", "called"),
    [
        (None, 150, 104, 'the text "under it"'),
        (PICTURE, 150, 130, A_PICTURE),
        (CODE, 140, 130, A_CODE),
        (CODE, 152, 130, A_CODE),  # in its quiet zone only
        (CODE, 120, 97, A_CODE),
        (CELL, 110, 112, A_CELL),
        (LINE, 100, 114, A_LINE),
    ],
)
def test_words_and_what_they_run_over(style: Style, thing: Item | None, x: float, y: float, called: str) -> None:
    under = thing or words(style, "under it", 140, 100, OTHER)
    found = page_problems([page(Placed(50, 50, block(under, words(style, "Stop if", x, y))))], 40)
    text = 'the text "Stop if"'
    pair = f"{called} and {text}"
    assert [problem.message for problem in found] == [f"{pair} cover each other"]
    assert found[0].rule == "overlap" and found[0].place == (OTHER if thing is None else BLOCK)
    if thing is None:
        assert str(PLACE) in found[0].hint


@pytest.mark.parametrize(
    ("one", "other", "called"),
    [
        (PICTURE, Picture(170, 150, 80, 60, PICTURE.content), (A_PICTURE, A_PICTURE)),
        (PICTURE, CELL, (A_PICTURE, A_CELL)),
        (PICTURE, Squares(185, 100, 50, MODULES, INK), (A_PICTURE, A_CODE)),
        (PICTURE, LINE, (A_PICTURE, A_LINE)),
        (PICTURE, disc(110, 110), (A_PICTURE, A_SHAPE)),
        (CODE, CELL, (A_CODE, A_CELL)),
        (CODE, Squares(154, 100, 50, MODULES, INK), (A_CODE, A_CODE)),
        (CODE, Line(20, 95, 300, 95, 1, INK), (A_CODE, A_LINE)),
        (disc(160, 120), CODE, (A_SHAPE, A_CODE)),
        (CELL, Cell(number_box("pain", 1, 2), 115, 100, 20, 20, INK), (A_CELL, A_CELL)),
        (CELL, LINE, (A_CELL, A_LINE)),
        (CELL, disc(110, 110), (A_CELL, A_SHAPE)),
    ],
)
def test_other_things_that_cover_each_other(one: Item, other: Item, called: tuple[str, str]) -> None:
    assert said(one, other) == [f"{called[0]} and {called[1]} cover each other"]


def test_a_shape_painted_over_words(style: Style) -> None:
    text = words(style, "3", 107, 114)
    assert said(disc(110, 110), text) == []
    assert said(text, disc(110, 110)) == ['the text "3" and a filled shape cover each other']
    assert said(text, Shape(rectangle(90, 90, 40, 40), stroke=INK)) == []  # a frame covers nothing


def test_words_and_lines_of_a_figure_belong_to_its_picture(style: Style) -> None:
    label = words(style, "hamstring", 120, 130)
    assert said(figure(PICTURE, label, LINE)) == []
    assert said(figure(PICTURE), label) != []
    assert said(figure(PICTURE, label, words(style, "thigh", 125, 132))) != []  # never words on words
    assert said(figure(PICTURE, Picture(150, 110, 80, 60, PICTURE.content))) != []


def test_what_only_touches_is_not_said(style: Style) -> None:
    assert said(words(style, "first", 100, 100), words(style, "second", 100, 110.5)) == []
    assert said(CELL, Cell(number_box("pain", 1, 2), 123, 100, 20, 20, INK)) == []
    assert said(CODE, words(style, "example.org", 100, 167)) == []
    assert said(PICTURE, CODE.__class__(190, 100, 50, MODULES, INK)) == []
    assert said(words(style, "   ", 100, 100), words(style, "word", 100, 100)) == []


@pytest.mark.parametrize("item", [Line(-5, 10, 100, 10, 1, INK), Picture(350, 10, 60, 60, PICTURE.content)])
def test_ink_outside_its_block(item: Item) -> None:
    assert said(item) == [f"{'a line' if isinstance(item, Line) else 'a picture'} leaves its part of the page"]


def test_words_above_and_below_their_block(style: Style) -> None:
    assert said(words(style, "above", 10, 5)) == ['the text "above" leaves its part of the page']
    assert said(words(style, "page", 10, 399.5)) == ['the text "page" leaves its part of the page']
    assert said(words(style, "rose", 10, 399.5)) == []  # no letter reaches below the line


def test_blocks_over_blocks(style: Style) -> None:
    upper = Placed(50, 50, Block(200, 40, (words(style, "upper", 10, 30),)))
    lower = Placed(50, 75, Block(200, 40, (words(style, "lower", 10, 12),)))
    (problem,) = page_problems([page(upper, lower)], 40)
    assert problem.message == 'the text "upper" and the text "lower" cover each other'
    assert page_problems([page(upper, Placed(50, 90, lower.block))], 40) == []


def test_the_room_for_one_persons_words_is_kept_free(style: Style) -> None:
    strip = Placed(50, 50, Block(200, 40, (words(style, "Name", 0, 12, None),)), slot="strip")
    over = Placed(50, 60, Block(300, 40, (words(style, "Mobilise", 100, 14),)))
    (problem,) = page_problems([page(strip, over)], 40)
    assert problem.message == 'the text "Mobilise" and the room for one person\'s words cover each other'


@pytest.mark.parametrize(("y", "covered"), [(-4, False), (-14, True)])
def test_one_persons_words_may_use_the_white_around_their_block(style: Style, y: float, covered: bool) -> None:
    shared = Placed(50, 50, Block(200, 20, (words(style, "Mobilise", 0, 14, None),)))
    strip = Placed(50, 80, Block(200, 20, (words(style, "Ann Lee", 0, y),)), slot="strip")
    problems = personal_problems([page(shared, strip)], 40)
    assert [problem.message for problem in problems] == ["this text and this text cover each other"] * covered
    assert all(problem.place == PLACE for problem in problems)


def test_blocks_of_one_table_share_their_room(style: Style) -> None:
    group = (Group(Role.TABLE, "chart"),)
    head = Placed(50, 50, Block(200, 30, ()), group)
    body = Placed(50, 80, Block(200, 30, (words(style, "Warm up", 0, -5),)), group)
    assert page_problems([page(head, body)], 40) == []
    assert page_problems([page(head, Placed(50, 80, body.block))], 40) != []


def test_a_persons_words_are_never_quoted(style: Style) -> None:
    kids = (words(style, "Ann Lee", 100, 100), words(style, "Mother of Ann", 110, 103))
    (problem,) = page_problems([page(Placed(50, 50, block(*kids)))], 40, private=True)
    assert problem.message == "this text and this text cover each other"
