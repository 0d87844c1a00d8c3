"""A paragraph of the clinician's copy, set under what stands over it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.page.clinician.copy_measures import CopySizes
from generator.page.measures import Style
from generator.page.page import Element, Role
from generator.page.paragraph import set_column
from generator.page.signs import TAIL
from generator.text.setter import Span


def set_paragraph(
    style: Style, sizes: CopySizes, spans: Sequence[Span], x: float, y: float, width: float
) -> tuple[list[Element], float]:
    """Lines under the edge `y`, and their lower edge."""
    words = set_column(style, spans, x, y + sizes.step - TAIL * sizes.text, width, sizes.text, sizes.step)
    return [Element(Role.PARAGRAPH, words.items)], words.next - sizes.step + TAIL * sizes.text
