"""A plan becomes the clinician's copy: what was prescribed, how it goes on, and which warnings were given."""

from __future__ import annotations

from collections.abc import Iterator

from generator import __version__, sentences
from generator.content.person import Person
from generator.language.joining import ended, run_on, unbroken
from generator.language.wording import fill
from generator.manuscript.clinician_copy import ClinicianCopy, CopiedExercise, CopiedMeasure, CopiedPhase
from generator.manuscript.describe_handout import Describer
from generator.manuscript.describe_person import person_fields
from generator.plan import PlannedExercise, PlannedPhase
from generator.problems import place_of
from generator.sentences.recorded import recorded_times, short_stretch


def copy_of(describer: Describer) -> ClinicianCopy:
    """All that the copy says and shows. The strip has lines to write on."""
    plan, wording = describer.plan, describer.wording
    words, clinic = wording.copy, plan.clinic
    return ClinicianCopy(
        title=words.title,
        routine=_routine(describer),
        clinic=unbroken(f"{clinic.name}, {clinic.phone}"),
        fields=person_fields(plan, Person(), wording, dated=False),
        facts=tuple(_facts(describer)),
        phases=tuple(_phase(describer, phase) for phase in plan.phases),
        rule_head=wording.closing.progress_head,
        rule=sentences.progress_rule(plan, wording),
        given_head=words.given_head,
        given=tuple(_given(describer)),
        measures=tuple(_measures(describer)),
        sign=(words.signature, words.date),
        footer=describer.footer(),
        note=describer.notes.front,
    )


def _routine(describer: Describer) -> str:
    """Which it is; of exercises that were put together for one client, that there is none."""
    plan, export = describer.plan, describer.wording.export
    routine = fill(export.routine, title=plan.routine.title, version=sentences.version_text(plan, describer.wording))
    return run_on(ended(routine), export.without_routine) if plan.prescription.is_own else routine


def _facts(describer: Describer) -> Iterator[tuple[str, str]]:
    """Each with its lead: "Weeks:", "4."."""
    plan, wording = describer.plan, describer.wording
    stretch = wording.join.items.join(short_stretch(plan, wording))
    lines = (
        fill(wording.export.weeks, n=len(plan.weeks)),
        *recorded_times(plan, wording),
        *([f"{wording.export.stretch_a_week}: {stretch}"] if stretch else []),
    )
    for line in lines:
        lead, _, text = line.partition(": ")
        yield f"{lead}:", ended(text)


def _phase(describer: Describer, phase: PlannedPhase) -> CopiedPhase:
    plan, wording = describer.plan, describer.wording
    when = sentences.when_beside(phase, plan, wording)
    text = run_on(when and ended(when), sentences.about_minutes(phase, wording))
    usual = sentences.phase_when(phase, plan, wording)
    return CopiedPhase(phase.phase.name, text, tuple(_exercise(describer, one, usual) for one in phase.exercises))


def _exercise(describer: Describer, planned: PlannedExercise, usual: str) -> CopiedExercise:
    """Its days are said where they are not the phase's `usual` ones."""
    plan, wording, exercise = describer.plan, describer.wording, planned.exercise
    steps = sentences.build_up(planned, wording)
    first = next(one for one in plan.exercises if one.id == planned.id)
    when = sentences.when_sentence(planned, plan, wording)
    if planned.at is not None:
        when = fill(wording.days.at, clock=sentences.clock_text(planned.at))
    return CopiedExercise(
        number=str(planned.number),
        name=exercise.name,
        trade_name=exercise.trade_name or "",
        when="" if when == usual else when,
        notation=sentences.clinician_line(planned, wording),
        sentence=run_on(
            sentences.dose_sentence(planned, wording),
            sentences.group_sentence(planned, wording),
            *sentences.dose_notes(planned, wording),
        ),
        steps=(steps.label, steps.text) if steps else None,
        panels=describer.panels(planned),
        place=place_of(exercise.name),
        note=describer.notes.exercises.get(planned.id) if first is planned else None,
    )


def _given(describer: Describer) -> Iterator[tuple[str, str]]:
    """The lists that the client has, by name and length, and of which version their words are."""
    plan, wording = describer.plan, describer.wording
    words, routine, clinic = wording.copy, plan.routine, plan.clinic
    emergency, urgent = sentences.sheet_emergency(routine, clinic, wording), sentences.urgent(routine, clinic, wording)
    for head, points in (
        (emergency.head, emergency.items),
        (urgent.head, urgent.items),
        (wording.pain.ask_lead, sentences.ask_first(plan, wording)),
    ):
        yield f"{head.rstrip(':')}:", sentences.counted(wording, words.points, len(points))
    lights = (fill(words.light, word=one.word, numbers=one.numbers) for one in sentences.pain_lights(clinic, wording))
    yield words.pain_rule, f"{wording.join.comma.join(lights)}."
    yield words.texts_of, fill(words.version, version=__version__)


def _measures(describer: Describer) -> Iterator[CopiedMeasure]:
    wording = describer.wording
    for measure in describer.plan.routine.measures:
        line = sentences.measure_line(measure, wording).removeprefix(measure.name).lstrip(", ")
        yield CopiedMeasure((measure.name, run_on(line, measure.how)), (wording.chart.start, wording.copy.at_review))
