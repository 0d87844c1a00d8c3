"""Poses that no body takes: refused with their place, or drawn with finite lines inside the picture."""

from __future__ import annotations

import json
import math
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.content.checking.checked import load
from generator.content.choices import BODIES
from generator.content.figure.figure_spec import FigureSpec, plain
from generator.content.figure.figure_words import HIGHLIGHTS, MARKERS, TOUCH_PARTS, TOUCH_PLACES
from generator.figure.engine import draw_figure
from generator.problems import ContentError
from generator.shapes.joint_limits import JOINT_LIMITS
from generator.shapes.pose_vocabulary import ARMS, BASES, SHOWS, VIEWS

from .clear import are_clear
from .effort import effort

ANGLE = st.one_of(
    st.integers(-200, 200), st.floats(-200, 200, allow_nan=False), st.sampled_from([0, 90, 180, 1e300, "x", None])
)
SMALL = st.integers(-20, 40)
JOINTS = ("knee", "ankle", "elbow", "wrist", "forearm", "hip", "shoulder")
PROPS = (
    "mat",
    "chair",
    "wall",
    "roller",
    "ball",
    "strap",
    "band",
    "barbell",
    "rack",
    "dumbbells",
    "step",
    "bench",
    "towel",
)


def limbs(angle: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    joint = angle | st.lists(angle, min_size=1, max_size=3)
    return st.fixed_dictionaries({}, optional={**dict.fromkeys(JOINTS, joint), "arm": st.sampled_from(ARMS)})


def poses(angle: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    trunk = st.fixed_dictionaries({}, optional={"lean": angle, "round": angle, "side": angle, "turn": angle})
    return st.fixed_dictionaries(
        {"base": st.sampled_from(BASES)},
        optional={
            "trunk": trunk,
            "neck": angle,
            "both": limbs(angle),
            "left": limbs(angle),
            "right": limbs(angle),
            "touch": st.dictionaries(st.sampled_from(TOUCH_PARTS), st.sampled_from(TOUCH_PLACES), max_size=3),
            "apart": st.floats(-1, 3, allow_nan=False),
            "stride": st.floats(-1, 3, allow_nan=False),
            "balance": st.booleans(),
        },
    )


def figures(angle: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    whole = st.fixed_dictionaries(
        {"pose": poses(angle)},
        optional={
            "view": st.sampled_from([*VIEWS, [200, 90]]),
            "start": poses(angle),
            "show": st.sampled_from(SHOWS),
            "pin": st.sampled_from(MARKERS),
            "props": st.lists(st.sampled_from(PROPS), max_size=3),
            "highlight": st.lists(st.sampled_from(HIGHLIGHTS), max_size=3),
            "arrows": st.lists(
                st.fixed_dictionaries({"at": st.sampled_from(MARKERS), "dir": st.sampled_from(["up", "back"])}),
                max_size=2,
            ),
            "body": st.sampled_from(BODIES),
        },
    )
    return st.composite(lambda draw: draw(whole))()


@effort(150)
@given(figure=figures(ANGLE))
def test_any_pose_is_taken_or_refused_at_its_place(figure: dict[str, Any]) -> None:
    text = json.dumps(figure, indent=1)
    try:
        spec, _ = load(FigureSpec, text, "f.yaml")
    except ContentError as error:
        are_clear(error.problems, text.count("\n") + 1, placed=True)
        return
    assert load(FigureSpec, json.dumps(plain(spec)), "f.yaml")[0] == spec


@effort(2)
@given(figure=figures(SMALL))
def test_a_pose_is_drawn_within_its_picture(figure: dict[str, Any]) -> None:
    try:
        spec, _ = load(FigureSpec, json.dumps(figure), "f.yaml")
    except ContentError:
        return
    try:
        frames = draw_figure(plain(spec)).frames
    except ContentError:
        return
    for frame in frames:
        assert 0 < frame.width < 2000 and 0 < frame.height < 2000
        for op in frame.ops:
            numbers = [float(number) * frame.unit for number in re.findall(r"-?\d+(?:\.\d+)?", f"{op.path} {op.at}")]
            assert all(map(math.isfinite, numbers)) and "nan" not in op.path and "inf" not in op.path
            assert not numbers or (min(numbers) > -60 and max(numbers) < max(frame.width, frame.height) + 60)


def test_joints_and_limits_are_those_of_the_vocabulary() -> None:
    assert {"knee", "ankle", "elbow", "wrist", "forearm"} <= set(JOINT_LIMITS)
