"""The dose in the notation that clinicians read, for records: "2 × 8, rest 1 min, RIR 3"."""

from __future__ import annotations

from generator.content.dose.dose import Dose
from generator.language.wording import Wording, fill
from generator.plan import PlannedExercise
from generator.plan.schedule import every_so_many
from generator.sentences.amount import notation
from generator.sentences.group_text import group_notation


def clinician_line(planned: PlannedExercise, wording: Wording) -> str:
    """Sets × amount, side, tempo, load, rest, frequency; without the label."""
    dose = planned.dose
    words = wording.clinician
    sides = {"each": words.each_side, "alternate": words.alternating, "left": words.left, "right": words.right}
    parts = [_volume(dose), sides.get(planned.side, ""), _tempo(dose, wording), *_load(dose, wording)]
    parts.append(group_notation(planned, wording))
    if dose.rest and dose.rest.high and dose.sets and dose.sets.high > 1:
        parts.append(fill(words.rest, time=notation(dose.rest)))
    if planned.at is None:
        parts.append(_often(planned, wording))
        if planned.times_a_day > 1:
            parts.append(fill(words.per_day, n=planned.times_a_day))
    return wording.join.comma.join(part for part in parts if part)


def _often(planned: PlannedExercise, wording: Wording) -> str:
    """ "3/week", "every 2 days", "3/week, in turn with Day B"."""
    words, turns = wording.clinician, planned.turns
    weeks = (turns.days_by_week if turns else ()) or planned.days_by_week
    many = every_so_many(weeks)
    often = fill(words.every_days, n=many) if many else fill(words.per_week, n=len(next(filter(None, weeks), ())))
    return (
        fill(words.in_turn, often=often, others=wording.join.comma.join(turns.others))
        if turns and turns.days_by_week
        else often
    )


def _volume(dose: Dose) -> str:
    amount = dose.reps or dose.duration or dose.distance or dose.hold
    text = notation(amount) if amount else ""
    if dose.sets and dose.sets.high > 1 and not (dose.reps and dose.reps.each):
        text = f"{notation(dose.sets)} × {text}"
    return f"{text} × {notation(dose.hold)}" if dose.reps and dose.hold else text


def _tempo(dose: Dose, wording: Wording) -> str:
    if dose.tempo is None or not dose.tempo.beats:
        return ""
    names = wording.join.comma.join(getattr(wording.clinician, name) for name, _ in dose.tempo.beats)
    return fill(
        wording.clinician.tempo, beats="-".join(str(int(beat.high)) for _, beat in dose.tempo.beats), order=names
    )


def _load(dose: Dose, wording: Wording) -> list[str]:
    load = dose.load
    if load is None:
        return []
    parts = []
    if load.weight:
        share = f" ({load.weight.share})" if load.weight.share else ""
        parts.append(notation(load.weight) + share)
    if load.bodyweight:
        parts.append(wording.clinician.bodyweight)
    if load.band:
        parts.append(f"{load.band.brand} {load.band.colour}")
    if load.effort and load.effort.reps_in_reserve:
        parts.append(fill(wording.clinician.in_reserve, n=notation(load.effort.reps_in_reserve)))
    if load.effort and load.effort.rpe:
        parts.append(fill(wording.clinician.exertion, n=notation(load.effort.rpe)))
    if load.effort and load.effort.borg:
        parts.append(fill(wording.clinician.borg, n=notation(load.effort.borg)))
    if load.effort and load.effort.heart_rate:
        parts.append(fill(wording.clinician.heart_rate, n=notation(load.effort.heart_rate)))
    return [str(part) for part in parts]
