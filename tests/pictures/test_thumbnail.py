"""A photograph in a chart's row: the whole exercise, no empty border, few bytes."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from generator.pictures.photo import image_of, jpeg_raster
from generator.pictures.thumbnail import LONGEST_SIDE, small_raster
from generator.shapes.pixels import Raster


def raster(image: Image.Image) -> Raster:
    return Raster(image.width, image.height, len(image.getbands()), image.tobytes())


def scene(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Everything in it differs from everything else, up to the edges."""
    across, down = Image.linear_gradient("L").rotate(90).resize((width, height)), Image.linear_gradient("L")
    return Image.merge("RGB", (across, down.resize((width, height)), across)).convert(mode)


@pytest.mark.parametrize(
    ("size", "small"), [((1200, 900), (170, 128)), ((900, 1600), (96, 170)), ((600, 600), (170, 170))]
)
def test_a_photograph_keeps_its_shape(size: tuple[int, int], small: tuple[int, int]) -> None:
    made = small_raster(raster(scene(*size)))
    assert (made.columns, made.rows) == small
    assert made.is_jpeg
    assert len(made.data) < 10_000


def test_what_is_very_long_loses_at_both_ends_alike() -> None:
    made = small_raster(raster(scene(1200, 300)))
    assert made.columns == 2 * made.rows == LONGEST_SIDE
    whole, cut = scene(1200, 300), image_of(made)
    for x in (0, 84, 169):
        assert cut.getpixel((x, 40)) == pytest.approx(whole.getpixel((300 + round(x * 600 / 170), 141)), abs=12)
    high = small_raster(raster(scene(200, 1200)))
    assert high.rows == 2 * high.columns == LONGEST_SIDE


def test_an_empty_border_is_left_out() -> None:
    page = Image.new("RGB", (1000, 800), (250, 250, 250))
    page.paste((20, 20, 20), (400, 300, 600, 500))
    made = image_of(small_raster(raster(page)))
    assert made.size == (170, 170)
    dark = sum(made.convert("L").histogram()[:128])
    assert 0.5 < dark / (170 * 170) < 0.75  # the square with 30 pixels of ground on each side


def test_a_face_before_a_pale_wall_is_not_empty() -> None:
    wall = Image.new("RGB", (300, 400), (225, 215, 205))
    wall.paste((235, 205, 190), (130, 20, 170, 60))  # a head, in nearly the brightness of the wall
    wall.paste((40, 90, 160), (120, 60, 180, 300))
    made = small_raster(raster(wall))
    assert (made.columns, made.rows) == (127, 170)


def test_an_empty_picture_stays_whole() -> None:
    made = small_raster(raster(Image.new("L", (400, 200), 255)))
    assert (made.columns, made.rows, made.channels) == (170, 85, 1)


def test_a_small_picture_stays_as_it_is() -> None:
    for one in (raster(scene(90, 60)), jpeg_raster(scene(90, 60))):
        assert small_raster(one) is one


def test_the_same_photograph_gives_the_same_bytes() -> None:
    assert small_raster(raster(scene(800, 600))) == small_raster(raster(scene(800, 600)))
    Image.open(io.BytesIO(small_raster(raster(scene(800, 600))).data)).verify()
