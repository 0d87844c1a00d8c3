import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from generator.figure.engine import draw_figure
from generator.figure.palette import COLOUR
from generator.shapes.drawing import Drawing, Stroke
from generator.shapes.geometry import MM
from generator.shapes.mirror import mirror
from generator.shapes.path import points

Spec = dict[str, Any]
Mask = NDArray[np.bool_]


def check_drawing(drawing: Drawing) -> None:
    """Every number finite and whole, everything inside the box, every colour known."""
    assert drawing.ops
    for op in drawing.ops:
        assert op.colour in COLOUR
        half = op.width / 2 if isinstance(op, Stroke) else 0.0
        for x, y in ((op.at[0] + x, op.at[1] + y) for x, y in points(op.path)):
            assert x == int(x)
            assert x - half + 0.6 >= -0.5
            assert x + half <= drawing.width / drawing.unit + 0.6
            assert -0.6 <= y <= drawing.height / drawing.unit + 0.6


def test_a_checker_of_drawings_refuses_what_is_wrong() -> None:
    from generator.shapes.drawing import Fill

    for path, colour in (("0 0 m 5000 0 l h", "skin"), ("0 0 m 1 1 l h", "mauve"), ("-9 0 m 1 1 l h", "skin")):
        with pytest.raises(AssertionError):
            check_drawing(Drawing(10, 10, (Fill(path, colour),), 0.05))


def test_every_sample_is_drawn_inside_its_box_without_findings(spec: Spec) -> None:
    illustration = draw_figure(spec)
    assert illustration.findings == ()
    for frame in illustration.frames:
        check_drawing(frame)
        assert max(frame.width, frame.height) < 100 * MM


def test_frames_share_height_and_ground(specs: dict[str, Spec], mask: Callable[[Drawing], Mask]) -> None:
    start, end = draw_figure(specs["bridge"]).frames
    assert start.height == end.height
    assert start.unit == end.unit
    lowest = [int(np.flatnonzero(mask(frame).any(1))[-1]) for frame in (start, end)]
    assert abs(lowest[0] - lowest[1]) <= 4


def test_a_ghost_is_one_frame(specs: dict[str, Spec]) -> None:
    (frame,) = draw_figure({**specs["single leg hinge"], "show": "ghost"}).frames
    assert {"ghost_line", "ghost_fill", "arrow"} <= {op.colour for op in frame.ops}


MIRRORED = {
    "left": "right",
    "right": "left",
}


def mirrored_spec(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {mirrored_words(k): mirrored_spec(v, k) for k, v in value.items()}
    if key == "view":
        return [-value[0], value[1]]
    if isinstance(value, list):
        return [mirrored_spec(v) for v in value]
    if isinstance(value, str):
        return mirrored_words(value)
    return -value if key in ("side", "turn", "tip", "face") else value


def mirrored_words(text: str) -> str:
    first, _, rest = text.partition(" ")
    return f"{MIRRORED.get(first, first)} {rest}".strip()


@pytest.mark.parametrize("name", ["single leg hinge", "strap", "chair"])
def test_a_mirrored_pose_is_the_mirrored_drawing(
    name: str, specs: dict[str, Spec], mask: Callable[[Drawing], Mask], iou: Callable[[Mask, Mask], float]
) -> None:
    spec = {"view": [78, 7], **specs[name]}
    if "start" in spec:
        spec = {key: value for key, value in spec.items() if key not in ("start", "pin", "arrows")}
    flipped = draw_figure(mirrored_spec(spec)).frames[0]
    turned = draw_figure(spec, mirrored=True).frames[0]
    assert iou(mask(flipped), mask(turned)) > 0.94
    assert iou(mask(flipped), mask(mirror(turned))) < 0.9  # the measure tells left from right


def test_drawing_twice_gives_the_same(specs: dict[str, Spec]) -> None:
    assert draw_figure(specs["chair"]) == draw_figure(specs["chair"])


def test_a_thumbnail_is_small_and_has_no_arrows(specs: dict[str, Spec]) -> None:
    for spec in (specs["single leg hinge"], specs["bridge"], specs["strap"]):
        (frame,) = draw_figure(spec, thumbnail=True).frames
        assert frame.width <= 18.05 * MM
        assert frame.height <= 9.45 * MM
        assert not {"arrow", "halo", "ghost_line"} & {op.colour for op in frame.ops}
        check_drawing(frame)


def test_every_body_is_drawn_and_looks_different(
    specs: dict[str, Spec], mask: Callable[[Drawing], Mask], iou: Callable[[Mask, Mask], float]
) -> None:
    man = mask(draw_figure(specs["standing"], body="man").frames[0])
    for body in ("woman", "older", "larger"):
        other = mask(draw_figure(specs["standing"], body=body).frames[0])
        assert 0.5 < iou(man, other) < 0.97


def test_findings_name_hidden_muscles_missed_contacts_and_impossible_angles() -> None:
    spec = {
        "view": "front", "highlight": ["lower back"],
        "pose": {"base": "standing", "right": {"elbow": 190}, "touch": {"left hand": [0, 0, 3]}},
    }  # fmt: skip
    findings = " / ".join(draw_figure(spec).findings)
    assert "'lower back' is hidden" in findings
    assert "left hand: a point is missed by" in findings
    assert "elbow right of 190 degrees is beyond" in findings


@pytest.mark.parametrize("bad", [{"body": "robot"}, {"view": "x"}, {"props": ["trampoline"]}, {"highlight": ["toe"]},
                                 {"arrows": [{"follow": "tail"}]}, {"show": "film"}])  # fmt: skip
def test_unknown_words_are_refused(bad: Spec) -> None:
    with pytest.raises(ValueError, match="unknown"):
        draw_figure({"pose": {}, "start": {"both": {"hip": 5}}, **bad})


def test_random_poses_are_drawn(random_poses: Callable[[int], Iterator[Spec]], drawn_count: int) -> None:
    for number, pose in enumerate(random_poses(drawn_count)):
        view = [(number * 47) % 360 - 180, 5 + number % 20]
        for frame in draw_figure({"view": view, "pose": pose}).frames:
            check_drawing(frame)


def test_numpy_is_loaded_only_when_something_is_drawn() -> None:
    code = (
        "import sys, generator.figure, generator.figure.engine, generator.figure.stored;"
        "import generator.figure.palette, generator.shapes.pose_vocabulary; sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
