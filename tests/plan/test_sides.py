"""A side that was asked for and that no exercise follows is refused: the file would bear its name in vain."""

from __future__ import annotations

import pytest

from generator.content.library import load_library
from generator.language.wording import load_wording
from generator.manuscript.describe_steps import steps_of
from generator.plan import plan_weeks
from generator.problems import ContentError
from tests.shelf import Shelf, prescription, strength

PHASE = "phases: [{id: p, name: P, kind: strengthen, frequency: 3, exercises: [%s]}]\n"


@pytest.mark.parametrize(("own", "follows"), [("each", True), ("alternate", True), ("right", True), ("both", False)])
def test_a_side_is_followed_or_refused(own: str, follows: bool) -> None:
    shelf = Shelf(PHASE % "a", {"a": strength(side=own)})
    if follows:
        assert shelf.plan(side="left").exercises[0].side == "left"
        return
    with pytest.raises(ContentError, match="side: left changes nothing"):
        shelf.plan(side="left")


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_timed_sequence_has_sides_of_its_own(side: str) -> None:
    wish = prescription(routine="ten-minute-follow-along", clinic="brookside", side=side)
    with pytest.raises(ContentError, match="timed sequence with sides of its own") as caught:
        plan_weeks(wish, load_library())
    assert "handouts new routine" in caught.value.problems[0].hint


def test_the_same_exercise_twice_has_its_side_beside_its_steps() -> None:
    entries = "{exercise: a, side: left}, {exercise: a, side: right}, b"
    dose = "reps: 8, progression: [{reps: 10}]"
    plan = Shelf(PHASE % entries, {"a": strength(dose), "b": strength(dose, name="Other")}).plan()
    steps = steps_of(plan, load_wording("en-GB"))
    assert steps and [row.name for row in steps.rows] == [
        "Heel lift, on your left side",
        "Heel lift, on your right side",
        "Other",
    ]


def test_beside_other_exercises_a_timed_sequence_keeps_its_sides() -> None:
    timed = (
        "  - {id: q, name: Q, kind: sequence, length: 60 s, exercises: [{exercise: a, duration: 60 s, side: right}]}\n"
    )
    phases = "phases:\n  - {id: p, name: P, kind: strengthen, frequency: 3, exercises: [b]}\n" + timed
    plan = Shelf(phases, {"a": strength(), "b": strength(side="each")}).plan(side="left")
    assert [one.side for one in plan.exercises] == ["left", "right"]
