"""The words that content accepts and the words that the engine knows must be the same."""

import pytest

from generator.content import choices
from generator.content.figure import figure_words, prop_fields
from generator.figure.anatomy.bodies import BODIES
from generator.figure.anatomy.regions import REGIONS
from generator.figure.anatomy.skeleton import LIMITS
from generator.figure.body.hands import GRIPS as HAND_GRIPS
from generator.figure.palette import COLOUR, HATCH, MONO, rgb
from generator.figure.pose.camera import view_angles
from generator.figure.pose.contacts import contact
from generator.figure.pose.surroundings import Surroundings, read_props
from generator.figure.scene.arrows import marker_landmark
from generator.shapes.joint_limits import JOINT_LIMITS
from generator.shapes.pose_vocabulary import GRIPS, MUSCLES, VIEWS, muscle_and_sides, side_and_name


def test_every_name_has_something_to_draw() -> None:
    assert set(MUSCLES) == set(REGIONS)
    assert set(choices.BODIES) == set(BODIES)
    assert set(GRIPS) == set(HAND_GRIPS)


def test_every_view_marker_and_prop_of_content_is_understood() -> None:
    for name, angles in VIEWS.items():
        assert view_angles(name) == angles
    for marker in figure_words.MARKERS:
        assert marker_landmark(marker)
    assert len(read_props(prop_fields.PROPS)) == len(prop_fields.PROPS) > 10


def test_a_joint_has_one_limit_for_content_and_engine() -> None:
    for joint, limit in JOINT_LIMITS.items():
        for name in (joint, f"{joint}_left", f"{joint}_right"):
            assert LIMITS.get(name, limit) == limit
    assert len(LIMITS.keys() & {f"{joint}_left" for joint in JOINT_LIMITS}) > 12


def test_every_hand_place_of_content_makes_a_contact() -> None:
    around = Surroundings(())
    places = [place for place in figure_words.TOUCH_PLACES if place != "free"]
    assert len(places) > 20
    for place in places:
        assert contact("hand", "right", place, around).part == "right hand"


def test_muscles_and_sides_are_taken_apart() -> None:
    assert muscle_and_sides("right hamstring") == ("hamstrings", ("right",))
    assert muscle_and_sides("lower_back") == ("lower back", ("left", "right"))
    assert side_and_name("left foot top") == ("left", "foot top")
    with pytest.raises(ValueError, match="unknown muscle"):
        muscle_and_sides("left gizzard")


def test_both_palettes_have_the_same_names_and_a_muscle_is_darker_than_cloth_in_grey() -> None:
    assert set(COLOUR) == set(MONO)
    assert set(HATCH) <= set(COLOUR)
    assert MONO["muscle"][0] < MONO["shorts"][0] - 0.15
    assert rgb("#ff8000") == pytest.approx((1.0, 128 / 255, 0.0))
    with pytest.raises(KeyError):
        rgb("mauve")
