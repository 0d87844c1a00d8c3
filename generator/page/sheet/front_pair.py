"""The pictures of one exercise in an area that is the same for all exercises of a page; the number is in its corner.

Each way to place them is tried: side by side next to the disc, side by side under it, one over the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from generator.manuscript.picture import Panel
from generator.page.measures import Style
from generator.page.page import Element, Picture, Role
from generator.shapes.drawing import Drawing
from generator.shapes.geometry import MM

_GAP = 3 * MM
_WIDEST_GAP = 8 * MM
_OVER = 1.2 * MM  # between two pictures one over the other
LARGEST = 1.1  # of a figure's own size


class PairWay(Enum):
    BESIDE_DISC = auto()
    UNDER_DISC = auto()
    STACKED = auto()


@dataclass(frozen=True, slots=True)
class Area:
    """Width and height for pictures, and the side of the corner that the number takes (points)."""

    width: float
    height: float
    corner: float


def own_scale(panels: Sequence[Panel], area: Area) -> float:
    """The largest at which these drawings fit; photographs have no scale of their own, so they are given 0."""
    if not _drawn(panels):
        return 0.0
    return min(max(scale for _, scale in _ways(panels, area)), LARGEST)


def _drawn(panels: Sequence[Panel]) -> bool:
    return bool(panels) and all(isinstance(panel.content, Drawing) for panel in panels)


def _ways(panels: Sequence[Panel], area: Area) -> Iterator[tuple[PairWay, float]]:
    wide, tall = zip(*(panel.size for panel in panels), strict=True)
    gaps = _GAP * (len(panels) - 1)
    beside = area.width - area.corner
    yield PairWay.BESIDE_DISC, min((beside - gaps) / sum(wide), area.height / max(tall))
    low = (area.height - area.corner) / tall[0]
    yield PairWay.UNDER_DISC, min((area.width - gaps) / sum(wide), low, area.height / max(tall))
    if len(panels) > 1:
        yield PairWay.STACKED, min(beside / max(wide), (area.height - _OVER * (len(panels) - 1)) / sum(tall))


def place_pair(style: Style, panels: Sequence[Panel], area: Area, scale: float, x: float, y: float) -> list[Element]:
    """One figure of all pictures; drawings are not larger than `scale`, so that people are of one size."""
    if not panels:
        return []
    way, largest = max(
        _ways(panels, area), key=lambda one: (min(one[1], scale or one[1]), one[0] is not PairWay.STACKED)
    )
    size = min(largest, scale) if _drawn(panels) else largest
    sizes = [(wide * size, tall * size) for wide, tall in (panel.size for panel in panels)]
    spots = _stacked(sizes, area) if way is PairWay.STACKED else _on_one_ground(sizes, area, way)
    pictures = tuple(
        Picture(x + left, y + top, wide, tall, panel.content, style.palette)
        for panel, (wide, tall), (left, top) in zip(panels, sizes, spots, strict=True)
    )
    return [Element(Role.FIGURE, pictures, alt=panels[0].alt)]


def _on_one_ground(sizes: Sequence[tuple[float, float]], area: Area, way: PairWay) -> list[tuple[float, float]]:
    """Standing on the lower edge, spread over the area."""
    start = area.corner if way is PairWay.BESIDE_DISC else 0.0
    room = area.width - start
    total = sum(wide for wide, _ in sizes)
    gap = min(max(_GAP, (room - total) * 0.45), _WIDEST_GAP) if len(sizes) > 1 else 0.0
    gap = min(gap, (room - total) / max(len(sizes) - 1, 1))
    x = start + (room - total - gap * (len(sizes) - 1)) / 2
    spots = []
    for wide, tall in sizes:
        spots.append((x, area.height - tall))
        x += wide + gap
    return spots


def _stacked(sizes: Sequence[tuple[float, float]], area: Area) -> list[tuple[float, float]]:
    room = area.width - area.corner
    spare = area.height - sum(tall for _, tall in sizes)
    gap = min(spare / max(len(sizes) - 1, 1), _GAP)
    y = area.height - sum(tall for _, tall in sizes) - gap * (len(sizes) - 1)
    spots = []
    for wide, tall in sizes:
        spots.append((area.corner + (room - wide) / 2, y))
        y += tall + gap
    return spots
