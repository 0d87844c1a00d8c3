"""Repetitions in words: "8 to 12 lifts", "12, 10, then 8 lifts", "5 or more lifts", "as many lifts as you can"."""

from __future__ import annotations

from difflib import get_close_matches

from generator.content.dose.dose import Dose
from generator.content.dose.reps import Aim, Reps
from generator.language.plural import Plural
from generator.language.wording import Wording, fill
from generator.language.wording_doses import SideWords
from generator.problems import ContentError, Problem, place_of
from generator.sentences.amount import amount_text, counted, number_text

SLOW_FROM = 4  # seconds for one repetition
BARE_UNITS = (None, "rep")


def is_slow(dose: Dose) -> bool:
    return bool(dose.tempo and dose.tempo.seconds >= SLOW_FROM)


def unit_forms(wording: Wording, dose: Dose) -> Plural:
    """The forms of the dose's unit. Raises `ContentError` where the wording has no such word."""
    unit = str(dose.unit)
    if unit not in wording.units:
        near = get_close_matches(unit, wording.units, 1)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(wording.units)}"
        raise ContentError(
            [Problem(f'there is no word for the unit "{unit}"', place_of(dose.unit or ""), "dose.unit", hint)]
        )
    return wording.units[unit]


def reps_text(dose: Dose, wording: Wording, numbers: str = "", *, slow: bool = False) -> str:
    """The repetitions with their unit: "8 lifts", "12, 10, then 8 slow lifts"; `numbers` stand in place of the 8."""
    return _written(dose, wording, numbers, slow=slow, times=True)


def bare_reps(dose: Dose, wording: Wording, numbers: str = "") -> str:
    """Those of something that is not named, where sets are: the "8" of "2 sets of 8", "as many as you can"."""
    return _written(dose, wording, numbers, slow=False, times=False)


def _written(dose: Dose, wording: Wording, numbers: str, *, slow: bool, times: bool) -> str:
    reps = _reps(dose)
    if reps.sides:
        left, right = reps.sides
        return fill(
            wording.dose.by_side,
            left=_aimed(dose, wording, left, slow=slow, times=False),
            right=aim_text(right, wording),
        )
    *most, last = _different(dose)
    text = _aimed(dose, wording, last, numbers, slow=slow, times=times)
    if reps.within:
        text = fill(wording.dose.within, what=text, time=amount_text(wording, reps.within))
    first = wording.join.comma.join(aim_text(aim, wording) for aim in most)
    return fill(wording.join.then, first=first, last=text) if first else text


def _aimed(dose: Dose, wording: Wording, aim: Aim, numbers: str = "", *, slow: bool, times: bool) -> str:
    """One set's number with its word in the right form; of something that is not named with "times" or without."""
    number = numbers or aim_text(aim, wording)
    if dose.unit in BARE_UNITS:
        if aim.is_most:
            return fill(wording.dose.most, what=wording.dose.times_noun) if times else number
        return wording.counted(wording.dose.times, float(aim.high), number) if times else number
    word = wording.counted(unit_forms(wording, dose), 2.0 if aim.is_most else float(aim.high))
    if aim.is_most:
        return fill(wording.dose.most, what=fill(wording.dose.slow_noun, what=word) if slow and is_slow(dose) else word)
    return fill(wording.dose.slow if slow and is_slow(dose) else wording.dose.counted, n=number, what=word)


def in_sets(dose: Dose, wording: Wording, what: str, all_sets: str = "") -> str:
    """ "2 sets of 8 lifts"; where sets differ "3 sets: 12, 10, then 8 lifts". `all_sets` stand in place of the 2."""
    assert dose.sets is not None
    count = counted(wording, wording.dose.sets, dose.sets.low, dose.sets.high)
    if all_sets:
        count = wording.counted(wording.dose.sets, 2.0, all_sets)
    pattern = wording.dose.set_by_set if len(_different(dose)) > 1 else wording.dose.of
    return fill(pattern, sets=count, what=what)


def on_each(dose: Dose, wording: Wording, words: SideWords) -> str:
    """ "12 slow lifts on your left leg and 8 on your right leg"."""
    left, right = _reps(dose).sides
    first = _aimed(dose, wording, left, slow=True, times=False)
    return fill(
        wording.dose.by_side_in_words, left=f"{first} {words.left}", right=f"{aim_text(right, wording)} {words.right}"
    )


def aim_text(aim: Aim, wording: Wording) -> str:
    if aim.is_most:
        return wording.dose.most_bare
    number = number_text(wording, aim.low, aim.high)
    return fill(wording.dose.or_more, n=number) if aim.is_open else number


def set_count(dose: Dose) -> int:
    return int(dose.sets.high) if dose.sets else 1


def _different(dose: Dose) -> tuple[Aim, ...]:
    """What is asked for: once where all sets are alike, else set by set."""
    aims = _reps(dose).aims(set_count(dose))
    return aims if len(set(aims)) > 1 else aims[:1]


def _reps(dose: Dose) -> Reps:
    assert dose.reps is not None
    return dose.reps
