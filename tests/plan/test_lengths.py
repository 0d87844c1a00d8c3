"""Plans of 4, 6, 8 and 12 weeks: what is said of each week is done in it, and what has no week is told."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.content.plan_length import LENGTHS, chart_blocks, long_enough, week_numbers
from generator.export import calendar_text, diff_text, plan_data, plan_text, record_text
from generator.language.wording import load_wording
from generator.plan import beyond_plan
from generator.problems import ContentError, Severity
from generator.sentences import build_up, when_sentence
from tests.shelf import MONDAY, Shelf, strength

WORDING = load_wording("en-GB")
PHASE = "phases:\n  - {id: p, name: P, frequency: 3, kind: strengthen, exercises: [%s]}\n"
LATE = "{exercise: a, weeks: {5: {reps: 10}, 7: {exercise: b}, 11: {exercise: c}}}"
ABC = {name: strength("reps: 8") for name in "abc"}


def shelf(entry: str = LATE) -> Shelf:
    return Shelf(PHASE % entry, ABC)


def test_every_length_is_shared_out_without_rest() -> None:
    for length in LENGTHS:
        blocks = list(chart_blocks(length))
        assert tuple(week for block in blocks for week in block) == week_numbers(length)
        assert all(len(block) <= 4 for block in blocks)
    assert [long_enough(week) for week in (1, 4, 5, 6, 7, 8, 9, 12)] == [4, 4, 6, 6, 8, 8, 12, 12]


@pytest.mark.parametrize("length", LENGTHS)
def test_every_value_by_week_has_every_week(length: int) -> None:
    plan = shelf().plan(weeks=length)
    assert [week.number for week in plan.weeks] == list(week_numbers(length))
    for one in plan.exercises:
        assert len(one.weeks) == len(one.days_by_week) == len(one.spans) == length
    for week in range(length):
        assert sum(bool(one.days_by_week[week]) for one in plan.exercises) == 1, "a level stands in each week"
    assert plan.sessions(week_numbers(length)) == 3 * length
    assert [len(weeks) for weeks in (plan.phases[0].days_by_week, plan_data(plan, WORDING)["weeks"])] == [length] * 2


def test_what_is_said_of_late_weeks_is_done_in_them() -> None:
    first, second, third = shelf().plan(weeks=12).exercises
    assert (first.active_weeks, second.active_weeks, third.active_weeks) == (
        (1, 2, 3, 4, 5, 6),
        (7, 8, 9, 10),
        (11, 12),
    )
    assert [str(first.weeks[week - 1].reps) for week in (4, 5, 6)] == ["8", "10", "10"]


@pytest.mark.parametrize(("length", "told"), [(4, "5, 7 and 11"), (6, "7 and 11"), (8, "11"), (12, "")])
def test_what_is_said_of_weeks_that_the_plan_lacks_is_told(length: int, told: str) -> None:
    found = beyond_plan(shelf().plan(weeks=length))
    assert bool(found) == bool(told)
    for problem in found:
        assert problem.severity is Severity.WARNING and problem.place and problem.place.file == "r.yaml"
        week = "week" if told == "11" else "weeks"
        assert problem.message == f'"a" changes in {week} {told}, and the plan has {length} weeks'
        assert "give the plan 12 weeks" in problem.hint


def test_the_exercises_own_weeks_are_told_unless_a_nearer_layer_ends_them() -> None:
    grows = {"a": strength("reps: 8, weeks: {6: {reps: 12}}")}
    (problem,) = beyond_plan(Shelf(PHASE % "a", grows).plan())
    assert "week 6" in problem.message and problem.place and problem.place.file == "a.yaml"
    assert beyond_plan(Shelf(PHASE % "a", grows).plan(weeks=6)) == ()
    assert beyond_plan(Shelf(PHASE % "{exercise: a, dose: {reps: 5}}", grows).plan()) == ()


def test_a_change_beyond_the_plan_in_the_plan_itself_is_refused() -> None:
    with pytest.raises(ContentError) as caught:
        shelf().plan(weeks=6, dose={"a": {"weeks": {8: {"reps": 12}}}})
    (problem,) = caught.value.problems
    assert problem.path == "dose.a.weeks.8" and problem.message == "is beyond the 6 weeks of the plan"
    assert "8 weeks" in problem.hint


@pytest.mark.parametrize("weeks", [5, 0, 16, "many", None, 4.5, True, {"2": {"reps": 8}}])
def test_other_lengths_are_refused(weeks: Any) -> None:
    with pytest.raises(ContentError, match="needs 4, 6, 8 or 12"):
        shelf().plan(weeks=weeks)


@pytest.mark.parametrize("length", LENGTHS)
def test_the_terminal_shows_every_week(length: int) -> None:
    text = plan_text(shelf().plan(weeks=length), WORDING)
    grid = text.split("x is a session")[0]
    assert re.findall(r"Week (\d+)", grid) == [str(week) for week in week_numbers(length)]
    assert len(re.findall(r"  x", grid)) == 3 * length
    assert str(7 * length) in grid.split() and str(7 * length + 1) not in grid.split()


@pytest.mark.parametrize("length", LENGTHS)
def test_the_calendar_has_every_session_to_the_last_day(length: int) -> None:
    alike = Shelf(PHASE % "a", ABC).plan(weeks=length, start=MONDAY)
    assert f"COUNT={3 * length};" in calendar_text(alike, WORDING)
    fewer = "{exercise: a, weeks: {2: {frequency: {days: [mon, sun]}}}}"
    text = calendar_text(Shelf(PHASE % fewer, ABC).plan(weeks=length, start=MONDAY), WORDING)
    begins = re.findall(r"DTSTART:(\d{8})", text)
    assert len(begins) == 3 + 2 * (length - 1)
    last = alike.day(length, 6)
    assert last and begins[-1] == f"{last:%Y%m%d}"


def test_record_and_comparison_say_how_long() -> None:
    four, eight = (shelf().plan(weeks=length) for length in (4, 8))
    assert "Weeks: 8" in record_text(eight, WORDING).splitlines()
    assert "Weeks: 4 → 8" in diff_text(four, eight, WORDING).splitlines()


def test_weeks_in_words() -> None:
    first, second, third = shelf().plan(weeks=12).exercises
    said = [when_sentence(one, shelf().plan(weeks=12), WORDING) for one in (first, second, third)]
    ends = [text.replace("\N{NO-BREAK SPACE}", " ").rpartition(", ")[2] for text in said]
    assert ends == ["in weeks 1 to 6", "in weeks 7 to 10", "in weeks 11 and 12"]
    steps = build_up(first, WORDING)
    assert steps and "5: 10" in steps.text
