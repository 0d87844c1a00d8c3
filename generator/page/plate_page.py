"""A drawing with labels set as real text: an anatomy plate in a handout, a figure or contact sheet on its own page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from generator.manuscript.picture import LabelledDrawing
from generator.page.cards.exercise_list import set_numbered
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Picture, Role, Words
from generator.page.paragraph import set_column, set_word
from generator.page.signs import decoration
from generator.shapes.drawing import Label
from generator.text.setter import Span

# Lines of one label stand closer than this in the drawing (points).
_LINE = 16.0


def plate_blocks(style: Style, plate: LabelledDrawing, width: float, room: float) -> tuple[Block, ...]:
    """A plate; on a narrow page that has no room for it and for what its numbers say, that in a block of its own."""
    height = min(style.theme.plate_height, room)
    whole = lay_out_plate(style, plate, width, height)
    if whole.height <= room or not style.narrow:
        return (whole,)
    head, top = _head(style, plate, width)
    figure, texts, bottom = _figure(style, plate, top, width, height - top)
    again, y = _head(style, replace(plate, text=""), width)
    listed, end = set_numbered(style, texts, y + style.theme.step * 0.4, width)
    first = Block(width, bottom, (Element(Role.SECTION, (*head, figure)),), (plate.title, 2))
    return first, Block(width, end, (Element(Role.SECTION, (*again, listed)),))


def lay_out_plate(style: Style, plate: LabelledDrawing, width: float, height: float) -> Block:
    """Start rule, head, text, and the drawing as large as there is room, its labels at caption size or above."""
    head, top = _head(style, plate, width)
    elements, bottom = place_drawing(style, plate, top, width, height - top)
    section = Element(Role.SECTION, (*head, *elements))
    return Block(width, bottom + style.theme.step * 0.3, (section,), (plate.title, 2))


def _head(style: Style, plate: LabelledDrawing, width: float) -> tuple[list[Element], float]:
    """Start rule, title and text; returns where the drawing may begin."""
    theme, inks = style.theme, style.inks
    rule = decoration(Line(0, 0, width, 0, 1.2, inks.accent))
    spans = [Span(plate.title, "bold", inks.ink)]
    title = set_column(style, spans, 0, theme.step * 1.6, width, theme.name, theme.step * 1.3)
    y = title.next - theme.step * 1.3
    elements = [rule, Element(Role.HEADING_3, title.items)]
    if not plate.text:
        return elements, y + theme.step * 0.8
    spans = [Span(plate.text, "regular", inks.ink)]
    column = set_column(style, spans, 0, y + theme.step * 1.2, min(width, theme.prose), theme.body, theme.step)
    return [*elements, Element(Role.PARAGRAPH, column.items)], column.next - theme.step * 0.2


def place_drawing(
    style: Style, plate: LabelledDrawing, top: float, width: float, height: float
) -> tuple[list[Element], float]:
    """The figure, centred in `width`, and where it ends. Labels grow with the page's captions, not with the drawing.

    Labels that would run into each other or off the page become numbers, with a list of what they say below.
    """
    figure, texts, end = _figure(style, plate, top, width, height)
    if not texts:
        return [figure], end
    listed, bottom = set_numbered(style, texts, end + style.theme.step * 1.4, width)
    return [figure, listed], bottom


def _figure(
    style: Style, plate: LabelledDrawing, top: float, width: float, height: float
) -> tuple[Element, list[str], float]:
    """The drawing with its labels or with numbers, what the numbers say, and where it ends."""
    drawing = plate.drawing
    scale = min(width / drawing.width, height / drawing.height)
    start = (width - drawing.width * scale) / 2
    picture = Picture(start, top, drawing.width * scale, drawing.height * scale, drawing, style.palette)
    end = top + drawing.height * scale

    def word(label: Label, text: str, weight: str = "regular", y: float | None = None) -> Words:
        x, at = start + label.x * scale, top + (label.y if y is None else y) * scale
        return set_word(style, text, x, at, style.theme.small, weight, align=label.anchor)

    words = [word(label, plate.words.get(label.key, label.key)) for label in drawing.labels]
    texts: list[str] = []
    if _readable(words, width):
        return Element(Role.FIGURE, (picture, *words), alt=plate.alt), texts, end
    words = []
    for group in _callouts(drawing.labels):
        text = " ".join(plate.words.get(label.key, label.key) for label in group)
        if group[0].anchor == "middle":
            words.append(word(group[0], text))
        else:
            texts.append(text)
            y = sum(label.y for label in group) / len(group)
            words.append(word(group[0], str(len(texts)), "bold", y))
    return Element(Role.FIGURE, (picture, *words), alt=plate.alt), texts, end


def _readable(words: Sequence[Words], width: float) -> bool:
    """Whether all words are on the page, and none touches another."""
    boxes = [
        (word.x, word.y - word.run.size * 0.7, word.x + word.run.width, word.y + word.run.size * 0.2) for word in words
    ]
    inside = all(box[0] >= 0 and box[2] <= width for box in boxes)
    return inside and not any(
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        for one, other in combinations(boxes, 2)
    )


def _callouts(labels: Sequence[Label]) -> list[list[Label]]:
    """Labels that are lines of one text: one under the other, beside the same leader."""
    groups: list[list[Label]] = []
    for label in labels:
        last = groups[-1][-1] if groups else None
        if last and last.anchor == label.anchor and last.x == label.x and 0 < label.y - last.y <= _LINE:
            groups[-1].append(label)
        else:
            groups.append([label])
    return groups
