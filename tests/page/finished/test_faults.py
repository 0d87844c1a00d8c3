"""Pages that cannot be printed: what is said of them, and that a client's words are pointed at, never quoted."""

from __future__ import annotations

import pytest

from generator.page.finished.faults import page_problems
from generator.page.measures import Style
from generator.page.page import Block, Element, Page, Placed, Role
from generator.page.paragraph import set_word
from generator.problems import Place, Prose

PLACE = Place("roster.csv", 8, 2)


def page_of(style: Style, text: str, width: float = 200, y: float = 100) -> Page:
    word = set_word(style, Prose(text, PLACE), 0, 12, 12)
    return Page(400, 500, (Placed(50, y, Block(width, 20, (Element(Role.PARAGRAPH, (word,)),), place=PLACE)),))


KAF, HE, NUN = "כ (U+05DB hebrew letter kaf)", "ה (U+05D4 hebrew letter he)", "ן (U+05DF hebrew letter final nun)"


@pytest.mark.parametrize(
    ("text", "width", "y", "message", "quoted"),
    [
        ("Ann 膝", 200, 100, "the fonts lack 膝 (U+819D cjk unified ideograph-819d)", ' of "Ann 膝"'),
        ("כהן 王小", 200, 100, f"the fonts lack {KAF}, {HE}, {NUN} and 2 more", ' of "כהן 王小"'),
        ("Wolfe", 10, 100, "this text does not fit", ': "Wolfe"'),
        ("Ann", 200, 495, "this does not fit on one page", ""),
    ],
)
def test_what_is_said(style: Style, text: str, width: float, y: float, message: str, quoted: str) -> None:
    for private in (False, True):
        (problem,) = page_problems([page_of(style, text, width, y)], 40, private=private)
        assert problem.message == (message if private else message + quoted)
        assert problem.place == PLACE


def test_a_good_page_has_no_problems(style: Style) -> None:
    assert page_problems([page_of(style, "Ann Lee")], 40) == []
