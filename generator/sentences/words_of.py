"""Some fields of a dose in words, for what changes: "8 lifts", "3 sets of 4 lifts", "12 kg", "3 times"."""

from __future__ import annotations

from collections.abc import Collection

from generator.content.dose.dose import COUNTED, Dose
from generator.language.wording import Wording, fill
from generator.sentences.amount import amount_text, counted, number_text
from generator.sentences.dose_text import load_sentence, repeats_a_hold, tempo_sentence
from generator.sentences.exertion import short_exertion
from generator.sentences.reps_text import BARE_UNITS, bare_reps, in_sets, reps_text


def dose_in_words(dose: Dose, wording: Wording, fields: Collection[str]) -> str:
    """What these fields come to: amounts, then the load, and the tempo if nothing else changes."""
    parts = []
    amount = set(COUNTED) & set(fields)
    if amount:
        parts.append(amount_in_words(dose, wording, tuple(amount)))
    if "load" in fields:
        parts.append(_load_text(dose, wording))
    if set(fields) == {"tempo"}:
        parts.append(tempo_sentence(dose, wording).rstrip("."))
    return wording.join.comma.join(part for part in parts if part) or wording.dose.step_up


def counted_fields(dose: Dose) -> tuple[str, ...]:
    """The fields that say how much; one set goes without saying."""
    given = (name for name in COUNTED if getattr(dose, name))
    return tuple(name for name in given if name != "sets" or (dose.sets and dose.sets.high > 1))


def amount_in_words(dose: Dose, wording: Wording, fields: tuple[str, ...], numbers: str = "") -> str:
    """The amount without sides or rests: "8 lifts", "3 sets of 4 lifts", "45 seconds", "3 times 30 seconds".

    `numbers` stand in place of that of the repetitions.
    """
    sets = counted(wording, wording.dose.sets, dose.sets.low, dose.sets.high) if dose.sets else ""
    if dose.measure == "reps" and not repeats_a_hold(dose):
        if fields == ("sets",) and sets:
            return sets
        bare = dose.unit in BARE_UNITS and "sets" in fields
        reps = bare_reps(dose, wording, numbers) if bare else reps_text(dose, wording, numbers)
        text = in_sets(dose, wording, reps) if "sets" in fields and sets else reps
        if "hold" in fields and dose.hold:
            text += wording.join.comma + fill(wording.dose.hold_for, time=amount_text(wording, dose.hold)).lower()
        return text
    times = dose.reps if repeats_a_hold(dose) else dose.sets
    text_times = counted(wording, wording.dose.times, times.low, times.high) if times else ""
    amount = dose.distance or dose.duration or dose.hold
    if set(fields) <= {"sets", "reps"}:
        return text_times
    text = amount_text(wording, amount) if amount else ""
    return wording.join.comma.join((text, text_times)) if set(fields) & {"sets", "reps"} and text_times else text


def _load_text(dose: Dose, wording: Wording) -> str:
    load = dose.load
    if load and load.weight:
        return amount_text(wording, load.weight)
    if load and load.effort and load.effort.reps_in_reserve:
        spare = load.effort.reps_in_reserve
        return counted(wording, wording.dose.to_spare, spare.low, spare.high)
    if load and load.effort and load.effort.rpe:
        return fill(wording.dose.out_of_ten, n=number_text(wording, load.effort.rpe.low, load.effort.rpe.high))
    if load and load.effort:
        return short_exertion(load.effort, wording)
    return load_sentence(load, wording).rstrip(".")
