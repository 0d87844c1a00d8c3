"""What fills the room that is left on the front: what to remember."""

from __future__ import annotations

from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role
from generator.page.paragraph import set_word
from generator.page.points import set_points
from generator.page.sheet.front_sizes import FrontSizes
from generator.page.signs import decoration
from generator.shapes.geometry import MM


def lay_out_remember(style: Style, sizes: FrontSizes, remember: tuple[str, tuple[str, ...]], width: float) -> Block:
    """Head and points under a hairline."""
    name, said = remember
    head = set_word(style, name, 0, sizes.name * 0.72 + 1.6 * MM, sizes.name, "bold")
    points, end = set_points(style, said, 0, head.y + sizes.lead * 1.1, width, sizes.body, sizes.lead)
    kids = (
        decoration(Line(0, 0, width, 0, 0.5, style.inks.line)),
        Element(Role.SECTION, (Element(Role.HEADING_2, (head,)), Element(Role.LIST, tuple(points)))),
    )
    return Block(width, end - sizes.lead + sizes.body * 0.4, kids)
