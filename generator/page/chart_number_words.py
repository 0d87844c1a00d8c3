"""Which numbers a client writes down on which days: a plan and a kind of chart in, rows of numbers out."""

from __future__ import annotations

from generator import sentences
from generator.content.wording import Wording, fill
from generator.content.wording_parts import Row
from generator.page.chart_content import DAYS, WEEKS, Chosen, NumberRow
from generator.page.format import ChartKind
from generator.plan import Plan

# What the filled sample column shows.
_SAMPLES = {"pain-during": "3", "pain-morning": "1", "effort": "5", "before": "12", "after": "9"}


def number_rows(plan: Plan, wording: Wording, kind: ChartKind) -> tuple[NumberRow, ...]:
    """Minimal: pain during; standard: and next morning; full: effort and minutes as well.

    A measure taken before and after each session has its two rows in every kind.
    """
    words = wording.chart
    rows: list[tuple[str, Row]] = [("pain-during", words.pain_during)]
    if kind is not ChartKind.MINIMAL:
        rows.append(("pain-morning", words.pain_morning))
    if kind is ChartKind.FULL:
        rows += [("effort", words.effort), ("minutes", words.minutes)]
    days = _days(plan)
    note = _note(plan, wording, days)
    samples = {**_SAMPLES, "minutes": str(plan.minutes[1])}
    paired = ""
    found = [NumberRow(key, row.lead, row.text, days, paired, samples[key], note) for key, row in rows]
    return (*_measured(plan, wording, days), *found)


def _measured(plan: Plan, wording: Wording, days: Chosen) -> list[NumberRow]:
    """Rows for a measure that the routine takes in every session."""
    taken = {one.measure for one in plan.exercises if one.measure}
    if not taken or not plan.routine.measures:
        return []
    measure, words = plan.routine.measures[0], wording.chart
    text = f"{measure.name}, {measure.unit}"
    labels = (("before", words.before), ("after", words.after))
    return [
        NumberRow(f"{measure.id}-{moment}", lead, text, days, "", _SAMPLES[moment])
        for moment, lead in labels
        if moment in taken
    ]


def _days(plan: Plan) -> Chosen:
    """The days with a session; habits of daily life count only if there is nothing else."""
    phases = [phase for phase in plan.phases if phase.phase.kind != "habit"] or plan.phases
    return tuple(
        tuple(any(day in phase.days_by_week[week] for phase in phases) for day in range(DAYS)) for week in range(WEEKS)
    )


def _note(plan: Plan, wording: Wording, days: Chosen) -> str:
    """Names the days where there are boxes only on some of those that have anything planned."""
    first = [day for day in range(DAYS) if days[0][day]]
    if not first or tuple(first) == plan.weeks[0].days:
        return ""
    words = sentences.days_text(first, plan, wording)
    return fill(wording.chart.on_days, days=words) if plan.names_weekdays else words
