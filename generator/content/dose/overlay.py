"""A change is laid over a dose: field by field, one measure in place of another, days and times of a day apart."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.content.dose.amounts import Count
from generator.content.dose.dose import (
    AMOUNTS,
    MEASURES,
    Amounts,
    Dose,
    DoseFields,
    WeekDose,
    measure_problem,
)
from generator.content.dose.frequency import Frequency
from generator.content.dose.reps import Reps
from generator.content.dose.sets_said import SetsDiffer, set_problem
from generator.content.dose.weights import Weights

FIELDS = frozenset(DoseFields.model_fields)


def merge(base: Dose, change: Amounts) -> Dose:
    """The dose with the change laid over it, field by field; how either goes on from week to week is left out.

    Another measure (say duration where there were reps) replaces the old one, a hold beside reps is added to them,
    and a field that is null in the change is taken away. Raises ValueError if then no single measure is left, and
    `SetsDiffer` if what is said set by set is not for all sets.
    """
    dropped = touched(base, change) & set(MEASURES)
    values = {name: getattr(base, name) for name in base.model_fields_set & FIELDS - dropped}
    changes: dict[str, Any] = {name: getattr(change, name) for name in change.model_fields_set & FIELDS}
    if base.frequency and changes.get("frequency"):
        changes["frequency"] = merge_frequency(base.frequency, changes["frequency"])
    merged = {name: value for name, value in (values | changes).items() if value is not None}
    # All parts have been validated; doing so again for every week of every client would take most of a plan's time.
    # (Nor is the factory of `weeks` asked: pydantic would look at its signature each time.)
    dose = Dose.model_construct(_fields_set=set(merged), weeks={}, **merged)
    reason = measure_problem(dose)
    if reason:
        raise ValueError(reason)
    if reason := set_problem(dose.sets, dose.reps, dose.load):
        raise SetsDiffer(reason)
    return dose


def merge_frequency(base: Frequency, change: Frequency) -> Frequency:
    """The change's days, or the base's where it names none; the same for times of a day, and for weeks."""
    parts = {**base.parts, **change.parts}
    return Frequency.model_validate({name: value for part in parts.values() for name, value in part.items()})


def both(base: Frequency | None, change: Frequency) -> Frequency:
    """The base at the times of a change, in the weeks that are of both."""
    if base is None:
        return change
    merged = merge_frequency(base, change)
    weeks = tuple(week for week in base.weeks or () if week in (change.weeks or base.weeks or ()))
    return merged.model_copy(update={"weeks": weeks}) if base.weeks and change.weeks else merged


def touched(base: Amounts, change: Amounts) -> set[str]:
    """The fields that a change says something of: its own, and with another measure than the base's all measures.

    A hold beside repetitions is a field of its own. A frequency is three: `days`, `times_a_day`
    and `weeks`.
    """
    said = set(change.model_fields_set & FIELDS)
    measures = {name for name in MEASURES if getattr(change, name) is not None}
    if measures - {"hold"} or (measures == {"hold"} and base.reps is None):
        said |= set(MEASURES) - ({"hold"} if measures == {"reps"} and base.reps is not None else set())
    if "frequency" in said:
        said = said - {"frequency"} | _parts(getattr(change, "frequency", None))
    return said


def _parts(frequency: Frequency | None) -> set[str]:
    """What a frequency says; one that is taken away says all."""
    if frequency is None:
        return {"days", "times_a_day", "weeks"}
    return set(frequency.parts)


def left_of(change: Amounts, taken: set[str]) -> WeekDose:
    """The change without the fields `taken`, named as by `touched`; it may be empty."""
    left: dict[str, Any] = {name: getattr(change, name) for name in change.model_fields_set & FIELDS - taken}
    frequency = left.get("frequency")
    if "frequency" in left and _parts(frequency) & taken:
        del left["frequency"]
        parts = frequency.parts.items() if frequency else ()
        kept = [said for part, said in parts if part not in taken]
        if kept:
            left["frequency"] = Frequency.model_validate({name: one for said in kept for name, one in said.items()})
    return WeekDose.model_construct(_fields_set=set(left), **left)


def differ(one: Dose, other: Dose) -> tuple[str, ...]:
    """The fields in which two doses differ, of those that a client does differently."""
    return tuple(field for field in AMOUNTS if getattr(one, field) != getattr(other, field))


def volume(dose: Dose) -> Decimal:
    """How much there is to do: sets × repetitions × time or way × weight, as twice the mean of each."""
    weight = dose.load.weight if dose.load else None
    amounts = (dose.sets, dose.hold, dose.duration, dose.distance)
    volume = _twice_reps(dose.reps, dose.sets) * _twice_weight(weight)
    for amount in amounts:
        volume *= amount.low + amount.high if amount else 2
    return volume


def _twice_reps(reps: Reps | None, sets: Count | None) -> Decimal:
    if reps is None:
        return Decimal(2)
    if reps.sides:
        return sum((aim.low + aim.high for aim in reps.sides), Decimal(0)) / 2
    aims = reps.aims(int(sets.high) if sets else 1)
    return sum((aim.span[0] + aim.span[1] for aim in aims), Decimal(0)) / len(aims)


def _twice_weight(weight: Weights | None) -> Decimal:
    if weight is None:
        return Decimal(2)
    return 2 * sum(weight.each, Decimal(0)) / Decimal(len(weight.each)) if weight.each else weight.low + weight.high
