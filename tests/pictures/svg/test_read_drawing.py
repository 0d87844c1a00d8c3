"""An SVG is drawn as a browser would: asked by whether a point on the paper is inked, and in which colour."""

import contextlib
import itertools
import math
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.pictures.svg.colour import read_colour
from generator.pictures.svg.read_drawing import svg_drawing
from generator.problems import ContentError
from generator.shapes.drawing import Drawing, Fill
from tests.limits import limited


def svg(body: str, head: str = 'viewBox="0 0 100 100"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{body}</svg>'.encode()


def draw(body: str, head: str = 'viewBox="0 0 100 100"') -> Drawing:
    return svg_drawing(svg(body, head), "logo.svg")


def outline(path: str) -> list[list[tuple[float, float]]]:
    """The closed polygons of a path; curves in eight pieces."""
    rings: list[list[tuple[float, float]]] = []
    numbers: list[float] = []
    for word in path.split():
        if re.fullmatch(r"-?[\d.]+", word):
            numbers.append(float(word))
            continue
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if word == "m":
            rings.append([points[0]])
        elif word == "l":
            rings[-1].append(points[0])
        elif word == "c":
            (x0, y0), (x1, y1), (x2, y2), (x3, y3) = rings[-1][-1], *points
            for t in (i / 8 for i in range(1, 9)):
                s = 1 - t
                a, b, c, d = s**3, 3 * s * s * t, 3 * s * t * t, t**3
                rings[-1].append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
        numbers = []
    return rings


def covers(fill: Fill, x: float, y: float) -> bool:
    """Even-odd rule, as `Fill` says."""
    inside = False
    for ring in outline(fill.path):
        for (x0, y0), (x1, y1) in itertools.pairwise([*ring, ring[0]]):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                inside = not inside
    return inside


def ink(drawing: Drawing, x: float, y: float) -> str | None:
    """The colour at a point of a 100 by 100 picture."""
    found = None
    for fill in drawing.ops:
        assert isinstance(fill, Fill)
        if covers(fill, x * 100, y * 100):
            found = fill.colour
    return found


HALF = '<clipPath id="c"><rect width="50" height="100"/></clipPath>'
BAR_AND_GROUND = '<rect id="b" width="20" height="90"/><rect width="99" height="99" clip-path="url(#d)"/>'


@pytest.mark.parametrize(
    ("body", "inked", "blank"),
    [
        ('<rect x="10" y="20" width="30" height="40"/>', (20, 30), (50, 30)),
        ('<circle cx="50" cy="50" r="20"/>', (50, 69), (50, 71)),
        ('<ellipse cx="50" cy="50" rx="40" ry="10"/>', (89, 50), (50, 61)),
        ('<polygon points="10,10 90,10 50,90"/>', (50, 50), (15, 50)),
        ('<path d="M10 10 h80 v80 H10 z"/>', (50, 50), (95, 50)),
        ('<path d="M10 50 a40 40 0 0 1 80 0 z"/>', (50, 15), (50, 55)),
        ('<path d="M10 50 Q50 0 90 50 T90 90 z"/>', (50, 40), (20, 20)),
        # strokes keep their caps and joins: a butt end stops, a mitre is sharp
        ('<path d="M20 50 H80" stroke="#000" stroke-width="10" fill="none"/>', (50, 54), (17, 50)),
        (
            '<path d="M20 50 H80" stroke="#000" stroke-width="10" stroke-linecap="square" fill="none"/>',
            (17, 50),
            (14, 50),
        ),
        ('<path d="M20 80 V20 H80" stroke="#000" stroke-width="10" fill="none"/>', (16, 16), (30, 30)),
        ('<path d="M0 50 H100" stroke="#000" stroke-width="9" stroke-dasharray="20 20"/>', (10, 50), (30, 50)),
        # what moves and what repeats
        ('<g transform="translate(50 0)"><rect width="10" height="10" transform="scale(2)"/></g>', (65, 15), (45, 5)),
        ('<rect x="-5" y="-5" width="10" height="10" transform="rotate(45 0 0) translate(50 0)"/>', (35, 35), (50, 2)),
        ('<defs><path id="a" d="M0 0h10v10H0z"/></defs><use href="#a" x="70" y="70"/>', (75, 75), (5, 5)),
        (f'<g clip-path="url(#c)"><circle cx="50" cy="50" r="40"/>{HALF}</g>', (30, 50), (70, 50)),
        (f'<rect width="90" height="90" clip-path="url(#c)" transform="translate(5 0)"/>{HALF}', (50, 50), (60, 50)),
        (
            f'<clipPath id="d" clip-path="url(#c)"><use href="#b" x="20"/></clipPath>{HALF}{BAR_AND_GROUND}',
            (30, 50),
            (45, 50),
        ),
        # what is not shown
        ('<rect width="50" height="50" display="none"/><rect x="60" width="10" height="10"/>', (65, 5), (25, 25)),
        (
            '<g visibility="hidden"><rect width="50" height="50"/></g><rect x="60" width="10" height="10"/>',
            (65, 5),
            (25, 25),
        ),
        ('<rect width="50" height="50" fill="none"/><rect x="60" width="10" height="10"/>', (65, 5), (25, 25)),
        (
            '<title>a</title><metadata><x xmlns="urn:x"><rect/></x></metadata><rect x="60" width="10" height="10"/>',
            (65, 5),
            (5, 5),
        ),
    ],
)
def test_a_point_is_inked_or_not(body: str, inked: tuple[float, float], blank: tuple[float, float]) -> None:
    drawing = draw(body)
    assert ink(drawing, *inked)
    assert not ink(drawing, *blank)


def test_both_fill_rules_come_out_even_odd() -> None:
    rings = "M10 10 H90 V90 H10 z M30 30 H70 V70 H30 z"
    assert ink(draw(f'<path d="{rings}"/>'), 50, 50)
    assert not ink(draw(f'<path fill-rule="evenodd" d="{rings}"/>'), 50, 50)


BLUE = "#0000ff"


@pytest.mark.parametrize(
    ("body", "colour"),
    [
        ('<rect width="99" height="99"/>', "#000000"),
        ('<g fill="navy"><rect width="99" height="99"/></g>', "#000080"),
        ('<rect width="99" height="99" fill="#0B4F6C"/>', "#0b4f6c"),
        ('<rect width="99" height="99" style="fill:#abc; stroke:none"/>', "#aabbcc"),
        ('<rect width="99" height="99" fill="red" style="fill: rgb(0, 128, 0)"/>', "#008000"),
        ('<rect width="99" height="99" fill="currentColor"/>', "#000000"),
        ('<style>.a,.b{fill:lime}</style><rect class="b" width="99" height="99"/>', "#00ff00"),
        (
            '<style>rect{fill:red} #x{fill:blue} .a{fill:lime}</style><rect id="x" class="a" width="99" height="99"/>',
            BLUE,
        ),
        ('<style>/* { */ rect.a{fill:lime}</style><rect class="a" style="fill:blue" width="99" height="99"/>', BLUE),
        # half-transparent: on white paper, on what lies below, in a group
        ('<rect width="99" height="99" fill="#f00" opacity="0.5"/>', "#ff8080"),
        ('<rect width="99" height="99"/><rect width="99" height="99" fill="#f00" fill-opacity="0.5"/>', "#800000"),
        ('<g opacity="0.5"><rect width="99" height="99" fill="#f00"/><rect width="9" height="9"/></g>', "#ff8080"),
        ('<rect width="99" height="99" fill="rgba(255, 0, 0, 50%)"/>', "#ff8080"),
    ],
)
def test_the_colour_at_the_middle(body: str, colour: str) -> None:
    assert ink(draw(body), 50, 50) == colour


@pytest.mark.parametrize(
    ("head", "width", "height"),
    [
        ('viewBox="0 0 96 48"', 72, 36),
        ('width="96" height="48px"', 72, 36),
        ('viewBox="5 -5 10 5" width="20mm"', 20 * 72 / 25.4, 10 * 72 / 25.4),
        ('viewBox="0 0 1 1" width="100%" height="100%"', 0.75, 0.75),
    ],
)
def test_the_size_is_the_pictures_own(head: str, width: float, height: float) -> None:
    drawing = draw('<rect x="-100" y="-100" width="1000" height="1000"/>', head)
    assert (drawing.width, drawing.height) == pytest.approx((width, height))
    # what hangs over the edge is cut, so a picture never covers its neighbours
    (fill,) = drawing.ops
    points = [point for ring in outline(fill.path) for point in ring]
    assert max(x for x, _ in points) * drawing.unit == pytest.approx(width, abs=0.01)
    assert max(y for _, y in points) * drawing.unit == pytest.approx(height, abs=0.01)
    assert min(min(point) for point in points) == 0


def test_any_encoding_and_the_lines_that_programs_write() -> None:
    body = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    plain = svg_drawing(body.encode(), "a")
    assert (
        svg_drawing(('<?xml version="1.0" encoding="utf-8"?>\n<!-- made by hand -->' + doctype + body).encode(), "a")
        == plain
    )
    assert svg_drawing(('<?xml version="1.0" encoding="utf-16"?>' + body).encode("utf-16"), "a") == plain
    assert svg_drawing(b"\xef\xbb\xbf" + body.encode(), "a") == plain


def test_colours() -> None:
    assert read_colour("none")[1] == 0
    assert read_colour("hsl(120, 100%, 50%)") == ((0, 255, 0), 1)
    assert read_colour("rgb(100% 50.0% 0 / .5)") == ((255, 127.5, 0), 0.5)
    assert read_colour("#ff000080") == ((255, 0, 0), 128 / 255)
    with pytest.raises(ValueError, match="unknown color"):
        read_colour("bleen")


POINTS = [f"{i * i * 7919 % 101},{i * i * 104729 % 97}" for i in range(3000)]
ZIGZAG = " ".join(POINTS)
HOUSE = "<path id='a0' d='M0 0h1v1z'/>" + "".join(
    f"<g id='a{i}'>" + f"<use href='#a{i - 1}'/>" * 10 + "</g>" for i in range(1, 9)
)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<script>alert(1)</script>", "<script> cannot be printed"),
        ("<foreignObject/>", "<foreignObject> cannot be printed"),
        ('<image href="file:///etc/passwd"/>', "<image> cannot be printed"),
        ('<animate attributeName="x"/>', "<animate> cannot be printed"),
        ("<text>Clinic</text>", "<text> cannot be printed"),
        ('<a href="javascript:alert(1)"><rect/></a>', "<a> cannot be printed"),
        ('<rect onclick="alert(1)"/>', "onclick would run a script"),
        ('<use href="other.svg#a"/>', "a link out of the picture: 'other.svg#a'"),
        ('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="http://a.example/b"/>', "a link out of the picture"),
        ("<style>@import url(http://a.example/b.css);</style>", "style sheet cannot be read"),
        ("<style>g > rect {fill: red}</style>", "a selector that is too clever: 'g > rect'"),
        ('<rect width="9" height="9" style="fill:url(http://a.example/b)"/>', "fill leads out of the picture"),
        ('<rect width="9" height="9" fill="url(#g)"/>', "#g is a pattern, or not a gradient of this"),
        ('<rect width="9" height="9" filter="url(#f)"/>', "filter cannot be printed"),
        ('<rect width="9" height="9" mask="url(#f)"/>', "mask cannot be printed"),
        ('<rect width="9" height="9" fill="bleen"/>', "unknown color specifier: 'bleen'"),
        ('<rect width="50%" height="9"/>', "width needs a plain number, not '50%'"),
        ('<rect width="nan" height="9"/>', "width needs a plain number, not 'nan'"),
        ('<path d="M0 0 L1e400 5 z"/>', "picture cannot be read"),
        ('<path d="M0 0 L bleen"/>', "picture cannot be read"),
        ('<rect width="9" height="9" transform="matrix(1e300 0 0 1e300 0 0)"/>', "picture cannot be read"),
        ('<g clip-path="url(#nothing)"><rect width="9" height="9"/></g>', "there is no clipPath for 'url(#nothing)'"),
        ('<g id="a"><use href="#a"/></g>', "the picture contains itself"),
        (HOUSE, "too many parts"),
        ("".join(f"<g id='b{i}'><use href='#b{i + 1}'/></g>" for i in range(3000)), "use one another too many times"),
        (f'<polygon points="{ZIGZAG}"/>', "too tangled"),
        (f'<polyline fill="none" stroke="#000" points="{" ".join(POINTS[:400])}"/>', "too tangled"),
        ('<path d="M0 0H99" stroke="#000" stroke-dasharray="0.001"/>', "too many dashes"),
        (f'<path d="{"M0 0h1v1z" * 8_000}"/>', "too many separate pieces"),
        ("<g>" * 60 + "</g>" * 60, "nested deeper than 50 levels"),
        ("<g/>" * 30_000, "too many elements"),
        (f'<path d="{"M0 0h1v1z" * 60_000}"/>', "too many parts"),
        ("x" * 1_000_001, "more than 1,000,000 bytes"),
        ("<rect", "not well-formed"),
        ("\0", "not well-formed"),
    ],
)
@limited()
def test_what_is_refused(body: str, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        draw(body)
    assert message in caught.value.problems[0].message
    place = caught.value.problems[0].place
    assert place is not None
    assert (place.file, place.line) == ("logo.svg", 1)
    assert place.column >= 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<g>&a;</g>"), "declares entities"),
        (b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("<g>&a;</g>"), "declares entities"),
        (b'<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://a.example/b"> %a;]>' + svg(""), "declares entities"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'.encode("utf-16"), "declares entities"),
        (b"<html></html>", "starts with <svg>"),
        (b'<svg xmlns="urn:another"/>', "starts with <svg>"),
        (b"<title/>", "starts with <svg>"),
        (b"", "not well-formed"),
        (b'<?xml version="1.0" encoding="bleen"?><svg/>', "not well-formed"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "needs a viewBox"),
        (svg("", 'viewBox="0 0 0 10"'), "needs a viewBox"),
        (svg("", 'viewBox="0 0 nan 10"'), "needs a viewBox"),
    ],
)
def test_whole_files_that_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(ContentError, match=message):
        svg_drawing(data, "logo.svg")


