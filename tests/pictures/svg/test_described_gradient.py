"""Gradients of a logo are printed as a browser shows them: asked by the colour at points of the printed page."""

from __future__ import annotations

import pypdfium2
import pytest

from generator.output.pdf import pdf_bytes
from generator.output.svg_text import svg_text
from generator.page.page import Block, Element, Page, Pages, Picture, Placed, Role
from generator.pictures.svg.read_drawing import svg_drawing
from generator.problems import ContentError
from generator.shapes.drawing import Drawing
from generator.shapes.grey import greyed
from generator.shapes.mirror import mirror
from tests.limits import limited
from tests.output.specimen import CREATED, FACES

Rgb = tuple[int, int, int]

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
ENDS = '<stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/>'
SQUARE = '<rect width="100" height="100" fill="url(#g)"/>'


def draw(body: str) -> Drawing:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">'
    return svg_drawing(f"{svg}{body}</svg>".encode(), "logo.svg")


def linear(attributes: str = "", stops: str = ENDS, shape: str = SQUARE) -> str:
    return f'<linearGradient id="g" {attributes}>{stops}</linearGradient>{shape}'


def radial(attributes: str = "", stops: str = ENDS, shape: str = SQUARE) -> str:
    return f'<radialGradient id="g" {attributes}>{stops}</radialGradient>{shape}'


def printed(drawing: Drawing) -> pypdfium2.PdfBitmap:
    """The drawing on a page of 100 by 100 points, four pixels a point."""
    block = Block(100, 100, (Element(Role.FIGURE, (Picture(0, 0, 100, 100, drawing),), alt="A logo"),))
    pages = Pages("Logo", "en", (Page(100, 100, (Placed(0, 0, block),)),))
    document = pypdfium2.PdfDocument(pdf_bytes(pages, FACES, created=CREATED))
    try:
        return document[0].render(scale=4).to_pil().convert("RGB")
    finally:
        document.close()


def assert_colours(drawing: Drawing, expected: dict[tuple[float, float], Rgb]) -> None:
    image = printed(drawing)
    found = {point: image.getpixel((round(point[0] * 4), round(point[1] * 4))) for point in expected}
    for point, colour in expected.items():
        assert found[point] == pytest.approx(colour, abs=5), (point, found)


def between(share: float, one: Rgb = RED, other: Rgb = BLUE) -> Rgb:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


