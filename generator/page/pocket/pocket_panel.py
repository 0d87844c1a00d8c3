"""A pocket card of words: a head, the pain rule in its shapes, points, and texts with leads.

It takes as many cards of the grid as its words need; these stay in one piece, to be folded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.manuscript.pocket import PocketPanel
from generator.manuscript.safety import PainLight
from generator.page.measures import Style
from generator.page.page import Block, Element, Role
from generator.page.paragraph import set_column, set_word
from generator.page.pocket.pocket_measures import PAD, CutGrid, PocketSizes
from generator.page.points import set_points
from generator.page.signs import CAP_MIDDLE, SMALLEST_NUMBER, TAIL, care_shape, go_shape, stop_shape
from generator.shapes.geometry import MM
from generator.text.setter import Span

_SHAPES = {"go": go_shape, "care": care_shape, "stop": stop_shape}
_APART, _MOST_APART = 0.22, 0.9  # between two parts, of a line's step
_SHAPE_TO_WORD = 1.5 * MM
_OVER_SHAPES = 1 * MM
_LIGHTS_APART = 1.5 * MM

# A part is told its x, its upper edge and its width, and says what it prints and where that ends.
_Draw = Callable[[float, float, float], tuple[list[Element], float]]


@dataclass(frozen=True, slots=True)
class _Part:
    draw: _Draw
    is_point: bool = False


@dataclass(frozen=True, slots=True)
class PanelSpan:
    """How many cards a panel takes across and down; from part `second` on its words stand in a second column."""

    columns: int
    rows: int
    second: int


def span_of(style: Style, sizes: PocketSizes, panel: PocketPanel, grid: CutGrid) -> PanelSpan | None:
    """The fewest cards that hold the panel's words; None if a page does not."""
    parts = list(_parts(style, sizes, panel))
    width = _column(grid) - 2 * PAD
    heights = [part.draw(0.0, 0.0, width)[1] + sizes.text_step * _APART for part in parts]
    for columns, rows in sorted(_spans(grid), key=lambda span: span[0] * span[1]):
        room = rows * grid.height - 2 * PAD + sizes.text_step * _APART
        if columns == 1 and not grid.folded:
            splits = [len(parts)]
        else:
            splits = sorted(range(1, len(parts) + 1), key=lambda split: max(sum(heights[:split]), sum(heights[split:])))
        for split in splits:
            if max(sum(heights[:split]), sum(heights[split:])) <= room:
                return PanelSpan(columns, rows, split)
    return None


def _spans(grid: CutGrid) -> Iterator[tuple[int, int]]:
    for columns in range(1, grid.columns + 1):
        # One over the other they would be folded the other way.
        yield from ((columns, rows) for rows in range(1, grid.rows + 1) if columns == grid.columns or rows == 1)


def _column(grid: CutGrid) -> float:
    """The width of a card when it is folded."""
    return grid.width / 2 if grid.folded else grid.width


def lay_out_panel(style: Style, sizes: PocketSizes, panel: PocketPanel, grid: CutGrid, span: PanelSpan) -> Block:
    """A block as large as its cards, nothing nearer to an edge or a fold than `PAD`."""
    column, parts = _column(grid), list(_parts(style, sizes, panel))
    width, room = column - 2 * PAD, grid.height * span.rows - 2 * PAD
    columns = parts[: span.second], parts[span.second :]
    apart = min(_apart(sizes, own, width, room) for own in columns)
    drawn: list[tuple[bool, Element]] = []
    for number, own in enumerate(columns):
        x, y = number * column + PAD, PAD
        for part in own:
            elements, y = part.draw(x, y, width)
            drawn += [(part.is_point, element) for element in elements]
            y += apart
    section = Element(Role.SECTION, tuple(_listed(drawn)))
    return Block(grid.width * span.columns, grid.height * span.rows, (section,), (panel.head, 2))


