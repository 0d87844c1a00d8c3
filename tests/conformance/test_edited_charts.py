"""A changed programme on its chart: each planned session of each exercise has its boxes, however long it lasts."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.library import load_library
from generator.content.plan_length import LENGTHS
from generator.content.prescription import Prescription
from generator.language.wording import load_wording
from generator.manuscript.describe_rows import rows_by_exercise
from generator.plan import plan_weeks

LIBRARY = load_library()
WORDING = load_wording("en-GB")
USED = [entry.exercise for phase in LIBRARY.routine("hamstring-health").phases for entry in phase.exercises]
OTHERS = [name for name in LIBRARY.exercise_ids() if name not in USED]
PLACES = ("", "@mobilise:1", "@strengthen", "@stretch@mon+thu", "@daily", "@2")


@given(
    st.sampled_from(LENGTHS),
    st.lists(st.sampled_from(USED), max_size=2, unique=True),
    st.lists(st.tuples(st.sampled_from([*OTHERS, *USED]), st.sampled_from(PLACES)), max_size=3),
    st.dictionaries(st.sampled_from(USED), st.sampled_from(OTHERS), max_size=2),
)
@settings(max_examples=40, deadline=None)
def test_each_session_has_its_box(
    weeks: int, drop: list[str], add: list[tuple[str, str]], swap: dict[str, str]
) -> None:
    plain = {"routine": "hamstring-health", "clinic": "brookside", "language": "en-GB", "weeks": weeks}
    added = [name + place for name, place in add]
    left = {old: new for old, new in swap.items() if old not in drop}
    plan = plan_weeks(Prescription.model_validate(plain | {"drop": drop, "add": added, "swap": left}), LIBRARY)
    boxes: Counter[tuple[int, int, int]] = Counter()
    rows: Counter[tuple[int, int]] = Counter()
    for block in plan.chart_blocks:
        for phase in rows_by_exercise(plan, block, WORDING, {}):
            for row in phase.rows:
                number = int(row.number)
                rows[number, block[0]] += 1
                for week, days in zip(block, row.boxes, strict=True):
                    boxes.update({(number, week, day): count for day, count in enumerate(days) if count})
    assert set(rows.values()) == {1}, "an exercise has one row on a page"
    assert boxes == {
        (one.number, week, day): one.times_in_week(week)
        for one in plan.exercises
        for week in plan.prescription.week_numbers
        for day in one.days_by_week[week - 1]
    }
