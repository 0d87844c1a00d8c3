"""The phases of a routine in the order in which they are done on one day; a circle in `after` is a problem."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.routine import Phase
from generator.problems import ContentError, Problem, place_of

# Cold muscles are not stretched, and what ends a session ends it (ACSM).
PREPARING = frozenset(("mobilise", "warm-up", "strengthen"))
CLOSING = {"stretch": PREPARING, "cool-down": PREPARING | {"stretch", "sequence"}}


def in_order(phases: Sequence[Phase]) -> tuple[Phase, ...]:
    """The author's order, changed only where `after`, or stretching before moving or lifting, asks for it."""
    known = {str(phase.id) for phase in phases}
    unknown = [phase for phase in phases if phase.after and phase.after not in known]
    if unknown:
        raise ContentError([_no_such_phase(phase, known) for phase in unknown])
    named = {str(phase.id): {str(phase.after)} if phase.after else set() for phase in phases}
    before = {phase.id: named[phase.id] | _implied(phase, phases, named) for phase in phases}
    ordered: list[Phase] = []
    left = list(phases)
    while left:
        done = {phase.id for phase in ordered}
        ready = [phase for phase in left if named[phase.id] <= done]
        # What follows from kinds alone gives way where the author's `after` makes it impossible.
        following = next((phase for phase in ready if before[phase.id] <= done), ready[0] if ready else None)
        if following is None:
            raise ContentError([_circle(left)])
        ordered.append(following)
        left.remove(following)
    return tuple(ordered)


def _implied(phase: Phase, phases: Sequence[Phase], named: dict[str, set[str]]) -> set[str]:
    """What comes before a stretch or a cool-down by its kind, unless the author says that it comes after."""
    earlier = CLOSING.get(phase.kind, frozenset())
    return {
        other.id
        for other in phases
        if other.kind in earlier
        and other.number_of_routine == phase.number_of_routine
        and other.id != phase.id
        and phase.id not in _all_before(other.id, named)
    }


def _all_before(name: str, named: dict[str, set[str]]) -> set[str]:
    """Every phase that `after` puts before the named one, however many steps away."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for earlier in named[waiting.pop()] - found:
            found.add(earlier)
            waiting.append(earlier)
    return found


def _no_such_phase(phase: Phase, known: set[str]) -> Problem:
    message = f'there is no phase "{phase.after}" that {phase.id} could come after'
    return Problem(message, place_of(phase.after or ""), f"{phase.id}.after", f"phases are {', '.join(sorted(known))}")


def _circle(phases: Sequence[Phase]) -> Problem:
    names = " and ".join(phase.id for phase in phases if phase.after)
    first = next(phase for phase in phases if phase.after)
    message = f"{names} each come after the other"
    return Problem(message, place_of(first.after or ""), f"{first.id}.after", "take one `after` away")
