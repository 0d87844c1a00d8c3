"""A drawing with labels set as real text: an anatomy plate in a handout, a figure or contact sheet on its own page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.page.measures import Style
from generator.page.page import Block, Element, Item, Line, Picture, Role
from generator.page.paragraph import set_word
from generator.page.signs import decoration
from generator.shapes.drawing import Drawing


@dataclass(frozen=True, slots=True)
class LabelledDrawing:
    """`words` gives the text of each label by its key; `alt` says the picture to somebody who cannot see it."""

    drawing: Drawing
    title: str
    alt: str
    words: Mapping[str, str]


def lay_out_plate(style: Style, plate: LabelledDrawing, width: float, height: float) -> Block:
    """Start rule, head, and the drawing as large as `width` and `height` allow, its labels at caption size or above."""
    theme = style.theme
    rule = decoration(Line(0, 0, width, 0, 1.2, style.inks.accent))
    y = theme.step * 1.6
    head = Element(Role.HEADING_3, (set_word(style, plate.title, 0, y, theme.name, "bold"),))
    top = y + theme.step * 0.8
    figure, bottom = place_drawing(style, plate, top, width, height - top)
    return Block(width, bottom + theme.step * 0.3, (Element(Role.SECTION, (rule, head, figure)),), (plate.title, 2))


def place_drawing(
    style: Style, plate: LabelledDrawing, top: float, width: float, height: float
) -> tuple[Element, float]:
    """The figure, centred in `width`, and where it ends. Labels grow with the page's captions, not with the drawing."""
    drawing = plate.drawing
    scale = min(width / drawing.width, height / drawing.height)
    start = (width - drawing.width * scale) / 2
    picture = Picture(start, top, drawing.width * scale, drawing.height * scale, drawing, style.palette)
    items: list[Item] = [picture]
    for label in drawing.labels:
        text = plate.words.get(label.key, label.key)
        x, y = start + label.x * scale, top + label.y * scale
        items.append(set_word(style, text, x, y, style.theme.small, align=label.anchor))
    return Element(Role.FIGURE, tuple(items), alt=plate.alt), top + drawing.height * scale
