"""What a client reads of exercises that are done together: with which others, and when to rest."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.dose.amounts import Duration
from generator.language.joining import listed, unbroken
from generator.language.wording import Wording, fill
from generator.plan import PlannedExercise
from generator.sentences.amount import amount_text, notation


def group_sentence(planned: PlannedExercise, wording: Wording) -> str:
    """ "In turn with 5: one set of each. After 5 rest 1 minute.", "Start a set every minute."; often empty."""
    return " ".join(_sentences(planned, wording))


def _sentences(planned: PlannedExercise, wording: Wording) -> Iterator[str]:
    group = planned.group
    if group is None:
        return
    others = _others(planned)
    named = unbroken(listed(wording, others))
    if group.every:
        time = in_time(group.every, wording)
        if others:
            yield fill(wording.group.every_with, time=time, others=named)
        else:
            yield fill(wording.group.every, time=time)
        return
    if others:
        yield fill(wording.group.turns if group.work else wording.group.rounds, others=named)
    if group.rest and group.rest.high:
        time = amount_text(wording, group.rest)
        yield (
            fill(wording.group.rest_each, time=time)
            if group.work
            else fill(wording.group.rest, last=group.numbers[-1], time=time)
        )


def group_in_row(planned: PlannedExercise, wording: Wording) -> str:
    """Behind the dose of a chart's row: "in turn with 5"; empty for one that is done alone."""
    others = _others(planned)
    return fill(wording.group.row, others=unbroken(listed(wording, others))) if others else ""


def _others(planned: PlannedExercise) -> list[str]:
    """The numbers of those that are done together with it."""
    return [str(number) for number in planned.group.numbers if number != planned.number] if planned.group else []


def in_time(every: Duration, wording: Wording) -> str:
    """ "minute" for 1 minute, else "2 minutes"."""
    return wording.group.minute if every.low == every.high == 60 else amount_text(wording, every)


def group_notation(planned: PlannedExercise, wording: Wording) -> str:
    """For clinicians: "rounds with 5, rest 90 s", "every 1 min"."""
    group = planned.group
    words = wording.clinician
    if group is None:
        return ""
    others = _others(planned)
    parts = [fill(words.rounds_with, others=wording.join.comma.join(others))] if others else []
    if group.every:
        parts.append(fill(words.every, time=notation(group.every)))
    elif group.rest and group.rest.high:
        parts.append(fill(words.rest, time=notation(group.rest)))
    return wording.join.comma.join(parts)
