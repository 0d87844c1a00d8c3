"""A timed sequence as a strip: a segment for each step, as long as it lasts, with its number, side and start."""

from __future__ import annotations

from collections.abc import Sequence

from generator.manuscript.sheet_front import StripBeat
from generator.page.measures import Style
from generator.page.page import Block, Element, Role, Shape
from generator.page.paragraph import set_word
from generator.page.sheet.front_sizes import FrontSizes
from generator.page.signs import CAP_MIDDLE, decoration
from generator.shapes.geometry import MM
from generator.shapes.outlines import circle, rectangle

_DISC = 0.9  # of a cell's disc
_HIGH = 1.36  # of a cell's disc, the segment
_LETTERED = 12 * MM  # a segment under this has no room for a letter; the cell says the side
_BESIDE = 3 * MM  # around disc and letter
_CLOCK = 1.0  # of the body's size
_SHORT = 0.5 * MM  # between two start times, at least


def lay_out_clock_strip(style: Style, sizes: FrontSizes, beats: Sequence[StripBeat], width: float) -> Block:
    """In as many rows as it takes for each segment to hold its number and each start to be read."""
    rows = _rows(style, sizes, beats, width)
    elements: list[Element] = []
    y = 0.0
    for row in rows:
        made, y = _row(style, sizes, row, width, y)
        elements += made
    return Block(width, y, (Element(Role.LIST, tuple(elements)),))


def _rows(style: Style, sizes: FrontSizes, beats: Sequence[StripBeat], width: float) -> list[Sequence[StripBeat]]:
    count = 1
    while count < len(beats):
        size = -(-len(beats) // count)
        rows = [beats[start : start + size] for start in range(0, len(beats), size)]
        if all(_has_room(style, sizes, row, width) for row in rows):
            return rows
        count += 1
    return [(beat,) for beat in beats]


def _span(row: Sequence[StripBeat]) -> int:
    return row[-1].at + row[-1].seconds - row[0].at


def _has_room(style: Style, sizes: FrontSizes, row: Sequence[StripBeat], width: float) -> bool:
    unit = width / _span(row)
    starts = [beat.at * unit for beat in row] + [width + row[0].at * unit]
    for beat, here, after in zip(row, starts, starts[1:], strict=False):
        clock = style.setter.width(beat.clock, sizes.body * _CLOCK, "semibold")
        if beat.seconds * unit < sizes.disc * _DISC + 1.2 * MM or after - here < clock + _SHORT:
            return False
    return True


def _row(
    style: Style, sizes: FrontSizes, row: Sequence[StripBeat], width: float, top: float
) -> tuple[list[Element], float]:
    unit, high = width / _span(row), sizes.disc * _HIGH
    size = sizes.body * _CLOCK
    clock = top + high + size * 0.72 + 1.1 * MM
    items: list[Element] = []
    for beat in row:
        x, wide = (beat.at - row[0].at) * unit, beat.seconds * unit
        middle, radius = top + high / 2, sizes.disc * _DISC / 2
        letter = style.setter.width(beat.letter, sizes.dose, "bold")
        lettered = bool(beat.letter) and wide >= max(_LETTERED, 2 * radius + letter + _BESIDE)
        centre = x + radius + 1 * MM if lettered else x + wide / 2
        frame = Shape(
            rectangle(x + 0.6, top + 0.6, wide - 1.2, high - 1.2, 1 * MM), stroke=style.inks.accent, width=1.2
        )
        disc = Shape(circle(centre, middle, radius), fill=style.inks.accent)
        own = sizes.disc_number * _DISC
        words = [
            set_word(
                style, beat.number, centre, middle + own * CAP_MIDDLE, own, "bold", style.inks.white, align="middle"
            )
        ]
        if lettered:
            baseline = middle + sizes.dose * CAP_MIDDLE
            end = x + wide - 1.6 * MM
            words.append(set_word(style, beat.letter, end, baseline, sizes.dose, "bold", align="end"))
        words.append(set_word(style, beat.clock, x, clock, size, "semibold"))
        body = Element(Role.LIST_BODY, tuple(words))
        items.append(Element(Role.LIST_ITEM, (decoration(frame, disc), body)))
    return items, clock + size * 0.5
