"""The steps of an exercise in words: a ladder comes in, a line for the card and a text for each step go out."""

from __future__ import annotations

from generator.content.dose.dose import Dose
from generator.language.casing import mid_sentence
from generator.language.joining import ended, run_on
from generator.language.wording import Wording, fill
from generator.plan import Ladder
from generator.sentences.amount import counted, number_text, time_text
from generator.sentences.dose_text import repeats_a_hold
from generator.sentences.reps_text import reps_text
from generator.sentences.words_of import counted_fields, dose_in_words

_SHORT = 60  # seconds: from a minute on a time is more than one number


def ladder_text(ladder: Ladder, wording: Wording) -> str:
    """ "8 → 10 → 12 hinges. Then: hinge a little lower."; of a start without numbers only what comes then."""
    then = ladder.then and ended(ladder.then)
    if len(ladder.rungs) == 1:
        return then
    steps = wording.join.steps.join(rung_texts(ladder, wording)) + "."
    return run_on(steps, then and fill(wording.card.then, text=mid_sentence(then)))


def rung_texts(ladder: Ladder, wording: Wording) -> tuple[str, ...]:
    """What each rung comes to: "8", "10", "12 hinges", the unit once; all of the dose where there is but one rung."""
    fields = ladder.fields or counted_fields(ladder.rungs[0])
    bare = [_bare(rung, fields, wording) for rung in ladder.rungs]
    if len(bare) > 1 and all(bare):
        return (*bare[:-1], _with_unit(ladder.rungs[-1], fields[0], wording))
    return tuple(dose_in_words(rung, wording, fields) for rung in ladder.rungs)


def rung_numbers(ladder: Ladder, wording: Wording) -> tuple[str, ...]:
    """The same without the unit where numbers alone say it, as counts do: "8", "10", "12"."""
    bare = tuple(_bare(rung, ladder.fields, wording) for rung in ladder.rungs)
    return bare if ladder.fields == ("reps",) and all(bare) else rung_texts(ladder, wording)


def step_texts(ladder: Ladder, wording: Wording) -> tuple[str, ...]:
    """A text for each box to tick: the rungs, and last what comes then."""
    return (*rung_texts(ladder, wording), *([ended(ladder.then)] if ladder.then else []))


def _bare(dose: Dose, fields: tuple[str, ...], wording: Wording) -> str:
    """The number of the only field that changes; empty where a number alone would not do."""
    if len(fields) != 1 or fields[0] not in ("sets", "reps", "hold", "duration") or repeats_a_hold(dose):
        return ""
    amount = getattr(dose, fields[0])
    if dose.reps and not dose.reps.is_plain:
        return ""
    if amount is None or (fields[0] in ("hold", "duration") and amount.high >= _SHORT):
        return ""
    return number_text(wording, amount.low, amount.high)


def _with_unit(dose: Dose, field: str, wording: Wording) -> str:
    if field == "reps":
        return reps_text(dose, wording)
    if field == "sets" and dose.sets:
        return counted(wording, wording.dose.sets, dose.sets.low, dose.sets.high)
    amount = dose.duration or dose.hold
    assert amount is not None
    return time_text(wording, int(amount.low), int(amount.high))
