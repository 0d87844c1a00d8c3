"""Safety at the foot of the front: the pain rule with its three shapes, what else to know, whom to ask first."""

from __future__ import annotations

from collections.abc import Sequence

from generator.manuscript.safety import PainLight
from generator.manuscript.sheet_front import FrontFoot
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role
from generator.page.paragraph import set_column, set_word
from generator.page.sheet.front_sizes import FrontSizes
from generator.page.signs import care_shape, decoration, go_shape, stop_shape
from generator.shapes.geometry import MM
from generator.text.setter import Span

_SHAPES = {"go": go_shape, "care": care_shape, "stop": stop_shape}
# The share of the width that each of three columns gets beside one another; the words of the first are short.
_COLUMNS = (0.275, 0.34, 0.385)
_TAIL = 0.26


def lay_out_pain(style: Style, sizes: FrontSizes, foot: FrontFoot, width: float, share: float = 1.0) -> Block:
    """Question, scale, shapes and rules under a rule in the accent; `share` of the usual step of lines."""
    elements = [decoration(Line(0, 0, width, 0, 1.2, style.inks.accent))]
    head, y = _question(style, sizes, foot, width)
    elements += head
    lights, y = _lights(style, sizes, foot.lights, width, y + 1.8 * MM, share)
    rules, y = _runs(style, sizes, foot.rules, width, y + sizes.lead * share * 0.94, share)
    section = Element(Role.SECTION, (*elements, *lights, rules))
    return Block(width, y, (section,), (foot.question, 1))


def lay_out_ask_first(style: Style, sizes: FrontSizes, foot: FrontFoot, width: float, share: float = 1.0) -> Block:
    """Everything in one paragraph."""
    ask = foot.ask_first
    said, y = _runs(style, sizes, [(ask.head, ask.run_in)], width, sizes.lead * share * 0.9, share)
    return Block(width, y, (Element(Role.SECTION, (said,)),))


def _question(style: Style, sizes: FrontSizes, foot: FrontFoot, width: float) -> tuple[list[Element], float]:
    y = 5.3 * MM if not style.theme.tall_rows else 8 * MM
    ink = style.inks.ink
    head = set_column(style, [Span(foot.question, "bold", ink)], 0, y, width, sizes.question, sizes.question * 1.15)
    elements = [Element(Role.HEADING_2, head.items)]
    y = head.next - sizes.question * 1.15
    x = head.items[-1].x + head.items[-1].run.width + 3 * MM
    if x + style.setter.width(foot.scale, sizes.body) <= width:
        elements.append(Element(Role.PARAGRAPH, (set_word(style, foot.scale, x, y, sizes.body),)))
        return elements, y
    scale = set_column(style, [Span(foot.scale, "regular", ink)], 0, y + sizes.lead, width, sizes.body, sizes.lead)
    return [*elements, Element(Role.PARAGRAPH, scale.items)], scale.next - sizes.lead


def _lights(
    style: Style, sizes: FrontSizes, lights: Sequence[PainLight], width: float, y: float, share: float
) -> tuple[list[Element], float]:
    """Side by side, or one under the other where the page is narrow or the type large; then their last baseline."""
    alone = style.theme.tall_rows or style.narrow
    elements: list[Element] = []
    x, end = 0.0, y
    for light, part in zip(lights, _COLUMNS, strict=True):
        room = width if alone else width * part
        more, low = _light(style, sizes, light, x, y, room, share)
        elements += more
        end = max(end, low)
        if alone:
            y = low + 1.2 * MM
        else:
            x += room
    return elements, end


def _light(
    style: Style, sizes: FrontSizes, light: PainLight, x: float, y: float, width: float, share: float
) -> tuple[list[Element], float]:
    """The shape, and beside it the word and what to do, in the middle of its height."""
    size, step = sizes.shape, sizes.lead * share
    shape, number = _SHAPES[light.kind](style, x + 0.6 * MM, y, size, light.numbers)
    start = x + size + 3 * MM
    spans = [Span(light.word + ": ", "bold", style.inks.accent), Span(light.text, "regular", style.inks.ink)]
    room = x + width - start - 2 * MM
    lines = len(style.setter.lines(spans, sizes.body, room))
    high = (lines - 1) * step + sizes.body * 0.66
    first = y + max((size - high) / 2, 0.0) + sizes.body * 0.66
    text = set_column(style, spans, start, first, room, sizes.body, step)
    return [shape, Element(Role.PARAGRAPH, (number, *text.items))], max(y + size, text.next - step + sizes.body * _TAIL)


def _runs(
    style: Style, sizes: FrontSizes, advice: Sequence[tuple[str, str]], width: float, y: float, share: float
) -> tuple[Element, float]:
    """Questions and answers in one paragraph from baseline y; and where it ends."""
    ink, step = style.inks.ink, sizes.lead * share
    spans = [
        Span(f"{text} ", weight, ink) for one in advice for text, weight in zip(one, ("bold", "regular"), strict=True)
    ]
    column = set_column(style, spans, 0, y, width, sizes.body, step)
    return Element(Role.PARAGRAPH, column.items), column.next - step + sizes.body * _TAIL
