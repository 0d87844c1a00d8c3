"""A timed sequence gets its clock: when each exercise starts, and whether the total agrees with what is stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.content.dose.amounts import in_minutes
from generator.content.routine import Phase
from generator.plan.duration import Moving, seconds_of
from generator.plan.resolve import ResolvedLevel, timed
from generator.problems import ContentError, Place, Problem

TOLERANCE = 15  # seconds: what a person following a clock does not notice


@dataclass(frozen=True, slots=True)
class Beat:
    """One exercise on the clock: starts `at` seconds after the beginning and lasts `seconds`."""

    level: ResolvedLevel
    at: int
    seconds: int


def beats(phase: Phase, levels: Sequence[ResolvedLevel], place: Place | None) -> tuple[Beat, ...]:
    """The exercises of a sequence with their times; one for each side becomes two, right and then left.

    Raises `ContentError` naming both lengths if they differ by more than 15 seconds.
    """
    change = int(phase.change.high) if phase.change else 0
    clock = 0
    found: list[Beat] = []
    for level in in_turn([timed(level) for level in levels]):
        at = clock + (change if found else 0)
        seconds = seconds_of(Moving(level.weeks[0], "both"))[1]
        found.append(Beat(level, at, seconds))
        clock = at + seconds
    if phase.length:
        stated = int(phase.length.high)
        if abs(clock - stated) > TOLERANCE:
            message = f"the exercises last {clock_text(clock)} in all, but the stated length is {clock_text(stated)}"
            hint = f"write length: {in_minutes(Decimal(clock))}, or change the durations"
            raise ContentError([Problem(message, phase.length.place or place, f"{phase.id}.length", hint)])
    return tuple(found)


def in_turn(levels: Sequence[ResolvedLevel]) -> list[ResolvedLevel]:
    """Levels for each side split in two; those with one side, both at once, or alternating inside stay whole."""
    split: list[ResolvedLevel] = []
    for level in levels:
        if level.side == "each":
            split += [replace(level, side="right"), replace(level, side="left")]
        else:
            split.append(level)
    return split


def clock_text(seconds: int) -> str:
    """Minutes and seconds as a clock shows them: 0:45, 10:00."""
    return f"{seconds // 60}:{seconds % 60:02}"
