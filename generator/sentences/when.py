"""When things are done, in words: "Every day", "Mon, Wed and Fri", "3 days a week, 2 times a day"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from generator.language.joining import breakable, listed, unbroken
from generator.language.locale_facts import short_day, weekday_name
from generator.language.wording import Wording, fill
from generator.plan import Plan, PlannedExercise, PlannedPhase
from generator.plan.occasions import TIMES_OF_DAY
from generator.plan.schedule import every_so_many
from generator.plan.values import ByWeek
from generator.sentences.amount import counted, minutes_text

WEEK = 7
RUN_FROM = 3  # days in a row that are named by their first and last
WEEKS_FROM = 4  # weeks in a row, likewise
SHORT_RUN = 10  # characters of weeks' numbers that stand on one line


class SessionLine(NamedTuple):
    """One phase at a glance: name, "1 to 3" (its exercises), when, how long (empty for habits)."""

    name: str
    numbers: str
    when: str
    minutes: str


class DayHead(NamedTuple):
    """What stands over a day of the chart: a letter or number, the date of a dated plan, and its full name."""

    letter: str
    date: str
    name: str


def when_sentence(planned: PlannedExercise, plan: Plan, wording: Wording) -> str:
    """Days, occasions and weeks of one exercise: "Mon to Fri, 2 times a day, in weeks 3 and 4"."""
    parts = [_days_of(planned, plan, wording), _times_of_day(planned, wording)]
    parts.append(_weeks_of(planned.active_weeks, plan, wording))
    if planned.optional:
        parts.append(wording.days.optional)
    return wording.join.comma.join(part for part in parts if part)


def phase_when(phase: PlannedPhase, plan: Plan, wording: Wording) -> str:
    """The same for a whole phase; occasions only if all of its exercises have the same."""
    parts = [_phase_days(phase, plan, wording)]
    times = {_times_of_day(exercise, wording) for exercise in phase.exercises}
    if len(times) == 1:
        parts.append(times.pop())
    parts.append(_weeks_of([week for week, days in enumerate(phase.days_by_week, 1) if days], plan, wording))
    return wording.join.comma.join(part for part in parts if part)


def _days_of(planned: PlannedExercise, plan: Plan, wording: Wording) -> str:
    """ "Every other day"; of a phase that takes turns "3 days a week, in turn with Day B"."""
    if planned.turns is None:
        return _rhythm(planned.days_by_week, plan, wording)
    if not planned.turns.days_by_week:
        return fill(wording.days.on_days_of, other=planned.turns.others[0])
    days = _rhythm(planned.turns.days_by_week, plan, wording)
    return fill(wording.days.in_turn_with, days=days, others=listed(wording, planned.turns.others))


def _weeks_of(weeks: Sequence[int], plan: Plan, wording: Wording) -> str:
    """ "in weeks 1 and 2"; empty for all weeks but those off."""
    return weeks_text(weeks, wording) if 0 < len(weeks) < len(plan.weeks) - len(plan.weeks_off) else ""


def weeks_off(plan: Plan, wording: Wording) -> str:
    """ "Week 4 is a week off."; empty without one."""
    off = plan.weeks_off
    return wording.counted(wording.days.weeks_off, len(off), weeks=number_run(off, wording)) if off else ""


def _times_of_day(planned: PlannedExercise, wording: Wording) -> str:
    """ "in the morning and in the evening", "every 2 hours, 6 times a day"; empty for once."""
    words, week = wording.days, planned.active_weeks[0] if planned.active_weeks else 1
    frequency = planned.weeks[week - 1].frequency
    if frequency and frequency.times:
        return listed(wording, [getattr(words.times_of_day, name) for name in TIMES_OF_DAY if name in frequency.times])
    if planned.times_a_day == 1:
        return ""
    often = counted(wording, words.times_a_day, planned.times_a_day)
    if not (frequency and frequency.every_hours):
        return often
    return wording.join.comma.join((counted(wording, words.every_hours, frequency.every_hours), often))


def _phase_days(phase: PlannedPhase, plan: Plan, wording: Wording) -> str:
    """The days of all its exercises, or "3 to 7 days a week, see each exercise" where they have different ones."""
    own = {exercise.days for exercise in phase.exercises if exercise.days}
    if len(own) < 2 or _all_on(phase.days_by_week, phase.exercises):
        first = phase.exercises[0]
        return _days_of(first, plan, wording) if first.turns else _rhythm(phase.days_by_week, plan, wording)
    counts = sorted(map(len, own))
    return fill(wording.days.differ, days=counted(wording, wording.days.per_week, counts[0], counts[-1]))


def named_times(same: Sequence[PlannedExercise], wording: Wording) -> str:
    """The times of day of a row's boxes, in their order: "morning, evening", "every 2 hours"; empty without any."""
    texts: dict[str, None] = {}
    for one in same:
        frequencies = (one.weeks[week - 1].frequency for week in one.active_weeks)
        for frequency in frequencies:
            if frequency and frequency.times:
                named = (getattr(wording.days.short_times, name) for name in TIMES_OF_DAY if name in frequency.times)
                texts[wording.join.comma.join(named)] = None
            elif frequency and frequency.every_hours:
                texts[counted(wording, wording.days.every_hours, frequency.every_hours)] = None
    return wording.join.items.join(texts)


