"""Ways of doing an exercise: chosen, or left to the client."""

from __future__ import annotations

import pytest

from generator.content.library import Library, load_library
from generator.content.prescription import Prescription
from generator.plan import other_ways, plan_weeks


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def prescribed(**more: object) -> Prescription:
    return Prescription.model_validate(
        {"routine": "hip-hinge-foundations", "clinic": "brookside", "language": "en-GB", **more}
    )


def test_a_way_that_was_not_chosen_is_offered_with_its_own_steps_and_video(library: Library) -> None:
    plan = plan_weeks(prescribed(), library)
    first = plan.exercises[0]
    ways = other_ways(first, plan.clinic.video)
    assert [way.option for way in ways] == ["ball"]
    assert ways[0].number == first.number
    assert ways[0].exercise.steps != first.exercise.steps
    assert ways[0].video is not None
    assert ways[0].video.address.endswith("/ball")


def test_a_chosen_way_is_the_only_one(library: Library) -> None:
    plan = plan_weeks(prescribed(options={"hamstring-pressure": "ball"}), library)
    assert plan.exercises[0].exercise.name == "Ball under the top of your thigh"
    assert other_ways(plan.exercises[0], plan.clinic.video) == ()


def test_on_a_clock_there_is_no_choice(library: Library) -> None:
    plan = plan_weeks(prescribed(routine="ten-minute-follow-along"), library)
    assert all(other_ways(one, plan.clinic.video) == () for one in plan.exercises)
