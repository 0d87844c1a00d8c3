"""A dose under its name: the steps of a ladder larger and on a line of their own, so that a pen can ring one."""

from __future__ import annotations

from collections.abc import Sequence

from generator.manuscript.sheet_front import FrontDose
from generator.page.measures import Style
from generator.page.page import Item
from generator.page.paragraph import set_column, set_word
from generator.page.sheet.front_sizes import FrontSizes
from generator.shapes.geometry import MM
from generator.text.setter import Span

_ARROW = "→"
# Between two numbers, so that they are told apart when read aloud.
_BETWEEN = f"\N{NO-BREAK SPACE}{_ARROW}\N{NO-BREAK SPACE}"
_APART = 5.6 * MM  # from a number to the next
_INDENT = 1 * MM
_AFTER = 2 * MM


def set_dose(
    style: Style, sizes: FrontSizes, dose: FrontDose, x: float, y: float, width: float, *, whole: bool
) -> tuple[list[Item], float]:
    """From baseline y down; returns the items and the next baseline.

    Not `whole`: the side moves up to the sets, and what is counted stands behind the numbers if there is room.
    """
    if not dose.steps:
        return _text(style, sizes, dose.text, x, y, width)
    if not dose.unit and not dose.lead:
        return _amounts(style, sizes, dose.steps, x, y, width)
    apart = whole or not dose.close  # the side from the sets
    lead, items = dose.lead if apart else dose.close, list[Item]()
    if lead:
        items, y = _text(style, sizes, lead, x, y, width)
        y += sizes.step * 0.12
    numbers, end = _numbers(style, sizes, dose.steps, x, y, width)
    items += numbers
    unit = style.setter.width(dose.unit, sizes.dose, "semibold")
    beside = bool(dose.unit) and end + _AFTER + unit <= x + width and not (whole and dose.behind)
    if beside:
        items.append(set_word(style, dose.unit, end + _AFTER, y, sizes.dose, "semibold", style.inks.accent))
    below = dose.later if not apart else dose.behind if beside else dose.counted
    y += sizes.dose_lead + (0.8 * MM if below else 0.0)
    if below:
        more, y = _text(style, sizes, below, x, y, width)
        items += more
    return items, y


def _amounts(
    style: Style, sizes: FrontSizes, steps: Sequence[str], x: float, y: float, width: float
) -> tuple[list[Item], float]:
    """Steps that are more than numbers, each on a line of its own."""
    items: list[Item] = []
    for index, step in enumerate(steps, 1):
        more, y = _text(style, sizes, step if index == len(steps) else f"{step} {_ARROW}", x, y, width)
        items += more
    return items, y


def _text(style: Style, sizes: FrontSizes, text: str, x: float, y: float, width: float) -> tuple[list[Item], float]:
    spans = [Span(text, "semibold", style.inks.accent)]
    column = set_column(style, spans, x, y, width, sizes.dose, sizes.dose_lead)
    return list(column.items), column.next


def _numbers(
    style: Style, sizes: FrontSizes, steps: Sequence[str], x: float, y: float, width: float
) -> tuple[list[Item], float]:
    """In one line with arrows between, closer and in the end smaller where it is short; and where that ends."""
    ink, accent = style.inks.ink, style.inks.accent
    size, x = sizes.step, x + _INDENT
    least = style.setter.width(_BETWEEN, sizes.dose, "semibold")
    apart = max(_APART, least)
    while _length(style, steps, size, apart) > width - _INDENT and size > sizes.dose:
        if apart > least:
            apart = max(apart - 0.2 * MM, least)
        else:
            size -= 0.25
    items: list[Item] = []
    for index, step in enumerate(steps):
        if index:
            items.append(set_word(style, _BETWEEN, x + apart / 2, y, sizes.dose, "semibold", accent, align="middle"))
            x += apart
        word = set_word(style, step, x, y, size, "bold", ink)
        items.append(word)
        x += word.run.width
    return items, x


def _length(style: Style, steps: Sequence[str], size: float, apart: float) -> float:
    return sum(style.setter.width(step, size, "bold") for step in steps) + apart * (len(steps) - 1)
