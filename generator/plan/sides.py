"""Which side a plan as a whole trains, so that what the routine says is said for it, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.content.prescription import Prescription
from generator.content.routine import Routine
from generator.plan.parts import PlanPart
from generator.problems import Problem, place_of


def trained_side(parts: Sequence[PlanPart]) -> str:
    """Left or right if every exercise of one side is done on that one, else each."""
    sides = {level.side for part in parts for level in part.all_levels} - {"both"}
    return sides.pop() if sides in ({"left"}, {"right"}) else "each"


def unheard_side(prescription: Prescription, parts: Sequence[PlanPart]) -> list[Problem]:
    """The problem of a side that was asked for and that no exercise follows: the sheet would bear its name in vain."""
    side = prescription.side
    routine = prescription.routine if len(set(prescription.routine_ids)) == 1 else "this programme"
    if side not in ("left", "right") or any(_follows(part, side) for part in parts):
        return []
    if any(part.phase.kind == "sequence" for part in parts):
        message = f"{routine} is a timed sequence with sides of its own, which side: {side} does not change"
        hint = f"leave side out; or write one for that side: handouts new routine NAME --from {prescription.routine}"
    else:
        message, hint = f"nothing in {routine} is done on one side, so side: {side} changes nothing", "leave side out"
    return [Problem(message, place_of(side), "side", hint)]


def _follows(part: PlanPart, side: str) -> bool:
    return part.phase.kind != "sequence" and any(level.side == side for level in part.all_levels)


def spoken_to(routine: Routine, parts: Sequence[PlanPart]) -> tuple[Routine, tuple[PlanPart, ...]]:
    """Routine and parts with those of the routine's own texts that are meant for the trained side."""
    side = trained_side(parts)
    return routine.on(side), tuple(replace(part, phase=part.phase.on(side)) for part in parts)
