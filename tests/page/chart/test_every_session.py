"""Every planned session has exactly one box, whatever its days, times and weeks: of a row that says its number."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.choices import ChartKind
from generator.content.plan_length import LENGTHS
from generator.language.wording import load_wording
from generator.manuscript.chart import Chart, TickRow
from generator.manuscript.describe_chart import charts_of
from generator.plan import Plan
from tests.shelf import Shelf, mobility, strength, stretch

WORDING = load_wording("en-GB")
EXERCISES = {
    "a": strength("reps: 8"),
    "b": mobility("reps: 8, frequency: 5"),
    "c": stretch("hold: 30 s"),
    "d": strength("reps: 6"),
}
KINDS = {"a": "strengthen", "b": "mobilise", "c": "stretch", "d": "strengthen"}
NAMED = ("morning", "midday", "afternoon", "evening", "bedtime")


@dataclass(frozen=True)
class Asked:
    """How often a phase is written to be done, and how many sessions that makes, worked out here from the text."""

    days: str
    times: int
    said: str
    weeks: tuple[int, ...]

    @property
    def written(self) -> str:
        weeks = f"weeks: [{', '.join(map(str, self.weeks))}]"
        return "{" + ", ".join(part for part in (self.days, self.said, weeks) if part) + "}"

    def days_in(self, week: int) -> int:
        """How many days of a week, counted from 1."""
        if week not in self.weeks:
            return 0
        key, number = self.days.split(": ")
        if key == "per_week":
            return int(number)
        first = (week - 1) * 7
        return sum(day % int(number) == 0 for day in range(first, first + 7))


DAYS = st.one_of(st.integers(1, 7).map(lambda n: f"per_week: {n}"), st.integers(2, 6).map(lambda n: f"every_days: {n}"))
TIMES = st.one_of(
    st.just(("", 1)),
    st.integers(1, 6).map(lambda n: (f"times_a_day: {n}", n)),
    st.sets(st.sampled_from(NAMED), min_size=1).map(lambda them: (f"times: [{', '.join(sorted(them))}]", len(them))),
    st.integers(2, 8).map(lambda hours: (f"every_hours: {hours}", 1 + 11 // hours)),
)
WEEKS = st.sets(st.integers(1, 4), min_size=1).map(lambda weeks: tuple(sorted(weeks)))
ASKED = st.builds(
    lambda days, times, weeks, later: Asked(days, times[1], times[0], (*weeks, *(range(5, 13) if later else ()))),
    DAYS,
    TIMES,
    WEEKS,
    st.booleans(),
)


def planned(asked: dict[str, Asked], length: int, off: int, *, together: bool = False) -> Plan:
    """`together` all are of one part of the session, each with days of its own."""
    entries = ", ".join(f"{{exercise: {name}, dose: {{frequency: {one.written}}}}}" for name, one in asked.items())
    whole = f"  - {{id: p, name: P, kind: mobilise, exercises: [{entries}]}}\n"
    phases = "".join(
        f"  - {{id: {name}, name: Part {name}, kind: {KINDS[name]}, frequency: {one.written}, exercises: [{name}]}}\n"
        for name, one in asked.items()
    )
    shelf = Shelf("phases:\n" + (whole if together else phases), EXERCISES)
    return shelf.plan(weeks=length, weeks_off=[off] if off else None)


def numbers_of(row: TickRow, plan: Plan) -> set[int]:
    """The exercises of a row, as it says them."""
    run = re.fullmatch(r"(\d+) to (\d+)", row.number.replace("\N{NO-BREAK SPACE}", " "))
    return set(range(int(run[1]), int(run[2]) + 1)) if run else set(map(int, re.findall(r"\d+", row.number)))


def boxes(charts: tuple[Chart, ...], plan: Plan) -> Counter[tuple[int, int, int]]:
    """How many boxes there are for each exercise, week and day."""
    found: Counter[tuple[int, int, int]] = Counter()
    for chart in charts:
        for row in chart.rows:
            for number in numbers_of(row, plan):
                for index, days in enumerate(row.boxes):
                    for day, count in enumerate(days):
                        found[number, chart.first_week + index, day] += count
    return Counter({key: count for key, count in found.items() if count})


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from("abcd"), ASKED, min_size=1),
    st.sampled_from(LENGTHS),
    st.integers(0, 4),
    st.booleans(),
)
@pytest.mark.parametrize("kind", [ChartKind.PARTS, ChartKind.STANDARD])
def test_every_session_has_one_box(
    kind: ChartKind, asked: dict[str, Asked], length: int, off: int, together: bool
) -> None:
    plan = planned(asked, length, off, together=together)
    found = boxes(charts_of(plan, WORDING, kind), plan)
    for one in plan.exercises:
        own = asked[one.id]
        for week in range(1, length + 1):
            counts = [found[one.number, week, day] for day in range(7)]
            sessions = 0 if week == off else own.days_in(week)
            # Those of one part that are done on the same days share a row, in which others may go on alone.
            shared = together and kind is ChartKind.PARTS and not sessions
            assert shared or sum(map(bool, counts)) == sessions, (one.id, week, own)
            assert shared or set(counts) <= {0, own.times}
    assert sum(plan.sessions([week]) for week in range(1, length + 1)) == sum(len(week.days) for week in plan.weeks)


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize("length", LENGTHS)
def test_parts_in_turn_and_groups_have_one_box_each(kind: ChartKind, length: int) -> None:
    phases = (
        "  - {id: a, name: A, kind: strengthen, frequency: 3, exercises: [a, b], groups: ['a + b: 3 rounds']}\n"
        "  - {id: d, name: D, kind: strengthen, days: {in_turn_with: a}, exercises: [d]}\n"
        "  - {id: c, name: C, kind: stretch, days: {with: d}, exercises: [c]}\n"
    )
    plan = Shelf("phases:\n" + phases, EXERCISES).plan(weeks=length)
    found = boxes(charts_of(plan, WORDING, kind), plan)
    by_exercise = {one.id: {key[1:] for key in found if key[0] == one.number} for one in plan.exercises}
    assert set(found.values()) == {1} and by_exercise["a"] == by_exercise["b"] and by_exercise["c"] == by_exercise["d"]
    assert not by_exercise["a"] & by_exercise["d"] and len(by_exercise["a"] | by_exercise["d"]) == 3 * length


def test_a_row_of_two_sessions_would_be_seen() -> None:
    """The count above counts twice what two rows tick."""
    plan = planned({"a": Asked("per_week: 3", 1, "", (1, 2, 3, 4))}, 4, 0)
    (chart,) = charts_of(plan, WORDING, ChartKind.STANDARD)
    assert set(boxes((chart,), plan).values()) == {1} and set(boxes((chart, chart), plan).values()) == {2}
