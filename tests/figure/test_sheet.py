from typing import Any

import pytest

from generator.figure.engine import draw_figure, draw_with_bones
from generator.figure.palette import COLOUR
from generator.figure.scene.contact_sheet import angles_text, contact_sheet, side_by_side
from generator.figure.scene.illustration import Illustration
from generator.output.svg_text import svg_text
from generator.shapes.drawing import Drawing, Fill, Label, Stroke

A = Drawing(10.0, 20.0, (Fill("0 0 m 10 10 l h", "skin"),), 0.05, (Label("a", 1, 2),))
B = Drawing(30.0, 10.0, (Stroke("0 0 m 10 10 l", "ink", 2.0),), 0.05)


def test_frames_stand_side_by_side_on_one_ground() -> None:
    both = side_by_side([A, B], gap=5.0)
    assert (both.width, both.height) == (45.0, 20.0)
    assert (both.ops[1].path, both.ops[1].at) == ("0 0 m 10 10 l", (300, 200))
    assert side_by_side([A]) is A


def test_a_sheet_has_every_figure_and_its_title() -> None:
    sheet = contact_sheet([("one", Illustration((A,))), ("two", Illustration((B, A)))], width=60.0)
    assert [label.key for label in sheet.labels] == ["a", "one", "a", "two"]
    assert len(sheet.ops) == 3
    assert contact_sheet([]).ops == ()


def test_drawings_of_different_units_are_refused() -> None:
    with pytest.raises(ValueError, match="units"):
        side_by_side([A, Drawing(1, 1, (), 1.0)])


def test_bones_lie_over_the_figure(specs: dict[str, Any]) -> None:
    plain, boned = draw_figure(specs["standing"]), draw_with_bones(specs["standing"])
    assert {op.colour for op in boned.frames[0].ops} - {op.colour for op in plain.frames[0].ops} == {"bone", "joint"}
    text = angles_text(boned)
    assert "knee right" in text
    assert "right foot: floor" in text


def test_a_drawing_is_written_as_svg() -> None:
    text = svg_text(side_by_side([A, B]), COLOUR, {"a": "Tom & Ann"}, title="x < y")
    assert text.startswith("<svg ")
    assert "Tom &amp; Ann" in text
    assert "x &lt; y" in text
    assert 'fill="#fff3e9"' in text
    assert text.count("<path") == 2
    assert 'd="M400 200l10 10"' in text
