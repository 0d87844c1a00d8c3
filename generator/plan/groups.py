"""Exercises that are done in a group: the time that they take together, and what cannot be a group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.content.dose.amounts import Amount
from generator.content.group import ExerciseGroup
from generator.content.routine import Entry
from generator.plan.duration import Moving, seconds_of
from generator.plan.values import PlannedExercise, PlannedGroup
from generator.problems import ContentError, Problem, place_of

SECONDS_TO_SWAP = 10  # from one exercise of a round to the next: all is laid out already


@dataclass(frozen=True, slots=True)
class _Members:
    """The planned exercises of one group."""

    group: ExerciseGroup
    planned: Sequence[PlannedExercise]


def in_groups(found: Sequence[PlannedExercise], entries: Sequence[Entry]) -> list[PlannedExercise]:
    """The exercises of a phase, of these entries one after the other, with their groups and the time these take.

    Raises `ContentError` for a group whose exercises are not done one after the other, or do not fit into its times.
    """
    pairs = list(zip(found, entries, strict=True))
    runs = [(group, list(members)) for group, members in groupby(pairs, key=lambda pair: pair[1].group)]
    done: list[PlannedExercise] = []
    problems: list[Problem] = []
    for number, (group, members) in enumerate(runs):
        planned = [one for one, _ in members]
        if group is None:
            done += planned
            continue
        own = _Members(group, planned)
        faults = list(_faults(own, split=any(other == group for other, _ in runs[:number])))
        problems += faults
        done += planned if faults else _together(own)
    if problems:
        raise ContentError(problems)
    return done


def _faults(own: _Members, *, split: bool) -> Iterator[Problem]:
    group, first = own.group, own.planned[0]
    names = [str(name) for name in group.exercises]
    place, path = place_of(group.exercises[0]), "groups"

    def fault(message: str, hint: str) -> Problem:
        return Problem(message, place, path, hint)

    if split:
        yield fault(
            f"{' and '.join(names)} do not follow one another", "put them next to each other: --order, or move them"
        )
        return
    for other in own.planned[1:]:
        same = (
            not mine or not its or mine == its for mine, its in zip(first.days_by_week, other.days_by_week, strict=True)
        )
        if not all(same) or first.times_a_day != other.times_a_day:
            message = f"{first.id} and {other.id} are done on different days, so not in rounds"
            yield fault(message, "give them the same frequency, or take the group away")
            return
    if group.work and (each := next((one for one in own.planned if one.side == "each"), None)):
        hint = f"list it twice, with side: left and side: right; or --side {each.id}=alternate"
        yield fault(f"{each.id} is done on each side, and one stretch of work has one", hint)
    for one in own.planned if group.every else ():
        once = seconds_of(Moving(one.dose.model_copy(update={"sets": None}), one.side))[1]
        if group.every and once > group.every.high:
            message = f"{one.id} takes {once} s once through, and one is to begin every {group.every}"
            yield fault(message, "give more time, or fewer repetitions")


def _together(own: _Members) -> list[PlannedExercise]:
    group = own.group
    numbers = tuple(one.number for one in own.planned)
    told = PlannedGroup(group.kind, numbers, group.rounds, group.rest, group.work, group.every)
    weeks = range(len(own.planned[0].days_by_week))
    spans = [list(one.spans) for one in own.planned]
    for week in weeks:
        # The last one bears what they take together beyond their own work, so that sums stay sums.
        done = [own_spans for one, own_spans in zip(own.planned, spans, strict=True) if one.days_by_week[week]]
        if done:
            work = [sum(one[week][end] for one in done) for end in (0, 1)]
            more = [_end(group, len(done), work[end], end) - work[end] for end in (0, 1)]
            low, high = done[-1][week]
            done[-1][week] = (low + more[0], high + more[1])
    return [replace(one, group=told, spans=tuple(own)) for one, own in zip(own.planned, spans, strict=True)]


def _end(group: ExerciseGroup, count: int, work: int, end: int) -> int:
    """Seconds of all rounds of so many exercises, which without rests and changes take `work`."""
    rounds, rest = _of(group.rounds, end), _of(group.rest, end)
    if group.every:
        return rounds * count * _of(group.every, end)
    if group.work:
        return rounds * count * (_of(group.work, end) + rest) - rest
    return work + (rounds - 1) * rest + rounds * (count - 1) * SECONDS_TO_SWAP


def _of(amount: Amount | None, end: int) -> int:
    return int((amount.low, amount.high)[end]) if amount else 0
