"""What stands over and under the exercises of the clinician's copy: facts; rule, warnings, measures, signature."""

from __future__ import annotations

from collections.abc import Sequence

from generator.manuscript.clinician_copy import ClinicianCopy, CopiedMeasure, Lines
from generator.page.clinician.copy_measures import CopySizes
from generator.page.clinician.copy_paragraph import set_paragraph
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import TAIL, decoration
from generator.shapes.geometry import MM
from generator.text.setter import Span

_LINE = 0.75  # of a line to write on
_FOR_VALUE, _TO_LINE = 18 * MM, 1.5 * MM
_PEN = 7 * MM  # what a pen needs above a line


def lay_out_title(style: Style, sizes: CopySizes, copy: ClinicianCopy, width: float, *, first: bool) -> Block:
    """The title and what it is a copy of, side by side if they fit; only on the first page it is the document's."""
    inks, size = style.inks, sizes.title
    title = set_word(style, copy.title, 0, size * 0.8, size, "bold")
    spans = [Span(f"{copy.routine}. ", "semibold", inks.accent), Span(copy.clinic, "regular", inks.ink)]
    beside = title.run.width + sizes.gutter
    x, y = (beside, size * 0.8) if _fit(style, sizes, spans, width - beside) else (0.0, size * 0.8 + sizes.name * 1.5)
    words = set_column(style, spans, x, y, width - x, sizes.name, sizes.name * 1.2)
    role = Role.TITLE if first else Role.PARAGRAPH
    height = max(words.next - sizes.name * (1.2 - TAIL), size * (0.8 + TAIL))
    return Block(width, height, (Element(role, (title,)), Element(Role.PARAGRAPH, words.items)))


def _fit(style: Style, sizes: CopySizes, spans: Sequence[Span], width: float) -> bool:
    return len(style.setter.lines(spans, sizes.name, width)) == 1


def lay_out_run(style: Style, sizes: CopySizes, head: str, lines: Lines, width: float) -> Block:
    """A head, and behind it all lines in one paragraph."""
    ink = style.inks.ink
    spans = [Span(f"{head}  ", "bold", style.inks.accent)] if head else []
    for lead, text in lines:
        spans += [Span(f"{lead} ", "bold", ink), Span(f"{text}  ", "regular", ink)]
    elements, height = set_paragraph(style, sizes, spans, 0, 0, width)
    return Block(width, height, tuple(elements))


def lay_out_measure(style: Style, sizes: CopySizes, measure: CopiedMeasure, width: float) -> Block:
    """What is measured, and lines for its values beside it, or under it on a narrow page."""
    lead, text = measure.text
    spans = [Span(f"{lead}, ", "bold", style.inks.ink), Span(text, "regular", style.inks.ink)]
    if sizes.narrow:
        elements, y = set_paragraph(style, sizes, spans, 0, 0, width)
        lines, height = _lines(style, sizes, [(label, _FOR_VALUE) for label in measure.labels], 0, y + sizes.writing)
        return Block(width, height, (*elements, *lines))
    labels = [(label, _FOR_VALUE) for label in measure.labels]
    taken = sum(style.setter.width(label, sizes.text) + length + _TO_LINE + sizes.gutter for label, length in labels)
    elements, height = set_paragraph(style, sizes, spans, 0, 0, width - taken)
    lines, low = _lines(style, sizes, labels, width - taken + sizes.gutter, max(height - TAIL * sizes.text, _PEN))
    return Block(width, max(height, low), (*elements, *lines))


def lay_out_signature(style: Style, sizes: CopySizes, labels: Sequence[str], width: float) -> Block:
    """Lines for a name and a date."""
    fields = [(label, width * share) for label, share in zip(labels, (0.5, 0.22), strict=True)]
    lines, height = _lines(style, sizes, fields, 0, sizes.writing)
    return Block(width, height, tuple(lines))


def _lines(
    style: Style, sizes: CopySizes, fields: Sequence[tuple[str, float]], x: float, baseline: float
) -> tuple[list[Element], float]:
    """Labels with lines of so many points behind them, side by side, and their lower edge."""
    elements: list[Element] = []
    for label, length in fields:
        word = set_word(style, label, x, baseline, sizes.text)
        start, y = x + word.run.width + _TO_LINE, baseline + 0.8 * MM
        line = Line(start, y, start + length, y, _LINE, style.inks.line)
        elements += [Element(Role.PARAGRAPH, (word,)), decoration(line)]
        x = start + length + sizes.gutter
    return elements, baseline + 1.2 * MM
