"""Signs with whom to call, every one in full, in a frame: as low as head and columns can make it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from generator.manuscript.safety import SignList
from generator.page.back.back_measures import BackSizes
from generator.page.back.back_shapes import bare_shape
from generator.page.chart.chart_measures import DROP, RISE
from generator.page.measures import Style
from generator.page.page import Block, Element, Role, Shape
from generator.page.paragraph import set_column
from generator.page.signs import decoration
from generator.shapes.geometry import MM
from generator.shapes.outlines import circle, rectangle
from generator.text.setter import Span

_PAD = 3 * MM
_TOP = 2.2 * MM
_FRAME = 1.6
_COLUMNS_APART = 3 * MM
_BULLET = 3.4 * MM
_SHARES = tuple(share / 100 for share in range(30, 71, 3))


def lay_out_help_signs(style: Style, sizes: BackSizes, signs: SignList, width: float, kind: str = "care") -> Block:
    """The lowest of all ways: the head over the list or beside it, one to three columns; `kind` is the head's shape."""
    ways = [way for beside, shares in _ways() if (way := _laid_out(style, sizes, signs, width, kind, beside, shares))]
    return min(ways, key=lambda way: (round(way[0].height), way[1]))[0]


def _ways() -> Iterator[tuple[float, tuple[float, ...]]]:
    """Width of a head that stands beside the list (0: over it), and the share of each column."""
    columns = [(1.0,), *((share, 1 - share) for share in _SHARES)]
    columns += [(0.4, 0.3, 0.3), (0.3, 0.4, 0.3), (0.36, 0.34, 0.3), (0.3, 0.3, 0.4), (0.34, 0.33, 0.33)]
    yield from product((0.0, 0.22), columns)


def _laid_out(
    style: Style,
    sizes: BackSizes,
    signs: SignList,
    width: float,
    kind: str,
    beside: float,
    shares: tuple[float, ...],
) -> tuple[Block, int] | None:
    """The frame and how many lines its points take; None where a word would have to be cut."""
    ink = style.inks.ink
    size, lead = sizes.text, sizes.lead
    sign = 4.6 * sizes.type.unit
    first = _TOP + size * RISE
    start = _PAD + sign + 2 * MM
    head_end = width * beside if beside else width - _PAD
    spans = [Span(f"{signs.head} ", "bold", ink), Span(signs.lead, "regular", ink)]
    head = set_column(style, spans, start, first, head_end - start, size, lead)
    x, y = (head_end + 2 * MM, first) if beside else (_PAD, head.next)
    dealt = _dealt(style, sizes, signs.points, _widths(width - _PAD - x, shares))
    if dealt is None or any(line.forced for line in style.setter.lines(spans, size, head_end - start)):
        return None
    counts, lines = dealt
    points, end = _columns(style, sizes, signs.points, x, y, _widths(width - _PAD - x, shares), counts)
    bottom = max(end, head.next) - lead + DROP * size + _TOP * 0.8
    frame = Shape(rectangle(0.8, 0.8, width - _FRAME, bottom - _FRAME, 2 * MM), stroke=ink, width=_FRAME)
    shape = bare_shape(style, kind, _PAD, first - size * 0.33 - sign / 2, sign)
    section = Element(Role.SECTION, (decoration(frame), shape, Element(Role.HEADING_2, head.items), points))
    return Block(width, bottom, (section,), bookmark=(signs.head, 1)), lines


def _widths(width: float, shares: tuple[float, ...]) -> list[float]:
    room = width - _COLUMNS_APART * (len(shares) - 1)
    return [room * share for share in shares]


def _columns(
    style: Style,
    sizes: BackSizes,
    points: tuple[str, ...],
    x: float,
    y: float,
    widths: list[float],
    counts: list[int],
) -> tuple[Element, float]:
    """Down the first column, then the next; the fewest lines in the highest. Returns the next baseline."""
    items: list[Element] = []
    bottom, taken = y, 0
    for count, wide in zip(counts, widths, strict=True):
        below = y
        for point in points[taken : taken + count]:
            bullet = Shape(circle(x + 1.2 * MM, below - sizes.text * 0.33, 0.75 * MM), fill=style.inks.ink)
            spans = [Span(point, "regular", style.inks.ink)]
            words = set_column(style, spans, x + _BULLET, below, wide - _BULLET, sizes.text, sizes.lead)
            items.append(Element(Role.LIST_ITEM, (decoration(bullet), Element(Role.LIST_BODY, words.items))))
            below = words.next
        bottom, taken, x = max(bottom, below), taken + count, x + wide + _COLUMNS_APART
    return Element(Role.LIST, tuple(items)), bottom


def _dealt(
    style: Style, sizes: BackSizes, points: tuple[str, ...], widths: list[float]
) -> tuple[list[int], int] | None:
    """How many points go into each column, and how many lines all take; None where a word is wider than a column."""
    setter, ink = style.setter, style.inks.ink
    lines = []
    for wide in widths:
        set_ = [setter.lines([Span(point, "regular", ink)], sizes.text, wide - _BULLET) for point in points]
        if any(line.forced for one in set_ for line in one):
            return None
        lines.append([len(one) for one in set_])
    for most in range(1, sum(lines[0]) + 1):
        counts, at, taken = [], 0, 0
        for column in lines:
            count = 0
            while at + count < len(points) and sum(column[at : at + count + 1]) <= most:
                count += 1
            counts.append(count)
            taken += sum(column[at : at + count])
            at += count
        if at == len(points):
            return counts, taken
    return None
