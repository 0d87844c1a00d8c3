"""The word Sample at the head and foot of every page of a made-up sheet.

It stands in the margins, so that a sample is laid out as the real sheet will be, and covers nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.content.paper import VERTICAL_MARGIN
from generator.page.measures import Style
from generator.page.page import Block, Element, Page, Placed, Role
from generator.page.paragraph import set_word
from generator.page.signs import decoration
from generator.shapes.geometry import MM

# Between the words and the live area (points). A printer that needs the whole margin cuts one of them, and never both.
_APART = 3.0


@dataclass(frozen=True, slots=True)
class SampleMark:
    """The same words twice: read aloud once for a document, seen on every page."""

    read: Block
    seen: Block


def lay_out_mark(style: Style, text: str) -> SampleMark:
    """A line as wide as its words."""
    size = style.theme.body
    words = set_word(style, text, 0, size * 0.95, size, "bold")
    width, height = words.run.width, size * 1.2
    return SampleMark(
        Block(width, height, (Element(Role.PARAGRAPH, (words,)),)), Block(width, height, (decoration(words),))
    )


def marked(pages: Sequence[Page], mark: SampleMark) -> tuple[Page, ...]:
    """The pages with the mark in the middle of the upper and of the lower margin."""
    return tuple(_marked(page, mark, first=number == 0) for number, page in enumerate(pages))


def _marked(page: Page, mark: SampleMark, *, first: bool) -> Page:
    """In the groups of its neighbours: a phase or a table that goes on over a page break stays one element."""
    head, foot = (mark.read if first else mark.seen), mark.seen
    x, margin = (page.width - head.width) / 2, VERTICAL_MARGIN * MM
    above = Placed(x, margin - head.height - _APART, head, () if first else page.blocks[0].groups)
    below = Placed(x, page.height - margin + _APART, foot, page.blocks[-1].groups)
    return replace(page, blocks=(above, *page.blocks, below))
