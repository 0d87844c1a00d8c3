"""Every planned session has exactly one box on the back, in a row that names its exercise: whatever the programme."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.choices import ChartKind
from generator.content.library import load_library
from generator.content.prescription import Prescription
from generator.language.wording import load_wording
from generator.manuscript.box_name import tick_box
from generator.manuscript.box_words import box_words
from generator.manuscript.chart import DAYS, TickRow
from generator.manuscript.describe_chart import charts_of
from generator.plan import Plan, plan_weeks

LIBRARY = load_library()
WORDING = load_wording("en-GB")
BASE: dict[str, Any] = {"clinic": "brookside", "language": "en-GB"}
EXERCISES = ("cat-cow", "deadlift", "glute-bridge", "hip-hinge", "sit-to-stand", "toe-touch", "hamstring-curl")
OFTEN = st.sampled_from(["", "@daily", "@1", "@2", "@3", "@5", "@mon+thu", "@tue+wed+fri"])
FREQUENCY = st.builds(
    lambda count, times: {"frequency": {"per_week": count, "times_a_day": times}},
    st.integers(1, 7),
    st.integers(1, 3),
)


def plan_of(**wish: Any) -> Plan:
    return plan_weeks(Prescription.model_validate(BASE | wish), LIBRARY)


def rows_of(plan: Plan) -> list[TickRow]:
    return [row for chart in charts_of(plan, WORDING, ChartKind.PARTS)[:1] for row in chart.rows]


def numbers_in(text: str) -> set[int]:
    """What a client reads of "1 to 3", "4", "5, 7 and 8"."""
    if " to " in text:
        low, high = map(int, text.split(" to "))
        return set(range(low, high + 1))
    return set(map(int, re.findall(r"\d+", text)))


def assert_one_box_each(plan: Plan) -> None:
    rows = rows_of(plan)
    assert len({row.key for row in rows}) == len(rows)
    for phase in plan.phases:
        for one in phase.exercises:
            naming = [row for row in rows if one.number in numbers_in(row.number)]
            assert len(naming) == 1, (one.id, [row.number for row in rows])
            for week in set(one.active_weeks) & set(range(1, 5)):
                days, times = one.days_by_week[week - 1], one.times_in_week(week)
                asked = tuple(times if day in days else 0 for day in range(DAYS))
                assert naming[0].boxes[week - 1] == asked, (one.id, week)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(EXERCISES), min_size=1, unique=True), st.data())
def test_of_a_programme_of_exercises(chosen: list[str], data: st.DataObject) -> None:
    wish = [name + data.draw(OFTEN) for name in chosen]
    dose = data.draw(st.dictionaries(st.sampled_from(chosen), FREQUENCY, max_size=2))
    assert_one_box_each(plan_of(exercises=wish, dose=dose, issued="2026-11-23"))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["hamstring-health", "hip-hinge-foundations", "back-care-stretches"]), st.data())
def test_of_a_routine_with_doses_changed(routine: str, data: st.DataObject) -> None:
    ids = sorted({one.id for one in plan_of(routine=routine).exercises})
    dose = data.draw(st.dictionaries(st.sampled_from(ids), FREQUENCY, max_size=3))
    assert_one_box_each(plan_of(routine=routine, dose=dose))


@pytest.mark.parametrize("weeks", [4, 8])
def test_a_part_with_two_frequencies_has_two_rows(weeks: int) -> None:
    changed = {"deadlift": {"frequency": {"per_week": 2}}}
    rows = rows_of(plan_of(routine="hamstring-health", dose=changed, weeks=weeks))
    strong = [(row.key, row.number) for row in rows if row.name == "Strengthen"]
    assert strong == [("strengthen.4", "4 and 6"), ("strengthen.5", "5")]


def test_of_a_part_done_alike_there_is_one_row() -> None:
    rows = rows_of(plan_of(routine="hamstring-health"))
    assert [(row.key, row.number) for row in rows] == [
        ("mobilise", "1 to 3"),
        ("strengthen", "4 to 6"),
        ("stretch", "7 and 8"),
    ]


def test_a_box_of_either_row_says_whose_it_is() -> None:
    plan = plan_of(routine="hamstring-health", dose={"deadlift": {"frequency": {"per_week": 2}}})
    words = box_words(charts_of(plan, WORDING, ChartKind.PARTS))
    assert words.of(tick_box("strengthen.5", 1, 1, 1)) == "Strengthen 5, Week 1, Day 1"
    assert words.of(tick_box("stretch", 1, 1, 1)) == "Stretch, Week 1, Day 1"
