"""The dose on the front of the sheet, in parts: what comes before the steps, the steps, what they count, the side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from generator.content.dose.dose import Dose
from generator.language.casing import sentence_case
from generator.language.joining import unbroken
from generator.language.wording import Wording, fill
from generator.plan import PlannedExercise
from generator.sentences.amount import counted
from generator.sentences.later_weeks import first_of_changing, later_weeks
from generator.sentences.row_dose import amounts_of
from generator.sentences.side import is_sided_in_turn, side_words


class SheetDose(NamedTuple):
    """A dose for a place with little room, in texts that are whole wherever a line ends.

    Without steps it is all in `text`. With steps there are `lead` ("Start: 2 sets of"), `steps` ("8", "10", "12"),
    `unit` ("lifts"), and `behind` ("each leg"), or `counted` where the unit stands in the same line ("lifts, each
    leg"). `close` and `later` say the same where the side moves up: "2 sets, each leg. Start:". Steps that are more
    than numbers are whole, the last with what stands behind it.
    """

    text: str = ""
    lead: str = ""
    steps: tuple[str, ...] = ()
    unit: str = ""
    behind: str = ""
    counted: str = ""
    close: str = ""
    later: str = ""


def sheet_dose(planned: PlannedExercise, wording: Wording, *, sided: bool = True) -> SheetDose:
    """`sided` false leaves out the side, where each start on the clock says its own."""
    dose = planned.dose
    lead, steps, unit = _steps(planned, dose, wording)
    side = short_side(planned, dose, wording) if sided else ""
    first = first_of_changing(planned, wording)
    later = _listed(wording.join.items, first, *later_weeks(planned, wording))

    def behind(*texts: str) -> str:
        return _listed(wording.join.items, _listed(wording.join.comma, *texts), later)

    if not steps:
        return SheetDose(behind(sentence_case(lead), side))
    if not unit and not lead:
        return SheetDose(steps=(_first(steps[0], wording), *steps[1:-1], behind(steps[-1], side)))
    return SheetDose(
        lead=_first(lead, wording),
        steps=steps,
        unit=unit,
        behind=behind(side),
        counted=behind(unit, side),
        close=_close(planned, dose, side, wording),
        later=later,
    )


def _close(planned: PlannedExercise, dose: Dose, side: str, wording: Wording) -> str:
    """ "2 sets, each leg. Start:"; empty where more than repetitions grow, or there is one set."""
    in_reps = planned.ladder is not None and planned.ladder.fields == ("reps",)
    if not in_reps or dose.sets is None or dose.sets.high == 1:
        return ""
    sets = counted(wording, wording.dose.sets, dose.sets.low, dose.sets.high)
    return fill(wording.sheet.close, sets=_listed(wording.join.comma, sets, side))


def _first(amount: str, wording: Wording) -> str:
    """ "Start: 2 sets of": the steps behind it are not all for one session."""
    return fill(wording.sheet.first, amount=amount).strip()


def _listed(between: str, *texts: str) -> str:
    return between.join(text for text in texts if text)


def _steps(planned: PlannedExercise, dose: Dose, wording: Wording) -> tuple[str, tuple[str, ...], str]:
    """What stands before the numbers of a ladder, the numbers, and what they count: all that the steps share, once.

    Where more than a number changes the steps are whole amounts; without a ladder the amount is all in the first.
    """
    texts = amounts_of(planned, dose, wording)
    if len(texts) == 1:
        return texts[0], (), ""
    if dose.reps and not dose.reps.is_plain:  # numbers of one step would run into those of the next
        return "", texts, ""
    before, after = _common(texts), _common([text[::-1] for text in texts])[::-1]
    numbers = [text[len(before) : len(text) - len(after)].strip() for text in texts]
    if all(re.fullmatch(r"[\d.,]+(\D{1,6}[\d.,]+)?", number) for number in numbers):
        return before.strip(), tuple(numbers), after.strip()
    return "", texts, ""


def _common(texts: Sequence[str]) -> str:
    """The words that all texts begin with."""
    first, *others = texts
    same = takewhile(lambda at: all(text[at : at + 1] == first[at] for text in others), range(len(first)))
    shared = first[: len(list(same))]
    whole = shared if any(text == shared for text in texts) else re.sub(r"\S*$", "", shared)
    return whole if len(whole) < min(map(len, texts)) else ""


def short_side(planned: PlannedExercise, dose: Dose, wording: Wording) -> str:
    """ "each leg", "left leg only"; empty for both sides at once."""
    words = side_words(wording, dose, planned.exercise)
    if planned.side in ("left", "right"):
        return unbroken(fill(wording.sides.only, side=one_side(planned, wording)))
    return unbroken(words.short) if is_sided_in_turn(planned.side, dose) else ""


def one_side(planned: PlannedExercise, wording: Wording) -> str:
    """ "left leg", "right foot in front"; empty where it is not one side alone."""
    words = side_words(wording, planned.dose, planned.exercise)
    return {"left": words.left_short, "right": words.right_short}.get(planned.side, "")
