"""How long things take: doses come in, seconds go out, least and most. Nothing of this is ever typed by hand.

An exercise takes sets × (repetitions × tempo, or its hold, or its duration) × sides, and the rests between sets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.content.dose.amounts import Amount
from generator.content.dose.dose import Dose
from generator.plan.values import PlannedExercise, Span, StretchTime

SECONDS_PER_REP = 3  # where no tempo is given: one unhurried movement there and back
SECONDS_TO_CHANGE = 20  # from one exercise to the next: stand up, fetch the strap, lie down
# Metres a second of an easy walk, and what the other units are of it.
SECONDS_PER = {"m": Decimal("0.9"), "km": Decimal(900), "ft": Decimal("0.27"), "step": Decimal("0.6")}


@dataclass(frozen=True, slots=True)
class Moving:
    """A dose and the side it is done on."""

    dose: Dose
    side: str

    @property
    def sides(self) -> int:
        """How many times the amount is done; a time in which sides alternate is the time of both."""
        if self.side == "alternate" and (self.dose.duration or self.dose.distance):
            return 1
        return 2 if self.side in ("each", "alternate") else 1


def seconds_of(moving: Moving) -> Span:
    """Seconds for one exercise, once through."""
    dose = moving.dose
    sets = _ends(dose.sets, 1)
    rest = _ends(dose.rest, 0)
    low, high = (_moved(moving, sets[end], end) + (sets[end] - 1) * rest[end] for end in (0, 1))
    return int(low), int(high)


def _moved(moving: Moving, sets: Decimal, end: int) -> Decimal:
    """Seconds of all sets on all sides, without rests."""
    reps = moving.dose.reps
    if reps is None or reps.is_plain:
        return sets * one_set(moving.dose, end) * moving.sides
    if reps.within:
        return sets * _ends(reps.within, 0)[end] * moving.sides
    if reps.sides:
        return sets * sum((aim.span[end] for aim in reps.sides), Decimal(0)) * one_repetition(moving.dose, end)
    return (
        sum((aim.span[end] for aim in reps.aims(int(sets))), Decimal(0))
        * one_repetition(moving.dose, end)
        * moving.sides
    )


def one_set(dose: Dose, end: int) -> Decimal:
    """Seconds of one set on one side; `end` 0 takes the least of every range, 1 the most."""
    if dose.duration:
        return _ends(dose.duration, 0)[end]
    if dose.distance:
        return (_ends(dose.distance, 0)[end] * SECONDS_PER[dose.distance.unit]).to_integral_value()
    hold = _ends(dose.hold, 0)[end]
    if dose.reps is None:
        return hold
    return _ends(dose.reps, 1)[end] * one_repetition(dose, end)


def one_repetition(dose: Dose, end: int) -> Decimal:
    """Seconds of one repetition: its tempo, with its hold in place of the pause."""
    # A hold is the pause of a repetition; a tempo that has both must not count it twice.
    hold = _ends(dose.hold, 0)[end]
    tempo = Decimal(dose.tempo.seconds) if dose.tempo and dose.tempo.seconds else Decimal(SECONDS_PER_REP)
    pause = dose.tempo.pause.high if dose.tempo and dose.tempo.pause else Decimal(0)
    return max(tempo, tempo - pause + hold if hold else tempo)


def _ends(amount: Amount | None, otherwise: int) -> tuple[Decimal, Decimal]:
    return (amount.low, amount.high) if amount else (Decimal(otherwise), Decimal(otherwise))


def spans_of(doses: Iterable[Dose], side: str) -> tuple[Span, ...]:
    """Seconds for once through with each dose; most weeks have the dose of the week before."""
    spans: list[Span] = []
    before: Dose | None = None
    for dose in doses:
        spans.append(spans[-1] if before is dose else seconds_of(Moving(dose, side)))
        before = dose
    return tuple(spans)


def session_seconds(exercises: Iterable[PlannedExercise], week: int, day: int) -> Span:
    """Seconds of all that is done on one day, once through, with the changes from one exercise to the next.

    What is optional counts only towards the most.
    """
    least = most = 0
    for exercise in exercises:
        if day in exercise.days_by_week[week - 1]:
            low, high = exercise.spans[week - 1]
            change = SECONDS_TO_CHANGE if exercise.at is None else 0
            least += 0 if exercise.optional else low + change
            most += high + change
    return _with_clock(exercises, week, day, least, most)


def _with_clock(exercises: Iterable[PlannedExercise], week: int, day: int, least: int, most: int) -> Span:
    """Adds the changes inside timed sequences, which their clocks hold."""
    gaps = 0
    previous: PlannedExercise | None = None
    for exercise in exercises:
        if exercise.at and previous and previous.at is not None and day in exercise.days_by_week[week - 1]:
            gaps += max(0, exercise.at - previous.at - (previous.seconds or 0))
        previous = exercise
    return least + gaps, most + gaps


def whole_minutes(seconds: int) -> int:
    """Minutes as people say them: rounded, never none."""
    return max(1, int((Decimal(seconds) / 60).to_integral_value(ROUND_HALF_UP)))


def stretch_times(exercises: Iterable[PlannedExercise]) -> tuple[StretchTime, ...]:
    """Seconds a week for which each muscle of each side is held in a stretch, in the order in which muscles appear."""
    totals: dict[tuple[str, str], list[int]] = {}
    for exercise in exercises:
        if exercise.exercise.kind != "stretch":
            continue
        for week, days in enumerate(exercise.days_by_week, 1):
            held = held_seconds(exercise, week) * len(days) * exercise.times_in_week(week)
            for muscle in exercise.exercise.muscles:
                for side in ("left", "right"):
                    total = totals.setdefault((str(muscle), side), [0] * len(exercise.days_by_week))
                    total[week - 1] += 0 if exercise.side in ("left", "right") and exercise.side != side else held
    return tuple(StretchTime(muscle, side, tuple(weeks)) for (muscle, side), weeks in totals.items() if any(weeks))


def held_seconds(exercise: PlannedExercise, week: int) -> int:
    """Seconds for which one side is held or moved at its end of range, once through, by the least of every range."""
    dose = exercise.weeks[week - 1]
    if exercise.seconds is not None:
        return exercise.seconds
    if dose.duration:
        return int(_ends(dose.sets, 1)[0] * dose.duration.low)
    sets = int(_ends(dose.sets, 1)[0])
    repetitions = sum((aim.span[0] for aim in dose.reps.aims(sets)), Decimal(0)) if dose.reps else Decimal(sets)
    return int(repetitions * _ends(dose.hold, 0)[0])
