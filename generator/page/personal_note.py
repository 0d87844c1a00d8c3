"""A note to one person in its frame: on page 1, and with the exercise that it is about. Each has a slot of its own.

Its height depends on nothing but its number of lines: whoever has notes of as many lines shares all the rest.
"""

from __future__ import annotations

from generator.manuscript.personal import NOTE, PersonalNote, PersonalNotes
from generator.page.measures import Style
from generator.page.page import Block, Element, Role, Shape
from generator.page.paragraph import set_lines
from generator.page.signs import CAP_MIDDLE, decoration
from generator.page.slots import Filler
from generator.problems import ContentError, Problem, place_of
from generator.shapes.outlines import rectangle
from generator.text.setter import Span, TextLine

_PAD = 0.42  # steps from the frame to its words, above and below
_SIDE = 0.7  # the same at the sides
_FRAME, _EXERCISE_FRAME = 1.6, 0.85


def note_lines(style: Style, note: PersonalNote, width: float, size: float) -> tuple[TextLine, ...]:
    """Its lines in a frame of this width."""
    ink = style.inks.ink
    spans = [Span(note.lead + " ", "bold", ink), Span(note.text, "regular", ink)]
    return style.setter.lines(spans, size, width - 2 * _SIDE * style.theme.step)


def lay_out_note(style: Style, note: PersonalNote, width: float) -> Block:
    """As high as its lines need, whatever it says."""
    size, step = style.theme.body, style.theme.step
    lines = note_lines(style, note, width, size)
    first = step * _PAD + size * 2 * CAP_MIDDLE
    height = first + (len(lines) - 1) * step + step * _PAD + size * 0.1
    stroke = _FRAME if note.key == NOTE else _EXERCISE_FRAME
    shape = rectangle(stroke / 2, stroke / 2, width - stroke, height - stroke, step * 0.2)
    frame = decoration(Shape(shape, stroke=style.inks.ink, width=stroke))
    words = Element(Role.PARAGRAPH, set_lines(lines, step * _SIDE, first, step).items)
    return Block(width, height, (frame, words), place=place_of(note.text))


def note_fillers(style: Style, notes: PersonalNotes) -> dict[str, Filler]:
    """What goes into the slots of a person's notes."""
    return {note.key: _filler(style, note) for note in notes.all}


def _filler(style: Style, note: PersonalNote) -> Filler:
    def fill(block: Block) -> Block:
        made = lay_out_note(style, note, block.width)
        if made.height > block.height + 0.01:
            message = "this note does not fit into its place"
            raise ContentError([Problem(message, place_of(note.text), note.key, "write less", rule="text-fit")])
        return made

    return fill
