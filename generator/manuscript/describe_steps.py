"""Which rows a chart has, and the steps that a client ticks beside them: a plan comes in, keys and words go out."""

from __future__ import annotations

from collections import Counter

from generator import sentences
from generator.language.wording import Wording
from generator.manuscript.chart import StepRow, Steps
from generator.plan import Plan, PlannedExercise, PlannedPhase
from generator.sentences.side import side_phrase, side_words


def steps_of(plan: Plan, wording: Wording, first_week: int = 1) -> Steps | None:
    """What the client may move up to, exercise by exercise; None where nothing has steps.

    `first_week` is that of the block in which they are ticked.
    """
    keys = row_keys(plan)
    climbing = [one for one in plan.exercises if one.ladder]
    names = Counter(one.exercise.name for one in climbing)
    rows = tuple(
        StepRow(
            keys[one.number],
            str(one.number),
            _with_side(one, wording) if names[one.exercise.name] > 1 else one.exercise.name,
            sentences.step_texts(one.ladder, wording),
        )
        for one in climbing
        if one.ladder
    )
    if not rows:
        return None
    rule = sentences.progress_rule(plan, wording)
    return Steps(wording.chart.my_steps, wording.chart.tick_step, rule, rows, first_week)


def _with_side(one: PlannedExercise, wording: Wording) -> str:
    """The name of an exercise that is there twice, with the side if it is done on one."""
    where = side_phrase(side_words(wording, one.dose, one.exercise), one.side) if one.side in ("left", "right") else ""
    return wording.join.comma.join(filter(None, (one.exercise.name, where)))


def row_keys(plan: Plan) -> dict[int, str]:
    """The key of each row, by the number of its first exercise."""
    used: Counter[str] = Counter()
    keys = {}
    for first in (row[0] for phase in plan.phases for row in together(phase)):
        used[first.id] += 1
        keys[first.number] = first.id if used[first.id] == 1 else f"{first.id}-{used[first.id]}"
    return keys


def together(phase: PlannedPhase) -> list[list[PlannedExercise]]:
    """Exercises that share a row, in order: the same one again in a timed sequence."""
    if phase.phase.kind != "sequence":
        return [[one] for one in phase.exercises]
    found: dict[tuple[str, str | None], list[PlannedExercise]] = {}
    for one in phase.exercises:
        found.setdefault((one.id, one.option), []).append(one)
    return list(found.values())
