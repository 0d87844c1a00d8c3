"""Where the exercises on the front of a sheet contradict the plan: numbers, names, doses, sides, steps, starts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.language.wording import Wording
from generator.plan import Plan, PlannedExercise
from tests.truth.exercises import FROM_WEEK, numbered, of_days, of_dose, of_later, speaks_of_other_side
from tests.truth.ladders import BETWEEN
from tests.truth.quantities import quantities
from tests.truth.said import amiss, load_of
from tests.truth.sheet import Sheet, Told

_START = re.compile(r"(\d+):(\d\d)(?: (left|right|measure|in turn))?")
# "2 sets, each leg. Start: 8 → 10 lifts": the side moved up where rows are low, and the unit goes where it has no room.
_CLOSE = re.compile(r"(\d[^:,]* sets?)(, [^:]+)?\. Start: (\d+(?: to \d+)?(?: → \d+(?: to \d+)?)+)( [a-z].*)?")


def in_fronts(sheet: Sheet, plan: Plan, wording: Wording) -> Iterator[str]:
    fronts = [told for told in sheet.told if told.on_front]
    cells = numbered(plan)
    if fronts and [told.number for told in fronts] != list(cells):
        yield f"the front tells {[told.number for told in fronts]}, the plan has {list(cells)}"
        return
    for told in fronts:
        yield from (f"front {told.number}: {fault}" for fault in _in_cell(told, cells[told.number], wording))


def _in_cell(told: Told, same: Sequence[PlannedExercise], wording: Wording) -> Iterator[str]:
    one = same[0]
    if told.name != one.exercise.name:
        yield f"is called {told.name!r}, in the plan {one.exercise.name!r}"
    dose, *lines = told.lines
    if one.at is not None:
        yield from amiss(quantities(dose), one.dose, wording, whole=True)
        yield from _in_starts(lines, same)
        return
    yield from of_dose(_written_out(dose, one, wording), one, wording)
    if one.ladder and "reps" in one.ladder.fields and not BETWEEN.search(dose):
        yield f"does not tell the steps: {dose!r}"
    if not FROM_WEEK.search(dose):
        yield from of_later({}, one, wording)
    for line in lines:
        yield from of_days(line, one)
    if one.ladder is None or "load" not in one.ladder.fields:
        yield from _in_weights(" ".join(lines), one)
    if one.side in ("left", "right"):
        yield from (f"speaks of the other side: {text!r}" for text in told.lines if speaks_of_other_side(text))


def _in_weights(text: str, one: PlannedExercise) -> Iterator[str]:
    """Steps in kilograms stand with the dose; a weight that stays, or one for each set, behind it."""
    told = [quantity for quantity in quantities(text) if quantity.role in ("kg", "lb")]
    meant = [fact for fact in load_of(one.dose) if fact.field == "weight"]
    if len(told) != len(meant) or not all(fact.is_told_by(said) for fact, said in zip(meant, told, strict=True)):
        yield f"says {text!r}, in the plan {one.dose.load and one.dose.load.weight}"


def _in_starts(lines: Sequence[str], same: Sequence[PlannedExercise]) -> Iterator[str]:
    said = [(int(m) * 60 + int(s), how) for line in lines for m, s, how in _START.findall(line)]
    meant = [(one.at, _how(one)) for one in same]
    if said != meant:
        yield f"starts {said}, in the plan {meant}"


def _how(one: PlannedExercise) -> str:
    if one.measure:
        return "measure"
    return {"left": "left", "right": "right", "alternate": "in turn"}.get(one.side, "")


def _written_out(dose: str, one: PlannedExercise, wording: Wording) -> str:
    found = _CLOSE.fullmatch(dose)
    if found is None:
        return dose.removeprefix("Start: ")
    sets, side, numbers, unit = found.groups(default="")
    unit = unit or " " + dict(wording.units[one.dose.unit or "rep"].forms)["other"]
    return f"{sets} of {numbers}{unit}{side}"
