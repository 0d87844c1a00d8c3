"""An entry of a routine becomes the exercises that stand for it in weeks 1 to 4, each with its dose for every week.

What is laid over what: exercise < phase and entry of the routine < weeks (of the exercise, then of the routine) <
client. A week's change stays until a later week changes it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from generator.content.dose import WEEKS, Dose, DoseChange, DoseFields, Frequency, WeekDose, merge
from generator.content.exercise import Exercise
from generator.content.prescription import Prescription
from generator.content.routine import Entry, Phase
from generator.problems import ContentError, Problem, place_of

ALL_WEEKS = tuple(range(1, WEEKS + 1))


@dataclass(frozen=True, slots=True)
class Level:
    """One exercise for some of the weeks. `own` says for each week whether its days are asked for above the phase."""

    id: str
    option: str | None
    exercise: Exercise
    entry: Entry
    side: str
    active: tuple[int, ...]
    weeks: tuple[Dose, ...]
    own: tuple[bool, ...]


def levels(
    entry: Entry, phase: Phase, find: Callable[[str], Exercise], prescription: Prescription
) -> tuple[Level, ...]:
    """The exercises of one entry, one after the other: most often one, two where a later week names another."""
    found: list[Level] = []
    for name, option, active in _stretches(entry, prescription):
        exercise = _with_option(find(name), name, option)
        layers = list(_layers(entry, name, exercise, phase, prescription, active))
        weeks, own = _doses(exercise, phase, layers, name)
        side = _side(exercise, entry, phase, prescription)
        found.append(Level(name, option, exercise.on(side), entry, side, active, weeks, own))
    return tuple(found)


def _stretches(entry: Entry, prescription: Prescription) -> Iterator[tuple[str, str | None, tuple[int, ...]]]:
    """Exercise, option and the weeks in which they stand, in order; one that returns stands once, with all its weeks.

    The option is the client's choice, else the routine's, else none.
    """
    name: str = entry.exercise
    option: str | None = entry.option
    by_week = []
    for week in ALL_WEEKS:
        change = entry.weeks.get(week)
        if change and change.exercise and change.exercise != name:
            name, option = change.exercise, change.option
        elif change and change.option:
            option = change.option
        by_week.append((name, prescription.options.get(name, option)))
    for what in dict.fromkeys(by_week):
        yield *what, tuple(week for week in ALL_WEEKS if by_week[week - 1] == what)


def _with_option(exercise: Exercise, name: str, option: str | None) -> Exercise:
    if option is None:
        return exercise
    if option not in exercise.variants:
        near = get_close_matches(option, exercise.variants, 1)
        known = ", ".join(exercise.variants) or "none"
        hint = f"did you mean {near[0]}?" if near else f"its options are: {known}"
        raise ContentError([Problem(f'{name} has no option "{option}"', place_of(option), f"options.{name}", hint)])
    return exercise.option(option)


@dataclass(frozen=True, slots=True)
class _Layer:
    """One change to lay over a dose: from which week on, and whether its frequency stands above the phase's."""

    change: DoseFields
    week: int = 1
    own: bool = True


def _layers(
    entry: Entry, name: str, exercise: Exercise, phase: Phase, prescription: Prescription, active: tuple[int, ...]
) -> Iterator[_Layer]:
    """All changes to the exercise's own dose, from the weakest to the strongest."""
    if phase.frequency:
        yield _Layer(WeekDose(frequency=phase.frequency), own=False)
    said = entry.dose or DoseChange()
    # What the entry says of the first exercise's amount means nothing for the next level; its days stay.
    if 1 in active:
        yield _Layer(without_weeks(said))
        for weeks in (exercise.dose.weeks, said.weeks):
            yield from (_Layer(change, week) for week, change in sorted(weeks.items()))
    elif said.frequency:
        yield _Layer(WeekDose(frequency=said.frequency))
    yield from (_Layer(change, week) for week, change in sorted(entry.weeks.items()) if week in active)
    client = prescription.dose.get(name)
    if client:
        yield _Layer(without_weeks(client))
        yield from (_Layer(change, week) for week, change in sorted(client.weeks.items()))


def without_weeks(change: DoseChange) -> DoseChange:
    return change.model_copy(update={"weeks": {}})


def _doses(
    exercise: Exercise, phase: Phase, layers: list[_Layer], name: str
) -> tuple[tuple[Dose, ...], tuple[bool, ...]]:
    """The dose of every week, and whether its days are its own; a week without a change shares the value before it."""
    weeks: list[Dose] = []
    own: list[bool] = []
    for week in ALL_WEEKS:
        if weeks and not any(layer.week == week for layer in layers):
            weeks.append(weeks[-1])
            own.append(own[-1])
            continue
        dose = exercise.dose
        above = phase.frequency is None and phase.days is None
        for layer in layers:
            if layer.week <= week and layer.change.model_fields_set:
                dose = _laid_over(dose, layer.change, name)
                frequency = layer.change.frequency
                above = above or bool(layer.own and frequency and (frequency.per_week or frequency.days))
        weeks.append(_finished(dose, phase, name, above))
        own.append(above)
    return tuple(weeks), tuple(own)


def _laid_over(dose: Dose, change: DoseFields, name: str) -> Dose:
    plain = {field for field in change.model_fields_set if field in Dose.model_fields and field != "weeks"}
    if not plain:
        return dose
    try:
        return merge(dose, change)
    except ValueError as error:
        measures = (change.hold, change.duration, change.distance, change.reps)
        place = next((amount.place for amount in measures if amount and amount.place), place_of(name))
        message = f"the changed dose of {name} {error}"
        raise ContentError([Problem(message, place, f"dose.{name}", "take the old one away with null")]) from None


def _finished(dose: Dose, phase: Phase, name: str, own: bool) -> Dose:
    """The dose without its weeks, which are laid over by now, and with a frequency."""
    frequency = dose.frequency
    if own and frequency is None:
        if phase.kind not in ("habit", "sequence"):
            hint = f"give the phase {phase.id} or the exercise a frequency, such as {{per_week: 3}}"
            raise ContentError([Problem(f"nothing says how often to do {name}", place_of(name), phase.id, hint)])
        frequency = Frequency(per_week=7)
    return dose.model_copy(update={"weeks": {}, "frequency": frequency})


def _side(exercise: Exercise, entry: Entry, phase: Phase, prescription: Prescription) -> str:
    """One side only if the client trains one side; a timed sequence keeps its sides, or its clock would stop early."""
    side = entry.side or exercise.side
    one_side = prescription.side in ("left", "right") and phase.kind != "sequence"
    return str(prescription.side) if one_side and side in ("each", "alternate", "left", "right") else side


def timed(level: Level) -> Level:
    """The level of a timed sequence: its duration in place of the dose's own amount, without sets, rests or tempo."""
    duration = level.entry.duration
    if duration is None:
        return level
    change = WeekDose(duration=duration, sets=None, rest=None, hold=None, tempo=None)
    return replace(level, weeks=tuple(merge(dose, change) for dose in level.weeks))


def unused(prescription: Prescription, used: Mapping[str, Exercise]) -> list[Problem]:
    """Problems for options and doses of exercises that are not in the plan: a slip that would go unseen."""
    problems = []
    for field, names in (("options", prescription.options), ("dose", prescription.dose)):
        for name in names:
            if name not in used:
                near = get_close_matches(name, used, 1)
                hint = f"did you mean {near[0]}?" if near else f"its exercises are {', '.join(used)}"
                problems.append(Problem(f'"{name}" is not in this plan', place_of(name), f"{field}.{name}", hint))
    return problems
