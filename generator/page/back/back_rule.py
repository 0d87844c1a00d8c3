"""What to do after each week: moving up, staying, stepping back, each beside its shape of the pain rule."""

from __future__ import annotations

from generator.manuscript.back import Back
from generator.page.back.back_measures import BackSizes
from generator.page.back.back_shapes import KINDS, bare_shape
from generator.page.chart.chart_measures import DROP, RISE
from generator.page.measures import Style
from generator.page.page import Block, Element, Role
from generator.page.paragraph import set_lines, set_word
from generator.page.signs import CAP_MIDDLE
from generator.shapes.geometry import MM
from generator.text.setter import Span

_BESIDE = 3.2 * MM  # from a shape to its words
_APART = 1.2 * MM  # between the three


def lay_out_rule(style: Style, sizes: BackSizes, back: Back, width: float) -> Block | None:
    """Nothing where no exercise has steps."""
    if not back.rule:
        return None
    ink = style.inks.ink
    title = set_word(style, back.rule_title, 0, sizes.head * RISE, sizes.head, "bold")
    elements = [Element(Role.HEADING_2, (title,))]
    y = sizes.head * (RISE + DROP) + 1.0 * MM
    x = sizes.shape + _BESIDE
    for kind, (lead, text) in zip(KINDS, back.rule, strict=True):
        spans = [Span(f"{lead} ", "bold", ink), Span(text, "regular", ink)]
        lines = style.setter.lines(spans, sizes.text, width - x)
        alone = y + sizes.shape / 2 + sizes.text * CAP_MIDDLE  # a single line stands in the middle of its shape
        words = set_lines(lines, x, alone if len(lines) == 1 else y + sizes.text * RISE, sizes.lead)
        elements += [bare_shape(style, kind, 0, y, sizes.shape), Element(Role.PARAGRAPH, words.items)]
        y = max(words.next - sizes.lead + DROP * sizes.text, y + sizes.shape) + _APART
    return Block(width, y - _APART, tuple(elements))