def _all_on(weeks: ByWeek, exercises: Sequence[PlannedExercise]) -> bool:
    """Whether all are done on these days, in each week in which they are done."""
    return all(not own or own == days for one in exercises for own, days in zip(one.days_by_week, weeks, strict=True))


def _rhythm(weeks: ByWeek, plan: Plan, wording: Wording) -> str:
    """Days of all weeks: "Every other day", else those of the first week that has any."""
    often = every_so_many(weeks)
    if often == 2:
        return wording.days.every_other_day
    if often:
        return counted(wording, wording.days.every_days, often)
    return days_text(next(filter(None, weeks), ()), plan, wording)


def when_beside(phase: PlannedPhase, plan: Plan, wording: Wording) -> str:
    """The same for a place beside the phase's name, without days that the name says: "2 times a day" at "Every day"."""
    text = phase_when(phase, plan, wording)
    days = _phase_days(phase, plan, wording)
    if _same(days, phase.phase.name):
        return text.removeprefix(days).removeprefix(wording.join.comma)
    return text


def _same(one: str, other: str) -> bool:
    return breakable(one).casefold() == breakable(other).casefold()


def days_text(days: Sequence[int], plan: Plan, wording: Wording) -> str:
    """Columns of a week as words. In a plan without weekdays only how many: "3 days a week"."""
    if len(days) == WEEK:
        return wording.days.every_day
    if not days:
        return ""
    if not plan.names_weekdays:
        return counted(wording, wording.days.per_week, len(days))
    names = [weekday_name(wording.language, plan.weekday(day)) for day in days]
    if len(days) >= RUN_FROM and days[-1] - days[0] == len(days) - 1:
        return fill(wording.join.span, low=names[0], high=names[-1])
    return listed(wording, names)


def weeks_text(weeks: Sequence[int], wording: Wording) -> str:
    """ "in week 4", "in weeks 3 and 4", "in weeks 5 to 8"."""
    run = number_run(weeks, wording)
    names = unbroken(run) if len(run) <= SHORT_RUN else run
    return wording.counted(wording.days.in_weeks, len(weeks), weeks=names)


def chart_title(plan: Plan, weeks: Sequence[int], wording: Wording) -> str:
    """The title of a page that holds these weeks: "My 4 weeks", "My weeks 5 to 8"."""
    if len(weeks) == len(plan.weeks):
        return fill(wording.chart.title, n=len(weeks))
    return fill(wording.chart.title_of_some, first=weeks[0], last=weeks[-1])


def number_run(weeks: Sequence[int], wording: Wording) -> str:
    """Numbers of weeks: "4", "3 and 4", "1, 2 and 6", "5 to 8", "1 to 4 and 6"."""
    runs: list[list[int]] = []
    for week in weeks:
        if runs and runs[-1][-1] == week - 1:
            runs[-1].append(week)
        else:
            runs.append([week])
    parts = [
        [fill(wording.join.span, low=run[0], high=run[-1])] if len(run) >= WEEKS_FROM else [str(week) for week in run]
        for run in runs
    ]
    return listed(wording, [part for run in parts for part in run])


def how_often(plan: Plan, wording: Wording) -> str:
    """The fact in the first block: "Every day", "5 days a week". Habits of daily life do not count."""
    phases = [phase for phase in plan.phases if phase.phase.kind != "habit"] or plan.phases
    by_week = zip(*(phase.days_by_week for phase in phases), strict=True)
    weeks = tuple(tuple(sorted(set(chain.from_iterable(week)))) for week in by_week)
    if every_so_many(weeks):
        return _rhythm(weeks, plan, wording)
    days = {day for phase in phases for day in phase.days}
    if len(days) == WEEK:
        return wording.days.every_day
    return counted(wording, wording.days.per_week, len(days))


def session_lines(plan: Plan, wording: Wording) -> tuple[SessionLine, ...]:
    """Which phase is done when: the plan at a glance."""
    return tuple(
        SessionLine(
            str(phase.phase.name),
            numbers_text([one.number for one in phase.exercises], wording),
            phase_when(phase, plan, wording),
            "" if phase.phase.kind == "habit" else minutes_text(wording, phase.minutes),
        )
        for phase in plan.phases
    )


def numbers_text(numbers: Sequence[int], wording: Wording) -> str:
    """The numbers of exercises: "1 to 3", "4", "5, 7 and 8"; in a span only if they follow one another."""
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 2 and last - first == len(numbers) - 1:
        return fill(wording.join.span, low=first, high=last)
    return listed(wording, [str(number) for number in numbers])


def day_heads(plan: Plan, week: int, wording: Wording) -> tuple[DayHead, ...]:
    """The heads of a week's seven columns: letters of weekdays, dated if there is a start; else days from 1 on."""
    heads = []
    for day in range(WEEK):
        number = (week - 1) * WEEK + day + 1
        if not plan.names_weekdays:
            heads.append(DayHead(str(number), "", fill(wording.chart.day, n=number)))
            continue
        letter = weekday_name(wording.language, plan.weekday(day), "narrow")
        name = weekday_name(wording.language, plan.weekday(day), "wide")
        date = plan.day(week, day)
        heads.append(DayHead(letter, short_day(wording.language, date) if date else "", name))
    return tuple(heads)
