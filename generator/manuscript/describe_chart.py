"""A plan becomes everything that its 4-week chart prints: rows, boxes by day, and words from the wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from generator import sentences
from generator.content.choices import ChartKind
from generator.content.person import Person as Client
from generator.content.routine import Measure
from generator.language.casing import behind_a_name
from generator.language.joining import run_on, unbroken
from generator.language.locale_facts import NO_BREAK, short_day
from generator.language.wording import Wording, fill
from generator.manuscript.chart import (
    DAYS,
    WEEKS,
    Chart,
    ChartDay,
    ChartHelp,
    ChartPerson,
    ChartPhase,
    ChartWeek,
    ChartWords,
    Clause,
    Counts,
    Graph,
    Identity,
    RowNotes,
    TickRow,
    WriteBox,
)
from generator.manuscript.chart import IfThenPlan as OwnPlan
from generator.manuscript.describe_help import help_of
from generator.manuscript.describe_numbers import number_rows
from generator.manuscript.describe_steps import row_keys, steps_of, together
from generator.manuscript.describe_video import invitation_of
from generator.manuscript.personal import NO_NOTES, PersonalNotes, StripField
from generator.plan import Plan, PlannedExercise, PlannedPhase
from generator.sentences.row_dose import row_dose
from generator.shapes.drawing import Drawing
from generator.shapes.pixels import Raster

_MOST_TICKS = 6
_NEVER: Counts = ((0,) * DAYS,) * WEEKS


def chart_of(
    plan: Plan,
    wording: Wording,
    kind: ChartKind,
    thumbnails: Mapping[int, Drawing | Raster] | None = None,
    notes: PersonalNotes = NO_NOTES,
    *,
    alone: bool = False,
) -> Chart:
    """The chart of a plan; `thumbnails` by exercise number.

    Of the `notes` to one person the one for page 1 stands over the grid. `alone`: there is no handout to look into.
    """
    words, routine = wording.chart, plan.routine
    minimal = kind is ChartKind.MINIMAL
    measures = routine.measures
    return Chart(
        title=words.title,
        routine=routine.title,
        instruction=run_on(words.how_to_tick, words.how_to_number, words.missed),
        weeks=chart_weeks(plan, wording),
        phases=_by_phase(plan, wording, notes) if minimal else _by_exercise(plan, wording, thumbnails or {}),
        numbers=number_rows(plan, wording, kind),
        steps=steps_of(plan, wording),
        plan=_own_plan(wording),
        graph=_graph(measures, wording) if measures else None,
        boxes=_boxes(plan, measures[-1] if len(measures) > 1 else None, wording),
        boxes_title=measures[-1].name if len(measures) > 1 else "",
        bring=words.bring,
        private=words.private,
        clinic=unbroken(f"{plan.clinic.name}, {plan.clinic.phone}"),
        words=_words(wording, steps=plan.has_steps),
        identity=Identity(plan.routine_id, routine.version),
        video=invitation_of(plan.video, wording.front.follow_along, wording),
        how_much="" if alone else words.how_much,
        help=_help(plan, wording),
        note=notes.front,
        notes=row_notes(plan, wording, kind, notes),
    )


def row_notes(plan: Plan, wording: Wording, kind: ChartKind, notes: PersonalNotes) -> RowNotes:
    """Notes under the rows of their exercises; a row for a whole phase says which exercise each is for."""
    own = notes.exercises
    if kind is not ChartKind.MINIMAL:
        ids = {one.number: one.id for one in plan.exercises}
        return tuple((key, (own[ids[number]],)) for number, key in row_keys(plan).items() if ids[number] in own)
    about = wording.chart.note_about
    noted = {_noted_key(phase, one): one for phase in plan.phases for one in phase.exercises if one.id in own}
    leads = {key: fill(about, name=one.exercise.name) for key, one in noted.items()}
    return tuple((key, (replace(own[one.id], lead=leads[key]),)) for key, one in noted.items())


def _noted_key(phase: PlannedPhase, one: PlannedExercise) -> str:
    return f"{phase.phase.id} {one.id}"


def chart_person(
    plan: Plan, client: Client, wording: Wording, pseudonym: str = "", notes: RowNotes = ()
) -> ChartPerson:
    """What the chart says of one client; empty values are lines to write on."""
    words = wording.front
    start, visit = (sentences.date_line(day, wording, "medium") for day in (plan.start, plan.review))
    fields = (StripField(wording.chart.name, client.name), StripField(words.start_date, start))
    return ChartPerson(fields, StripField(words.next_visit, visit), pseudonym, notes)


def chart_weeks(plan: Plan, wording: Wording) -> tuple[ChartWeek, ...]:
    """The heads of the four weeks: all of a chart that says what date it is."""
    return tuple(_week(plan, week, wording) for week in range(1, WEEKS + 1))


def _week(plan: Plan, week: int, wording: Wording) -> ChartWeek:
    heads = sentences.day_heads(plan, week, wording)
    dates = [plan.day(week, day) for day in range(DAYS)]
    # Only the day of the month: seven columns of "23 Nov" do not fit, and the week's head has its first day in full.
    days = tuple(ChartDay(head.letter, str(day.day) if day else "") for head, day in zip(heads, dates, strict=True))
    total = fill(wording.chart.of, n=len(plan.weeks[week - 1].days))
    first = dates[0]
    day, widest = (short_day(plan.language, first), _widest_day(plan.language)) if first else ("", "")
    return ChartWeek(fill(wording.chart.week, n=week), days, total, day, widest)


@cache
def _widest_day(language: str) -> str:
    """The longest way to write a day and its month."""
    return max((short_day(language, date(2000, month, 28)) for month in range(1, 13)), key=len)


def _help(plan: Plan, wording: Wording) -> ChartHelp:
    here = sentences.signs_here(plan.clinic, wording)
    return ChartHelp(help_of(plan, wording), here, sentences.signs_on(plan.clinic, wording, "{n}"))


def _by_exercise(plan: Plan, wording: Wording, thumbnails: Mapping[int, Drawing | Raster]) -> tuple[ChartPhase, ...]:
    """A row for each exercise; one that comes again in a timed sequence (the other side) is ticked once."""
    keys = row_keys(plan)
    short = sentences.short_names((one.exercise for one in plan.exercises), wording)
    phases = []
    for phase in plan.phases:
        rows = []
        for same in together(phase):
            first = same[0]
            number = f",{NO_BREAK}".join(str(one.number) for one in same)
            boxes = _most([_occasions(one) for one in same])
            doses = tuple(row_dose(same, wording, week) for week in range(1, WEEKS + 1))
            name = first.exercise.name
            thumbnail = thumbnails.get(first.number)
            dose = row_dose(same, wording)
            row = TickRow(keys[first.number], number, name, boxes, thumbnail, dose=dose, short=short[name])
            rows.append(replace(row, doses=doses) if len(set(doses)) > 1 else row)
        head = phase.phase.name
        when = sentences.when_beside(phase, plan, wording)
        phases.append(ChartPhase(head, behind_a_name(when), tuple(rows), sentences.continued(head, wording)))
    return tuple(phases)


def _by_phase(plan: Plan, wording: Wording, notes: PersonalNotes) -> tuple[ChartPhase, ...]:
    """A row for each phase, ticked as often as its most frequent exercise; and one for each note in it."""
    rows = []
    for phase in plan.phases:
        boxes = _most([_occasions(one) for one in phase.exercises])
        when = behind_a_name(sentences.when_beside(phase, plan, wording))
        rows.append(TickRow(phase.phase.id, "", phase.phase.name, boxes, note=when))
        noted = dict.fromkeys(_noted_key(phase, one) for one in phase.exercises if one.id in notes.exercises)
        rows += [TickRow(key, "", "", _NEVER) for key in noted]
    return (ChartPhase("", "", tuple(rows)),)


def _occasions(planned: PlannedExercise) -> Counts:
    return tuple(
        tuple(planned.times_in_week(week) if day in planned.days_by_week[week - 1] else 0 for day in range(DAYS))
        for week in range(1, WEEKS + 1)
    )


def _most(counts: Sequence[Counts]) -> Counts:
    return tuple(tuple(max(one[week][day] for one in counts) for day in range(DAYS)) for week in range(WEEKS))


def _own_plan(wording: Wording) -> OwnPlan:
    words = wording.chart
    after = (Clause(words.after_i), Clause(words.i_will_do))
    barrier = (Clause(words.if_lead, words.gets_in_the_way), Clause(words.i_will))
    return OwnPlan(words.my_goal, (after, barrier), Clause(words.i_will_do_after))


def _graph(measures: Sequence[Measure], wording: Wording) -> Graph:
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
        columns=(wording.chart.start, *(str(week) for week in range(1, WEEKS + 1))),
        axis=wording.chart.week_axis,
        alt=sentences.graph_alt(measure, wording),
        zero=measure.zero or "",
    )


def _boxes(plan: Plan, measure: Measure | None, wording: Wording) -> tuple[WriteBox, ...]:
    """A measure that the graph does not hold, at the start and at the end of the four weeks; and the days done."""
    words = wording.chart
    days = WriteBox("days", words.days, fill(words.of, n=plan.sessions))
    if measure is None:
        return (days,)
    moments = (("before", 1), ("after", WEEKS * DAYS))
    return (*(WriteBox(key, fill(words.day, n=day), measure.unit) for key, day in moments), days)


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
    )
