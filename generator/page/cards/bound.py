"""Units of card pages become pages: a running head, what stands between, lines for notes in much white, a footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.manuscript.cards.card_pages import CardPages
from generator.page.cards.closing import lay_out_notes
from generator.page.cards.space import WHITE
from generator.page.measures import Frame, Style
from generator.page.page import Block, Element, Page, Placed, Role
from generator.page.page_number import BASELINE, NUMBER, number_room
from generator.page.paragraph import set_column, set_word
from generator.page.signs import decoration
from generator.page.unit import Unit
from generator.text.setter import Span

_RULE = 1.2


@dataclass(frozen=True, slots=True)
class Binding:
    """What all of the pages have in common."""

    style: Style
    frame: Frame
    cards: CardPages

    @property
    def first_head(self) -> float:
        """How much more the head takes on the first page than on the others."""
        return self.top(first=True) - self.top(first=False)

    def top(self, *, first: bool) -> float:
        """Where the first card begins, with its rule on that line."""
        head = self.head(first=first)
        return self.frame.top + (head.height + self.style.theme.small * 0.45 if head else _RULE / 2)

    @property
    def foot(self) -> float:
        """Where the footer begins."""
        return self.frame.bottom - self.footer().height

    @property
    def room(self) -> float:
        large = self.style.theme.tall_rows
        return self.foot - self.style.theme.card_step * (0.1 if large else 0.3) - self.top(first=False)

    def number(self) -> Block:
        return number_room(self.style, self.cards.footer.page_line(88, 88))

    def head(self, *, first: bool) -> Block | None:
        """Title, and what the pages are. In large type only the first page has it: the footer says the title.

        The title is decoration, since it has been read, but for pages alone; what the pages are is said once.
        """
        theme, width = self.style.theme, self.frame.live
        if theme.stacked and not first:
            return None
        y = theme.small * 0.8
        title = set_word(self.style, self.cards.title, 0, y, theme.small, "semibold")
        what = set_word(self.style, self.cards.head, width, y, theme.small, ink=self.style.inks.grey, align="end")
        if title.run.width + theme.step > what.x:
            what = replace(what, x=0.0, y=y + theme.small * 1.25)
        titled = Element(Role.TITLE, (title,)) if self.cards.alone and first else decoration(title)
        said = Element(Role.HEADING_2, (what,)) if first else decoration(what)
        return Block(width, what.y + theme.small * 0.2, (titled, said), (self.cards.head, 1) if first else None)

    def footer(self) -> Block:
        """Which handout this is, in as many lines as it needs beside the page number."""
        theme, footer = self.style.theme, self.cards.footer
        room = self.frame.live - self.number().width - theme.step * 0.4
        text = footer.behind_large if theme.stacked and not self.style.narrow else footer.behind
        spans = [Span(text, "regular", self.style.inks.grey)]
        step = theme.smallest * 1.2
        lines = len(self.style.setter.lines(spans, theme.smallest, room))
        height = max(step * lines, self.number().height)
        last = height - self.number().height * (1 - BASELINE)
        words = set_column(self.style, spans, 0, last - step * (lines - 1), room, theme.smallest, step)
        return Block(self.frame.live, height, (decoration(*words.items),))


def bind(binding: Binding, pages: Sequence[Sequence[Unit]]) -> tuple[Page, ...]:
    """One page for each group of units, from the top down."""
    return tuple(_page(binding, units, first=not at) for at, units in enumerate(pages))


def _page(binding: Binding, units: Sequence[Unit], *, first: bool) -> Page:
    frame = binding.frame
    head = binding.head(first=first)
    placed = [Placed(frame.start, frame.top, head)] if head else []
    y = binding.top(first=first)
    for index, unit in enumerate(units):
        y += unit.part.apart if index else 0.0
        for block, slot in zip(unit.blocks, unit.slots, strict=True):
            placed.append(Placed(frame.start, y, block, (), slot))
            y += block.height + unit.gap
        y -= unit.gap
    if binding.foot - y > WHITE:
        top = y + binding.style.theme.step
        room = binding.foot - binding.style.theme.step * 0.5 - top
        notes = lay_out_notes(binding.style, binding.cards.notes_head, frame.live, room)
        placed.append(Placed(frame.start, top, notes))
    number = binding.number()
    placed.append(Placed(frame.start, binding.foot, binding.footer()))
    placed.append(Placed(frame.end - number.width, frame.bottom - number.height, number, slot=NUMBER))
    return Page(frame.width, frame.height, tuple(placed))
