"""A plan becomes its strength log: a block for each exercise that is written down, and rows by week and session."""

from __future__ import annotations

from collections.abc import Sequence

from generator import sentences
from generator.language.joining import run_on, unbroken
from generator.language.wording import Wording, fill
from generator.manuscript.chart import Identity
from generator.manuscript.describe_steps import row_keys
from generator.manuscript.strength_log import LogBlock, LogPart, LogSession, LogWords, StrengthLog
from generator.plan import Plan, PlannedExercise
from generator.plan.logged import logged, sessions_in_week, sets_logged, weight_unit
from generator.problems import ContentError, Problem, place_of

# The key of the block that a client names.
_OTHER = "other"


def log_of(plan: Plan, wording: Wording) -> StrengthLog:
    """The log of all weeks. Raises `ContentError` where a plan has nothing to log."""
    exercises = logged(plan)
    if not exercises:
        message = f"{plan.routine.title} has no strength exercises, so there is nothing to log"
        hint = "leave --only log out, or choose a routine with an exercise of kind strength or with a load"
        raise ContentError([Problem(message, place_of(plan.routine.title), "only", hint)])
    words = wording.log
    parts = (_part(plan, exercises, weeks, wording) for weeks in plan.chart_blocks)
    units = {weight_unit(one, plan) for one in exercises}
    return StrengthLog(
        routine=plan.routine.title,
        how_to=run_on(words.how_to, words.no_weight, *([words.which_unit] if "" in units else [])),
        missed=wording.chart.missed,
        parts=tuple(part for part in parts if part.blocks),
        bring=words.bring,
        private=wording.chart.private,
        clinic=unbroken(f"{plan.clinic.name}, {plan.clinic.phone}"),
        version=sentences.footer_lines(plan, wording)[0],
        words=_words(wording),
        identity=Identity(plan.routine_id, plan.routine.version, plan.code),
    )


def _part(plan: Plan, exercises: Sequence[PlannedExercise], weeks: Sequence[int], wording: Wording) -> LogPart:
    blocks = tuple(_block(plan, one, weeks, wording) for one in exercises)
    blocks = tuple(block for block in blocks if block.sessions)
    whole = len(weeks) == len(plan.weeks)
    title = wording.log.title if whole else fill(wording.log.title_of_some, first=weeks[0], last=weeks[-1])
    # A client who adds an exercise does it as often as the one that is done most.
    most = max((block.sessions for block in blocks), key=len, default=())
    units = {block.unit for block in blocks} - {"band"}
    unit = units.pop() if len(units) == 1 else ""
    spare = LogBlock(_OTHER, "", "", "", "", unit, wording.log.done, 3, most)
    return LogPart(title, blocks, spare)


def _block(plan: Plan, planned: PlannedExercise, weeks: Sequence[int], wording: Wording) -> LogBlock:
    target = sentences.log_target(planned, wording, weeks)
    words, unit = wording.log, weight_unit(planned, plan)
    timed = planned.dose.measure in ("duration", "hold")
    return LogBlock(
        key=row_keys(plan)[planned.number],
        number=str(planned.number),
        name=planned.exercise.name,
        amount=target.amount,
        load=target.load,
        unit=getattr(words, unit) if unit else "",
        count=words.seconds if timed else words.done,
        sets=sets_logged(planned),
        sessions=tuple(_sessions(planned, weeks, wording)),
        place=place_of(planned.exercise.name),
    )


def _sessions(planned: PlannedExercise, weeks: Sequence[int], wording: Wording) -> list[LogSession]:
    words = wording.log
    return [
        LogSession(week, number, fill(words.week, n=week), fill(words.session, week=week, n=number))
        for week in weeks
        for number in range(1, sessions_in_week(planned, week) + 1)
    ]


def _words(wording: Wording) -> LogWords:
    words = wording.log
    return LogWords(
        set=words.set,
        pain=words.pain,
        session=words.session_head,
        another=words.another,
        weight_box=words.weight_box,
        count_box=words.count_box,
        pain_box=words.pain_box,
        matrix=wording.alt.matrix,
        page=wording.footer.page,
    )
