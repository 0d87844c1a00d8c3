import re
import zlib
from dataclasses import replace

import pytest

from generator.output.form import FormObject, drawing_form, matrix_form, raster_form
from generator.output.syntax import Unwritable
from generator.page.page import Ink
from generator.shapes.drawing import Drawing, Fill, Stroke
from generator.shapes.gradient import Gradient
from generator.shapes.pixels import Raster
from tests.output.specimen import MODULES, PALETTE, SAMPLES, drawing, photograph


def operators(form: FormObject) -> str:
    data = form.body.split(b"stream\n", 1)[1].rsplit(b"\r\nendstream", 1)[0]
    return zlib.decompress(data).decode("ascii")


def test_a_drawing_keeps_its_own_numbers_under_one_matrix() -> None:
    form = drawing_form(drawing(), PALETTE)
    text = operators(form)
    assert text.startswith("0.1 0 0 -0.1 0 40 cm 1 J 1 j")
    assert "0.95 g\n0 0 m 600 0 l 600 400 l 0 400 l h f*" in text
    assert "0.04 0.31 0.42 RG\n12 w\n[30 20] 0 d\n0 400 m" in text
    assert "0.102 G\n8 w\n[] 0 d" in text
    assert (form.width, form.height) == (60, 40)


def test_a_path_counts_from_its_own_place_and_what_is_set_already_is_not_said_again() -> None:
    line = "0 0 m 9 0 l 9 2 l"
    ops = (
        Fill(line, "skin", at=(100, 40)),
        Fill(line, "skin", at=(100, 40)),
        Stroke(line, "skin", 2, at=(30, 50)),
        Stroke(line, "skin", 2, (3,)),
        Stroke(line, "skin", 2),
    )
    text = operators(drawing_form(Drawing(20, 10, ops, 0.1), (("skin", Ink(0, 0, 0)),)))
    assert text.split("\n")[1:] == [
        "1 0 0 1 100 40 cm", "0 g", f"{line} f*", f"{line} f*",
        "1 0 0 1 -70 10 cm", "0 G", "2 w", f"{line} S",
        "1 0 0 1 -30 -50 cm", "[3] 0 d", f"{line} S", "[] 0 d", f"{line} S",
    ]  # fmt: skip


def test_a_hatched_ink_adds_lines_clipped_to_the_shape() -> None:
    text = operators(drawing_form(drawing(), PALETTE))
    assert text.count("W* n 7.5 w") == 1
    assert "0.1 G\nq 100 100 m 300 50 400 350 500 300 c h W* n 7.5 w" in text


def test_a_gradient_is_painted_through_its_path() -> None:
    form = drawing_form(drawing(), PALETTE)
    assert "q 0 0 m 90 0 l 90 90 l h W* n 90 0 0 90 0 0 cm /S0 sh Q" in operators(form)
    red_to_green = b"/FunctionType 2/Domain[0 1]/N 1/C0[1 0 0]/C1[0 0.502 0]"
    assert b"/S0<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 1 0]/Extend[true true]/Function<<" in form.body
    assert red_to_green in form.body
    assert b"/S1<</ShadingType 3/ColorSpace/DeviceGray/Coords[0.2 0.1 0.1 0 0 1]" in form.body
    assert b"/C0[1]/C1[0.502]" in form.body
    assert b"/Bounds[0.5]/Encode[0 1 0 1]" in form.body


def test_equal_gradients_are_stored_once() -> None:
    shade = Gradient((9, 0, 0, 9, 0, 0), ((0, "#ff0000"), (1, "#000000")))
    other = replace(shade, matrix=(5, 0, 0, 5, 1, 1))
    form = drawing_form(Drawing(9, 9, tuple(Fill("0 0 m 9 9 l 0 9 l h", "#800000", one) for one in (shade, other))), ())
    assert form.body.count(b"/ShadingType") == 1
    assert operators(form).count("/S0 sh") == 2


def test_no_form_holds_marked_content() -> None:
    for form in (drawing_form(drawing(), PALETTE), matrix_form(MODULES)):
        assert not re.search(r"BDC|BMC|EMC|MCID", operators(form))


def test_a_colour_without_ink_is_named() -> None:
    with pytest.raises(Unwritable, match="'strap', which has no ink"):
        drawing_form(drawing(), PALETTE[:2])


def test_a_colour_that_only_looks_like_one_is_refused() -> None:
    with pytest.raises(Unwritable, match="no ink"):
        drawing_form(Drawing(1, 1, (Fill("0 0 m 1 1 l", "#12zz56"),)), ())


def test_names_follow_the_content() -> None:
    assert drawing_form(drawing(), PALETTE).name == drawing_form(drawing(), PALETTE).name
    assert (
        drawing_form(drawing(), PALETTE).name != drawing_form(drawing(), (*PALETTE[:2], ("strap", Ink(0, 0, 0)))).name
    )


def test_hostile_paths_do_not_reach_the_file() -> None:
    for op in (Fill("0 0 m Q Q (x) Tj", "skin"), Stroke("nan 0 m", "skin", 1)):
        with pytest.raises(Unwritable):
            drawing_form(Drawing(1, 1, (op,)), PALETTE)


def test_a_code_is_one_path_of_whole_rows() -> None:
    text = operators(matrix_form(((True, True, False, True), (False,) * 4, (True,) * 4)))
    assert text == "0 2 2 1 re 3 2 1 1 re 0 0 4 1 re f"


def test_pixels_come_as_they_are() -> None:
    jpeg = raster_form(photograph())
    assert photograph().data in jpeg.body
    assert b"/Filter/DCTDecode" in jpeg.body
    assert b"/DeviceGray/BitsPerComponent 8" in raster_form(SAMPLES).body


@pytest.mark.parametrize(
    "wrong", [Raster(4, 2, 1, b"123"), Raster(0, 2, 1, b""), Raster(1, 1, 4, b"1234"), Raster(1, 1, 2, b"12")]
)
def test_pixels_that_do_not_fill_their_box_are_refused(wrong: Raster) -> None:
    with pytest.raises(Unwritable, match="a picture"):
        raster_form(wrong)
