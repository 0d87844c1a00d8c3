"""The steps of an exercise, taken when the client is ready: a settled dose comes in, its ladder goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.content.dose.dose import Dose
from generator.content.dose.overlay import differ, merge
from generator.plan.layers import Said


@dataclass(frozen=True, slots=True)
class Ladder:
    """The doses from the starting one on, and what the last step is in words ("Hinge a little lower."), often both."""

    rungs: tuple[Dose, ...]
    then: str = ""

    @property
    def steps(self) -> int:
        """How many steps there are to tick, the start among them."""
        return len(self.rungs) + bool(self.then)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields in which the rungs differ anywhere."""
        return tuple(dict.fromkeys(name for rung in self.rungs for name in differ(self.rungs[0], rung)))


def ladder_of(weeks: Sequence[Dose], steps: Sequence[Said], for_client: Callable[[Dose], Dose]) -> Ladder | None:
    """The ladder from the dose of every week; None where weeks differ (the calendar says when) or nothing follows."""
    start = weeks[0]
    if any(differ(start, dose) for dose in weeks):
        return None
    rungs = [start]
    for step in steps:
        rungs.append(for_client(merge(rungs[-1], step.change)))
    ladder = Ladder(tuple(rungs), start.progress_to or "")
    return ladder if ladder.steps > 1 else None
