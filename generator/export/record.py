"""A plan becomes the plain-text copy for the clinic's own notes: what was given, in sentences and in notation.

It holds no client's name: where it is pasted, the name already stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.content.checking.wishes import note_problems
from generator.export.compare import differences
from generator.language.joining import breakable
from generator.language.wording import Wording, fill
from generator.plan import Plan
from generator.problems import ContentError
from generator.sentences import build_up, clinician_line, dose_sentence, group_sentence, version_text, when_sentence
from generator.sentences.recorded import recorded_dates, recorded_name, recorded_stretch, recorded_times


def record_text(
    plan: Plan,
    wording: Wording,
    by: str = "",
    note: str = "",
    note_for: Mapping[str, str] = MappingProxyType({}),
    routine: Plan | None = None,
) -> str:
    """The record; `by` is who prepared it, `note` and (by exercise id) `note_for` what the client was told.

    With the plan of the `routine` as it is, it also says what is otherwise for this client.

    Raises `ContentError` for a note for an exercise that is not in the plan.
    """
    unknown = note_problems(note_for, [one.id for one in plan.exercises])
    if unknown:
        raise ContentError(unknown)
    lines = [*_head(plan, wording, by), "", *_exercises(plan, wording, note_for), "", *_times(plan, wording)]
    if routine and (changes := differences(routine, plan, wording)):
        lines += [wording.export.from_the_routine, *(f"   {line}" for line in changes)]
    if note:
        lines.append(fill(wording.export.note, note=note))
    lines.append(wording.export.warnings)
    return breakable("\n".join(lines)) + "\n"


def _head(plan: Plan, wording: Wording, by: str) -> Iterator[str]:
    export = wording.export
    yield export.record_head
    yield fill(export.routine, title=plan.routine.title, version=version_text(plan, wording))
    if plan.prescription.is_own:
        yield str(export.without_routine)
    yield fill(export.clinic, name=plan.clinic.name)
    if by:
        yield fill(export.written_by, by=by)
    yield from recorded_dates(plan, wording)


def _exercises(plan: Plan, wording: Wording, note_for: Mapping[str, str]) -> Iterator[str]:
    for phase in plan.phases:
        yield str(phase.phase.name)
        for exercise in phase.exercises:
            yield fill(
                wording.export.record_dose,
                number=exercise.number,
                name=recorded_name(exercise.exercise),
                dose=dose_sentence(exercise, wording),
                when=when_sentence(exercise, plan, wording),
            )
            if together := group_sentence(exercise, wording):
                yield f"   {together}"
            steps = build_up(exercise, wording)
            notation = fill(wording.export.raw, notation=clinician_line(exercise, wording))
            yield f"   {steps.label} {steps.text} {notation}" if steps else f"   {notation}"
            if exercise.id in note_for:
                yield "   " + fill(wording.export.note, note=note_for[exercise.id])


def _times(plan: Plan, wording: Wording) -> Iterator[str]:
    yield from recorded_times(plan, wording)
    if plan.stretch:
        yield f"{wording.export.stretch_a_week}:"
        yield from (f"   {line}" for line in recorded_stretch(plan, wording))
