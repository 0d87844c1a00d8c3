"""What a written dose comes to for one client: of sides that have their own numbers, those of the side trained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.content.dose.dose import Dose
from generator.problems import ContentError, Place, Problem


@dataclass(frozen=True, slots=True)
class ForClient:
    """An exercise's name, the side that is trained, and where the exercise is named."""

    name: str
    side: str
    place: Place | None

    def each(self, doses: Sequence[Dose]) -> tuple[Dose, ...]:
        """All doses; one that is the dose before stays it."""
        known = {id(dose): self.dose(dose) for dose in doses}
        return tuple(known[id(dose)] for dose in doses)

    def dose(self, dose: Dose) -> Dose:
        """The dose for this client. Raises `ContentError` where sides have their own numbers and work at once."""
        reps = dose.reps
        if reps is None or not reps.sides:
            return dose
        if self.side in ("left", "right"):
            return dose.model_copy(update={"reps": reps.on(self.side)})
        if self.side != "each":
            message = f"{self.name} has repetitions for left and right, and its side is {self.side}"
            hint = "write side: each, or the same number for both"
            raise ContentError([Problem(message, reps.place or self.place, f"dose.{self.name}.reps", hint)])
        return dose
