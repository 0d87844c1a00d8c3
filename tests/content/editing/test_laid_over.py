"""Changes laid over a plan's own: what takes one back leaves nothing of it, in Python, in a file and by options."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.checking.checked import load
from generator.content.library import load_library
from generator.content.plan_file import PlanFile
from generator.content.prescribe import prescribed
from generator.content.prescription import Prescription
from generator.plan import Plan, plan_weeks
from generator.problems import ContentError

LIBRARY = load_library()
PLAIN = Prescription(routine="hamstring-health", clinic="brookside", language="en-GB")  # type: ignore[arg-type]
USED = [one.id for one in plan_weeks(PLAIN, LIBRARY).exercises]
OTHERS = [name for name in LIBRARY.exercise_ids() if name not in USED]


def same(one: Plan, other: Plan) -> bool:
    """Whether two plans have the same phases, exercises, doses and days."""
    return (one.phases, one.weeks, one.routine) == (other.phases, other.weeks, other.routine)


@given(st.sampled_from(USED), st.sampled_from(OTHERS), st.sampled_from(["mobilise", "stretch", "stretch:1"]))
@settings(max_examples=12, deadline=None)
def test_a_change_and_its_inverse_give_the_same_plan(used: str, other: str, phase: str) -> None:
    back = [
        PLAIN.with_dropped(used).with_added(used),
        PLAIN.with_added(f"{other}@{phase}").with_dropped(other),
        PLAIN.with_swapped(used, other).with_swapped(other, used),
        PLAIN.with_phase("stretch", on=False).with_phase("stretch", on=True),
        PLAIN.with_side(used, "left").with_side(used, None),
        PLAIN.with_order(used).with_dropped(used).with_added(used),
    ]
    for one in back:
        assert same(plan_weeks(one, LIBRARY), plan_weeks(PLAIN, LIBRARY)), one.to_yaml()
        assert one == PLAIN, "nothing of it is left in the plan file either"


CHANGES = st.lists(
    st.one_of(
        st.sampled_from(USED).map(lambda name: ("with_dropped", (name,))),
        st.sampled_from(OTHERS).map(lambda name: ("with_added", (f"{name}@strengthen:1",))),
        st.tuples(st.sampled_from(USED), st.sampled_from(OTHERS)).map(lambda pair: ("with_swapped", pair)),
        st.sampled_from(USED).map(lambda name: ("with_order", (name,))),
        st.sampled_from(USED).map(lambda name: ("with_days", (name, "mon", "thu"))),
        st.sampled_from(["mobilise", "strengthen"]).map(lambda name: ("with_title", (name,))),
    ),
    min_size=1,
    max_size=4,
)


@given(CHANGES)
@settings(max_examples=25, deadline=None)
def test_in_python_in_a_plan_file_and_as_options_it_is_the_same(changes: list[tuple[str, tuple[str, ...]]]) -> None:
    plan = PLAIN
    for method, arguments in changes:
        plan = getattr(plan, method)(*arguments)
    again = load(Prescription, plan.to_yaml(), "plan.yaml")[0]
    assert again == plan
    asked = plan.model_dump(mode="json", by_alias=True, exclude_unset=True)
    options = prescribed(LIBRARY, asked)
    assert options.model_copy(update={"version": None}) == plan.model_copy(update={"version": None})
    saved = load(PlanFile, plan.to_yaml(), "plan.yaml")[0]
    assert prescribed(LIBRARY, {}, saved).model_copy(update={"version": None}) == plan
    assert outcome(again) == outcome(plan) == outcome(saved.prescription)


def outcome(plan: Prescription) -> Any:
    """The phases, or what is wrong with them."""
    try:
        return plan_weeks(plan, LIBRARY).phases
    except ContentError as error:
        return [(problem.message, problem.path) for problem in error.problems]


def test_what_is_said_of_an_exercise_goes_with_it() -> None:
    plan = PLAIN.with_dose("hip-hinge", sets=3).with_side("hamstring-curl", "left").with_order("hip-hinge", "deadlift")
    dropped = plan.with_dropped("hip-hinge")
    assert dropped.dose == {} and dropped.sides == {"hamstring-curl": "left"} and dropped.order == ("deadlift",)
    assert plan.with_swapped("hip-hinge", "sit-to-stand").dose == {}


def test_another_in_the_place_of_one_that_was_put_in() -> None:
    assert PLAIN.with_swapped("deadlift", "sit-to-stand").with_swapped("sit-to-stand", "glute-bridge").swap == {
        "deadlift": "glute-bridge"
    }
    added = PLAIN.with_added("glute-bridge@strengthen:1@3").with_dose("glute-bridge", reps=5)
    (one,) = added.with_swapped("glute-bridge", "sit-to-stand").add
    assert (one.exercise, one.phase, one.place) == ("sit-to-stand", "strengthen", 1)
    assert one.dose and one.dose.frequency and one.dose.frequency.per_week == 3


def test_an_exercise_of_a_programme_of_ones_own_is_dropped_and_replaced() -> None:
    written = {"clinic": "brookside", "language": "en-GB", "issued": date(2026, 11, 23)}
    own = Prescription.model_validate(written | {"exercises": ["hip-hinge", "cat-cow@daily"]})
    assert [one.exercise for one in own.with_dropped("hip-hinge").exercises] == ["cat-cow"]
    assert [one.exercise for one in own.with_swapped("cat-cow", "rock-back").exercises] == ["hip-hinge", "rock-back"]


def test_days_of_a_saved_plan_are_read_again() -> None:
    plan = PLAIN.with_days("deadlift", "mon", "thu")
    saved = load(PlanFile, plan.to_yaml(), "plan.yaml")[0]
    assert prescribed(LIBRARY, {"side": "left"}, saved).dose["deadlift"].frequency == plan.dose["deadlift"].frequency


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"add": ["cat-cow@b c"]}, "add[1].phase: needs a name of small letters"),
        ({"add": ["cat-cow@daily@3"]}, "add[1]: says twice what its dose is"),
        ({"add": ["cat-cow@"]}, "add[1]: does not say where it goes"),
        ({"add": [{"exercise": "a", "before": "b", "after": "c"}]}, "add[1]: takes only one of before and after"),
        ({"add": [{"exercise": "a", "phase": "b", "after": "c"}]}, "add[1].phase: takes a phase or a neighbour"),
        ({"add": [{"exercise": "a", "place": 1}]}, "add[1].place: needs the phase in which it counts"),
        ({"drop": ["Hip Hinge"]}, "drop[1]: needs an exercise's id, not"),
        ({"sides": {"a": "both"}}, "sides.a: needs each, alternate, left or right"),
        ({"phases": {"a": "no"}}, "phases.a: needs on or off"),
        ({"exercises": ["a"], "issued": "2026-11-23"}, "routine: stands beside exercises"),
    ],
)
def test_wrong_changes_get_one_message(written: dict[str, Any], message: str) -> None:
    with pytest.raises(ContentError) as caught:
        Prescription.model_validate({"routine": "r", "clinic": "c", "language": "en"} | written)
    (problem,) = caught.value.problems
    assert str(problem).startswith(message)


def test_without_a_routine_and_without_exercises_it_is_no_plan() -> None:
    with pytest.raises(ContentError, match="routine: this key is missing"):
        Prescription.model_validate({"clinic": "c", "language": "en"})
    with pytest.raises(ContentError, match="issued: a programme without a routine needs its date"):
        Prescription.model_validate({"clinic": "c", "language": "en", "exercises": ["a"]})
