"""A routine with a client's changes: what is done, where, on which side; and what is refused, with what was meant."""

from __future__ import annotations

from typing import Any

import pytest

from generator.content.library import Library, load_library
from generator.content.prescription import Prescription
from generator.plan import Plan, plan_weeks
from generator.problems import ContentError
from tests.shelf import Shelf, mobility, strength, stretch

WISH: dict[str, Any] = {"routine": "hip-hinge-foundations", "clinic": "brookside", "language": "en-GB"}


def wish(base: dict[str, Any] = WISH, **changes: Any) -> Prescription:
    return Prescription.model_validate(base | changes)


PREPARE, LIFT = ["hamstring-pressure", "banded-hamstring-pump"], ["hip-hinge", "stiff-leg-deadlift"]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def ids(plan: Plan) -> dict[str, list[str]]:
    return {str(phase.phase.id): [one.id for one in phase.exercises] for phase in plan.phases}


CHANGES: list[tuple[dict[str, Any], dict[str, list[str]]]] = [
    ({"drop": ["hip-hinge"]}, {"prepare": PREPARE, "strengthen": LIFT[1:]}),
    ({"drop": LIFT}, {"prepare": PREPARE}),
    ({"phases": {"strengthen": "off"}}, {"prepare": PREPARE}),
    ({"phases": {"strengthen": "on"}}, {"prepare": PREPARE, "strengthen": LIFT}),
    ({"swap": {"hip-hinge": "sit-to-stand"}}, {"prepare": PREPARE, "strengthen": ["sit-to-stand", LIFT[1]]}),
    ({"add": ["glute-bridge"]}, {"prepare": PREPARE, "strengthen": [*LIFT, "glute-bridge"]}),
    ({"add": ["cat-cow@prepare:1"]}, {"prepare": ["cat-cow", *PREPARE], "strengthen": LIFT}),
    ({"add": ["cat-cow@strengthen"]}, {"prepare": PREPARE, "strengthen": [*LIFT, "cat-cow"]}),
    ({"add": ["cat-cow@mobilise"]}, {"prepare": [*PREPARE, "cat-cow"], "strengthen": LIFT}),
    ({"add": ["cat-cow@before:hip-hinge"]}, {"prepare": PREPARE, "strengthen": ["cat-cow", *LIFT]}),
    ({"add": ["cat-cow@after:hip-hinge"]}, {"prepare": PREPARE, "strengthen": [LIFT[0], "cat-cow", LIFT[1]]}),
    ({"add": ["toe-touch"]}, {"prepare": PREPARE, "strengthen": LIFT, "stretch": ["toe-touch"]}),
    (
        {"drop": ["hip-hinge"], "add": ["hip-hinge@prepare"]},
        {"prepare": [*PREPARE, "hip-hinge"], "strengthen": LIFT[1:]},
    ),
    ({"order": LIFT[::-1]}, {"prepare": PREPARE, "strengthen": LIFT[::-1]}),
    ({"order": ["banded-hamstring-pump"]}, {"prepare": PREPARE[::-1], "strengthen": LIFT}),
    (
        {"add": ["hip-hinge@prepare"], "swap": {"stiff-leg-deadlift": "glute-bridge"}, "order": ["glute-bridge"]},
        {"prepare": [*PREPARE, "hip-hinge"], "strengthen": ["glute-bridge", "hip-hinge"]},
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CHANGES)
def test_what_is_done(library: Library, changes: dict[str, Any], expected: dict[str, list[str]]) -> None:
    assert ids(plan_weeks(wish(**changes), library)) == expected


WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"drop": ["hip-hing"]}, 'drop.hip-hing: "hip-hing" is not among the exercises', "did you mean hip-hinge?"),
    ({"drop": ["strengthen"]}, 'drop.strengthen: "strengthen" is not', "this is a phase: --phase strengthen=off"),
    ({"drop": ["hip-hinge#2"]}, 'drop.hip-hinge#2: "hip-hinge#2" is not', "it has hip-hinge once"),
    ({"drop": [*PREPARE, *LIFT]}, "drop: nothing is left to do", "leave an exercise in"),
    ({"phases": {"strength": "off"}}, 'this routine has no phase "strength"', "did you mean strengthen?"),
    ({"swap": {"hip-hinge": "sit-stand"}}, 'swap.hip-hinge: there is no exercise "sit-stand"', "mean sit-to-stand?"),
    ({"swap": {"sit-to-stand": "hip-hinge"}}, 'swap.sit-to-stand: "sit-to-stand" is not', "its exercises are"),
    ({"add": ["cat-cov"]}, 'add.cat-cov: there is no exercise "cat-cov"', "did you mean cat-cow?"),
    ({"add": ["cat-cow@prepar"]}, 'add.cat-cow: there is no phase "prepar"', "did you mean prepare?"),
    ({"add": ["cat-cow@prepare:9"]}, "add.cat-cow: prepare has no place 9", "it has 2 exercises"),
    ({"add": ["cat-cow@before:toe-touch"]}, 'add.cat-cow: "toe-touch" is not', "its exercises are"),
    ({"order": ["toe-touch"]}, 'order.toe-touch: "toe-touch" is not', "its exercises are"),
    ({"sides": {"hip-hinge": "left"}}, "sides.hip-hinge: hip-hinge is done with both sides", "--swap"),
    ({"sides": {"toe-touch": "left"}}, 'sides.toe-touch: "toe-touch" is not in this plan', "its exercises are"),
    ({"videos": {"hip-hing": None}}, 'videos.hip-hing: "hip-hing" is not in this plan', "did you mean hip-hinge?"),
    ({"dose": {"hip-hinge#2": {"sets": 3}}}, 'dose.hip-hinge#2: "hip-hinge#2" is not', "it has hip-hinge once"),
]


