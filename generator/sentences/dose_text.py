"""How much of an exercise, in the plain sentences that a client reads; never raw notation."""

from __future__ import annotations

from collections.abc import Iterable

from generator.content.dose.dose import Dose
from generator.content.dose.load import Load
from generator.content.exercise import Exercise
from generator.language.casing import mid_sentence, sentence_case
from generator.language.joining import listed
from generator.language.wording import Wording, fill
from generator.plan import Ladder, PlannedExercise
from generator.sentences.amount import amount_text, counted, number_text, time_text
from generator.sentences.exertion import exertion_sentence
from generator.sentences.reps_text import BARE_UNITS, bare_reps, in_sets, on_each, reps_text, unit_forms
from generator.sentences.side import side_phrase, side_words


def dose_sentence(planned: PlannedExercise, wording: Wording, week: int | None = None) -> str:
    """The large line of a card: "2 sets of 8 slow lifts on each leg. Rest 1 minute between sets."

    `week` (from 1) asks for that week's dose instead of the first. Raises `ContentError` for a unit without a word.
    """
    dose = planned.dose if week is None else planned.weeks[week - 1]
    parts, rest = _amount(dose, planned.exercise, planned.side, wording)
    return _sentences((*parts, rest))


def amount_and_rest(planned: PlannedExercise, wording: Wording, numbers: str = "", sets: str = "") -> tuple[str, str]:
    """The same in two: how much, and the rest between. `numbers` or `sets` of all steps stand in place of the first."""
    parts, rest = _amount(planned.dose, planned.exercise, planned.side, wording, numbers, sets)
    return _sentences(parts), _sentences((rest,))


def _sentences(parts: Iterable[str]) -> str:
    return " ".join(sentence_case(part) + "." if part[-1:] != "." else sentence_case(part) for part in parts if part)


def _amount(
    dose: Dose, exercise: Exercise, side: str, wording: Wording, numbers: str = "", all_sets: str = ""
) -> tuple[tuple[str, ...], str]:
    """How much in one sentence or more, and the rest between sets or holds."""
    words = side_words(wording, dose, exercise)
    where = side_phrase(words, side)
    turn = words.alternate if side == "alternate" else ""
    if dose.measure == "reps" and not repeats_a_hold(dose):
        each = fill(wording.dose.hold_each, time=amount_text(wording, dose.hold)) if dose.hold else ""
        counts = joined(counted_reps(dose, wording, numbers, all_sets), where)
        if dose.reps and dose.reps.sides:
            both = on_each(dose, wording, words)
            counts = in_sets(dose, wording, both) if dose.sets and dose.sets.high > 1 else both
        return (counts, each, turn), _rest(dose, wording, wording.dose.rest_sets)
    once = done_once(dose, exercise, side, wording)
    if side == "alternate" and dose.measure in ("duration", "distance"):
        where = turn = ""  # what is done in turn within one time is said by its verb
    times = times_of(dose)
    if times == (1, 1):
        return (joined(once, where), turn), ""
    again = joined(counted(wording, wording.dose.do_times, *times), where)
    if turn:
        again, turn = fill(wording.dose.in_turn, what=again), ""
    return (once, again, turn), _rest(dose, wording, wording.dose.rest_holds)


def repeats_a_hold(dose: Dose) -> bool:
    """Whether a few repetitions of a long hold are meant: "hold, and do it 3 times"."""
    few = dose.sets is None or dose.sets.high == 1
    return bool(dose.hold and dose.reps and few and dose.hold.high >= 10 and dose.unit in (*BARE_UNITS, "hold"))


def times_of(dose: Dose) -> tuple[int, int]:
    """How often something held or timed is done."""
    amount = dose.reps if repeats_a_hold(dose) else dose.sets
    return (int(amount.low), int(amount.high)) if amount else (1, 1)


def done_once(dose: Dose, exercise: Exercise, side: str, wording: Wording) -> str:
    if dose.distance:
        return fill(wording.dose.cover, distance=amount_text(wording, dose.distance))
    amount = dose.duration or dose.hold
    assert amount is not None  # a dose has exactly one measure
    time = amount_text(wording, amount)
    if dose.measure != "duration":
        return fill(wording.dose.hold_for, time=time)
    forms = dict(unit_forms(wording, dose).forms) if dose.unit else {}
    verb = (forms.get("in_turn") if side == "alternate" else None) or forms.get("verb")
    if verb:
        return fill(wording.dose.verb_for, verb=verb, time=time)
    return fill(wording.dose.hold_for if exercise.kind == "stretch" else wording.dose.keep_going, time=time)


def counted_reps(dose: Dose, wording: Wording, numbers: str = "", all_sets: str = "") -> str:
    """ "2 sets of 8 slow lifts"; without a unit "2 sets of 8", "do it 8 times".

    `numbers` stand in place of the 8, `all_sets` in place of the 2.
    """
    sets = dose.sets
    several = sets is not None and (sets.high > 1 or all_sets != "")
    if dose.unit in BARE_UNITS and not several and not (dose.reps and dose.reps.sides):
        return fill(wording.dose.do_it, times=reps_text(dose, wording, numbers))
    if not several:
        return reps_text(dose, wording, numbers, slow=True)
    bare = dose.unit in BARE_UNITS
    what = bare_reps(dose, wording, numbers) if bare else reps_text(dose, wording, numbers, slow=True)
    return in_sets(dose, wording, what, all_sets)


