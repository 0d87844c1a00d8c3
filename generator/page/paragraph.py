"""Running text set into a column: spans in, placed words and the next baseline out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.page.measures import Style
from generator.page.page import Ink, Words
from generator.text.setter import Span, TextLine


@dataclass(frozen=True, slots=True)
class SetColumn:
    """Set text: `items` to put into an element, `next` the baseline where another line would stand."""

    items: tuple[Words, ...]
    next: float
    lines: int


def set_lines(lines: Sequence[TextLine], x: float, y: float, step: float) -> SetColumn:
    """Lines at x, the first baseline at y, `step` points apart."""
    items = tuple(
        Words(x + piece.x, y + index * step, piece.run, _ink(piece.tone))
        for index, line in enumerate(lines)
        for piece in line.pieces
    )
    return SetColumn(items, y + len(lines) * step, len(lines))


def set_column(
    style: Style, spans: Sequence[Span], x: float, y: float, width: float, size: float, step: float
) -> SetColumn:
    """Break and place a paragraph; the tone of every span is its ink."""
    return set_lines(style.setter.lines(spans, size, width), x, y, step)


def set_word(
    style: Style,
    text: str,
    x: float,
    y: float,
    size: float,
    weight: str = "regular",
    ink: Ink | None = None,
    *,
    align: str = "start",
) -> Words:
    """One unbroken piece of text; `align` says which part of it stands at x: start, middle or end."""
    run = style.setter.run(text, size, weight)
    shift = {"start": 0.0, "middle": run.width / 2, "end": run.width}[align]
    return Words(x - shift, y, run, ink or style.inks.ink)


def _ink(tone: object) -> Ink:
    if not isinstance(tone, Ink):
        raise TypeError("a span on a page carries its ink as tone")
    return tone