@pytest.mark.parametrize(("changes", "message", "hint"), WRONG)
def test_what_cannot_be_done(library: Library, changes: dict[str, Any], message: str, hint: str) -> None:
    with pytest.raises(ContentError) as caught:
        plan_weeks(wish(**changes), library)
    (problem,) = caught.value.problems
    assert message in str(problem) and hint in problem.hint


def test_all_that_is_wrong_is_told_at_once(library: Library) -> None:
    with pytest.raises(ContentError) as caught:
        plan_weeks(wish(drop=["a", "b"], add=["c"], order=["d"]), library)
    assert sorted(problem.path for problem in caught.value.problems) == ["add.c", "drop.a", "drop.b", "order.d"]


def test_what_goes_on_the_days_of_a_phase_that_is_gone_keeps_them(library: Library) -> None:
    before = plan_weeks(wish(), library).phases[0]
    (after,) = plan_weeks(wish(phases={"strengthen": "off"}), library).phases
    assert after.phase.days is None and len(after.days) == len(before.days) == 3


def test_a_video_of_other_exercises_is_gone(library: Library) -> None:
    plan = plan_weeks(wish(drop=["hip-hinge"]), library)
    assert plan.video is None
    assert [bool(phase.video) for phase in plan.phases] == [True, False], "only the changed phase loses its own"
    assert plan_weeks(wish(title="Another"), library).video is not None


def test_another_exercise_keeps_the_days_and_not_the_amount() -> None:
    entry = "{exercise: a, option: x, side: left, dose: {reps: 3, frequency: {days: [mon]}}, weeks: {2: {sets: 5}}}"
    shelf = Shelf(
        f"phases:\n  - {{id: p, name: P, kind: strengthen, exercises: [{entry}]}}\n",
        {"a": strength(variants="{x: {label: With x}}"), "b": strength("reps: 8")},
    )
    (one,) = shelf.plan(swap={"a": "b"}).exercises
    assert (one.id, str(one.dose.reps), one.days, one.option, one.side) == ("b", "8", (0,), None, "both")
    assert {week.sets for week in one.weeks} == {None}


TWICE = """phases:
  - {id: p, name: P, kind: mobilise, frequency: 7, exercises: [a, b]}
  - {id: q, name: Q, kind: strengthen, frequency: 3, exercises: [{exercise: a, weeks: {2: {reps: 20}}}]}
"""


def twice() -> Shelf:
    return Shelf(TWICE, {"a": strength("reps: 8", side="each"), "b": mobility("reps: 8", side="each")})


