"""A plan's changes in Python: each `with_...` gives a plan with one more, checked as a plan file is."""

from __future__ import annotations

from typing import Any, Self

from generator.content.editing.edits import Edits
from generator.content.editing.laid_over import laid_over


class Editable(Edits):
    """Edits as methods. Each returns a changed copy and raises `ContentError` for a wrong value.

    Whether the ids are in the routine is known when the plan is made. What takes back an earlier change takes it out:
    `with_swapped("a", "b").with_swapped("b", "a")` is the plan that it began with.
    """

    def with_dropped(self, *exercises: str) -> Self:
        """Without these exercises."""
        return self._with(drop=list(exercises))

    def with_added(self, exercise: str, **where: Any) -> Self:
        """With one more exercise: `with_added("cat-cow@warm-up")`, or keys of `add` in a plan file, such as `phase`.

        The name of a dropped exercise alone brings it back.
        """
        return self._with(add=[{"exercise": exercise, **where} if where else exercise])

    def with_swapped(self, old: str, new: str) -> Self:
        """With another exercise in the place of one."""
        return self._with(swap={old: new})

    def with_order(self, *exercises: str) -> Self:
        """With these first in their phase, in this order."""
        return self._with(order=list(exercises))

    def with_phase(self, phase: str, *, on: bool) -> Self:
        """With a phase of the routine, or without it."""
        return self._with(phases={phase: "on" if on else "off"})

    def with_side(self, exercise: str, side: str | None) -> Self:
        """With an exercise on this side: each, alternate, left or right; None: as the routine has it."""
        return self._with(sides={exercise: side})

    def with_option(self, exercise: str, option: str) -> Self:
        """With a variant of an exercise."""
        return self._with(options={exercise: option})

    def with_dose(self, exercise: str, **fields: Any) -> Self:
        """With fields of a dose: `with_dose("deadlift", sets=3, load="12 kg")`."""
        return self._with(dose={exercise: fields})

    def with_maximum(self, exercise: str, weight: str) -> Self:
        """With the most that the client can lift once, such as "100 kg"; a load of 70 % is that of it."""
        return self._with(maxima={exercise: weight})

    def with_days(self, exercise: str, *days: str) -> Self:
        """With an exercise on these weekdays: mon, tue and so on."""
        return self._with(dose={exercise: {"frequency": {"days": list(days)}}})

    def with_video(self, exercise: str, video: Any) -> Self:
        """With another video of an exercise, an address or `{"slug": ...}`; None: without one."""
        return self._with(videos={exercise: video})

    def with_title(self, title: str) -> Self:
        """Under another title, which is printed and stands in no file name."""
        return self._with(title=title)

    def _with(self, **asked: Any) -> Self:
        written = self.model_dump(mode="json", by_alias=True, exclude_unset=True)
        return type(self).model_validate(laid_over(written, asked))
