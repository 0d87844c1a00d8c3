"""An entry of a routine becomes the exercises that stand for it in a plan, each with its dose for every week.

What is laid over what: exercise < variant < phase < entry of the routine < client. A week's change stays until a later
week changes it again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from generator.content.address.video import Video
from generator.content.dose.dose import Dose, DoseChange, DoseFields, WeekDose
from generator.content.dose.for_client import ForClient
from generator.content.dose.frequency import Frequency
from generator.content.dose.overlay import merge
from generator.content.editing.edits import OneSide
from generator.content.editing.entry_key import names_use, said_of
from generator.content.exercise import Exercise
from generator.content.plan_length import long_enough
from generator.content.prescription import Prescription
from generator.content.routine import Entry, Phase
from generator.plan.group_dose import layer_of_group, said_twice
from generator.plan.ladder import Ladder, ladder_of
from generator.plan.layers import Layer, Origin, Said, Settled, laid_over, layer_of, settled
from generator.problems import ContentError, Place, Problem, place_of

_EVERY_DAY = Frequency(per_week=7)
_NOTHING_YET = Dose.model_construct(_fields_set=set())


@dataclass(frozen=True, slots=True)
class ResolvedLevel:
    """One exercise for some of the weeks; `use` counts how often the sheet has it by then.

    `own` says for each week whether its days are asked for above the phase, `settled` what made its doses. One that the
    calendar replaces has no `ladder`.
    """

    id: str
    option: str | None
    exercise: Exercise
    entry: Entry
    side: str
    active: tuple[int, ...]
    weeks: tuple[Dose, ...]
    own: tuple[bool, ...]
    settled: Settled
    ladder: Ladder | None
    use: int = 1
    video: Video | None = None


def levels(
    entry: Entry,
    phase: Phase,
    find: Callable[[str], Exercise],
    prescription: Prescription,
    seen: Mapping[str, int],
    off: Collection[int] = (),
) -> tuple[ResolvedLevel, ...]:
    """The exercises of one entry, one after the other: most often one, two where a later week names another.

    `seen` says how often each exercise has come by then, `off` in which weeks nothing is done.
    """
    found: list[ResolvedLevel] = []
    for name, option, active in _stretches(entry, prescription, seen):
        plain = find(name)
        exercise = _with_option(plain, name, option)
        count = seen[name]
        _refuse_two_rounds(entry, name, count, prescription)
        layers = tuple(_layers(entry, Use(name, plain, option, active, count), phase, prescription))
        counts = settled(*layers)
        weeks, own = _doses(counts.said, phase, name, prescription.week_numbers)
        side = _side(exercise, entry, phase, prescription, said_of(prescription.sides, name, count))
        client = ForClient(name, side, place_of(entry.exercise), said_of(prescription.maxima, name, count))
        weeks = client.each(weeks)
        ladder = ladder_of(weeks, counts.steps, client.dose) if active == prescription.week_numbers else None
        exercise = exercise.on(side).beside(_set_nearer(layers))
        video = _video(plain, entry, prescription, name, count)
        done = tuple(week for week in _in_its_weeks(active, weeks, name, phase) if week not in off)
        found.append(ResolvedLevel(name, option, exercise, entry, side, done, weeks, own, counts, ladder, count, video))
    return tuple(found)


def _video(exercise: Exercise, entry: Entry, prescription: Prescription, name: str, count: int) -> Video | None:
    """The client's, else the routine's, else the exercise's; the client may have none."""
    if any(names_use(key, name, count) for key in prescription.videos):
        return said_of(prescription.videos, name, count)
    return entry.video or exercise.video


def _stretches(
    entry: Entry, prescription: Prescription, seen: Mapping[str, int]
) -> Iterator[tuple[str, str | None, tuple[int, ...]]]:
    """Exercise, option and the weeks in which they stand, in order; one that returns stands once, with all its weeks.

    The option is the client's choice, else the routine's, else none.
    """
    name: str = entry.exercise
    option: str | None = entry.option
    by_week = []
    for week in prescription.week_numbers:
        change = entry.weeks.get(week)
        if change and change.exercise and change.exercise != name:
            name, option = change.exercise, change.option
        elif change and change.option:
            option = change.option
        by_week.append((name, said_of(prescription.options, name, seen[name]) or option))
    for what in dict.fromkeys(by_week):
        yield *what, tuple(week for week in prescription.week_numbers if by_week[week - 1] == what)


def _with_option(exercise: Exercise, name: str, option: str | None) -> Exercise:
    if option is None:
        return exercise
    if option not in exercise.variants:
        near = get_close_matches(option, exercise.variants, 1)
        known = ", ".join(exercise.variants) or "none"
        hint = f"did you mean {near[0]}?" if near else f"its options are: {known}"
        raise ContentError([Problem(f'{name} has no option "{option}"', place_of(option), f"options.{name}", hint)])
    return exercise.option(option)


def _refuse_two_rounds(entry: Entry, name: str, count: int, prescription: Prescription) -> None:
    """Raises `ContentError` where a dose says what the rounds of its group say."""
    if entry.group is None:
        return
    anchor = place_of(entry.exercise)
    said: list[tuple[DoseFields | None, str, Place | None]] = []
    if entry.group not in prescription.groups:  # a client's group stands above the routine
        said += [(entry.dose, f"dose.{name}", anchor)]
        said += [(week, f"weeks.{number}", anchor) for number, week in entry.weeks.items()]
    for key in (name, f"{name}#{count}"):
        client = prescription.dose.get(key)
        said += [(client, f"dose.{key}", None)]
        said += [
            (week, f"dose.{key}.weeks.{number}", None) for number, week in (client.weeks if client else {}).items()
        ]
    problems = [fault for one in said for fault in said_twice(entry.group, *one[:2], name, one[2])]
    if problems:
        raise ContentError(problems)


