"""The anatomy plate: its leader lines cross nothing, its colours stay apart in grey, its labels can be translated."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from pydantic import ValidationError
from reportlab.pdfbase.ttfonts import TTFont

from generator.content.plate import Callout, Plate
from generator.figure import palette
from generator.figure.anatomy_plate import LABEL_SIZE, arrangement_for, draw_plate, leader, outline_of
from generator.shapes.drawing import Stroke
from generator.shapes.geometry import Point
from generator.shapes.path import points
from generator.source.reader import read

PLATES = Path(__file__).parents[2] / "assets" / "plates"
FACE = Path(__file__).parents[2] / "assets" / "fonts" / "SourceSans3-Regular.ttf"
WORDING = Path(__file__).parents[2] / "assets" / "wording" / "en.yaml"
SIZES = (11.0, 16.0, 18.0)  # of labels: standard, large print, and some reserve
MUSCLES = ("biceps_long", "biceps_short", "semitendinosus", "semimembranosus")


@pytest.fixture(scope="module")
def plate() -> Plate:
    return load("posterior-thigh")


def load(name: str) -> Plate:
    return Plate.model_validate(read((PLATES / f"{name}.yaml").read_text("utf-8"), name).value)


def inside(point: Point, polygon: list[Point]) -> bool:
    """Even-odd rule."""
    x, y = point
    found = False
    if not polygon:
        return False
    for (x0, y0), (x1, y1) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            found = not found
    return found


def crossings(plate: Plate, callout: Callout, size: float = LABEL_SIZE) -> set[str]:
    """Pieces other than the named one that the leader runs over, before it reaches what it names."""
    arrangement = arrangement_for(plate, size)
    (x0, y0), (x1, y1) = leader(arrangement, callout)
    drawn = plate.panels[callout.panel].draw
    outlines = {name: outline_of(plate, arrangement, callout.panel, name) for name in drawn}
    found: set[str] = set()
    for step in range(100):
        point = (x0 + (x1 - x0) * step / 100, y0 + (y1 - y0) * step / 100)
        if inside(point, outlines[callout.piece]):
            break
        found |= {name for name, outline in outlines.items() if name != callout.piece and inside(point, outline)}
    return found


def topmost(plate: Plate, callout: Callout) -> str:
    """The piece that is seen at the point of a callout."""
    arrangement = arrangement_for(plate, LABEL_SIZE)
    target = leader(arrangement, callout)[1]
    drawn = reversed(plate.panels[callout.panel].draw)
    return next(name for name in drawn if inside(target, outline_of(plate, arrangement, callout.panel, name)))


def boxes(plate: Plate, size: float) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each label in English."""
    found = []
    face = TTFont("plate", FACE)
    wording = read(WORDING.read_text("utf-8"), "en").value
    assert isinstance(wording, dict)
    words = wording["anatomy"]
    assert isinstance(words, dict)
    for label in draw_plate(plate, size).labels:
        width = face.stringWidth(words[label.key], size)
        left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
        found.append((left, label.y - 0.75 * size, left + width, label.y + 0.25 * size))
    return found


def test_every_leader_ends_on_what_it_names(plate: Plate) -> None:
    assert len(plate.callouts) >= 10
    for callout in plate.callouts:
        assert topmost(plate, callout) == callout.piece, callout.lines


def test_leaders_cross_no_other_piece(plate: Plate) -> None:
    for callout in plate.callouts:
        assert crossings(plate, callout) <= ({"pubis"} if callout.piece == "hip_bone" else set()), callout.lines


def test_a_leader_across_a_muscle_is_found(plate: Plate) -> None:
    across = Callout(lines=("plate_tibia",), x=-65.0, anchor="end", to=(3.2, 21.6), piece="biceps_long")
    assert "semitendinosus" in crossings(plate, across)


@pytest.mark.parametrize("size", SIZES)
def test_leaders_cross_neither_each_other_nor_a_label(plate: Plate, size: float) -> None:
    arrangement = arrangement_for(plate, size)
    lines = [leader(arrangement, callout) for callout in plate.callouts]
    assert all(abs(a[1] - b[1]) < 1e-6 for a, b in lines), "level lines cannot cross"
    for (a, b), (c, d) in combinations(lines, 2):
        assert abs(a[1] - c[1]) > 3 or max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0])
    for a, b in lines:
        for left, top, right, bottom in boxes(plate, size):
            assert not (top < a[1] < bottom and max(left, min(a[0], b[0])) < min(right, max(a[0], b[0])))


@pytest.mark.parametrize("size", SIZES)
def test_labels_do_not_overlap_and_stay_on_the_plate(plate: Plate, size: float) -> None:
    arrangement, found = arrangement_for(plate, size), boxes(plate, size)
    for a, b in combinations(found, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    for left, top, right, bottom in found:
        assert left >= 0 and top >= 0 and right <= arrangement.width and bottom <= arrangement.height


@pytest.mark.parametrize("size", SIZES)
def test_everything_is_drawn_inside_the_plate(plate: Plate, size: float) -> None:
    drawing = draw_plate(plate, size)
    spots = [(x * drawing.unit, y * drawing.unit) for op in drawing.ops for x, y in points(op.path)]
    assert len(spots) > 2000
    assert all(0 <= x <= drawing.width and 0 <= y <= drawing.height for x, y in spots)


def test_colours_are_names_of_the_palette(plate: Plate) -> None:
    names = {op.colour for op in draw_plate(plate).ops}
    assert names <= set(palette.COLOUR)
    assert names <= set(palette.MONO)


def test_four_muscles_have_four_greys(plate: Plate) -> None:
    colours = [belly.colour for name in MUSCLES if (belly := plate.pieces[name].belly)]
    greys = sorted(palette.MONO[colour][0] for colour in colours)
    assert len(greys) == len(MUSCLES)
    assert min(b - a for a, b in pairwise(greys)) >= 0.10


def test_every_part_is_named(plate: Plate) -> None:
    named = {callout.piece for callout in plate.callouts}
    assert named >= {*MUSCLES, "hip_bone", "femur", "tibia", "fibula"}
    assert {label.key for label in draw_plate(plate).labels} >= {"plate_ischial_tuberosity", "plate_short_head"}


def test_lines_keep_their_weight(plate: Plate) -> None:
    drawing = draw_plate(plate)
    inked = [op.width * drawing.unit for op in drawing.ops if isinstance(op, Stroke) and op.colour == "ink"]
    assert inked
    assert min(inked) >= 0.75


def test_an_unknown_piece_is_a_problem(plate: Plate) -> None:
    data = plate.model_dump(exclude_unset=True)
    data["callouts"] = ({**data["callouts"][0], "piece": "achilles"},)
    with pytest.raises(ValidationError, match="achilles"):
        Plate.model_validate(data)


def test_labels_too_large_for_every_arrangement_are_refused(plate: Plate) -> None:
    with pytest.raises(ValueError, match="too large"):
        draw_plate(plate, 60)


@pytest.mark.parametrize("size", SIZES)
def test_titles_stand_clear_of_the_bones(plate: Plate, size: float) -> None:
    arrangement = arrangement_for(plate, size)
    titles = {panel.title for panel in plate.panels}
    keys = [label.key for label in draw_plate(plate, size).labels]
    looked_at = [box for key, box in zip(keys, boxes(plate, size), strict=True) if key in titles]
    assert len(looked_at) == len(plate.panels)
    for number, panel in enumerate(plate.panels):
        for name in panel.draw:
            for x, y in outline_of(plate, arrangement, number, name):
                assert not any(left < x < right and top < y < bottom for left, top, right, bottom in looked_at)
