"""A dated plan becomes a calendar (RFC 5545) with a neutral title: nobody who looks over a shoulder learns anything.

Times are floating local times, so an event at nine stays at nine wherever the client travels.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta

from generator.language.wording import Wording
from generator.plan import Plan
from generator.problems import ContentError, Problem

WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST_HOUR = time(20)  # several times a day are spread from the first time to here
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
    for occasion in range(1, most_times(plan) + 1):
        for number, event in enumerate(_events(plan, occasion, at), 1):
            lines += _event(plan, wording, event, f"{occasion}-{number}")
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def most_times(plan: Plan) -> int:
    """The most sessions on any day."""
    return max((e.times_in_week(week) for e in plan.exercises for week in e.active_weeks), default=1)


def session_days(plan: Plan, occasion: int) -> tuple[tuple[int, ...], ...]:
    """For each week the days that have at least so many sessions."""
    weeks = range(1, len(plan.weeks) + 1)
    often = ([e for e in plan.exercises if e.times_in_week(week) >= occasion] for week in weeks)
    return tuple(
        tuple(sorted({day for exercise in exercises for day in exercise.days_by_week[week - 1]}))
        for week, exercises in zip(weeks, often, strict=True)
    )


def _events(plan: Plan, occasion: int, at: time) -> Iterator[tuple[datetime, str]]:
    """Start of each event, and its rule; single events have none."""
    weeks = session_days(plan, occasion)
    clock = time_of(occasion, most_times(plan), at)
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


def time_of(occasion: int, times: int, at: time) -> time:
    """When a session begins: the first at `at`, the last at eight in the evening, the others evenly between."""
    if times == 1 or at >= LAST_HOUR:
        return at
    first, last = (clock.hour * 60 + clock.minute for clock in (at, LAST_HOUR))
    minutes = first + (last - first) * (occasion - 1) // (times - 1)
    return time(minutes // 60, minutes % 60 // 5 * 5)


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
