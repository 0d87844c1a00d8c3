"""The word Sample: in both margins of every page, outside the live area, read aloud once, and no section torn apart."""

from __future__ import annotations

from generator.content.paper import VERTICAL_MARGIN
from generator.page.finished.sample import lay_out_mark, marked
from generator.page.measures import Style
from generator.page.page import Block, Element, Group, Page, Placed, Role, Words
from generator.shapes.geometry import MM

SECTION = (Group(Role.SECTION, "a"),)
BODY = Block(100, 20, (Element(Role.PARAGRAPH, ()),))


def pages() -> tuple[Page, ...]:
    top = VERTICAL_MARGIN * MM
    first = Page(595, 842, (Placed(50, top, BODY), Placed(50, 780, BODY, SECTION)))
    return first, Page(842, 595, (Placed(50, top, BODY, SECTION), Placed(50, 500, BODY)))


def test_head_and_foot_stand_in_the_margins_of_every_page(style: Style) -> None:
    for page in marked(pages(), lay_out_mark(style, "Sample")):
        above, *between, below = page.blocks
        assert len(between) == 2
        assert above.y > 0 and above.y + above.block.height <= VERTICAL_MARGIN * MM
        assert page.height - VERTICAL_MARGIN * MM <= below.y and below.y + below.block.height < page.height
        for placed in (above, below):
            assert abs(placed.x + placed.block.width / 2 - page.width / 2) < 0.01


def test_it_is_read_aloud_once_and_keeps_sections_whole(style: Style) -> None:
    first, second = marked(pages(), lay_out_mark(style, "Sample"))
    marks = [first.blocks[0], first.blocks[-1], second.blocks[0], second.blocks[-1]]
    roles = []
    for placed in marks:
        (element,) = placed.block.kids
        assert isinstance(element, Element) and isinstance(element.kids[0], Words)
        assert element.kids[0].run.text == "Sample"
        roles.append(element.role)
    assert roles == [Role.PARAGRAPH, Role.ARTIFACT, Role.ARTIFACT, Role.ARTIFACT]
    assert [placed.groups for placed in marks] == [(), SECTION, SECTION, ()]
