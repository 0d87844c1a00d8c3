"""A drawing in colours of its own becomes the same drawing in greys; colours with names are the theme's business."""

from __future__ import annotations

from dataclasses import replace

from generator.shapes.drawing import Drawing


def greyed(drawing: Drawing) -> Drawing:
    """Every `#rrggbb` as the grey of the same brightness (luma, ITU-R BT.601)."""
    return replace(drawing, ops=tuple(replace(op, colour=_grey(op.colour)) for op in drawing.ops))


def _grey(colour: str) -> str:
    if not colour.startswith("#"):
        return colour
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{level:02x}{level:02x}{level:02x}"
