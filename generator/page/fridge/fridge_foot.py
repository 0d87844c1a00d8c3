"""Safety at the foot of the pages for the fridge: the pain rule, whom to ask first, whom to call, every warning sign.

The words are the same in every way to set them; what gives way to the exercises is decided by `lay_out_feet`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from generator.manuscript.fridge import FridgeFoot
from generator.manuscript.safety import SignList
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role, Words
from generator.page.paragraph import set_column, set_word
from generator.page.points import set_in_columns
from generator.page.signs import SMALLEST_NUMBER, care_shape, decoration, go_shape, stop_shape
from generator.text.setter import Span


@dataclass(frozen=True, slots=True)
class Feet:
    """What is said once, over what stands at the foot of every page.

    `home` is the index of the warnings among what is said once; None if they stand on every page. Then `every` says on
    which page they are, here on one of any two digits.
    """

    once: tuple[Block, ...]
    every: Block
    home: int | None = None


@dataclass(frozen=True, slots=True)
class _Way:
    """Signs one a line or run in; the pain rule on every page or once, and the same for the warnings."""

    listed: bool
    pain_on_every_page: bool
    warnings_on_every_page: bool = True


# In this order things give way: lines of their own for the signs, then the pain rule after its first page.
_WAYS = (_Way(listed=True, pain_on_every_page=True), _Way(False, True), _Way(False, False))
# A narrow page would be half full of warnings: it says where they stand, as a chart does.
_NARROW_WAYS = (_Way(True, False, False), _Way(False, False, False))

_SHAPES = {"go": go_shape, "care": care_shape, "stop": stop_shape}

# Lines under one another, in their own size.
_LEAD = 1.15
_TAIL = 0.26  # how far letters reach below their baseline

# A part is told its top edge and says what it prints and where that ends.
_Part = Callable[[float], tuple[list[Element], float]]


def lay_out_feet(style: Style, foot: FridgeFoot, width: float) -> tuple[Feet, ...]:
    """Blocks as wide as the live area, the roomiest way first."""
    return tuple(_feet(style, foot, width, way) for way in (_NARROW_WAYS if style.narrow else _WAYS))


def lay_out_pointer(style: Style, foot: FridgeFoot, width: float, page: int) -> Block:
    """The foot of a page whose warnings stand on another, or 0 on this one: where, and whom to call."""
    where = f"{foot.pointer(page)} {foot.call}" if page else foot.call
    return _block(style, width, [partial(_call, style, where, width)])


def _feet(style: Style, foot: FridgeFoot, width: float, way: _Way) -> Feet:
    pain: list[_Part] = [partial(_lights, style, foot, width), partial(_runs, style, foot.rules, width)]
    before: list[_Part] = [
        partial(_runs, style, foot.advice, width),
        partial(_signs, style, foot.ask_first, width, way.listed),
    ]
    every: list[_Part] = [partial(_signs, style, signs, width, way.listed) for signs in foot.warnings]
    every.append(partial(_call, style, foot.call, width))
    if not way.warnings_on_every_page:
        warnings = tuple(_block(style, width, [signs]) for signs in every[:-1])
        once = (_block(style, width, pain), _block(style, width, before), *warnings)
        return Feet(once, lay_out_pointer(style, foot, width, 88), home=2)
    if way.pain_on_every_page:
        return Feet((_block(style, width, before),), _block(style, width, [*pain, *every]))
    return Feet((_block(style, width, pain), _block(style, width, before)), _block(style, width, every))


def _block(style: Style, width: float, parts: Sequence[_Part]) -> Block:
    """Parts one under the other, under a rule."""
    elements = [decoration(Line(0, 0, width, 0, 1.2, style.inks.accent))]
    y = style.theme.step * 0.35
    for part in parts:
        more, y = part(y)
        elements += more
    return Block(width, y, (Element(Role.SECTION, tuple(elements)),))


def _size(style: Style) -> float:
    """Safety is set as large as the doses over it."""
    return style.theme.fridge_dose


def _spans(style: Style, lead: str, text: str) -> list[Span]:
    return [Span(lead + " ", "bold", style.inks.ink), Span(text + " ", "regular", style.inks.ink)]


def _set(style: Style, spans: Sequence[Span], width: float, top: float) -> tuple[tuple[Words, ...], float]:
    """A paragraph, and its lower edge."""
    size = _size(style)
    column = set_column(style, spans, 0, top + size, width, size, size * _LEAD)
    return column.items, column.next - size * (_LEAD - _TAIL)


def _runs(style: Style, advice: Sequence[tuple[str, str]], width: float, top: float) -> tuple[list[Element], float]:
    """Questions and answers in one paragraph."""
    words, end = _set(style, [span for one in advice for span in _spans(style, *one)], width, top)
    return [Element(Role.PARAGRAPH, words)], end


def _call(style: Style, call: str, width: float, top: float) -> tuple[list[Element], float]:
    words, end = _set(style, [Span(call, "bold", style.inks.accent)], width, top)
    return [Element(Role.PARAGRAPH, words)], end


def _signs(style: Style, signs: SignList, width: float, listed: bool, top: float) -> tuple[list[Element], float]:
    """The head, then the points one a line, or all in one paragraph."""
    if not listed:
        return _runs(style, [(signs.head, signs.run_in)], width, top)
    size = _size(style)
    head, end = _set(style, _spans(style, signs.head, signs.lead), width, top)
    points, y = set_in_columns(style, signs.points, 0, end + size * (_LEAD - _TAIL), width, size, size * _LEAD)
    listing = Element(Role.LIST, tuple(points))
    return [Element(Role.PARAGRAPH, head), listing], y - size * (_LEAD - _TAIL)


def _lights(style: Style, foot: FridgeFoot, width: float, top: float) -> tuple[list[Element], float]:
    """In one row, or one under the other where it does not fit: shape and a word."""
    theme = style.theme
    size = max(theme.disc, theme.small / SMALLEST_NUMBER)
    x, y = 0.0, top
    below = size / 2 + theme.fridge_dose * 0.33
    word = set_word(style, foot.pain_word, x, y + below, theme.fridge_dose, "bold")
    elements = [Element(Role.PARAGRAPH, (word,))]
    x += word.run.width + theme.step
    for light in foot.lights:
        text = style.setter.width(light.text, theme.fridge_dose, "semibold")
        if x + size * 1.3 + text > width:
            x, y = 0.0, y + size + theme.step * 0.4
        shape, number = _SHAPES[light.kind](style, x, y, size, light.numbers)
        label = set_word(style, light.text, x + size * 1.3, y + below, theme.fridge_dose, "semibold")
        elements += [shape, Element(Role.PARAGRAPH, (number, label))]
        x += size * 1.3 + text + theme.step * 1.6
    return elements, y + size + theme.step * 0.1
