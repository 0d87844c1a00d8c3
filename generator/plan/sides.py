"""Which side a plan as a whole trains, so that what the routine says is said for it, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.content.routine import Routine
from generator.plan.parts import PlanPart


def trained_side(parts: Sequence[PlanPart]) -> str:
    """Left or right if every exercise of one side is done on that one, else each."""
    sides = {level.side for part in parts for level in part.all_levels} - {"both"}
    return sides.pop() if sides in ({"left"}, {"right"}) else "each"


def spoken_to(routine: Routine, parts: Sequence[PlanPart]) -> tuple[Routine, tuple[PlanPart, ...]]:
    """Routine and parts with those of the routine's own texts that are meant for the trained side."""
    side = trained_side(parts)
    return routine.on(side), tuple(replace(part, phase=part.phase.on(side)) for part in parts)
