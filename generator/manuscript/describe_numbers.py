"""Which numbers a client writes down on which days: a plan and a kind of chart in, rows of numbers out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator import sentences
from generator.content.choices import ChartKind
from generator.language.casing import mid_sentence
from generator.language.joining import listed
from generator.language.wording import Wording, fill
from generator.language.wording_parts import Row
from generator.manuscript.chart import DAYS, Chosen, NumberRow
from generator.plan import Plan, PlannedPhase

# On so many days of a week the back of a sheet asks for pain.
_MOST_PAIN = 3

# What the filled example column shows.
_EXAMPLES = {"pain-during": "3", "pain-morning": "1", "effort": "5", "measure": "12"}


def number_rows(plan: Plan, weeks: Sequence[int], wording: Wording, kind: ChartKind) -> tuple[NumberRow, ...]:
    """Standard: pain during and next morning; full: effort and minutes as well.

    On the back of a sheet one row for pain on few days; elsewhere a measure that an exercise begins with has its row.
    """
    if kind.is_back:
        return (_part_pain(plan, weeks, wording),)
    words = wording.chart
    rows: list[tuple[str, Row]] = [("pain-during", words.pain_during), ("pain-morning", words.pain_morning)]
    if kind is ChartKind.FULL:
        rows += [("effort", words.effort), ("minutes", words.minutes)]
    asked = _asked(plan, weeks, wording)
    examples = {**_EXAMPLES, "minutes": str(plan.minutes[1])}
    found = [replace(asked, key=key, lead=row.lead, text=row.text, example=examples[key]) for key, row in rows]
    stop = fill(words.pain_stop, n=plan.clinic.pain_rule.stop[0])
    # The rule has the line of the days, which the row under it names for both.
    return (*_measured(plan, wording, asked), replace(found[0], rule=stop, note="", fewer_note=""), *found[1:])


def _part_pain(plan: Plan, weeks: Sequence[int], wording: Wording) -> NumberRow:
    """Pain on the days of what builds up, at most three in a week with a day between them where that can be."""
    row = wording.back.pain_row
    chosen = []
    for week in weeks:
        days = sorted(_building(plan, week).days_by_week[week - 1])
        apart = days[::2] if len(days) > _MOST_PAIN else days
        chosen.append(tuple(day in apart[:_MOST_PAIN] for day in range(DAYS)))
    return NumberRow("pain", row.lead, row.text, tuple(chosen), tuple(chosen), example=_EXAMPLES["pain-during"])


def _building(plan: Plan, week: int) -> PlannedPhase:
    """The part of a week in which pain is most likely: strength, else the first whose steps grow, else the first."""
    phases = tuple(phase for phase in plan.phases if phase.days_by_week[week - 1]) or plan.phases
    strong = [phase for phase in phases if phase.phase.kind == "strengthen"]
    growing = [phase for phase in phases if any(one.ladder and len(one.ladder.rungs) > 1 for one in phase.exercises)]
    return (*strong, *growing, *phases)[0]


def _asked(plan: Plan, weeks: Sequence[int], wording: Wording) -> NumberRow:
    """A row without words of its own, on the days with a session."""
    days = _days(plan, weeks)
    fewer = _fewer(plan, weeks, days)
    note, fewer_note = (_note(plan, weeks[0], wording, chosen) for chosen in (days, fewer))
    return NumberRow("", "", "", days, fewer, note=note, fewer_note=fewer_note)


def _measured(plan: Plan, wording: Wording, asked: NumberRow) -> list[NumberRow]:
    """The row for a measure that an exercise begins with: a box on the first day of each week, as the card says."""
    if not plan.routine.measures or not any(one.measure == "before" for one in plan.exercises):
        return []
    measure = plan.routine.measures[0]
    days = tuple(tuple(day == week.index(True) for day in range(DAYS)) if any(week) else week for week in asked.days)
    return [
        replace(
            asked,
            key=measure.id,
            lead=wording.chart.once_a_week,
            text=f"{measure.name}, {measure.unit}",
            days=days,
            fewer=days,
            example=_EXAMPLES["measure"],
            note="",
            fewer_note="",
        )
    ]


def _days(plan: Plan, weeks: Sequence[int]) -> Chosen:
    """The days with a session; habits of daily life count only if there is nothing else."""
    phases = [phase for phase in plan.phases if phase.phase.kind != "habit"] or plan.phases
    return tuple(
        tuple(any(day in phase.days_by_week[week - 1] for phase in phases) for day in range(DAYS)) for week in weeks
    )


def _fewer(plan: Plan, weeks: Sequence[int], days: Chosen) -> Chosen:
    """Of the days those that leave one free between them: days of strength first, since pain is most likely there."""
    strong = [phase for phase in plan.phases if phase.phase.kind == "strengthen"]
    found = []
    for week, planned in zip(weeks, days, strict=True):
        first = [day for day in range(DAYS) if any(day in phase.days_by_week[week - 1] for phase in strong)]
        chosen: set[int] = set()
        for day in (*first, *range(DAYS)):
            if planned[day] and not chosen & {day - 1, day, day + 1}:
                chosen.add(day)
        found.append(tuple(day in chosen for day in range(DAYS)))
    return tuple(found)


def _note(plan: Plan, week: int, wording: Wording, days: Chosen) -> str:
    """Names the days of the first week where there are boxes only on some of those that have anything planned.

    Where weeks have different days the boxes alone tell them.
    """
    chosen = [day for day in range(DAYS) if days[0][day]]
    alike = all(other == days[0] for other in days if any(other))
    if not chosen or not alike or tuple(chosen) == plan.weeks[week - 1].days:
        return ""
    if plan.names_weekdays:
        return fill(wording.chart.on_days, days=sentences.days_text(chosen, plan, wording))
    numbers = listed(wording, [str((week - 1) * DAYS + day + 1) for day in chosen])
    words = wording.counted(wording.days.numbers, len(chosen), days=numbers)
    return fill(wording.chart.on_days, days=mid_sentence(words))
