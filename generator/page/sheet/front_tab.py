"""The line over the exercises of a phase: its name in the accent, beside it when and with what; or that it goes on."""

from __future__ import annotations

from generator.manuscript.sheet_front import FrontPhase
from generator.page.measures import Style
from generator.page.page import Block, Element, Role, Shape
from generator.page.paragraph import set_column, set_word
from generator.page.sheet.front_sizes import FrontSizes
from generator.page.signs import CAP_MIDDLE, decoration
from generator.shapes.geometry import MM
from generator.shapes.outlines import rectangle
from generator.text.setter import Span

_PAD = 3 * MM
_BESIDE = 2.5 * MM
_BELOW = 0.8 * MM


def lay_out_front_tab(style: Style, sizes: FrontSizes, phase: FrontPhase, width: float, *, words: bool) -> Block:
    """`words`: what else the phase says of itself stands beside or under it."""
    height = sizes.tab_height
    baseline = height / 2 + sizes.tab * CAP_MIDDLE
    label = set_word(style, phase.name, _PAD, baseline, sizes.tab, "bold", style.inks.white)
    end = min(label.run.width + 2 * _PAD, width)
    shape = Shape(rectangle(0, 0, end, height, 1.2 * MM), fill=style.inks.accent)
    elements = [decoration(shape), Element(Role.HEADING_2, (label,))]
    text = " ".join((_sentence(phase.about), *phase.more)) if words and phase.more else phase.about
    bottom = height
    if text:
        more, bottom = _beside(style, sizes, text, end + _BESIDE, width, baseline)
        elements.append(more)
    section = Element(Role.SECTION, tuple(elements))
    return Block(width, max(height, bottom) + _BELOW, (section,), (phase.name, 1))


def _sentence(text: str) -> str:
    return text if not text or text[-1] in ".!?" else text + "."


def _beside(
    style: Style, sizes: FrontSizes, text: str, x: float, width: float, baseline: float
) -> tuple[Element, float]:
    """Beside the name in a line or two; longer texts begin there and go on under it, as wide as the column."""
    size, step = sizes.body, sizes.lead * 0.96
    spans = [Span(text, "regular", style.inks.ink)]
    if len(style.setter.lines(spans, size, width - x)) > 2:
        column = set_column(style, spans, 0.0, baseline + step * 1.28, width, size, step)
    else:
        column = set_column(style, spans, x, baseline, width - x, size, step)
    return Element(Role.PARAGRAPH, column.items), column.next - step + size * 0.25


def lay_out_continued(style: Style, sizes: FrontSizes, phase: FrontPhase, width: float, *, words: bool) -> Block:
    """Where a phase goes on: its name, with `words` the rest between sets if that has room."""
    baseline = sizes.tab_height / 2 + sizes.body * CAP_MIDDLE
    word = set_word(style, phase.continued, 0, baseline, sizes.code_name, "semibold", style.inks.grey)
    elements = [Element(Role.PARAGRAPH, (word,))]
    x = word.run.width + 1.7 * MM
    if words and phase.rest and x + style.setter.width(phase.rest, sizes.body) <= width:
        elements.append(Element(Role.PARAGRAPH, (set_word(style, phase.rest, x, baseline, sizes.body),)))
    return Block(width, sizes.tab_height + _BELOW, tuple(elements))