@dataclass(frozen=True, slots=True)
class Use:
    """An exercise without its option, the option, the weeks in which it is done so, and which use of it this is."""

    name: str
    exercise: Exercise
    option: str | None
    active: tuple[int, ...]
    count: int


def _layers(entry: Entry, use: Use, phase: Phase, prescription: Prescription) -> Iterator[Layer]:
    """All that is said of a dose, from the weakest to the strongest."""
    first = 1 in use.active
    exercise = Origin("exercise", use.name, place_of(use.exercise.name), ("dose",))
    yield layer_of(use.exercise.dose, exercise, own=False, goes_on=first)
    variant = use.exercise.variants[use.option].dose if use.option else None
    if variant:
        origin = replace(exercise, kind="variant", path=("variants", str(use.option), "dose"))
        yield layer_of(variant, origin, own=False, goes_on=first)
    if phase.frequency:
        yield Layer(Said(WeekDose(frequency=phase.frequency), Origin("phase", phase.id, place_of(phase.id)), own=False))
    routine = Origin("routine", use.name, place_of(entry.exercise))
    weeks = [
        Said(change, replace(routine, path=("weeks", week)), week)
        for week, change in entry.weeks.items()
        if week in use.active
    ]
    # What the entry says of the first exercise's amount means nothing for the next level; its days stay.
    said = entry.dose or DoseChange()
    if not first:
        said = DoseChange(frequency=said.frequency) if said.frequency else DoseChange()
    if said.model_fields_set or weeks:
        yield layer_of(said, replace(routine, path=("dose",)), weeks)
    if entry.group:
        yield layer_of_group(entry.group, use.name)
    for key in (use.name, f"{use.name}#{use.count}"):
        if client := prescription.dose.get(key):
            yield layer_of(client, Origin("client", key, path=("dose", key)))


def _set_nearer(layers: Sequence[Layer]) -> set[str]:
    """The fields that routine, group or client set from the start: what the exercise says of them may not hold."""
    starts = (layer.start for layer in layers if layer.start.origin.kind in ("routine", "group", "client"))
    return set[str]().union(*(said.change.model_fields_set for said in starts))


def _doses(
    said: Sequence[Said], phase: Phase, name: str, numbers: Sequence[int]
) -> tuple[tuple[Dose, ...], tuple[bool, ...]]:
    """The dose of every week, and whether its days are its own; a week without a change shares the value before it."""
    weeks: list[Dose] = []
    own: list[bool] = []
    dose = _NOTHING_YET
    above = not phase.has_days
    for week in numbers:
        if weeks and not any(one.week == week for one in said):
            weeks.append(weeks[-1])
            own.append(own[-1])
            continue
        for one in said:
            if one.week == week:
                dose = laid_over(dose, one)
                frequency = one.change.frequency
                above = above or bool(one.own and frequency and frequency.names_days)
        weeks.append(_finished(dose, phase, name, above))
        own.append(above)
    return tuple(weeks), tuple(own)


def _in_its_weeks(active: Sequence[int], weeks: Sequence[Dose], name: str, phase: Phase) -> tuple[int, ...]:
    """Of these weeks those that its frequency is for. Raises `ContentError` where the plan has none of them."""
    done = tuple(week for week in active if not (own := weeks[week - 1].frequency) or own.in_week(week))
    if active and not done:
        said = weeks[active[0] - 1].frequency
        wanted = said.weeks if said and said.weeks else ()
        hint = f"leave it out: --drop {name}, or its phase: --phase {phase.id}=off"
        if late := [week for week in wanted if week > len(weeks)]:
            hint = f"give the plan {long_enough(max(late))} weeks: --weeks {long_enough(max(late))}; or {hint}"
        message = f"{name} is done in none of the plan's {len(weeks)} weeks, only in {', '.join(map(str, wanted))}"
        raise ContentError(
            [Problem(message, place_of(name) or place_of(phase.id), f"{phase.id}.frequency.weeks", hint)]
        )
    return done


def _finished(dose: Dose, phase: Phase, name: str, own: bool) -> Dose:
    """The dose with a frequency."""
    frequency = dose.frequency
    if own and frequency is None:
        if phase.kind not in ("habit", "sequence"):
            hint = f"give the phase {phase.id} or the exercise a frequency, such as {{per_week: 3}}"
            raise ContentError([Problem(f"nothing says how often to do {name}", place_of(name), phase.id, hint)])
        frequency = _EVERY_DAY
    return dose if frequency is dose.frequency else dose.model_copy(update={"frequency": frequency})


def _side(exercise: Exercise, entry: Entry, phase: Phase, prescription: Prescription, own: OneSide | None) -> str:
    """One side only if the client trains one side; a timed sequence keeps its sides, or its clock would stop early.

    What is said of this exercise alone (`own`) stands above that.
    """
    side = entry.side or exercise.side
    if own and side != "both":
        return own
    one_side = prescription.side in ("left", "right") and phase.kind != "sequence"
    return str(prescription.side) if one_side and side in ("each", "alternate", "left", "right") else side


def timed(level: ResolvedLevel) -> ResolvedLevel:
    """The level of a timed sequence: its duration in place of the dose's own amount, without sets, rests or tempo.

    It goes by the clock, so it has no steps.
    """
    duration = level.entry.duration
    if duration is None:
        return level
    change = WeekDose(duration=duration, sets=None, rest=None, hold=None, tempo=None)
    said = Said(change, Origin("routine", level.id, place_of(level.entry.exercise)))
    weeks = tuple(merge(dose, change) for dose in level.weeks)
    settled = Settled((*(one for one in level.settled.said if one.week == 1), said))
    return replace(level, weeks=weeks, settled=settled, ladder=None)
