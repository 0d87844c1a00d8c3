"""What to ask of the schedule: the frequencies of phases and exercises become requests for days."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.dose.frequency import WEEKDAYS, Frequency
from generator.content.fields import Weekday
from generator.content.routine import Phase
from generator.plan.parts import PlanPart, in_turn
from generator.plan.schedule import DAYS, MOST_APART, Request, Wish

FOLLOW = Wish()


def requests_for(parts: Sequence[PlanPart], first: int, weeks: int) -> list[Request]:
    """Every phase with days of its own, then its exercises; phases bound to another one's days stand at the end.

    `first` is the weekday (0 is Monday) of the plan's first column, `weeks` is how many the plan has.
    """
    requests: list[Request] = []
    for part in sorted(parts, key=_rank):
        phase, group = part.phase, in_turn(part.phase, parts)
        if phase.has_days:
            wishes = _where_done(_phase_wishes(phase, first, weeks), part)
            partner = str(phase.days.partner) if phase.days else None
            after = str(phase.after) if phase.after else None
            turn = None
            if group:
                partner = f"{group[0].phase.id}{_ALL}"
                turn = ([other.phase.id for other in group].index(phase.id), len(group))
                if phase is group[0].phase:
                    requests.append(_for_all(group, first, weeks, partner, after))
                wishes = tuple(wish and FOLLOW for wish in wishes)
            requests.append(Request(str(phase.id), wishes, _is_strength(part), partner, after, turn))
        requests += _exercise_requests(part, first)
    return requests


_ALL = "/all"  # no phase's id and no exercise's key ends like this


def _rank(part: PlanPart) -> int:
    """First those with days of their own, then those in turn with them, then those on the days of either."""
    days = part.phase.days
    return 0 if days is None else 1 if days.in_turn_with else 2


def _phase_wishes(phase: Phase, first: int, weeks: int) -> tuple[Wish, ...]:
    own = phase.frequency if phase.frequency and phase.frequency.names_days else None
    return tuple(_wish(own, first, week) if own else FOLLOW for week in range(1, weeks + 1))


def _for_all(group: Sequence[PlanPart], first: int, weeks: int, key: str, after: str | None) -> Request:
    """The days that parts have together, in weeks in which any of them is done."""
    wishes = [_where_done(_phase_wishes(group[0].phase, first, weeks), part) for part in group]
    together = tuple(next(filter(None, week), None) for week in zip(*wishes, strict=True))
    return Request(key, together, any(map(_is_strength, group)), after=after)


def key_of(phase: Phase, index: int) -> str:
    """The name under which an exercise of a phase asks for its days."""
    return f"{phase.id}/{index}"


def _exercise_requests(part: PlanPart, first: int) -> list[Request]:
    requests = []
    for index, level in enumerate(part.all_levels):
        wishes = tuple(
            (_wish(dose.frequency, first, week) if own and dose.frequency else FOLLOW) if week in level.active else None
            for week, (dose, own) in enumerate(zip(level.weeks, level.own, strict=True), 1)
        )
        apart = level.exercise.kind == "strength"
        around = str(part.phase.id) if part.phase.has_days else None
        requests.append(Request(key_of(part.phase, index), wishes, apart, around))
    return requests


def _where_done(wishes: Sequence[Wish], part: PlanPart) -> tuple[Wish | None, ...]:
    """No days in weeks in which nothing of the phase is done: they would keep others away."""
    done = {week for level in part.all_levels for week in level.active}
    return tuple(wish if week in done else None for week, wish in enumerate(wishes, 1))


def _wish(frequency: Frequency, first: int, week: int) -> Wish:
    """What is asked for in a week, counted from 1. Every so many days are counted on over the ends of weeks."""
    if frequency.every_days:
        gone = (week - 1) * DAYS
        return Wish(named=tuple(day for day in range(DAYS) if (gone + day) % frequency.every_days == 0))
    if frequency.days:
        return Wish(named=columns(frequency.days, first))
    return Wish(count=frequency.count)


def columns(days: Sequence[Weekday], first: int) -> tuple[int, ...]:
    """The columns of named weekdays in a week that begins with weekday `first`."""
    return tuple(sorted((WEEKDAYS.index(day) - first) % 7 for day in days))


def _is_strength(part: PlanPart) -> bool:
    """A phase whose days must lie apart: strength by its kind, or because it holds a strength exercise."""
    few = part.phase.frequency is not None and part.phase.frequency.count <= MOST_APART
    follow = (level for level in part.all_levels if not any(level.own))
    return part.phase.kind == "strengthen" or (few and any(level.exercise.kind == "strength" for level in follow))


def names_days(part: PlanPart) -> bool:
    """Whether anything in it is asked for by weekday."""
    doses = (dose for level in part.all_levels for dose in level.weeks)
    return any(dose.frequency and dose.frequency.days for dose in doses)
