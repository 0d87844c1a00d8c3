"""An exercise of the clinician's copy: small pictures, name and days, and what was prescribed."""

from __future__ import annotations

from generator.manuscript.clinician_copy import CopiedExercise, CopiedPhase
from generator.page.clinician.copy_measures import CopySizes
from generator.page.clinician.copy_paragraph import set_paragraph
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role
from generator.page.paragraph import set_column
from generator.page.signs import TAIL, decoration
from generator.page.small_pictures import place_pictures
from generator.text.setter import Span

_NAME_SHARE = 0.38  # of the width beside the pictures
_NAME_STEP = 1.12
_RULE = 0.5


def lay_out_phase_head(style: Style, sizes: CopySizes, phase: CopiedPhase, width: float) -> Block:
    spans = [Span(f"{phase.name}  ", "bold", style.inks.accent), Span(phase.text, "regular", style.inks.ink)]
    words = set_column(style, spans, 0, sizes.name, width, sizes.name, sizes.name * _NAME_STEP)
    height = words.next - sizes.name * (_NAME_STEP - TAIL) + sizes.row_air
    return Block(width, height, (Element(Role.HEADING_2, words.items),), (phase.name, 1))


def lay_out_row(
    style: Style, sizes: CopySizes, exercise: CopiedExercise, width: float, more: float = 0.0, *, whole: bool
) -> Block:
    """Under a hairline. `more` is what its pictures may be higher than they need; `whole` adds the dose in words."""
    top = sizes.row_air + _RULE
    start = sizes.pictures + sizes.gutter
    words, end = _words(style, sizes, exercise, start, top, width - start, whole=whole)
    height = max(end, top + sizes.picture_least) + more
    line = decoration(Line(0, 0, width, 0, _RULE, style.inks.line))
    pictures = place_pictures(style, exercise.panels, 0, top, sizes.pictures, height - top)
    section = Element(Role.SECTION, (line, *words[:1], *pictures, *words[1:]))
    return Block(width, height + sizes.row_air, (section,), (f"{exercise.number}  {exercise.name}", 2), exercise.place)


def _words(
    style: Style, sizes: CopySizes, exercise: CopiedExercise, x: float, top: float, width: float, *, whole: bool
) -> tuple[list[Element], float]:
    """Name and days, and beside them or under them what was prescribed; returns their lower edge."""
    share = width if sizes.narrow else width * _NAME_SHARE - sizes.gutter
    name, end = _name(style, sizes, exercise, x, top, share)
    if sizes.narrow:
        dose, end = _dose(style, sizes, exercise, x, end, width, whole=whole)
        return [*name, *dose], end
    dose, low = _dose(style, sizes, exercise, x + width * _NAME_SHARE, top, width * (1 - _NAME_SHARE), whole=whole)
    return [*name, *dose], max(end, low)


def _name(
    style: Style, sizes: CopySizes, exercise: CopiedExercise, x: float, top: float, width: float
) -> tuple[list[Element], float]:
    inks = style.inks
    spans = [Span(f"{exercise.number}  {exercise.name}", "bold", inks.ink)]
    size, step = sizes.name, sizes.name * _NAME_STEP
    name = set_column(style, spans, x, top + size * 0.85, width, size, step)
    elements, end = [Element(Role.HEADING_3, name.items)], name.next - step + TAIL * size
    for text, ink in ((exercise.trade_name, inks.grey), (exercise.when, inks.ink)):
        if text:
            more, end = set_paragraph(style, sizes, [Span(text, "regular", ink)], x, end, width)
            elements += more
    return elements, end


def _dose(
    style: Style, sizes: CopySizes, exercise: CopiedExercise, x: float, top: float, width: float, *, whole: bool
) -> tuple[list[Element], float]:
    ink = style.inks.ink
    lines = [[Span(exercise.notation, "semibold", style.inks.accent)]]
    if whole:
        lines.append([Span(exercise.sentence, "regular", ink)])
    if exercise.steps:
        lines.append([Span(f"{exercise.steps[0]} ", "bold", ink), Span(exercise.steps[1], "regular", ink)])
    elements, y = [], top
    for spans in lines:
        more, y = set_paragraph(style, sizes, spans, x, y, width)
        elements += more
    return elements, y
