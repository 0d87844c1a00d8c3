"""Which word stands for one side of the body, and "on each leg", "on your left side" for a dose."""

from __future__ import annotations

import re

from generator.content.dose.dose import Dose
from generator.content.exercise import Exercise
from generator.language.wording import Wording
from generator.language.wording_doses import SideWords
from generator.plan import PlannedExercise

# Where the trunk takes part one speaks of sides; else of the limb that works.
OF_THE_TRUNK = frozenset(("side body", "upper back", "chest", "neck", "lats"))
OF_THE_ARM = frozenset(("shoulder", "biceps", "triceps", "forearm"))
OF_THE_LEG = frozenset(
    (
        "hamstrings",
        "calf",
        "glutes",
        "outer hip",
        "hip rotators",
        "quadriceps",
        "hip flexors",
        "adductors",
        "it band",
        "shin",
    )
)


def side_words(wording: Wording, dose: Dose, exercise: Exercise) -> SideWords:
    """The words for leg, arm or side: the dose's own choice, else what the muscles suggest."""
    limb = dose.limb or limb_of(exercise)
    words: SideWords = getattr(wording.sides, limb.replace(" ", "_"))
    return words


def other_side(text: str, wording: Wording) -> str:
    """The text with left and right exchanged, for the mirror image of what it describes."""
    left, right = wording.sides.left, wording.sides.right
    swapped = {left.lower(): right, right.lower(): left}

    def word(match: re.Match[str]) -> str:
        other = swapped[match[0].lower()]
        return other if match[0][0].isupper() else other.lower()

    return re.sub(rf"\b({re.escape(left)}|{re.escape(right)})\b", word, text, flags=re.IGNORECASE)


def picture_texts(planned: PlannedExercise, wording: Wording) -> tuple[str, tuple[str, ...]]:
    """The description of an exercise's pictures, and their captions; both name the side that the pictures show."""
    exercise = planned.exercise
    alt, captions = str(exercise.alt or exercise.name), exercise.captions
    if planned.side != "left" or exercise.picture:
        return alt, captions
    # Poses and what is written of them are those of the right side, and mirrored; a photograph stays as it is.
    return other_side(alt, wording), tuple(other_side(caption, wording) for caption in captions)


def limb_of(exercise: Exercise) -> str:
    muscles = set(exercise.muscles)
    if muscles & OF_THE_TRUNK:
        return "side"
    if muscles & OF_THE_ARM:
        return "arm"
    return "leg" if muscles & OF_THE_LEG else "side"


def side_phrase(words: SideWords, side: str) -> str:
    """ "on each leg", "on your left leg"; empty for both sides at once."""
    return {"each": words.each, "alternate": words.each, "left": words.left, "right": words.right}.get(side, "")


def is_sided_in_turn(side: str, dose: Dose) -> bool:
    """Whether "each leg" stands beside a dose: not where sides alternate in one time, or each has its own number."""
    if side not in ("each", "alternate") or (dose.reps is not None and dose.reps.sides):
        return False
    return side == "each" or dose.measure not in ("duration", "distance")
