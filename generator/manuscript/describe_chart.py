"""A plan becomes everything that its progress chart prints: rows, boxes by day, and words from the wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from generator import sentences
from generator.content.choices import ChartKind
from generator.content.person import Person
from generator.content.routine import Measure
from generator.language.joining import run_on, unbroken
from generator.language.locale_facts import short_day
from generator.language.wording import Wording, fill
from generator.manuscript.box_name import single_box
from generator.manuscript.chart import (
    DAYS,
    Chart,
    ChartDay,
    ChartHelp,
    ChartPerson,
    ChartPhase,
    ChartWeek,
    ChartWords,
    Clause,
    Graph,
    Identity,
    IfThenPlan,
    RowNotes,
    WriteBox,
)
from generator.manuscript.describe_back import back_measures, back_of
from generator.manuscript.describe_help import help_of
from generator.manuscript.describe_numbers import number_rows
from generator.manuscript.describe_rows import row_notes, rows_by_exercise, rows_by_part
from generator.manuscript.describe_steps import steps_of
from generator.manuscript.describe_video import invitation_of
from generator.manuscript.personal import NO_NOTES, PersonalNotes, StripField
from generator.plan import Plan
from generator.shapes.drawing import Drawing
from generator.shapes.pixels import Raster

_MOST_TICKS = 6


def charts_of(
    plan: Plan,
    wording: Wording,
    kind: ChartKind,
    thumbnails: Mapping[int, Drawing | Raster] | None = None,
    notes: PersonalNotes = NO_NOTES,
    *,
    alone: bool = False,
) -> tuple[Chart, ...]:
    """The charts of all blocks of a plan's weeks; `thumbnails` by exercise number.

    Of the `notes` to one person the one for page 1 stands over the first grid. `alone`: there is no handout to look
    into.
    """
    own = (notes, *(replace(notes, front=None) for _ in _blocks(plan, kind)[1:]))
    return tuple(chart_of(plan, wording, kind, thumbnails, one, block, alone=alone) for block, one in enumerate(own))


def chart_of(
    plan: Plan,
    wording: Wording,
    kind: ChartKind,
    thumbnails: Mapping[int, Drawing | Raster] | None = None,
    notes: PersonalNotes = NO_NOTES,
    block: int = 0,
    *,
    alone: bool = False,
) -> Chart:
    """The chart of one of the plan's blocks of weeks."""
    words, routine = wording.chart, plan.routine
    weeks = _blocks(plan, kind)[block]
    measures = routine.measures
    boxes = _boxes(plan, weeks, measures[-1] if len(measures) > 1 else None, wording)
    return Chart(
        title=sentences.chart_title(plan, weeks, wording),
        routine=routine.title,
        instruction=run_on(words.how_to_tick, words.how_to_number, words.missed),
        weeks=tuple(_week(plan, week, wording) for week in weeks),
        phases=_rows(plan, weeks, wording, kind, thumbnails or {}),
        numbers=number_rows(plan, weeks, wording, kind),
        steps=steps_of(plan, wording, weeks[0]),
        plan=_own_plan(wording),
        graph=_graph(measures if len(boxes) > 1 else measures[:1], weeks, wording) if measures else None,
        boxes=boxes,
        boxes_title=measures[-1].name if len(boxes) > 1 else "",
        bring=run_on(wording.back.bring, words.private) if kind.is_back else words.bring,
        private="" if kind.is_back else words.private,
        clinic=unbroken(f"{plan.clinic.name}, {plan.clinic.phone}"),
        version=sentences.short_footer(plan, wording),
        words=_words(wording, steps=plan.has_steps),
        identity=Identity(plan.routine_id, routine.version, plan.code),
        video=invitation_of(plan.video, wording.front.follow_along, wording),
        how_much="" if alone else words.how_much,
        help=_help(plan, wording),
        note=notes.front,
        notes=row_notes(plan, wording, kind, notes) if alone or not kind.is_back else (),
        first_week=weeks[0],
        back=back_of(plan, wording, kind, weeks, alone=alone) if kind.is_back else None,
        graphs=tuple(_graph([one], weeks, wording) for one in back_measures(plan)) if kind.is_back else (),
    )


def _blocks(plan: Plan, kind: ChartKind) -> tuple[tuple[int, ...], ...]:
    return plan.back_blocks if kind.is_back else plan.chart_blocks


def _rows(
    plan: Plan,
    weeks: Sequence[int],
    wording: Wording,
    kind: ChartKind,
    thumbnails: Mapping[int, Drawing | Raster],
) -> tuple[ChartPhase, ...]:
    if kind.is_back:
        return rows_by_part(plan, weeks, wording)
    return rows_by_exercise(plan, weeks, wording, thumbnails)


