"""The text of an exercise card: numbered steps, and notes with their signs, set into a column of any width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.manuscript.card import CardNote
from generator.page.measures import Style
from generator.page.page import Element, Line, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import decoration, note_sign
from generator.text.setter import Span

# Notes that have no sign of their own.
_UNMARKED = ("phase", "why", "measure", "begin")


@dataclass(frozen=True, slots=True)
class TextMeasure:
    """How wide text may be: `width`, and `below` the baseline `until` another width."""

    width: float
    until: float = float("inf")
    below: float = 0.0

    def at(self, y: float) -> float:
        return self.width if y < self.until else self.below


def set_steps(
    style: Style, steps: Sequence[str], x: float, y: float, measure: TextMeasure, *, after: int = 0
) -> tuple[list[Element], float]:
    """Numbered steps, the first baseline at y; returns the next baseline.

    `after` is how many stand on an earlier page.
    """
    theme, inks = style.theme, style.inks
    rows = []
    for index, text in enumerate(steps, after + 1):
        label = set_word(style, str(index), x, y, theme.body, "bold", inks.accent)
        spans = [Span(text, "regular", inks.ink)]
        body = set_column(style, spans, x + theme.hang, y, measure.at(y) - theme.hang, theme.body, theme.step)
        rows.append(Element(Role.LIST_ITEM, (Element(Role.LABEL, (label,)), Element(Role.LIST_BODY, body.items))))
        y = body.next
    return [Element(Role.LIST, tuple(rows), numbered=True)] if rows else [], y


def divider(style: Style, x: float, y: float, width: float) -> tuple[Element, float]:
    """A line where the next step's baseline would be y; returns the baseline of the first note."""
    step = style.theme.step
    line = y - step * 0.6
    return decoration(Line(x, line, x + width, line, 0.5, style.inks.line)), y + step * 0.3


def set_notes(
    style: Style, notes: Sequence[CardNote], x: float, y: float, measure: TextMeasure
) -> tuple[list[Element], float]:
    """Notes behind their signs; returns the next baseline."""
    theme, inks = style.theme, style.inks
    elements = []
    for note in notes:
        if note.kind not in _UNMARKED:
            elements.append(note_sign(style, note.kind, x, y))
        lead = [Span(note.label + " ", "bold", inks.ink)] if note.label else []
        spans = [*lead, Span(note.text, "regular", inks.ink)]
        body = set_column(style, spans, x + theme.hang, y, measure.at(y) - theme.hang, theme.body, theme.step)
        elements.append(Element(Role.PARAGRAPH, body.items))
        y = body.next
    return elements, y
