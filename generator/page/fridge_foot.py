"""Safety at the foot of a page for the fridge: the pain rule in a word each, whom to call, when to call for help."""

from __future__ import annotations

from dataclasses import dataclass

from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role
from generator.page.pain import Light
from generator.page.paragraph import set_column, set_lines, set_word
from generator.page.signs import CAP_MIDDLE, SMALLEST_NUMBER, care_shape, decoration, go_shape, stop_shape
from generator.text.setter import Span


@dataclass(frozen=True, slots=True)
class FridgeFoot:
    """`lights` are the pain rule in a word each; `emergencies` are head and text of when to call, longest first."""

    pain_word: str
    lights: tuple[Light, ...]
    call: str
    emergencies: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """Where a row of lights ends, its middle, its baseline, and its lower edge."""

    end: float
    middle: float
    baseline: float
    bottom: float


_SHAPES = {"go": go_shape, "care": care_shape, "stop": stop_shape}

# Small lines under one another, in their own size.
_LEAD = 1.15


def lay_out_feet(style: Style, foot: FridgeFoot, width: float) -> tuple[Block, ...]:
    """Blocks as wide as the live area, one for each way to say the emergency."""
    return tuple(_foot(style, foot, emergency, width) for emergency in foot.emergencies)


def _foot(style: Style, foot: FridgeFoot, emergency: tuple[str, str], width: float) -> Block:
    """Whom to call stands at the far edge of the lights, or where there is no room begins the words on emergencies."""
    size, ink = style.theme.note, style.inks.ink
    rule = decoration(Line(0, 0, width, 0, 1.2, style.inks.accent))
    lights, rows = _lights(style, foot, width)
    last = rows[-1]
    spans = [Span(emergency[0], "bold", ink), Span(" " + emergency[1], "regular", ink)]
    joined = [Span(foot.call + ". ", "bold", style.inks.accent), *spans]
    beside = _beside(style, joined, rows, width)
    if beside:
        return Block(width, last.bottom, (Element(Role.SECTION, (rule, *lights, beside)),))
    call = set_word(style, foot.call, width, last.baseline, style.theme.fridge_dose, "bold", align="end")
    if call.x >= last.end:
        lights.append(Element(Role.PARAGRAPH, (call,)))
    else:
        spans = joined
    column = set_column(style, spans, 0, last.bottom + size * _LEAD, width, size, size * _LEAD)
    elements = (rule, *lights, Element(Role.PARAGRAPH, column.items))
    return Block(width, column.next - size * _LEAD * 0.8, (Element(Role.SECTION, elements),))


def _beside(style: Style, spans: list[Span], rows: list[_Row], width: float) -> Element | None:
    """All words beside the last of several rows of lights, where they take no height; if they fit there."""
    if len(rows) == 1:
        return None
    size, last = style.theme.note, rows[-1]
    lines = style.setter.lines(spans, size, width - last.end)
    if len(lines) * size * _LEAD > last.bottom - rows[-2].bottom:
        return None
    first = last.middle + size * CAP_MIDDLE - (len(lines) - 1) * size * _LEAD / 2
    return Element(Role.PARAGRAPH, set_lines(lines, last.end, first, size * _LEAD).items)


def _lights(style: Style, foot: FridgeFoot, width: float) -> tuple[list[Element], list[_Row]]:
    """In one row, or one under the other where it does not fit: shape and a word."""
    theme = style.theme
    size = max(theme.disc, theme.small / SMALLEST_NUMBER)
    x, y = 0.0, theme.step * 0.5
    below = size / 2 + theme.fridge_dose * 0.33
    word = set_word(style, foot.pain_word, x, y + below, theme.fridge_dose, "bold")
    elements = [Element(Role.PARAGRAPH, (word,))]
    x += word.run.width + theme.step
    rows: list[_Row] = []
    for light in foot.lights:
        text = style.setter.width(light.text, theme.fridge_dose, "semibold")
        if x + size * 1.3 + text > width:
            rows.append(_Row(x, y + size / 2, y + below, y + size))
            x, y = 0.0, y + size + theme.step * 0.4
        shape, number = _SHAPES[light.kind](style, x, y, size, light.numbers)
        label = set_word(style, light.text, x + size * 1.3, y + below, theme.fridge_dose, "semibold")
        elements += [shape, Element(Role.PARAGRAPH, (number, label))]
        x += size * 1.3 + text + theme.step * 1.6
    return elements, [*rows, _Row(x, y + size / 2, y + below, y + size)]
