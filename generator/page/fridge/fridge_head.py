"""What the pages for the fridge open with: title, line, code and strip on page 1, less of it on those that follow."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.fridge import FridgeOpening
from generator.page.codes.code_block import code_lines, code_of, place_code
from generator.page.measures import Style
from generator.page.page import Block, Element, Role
from generator.page.paragraph import set_column, set_word
from generator.page.personal_note import lay_out_note
from generator.page.signs import TAIL, decoration
from generator.page.strip import FIRST_ROW, STRIP, first_row, lay_out_strip
from generator.shapes.geometry import MM
from generator.text.setter import Span

# From a note to what stands over it.
NOTE_APART = 2 * MM
_NARROW = 1.35  # of the code's width
_ADDRESS_SHARE = 0.35  # of the width; the title stands beside the address


@dataclass(frozen=True, slots=True)
class Head:
    """Title and what stands with it, and the strip to fill in: its place below the head's top, and its slot.

    A note to one person, with its slot, ends the head of page 1.
    """

    block: Block
    fields: Block
    below: float
    slot: str = STRIP
    note: tuple[Block, str] | None = None

    @property
    def height(self) -> float:
        above = max(self.block.height, self.below + self.fields.height)
        return above + NOTE_APART + self.note[0].height if self.note else above


def lay_out_later_head(style: Style, opening: FridgeOpening, width: float) -> Head:
    """The head of a following page: its title is decoration, since it has been read, and once more would be another."""
    size = style.theme.fridge_line
    title = set_column(style, [Span(opening.title, "bold", style.inks.ink)], 0, size, width, size, size * 1.15)
    fields = lay_out_strip(style, first_row(style, opening.fields), width)
    below = title.next - size * 0.75 + style.theme.step * 0.2 - style.theme.small * 0.1
    return Head(Block(width, below, (decoration(*title.items),)), fields, below, FIRST_ROW)


def lay_out_first_head(style: Style, opening: FridgeOpening, width: float) -> Head:
    """Title and line with the code beside them."""
    theme, inks = style.theme, style.inks
    elements: list[Element] = []
    room = title_room = width
    end = 0.0
    if opening.video:
        # In large type a narrow address leaves the title more room.
        rather = theme.code * _NARROW if theme.stacked else 0.0
        symbol = code_of(opening.video, theme.code)
        lines = code_lines(style, symbol, width * _ADDRESS_SHARE, rather)
        size, quiet = symbol.side, symbol.quiet
        code, end = place_code(style, symbol, lines, width, 0, end=True)
        aside = not theme.stacked
        edge = width - size - max(theme.step * 0.75, quiet) if aside else width
        end += 0.0 if aside else theme.step - theme.body * TAIL
        line_of = theme.step * 0.76 if aside else end
        words = set_word(style, opening.video.words, edge, line_of, theme.body, "bold", inks.accent, align="end")
        elements = [Element(Role.PARAGRAPH, (words,)), *code]
        address = max(style.setter.width(text, theme.small) for text in lines)
        room = width - max(size + theme.step * 1.25, address + theme.step)
        title_room = words.x - theme.step if aside else room
    below = theme.fridge_title * 1.12
    spans = [Span(opening.title, "bold", inks.ink)]
    title = set_column(style, spans, 0, below * 0.82, title_room, theme.fridge_title, below)
    step = theme.fridge_line * 1.25
    spans = [Span(opening.line, "semibold", inks.accent)]
    line = set_column(style, spans, 0, title.next - below * 0.82 + step, room, theme.fridge_line, step)
    texts = [Element(Role.TITLE, title.items), Element(Role.PARAGRAPH, line.items)]
    end = max(line.next - step * 0.8, end + theme.body * TAIL)
    block = Block(width, end, (Element(Role.SECTION, (*texts, *elements)),))
    below = line.next - step * 0.8 + theme.step * 0.5 - theme.small * 0.1
    note = (lay_out_note(style, opening.note, width), opening.note.key) if opening.note else None
    return Head(block, lay_out_strip(style, opening.fields, room), below, note=note)
