"""The clinician's note on the front, in the only frame between head and safety: printed, or a line to write on."""

from __future__ import annotations

from generator.manuscript.sheet_front import FrontHead
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role, Shape
from generator.page.paragraph import set_word
from generator.page.personal_note import lay_out_note
from generator.page.sheet.front_sizes import FrontSizes
from generator.page.signs import decoration
from generator.shapes.geometry import MM
from generator.shapes.outlines import rectangle

_FRAME = 1.6
_PAD = 4 * MM
_WRITING = 9.2 * MM  # the box with a line to write on
_TWO_LINES = 20 * MM  # the same in large print


def lay_out_front_note(style: Style, sizes: FrontSizes, head: FrontHead, width: float) -> tuple[Block, str]:
    """The block and its slot, which is empty where there is nothing to exchange."""
    if head.note:
        return lay_out_note(style, head.note, width), head.note.key
    large = style.theme.tall_rows
    height = _TWO_LINES if large else _WRITING
    baseline = 8 * MM if large else _WRITING / 2 + sizes.note * 0.35
    label = set_word(style, head.note_lead, _PAD, baseline, sizes.note, "bold")
    start, rule, end = _PAD + label.run.width + 2 * MM, baseline + 0.7 * MM, width - _PAD
    lines = [Line(start, rule, end, rule, 0.75, style.inks.line)]
    if large:
        lines.append(Line(_PAD, 17 * MM, end, 17 * MM, 0.75, style.inks.line))
    shape = rectangle(_FRAME / 2, _FRAME / 2, width - _FRAME, height - _FRAME, 2 * MM)
    frame = Shape(shape, stroke=style.inks.ink, width=_FRAME)
    kids = (decoration(frame), Element(Role.PARAGRAPH, (label,)), decoration(*lines))
    return Block(width, height, kids), ""