def _apart(sizes: PocketSizes, parts: Sequence[_Part], width: float, room: float) -> float:
    """From part to part: what is left between them, within reason."""
    free = room - sum(part.draw(0.0, 0.0, width)[1] for part in parts)
    return min(max(free / max(len(parts), 1), sizes.text_step * _APART), sizes.text_step * _MOST_APART)


def _listed(drawn: Sequence[tuple[bool, Element]]) -> Iterator[Element]:
    """Neighbouring points as one list."""
    for is_point, group in groupby(drawn, key=lambda one: one[0]):
        elements = tuple(element for _, element in group)
        if is_point:
            yield Element(Role.LIST, elements)
        else:
            yield from elements


def _parts(style: Style, sizes: PocketSizes, panel: PocketPanel) -> Iterator[_Part]:
    yield _Part(partial(_head, style, sizes, panel))
    if panel.lights:
        yield _Part(partial(_lights, style, sizes, panel.lights))
    yield from (_Part(partial(_point, style, sizes, point), is_point=True) for point in panel.points)
    for lead, text in panel.texts:
        spans = [Span(f"{lead} ", "bold", style.inks.ink), Span(text, "regular", style.inks.ink)]
        yield _Part(partial(_paragraph, style, sizes, spans))


def _head(
    style: Style, sizes: PocketSizes, panel: PocketPanel, x: float, y: float, width: float
) -> tuple[list[Element], float]:
    size, step = sizes.name, sizes.name_step
    head = set_column(style, [Span(panel.head, "bold", style.inks.accent)], x, y + size * 0.8, width, size, step)
    elements, end = [Element(Role.HEADING_2, head.items)], head.next - step + size * TAIL
    if panel.lead:
        lead, end = _paragraph(style, sizes, [Span(panel.lead, "regular", style.inks.ink)], x, end, width)
        elements += lead
    return elements, end


def _paragraph(
    style: Style, sizes: PocketSizes, spans: Sequence[Span], x: float, y: float, width: float
) -> tuple[list[Element], float]:
    step = sizes.text_step
    column = set_column(style, spans, x, y + step - sizes.text * TAIL, width, sizes.text, step)
    return [Element(Role.PARAGRAPH, column.items)], column.next - step + sizes.text * TAIL


def _point(
    style: Style, sizes: PocketSizes, point: str, x: float, y: float, width: float
) -> tuple[list[Element], float]:
    step = sizes.text_step
    items, after = set_points(style, [point], x, y + step - sizes.text * TAIL, width, sizes.text, step)
    return items, after - step + sizes.text * TAIL


def _lights(
    style: Style, sizes: PocketSizes, lights: Sequence[PainLight], x: float, y: float, width: float
) -> tuple[list[Element], float]:
    """All answers to one question, side by side."""
    drawn = [
        _light(style, sizes, light, x + index * width / len(lights), y, width / len(lights) - _LIGHTS_APART)
        for index, light in enumerate(lights)
    ]
    return [element for elements, _ in drawn for element in elements], max(end for _, end in drawn)


def _light(
    style: Style, sizes: PocketSizes, light: PainLight, x: float, y: float, width: float
) -> tuple[list[Element], float]:
    """The shape with its numbers, the word beside it or else under it, and what to do."""
    size, step, bold = sizes.label / SMALLEST_NUMBER, sizes.text_step, "bold"
    y += _OVER_SHAPES
    shape, number = _SHAPES[light.kind](style, x, y, size, light.numbers)
    start, middle = x + size + _SHAPE_TO_WORD, y + size / 2 + sizes.text * CAP_MIDDLE
    y += size + step
    word = set_word(style, light.word, start, middle, sizes.text, bold)
    if start + word.run.width > x + width:
        word = set_word(style, light.word, x, y, sizes.text, bold)
        y += step
    text = set_column(style, [Span(light.text, "regular", style.inks.ink)], x, y, width, sizes.text, step)
    return [shape, Element(Role.PARAGRAPH, (number, word, *text.items))], text.next - step + sizes.text * TAIL
