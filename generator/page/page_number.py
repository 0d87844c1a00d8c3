"""The number of a page, in a slot: which it is, and of how many, is known when all pieces are laid out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.page.measures import Style
from generator.page.page import Block, Element, Placed, Role
from generator.page.paragraph import set_word

# The slot of the block that says which page it is.
NUMBER = "page number"

BASELINE = 0.74  # of the block's height


def number_room(style: Style, widest: str) -> Block:
    """Empty room for a page's number, which may be as wide as that."""
    size = style.theme.page_number
    return Block(style.setter.width(widest, size, "semibold"), size * 1.3, ())


def numbered(style: Style, words: str, placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """The blocks of a page with its number, at the far edge of the room for it."""
    return tuple(replace(one, block=_number(style, words, one.block)) if one.slot == NUMBER else one for one in placed)


def _number(style: Style, words: str, room: Block) -> Block:
    size = style.theme.page_number
    word = set_word(style, words, room.width, room.height * BASELINE, size, "semibold", align="end")
    return replace(room, kids=(Element(Role.PARAGRAPH, (word,)),))
