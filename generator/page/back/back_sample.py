"""A filled-in box that shows how: a tick, a number. It is drawn in line colour and is no cell."""

from __future__ import annotations

from generator.page.back.back_measures import BackSizes
from generator.page.chart.chart_measures import RULE
from generator.page.measures import Style
from generator.page.page import Item, Line, Shape
from generator.page.paragraph import set_word
from generator.page.signs import CAP_MIDDLE
from generator.shapes.outlines import rectangle


def ticked_sample(style: Style, sizes: BackSizes, x: float, y: float) -> list[Item]:
    """Around x, y."""
    side, ink = sizes.tick, style.inks
    size = side * 0.68
    bend = (x - size * 0.1, y + size * 0.38)
    return [
        _box(style, x, y, side),
        Line(x - size * 0.42, y, *bend, 1.5, ink.ink, round=True),
        Line(*bend, x + size * 0.5, y - size * 0.45, 1.5, ink.ink, round=True),
    ]


def written_sample(style: Style, sizes: BackSizes, text: str, x: float, y: float) -> list[Item]:
    """Around x, y."""
    size = sizes.type.number
    words = set_word(style, text, x, y + size * CAP_MIDDLE, size, "medium", align="middle")
    return [_box(style, x, y, sizes.number), words]


def _box(style: Style, x: float, y: float, side: float) -> Item:
    box = rectangle(x - side / 2, y - side / 2, side, side)
    return Shape(box, fill=style.inks.white, stroke=style.inks.hair, width=RULE)