BARS = '<rect x="10" width="20" height="100"/><rect x="70" width="20" height="100"/>'
STROKED = '<rect x="20" y="20" width="60" height="60" fill="none" stroke="url(#g)" stroke-width="20"/>'
FADE = '<stop stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/>'
HARD = '<stop offset=".5" stop-color="#f00"/><stop offset=".5" stop-color="#00f"/>'
OF_ANOTHER_KIND = f'<radialGradient id="a" gradientUnits="userSpaceOnUse" r="1">{ENDS}</radialGradient>'
BEYOND = (
    '<stop stop-color="#0f0"/><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/><stop offset="1" '
    'stop-color="#fff"/>'
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (linear(), {(10, 50): between(0.1), (50, 5): between(0.5), (90, 90): between(0.9)}),
        (linear('x2="0" y2="1"'), {(50, 10): between(0.1), (5, 90): between(0.9)}),
        # past its ends a gradient goes on as it ended
        (linear('x1="30%" x2="70%"'), {(10, 50): RED, (50, 50): between(0.5), (90, 50): BLUE}),
        # the box is that of each shape, the picture's own units those of the picture
        (linear(shape=f'<g fill="url(#g)">{BARS}</g>'), {(15, 50): between(0.25), (75, 50): between(0.25)}),
        (
            linear('gradientUnits="userSpaceOnUse"', shape=f'<g fill="url(#g)">{BARS}</g>'),
            {(15, 50): between(0.15), (85, 50): between(0.85)},
        ),
        (
            linear('gradientUnits="userSpaceOnUse" x1="20" x2="40" gradientTransform="scale(2 1)"'),
            {(40, 50): RED, (60, 50): between(0.5)},
        ),
        # a slanted box slants the lines of equal colour with it
        (
            linear('x2="1" y2="1"', shape='<rect width="100" height="50" fill="url(#g)" transform="translate(0 25)"/>'),
            {(25, 62.5): between(0.5), (75, 37.5): between(0.5), (5, 27.5): between(0.05)},
        ),
        (linear('gradientTransform="rotate(90 .5 .5)"'), {(50, 10): between(0.1), (90, 50): between(0.5)}),
        (linear(shape=STROKED), {(15, 50): RED, (50, 50): WHITE}),
        (radial(), {(50, 50): RED, (75, 50): between(0.5), (50, 12.5): between(0.75), (3, 3): BLUE}),
        (radial('fx="25%" fr="10%"'), {(25, 50): RED, (30, 50): RED, (67.5, 50): between(0.5)}),
        (
            radial('gradientUnits="userSpaceOnUse" cx="20" cy="20" r="50%"'),
            {(20, 45): between(0.5), (20, 95): BLUE},
        ),
        # hard edges, also where the gradient begins and ends
        (linear(stops=HARD), {(48, 50): RED, (52, 50): BLUE}),
        (linear('x1=".3" x2=".7"', BEYOND), {(28, 50): GREEN, (32, 50): between(0.05), (72, 50): WHITE}),
        (radial('r=".4" fr=".2"', BEYOND), {(50, 50): GREEN, (73, 50): between(0.15), (93, 50): WHITE}),
        # what is taken over: stops, units and places, but places only from the same kind
        (
            f'<linearGradient id="a" x1="50%">{ENDS}</linearGradient><linearGradient id="g" xlink:href="#a" x2=".9"/>'
            + SQUARE,
            {(45, 50): RED, (70, 50): between(0.5), (95, 50): BLUE},
        ),
        (
            OF_ANOTHER_KIND + '<linearGradient id="g" href="#a"/><rect width="50" height="100" fill="url(#g)"/>',
            {(45, 50): between(0.45)},
        ),
        ("<style>stop{stop-color:#0f0}</style>" + linear(), {(50, 50): GREEN}),
        # nothing runs: one stop, a line without length; and nothing to see
        (linear(stops='<stop stop-color="#0f0"/>'), {(50, 50): GREEN}),
        (linear('x1="50%" x2="50%"'), {(10, 50): BLUE}),
        (radial('r="0"'), {(10, 50): BLUE}),
        (linear(stops=""), {(50, 50): WHITE}),
        # half-transparent over one colour, and a veil over a gradient
        (f'<rect width="100" height="100" fill="#0f0"/>{linear(stops=FADE)}', {(25, 50): between(0.25, WHITE, GREEN)}),
        (linear(shape=SQUARE.replace("/>", ' opacity=".5"/>')), {(50, 50): between(0.5, WHITE, between(0.5))}),
        (
            linear() + '<rect width="100" height="50" fill="#fff" opacity=".5"/>',
            {(50, 25): between(0.5, WHITE, between(0.5)), (50, 75): between(0.5)},
        ),
    ],
)
def test_the_colour_at_a_point(body: str, expected: dict[tuple[float, float], Rgb]) -> None:
    assert_colours(draw(body), expected)


def test_a_stroke_has_the_box_of_its_shape() -> None:
    # the rectangle runs from 20 to 80; its stroke reaches out to 10 and 90, where the end colours go on
    assert_colours(
        draw(linear(shape=STROKED)), {(12, 50): RED, (50, 15): between(0.5), (50, 50): WHITE, (88, 50): BLUE}
    )


def test_the_other_side_and_black_ink() -> None:
    drawing = draw(linear())
    assert_colours(mirror(drawing), {(10, 50): between(0.9), (90, 50): between(0.1)})
    dark, pale = (76, 76, 76), (29, 29, 29)
    grey = greyed(drawing)
    assert_colours(grey, {(1, 50): dark, (50, 50): between(0.5, dark, pale), (99, 50): pale})
    block = Block(9, 9, (Element(Role.FIGURE, (Picture(0, 0, 9, 9, grey),), alt="A logo"),))
    data = pdf_bytes(Pages("Logo", "en", (Page(9, 9, (Placed(0, 0, block),)),)), FACES, created=CREATED)
    assert b"/DeviceGray" in data
    assert b"/DeviceRGB" not in data


