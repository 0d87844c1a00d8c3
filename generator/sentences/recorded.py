"""What a clinic's record says of a plan beside its exercises, a line each; files and pages print the same."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.exercise import Exercise
from generator.language.joining import listed
from generator.language.wording import Wording, fill
from generator.plan import Plan, StretchTime
from generator.sentences.amount import minutes_text, time_text
from generator.sentences.facts import date_line, equipment_list, time_fact
from generator.sentences.when import how_often, weeks_off


def recorded_name(exercise: Exercise) -> str:
    """The name that stands on the sheet, and behind it the trade's own."""
    return f"{exercise.name} ({exercise.trade_name})" if exercise.trade_name else str(exercise.name)


def recorded_dates(plan: Plan, wording: Wording) -> Iterator[str]:
    """Start, weeks, review."""
    export = wording.export
    yield fill(export.start, date=date_line(plan.start, wording)) if plan.start else export.undated
    yield fill(export.weeks, n=len(plan.weeks))
    if off := weeks_off(plan, wording):
        yield off
    if plan.review:
        yield fill(export.review, date=date_line(plan.review, wording))


def recorded_times(plan: Plan, wording: Wording) -> Iterator[str]:
    """How often, minutes of a session and of a week, equipment."""
    export = wording.export
    yield fill(export.how_often, often=how_often(plan, wording))
    yield fill(export.minutes_a_session, time=time_fact(plan, wording))
    yield fill(export.minutes_a_week, weeks=_weekly(plan, wording))
    yield fill(export.equipment, items=equipment_list(plan, wording))


def recorded_stretch(plan: Plan, wording: Wording) -> Iterator[str]:
    """For how long each muscle of each side is stretched in a week."""
    for total in plan.stretch:
        yield _stretched(total, getattr(wording.sides, total.side).lower(), wording)


def short_stretch(plan: Plan, wording: Wording) -> Iterator[str]:
    """The same, once for both sides of a muscle where they are alike."""
    found = {(total.muscle, total.side): total for total in plan.stretch}
    for total in plan.stretch:
        other = found.get((total.muscle, "right" if total.side == "left" else "left"))
        if other is None or other.seconds != total.seconds:
            yield _stretched(total, getattr(wording.sides, total.side).lower(), wording)
        elif total.side == "left":
            yield _stretched(total, wording.sides.side.short, wording)


def _stretched(total: StretchTime, side: str, wording: Wording) -> str:
    time = time_text(wording, min(total.seconds), max(total.seconds))
    return fill(wording.export.stretch_side, muscle=total.muscle, side=side, time=time)


def _weekly(plan: Plan, wording: Wording) -> str:
    """Minutes of a week: once if all weeks are alike, else week by week."""
    times = [minutes_text(wording, week.minutes) for week in plan.weeks]
    if len(set(times)) == 1:
        return times[0]
    return listed(wording, [fill(wording.export.week_minutes, n=n, time=time) for n, time in enumerate(times, 1)])
