"""The phases of a prescription with what stands for their entries: alternatives picked, levels and clocks resolved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.content.exercise import Exercise
from generator.content.prescription import Prescription
from generator.content.routine import Phase, Routine
from generator.plan.clock import Beat, beats
from generator.plan.resolve import ResolvedLevel, levels
from generator.plan.uses import counted
from generator.problems import ContentError, Place, Problem, place_of


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
    phases: Sequence[Phase], find: Callable[[str], Exercise], prescription: Prescription, off: Collection[int] = ()
) -> tuple[PlanPart, ...]:
    """Every phase resolved; the problems of all of them come together. In the weeks `off` nothing is done."""
    parts, problems = [], []
    uses = counted(entry for phase in phases for entry in phase.exercises)
    for phase in phases:
        own = [next(uses) for _ in phase.exercises]
        try:
            found = tuple(levels(entry, phase, find, prescription, seen, off) for entry, seen in own)
            in_line = tuple(chain.from_iterable(found))
            clock = beats(phase, in_line, place_of(phase.id)) if phase.kind == "sequence" else ()
            parts.append(PlanPart(phase, found, clock))
        except ContentError as error:
            problems += error.problems
    problems += _lost_partners(phases) or _days_out_of_turn(parts)
    if problems:
        raise ContentError(problems)
    return tuple(parts)


def _lost_partners(phases: Sequence[Phase]) -> list[Problem]:
    """Days of another phase that lead nowhere, in a circle, or to fewer days than the phase's own count."""
    by_id = {phase.id: phase for phase in phases}
    problems = []
    for phase in phases:
        if phase.days is None:
            continue
        partner = by_id.get(phase.days.partner)
        place, path = place_of(phase.days.partner), f"{phase.id}.days"
        if partner is None:
            problems.append(Problem(f'there is no phase "{phase.days.partner}"', place, path))
        elif phase.days.in_turn_with:
            problems += _turns_amiss(phase, partner, place, path)
        elif partner.days is not None and partner.days.in_turn_with is None:
            problems.append(Problem(f"{partner.id} has its days from another phase itself", place, path))
        elif (
            phase.frequency
            and phase.frequency.names_days
            and partner.frequency
            and phase.frequency.count > partner.frequency.count
        ):
            days = partner.frequency.count
            message = f"{phase.frequency.count} days a week do not fit into the {days} of {partner.id}"
            problems.append(Problem(message, place, path, "take the frequency away, or make it smaller"))
    return problems


def in_turn(phase: Phase, parts: Sequence[PlanPart]) -> tuple[PlanPart, ...]:
    """The parts that take turns on the days of one phase, which comes first; empty where it takes none."""
    home = phase.days.in_turn_with if phase.days else phase.id
    takers = [part for part in parts if part.phase.days and part.phase.days.in_turn_with == home]
    first = [part for part in parts if part.phase.id == home]
    return (*first, *takers) if home and takers and first else ()


def _days_out_of_turn(parts: Sequence[PlanPart]) -> list[Problem]:
    """Exercises that want days of their own in parts that take turns on days."""
    return [
        Problem(
            f"{level.id} has days of its own, but {part.phase.id} takes turns with another phase",
            place_of(level.entry.exercise) or place_of(part.phase.id),
            f"dose.{level.id}.frequency",
            "take them away, or the in_turn_with of the phases",
        )
        for part in parts
        if in_turn(part.phase, parts)
        for level in part.all_levels
        if any(level.own)
    ]


def _turns_amiss(phase: Phase, partner: Phase, place: Place | None, path: str) -> list[Problem]:
    """Why two phases cannot take turns: the partner's days are the days of both."""
    if phase.frequency and phase.frequency.names_days:
        message, hint = f"takes turns with {partner.id}, whose days are for both", "take its own frequency away"
    elif not (partner.frequency and partner.frequency.names_days):
        message, hint = (
            f"{partner.id} says no days to take turns on",
            f"write frequency: {{per_week: 3}} for {partner.id}",
        )
    else:
        return []
    return [Problem(message, place, path, hint)]
