"""A list of warning signs in its frame: those of an emergency under the octagon, others under the striped triangle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from generator.manuscript.safety import SignList
from generator.page.measures import Style
from generator.page.page import Block, Element, Item, Role, Shape
from generator.page.paragraph import set_column, set_word
from generator.page.sheet.front_sizes import FrontSizes
from generator.page.signs import care_shape, decoration
from generator.shapes.geometry import MM
from generator.shapes.outlines import circle, octagon, rectangle
from generator.text.setter import Span

_PAD = 4 * MM
_STROKE = 2.0
_INDENT = 0.95  # of the type's size, from a bullet to its words
_SHARES = (0.5, 0.54, 0.58, 0.6, 0.46, 0.42, 0.4)


def lay_out_signs(
    style: Style,
    sizes: FrontSizes,
    signs: SignList,
    width: float,
    *,
    urgent: bool = False,
    listed: bool = True,
    share: float = 1.0,
) -> Block:
    """Every sign a line of its own, or all in one paragraph; `share` of the usual step of lines."""
    inner = width - 2 * _PAD
    head, y = _head(style, sizes, signs, inner, urgent=urgent)
    step = sizes.lead * share
    if listed:
        points, end = _listed(style, sizes, signs.points, inner, y + step * 1.04, step)
        said = Element(Role.LIST, tuple(points))
    else:
        spans = [Span(_behind(signs), "regular", style.inks.ink)]
        column = set_column(style, spans, _PAD, y + step * 1.04, inner, sizes.body, step)
        said, end = Element(Role.PARAGRAPH, column.items), column.next
    bottom = end - step + sizes.body * 0.25 + 1.3 * MM
    stroke = _STROKE if not urgent else 1.6
    frame = rectangle(stroke / 2, stroke / 2, width - stroke, bottom - stroke, 2 * MM)
    shape = decoration(Shape(frame, stroke=style.inks.ink, width=stroke))
    return Block(width, bottom, (Element(Role.SECTION, (shape, *head, said)),), (signs.head, 1))


def _behind(signs: SignList) -> str:
    """What is run in, without the lead, which stands beside the head."""
    return signs.run_in.removeprefix(signs.lead).strip()


def _head(
    style: Style, sizes: FrontSizes, signs: SignList, width: float, *, urgent: bool
) -> tuple[list[Element], float]:
    """Sign, head and lead; returns the last baseline."""
    size, ink = sizes.signs if not urgent else sizes.question, style.inks.ink
    mark = size * 1.06
    y = size * 0.36 + 4.2 * MM
    start = _PAD + mark + 2 * MM
    top = y - size * 0.33 - mark / 2
    drawn: Element = decoration(Shape(octagon(_PAD + mark / 2, y - size * 0.33, mark * 0.525), fill=ink))
    if urgent:
        drawn = care_shape(style, _PAD, top, mark, "")[0]
    head = set_column(style, [Span(signs.head, "bold", ink)], start, y, _PAD + width - start, size, size * 1.15)
    last = head.next - size * 1.15
    x = max(word.x + word.run.width for word in head.items if word.y > last - 0.01) + 2 * MM
    elements = [drawn, Element(Role.HEADING_2, head.items)]
    if x + style.setter.width(signs.lead, sizes.body) <= _PAD + width:
        elements.append(Element(Role.PARAGRAPH, (set_word(style, signs.lead, x, last, sizes.body),)))
    else:
        last += sizes.lead
        elements.append(Element(Role.PARAGRAPH, (set_word(style, signs.lead, _PAD, last, sizes.body),)))
    return elements, last


def _listed(
    style: Style, sizes: FrontSizes, points: Sequence[str], width: float, y: float, step: float
) -> tuple[list[Element], float]:
    """In one column or two, as low as can be: the long ones first where that saves a line."""
    long_first = sorted(points, key=lambda point: style.setter.width(point, sizes.body) < width * 0.38)
    tried = [_column(style, sizes, points, _PAD, width, y, step)]
    tried += [
        _columns(style, sizes, order, share, width, y, step) for order in (points, long_first) for share in _SHARES
    ]
    return min(tried, key=lambda one: round(one[1], 1))


def _columns(
    style: Style, sizes: FrontSizes, points: Sequence[str], share: float, width: float, y: float, step: float
) -> tuple[list[Element], float]:
    """Parted where both columns end nearest to one another."""
    gap = 3 * MM
    rooms = (width * share - gap, width * (1 - share))

    def lines(point: str, room: float) -> int:
        spans = [Span(point, "regular", style.inks.ink)]
        return len(style.setter.lines(spans, sizes.body, room - sizes.body * _INDENT))

    left = [0, *accumulate(lines(point, rooms[0]) for point in points)]
    right = [*accumulate((lines(point, rooms[1]) for point in reversed(points)), initial=0)]
    count = min(range(1, len(points)), key=lambda n: (max(left[n], right[len(points) - n]), -n), default=len(points))
    one, first = _column(style, sizes, points[:count], _PAD, rooms[0], y, step)
    other, second = _column(style, sizes, points[count:], _PAD + width * share, rooms[1], y, step)
    return [*one, *other], max(first, second)


def _column(
    style: Style, sizes: FrontSizes, points: Sequence[str], x: float, width: float, y: float, step: float
) -> tuple[list[Element], float]:
    ink, size = style.inks.ink, sizes.body
    items = []
    for point in points:
        bullet: Item = Shape(circle(x + size * 0.28, y - size * 0.31, size * 0.18), fill=ink)
        words = set_column(
            style, [Span(point, "regular", ink)], x + size * _INDENT, y, width - size * _INDENT, size, step
        )
        items.append(Element(Role.LIST_ITEM, (decoration(bullet), Element(Role.LIST_BODY, words.items))))
        y = words.next
    return items, y
