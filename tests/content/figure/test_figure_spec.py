"""The `figure:` mapping: short forms, limits of joints, names with their places, both frames, mirror images."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.content.checking.checked import load
from generator.content.exercise import Exercise
from generator.content.figure.figure_spec import FigureSpec, muscle_of, plain
from generator.content.figure.figure_words import HIGHLIGHTS
from generator.content.figure.pose_fields import Target, resolve_contacts
from generator.content.figure.prop_fields import PROPS
from generator.problems import ContentError, Problem
from generator.shapes.joint_limits import JOINT_LIMITS

BRIDGE = """\
view: [80, 6]
pose:
  base: supine
  trunk: {turn: 10, round: 5}
  neck: {turn: 20, flex: 3}
  both: {hip: [4, 10], knee: 98}
  touch: {back: free, upper back: floor, feet: floor, right hand: [0.1, 0.2, 0]}
start:
  both: {hip: 50}
  touch: {right heel: floor, left foot: free}
pin: right foot
show: frames
arrows: [{at: right knee, dir: up, shift: [3, 7]}, {follow: pelvis}, {arc: [pelvis, 0.5, 10, 80]}]
"""


def spec(text: str) -> FigureSpec:
    return load(FigureSpec, text, "f.yaml")[0]


def problems(text: str) -> list[Problem]:
    with pytest.raises(ContentError) as caught:
        load(FigureSpec, text, "f.yaml")
    return caught.value.problems


def test_a_simple_exercise_takes_three_lines() -> None:
    figure = spec("pose: {base: supine, right: {hip: 82, knee: 4}}\nprops: [mat, {strap: {foot: right}}]\n")
    assert len(figure.frames()) == 1
    assert [prop.kind for prop in figure.props] == ["mat", "strap"]
    assert figure.pose.limb("right").hip == (82.0, None, None)
    assert figure.pose.limb("left").hip is None


def test_a_base_alone_is_a_pose() -> None:
    assert spec("pose: kneeling\n").pose.base == "kneeling"


def test_short_forms_stand_for_long_ones() -> None:
    short = spec("pose: {trunk: 20, neck: 12, right: {hip: [90, 45]}, touch: {hands: 0.4}}\nhands: flat\nview: back\n")
    long = spec(
        "pose:\n  trunk: {lean: 20}\n  neck: {flex: 12}\n  right: {hip: [90, 45, null]}\n"
        "  touch: {hands: {height: 0.4}}\nhands: {both: flat}\nview: {name: back}\n"
    )
    assert short == long


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("pose: {base: standing, both: {knee: -8}}\n", 1, 37, "0"),
        ("pose: {base: standing, both: {hip: [90, 120]}}\n", 1, 41, "90"),
        ("pose: {trunk: {round: 200}}\n", 1, 23, "110"),
        ("pose: {both: {shouler: 20}}\n", 1, 15, "shoulder"),
        ("pose: {base: supin}\n", 1, 14, "supine"),
        ("pose:\n  touch:\n    rihgt hand: floor\n", 3, 5, "right hand"),
        ("pose:\n  touch:\n    right hand: flor\n", 3, 17, "floor"),
        ("pose: standing\nhighlight: [right hamstring]\n", 2, 13, "right hamstrings"),
        ("pose: standing\nprops: [matt]\n", 2, 9, "mat"),
        ("pose: standing\nprops: [{strap: {fot: right}}]\n", 2, 18, "foot"),
        ("pose: standing\nprops: [{ball: {}}]\n", 2, 9, "exactly one of"),
        ("pose: standing\narrows: [{follow: head}]\n", 2, 11, "start"),
        ("pose: standing\narrows: [{at: head, follow: head}]\n", 2, 10, "exactly one of"),
        ("pose: standing\nview: sidewise\n", 2, 7, "side"),
        ("pose: standing\nshow: ghost\n", 2, 7, "start"),
        ("pose: {neck: true}\n", 1, 14, ""),
        ("pose: standing\nbody: dog\n", 2, 7, "woman"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, line: int, column: int, words: str) -> None:
    found = problems(text)
    assert len(found) == 1
    place = found[0].place
    assert place is not None
    assert (place.line, words in str(found[0])) == (line, True), str(found[0])
    assert abs(place.column - column) <= 8, str(found[0])


def test_every_problem_at_once() -> None:
    text = "pose: {base: sitting, both: {knee: 200}, right: {elbow: 170, nose: 3}}\nhighlight: [hams]\nprps: [mat]\n"
    assert len(problems(text)) == 5


@pytest.mark.parametrize("joint", ["knee", "ankle", "elbow", "toes", "wrist", "forearm", "reach", "shrug"])
def test_limits_of_joints_are_allowed_and_one_degree_more_is_not(joint: str) -> None:
    low, high = JOINT_LIMITS[joint]
    for value in (low, high):
        spec(f"pose: {{both: {{{joint}: {value}}}}}\n")
    for value in (low - 1, high + 1):
        assert problems(f"pose: {{both: {{{joint}: {value}}}}}\n")


def test_start_is_the_end_with_differences() -> None:
    start, end = spec(BRIDGE).frames()
    assert start.base == "supine"
    assert start.both.hip == (50.0, None, None)
    assert start.both.knee == 98
    assert end.both.hip == (4.0, 10.0, None)


def test_start_from_the_base_forgets_the_end() -> None:
    figure = spec("pose: {base: supine, both: {knee: 98}}\nstart: {from: base, base: supine, neck: 5}\n")
    start = figure.frames()[0]
    assert start.both.knee is None
    assert start.neck.flex == 5


def test_contacts_specific_beats_group_and_later_beats_earlier() -> None:
    floor = Target(place="floor")
    start, _ = spec(BRIDGE).frames()
    found = {(c.part, c.side) for c in resolve_contacts({"back": floor, "head": floor}, start.touch)}
    assert found == {("head", None), ("upper back", None), ("heel", "right"), ("hand", "right")}


def test_a_group_named_later_replaces_the_heel() -> None:
    floor = Target(place="floor")
    found = resolve_contacts({"right heel": floor}, {"feet": floor})
    assert {(c.part, c.side) for c in found} == {("foot", "right"), ("foot", "left")}


def test_the_side_view_turns_to_the_muscles_behind() -> None:
    assert spec("pose: standing\n").camera()[0] == 78
    assert spec("pose: standing\nhighlight: [right calf]\n").camera()[0] == 102
    assert spec("pose: standing\nview: side left\nhighlight: [left calf]\n").camera()[0] == -102


def test_mirrored_swaps_sides_and_signs() -> None:
    figure = spec(BRIDGE).mirrored()
    assert figure.camera() == (-80.0, 6.0)
    assert figure.pose.trunk.turn == -10
    assert figure.pose.trunk.round == 5
    assert figure.pose.touch["left hand"].point == (0.1, -0.2, 0.0)
    assert figure.pin == "left foot"
    assert figure.start is not None
    assert "left heel" in figure.start.touch
    assert figure.arrows[0].at == "left knee"
    assert figure.arrows[0].dir == 90
    assert figure.arrows[0].shift == (-3.0, 7.0)
    assert figure.arrows[2].arc == ("pelvis", 0.5, 170.0, 100.0)


def test_twice_mirrored_is_the_same() -> None:
    figure = spec(BRIDGE)
    assert plain(figure.mirrored().mirrored()) == plain(figure)


def test_plain_is_what_a_file_holds() -> None:
    figure = spec(BRIDGE)
    written = plain(figure)
    assert written["pose"]["both"]["hip"] == [4.0, 10.0]
    assert written["pose"]["touch"]["right hand"] == [0.1, 0.2, 0.0]
    assert written["view"] == [80.0, 6.0]
    assert "props" not in written


def test_highlights_name_side_and_muscle() -> None:
    assert muscle_of("right lower back") == (("right",), "lower back")
    assert muscle_of("lower back") == (("left", "right"), "lower back")
    assert len(HIGHLIGHTS) == len(set(HIGHLIGHTS)) > 60


def test_the_schema_offers_the_words() -> None:
    schema = FigureSpec.model_json_schema()
    assert "right hamstrings" in schema["properties"]["highlight"]["items"]["enum"]


def test_every_example_of_the_posing_tutorial_is_valid() -> None:
    tutorial = (Path(__file__).parents[3] / "handouts" / "POSING.md").read_text("utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", tutorial, re.DOTALL)
    assert len(examples) == tutorial.count("](../assets/posing/") == 9
    for example in examples:
        spec(example)


def test_limits_of_the_posing_tutorial_are_those_of_the_model() -> None:
    tutorial = (Path(__file__).parents[3] / "handouts" / "POSING.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)`[^|]*\|[^|]*\| (-?\d+) \| (-?\d+) \|", tutorial, re.MULTILINE)
    assert len(rows) == 8
    for joint, low, high in rows:
        name = joint if joint in JOINT_LIMITS else f"{joint}_flex"
        assert JOINT_LIMITS[name] == (float(low), float(high)), joint


def test_every_picture_of_the_posing_tutorial_exists_and_is_light() -> None:
    handouts = Path(__file__).parents[3] / "handouts"
    pictures = re.findall(r"\]\((\.\./assets/posing/[^)]+)\)", (handouts / "POSING.md").read_text("utf-8"))
    assert len(pictures) == 9
    for picture in pictures:
        svg = (handouts / picture).read_text("utf-8")
        assert svg.startswith("<svg") and "<title>" in svg and len(svg) < 40_000, picture


def test_every_bundled_exercise_has_a_figure_a_description_and_a_caption_for_each_picture() -> None:
    looked_at = 0
    for file in sorted((Path(__file__).parents[3] / "handouts" / "exercises").glob("*.yaml")):
        exercise, _ = load(Exercise, file.read_text("utf-8"), file.name)
        for one in (exercise, *(exercise.option(name) for name in exercise.variants)):
            figure = one.figure
            assert figure is not None, file.name
            assert one.alt, file.name
            assert figure.show != "auto" or figure.start is None, f"{file.name}: say which pictures there are"
            assert len(one.captions) == (2 if figure.show == "frames" else 1), file.name
            looked_at += 1
    assert looked_at >= 32


@pytest.mark.parametrize("name", sorted(set(PROPS) - {"ball"}))
def test_a_thing_may_be_named_alone(name: str) -> None:
    """Each knows where it belongs; only a ball has no usual place."""
    assert [prop.kind for prop in spec(f"pose: standing\nprops: [{name}]\n").props] == [name]
