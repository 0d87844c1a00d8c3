"""Everything on a sheet that is not as the plan has it. The plan's values are compared, never sentences made anew."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language.wording import Wording
from generator.plan import Plan
from tests.truth.exercises import days_said, in_exercises, in_rows
from tests.truth.fronts import in_fronts
from tests.truth.ladders import in_steps
from tests.truth.quantities import minutes
from tests.truth.sheet import Sheet


def contradictions(sheet: Sheet, plan: Plan, wording: Wording) -> list[str]:
    parts = (
        in_exercises,
        in_fronts,
        in_rows,
        in_steps,
        _in_week_heads,
        _in_days,
        _in_minutes,
        _in_videos,
        _in_measures,
    )
    return [fault for part in parts for fault in part(sheet, plan, wording)]


def _in_week_heads(sheet: Sheet, plan: Plan, wording: Wording) -> Iterator[str]:
    """A head names its week and the day it begins on ("23 Nov", "Nov 23"); what is done in it stands in the rows."""
    for week, text in sheet.heads:
        if re.search(r"\d", re.sub(r"^(?:\d+ [A-Z][a-z]+|[A-Z][a-z]+ \d+)(?!\S)", "", text)):
            yield f"head of week {week}: says {text!r}"


def _in_days(sheet: Sheet, plan: Plan, wording: Wording) -> Iterator[str]:
    totals = [int(total.removeprefix("of ")) for total in sheet.totals if re.fullmatch(r"of \d+", total)]
    if totals and totals != [len(week.days) for week in plan.weeks]:
        yield f"days done of {totals}, in the plan {[len(week.days) for week in plan.weeks]}"
    sessions = [plan.sessions(weeks) for weeks in plan.chart_blocks]
    told = [int(number) for text in sheet.chart for number in re.findall(r"\bDays of (\d+)\b", text)]
    if told and told != sessions:
        yield f"days of {told}, in the plan {sessions}"
    for phase in plan.phases:
        name = str(phase.phase.name)
        labels = [label for label in (*sheet.labels, *sheet.week) if label.startswith(name)]
        # What a tab needs stands behind a colon.
        labels += [f"{tab} {text.split(':')[0]}" for tab, text in sheet.tabs if tab == name and ":" in text]
        for label in labels:
            days = _days(label.removeprefix(name))
            own = sorted({days_said(one) for one in phase.exercises if one.days})
            if days and days != (own[0], own[-1]):
                yield f"{label!r}, in the plan {own} days"


def _days(text: str) -> tuple[int, int] | None:
    if "every day" in text.lower():
        return 7, 7
    found = re.search(r"(?:(\d) to )?(\d) days? a week", text)
    return (int(found[1] or found[2]), int(found[2])) if found else None


def _in_minutes(sheet: Sheet, plan: Plan, wording: Wording) -> Iterator[str]:
    told = session_minutes(sheet)
    ends = {end for span in plan.day_minutes for end in span}
    if told and not ((told[0], told[-1]) == plan.minutes and set(told) <= ends):
        yield f"a session takes {told} minutes, in the plan {plan.day_minutes}"
    spans = []
    for phase in plan.phases:
        name = str(phase.phase.name)
        texts = [line for line in sheet.week if line.startswith(name)]
        spans += [_span(texts[0])] if texts and minutes(texts[0]) else []
        texts += [text for tab, text in sheet.tabs if tab == name and "About" in text]
        for text in texts:
            if minutes(text) and _span(text) != phase.minutes:
                yield f"{name}: takes {_span(text)} minutes, in the plan {phase.minutes}"
    if told and spans and _in_one_sitting(plan):
        low, high = sum(low for low, _ in spans), sum(high for _, high in spans)
        if told[-1] != high or (told[-2:][0] > low):
            yield f"a session takes {told} minutes, its phases {low} to {high}"


def _in_one_sitting(plan: Plan) -> bool:
    """Whether all parts are done on one day of some week, and at the same time of it."""
    weeks = range(len(plan.weeks))
    days = (day for week in weeks for day in range(7) if all(day in phase.days_by_week[week] for phase in plan.phases))
    times = {frequency.times for one in plan.exercises if (frequency := one.dose.frequency)}
    return any(True for _ in days) and len(times) < 2


def session_minutes(sheet: Sheet) -> tuple[int, ...]:
    """The numbers of the strip under the title."""
    lines = [line for line in sheet.front if re.match(r"Time \d", line)]
    return minutes(lines[0]) if lines else ()


def _span(text: str) -> tuple[int, int]:
    found = minutes(text)
    return found[0], found[-1]


def _in_videos(sheet: Sheet, plan: Plan, wording: Wording) -> Iterator[str]:
    told = session_minutes(sheet)
    for line in sheet.front:
        found = re.search(r"(\d+) minute video", line) if not line.startswith("Watch how") else None
        if found and not told[-2:][0] <= int(found[1]) <= told[-1]:
            yield f"a video of {found[1]} minutes beside {told}"
        if found and (plan.video is None or plan.video.minutes != int(found[1])):
            yield f"a video of {found[1]} minutes, in the plan {plan.video}"


def _in_measures(sheet: Sheet, plan: Plan, wording: Wording) -> Iterator[str]:
    chart, handout = " ".join(sheet.chart), " ".join(sheet.handout)
    for measure in plan.routine.measures:
        if measure.name in chart and measure.how not in chart and measure.how not in handout:
            yield f"the chart asks for {measure.name!r}, and nothing says how to measure"