def test_the_same_exercise_twice_has_a_dose_and_a_side_for_each_use() -> None:
    plan = twice().plan(dose={"a": {"sets": 2}, "a#2": {"reps": 5}}, sides={"a#1": "left", "b": "right"})
    first, other, second = plan.exercises
    assert [(str(one.dose.sets), str(one.dose.reps)) for one in (first, second)] == [("2", "8"), ("2", "5")]
    assert (first.side, other.side, second.side) == ("left", "right", "each")
    assert {str(week.reps) for week in second.weeks} == {"5"}, "what the client gets stands above the routine's weeks"


def test_one_use_of_two_is_left_out() -> None:
    assert ids(twice().plan(drop=["a#2"])) == {"p": ["a", "b"]}
    assert ids(twice().plan(drop=["a#1"])) == {"p": ["b"], "q": ["a"]}
    assert ids(twice().plan(drop=["a"])) == {"p": ["b"]}


def test_the_side_of_one_stands_above_the_clients() -> None:
    plan = twice().plan(side="left", sides={"b": "each"})
    assert [one.side for one in plan.exercises] == ["left", "each", "left"]


def test_a_video_is_changed_or_taken_away() -> None:
    shelf = Shelf(TWICE, {name: strength(video="{slug: own}") for name in "ab"})
    plan = shelf.plan(videos={"a#1": {"slug": "other"}, "a#2": None})
    assert [one.video and one.video.address for one in plan.exercises] == [
        "https://example.org/v/other",
        "https://example.org/v/own",
        None,
    ]


CLOCKED = """phases:
  - id: s
    name: S
    kind: sequence
    length: 2 min
    exercises: [{exercise: a, duration: 1 min}, {exercise: b, duration: 1 min}]
"""


def test_a_timed_sequence_takes_what_has_a_duration() -> None:
    shelf = Shelf(CLOCKED, {name: mobility() for name in "abc"})
    with pytest.raises(ContentError, match=r"add\.c: s goes by the clock, so c needs a duration"):
        shelf.plan(add=["c@s"])
    plan = shelf.plan(add=[{"exercise": "c", "phase": "s", "duration": "30 s"}])
    assert [one.at for one in plan.exercises] == [0, 60, 120]
    assert [one.at for one in shelf.plan(swap={"a": "c"}).exercises] == [0, 60]


OWN: dict[str, Any] = {"clinic": "brookside", "language": "en-GB", "issued": "2026-11-23"}


def test_a_programme_of_exercises_alone(library: Library) -> None:
    exercises = ["toe-touch", "hip-hinge", "cat-cow@daily", "glute-bridge@mon+thu", "hip-hinge@warm-up"]
    plan = plan_weeks(wish(OWN, exercises=exercises, title="Back to tennis"), library)
    assert ids(plan) == {
        "warm-up": ["hip-hinge"],
        "mobilise": ["cat-cow"],
        "strengthen": ["hip-hinge", "glute-bridge"],
        "stretch": ["toe-touch"],
    }
    assert (plan.routine_id, plan.routine.title) == ("own-programme", "Back to tennis")
    days = {one.id: one.days for one in plan.exercises}
    assert len(days["cat-cow"]) == 7 and [plan.weekday(day) for day in days["glute-bridge"]] == [0, 3]
    assert str(plan.routine.issued) == "2026-11-23" and str(plan.routine.review_by) == "2027-11-23"


@pytest.mark.parametrize(
    ("tags", "muscles", "signs"),
    [("", "[calf]", True), ("[knee]", "[calf]", False), ("[knee]", "[lower back]", True), ("[back-pain]", "[]", True)],
)
def test_a_programme_of_exercises_alone_keeps_its_warning_signs(tags: str, muscles: str, signs: bool) -> None:
    more = {"muscles": muscles} | ({"tags": tags} if tags else {})
    shelf = Shelf(
        TWICE,
        {
            "a": strength("frequency: 3, reps: 8", **more),
            "b": stretch(),
            "c": stretch("frequency: 3, hold: 30 s", **more),
        },
    )
    own = plan_weeks(wish(OWN, exercises=["a"]), shelf)
    assert ("back-pain" in own.routine.tags) is signs
    # Of a routine that somebody has read as a whole only what an exercise says itself is taken.
    added = shelf.plan(add=["c"])
    assert ("back-pain" in added.routine.tags) is (signs and bool(tags))
    assert ("back-pain" in shelf.plan(swap={"b": "c"}).routine.tags) is (signs and bool(tags))
