"""What a written dose comes to for one client.

Of sides that have their own numbers, those of the side trained; of a percentage, the weight that it is of the maximum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.content.dose.dose import Dose
from generator.content.dose.weights import PERCENT, Maximum
from generator.problems import ContentError, Place, Problem


@dataclass(frozen=True, slots=True)
class ForClient:
    """An exercise's name, the side that is trained, where it is named, and the most that the client can lift once."""

    name: str
    side: str
    place: Place | None
    maximum: Maximum | None = None

    def each(self, doses: Sequence[Dose]) -> tuple[Dose, ...]:
        """All doses; one that is the dose before stays it."""
        known = {id(dose): self.dose(dose) for dose in doses}
        return tuple(known[id(dose)] for dose in doses)

    def dose(self, dose: Dose) -> Dose:
        """The dose for this client.

        Raises `ContentError` where sides have their own numbers and work at once, or a maximum is not known.
        """
        return self._weighed(self._on_side(dose))

    def _weighed(self, dose: Dose) -> Dose:
        weight = dose.load.weight if dose.load else None
        if dose.load is None or weight is None or weight.unit != PERCENT:
            return dose
        if self.maximum is None:
            message = f"{self.name} has {weight} of a maximum, and the client's is not given"
            hint = f"say --set {self.name}.maximum=100kg; in a plan or roster maxima, such as {self.name}: 100 kg"
            raise ContentError([Problem(message, weight.place or self.place, f"maxima.{self.name}", hint)])
        kilograms = weight.scaled(self.maximum.high / 100, self.maximum.unit, share=str(weight))
        return dose.model_copy(update={"load": dose.load.model_copy(update={"weight": kilograms})})

    def _on_side(self, dose: Dose) -> Dose:
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
