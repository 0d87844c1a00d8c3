"""Whatever two routines make one programme, when and in which weeks: a box for each session, minutes that add up, and
changes that can be taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.choices import ChartKind
from generator.content.plan_length import LENGTHS
from generator.content.prescription import Prescription
from generator.manuscript.describe_chart import charts_of
from generator.plan import plan_weeks
from tests.page.chart.test_every_session import WORDING, boxes
from tests.plan.test_several import BACK, BUNDLED, FOUNDATIONS, ROTATE, wish

ROUTINES = (BACK, FOUNDATIONS, ROTATE, "hamstring-health")
# Times of a day, and weeks: those that a use says, and which of so many weeks these are.
TIMES: dict[str, int] = {"": 1, "@morning": 1, "@evening+morning": 2, "@bedtime+morning+midday": 3}
WEEKS: dict[str, Callable[[int], bool]] = {
    "": lambda _: True,
    "@weeks-1-2": lambda week: week <= 2,
    "@weeks-3-4": lambda week: week in (3, 4),
    "@weeks-odd": lambda week: week % 2 == 1,
    "@week-2": lambda week: week == 2,
}
USE = st.tuples(st.sampled_from(ROUTINES), st.sampled_from(list(TIMES)), st.sampled_from(list(WEEKS)))
Use = tuple[str, str, str]


@pytest.mark.parametrize("kind", ChartKind)
@settings(max_examples=12, deadline=None)
@given(uses=st.lists(USE, min_size=2, max_size=2), length=st.sampled_from(LENGTHS))
def test_every_session_of_both_has_one_box(kind: ChartKind, uses: list[Use], length: int) -> None:
    plan = plan_weeks(wish(*map("".join, uses), weeks=length, title="Both"), BUNDLED)
    found = boxes(charts_of(plan, WORDING, kind), plan)
    numbers = iter(plan.exercises)
    for routine, times, weeks in uses:
        for phase in plan_weeks(wish(routine, weeks=length), BUNDLED).phases:
            for one in phase.exercises:
                number = next(numbers).number
                often = one.times_a_day if phase.phase.kind == "habit" or not times else TIMES[times]
                for week in range(1, length + 1):
                    counts = [found[number, week, day] for day in range(7)]
                    sessions = len(one.days_by_week[week - 1]) if WEEKS[weeks](week) else 0
                    assert sum(map(bool, counts)) == sessions, (one.id, week)
                    assert set(counts) <= {0, often}, (one.id, week)


@settings(max_examples=25, deadline=None)
@given(
    first=st.sampled_from(ROUTINES),
    second=st.sampled_from(ROUTINES),
    weeks=st.sampled_from(list(WEEKS)),
    length=st.sampled_from(LENGTHS),
)
def test_minutes_of_a_week_are_those_of_both(first: str, second: str, weeks: str, length: int) -> None:
    """Each is rounded by itself, so the sum may be a minute off at either end."""
    both = plan_weeks(wish(f"{first}@morning", f"{second}@evening{weeks}", weeks=length, title="Both"), BUNDLED)
    one, other = (plan_weeks(wish(f"{name}@morning", weeks=length), BUNDLED) for name in (first, second))
    for week in range(length):
        for end in (0, 1):
            own = one.weeks[week].minutes[end]
            more = other.weeks[week].minutes[end] if WEEKS[weeks](week + 1) else 0
            assert abs(both.weeks[week].minutes[end] - own - more) <= 1, (week + 1, end)


PLAIN = wish(f"{ROTATE}@morning", f"{FOUNDATIONS}@evening@weeks-3-4")
BACK_AGAIN: list[Callable[[Prescription], Prescription]] = [
    lambda plan: plan.with_dropped("hip-hinge").with_added("hip-hinge"),
    lambda plan: plan.with_added("cat-cow@strengthen").with_dropped("cat-cow"),
    lambda plan: plan.with_swapped("hip-hinge", "deadlift").with_swapped("deadlift", "hip-hinge"),
    lambda plan: plan.with_phase("strengthen", on=False).with_phase("strengthen", on=True),
    lambda plan: plan.with_side("banded-hamstring-pump", "left").with_side("banded-hamstring-pump", None),
]


@pytest.mark.parametrize("change", BACK_AGAIN)
def test_a_change_and_its_inverse_give_the_same_programme(change: Callable[[Prescription], Prescription]) -> None:
    back = change(PLAIN)
    assert back == PLAIN and back.to_yaml() == PLAIN.to_yaml()
    plan, again = plan_weeks(PLAIN, BUNDLED), plan_weeks(back, BUNDLED)
    assert [one.days_by_week for one in again.exercises] == [one.days_by_week for one in plan.exercises]
    assert [one.weeks for one in again.exercises] == [one.weeks for one in plan.exercises]
    assert again.code == plan.code
