"""Pages of everybody come in; the same pages with the blocks of one person go out. Nothing else on them moves."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace

from generator.manuscript.personal import NOTE, NOTE_FOR
from generator.page.page import Block, Page, Placed

# Makes a person's block of the same size as everybody's.
Filler = Callable[[Block], Block]


def fill_slots(pages: Sequence[Page], fillers: Mapping[str, Filler]) -> tuple[Page, ...]:
    """Every block whose slot has a filler, exchanged."""
    return tuple(
        replace(page, blocks=tuple(_filled(placed, fillers) for placed in page.blocks))
        if any(placed.slot in fillers for placed in page.blocks)
        else page
        for page in pages
    )


def _filled(placed: Placed, fillers: Mapping[str, Filler]) -> Placed:
    filler = fillers.get(placed.slot)
    return replace(placed, block=filler(placed.block)) if filler else placed


def is_note(slot: str) -> bool:
    """Whether a block in this slot holds a note to one person."""
    return slot.partition(".")[0] in (NOTE, NOTE_FOR)


def share_blocks(placed: Iterable[Placed], known: Filler) -> tuple[Placed, ...]:
    """The same with blocks that `known` has met before: plans that differ in little then share most of their memory.

    Notes to one person are not made known.
    """
    return tuple(one if is_note(one.slot) else replace(one, block=known(one.block)) for one in placed)


def personal(pages: Iterable[Page], checked: Container[str] = ()) -> tuple[Page, ...]:
    """The pages with nothing on them but what was filled in: all that is left to check once everybody's pages are.

    `checked` are slots that need no look either.
    """
    return tuple(
        replace(page, blocks=tuple(one for one in page.blocks if one.slot and one.slot not in checked))
        for page in pages
    )


def impersonal(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages with the room of notes to one person, and nothing in it."""
    return tuple(replace(page, blocks=tuple(_emptied(one) for one in page.blocks)) for page in pages)


def _emptied(placed: Placed) -> Placed:
    block = placed.block
    return replace(placed, block=Block(block.width, block.height, ())) if is_note(placed.slot) else placed