def repetitions(ladder: Ladder | None, wording: Wording) -> str:
    """The repetitions of all steps, if nothing else changes: "8, later 10, later 12"; else empty."""
    if ladder is None or ladder.fields != ("reps",) or repeats_a_hold(ladder.rungs[0]) or not _counts(ladder):
        return ""
    counts = (rung.reps for rung in ladder.rungs if rung.reps)
    return wording.join.later.join(number_text(wording, one.low, one.high) for one in counts)


def set_counts(ladder: Ladder | None, wording: Wording) -> str:
    """The sets of all steps, if nothing else changes: "1, later 2"; else empty."""
    start = ladder.rungs[0] if ladder else None
    if ladder is None or start is None or start.reps is None or ladder.fields != ("sets",) or repeats_a_hold(start):
        return ""
    if not _counts(ladder):
        return ""
    counts = (rung.sets for rung in ladder.rungs if rung.sets)
    return wording.join.later.join(number_text(wording, one.low, one.high) for one in counts)


def _counts(ladder: Ladder) -> bool:
    """Whether each step is so many repetitions, the same in all sets."""
    return all(rung.reps is not None and rung.reps.is_plain for rung in ladder.rungs)


def rest_phrase(dose: Dose, wording: Wording) -> str:
    """ "Rest 1 minute between sets"; empty where there is nothing between."""
    sets = dose.measure == "reps" and not repeats_a_hold(dose)
    return _rest(dose, wording, wording.dose.rest_sets if sets else wording.dose.rest_holds)


def _rest(dose: Dose, wording: Wording, pattern: str) -> str:
    if dose.rest is None or not dose.rest.high or _times_or_sets(dose) < 2:
        return ""
    return fill(pattern, time=time_text(wording, int(dose.rest.low), int(dose.rest.high)))


def _times_or_sets(dose: Dose) -> int:
    return max(times_of(dose)[1], int(dose.sets.high) if dose.sets else 1)


def joined(what: str, where: str) -> str:
    return f"{what} {where}" if where else what


def dose_notes(planned: PlannedExercise, wording: Wording) -> tuple[str, ...]:
    """Further sentences on how it is done: what to load it with, how hard, how slowly. Often none.

    The tempo is spelt out for strength alone; for other moves "slow" in the dose says enough.
    """
    dose = planned.dose
    tempo = tempo_sentence(dose, wording) if planned.exercise.kind == "strength" else ""
    effort = effort_sentence(dose.load, wording)
    texts = (load_sentence(dose.load, wording), effort, end_sentence(dose, wording, effort), tempo)
    return tuple(text for text in texts if text)


def load_sentence(load: Load | None, wording: Wording) -> str:
    """ "Use 12 kg."; empty for body weight alone."""
    if load and load.weight:
        return fill(wording.dose.use_weight, weight=amount_text(wording, load.weight))
    if load and load.band:
        return fill(wording.dose.use_band, colour=load.band.colour, brand=load.band.brand)
    return ""


def weight_sentence(planned: PlannedExercise, wording: Wording) -> str:
    """The weight where the dose stands alone: "Use 12 kg."; empty where there is none, or its steps say it."""
    load, ladder = planned.dose.load, planned.ladder
    said = load is None or load.weight is None or (ladder is not None and "load" in ladder.fields)
    return "" if said else load_sentence(load, wording)


def end_sentence(dose: Dose, wording: Wording, effort: str = "") -> str:
    """What ends a set that is open: its own reason, else the last good one; not where a time or an effort does."""
    reps = dose.reps
    if dose.load and dose.load.effort and dose.load.effort.heart_rate:
        effort = ""  # a pulse ends no set
    if reps is None or not reps.is_open or (not dose.ends_when and (effort or reps.within)):
        return ""
    several = dose.sets is not None and dose.sets.high > 1 and not reps.is_most
    ends = fill(wording.dose.ends_when, what=dose.ends_when) if dose.ends_when else wording.dose.effort_last
    return fill(wording.dose.last_set, text=mid_sentence(ends)) if several else str(ends)


def effort_sentence(load: Load | None, wording: Wording) -> str:
    """ "Stop when you could still do 3 more.", or the number on the scale of exertion."""
    effort = load.effort if load else None
    if effort and effort.reps_in_reserve:
        if effort.reps_in_reserve.high == 0:
            return wording.dose.effort_last
        return counted(wording, wording.dose.effort_reserve, effort.reps_in_reserve.low, effort.reps_in_reserve.high)
    if effort and effort.rpe:
        return fill(wording.dose.effort_scale, n=number_text(wording, effort.rpe.low, effort.rpe.high))
    return exertion_sentence(effort, wording) if effort else ""


def tempo_sentence(dose: Dose, wording: Wording) -> str:
    """ "Lower 3 seconds, pause 1 and lift 2."; parts of no time are left out, and all are in seconds."""
    if dose.tempo is None or not dose.tempo.beats:
        return ""
    (name, beat), *others = dose.tempo.beats
    parts = [fill(getattr(wording.dose, name), time=counted(wording, wording.time.second, beat.low, beat.high))]
    parts += [fill(getattr(wording.dose, name), time=number_text(wording, it.low, it.high)) for name, it in others]
    return sentence_case(listed(wording, parts)) + "."
