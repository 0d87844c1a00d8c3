"""Pictures of an exercise in a small room: side by side on one ground line, or one over the other, as shows more."""

from __future__ import annotations

import math
from collections.abc import Sequence

from generator.manuscript.picture import Panel
from generator.page.measures import Style
from generator.page.page import Element, Picture, Role
from generator.shapes.drawing import Drawing
from generator.shapes.geometry import MM

_GAP = 4 * MM
_LARGEST = 1.0  # of a figure's own size
# What can be told apart at arm's length: of a figure's own size, and the height of a photograph.
_LEAST_SCALE = 0.32
_LEAST_HEIGHT = 15 * MM


def picture_scale(panels: Sequence[Panel], width: float, height: float) -> float:
    """How large the pictures come out, to compare rooms; 0 where there is none."""
    if not panels or min(width, height) <= 0:
        return 0.0
    return min(max(_scales(panels, width, height)), _LARGEST if _drawn(panels) else math.inf)


def have_room(panels: Sequence[Panel], width: float, height: float) -> bool:
    """Whether these pictures can be told apart in this room (points)."""
    if not panels:
        return height >= 0
    scale = picture_scale(panels, width, height)
    if _drawn(panels):
        return scale >= _LEAST_SCALE
    return scale * min(panel.size[1] for panel in panels) >= _LEAST_HEIGHT


def place_pictures(
    style: Style, panels: Sequence[Panel], x: float, y: float, width: float, height: float
) -> list[Element]:
    """In the middle of this room. The first speaks for all."""
    if not panels:
        return []
    across, down = _scales(panels, width, height)
    scale = picture_scale(panels, width, height)
    sizes = [(wide * scale, tall * scale) for wide, tall in (panel.size for panel in panels)]
    spots = _on_one_ground(sizes, width, height) if across >= down else _stacked(sizes, width, height)
    pictures = tuple(
        Picture(x + left, y + top, wide, tall, panel.content, style.palette)
        for panel, (wide, tall), (left, top) in zip(panels, sizes, spots, strict=True)
    )
    return [Element(Role.FIGURE, pictures, alt=panels[0].alt)]


def _drawn(panels: Sequence[Panel]) -> bool:
    return all(isinstance(panel.content, Drawing) for panel in panels)


def _scales(panels: Sequence[Panel], width: float, height: float) -> tuple[float, float]:
    """The scale of all pictures side by side, and of all one over the other."""
    wide, tall = zip(*(panel.size for panel in panels), strict=True)
    gaps = _GAP * (len(panels) - 1)
    across = min((width - gaps) / sum(wide), height / max(tall))
    return across, min(width / max(wide), (height - gaps) / sum(tall))


def _on_one_ground(sizes: Sequence[tuple[float, float]], width: float, height: float) -> list[tuple[float, float]]:
    """Each in the middle of an equal share of what is free."""
    free = (width - sum(wide for wide, _ in sizes)) / (len(sizes) + 1)
    ground = (height + max(tall for _, tall in sizes)) / 2
    spots, x = [], free
    for wide, tall in sizes:
        spots.append((x, ground - tall))
        x += wide + free
    return spots


def _stacked(sizes: Sequence[tuple[float, float]], width: float, height: float) -> list[tuple[float, float]]:
    free = (height - sum(tall for _, tall in sizes)) / (len(sizes) + 1)
    spots, y = [], free
    for wide, tall in sizes:
        spots.append(((width - wide) / 2, y))
        y += tall + free
    return spots
