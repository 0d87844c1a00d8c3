from generator.shapes.drawing import Drawing, Fill, Label, Stroke
from generator.shapes.gradient import Gradient
from generator.shapes.mirror import mirror

ARROW = Drawing(
    10.0,
    6.0,
    (Fill("0 0 m 200 20 l 20 60 80 60 100 0 c h", "ink"), Stroke("0 10 m 20 10 l", "ink", 4.0, (2.0,), (10, 0))),
    0.05,
    (Label("femur", 2.0, 3.0, "start"),),
)


def test_x_is_turned_over_inside_the_box_and_y_stays() -> None:
    fill, stroke = mirror(ARROW).ops
    assert fill.path == "200 0 m 0 20 l 180 60 120 60 100 0 c h"
    assert isinstance(stroke, Stroke)
    assert (stroke.path, stroke.width, stroke.dash) == ("20 10 m 0 10 l", 4.0, (2.0,))
    assert (fill.at, stroke.at) == ((0, 0), (170, 0))


def test_labels_change_side_but_stay_readable() -> None:
    assert mirror(ARROW).labels == (Label("femur", 8.0, 3.0, "end"),)


def test_twice_mirrored_is_the_same() -> None:
    assert mirror(mirror(ARROW)) == ARROW
    assert mirror(ARROW) != ARROW


def test_a_gradient_runs_the_other_way_round() -> None:
    shade = Gradient((80.0, 10.0, -10.0, 80.0, 20.0, 5.0), ((0.0, "#ff0000"), (1.0, "#0000ff")))
    drawing = Drawing(10.0, 6.0, (Fill("0 0 m 200 0 l 0 60 l h", "#800080", shade),), 0.05)
    (turned,) = mirror(drawing).ops
    assert isinstance(turned, Fill)
    assert turned.shade is not None
    # 0, 0 of the gradient's space was at 20, 5 and its far end at 100, 15: both are as far from the other edge now
    assert turned.shade.matrix == (-80.0, 10.0, 10.0, 80.0, 180.0, 5.0)
    assert turned.shade.stops == shade.stops
    assert mirror(mirror(drawing)) == drawing
