"""The rows that a chart has for the exercises or phases of a plan, boxes by day, and notes to one person under them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator import sentences
from generator.content.choices import ChartKind
from generator.language.casing import behind_a_name
from generator.language.locale_facts import NO_BREAK
from generator.language.wording import Wording, fill
from generator.manuscript.chart import DAYS, ChartPhase, Counts, RowNotes, TickRow
from generator.manuscript.describe_steps import row_keys, together
from generator.manuscript.personal import PersonalNotes
from generator.plan import Plan, PlannedExercise
from generator.plan.occasions import occasions_in_week
from generator.sentences.row_dose import row_dose
from generator.shapes.drawing import Drawing
from generator.shapes.pixels import Raster


def rows_by_exercise(
    plan: Plan, weeks: Sequence[int], wording: Wording, thumbnails: Mapping[int, Drawing | Raster]
) -> tuple[ChartPhase, ...]:
    """A row for each exercise that is done in these weeks; the same again in a timed sequence is ticked once."""
    keys = row_keys(plan)
    short = sentences.short_names((one.exercise for one in plan.exercises), wording)
    phases = []
    for phase in plan.phases:
        rows = []
        for same in together(phase):
            first = same[0]
            number = f",{NO_BREAK}".join(str(one.number) for one in same)
            boxes = _most([_occasions(one, weeks) for one in same])
            if not any(map(any, boxes)):
                continue
            doses = tuple(_dose(same, wording, (week,)) for week in weeks)
            name = first.exercise.name
            thumbnail = thumbnails.get(first.number)
            row = TickRow(
                keys[first.number],
                number,
                name,
                boxes,
                thumbnail,
                note=sentences.named_times(same, wording),
                dose=_dose(same, wording, weeks),
                short=short[name],
            )
            rows.append(replace(row, doses=doses) if len(set(doses)) > 1 else row)
        head = phase.phase.name
        when = sentences.when_beside(phase, plan, wording)
        phases.append(ChartPhase(head, behind_a_name(when), tuple(rows), sentences.continued(head, wording)))
    return tuple(phase for phase in phases if phase.rows)


def _dose(same: Sequence[PlannedExercise], wording: Wording, weeks: Sequence[int]) -> str:
    """ "3 sets of 8 bends; in turn with 2"."""
    parts = (row_dose(same, wording, weeks), sentences.group_in_row(same[0], wording))
    return wording.join.items.join(part for part in parts if part)


def rows_by_part(plan: Plan, weeks: Sequence[int], wording: Wording) -> tuple[ChartPhase, ...]:
    """A row for each part of the routine, with the numbers of its exercises, which a timed sequence has no use for.

    A part whose exercises are not all done on the same days, as often, has a row for those that are.
    """
    rows = []
    for phase in plan.phases:
        groups = _same_days(phase.exercises, [week.number for week in plan.weeks])
        for group in groups:
            boxes = _most([_occasions(one, weeks) for one in group])
            if not any(map(any, boxes)):
                continue
            alone = len(groups) == 1
            # A page of later weeks names those that are done in them.
            numbers = [one.number for one in group if any(map(any, _occasions(one, weeks)))]
            number = "" if alone and phase.phase.kind == "sequence" else sentences.numbers_text(numbers, wording)
            # An id has no dot, so no other part has this key.
            key = phase.phase.id if alone else f"{phase.phase.id}.{group[0].number}"
            rows.append(TickRow(key, number, phase.phase.name, boxes, note=sentences.named_times(group, wording)))
    return (ChartPhase("", "", tuple(rows)),)


def _same_days(exercises: Sequence[PlannedExercise], weeks: Sequence[int]) -> list[list[PlannedExercise]]:
    """Those that one tick can stand for: each with the same occasions in all weeks in which it is done."""
    groups: list[list[PlannedExercise]] = []
    for one in exercises:
        same = (group for group in groups if all(_agree(one, other, weeks) for other in group))
        group = next(same, None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _agree(one: PlannedExercise, other: PlannedExercise, weeks: Sequence[int]) -> bool:
    """Whether they are done on the same days at the same times, in weeks in which both are done."""
    both = [week for week in weeks if one.days_by_week[week - 1] and other.days_by_week[week - 1]]
    alike = (occasions_in_week(one, week) == occasions_in_week(other, week) for week in both)
    return all(one.days_by_week[week - 1] == other.days_by_week[week - 1] for week in both) and all(alike)


def _occasions(planned: PlannedExercise, weeks: Sequence[int]) -> Counts:
    return tuple(
        tuple(planned.times_in_week(week) if day in planned.days_by_week[week - 1] else 0 for day in range(DAYS))
        for week in weeks
    )


def _most(counts: Sequence[Counts]) -> Counts:
    return tuple(tuple(max(one[week][day] for one in counts) for day in range(DAYS)) for week in range(len(counts[0])))


def row_notes(plan: Plan, wording: Wording, kind: ChartKind, notes: PersonalNotes) -> RowNotes:
    """Notes by the keys of their rows; where rows are parts of the routine, by exercise, which each of them names."""
    own = notes.exercises
    if not kind.is_back:
        ids = {one.number: one.id for one in plan.exercises}
        return tuple((key, (own[ids[number]],)) for number, key in row_keys(plan).items() if ids[number] in own)
    names = {one.id: one.exercise.name for one in plan.exercises if one.id in own}
    about = wording.chart.note_about
    return tuple((key, (replace(own[key], lead=fill(about, name=name)),)) for key, name in names.items())
