"""Steps from another start: what a dose goes on to comes in, the same differences from a new start go out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from generator.content.dose.amounts import Amount
from generator.content.dose.dose import COUNTED, Dose, DoseFields, WeekDose
from generator.content.dose.overlay import left_of
from generator.content.dose.reps import Reps
from generator.content.dose.weights import Weights


def shifted(step: DoseFields, old: Dose, new: Dose, fields: set[str]) -> WeekDose:
    """What a step from `old` says, with these fields as the step from `new` that is as large.

    Of these fields what is not counted (a tempo, a band) is left out: the new start has its own.
    Raises ValueError for an amount that the start does not have, or that would lie out of bounds.
    """
    values: dict[str, Any] = {}
    for name in COUNTED:
        if name in fields and name in step.model_fields_set:
            values[name] = _moved(getattr(step, name), getattr(old, name), getattr(new, name), name)
    if "load" in fields and step.load and step.load.weight:
        weight = _moved(step.load.weight, _weight(old), _weight(new), "load")
        values["load"] = step.load.model_copy(update={"weight": weight})
    left = left_of(step, fields)
    values |= {name: getattr(left, name) for name in left.model_fields_set}
    if not values:
        return left
    try:
        return WeekDose.model_validate(values)
    except ValidationError as error:
        reasons = (f"{fault['loc'][0]} {fault['msg']}" for fault in error.errors())
        raise ValueError("; ".join(reasons)) from None


def _weight(dose: Dose) -> Amount | None:
    return dose.load.weight if dose.load else None


def _is_one_number(amount: Amount) -> bool:
    return amount.is_plain if isinstance(amount, Reps) else not (isinstance(amount, Weights) and amount.each)


def _moved(step: Amount | None, old: Amount | None, new: Amount | None, name: str) -> Amount:
    if step is None or old is None or new is None:
        raise ValueError(f"it has no {name} to go on from")
    if not all(map(_is_one_number, (step, old, new))):
        raise ValueError(f"it has its {name} set by set or side by side, so it needs steps of its own")
    if not step.unit == old.unit == new.unit:
        raise ValueError(f"it has its {name} in {new.unit}, but the steps are in {step.unit}")
    return replace(step, low=new.low + step.low - old.low, high=new.high + step.high - old.high)