def chart_person(
    plan: Plan, client: Person, wording: Wording, pseudonym: str = "", notes: RowNotes = ()
) -> ChartPerson:
    """What the chart says of one client; empty values are lines to write on."""
    words = wording.front
    start, visit = (sentences.date_line(day, wording, "medium") for day in (plan.start, plan.review))
    fields = (StripField(wording.chart.name, client.name), StripField(words.start_date, start))
    return ChartPerson(fields, StripField(words.next_visit, visit), pseudonym, notes)


def chart_weeks(plan: Plan, wording: Wording) -> tuple[ChartWeek, ...]:
    """The heads of all weeks: all of a chart that says what date it is."""
    return tuple(_week(plan, week.number, wording) for week in plan.weeks)


def _week(plan: Plan, week: int, wording: Wording) -> ChartWeek:
    heads = sentences.day_heads(plan, week, wording)
    dates = [plan.day(week, day) for day in range(DAYS)]
    # Only the day of the month: seven columns of "23 Nov" do not fit, and the week's head has its first day in full.
    days = tuple(ChartDay(head.letter, str(day.day) if day else "") for head, day in zip(heads, dates, strict=True))
    total = fill(wording.chart.of, n=len(plan.weeks[week - 1].days))
    first, last = (short_day(plan.language, one) if one else "" for one in (dates[0], dates[-1]))
    widest = _widest_day(plan.language) if first else ""
    name = wording.chart.week if plan.weeks[week - 1].days else wording.chart.week_off
    return ChartWeek(fill(name, n=week), days, total, first, widest, last)


@cache
def _widest_day(language: str) -> str:
    """The longest way to write a day and its month."""
    return max((short_day(language, date(2000, month, 28)) for month in range(1, 13)), key=len)


def _help(plan: Plan, wording: Wording) -> ChartHelp:
    here = sentences.signs_here(plan.clinic, wording)
    return ChartHelp(help_of(plan, wording), here, sentences.signs_on(plan.clinic, wording, "{n}"))


def _own_plan(wording: Wording) -> IfThenPlan:
    words = wording.chart
    after = (Clause(words.after_i), Clause(words.i_will_do))
    barrier = (Clause(words.if_lead, words.gets_in_the_way), Clause(words.i_will))
    return IfThenPlan(words.my_goal, (after, barrier), Clause(words.i_will_do_after))


def _graph(measures: Sequence[Measure], weeks: Sequence[int], wording: Wording) -> Graph:
    """The graph of the first measure; the text goes on from the title, which is its name.

    It says how to take that one, and the other that has boxes beside it.
    """
    measure, *others = measures
    boxed = fill(wording.chart.how_else, name=others[-1].name, how=others[-1].how) if others else ""
    line = sentences.measure_line(measure, wording)
    step, change = float(measure.step), float(measure.change or measure.step)
    return Graph(
        title=measure.name,
        text=line.removeprefix(measure.name).lstrip(", "),
        how=run_on(measure.how, boxed),
        low=float(measure.min),
        high=float(measure.max),
        step=step,
        minor=change if change < step else step / 2,
        unit=measure.unit,
        columns=(wording.chart.start if weeks[0] == 1 else str(weeks[0] - 1), *map(str, weeks)),
        axis=wording.chart.week_axis,
        alt=sentences.graph_alt(measure, weeks, wording),
        zero=measure.zero or "",
    )


def _boxes(plan: Plan, weeks: Sequence[int], measure: Measure | None, wording: Wording) -> tuple[WriteBox, ...]:
    """A measure that the graph does not hold, at the start and at the end of the plan; and the days done."""
    words, last = wording.chart, len(plan.weeks)
    days = WriteBox(single_box("days", weeks[0]), words.days, fill(words.of, n=plan.sessions(weeks)))
    moments = [("before", 1, 1), ("after", last, last * DAYS)] if measure else []
    measured = ((key, day) for key, week, day in moments if week in weeks)
    return (
        *(WriteBox(single_box(key), fill(words.day, n=day), measure.unit if measure else "") for key, day in measured),
        days,
    )


def _words(wording: Wording, *, steps: bool) -> ChartWords:
    """Without steps there is nothing to choose for the next week."""
    words = wording.chart
    choices = (("up", words.up), ("stay", words.stay), ("back", words.back), ("call", words.call))
    return ChartWords(
        exercise=words.exercise,
        example=words.example,
        rest=words.rest,
        empty=words.empty,
        ticks=tuple(wording.counted(words.ticks, count) for count in range(1, _MOST_TICKS + 1)),
        number=words.number_box,
        done=words.days_done,
        next_week=words.next_week,
        choices=choices if steps else (),
        without_last=words.back_calls,
        matrix=wording.alt.matrix,
        page=wording.footer.page,
        day=words.day,
    )
