"""The safety box: how much pain is all right, as three shapes that survive a photocopy, with numbers and words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.manuscript.safety import PainBox, PainLight
from generator.page.measures import Style
from generator.page.page import Block, Element, Role, Shape
from generator.page.paragraph import set_column, set_word
from generator.page.points import set_in_columns
from generator.page.signs import care_shape, decoration, go_shape, stop_shape
from generator.shapes.outlines import rectangle
from generator.text.setter import Span

# What is drawn, and the next baseline.
_Drawn = tuple[list[Element], float]
# A part is told x, its first baseline and its width.
_Part = Callable[[Style, PainBox, float, float, float], _Drawn]

_SHAPES = {"go": go_shape, "care": care_shape, "stop": stop_shape}


def pain_blocks(style: Style, rule: PainBox, width: float, room: float) -> tuple[Block, ...]:
    """A framed block, or on a narrow page that it is too high for, as few blocks as are not.

    The shapes stand side by side, or one under the other where the theme is stacked.
    """
    for parts in _WAYS if style.narrow else _WAYS[:1]:
        blocks = tuple(_framed(style, rule, width, part) for part in parts)
        if all(block.height <= room for block in blocks):
            break
    return blocks


def _framed(style: Style, rule: PainBox, width: float, parts: Sequence[_Part]) -> Block:
    """These parts in a frame; only with the first of all has it a bookmark."""
    step = style.theme.step
    pad = step * 0.82
    elements: list[Element] = []
    y = step * (1.4 if parts[0] is _lights else 1.25)
    for part in parts:
        more, y = part(style, rule, pad, y, width - 2 * pad)
        elements += more
    height = y - style.theme.note_step + step * 0.55
    frame = Shape(rectangle(0, 0, width, height, 5.67), stroke=style.inks.accent, width=1.4)
    bookmark = (rule.question, 1) if parts[0] is _lights else None
    return Block(width, height, (Element(Role.SECTION, (decoration(frame), *elements)),), bookmark=bookmark)


def _lights(style: Style, rule: PainBox, x: float, y: float, width: float) -> _Drawn:
    """The question and its three answers; then the next baseline."""
    theme, step = style.theme, style.theme.step
    elements, y = _head(style, rule, x, y, width)
    cells = 1 if theme.stacked else len(rule.lights)
    gap = step * 0.9
    room = (width - gap * (cells - 1)) / cells
    top, bottom = y, y
    for index, light in enumerate(rule.lights):
        start = x + (0 if cells == 1 else index * (room + gap))
        if cells == 1 and index:
            top = bottom + step * 0.45
        more, end = _light(style, light, start, top, room)
        elements += more
        bottom = max(bottom, end)
    return elements, bottom + step * 0.95


def _advice(style: Style, rule: PainBox, x: float, y: float, width: float) -> _Drawn:
    """What else to know: a lead and a text each."""
    theme = style.theme
    elements = []
    for lead, text in rule.advice:
        if text:
            spans = [Span(lead + " ", "bold", style.inks.ink), Span(text, "regular", style.inks.ink)]
            column = set_column(style, spans, x, y, width, theme.note, theme.note_step)
            elements.append(Element(Role.PARAGRAPH, column.items))
            y = column.next + theme.step * 0.08
    return elements, y


def _asked(style: Style, rule: PainBox, x: float, y: float, width: float) -> _Drawn:
    """Whom to ask first, as points under their lead."""
    theme = style.theme
    lead = set_column(style, [Span(rule.ask_lead, "bold", style.inks.ink)], x, y, width, theme.note, theme.note_step)
    points, end = set_in_columns(style, rule.ask_first, x, lead.next, width, theme.note, theme.note_step)
    return [Element(Role.PARAGRAPH, lead.items), Element(Role.LIST, tuple(points))], end


_PARTS: tuple[_Part, ...] = (_lights, _advice, _asked)
# Which of them share a frame: all, else as a page has room.
_WAYS = ((_PARTS,), (_PARTS[:1], _PARTS[1:]), (_PARTS[:2], _PARTS[2:]), tuple((part,) for part in _PARTS))


def _head(style: Style, rule: PainBox, x: float, y: float, width: float) -> tuple[list[Element], float]:
    theme = style.theme
    head = set_word(style, rule.question, x, y, theme.section, "bold")
    elements = [Element(Role.HEADING_2, (head,))]
    beside = x + head.run.width + theme.step * 0.55
    if style.setter.width(rule.scale, theme.note) <= x + width - beside:
        elements.append(Element(Role.PARAGRAPH, (set_word(style, rule.scale, beside, y, theme.note),)))
        return elements, y + theme.step * 0.65
    scale = set_column(
        style, [Span(rule.scale, "regular", style.inks.ink)], x, y + theme.note_step, width, theme.note, theme.note_step
    )
    elements.append(Element(Role.PARAGRAPH, scale.items))
    return elements, scale.next - theme.note_step * 0.35


def _light(style: Style, light: PainLight, x: float, y: float, width: float) -> tuple[list[Element], float]:
    theme, inks = style.theme, style.inks
    size = theme.shape
    shape, number = _SHAPES[light.kind](style, x, y, size, light.numbers)
    start = x + size + theme.step * 0.64
    word = set_word(style, light.word, start, y + theme.step * 0.8, theme.dose, "bold", inks.accent)
    text = set_column(
        style,
        [Span(light.text, "regular", inks.ink)],
        start,
        y + theme.step * 1.8,
        x + width - start,
        theme.note,
        theme.note_step,
    )
    paragraph = Element(Role.PARAGRAPH, (number, word, *text.items))
    return [shape, paragraph], max(text.next - theme.note_step * 0.75, y + size)
