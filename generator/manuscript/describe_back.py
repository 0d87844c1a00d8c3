"""A plan becomes what the back of its sheet says: the questions of each week, steps, the plan in the client's words."""

from __future__ import annotations

from collections.abc import Sequence

from generator import sentences
from generator.content.choices import ChartKind
from generator.content.routine import Measure
from generator.language.casing import sentence_case
from generator.language.joining import ended
from generator.language.wording import Wording, fill
from generator.manuscript.back import Back, BackSteps, Climb, HowTo, Moment, Sure, Taken, Visit, WeekEnd
from generator.manuscript.box_name import measure_box, single_box
from generator.manuscript.describe_steps import row_keys
from generator.manuscript.safety import SignList
from generator.plan import Plan
from generator.sentences.step_texts import rung_numbers

SCALE = tuple(map(str, range(11)))  # pain, and how sure somebody is
_VISIT = ("on", "more", "change")
_BLANKS = ("", "", "")
_FEW = 2  # weeks without a measure in the middle


def back_of(plan: Plan, wording: Wording, kind: ChartKind, weeks: Sequence[int], *, alone: bool = False) -> Back:
    """The back for these weeks; `alone` there is no front."""
    words, later = wording.back, weeks[0] > 1
    clinician = plan.clinic.clinician
    return Back(
        how_to=HowTo(words.tick, wording.chart.missed, words.pen, words.pain_days),
        week_end=_week_end(plan, wording),
        rule_title=words.what_next,
        rule=sentences.progress_rule(plan, wording),
        steps=_steps(plan, wording, weeks[0]),
        plan_title=words.my_new_plan if later else words.my_plan,
        plan=_clauses(wording),
        short_plan=((words.want, ""), (wording.chart.i_will_do_after, "")),
        sure=Sure(words.sure.text, words.sure.advice, SCALE),
        easier=words.easier,
        measures=tuple(_taken(one, plan, weeks, wording) for one in back_measures(plan)),
        visit=Visit(
            sentence_case(fill(words.writes, clinician=clinician)) if clinician else words.writes_alone,
            tuple(zip(_VISIT, words.visit, strict=True)),
        ),
        urgent=_signs(sentences.urgent(plan.routine, plan.clinic, wording), wording),
        emergency=_signs(sentences.sheet_emergency(plan.routine, plan.clinic, wording), wording) if alone else None,
        version=(sentences.footer_lines(plan, wording)[0], sentences.short_footer(plan, wording)),
        notes=words.notes_here,
        sure_box=single_box("sure", weeks[0]),
        always_graph=kind is ChartKind.GRAPH,
    )


def back_measures(plan: Plan) -> list[Measure]:
    """What is measured, what nothing else on the page asks for first: each week asks for pain from 0 to 10."""
    return sorted(plan.routine.measures, key=lambda measure: (measure.min, measure.max) == (0, 10))


def _week_end(plan: Plan, wording: Wording) -> WeekEnd:
    words, chart = wording.back, wording.chart
    choices = (("up", chart.up), ("stay", chart.stay), ("back", chart.back)) if plan.has_steps else ()
    measured = _measured(plan)
    moments = (("before", words.before), ("after", words.after))
    return WeekEnd(
        title=words.worst,
        week=sentence_case(chart.week_axis),
        scale=SCALE,
        answers=tuple(fill(words.worst_of, n=value) for value in SCALE),
        choices=choices,
        measured_title=wording.join.comma.join((measured.name, measured.unit)) if measured else "",
        measured=tuple((key, label) for key, label in moments if key in _moments(plan)) if measured else (),
    )


def _moments(plan: Plan) -> set[str]:
    return {one.measure for one in plan.exercises if one.measure}


def _measured(plan: Plan) -> Measure | None:
    """What an exercise of the session measures, once a week."""
    return plan.routine.measures[0] if plan.routine.measures and _moments(plan) else None


def _steps(plan: Plan, wording: Wording, first_week: int) -> BackSteps | None:
    """A row for each exercise whose numbers grow; where none do, a row with what comes next for each.

    Later weeks go on from steps that nobody knows yet: their rows are lines to write on.
    """
    words, keys = wording.back, row_keys(plan)
    climbing = [(one, one.ladder) for one in plan.exercises if one.ladder]
    growing = [(one, ladder) for one, ladder in climbing if len(ladder.rungs) > 1]
    if not climbing:
        return None
    blank = first_week > 1 and bool(growing)

    def texts(ladder_texts: tuple[str, ...]) -> tuple[str, ...]:
        return _BLANKS if blank else ladder_texts

    if growing:
        rows = [(one, texts(rung_numbers(ladder, wording))) for one, ladder in growing]
        others = (words.others.lead, words.others.text) if len(growing) < len(climbing) else None
    else:
        rows = [(one, (ended(ladder.then),)) for one, ladder in climbing]
        others = None
    text = words.blank_steps if blank else words.ring_step if growing else words.take_step
    return BackSteps(
        wording.chart.my_steps,
        text,
        tuple(Climb(keys[one.number], str(one.number), one.exercise.name, steps) for one, steps in rows),
        others,
        blank,
        "" if growing else words.card_step,
    )


def _clauses(wording: Wording) -> tuple[tuple[str, str], ...]:
    words, chart = wording.back, wording.chart
    return (
        (words.want, ""),
        (chart.after_i, ""),
        (chart.i_will_do, ""),
        (chart.if_lead, chart.gets_in_the_way),
        (chart.i_will, ""),
    )


def _taken(measure: Measure, plan: Plan, weeks: Sequence[int], wording: Wording) -> Taken:
    """What a session measures once a week has its boxes there."""
    words = wording.back
    change = fill(words.change, change=f"{measure.change:g}", unit=measure.unit) if measure.change else ""
    middle = weeks[len(weeks) // 2 - 1 : len(weeks) // 2] if len(weeks) > _FEW else ()
    moments = (
        Moment(
            measure_box(measure.id, week, first_week=weeks[0]),
            fill(wording.chart.week, n=week) if week else wording.chart.start,
        )
        for week in (weeks[0] - 1, *middle, weeks[-1])
    )
    return Taken(
        measure.name,
        fill(words.unit, unit=measure.unit),
        measure.how,
        change,
        words.lower if measure.better == "lower" else words.higher,
        () if measure is _measured(plan) else tuple(moments),
    )


def _signs(signs: sentences.WarningSigns, wording: Wording) -> SignList:
    points = tuple(map(sentences.sentence_case, signs.items))
    return SignList(signs.head, signs.lead, points, sentences.run_in(signs, wording))
