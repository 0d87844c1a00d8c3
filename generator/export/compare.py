"""Two plans become words that say what is different, one line for each difference, most important things first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.content.address.video import ResolvedVideo
from generator.language.casing import mid_sentence
from generator.language.joining import breakable
from generator.language.wording import Wording, fill
from generator.plan import Plan, PlannedExercise
from generator.sentences import (
    build_up,
    date_line,
    dose_notes,
    dose_sentence,
    group_sentence,
    listed,
    time_fact,
    when_sentence,
)
from generator.sentences.when import weeks_off

Key = tuple[str, str, str, int]


def diff_text(old: Plan, new: Plan, wording: Wording) -> str:
    """What changed from the old plan to the new one, or that nothing did."""
    text = "\n".join(differences(old, new, wording) or [wording.export.nothing_changed])
    return breakable(text) + "\n"


def differences(old: Plan, new: Plan, wording: Wording) -> list[str]:
    """A line for each difference; none if there is none."""
    return [
        *_whole(old, new, wording),
        *_exercises(old, new, wording),
        *_order(old, new, wording),
        *_equipment(old, new, wording),
    ]


def _whole(old: Plan, new: Plan, wording: Wording) -> Iterator[str]:
    export = wording.export
    pairs = (
        (export.part_routine, old.routine.title, new.routine.title),
        (export.part_version, _version(old), _version(new)),
        (export.part_clinic, old.clinic.name, new.clinic.name),
        (export.part_language, old.language, new.language),
        (export.part_start, date_line(old.start, wording), date_line(new.start, wording)),
        (export.part_weeks, str(len(old.weeks)), str(len(new.weeks))),
        (export.part_weeks_off, weeks_off(old, wording), weeks_off(new, wording)),
        (export.part_review, date_line(old.review, wording), date_line(new.review, wording)),
        (export.part_minutes, time_fact(old, wording), time_fact(new, wording)),
        (export.part_video, _address(old.video), _address(new.video)),
    )
    for what, before, after in pairs:
        yield from _difference(what, before, after, wording)


def _version(plan: Plan) -> str:
    return str(plan.prescription.version or plan.routine.version)


def _difference(what: str, before: str, after: str, wording: Wording) -> Iterator[str]:
    if before != after:
        none = wording.export.none
        yield fill(wording.export.changed, what=what, old=before or none, new=after or none)


def _keyed(plan: Plan) -> dict[Key, PlannedExercise]:
    """Exercises by phase and id; one that comes again is told apart by its side and by counting."""
    seen: Counter[tuple[str, str, str]] = Counter()
    found = {}
    for phase in plan.phases:
        for exercise in phase.exercises:
            side = exercise.side if exercise.at is not None else ""
            name = (str(phase.phase.id), exercise.id, side)
            found[(*name, seen[name])] = exercise
            seen[name] += 1
    return found


def _exercises(old: Plan, new: Plan, wording: Wording) -> Iterator[str]:
    before, after = _keyed(old), _keyed(new)
    yield from (fill(wording.export.removed, what=before[key].exercise.name) for key in before if key not in after)
    yield from (
        fill(wording.export.added, what=f"{after[key].exercise.name}. {dose_sentence(after[key], wording)}")
        for key in after
        if key not in before
    )
    for key in before:
        if key in after:
            yield from _one(old, before[key], new, after[key], wording)


def _order(old: Plan, new: Plan, wording: Wording) -> Iterator[str]:
    """Phases in which what stays is done in another order."""
    before, after = _keyed(old), _keyed(new)
    for phase in new.phases:
        name = str(phase.phase.id)
        stays = [key for key in after if key[0] == name and key in before]
        was = [key for key in before if key in stays]
        if was != stays:
            what = f"{phase.phase.name}, {mid_sentence(wording.export.part_order)}"
            one, other = (", ".join(str(after[key].exercise.name) for key in keys) for keys in (was, stays))
            yield from _difference(what, one, other, wording)


def _one(old: Plan, before: PlannedExercise, new: Plan, after: PlannedExercise, wording: Wording) -> Iterator[str]:
    """What differs in one exercise; the dose sentence already says most of it."""
    export = wording.export
    pairs = (
        (export.part_name, before.exercise.name, after.exercise.name),
        (export.part_dose, _dose(before, wording), _dose(after, wording)),
        (export.part_group, group_sentence(before, wording), group_sentence(after, wording)),
        (export.part_days, when_sentence(before, old, wording), when_sentence(after, new, wording)),
        (export.part_video, _address(before.video), _address(after.video)),
    )
    for part, one, other in pairs:
        yield from _difference(_what(after, part), one, other, wording)
    one, other = _steps(before, wording), _steps(after, wording)
    if one != other:
        none = f"{export.none}."
        yield fill(export.steps_changed, what=_what(after, export.part_steps), old=one or none, new=other or none)


def _what(exercise: PlannedExercise, part: str) -> str:
    return f"{exercise.exercise.name}, {mid_sentence(part)}"


def _dose(exercise: PlannedExercise, wording: Wording) -> str:
    return " ".join((dose_sentence(exercise, wording), *dose_notes(exercise, wording)))


def _address(video: ResolvedVideo | None) -> str:
    return video.address if video else ""


def _steps(exercise: PlannedExercise, wording: Wording) -> str:
    steps = build_up(exercise, wording)
    return steps.text if steps else ""


def _equipment(old: Plan, new: Plan, wording: Wording) -> Iterator[str]:
    before, after = _things(old), _things(new)
    gone = [thing for thing in before if thing not in after]
    come = [thing for thing in after if thing not in before]
    if gone:
        yield fill(wording.export.not_needed, things=listed(wording, gone))
    if come:
        yield fill(wording.export.also_needed, things=listed(wording, come))


def _things(plan: Plan) -> list[str]:
    """Everything that may be needed, whichever option is picked."""
    either = (thing for choice in plan.choices for things in choice for thing in things)
    return [str(thing) for thing in dict.fromkeys([*plan.equipment, *either])]
