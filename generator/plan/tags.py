"""Which lists of warning signs a changed programme needs: those of its routine, and those of what is new in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.content.exercise import Exercise
from generator.content.routine import Routine
from generator.problems import Prose

BACK_PAIN = "back-pain"
_OF_THE_BACK = re.compile(r"\b(back|spine|spinal|lumbar|trunk|core)\b", re.IGNORECASE)


def with_tags(routine: Routine, brought: Sequence[Exercise], *, own: bool) -> Routine:
    """The routine with the tags that exercises bring, so that none of their warning signs is lost.

    Nobody has read a programme without a routine (`own`) as a whole: what does not say its tags counts as for the back,
    whose list is the longest.
    """
    tags = [*routine.tags, *(tag for exercise in brought for tag in exercise.tags or ())]
    if any(_trains_the_back(one) or (own and one.tags is None) for one in brought):
        tags.append(Prose(BACK_PAIN))
    return routine.model_copy(update={"tags": tuple(dict.fromkeys(tags))})


def _trains_the_back(exercise: Exercise) -> bool:
    return any(_OF_THE_BACK.search(muscle) for muscle in exercise.muscles)