def test_every_problem_is_named_at_its_place() -> None:
    with pytest.raises(ContentError) as caught:
        draw('\n  <script/>\n  <rect onload="x" fill="url(a#a)"/>')
    assert [(p.place.line, p.place.column) for p in caught.value.problems if p.place] == [(2, 3), (3, 3), (3, 3)]
    with pytest.raises(ContentError) as caught:
        draw("<text/>" * 100)
    assert len(caught.value.problems) == 20


@pytest.mark.parametrize("corners", [4, 20, 80])
@limited()
def test_many_veils_stay_quick(corners: int) -> None:
    veils = (" ".join(POINTS[i : i + corners]) for i in range(100))
    with contextlib.suppress(ContentError):  # drawn or refused: either is right, if it comes soon
        draw("".join(f'<polygon opacity=".5" points="{veil}"/>' for veil in veils))


def test_the_libraries_are_imported_only_to_draw() -> None:
    script = (
        "import sys, generator.pictures.file; print([n for n in ('PIL', 'pathops', 'fontTools') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


EVERYTHING = svg(
    '<style>.a{fill:#0a0;stroke:red}#b{opacity:.5}</style><defs><clipPath id="c"><circle r="40"/></clipPath>'
    '<path id="p" d="M1 2h3v-4H5V6l7 8C1 2 3 4 5 6s7 8 9 1q2 3 4 5t6 7a8 9 10 0 1 11 12z"/></defs>'
    '<g transform="matrix(1 0 0 1 2 3) rotate(4 5 6) skewX(7)" clip-path="url(#c)" opacity="0.5"><use href="#p" x="8"/>'
    '<rect class="a" id="b" x="1" y="2" width="30" height="40" rx="5" stroke-width="2" stroke-dasharray="3 4 5"/></g>'
    '<polyline points="1,2 3,4 50,60" fill="none" stroke="rgb(10%, 20%, 30%)" stroke-linejoin="round"/>'
    '<ellipse cx="9" cy="9" rx="5" ry="6" style="fill:hsl(120, 50%, 50%);fill-rule:evenodd"/>',
    'width="10mm" viewBox="0 0 100 100"',
)
TOKENS = [
    b"0",
    b"-1",
    b"1e9",
    b"-1e300",
    b"nan",
    b"inf",
    b"",
    b"%",
    b"url(#b)",
    b'"',
    b"<",
    b"</g>",
    b"#p",
    b"none",
    b"z",
]


@given(
    some.lists(
        some.tuples(some.integers(0, len(EVERYTHING)), some.integers(0, 6), some.sampled_from(TOKENS)), max_size=4
    )
)
def test_any_damage_is_a_clear_problem(changes: list[tuple[int, int, bytes]]) -> None:
    data = EVERYTHING
    for at, length, token in changes:
        data = data[:at] + token + data[at + length :]
    try:
        drawing = svg_drawing(data, "logo.svg")
    except ContentError as error:
        assert error.problems  # noqa: PT017  # a picture may also survive
        return
    numbers = [float(word) for op in drawing.ops for word in op.path.split() if not word.isalpha()]
    assert all(-1 <= number <= 10_001 for number in numbers)
    assert 0 < drawing.width < math.inf
