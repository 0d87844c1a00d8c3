"""The phases of a prescription with what stands for their entries: alternatives picked, levels and clocks resolved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.content.exercise import Exercise
from generator.content.prescription import Prescription
from generator.content.routine import Phase, Routine
from generator.plan.clock import Beat, beats
from generator.plan.resolve import ResolvedLevel, levels
from generator.plan.uses import counted
from generator.problems import ContentError, Problem, place_of


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A phase with what stands for its entries; `beats` only in a timed sequence."""

    phase: Phase
    levels: tuple[tuple[ResolvedLevel, ...], ...]
    beats: tuple[Beat, ...]

    @property
    def all_levels(self) -> tuple[ResolvedLevel, ...]:
        return tuple(beat.level for beat in self.beats) or tuple(chain.from_iterable(self.levels))


def with_alternative(routine: Routine, prescription: Prescription) -> Routine:
    """The routine, with the alternative that was picked laid over it."""
    name = prescription.alternative
    if name is None:
        return routine
    if name not in routine.alternatives:
        known = ", ".join(routine.alternatives) or "none"
        message = f'{prescription.routine} has no alternative "{name}"'
        raise ContentError([Problem(message, place_of(name), "alternative", f"its alternatives are: {known}")])
    return routine.with_alternative(name)


def parts_of(
    phases: Sequence[Phase], find: Callable[[str], Exercise], prescription: Prescription
) -> tuple[PlanPart, ...]:
    """Every phase resolved; the problems of all of them come together."""
    parts, problems = [], []
    uses = counted(entry for phase in phases for entry in phase.exercises)
    for phase in phases:
        own = [next(uses) for _ in phase.exercises]
        try:
            found = tuple(levels(entry, phase, find, prescription, seen) for entry, seen in own)
            in_line = tuple(chain.from_iterable(found))
            clock = beats(phase, in_line, place_of(phase.id)) if phase.kind == "sequence" else ()
            parts.append(PlanPart(phase, found, clock))
        except ContentError as error:
            problems += error.problems
    problems += _lost_partners(phases)
    if problems:
        raise ContentError(problems)
    return tuple(parts)


def _lost_partners(phases: Sequence[Phase]) -> list[Problem]:
    """`days: {with: ...}` that leads nowhere, in a circle, or to fewer days than the phase's own count."""
    by_id = {phase.id: phase for phase in phases}
    problems = []
    for phase in phases:
        if phase.days is None:
            continue
        partner = by_id.get(phase.days.phase)
        place, path = place_of(phase.days.phase), f"{phase.id}.days"
        if partner is None:
            problems.append(Problem(f'there is no phase "{phase.days.phase}"', place, path))
        elif partner.days is not None:
            problems.append(Problem(f"{partner.id} has its days from another phase itself", place, path))
        elif phase.frequency and partner.frequency and phase.frequency.count > partner.frequency.count:
            days = partner.frequency.count
            message = f"{phase.frequency.count} days a week do not fit into the {days} of {partner.id}"
            problems.append(Problem(message, place, path, "take the frequency away, or make it smaller"))
    return problems
