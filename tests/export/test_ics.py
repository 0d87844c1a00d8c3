"""The calendar, read back by another library."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.content.dose.frequency import Frequency
from generator.content.library import load_library
from generator.export import calendar_text
from generator.export.ics import escaped, folded, time_of
from generator.language.wording import load_wording
from generator.plan import Plan, plan_weeks
from generator.plan.occasions import occasions_of
from generator.problems import ContentError
from tests.shelf import MONDAY, Shelf, mobility, prescription, strength

ENGLISH = load_wording("en-GB")
BUNDLED = load_library()


def moments(text: str) -> list[datetime]:
    """Every beginning of every event, rules unrolled here by hand: weekly, on given days, so many times."""
    found = []
    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        begins = event.decoded("DTSTART")
        assert begins.tzinfo is None, "floating local time"
        if "RRULE" not in event:
            found.append(begins)
            continue
        rule: Any = event["RRULE"]
        assert rule["FREQ"] == ["WEEKLY"]
        names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        days = {names.index(day) for day in rule["BYDAY"]}
        assert begins.weekday() in days
        every = (begins + timedelta(days=n) for n in range(400))
        found += [moment for moment in every if moment.weekday() in days][: rule["COUNT"][0]]
    return sorted(found)


def planned(plan: Plan) -> list[date]:
    """Dates of all sessions, several on a day as often as they are done."""
    found = []
    for week in range(1, 5):
        for day in plan.weeks[week - 1].days:
            times = max(e.times_in_week(week) for e in plan.exercises if day in e.days_by_week[week - 1])
            moment = plan.day(week, day)
            assert moment is not None
            found += [moment] * times
    return found


def dated(routine: str, start: date = MONDAY, **fields: Any) -> Plan:
    return plan_weeks(prescription(routine=routine, clinic="brookside", start=start, **fields), BUNDLED)


@pytest.mark.parametrize("name", BUNDLED.routine_ids())
def test_bundled_routines(name: str) -> None:
    plan = dated(name, MONDAY + timedelta(days=2))
    assert [moment.date() for moment in moments(calendar_text(plan, ENGLISH))] == planned(plan)


@given(
    st.integers(1, 7),
    st.integers(1, 7),
    st.integers(1, 4),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
)
def test_the_right_number_of_events(count: int, later: int, times: int, start: date) -> None:
    routine = (
        "phases:\n  - {id: p, name: P, kind: mobilise, exercises: [a]}\n"
        f"  - {{id: q, name: Q, kind: mobilise, frequency: {{per_week: 2, times_a_day: {times}}}, exercises: [b]}}\n"
    )
    dose = f"reps: 8, frequency: {count}, weeks: {{3: {{frequency: {later}}}}}"
    plan = Shelf(routine, {"a": mobility(dose), "b": strength()}).plan(start=start)
    assert [moment.date() for moment in moments(calendar_text(plan, ENGLISH))] == planned(plan)


def test_a_neutral_calendar() -> None:
    text = calendar_text(dated("back-care-stretches"), ENGLISH, time(7, 30))
    calendar = icalendar.Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    assert event["SUMMARY"] == "My exercises"
    assert event.decoded("DTSTART") == datetime(2026, 11, 23, 7, 30)
    assert "back" not in text.lower() and "Brookside" not in text
    assert text == calendar_text(dated("back-care-stretches"), ENGLISH, time(7, 30))
    identities = [event["UID"] for event in calendar.walk("VEVENT")]
    assert len(set(identities)) == len(identities)


def test_lines_are_short_and_end_right() -> None:
    data = calendar_text(dated("hinge-and-rotate"), ENGLISH).encode()
    lines = data.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75


def test_a_calendar_needs_a_start() -> None:
    plan = plan_weeks(prescription(routine="hinge-and-rotate", clinic="brookside"), BUNDLED)
    with pytest.raises(ContentError, match="start date"):
        calendar_text(plan, ENGLISH)


def test_several_a_day_are_spread() -> None:
    def clocks(at: time, **frequency: Any) -> list[time]:
        return [time_of(moment, at) for moment in occasions_of(Frequency.model_validate(frequency))]

    assert clocks(time(9), times_a_day=3) == [time(9), time(14, 30), time(20)]
    assert clocks(time(9), times=("bedtime", "morning")) == [time(9), time(21, 30)]
    assert clocks(time(9), every_hours=3) == [time(9), time(12), time(15), time(18)]
    assert clocks(time(21), times_a_day=1) == [time(21)]
    assert clocks(time(21), times_a_day=2) == [time(21), time(21)]
    assert clocks(time(21), every_hours=3) == [time(21), time(23, 55), time(23, 55), time(23, 55)]


@example("é" * 200)
@example("x" * 76)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
def test_folding_loses_nothing(text: str) -> None:
    parts = list(folded(text))
    assert all(len(part.encode()) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == text


def test_escaping() -> None:
    assert escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne"
