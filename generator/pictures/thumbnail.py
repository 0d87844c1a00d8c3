"""A photograph comes in, a small picture of the same for a row of the chart goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pictures.photo import image_of, jpeg_raster
from generator.shapes.pixels import Raster

if TYPE_CHECKING:
    from PIL import Image

LONGEST_SIDE = 170  # pixels: 300 dpi in the 14 mm that a row has at most
_WIDEST = 2.0  # times the height, and as high as that; what is longer loses at both ends
_PALEST = 12  # of 255: what differs less from white, in red, green and blue, is empty paper
_MARGIN = 0.03  # of the longer side, left of the paper


def small_raster(raster: Raster) -> Raster:
    """The photograph without an empty border, no longer than twice its width, as a JPEG of a few kilobytes."""
    image = _cut(image_of(raster))
    if image.size == (raster.columns, raster.rows) and max(image.size) <= LONGEST_SIDE:
        return raster
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return jpeg_raster(image)


def _cut(image: Image.Image) -> Image.Image:
    left, top, right, bottom = _subject(image)
    width, height = right - left, bottom - top
    x, y = max(width - height * _WIDEST, 0) / 2, max(height - width * _WIDEST, 0) / 2
    return image.crop((round(left + x), round(top + y), round(right - x), round(bottom - y)))


def _subject(image: Image.Image) -> tuple[int, int, int, int]:
    """The box of what stands on white, with a little of that around it; else the whole picture.

    Only white is taken for empty: a face before a pale wall is hardly darker than the wall.
    """
    from PIL import Image, ImageChops

    paper = Image.new(image.mode, image.size, "white")
    bands = ImageChops.difference(image, paper).point(lambda value: 255 * (value > _PALEST)).split()
    inked = bands[0]
    for band in bands[1:]:
        inked = ImageChops.lighter(inked, band)
    box = inked.getbbox()
    if box is None:
        return (0, 0, *image.size)
    margin = round(max(image.size) * _MARGIN)
    left, top, right, bottom = box
    return (
        max(left - margin, 0),
        max(top - margin, 0),
        min(right + margin, image.width),
        min(bottom + margin, image.height),
    )
