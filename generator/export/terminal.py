"""A plan becomes text for the terminal: its weeks as a grid of days, and what is done on them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.export.origins import Files, origin_lines
from generator.language.wording import Wording, fill
from generator.plan import Plan, PlannedExercise
from generator.sentences import (
    build_up,
    clock_text,
    date_line,
    day_heads,
    dose_notes,
    dose_sentence,
    facts,
    group_sentence,
    session_lines,
    short_names,
    when_sentence,
)
from generator.sentences.when import weeks_off

_LEAST = 20  # columns for number and name
ASCII_SPACE = str.maketrans("\N{NO-BREAK SPACE}", " ")


def plan_text(plan: Plan, wording: Wording, files: Files | None = None) -> str:
    """The plan as lines of at most some 100 characters, with ordinary spaces.

    With the `files` of the content each field of each dose is explained: which layer says so, and where.
    """
    lines = [str(plan.routine.title), *(f"{label}: {value}" for label, value in facts(plan, wording))]
    if off := weeks_off(plan, wording):
        lines.append(off)
    if plan.start:
        lines.append(fill(wording.export.start, date=date_line(plan.start, wording)))
    lines += ["", *_grid(plan, wording), "", wording.export.legend, ""]
    lines += _phases(plan, wording, files)
    return "\n".join(line.rstrip() for line in lines).translate(ASCII_SPACE) + "\n"


def _grid(plan: Plan, wording: Wording) -> Iterator[str]:
    """Two weeks side by side, one row for each exercise."""
    short = short_names((exercise.exercise for exercise in plan.exercises), wording)
    width = max(_LEAST, *(4 + len(name) for name in short.values()))
    weeks = range(1, len(plan.weeks) + 1)
    for pair in zip(weeks[::2], weeks[1::2], strict=True):
        heads = ["".join(f"{head.letter:>3}" for head in day_heads(plan, week, wording)) for week in pair]
        names = [fill(wording.chart.week, n=week) for week in pair]
        yield " " * width + "   ".join(f"{name:<21}" for name in names)
        dates = [day_heads(plan, week, wording)[0].date for week in pair]
        if any(dates):
            yield " " * width + "   ".join(f"{date:<21}" for date in dates)
        yield " " * width + "   ".join(heads)
        for exercise in plan.exercises:
            row = "   ".join(_row(exercise, week) for week in pair)
            yield f"{exercise.number:>2} {short[exercise.exercise.name]:<{width - 3}}{row}"
        if pair[-1] < len(plan.weeks):
            yield ""


def _row(exercise: PlannedExercise, week: int) -> str:
    times = exercise.times_in_week(week)
    mark = "x" if times == 1 else str(times)
    return "".join(f"{mark if day in exercise.days_by_week[week - 1] else '.':>3}" for day in range(7))


def _phases(plan: Plan, wording: Wording, files: Files | None) -> Iterator[str]:
    for phase, line in zip(plan.phases, session_lines(plan, wording), strict=True):
        yield ", ".join(part for part in (f"{line.name}: {line.when}", line.minutes) if part)
        for exercise in phase.exercises:
            at = f"{clock_text(exercise.at)}  " if exercise.at is not None else ""
            yield f"  {exercise.number:>2}  {at}{exercise.exercise.name}. {dose_sentence(exercise, wording)}"
            when = when_sentence(exercise, plan, wording)
            if when != line.when:
                yield f"      {when}"
            if together := group_sentence(exercise, wording):
                yield f"      {together}"
            steps = build_up(exercise, wording)
            if steps:
                yield f"      {steps.label} {steps.text}"
            yield from (f"      {note}" for note in dose_notes(exercise, wording))
            if files:
                yield from (f"        {line}" for line in origin_lines(plan, exercise, files, wording))
        yield ""
