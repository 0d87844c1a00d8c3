"""Which days of each week something is done on: wishes come in (named days, or how many), day numbers go out.

Days are 0 to 6 from the plan's first column, so a pattern is the same from whatever weekday it starts. Counted days
follow patterns that lie inside one another ({0}, {0, 4}, {0, 2, 4}), so that phases with different counts meet on the
same days and strength work of two phases never falls on neighbouring days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

DAYS = 7
# 5 and 6 leave the end of the week free, as people with jobs do.
USUAL: dict[int, tuple[int, ...]] = {
    1: (0,),
    2: (0, 4),
    3: (0, 2, 4),
    4: (0, 2, 4, 5),
    5: (0, 1, 2, 3, 4),
    6: (0, 1, 2, 3, 4, 5),
    7: (0, 1, 2, 3, 4, 5, 6),
}
MOST_APART = 3  # more than three of seven days cannot all have a day of rest in between


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for one week: named days (day numbers), else a count; with neither, the days of `within`."""

    named: tuple[int, ...] = ()
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """Days wanted for a phase or an exercise, by week (None: not done in that week).

    `apart`: never on two days running, if asked by count and at most three times. `within`: if possible only on the
    days of that other request. `after`: if possible on days of that one too. `turn`: of the sessions of `within`,
    counted on over the ends of weeks, only every so many'th: which, from 0, and of how many.
    """

    key: str
    wishes: tuple[Wish | None, ...]
    apart: bool = False
    within: str | None = None
    after: str | None = None
    turn: tuple[int, int] | None = None


def place_days(requests: Sequence[Request]) -> dict[str, tuple[tuple[int, ...], ...]]:
    """The days of every request for each week. A request stands behind those that it names in `within` and `after`."""
    placed: dict[str, list[tuple[int, ...]]] = {request.key: [] for request in requests}
    weeks = max((len(request.wishes) for request in requests), default=0)
    for week in range(weeks):
        busy = _named_strength(requests, week)
        this_week: dict[str, tuple[int, ...]] = {}
        for request in requests:
            before = placed[request.key][-1] if week else ()
            days = _days(request, week, before, this_week, busy)
            if request.turn and request.within and days:
                days = _in_turn(days, request.turn, sum(map(len, placed[request.within][:week])))
            this_week[request.key] = days
            placed[request.key].append(days)
            if request.apart:
                busy |= set(days)
    return {key: tuple(days) for key, days in placed.items()}


def _named_strength(requests: Sequence[Request], week: int) -> set[int]:
    """Days of strength that are fixed by name; counted ones keep clear of them."""
    wishes = (request.wishes[week] for request in requests if request.apart)
    return {day for wish in wishes if wish for day in wish.named}


def _days(
    request: Request, week: int, before: tuple[int, ...], placed: Mapping[str, tuple[int, ...]], busy: set[int]
) -> tuple[int, ...]:
    wish = request.wishes[week]
    if wish is None:
        return ()
    if wish.named:
        return wish.named
    around = _days_of(request.within, placed)
    if wish.count is None:
        return around
    earlier = _days_of(request.after, placed)
    return best_days(wish.count, request.apart, around, earlier, busy, before)


def _in_turn(days: tuple[int, ...], turn: tuple[int, int], gone: int) -> tuple[int, ...]:
    """Of a week's days those on which it is its turn; `gone` is how many there were before."""
    which, of = turn
    return tuple(day for number, day in enumerate(days, gone) if number % of == which)


def _days_of(key: str | None, placed: Mapping[str, tuple[int, ...]]) -> tuple[int, ...]:
    """The days of a phase: its own, or those of its exercises, which are keyed `phase/number`."""
    if key is None or key in placed:
        return placed[key] if key else ()
    return tuple(sorted({day for name, days in placed.items() if name.startswith(f"{key}/") for day in days}))


def best_days(
    count: int,
    apart: bool,
    within: tuple[int, ...] = (),
    after: tuple[int, ...] = (),
    busy: set[int] | frozenset[int] = frozenset(),
    before: tuple[int, ...] = (),
) -> tuple[int, ...]:
    """The `count` days that suit best; there are at most 35 ways to choose.

    What counts, in this order: inside `within`; inside `after`; for strength, away from the `busy` days of other
    strength work; the same days as the week before; the usual pattern, or one near it.
    """
    keep_apart = apart and count <= MOST_APART

    def cost(days: tuple[int, ...]) -> tuple[float, ...]:
        return (
            len(set(days) - set(within)) if within else 0,
            len(set(days) - set(after)) if after else 0,
            sum(1 for day in days for other in busy - set(days) if _neighbours(day, other)) if apart else 0,
            bool(before) and len(before) == count and days != before,
            sum(abs(day - usual) for day, usual in zip(days, USUAL[count], strict=True)),
            *days,
        )

    ways = [days for days in combinations(range(DAYS), count) if not keep_apart or _rested(days, before)]
    return min(ways, key=cost)


def every_so_many(weeks: Sequence[tuple[int, ...]]) -> int:
    """2 where days are every other day, counted on over the ends of weeks, 3 for every third and so on; else 0.

    Weeks without any are left out; it takes two with some to tell.
    """
    done = [(week, days) for week, days in enumerate(weeks) if days]
    if len(done) < 2:
        return 0
    ways = (
        number
        for number in range(2, DAYS)
        if all(days == tuple(day for day in range(DAYS) if (week * DAYS + day) % number == 0) for week, days in done)
    )
    return next(ways, 0)


def _neighbours(one: int, other: int) -> bool:
    """Days next to each other, also the last of one week and the first of the next."""
    return (one - other) % DAYS in (1, DAYS - 1)


def _rested(days: tuple[int, ...], before: tuple[int, ...]) -> bool:
    """No two days running, in this week, over its end, and after the week before."""
    pairs = combinations(days, 2)
    after_last_week = DAYS - 1 in before and 0 in days
    return not after_last_week and not any(_neighbours(one, other) for one, other in pairs)
