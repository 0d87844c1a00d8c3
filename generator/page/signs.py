"""The small signs that stand beside words: number disc, note signs, and the three shapes of the pain rule."""

from __future__ import annotations

import math

from generator.page.measures import Style
from generator.page.page import Element, Ink, Item, Line, Role, Shape
from generator.page.paragraph import set_word
from generator.shapes.outlines import circle, octagon, polygon

# The middle of a capital or a figure stands this share of the size above the baseline (cap height 0.66).
CAP_MIDDLE = 0.33
# How far letters such as g and y reach below the baseline, as a share of the size.
TAIL = 0.2
# Type in the shapes of the pain rule as a share of the shape's size; the triangle has the least room.
SMALLEST_NUMBER = 0.29
# The white around the number of the triangle, as shares of the shape's size.
_FIELD = ((0.25, 0.55), (0.75, 0.55), (0.83, 0.88), (0.17, 0.88))
_LARGER_FIELD = ((0.3, 0.5), (0.7, 0.5), (0.9, 0.9), (0.1, 0.9))


def decoration(*items: Item) -> Element:
    """Drawn, but never read aloud."""
    return Element(Role.ARTIFACT, items)


def number_disc(style: Style, number: str, x: float, baseline: float, size: float) -> tuple[Element, Item]:
    """A filled disc whose left edge is at x, centred on the capitals of its line, and the number in it."""
    diameter = style.theme.disc
    middle = baseline - size * CAP_MIDDLE
    disc = Shape(circle(x + diameter / 2, middle, diameter / 2), fill=style.inks.accent)
    own = style.theme.disc_number
    words = set_word(
        style, number, x + diameter / 2, middle + own * CAP_MIDDLE, own, "bold", style.inks.white, align="middle"
    )
    return decoration(disc), words


def disc_rise(style: Style, size: float) -> float:
    """How far a line's baseline is below the top of its disc."""
    return style.theme.disc / 2 + size * CAP_MIDDLE


def note_sign(style: Style, kind: str, x: float, baseline: float) -> Element:
    """The sign before a note: feel (striped patch), tip (tick), avoid (cross), easier (minus), harder (plus), stop."""
    size = style.theme.sign
    half = size / 2
    middle = baseline - size * 0.47
    centre = x + half + size * 0.06
    if kind == "feel":
        return decoration(*_patch(style, centre, middle, half * 1.12))
    accent = style.inks.accent
    if kind == "stop":
        return decoration(Shape(octagon(centre, middle, half * 1.1), fill=accent))
    width = size * 0.18
    bars = {
        "tip": [(-1.0, 0.06, -0.25, 0.8), (-0.25, 0.8, 1.0, -0.9)],
        "avoid": [(-0.8, -0.8, 0.8, 0.8), (-0.8, 0.8, 0.8, -0.8)],
        "easier": [(-0.85, 0.0, 0.85, 0.0)],
        "harder": [(-0.85, 0.0, 0.85, 0.0), (0.0, -0.85, 0.0, 0.85)],
    }[kind]
    return decoration(
        *(
            Line(centre + a * half, middle + b * half, centre + c * half, middle + d * half, width, accent, round=True)
            for a, b, c, d in bars
        )
    )


def _patch(style: Style, x: float, y: float, radius: float) -> list[Item]:
    """The striped patch of the figures, so that the words and the marked muscle are tied without a legend."""
    inks = dict(style.palette)
    muscle = inks.get("muscle", style.inks.accent)
    fibre = inks.get("fibre", style.inks.ink)
    items: list[Item] = [Shape(circle(x, y, radius), fill=_plain(muscle), stroke=fibre, width=0.6)]
    for offset in (-0.5, 0.0, 0.5):
        reach = math.sqrt(1 - offset**2) * radius * 0.8
        items.append(Line(x + offset * radius, y - reach, x + offset * radius, y + reach, 0.6, fibre))
    return items


def _plain(ink: Ink) -> Ink:
    return Ink(ink.red, ink.green, ink.blue)


def go_shape(style: Style, x: float, y: float, size: float, numbers: str) -> tuple[Element, Item]:
    """Empty circle in a square box of `size` at x, y."""
    accent = style.inks.accent
    middle = (x + size / 2, y + size / 2)
    words = _shape_number(style, numbers, *middle, size * 0.34, accent)
    ring = Shape(circle(*middle, size / 2 - 1.7), fill=style.inks.white, stroke=accent, width=size * 0.045)
    return decoration(ring), words


def care_shape(style: Style, x: float, y: float, size: float, numbers: str) -> tuple[Element, Item]:
    """Hatched triangle with a white field for the number."""
    accent = style.inks.accent
    corners = [
        (x + size / 2, y),
        (x + size, y + size * 0.955),
        (x, y + size * 0.955),
    ]
    outline = polygon(corners)
    # A number that may not be smaller has more of a small triangle.
    is_small = size * SMALLEST_NUMBER < style.theme.smallest
    field = polygon([(x + size * a, y + size * b) for a, b in (_LARGER_FIELD if is_small else _FIELD)])
    line = size * 0.045
    signs = (
        Shape(outline, fill=style.inks.white),
        Shape(outline, stroke=accent, width=line, hatch=(size * 0.08, 0.75)),
        Shape(field, fill=style.inks.white),
    )
    middle = y + size * (0.74 if is_small else 0.725)
    words = _shape_number(style, numbers, x + size / 2, middle, size * SMALLEST_NUMBER, accent)
    return decoration(*signs), words


def stop_shape(style: Style, x: float, y: float, size: float, numbers: str) -> tuple[Element, Item]:
    """Solid octagon with a white number."""
    middle = (x + size / 2, y + size / 2)
    solid = Shape(octagon(*middle, size * 0.525), fill=style.inks.accent)
    return decoration(solid), _shape_number(style, numbers, middle[0], middle[1], size * 0.32, style.inks.white)


def _shape_number(style: Style, numbers: str, x: float, y: float, size: float, ink: Ink) -> Item:
    size = max(size, style.theme.smallest)
    return set_word(style, numbers, x, y + size * CAP_MIDDLE, size, "bold", ink, align="middle")
