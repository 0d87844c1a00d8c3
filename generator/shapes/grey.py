"""A drawing in colours of its own becomes the same drawing in greys; colours with names are the theme's business."""

from __future__ import annotations

from dataclasses import replace

from generator.shapes.drawing import Drawing, Fill, Stroke


def greyed(drawing: Drawing) -> Drawing:
    """Every `#rrggbb` as the grey of the same brightness (luma, ITU-R BT.601).

    Luma is a sum of shares of red, green and blue, so greys that run from stop to stop are those of the colours there.
    """
    return replace(drawing, ops=tuple(map(_grey_op, drawing.ops)))


def _grey_op(op: Fill | Stroke) -> Fill | Stroke:
    if isinstance(op, Fill) and op.shade:
        stops = tuple((offset, _grey(colour)) for offset, colour in op.shade.stops)
        return replace(op, colour=_grey(op.colour), shade=replace(op.shade, stops=stops))
    return replace(op, colour=_grey(op.colour))


def _grey(colour: str) -> str:
    if not colour.startswith("#"):
        return colour
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{level:02x}{level:02x}{level:02x}"
