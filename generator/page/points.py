"""Points with a bullet each: texts in, list items and the next baseline out; in one column or two."""

from __future__ import annotations

from collections.abc import Sequence

from generator.page.measures import Style
from generator.page.page import Element, Role, Shape
from generator.page.paragraph import set_column
from generator.page.signs import decoration
from generator.shapes.outlines import circle
from generator.text.setter import Span

# How wide the first of two columns may be.
_SHARES = (0.5, 0.54, 0.58, 0.62)

Placed = tuple[list[Element], float]


def set_points(
    style: Style, points: Sequence[str], x: float, y: float, width: float, size: float, step: float
) -> Placed:
    """One under the other, the first at baseline y."""
    inks = style.inks
    indent, radius = size * 0.9, size * 0.16
    items = []
    for point in points:
        bullet = Shape(circle(x + radius * 1.4, y - size * 0.33, radius), fill=inks.accent)
        words = set_column(style, [Span(point, "regular", inks.ink)], x + indent, y, width - indent, size, step)
        items.append(Element(Role.LIST_ITEM, (decoration(bullet), Element(Role.LIST_BODY, words.items))))
        y = words.next
    return items, y


def set_in_columns(
    style: Style, points: Sequence[str], x: float, y: float, width: float, size: float, step: float
) -> Placed:
    """Two columns, as low as can be; one where the theme stacks its parts, on a narrow page if that is no higher."""
    alone = set_points(style, points, x, y, width, size, step)
    if style.theme.stacked and not style.narrow:
        return alone
    half = (len(points) + 1) // 2
    gap = style.theme.step * 0.8
    tried = [alone] if style.narrow else []
    for share in _SHARES:
        one, first = set_points(style, points[:half], x, y, width * share - gap, size, step)
        other, second = set_points(style, points[half:], x + width * share, y, width * (1 - share), size, step)
        tried.append(([*one, *other], max(first, second)))
    return min(tried, key=lambda placed: placed[1])
