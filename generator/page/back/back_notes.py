"""Notes to one person over the fortnights, where there is no page in front that says them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.chart import RowNotes
from generator.page.measures import Style
from generator.page.page import Block, Element, Role
from generator.page.paragraph import set_lines
from generator.page.personal_note import note_lines
from generator.page.signs import CAP_MIDDLE

_LEAD = 1.15  # from line to line, as a share of the size
_AFTER = 0.6  # from a note to the next, as a share of the size


@dataclass(frozen=True, slots=True)
class NotesOver:
    """Room for the notes of exercises: its height depends on how many lines they take, and on nothing that they say."""

    style: Style
    size: float
    width: float

    def body_of(self, notes: RowNotes) -> Block:
        """One under the other."""
        size, y = self.size, 0.0
        elements = []
        for _, own in notes:
            for note in own:
                lines = note_lines(self.style, note, self.width, size)
                words = set_lines(lines, 0, y + 2 * CAP_MIDDLE * size, size * _LEAD)
                elements.append(Element(Role.PARAGRAPH, words.items))
                y += (2 * CAP_MIDDLE + (len(lines) - 1) * _LEAD + _AFTER) * size
        return Block(self.width, y, tuple(elements))
