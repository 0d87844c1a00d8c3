"""A dated plan becomes a calendar (RFC 5545) with a neutral title: nobody who looks over a shoulder learns anything.

Times are floating local times, so an event at nine stays at nine wherever the client travels.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta

from generator.language.wording import Wording
from generator.plan import Plan
from generator.plan.occasions import Occasion, occasions_in_week
from generator.problems import ContentError, Problem

WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# When a time of day begins; the morning is the first time of the day, and several are spread from there to the evening.
_CLOCKS = {"midday": time(12), "afternoon": time(15), "evening": time(20), "bedtime": time(21, 30)}
_LATEST = 23 * 60 + 55
LONGEST_LINE = 75  # RFC 5545, 3.1: octets in a line, without its end


def calendar_text(plan: Plan, wording: Wording, at: time = time(9)) -> str:
    """The calendar file: one event for each session, as a weekly rule where all weeks are alike.

    `at` is when the first session of a day begins. Raises `ContentError` for a plan without a start date.
    """
    if plan.start is None:
        hint = "give one, such as --start 2026-11-23"
        raise ContentError([Problem("a calendar needs a start date", path="start", hint=hint)])
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//handouts//exercise plan//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{escaped(wording.export.calendar_title)}")
    for place, occasion in enumerate(occasions_of_plan(plan), 1):
        for number, event in enumerate(_events(plan, occasion, at), 1):
            lines += _event(plan, wording, event, f"{place}-{number}")
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def occasions_of_plan(plan: Plan) -> tuple[Occasion, ...]:
    """All occasions of a day at which anything is done, in their order."""
    weeks = ((one, week) for one in plan.exercises for week in one.active_weeks)
    found = {occasion for one, week in weeks for occasion in occasions_in_week(one, week)}
    return tuple(sorted(found, key=lambda occasion: time_of(occasion, time(9))))


def session_days(plan: Plan, occasion: Occasion) -> tuple[tuple[int, ...], ...]:
    """For each week the days that have a session at that occasion."""
    weeks = range(1, len(plan.weeks) + 1)
    then = ([one for one in plan.exercises if occasion in occasions_in_week(one, week)] for week in weeks)
    return tuple(
        tuple(sorted({day for one in together for day in one.days_by_week[week - 1]}))
        for week, together in zip(weeks, then, strict=True)
    )


def _events(plan: Plan, occasion: Occasion, at: time) -> Iterator[tuple[datetime, str]]:
    """Start of each event, and its rule; single events have none."""
    weeks = session_days(plan, occasion)
    clock = time_of(occasion, at)
    if weeks[0] and len(set(weeks)) == 1:
        codes = ",".join(WEEKDAY_CODES[plan.weekday(day)] for day in weeks[0])
        count = len(weeks) * len(weeks[0])
        yield _moment(plan, 1, weeks[0][0], clock), f"RRULE:FREQ=WEEKLY;COUNT={count};BYDAY={codes}"
        return
    for week, days in enumerate(weeks, 1):
        for day in days:
            yield _moment(plan, week, day, clock), ""


def _moment(plan: Plan, week: int, day: int, clock: time) -> datetime:
    date = plan.day(week, day)
    assert date is not None  # the plan has a start
    return datetime.combine(date, clock)


def time_of(occasion: Occasion, at: time) -> time:
    """When a session begins: the first of a day at `at`, others at their time of day or evenly before the evening."""
    first, last = _minutes(at), _minutes(_CLOCKS["evening"])
    if occasion.hours:
        minutes = min(first + occasion.hours * 60, _LATEST)
    elif occasion.name is None:
        minutes = max(first, first + (last - first) * (occasion.number - 1) // (occasion.of - 1))
    else:
        minutes = first if occasion.name == "morning" else max(first, _minutes(_CLOCKS[occasion.name]))
    return at if minutes == first else time(minutes // 60, minutes % 60 // 5 * 5)


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _event(plan: Plan, wording: Wording, event: tuple[datetime, str], number: str) -> list[str]:
    begins, rule = event
    identity = f"{plan.routine_id} {plan.routine.version} {plan.start} {number}"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(identity.encode()).hexdigest()[:32]}@handouts",
        # The same plan gives the same file, so this is the routine's date and not the moment of writing.
        f"DTSTAMP:{plan.routine.issued:%Y%m%d}T000000Z",
        f"DTSTART:{begins:%Y%m%dT%H%M%S}",
        f"DTEND:{begins + timedelta(minutes=max(plan.minutes[1], 5)):%Y%m%dT%H%M%S}",
    ]
    lines += [rule] if rule else []
    lines.append(f"SUMMARY:{escaped(wording.export.calendar_title)}")
    lines.append(f"DESCRIPTION:{escaped(wording.export.calendar_text)}")
    return [*lines, "TRANSP:TRANSPARENT", "CLASS:PRIVATE", "END:VEVENT"]


def escaped(text: str) -> str:
    """Text as a value: RFC 5545, 3.3.11."""
    for character in ("\\", ";", ","):
        text = text.replace(character, "\\" + character)
    return text.replace("\r\n", "\n").replace("\n", "\\n")


def folded(line: str) -> Iterable[str]:
    """A line in parts of at most 75 octets, never cut inside a character; later parts begin with a space."""
    parts, current, room = [], "", LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            parts.append(current)
            current, room = " ", LONGEST_LINE - 1
        current += character
        room -= size
    return [*parts, current]