def test_as_a_file_of_its_own_it_is_drawn_the_same() -> None:
    for body in (linear('x2="1" y2="1"'), radial('fx="25%" fr="10%"'), linear(stops=HARD)):
        drawing = draw(body)
        again = svg_drawing(svg_text(drawing, {}).encode(), "again.svg")
        points = [(10, 20), (30, 50), (50, 50), (80, 70)]
        image = printed(drawing)
        assert_colours(again, {point: image.getpixel((point[0] * 4, point[1] * 4)) for point in points})


STOPS = [f'<stop offset="{n / 10_000}" stop-color="#{n:06x}"/>' for n in range(10_000)]
MANY, HUNDRED = "".join(STOPS), "".join(STOPS[::100])
CHAIN = "".join(f'<linearGradient id="a{n}" href="#a{n + 1}"/>' for n in range(500))


@pytest.mark.parametrize(
    ("body", "message", "hint"),
    [
        (linear('spreadMethod="reflect"'), "a gradient that repeats (spreadMethod 'reflect')", "Repeat: None"),
        (linear('spreadMethod="repeat"'), "a gradient that repeats", "PNG"),
        (linear('color-interpolation="linearRGB"'), "linearRGB", "sRGB"),
        (linear('gradientUnits="inches"'), "gradientUnits 'inches' is not known", "objectBoundingBox"),
        (linear('x1="left"'), "'left' is no plain number", "save it again"),
        (linear(stops='<stop stop-color="bleen"/>'), "unknown color", "save it again"),
        (
            linear(stops='<stop stop-color="#f00"/><stop offset="1" stop-color="#00f" stop-opacity=".5"/>'),
            "changes colour and transparency together",
            "opaque",
        ),
        (radial('fx="0%" cx="60%"'), "begins outside its circle", "fx, fy"),
        (linear() + linear(shape="<circle r='9' fill='url(#g)' opacity='.5'/>"), "lies on another gradient", "opaque"),
        (f'<pattern id="g"/>{SQUARE}', "#g is a pattern, or not a gradient of this picture", "flat colour"),
        (linear('href="#h"'), "takes over from one that is not there", "save"),
        (linear('href="other.svg#a"'), "a link out of the picture", "inside"),
        (linear('gradientTransform="scale(1e300)"'), "beyond all bounds", "PNG"),
        # without end, or a flood
        ('<linearGradient id="g" href="#a"/><radialGradient id="a" href="#g"/>' + SQUARE, "without end", "save"),
        (CHAIN + SQUARE.replace("#g", "#a0"), "without end", "save"),
        (linear(stops=MANY), "a gradient has 10,000 stops; at most 100", "simplify"),
        (linear(stops=HUNDRED, shape=SQUARE * 60), "too many gradients", "simplify"),
    ],
)
@limited()
def test_what_would_not_be_exact_is_refused(body: str, message: str, hint: str) -> None:
    with pytest.raises(ContentError) as caught:
        draw(body)
    (problem,) = caught.value.problems
    assert message in problem.message
    assert hint in problem.hint
    assert problem.place is not None
    assert (problem.place.file, problem.place.line) == ("logo.svg", 1)


def test_gradients_that_nothing_uses_do_no_harm() -> None:
    left_over = linear('spreadMethod="repeat"', MANY, "") + '<pattern id="p"><rect/></pattern>'
    assert_colours(draw(left_over + '<rect width="100" height="100" fill="#0f0"/>'), {(50, 50): GREEN})


def test_every_wrong_gradient_is_named() -> None:
    with pytest.raises(ContentError) as caught:
        draw(
            '<linearGradient id="a" spreadMethod="repeat"/><linearGradient id="b" gradientUnits="x"/>'
            '<rect width="9" height="9" fill="url(#a)" stroke="url(#b)"/><rect width="9" height="9" fill="url(#a)"/>'
        )
    assert len(caught.value.problems) == 2


def test_letters_are_sent_to_the_menu_that_makes_paths_of_them() -> None:
    with pytest.raises(ContentError) as caught:
        draw('<text x="5" y="50">Brook <tspan>Street</tspan></text>')
    (problem,) = caught.value.problems
    for entry in ("Path > Object to Path", "Type > Create Outlines", "Layer > Convert to Curves", "Figma"):
        assert entry in problem.hint
