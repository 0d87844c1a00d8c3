"""A picture of pixels, and how large a picture of either kind is by itself."""

from __future__ import annotations

from dataclasses import dataclass

from generator.shapes.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Raster:
    """A photograph or other pixel picture. `data` is a whole JPEG file, or raw 8-bit samples row by row."""

    columns: int
    rows: int
    channels: int  # 1 grey, 3 sRGB
    data: bytes
    is_jpeg: bool = False


def own_size(content: Drawing | Raster) -> tuple[float, float]:
    """Own width and height: points of a drawing, pixels of a photograph."""
    if isinstance(content, Drawing):
        return content.width, content.height
    return float(content.columns), float(content.rows)
