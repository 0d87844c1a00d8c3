"""Timed sequences: a running clock, sides in turn, and a total that agrees with the stated length."""

from __future__ import annotations

import pytest

from generator.content.library import load_library
from generator.plan import plan_weeks
from generator.plan.clock import clock_text
from generator.problems import ContentError
from tests.shelf import Shelf, prescription, strength, stretch


def sequence(entries: str, more: str = "") -> Shelf:
    text = f"phases:\n  - {{id: f, name: F, kind: sequence, {more}exercises: [{entries}]}}\n"
    return Shelf(
        text, {"a": stretch("hold: 30 s, sets: 2, rest: 10 s, weeks: {2: {hold: 45 s}}"), "b": strength(side="each")}
    )


def test_the_clock_runs() -> None:
    plan = sequence(
        "{exercise: a, duration: 45 s}, {exercise: b, duration: 1 min, side: right}", "change: 5 s, "
    ).plan()
    assert [(e.at, e.seconds, e.side) for e in plan.exercises] == [(0, 45, "both"), (50, 60, "right")]
    assert [str(dose.duration) for dose in plan.exercises[0].weeks] == ["45 s"] * 4
    assert plan.exercises[0].dose.sets is None
    assert plan.minutes == (2, 2)
    assert plan.phases[0].days == tuple(range(7))


def test_sides_in_turn() -> None:
    plan = sequence("{exercise: b, duration: 30 s}, {exercise: a, duration: 30 s}").plan()
    assert [(e.id, e.side, e.at) for e in plan.exercises] == [("b", "right", 0), ("b", "left", 30), ("a", "both", 60)]


def test_alternating_stays_one() -> None:
    (only,) = sequence("{exercise: b, duration: 30 s, side: alternate}").plan().exercises
    assert (only.side, only.seconds) == ("alternate", 30)


def test_measuring_takes_its_own_time() -> None:
    plan = sequence("{exercise: a, measure: before}, {exercise: a, duration: 30 s}").plan()
    assert [(e.measure, e.at, e.seconds) for e in plan.exercises] == [("before", 0, 70), (None, 70, 30)]


@pytest.mark.parametrize(
    ("length", "fits"), [("100 s", True), ("115 s", True), ("85 s", True), ("116 s", False), ("84 s", False)]
)
def test_the_stated_length(length: str, fits: bool) -> None:
    shelf = sequence("{exercise: a, duration: 1 min}, {exercise: a, duration: 40 s}", f"length: {length}, ")
    if fits:
        assert shelf.plan().exercises
        return
    with pytest.raises(ContentError) as caught:
        shelf.plan()
    (problem,) = caught.value.problems
    assert "1:40" in problem.message and clock_text(int(length.split()[0])) in problem.message
    assert problem.place is not None and problem.place.line == 9
    assert problem.excerpt == "line 9"


def test_ten_minutes() -> None:
    plan = plan_weeks(prescription(routine="ten-minute-follow-along", clinic="brookside"), load_library())
    last = plan.exercises[-1]
    assert last.at is not None and last.seconds is not None
    assert abs(last.at + last.seconds - 600) <= 15
    assert [e.measure for e in plan.exercises if e.measure] == ["before", "after"]


def test_clock_text() -> None:
    assert [clock_text(seconds) for seconds in (0, 45, 60, 605)] == ["0:00", "0:45", "1:00", "10:05"]
