"""The strip of the front: for whom, and from when. The only block of it that bears a name."""

from __future__ import annotations

from collections.abc import Sequence

from generator.manuscript.personal import StripField
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role, Words
from generator.page.paragraph import set_word
from generator.page.sheet.front_sizes import FrontSizes
from generator.page.signs import decoration
from generator.shapes.geometry import MM
from generator.text.setter import Span

_SHARE = 0.56  # of the width, for the name
_APART = 3 * MM
_SMALLEST = 0.72  # of its size, before a name takes two lines
_TWO_LINES = 1.8  # how much higher two lines are than their size
_TINIEST = 6.5  # points, of a name for which two lines are too few


def lay_out_front_strip(style: Style, sizes: FrontSizes, fields: Sequence[StripField], width: float) -> Block:
    """Two fields in a row, whose height does not depend on what they say."""
    baseline = sizes.value * 1.05 + 1.0 * MM
    starts = (0.0, width * _SHARE)
    ends = (width * _SHARE - _APART, width)
    elements: list[Element] = []
    for field, start, end in zip(fields, starts, ends, strict=True):
        elements += _field(style, sizes, field, start, end, baseline)
    return Block(width, baseline + 1.4 * MM, (Element(Role.SECTION, tuple(elements)),))


def _field(style: Style, sizes: FrontSizes, field: StripField, x: float, end: float, baseline: float) -> list[Element]:
    label = set_word(style, field.label, x, baseline, sizes.label)
    start = x + label.run.width + 2 * MM
    if not field.value:
        rule = decoration(Line(start, baseline + 0.5 * MM, end, baseline + 0.5 * MM, 0.75, style.inks.line))
        return [Element(Role.PARAGRAPH, (label,)), rule]
    return [Element(Role.PARAGRAPH, (label, *_value(style, sizes, field.value, start, end - start, baseline)))]


def _value(style: Style, sizes: FrontSizes, value: str, x: float, room: float, baseline: float) -> tuple[Words, ...]:
    """In one line, smaller if need be; else in two over one another."""
    # What no face has a letter for is no width, and told elsewhere.
    wide = max(style.setter.width(value, sizes.value, "semibold"), 1.0)
    size = min(sizes.value, sizes.value * room / wide)
    if size >= sizes.value * _SMALLEST:
        return (set_word(style, value, x, baseline, size, "semibold"),)
    spans = [Span(value, "semibold")]
    size = min(sizes.value * _SMALLEST, baseline / _TWO_LINES)
    # A name is never refused for its length: more than two lines are as high as two.
    while size > _TINIEST and len(style.setter.lines(spans, size, room)) * size > baseline:
        size -= 0.25
    lines = style.setter.lines(spans, size, room)
    first = baseline - size * 1.02 * (len(lines) - 1)
    return tuple(
        Words(x + piece.x, first + index * size * 1.02, piece.run, style.inks.ink)
        for index, line in enumerate(lines)
        for piece in line.pieces
    )
