"""A user's own pictures reach cards, chart and logo; the chart has photographs in small."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from generator.cache import Cache
from generator.content.library import load_library
from generator.content.prescription import Prescription
from generator.pictures.gallery import Gallery
from generator.pictures.gather import Pictures, gather_pictures
from generator.plan import plan_weeks
from generator.shapes.drawing import Drawing
from generator.shapes.pixels import Raster
from tests.check.samples import CLINIC, EXERCISE, ROUTINE

DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><linearGradient id="g"><stop stop-color="#f00"/>'
    '<stop offset="1"/></linearGradient><path d="M1 1h8v8z" fill="url(#g)"/></svg>'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for kind, name, text in (
        ("exercises", "wall-sit", EXERCISE.replace("wall.png", "wall.jpg")),
        ("routines", "knees", ROUTINE),
        ("clinics", "brook", CLINIC + "logo: logo.svg\n"),
    ):
        (tmp_path / kind).mkdir()
        (tmp_path / kind / f"{name}.yaml").write_text(text, "utf-8")
    scene = Image.linear_gradient("L").resize((900, 1200))
    # as a phone writes it that was held upright: lying, with a note
    exif = Image.Exif()
    exif[0x0112] = 6
    colours = Image.merge("RGB", (scene, scene.rotate(180), scene))
    colours.transpose(Image.Transpose.ROTATE_90).save(tmp_path / "exercises" / "wall.jpg", exif=exif)
    (tmp_path / "clinics" / "logo.svg").write_text(DRAWN, "utf-8")
    return tmp_path


def gathered(folder: Path, cache: Path | None = None) -> Pictures:
    library = load_library(folder)
    plan = plan_weeks(Prescription(routine="knees", clinic="brook", language="en-GB"), library)  # type: ignore[arg-type]
    return gather_pictures(plan, library, Gallery(Cache(cache)))


def test_a_photograph_has_a_small_picture_for_the_chart_upright(folder: Path, tmp_path: Path) -> None:
    pictures = gathered(folder, tmp_path / "cache")
    ((photo,),) = pictures.frames.values()
    small = pictures.thumbnails[1]
    assert isinstance(photo, Raster) and isinstance(small, Raster)
    assert (photo.columns, photo.rows) == (900, 1200)
    assert small.rows == 170 and small.columns in (127, 128)
    assert len(small.data) < 10_000
    assert pictures.own == {photo: "wall.jpg"}
    assert gathered(folder, tmp_path / "cache").thumbnails == pictures.thumbnails


def test_black_ink_takes_the_colour_out_of_all_of_them(folder: Path) -> None:
    grey = gathered(folder).in_grey()
    ((photo,),) = grey.frames.values()
    small, logo = grey.thumbnails[1], grey.logo
    assert isinstance(photo, Raster) and isinstance(small, Raster) and isinstance(logo, Drawing)
    assert photo.channels == small.channels == 1
    assert grey.own == {photo: "wall.jpg"}
    assert "#ff0000" not in str(logo)
    assert "#4c4c4c" in str(logo)


def test_a_drawing_of_ones_own_stands_in_the_chart_as_it_is(folder: Path) -> None:
    (folder / "exercises" / "wall.jpg").write_text(DRAWN, "utf-8")
    pictures = gathered(folder)
    ((drawing,),) = pictures.frames.values()
    assert pictures.thumbnails[1] is drawing
    assert pictures.own == {}
