"""A plan becomes everything that the front of the sheet prints, in the words and pictures of the detail cards."""

from __future__ import annotations

from dataclasses import replace

from generator import sentences
from generator.content.person import Person
from generator.language.joining import ended, run_on, unbroken
from generator.language.wording import Wording, fill
from generator.manuscript.describe_handout import Describer
from generator.manuscript.describe_person import person_fields
from generator.manuscript.invitation import Invitation
from generator.manuscript.personal import StripField
from generator.manuscript.picture import Panel
from generator.manuscript.safety import PainLight, SignList
from generator.manuscript.sheet_front import (
    FrontCell,
    FrontDose,
    FrontFoot,
    FrontHead,
    FrontPhase,
    SheetFront,
    StartTime,
    StripBeat,
)
from generator.plan import PlannedExercise, PlannedPhase
from generator.plan.first_uses import FirstUse, first_uses, sheet_numbers
from generator.problems import place_of


def front_of(describer: Describer) -> SheetFront:
    """All that it says and shows. The strip has lines to write on."""
    wording = describer.wording
    return SheetFront(
        _head(describer),
        tuple(_phase(describer, phase) for phase in describer.plan.phases),
        _foot(describer),
        (wording.closing.remember, tuple(map(str, describer.plan.routine.remember))),
        wording.footer.page,
    )


def front_fields(fields: tuple[StripField, ...], wording: Wording) -> tuple[StripField, ...]:
    """Those of a strip for which the front has room: for whom, and from when."""
    words = wording.sheet
    return replace(fields[0], label=words.prepared_for), replace(fields[2], label=words.start)


def _head(describer: Describer) -> FrontHead:
    plan, wording = describer.plan, describer.wording
    clinic = plan.clinic
    logo = Panel(describer.logo, "", fill(wording.alt.logo, name=clinic.name)) if describer.logo else None
    return FrontHead(
        clinic=clinic.name,
        hours=clinic.hours or "",
        phone=unbroken(clinic.phone),
        logo=logo,
        title=plan.routine.title,
        message=sentences.messages(plan, wording),
        codes=_codes(describer),
        fields=front_fields(person_fields(plan, Person(), wording, dated=False), wording),
        note_lead=sentences.note_lead(clinic, wording),
        note=describer.notes.front,
    )


def _codes(describer: Describer) -> tuple[Invitation, ...]:
    """One for the routine's video and one for each phase that has its own."""
    plan, wording = describer.plan, describer.wording
    own = [
        (phase.video, phase.phase.name, sentences.short_minutes(phase.video, phase.minutes, wording))
        for phase in plan.phases
        if phase.video and phase.video != plan.video
    ]
    name = wording.sheet.whole if own else wording.front.follow_along
    whole = (plan.video, name, sentences.short_minutes(plan.video, plan.day_minutes[-1], wording))
    found = ((describer.video(video, name), length) for video, name, length in (whole, *own))
    return tuple(replace(video, length=length) for video, length in found if video)


def _phase(describer: Describer, phase: PlannedPhase) -> FrontPhase:
    wording = describer.wording
    grouped = any(one.group for one in phase.exercises)
    rests = set() if grouped else {sentences.rest_phrase(one.dose, wording) for one in phase.exercises} - {""}
    rest = ended(rests.pop()) if len(rests) == 1 else ""
    intro = ended(phase.phase.intro) if phase.phase.intro else ""
    return FrontPhase(
        key=phase.phase.id,
        name=phase.phase.name,
        about=_about(describer, phase),
        more=tuple(text for text in (intro, _letters(describer, phase), rest) if text),
        continued=sentences.continued(phase.phase.name, wording),
        rest=rest,
        cells=tuple(_cell(describer, phase, use) for use in first_uses(describer.plan, phase)),
        beats=_beats(describer, phase),
    )


def _about(describer: Describer, phase: PlannedPhase) -> str:
    """ "Every day: mat"; what the name says already is not said again."""
    wording = describer.wording
    when = sentences.when_beside(phase, describer.plan, wording)
    needs = sentences.phase_needs(phase, wording)
    return fill(wording.sheet.tab, when=when, needs=needs) if when and needs else sentences.sentence_case(when or needs)


def _letters(describer: Describer, phase: PlannedPhase) -> str:
    """What R and L on the clock strip stand for."""
    wording = describer.wording
    if phase.phase.kind != "sequence":
        return ""
    said = []
    for side, letter in (("right", wording.sheet.right_letter), ("left", wording.sheet.left_letter)):
        sides = {sentences.one_side(one, wording) for one in phase.exercises if one.side == side}
        plain = {"right": wording.sides.right, "left": wording.sides.left}[side].lower()
        if sides:
            meant = sides.pop() if len(sides) == 1 else plain
            said.append(unbroken(fill(wording.sheet.letter, letter=letter, side=meant)))
    return " ".join(said)


def _beats(describer: Describer, phase: PlannedPhase) -> tuple[StripBeat, ...]:
    numbers = sheet_numbers(describer.plan)
    words = describer.wording.sheet
    letters = {"right": words.right_letter, "left": words.left_letter}
    return tuple(
        StripBeat(
            one.at, one.seconds, str(numbers[one.number]), letters.get(one.side, ""), sentences.clock_text(one.at)
        )
        for one in phase.exercises
        if one.at is not None and one.seconds is not None
    )


def _cell(describer: Describer, phase: PlannedPhase, use: FirstUse) -> FrontCell:
    planned, wording = use.planned, describer.wording
    exercise = planned.exercise
    clocked = planned.at is not None
    dose = sentences.sheet_dose(planned, wording, sided=not clocked)
    notes = (
        ("feel", wording.card.feel, exercise.feel and ended(exercise.feel)),
        ("avoid", wording.card.avoid, exercise.avoid and ended(exercise.avoid)),
    )
    return FrontCell(
        number=str(use.number),
        name=exercise.name,
        dose=FrontDose(*dose),
        when=_when(describer, phase, planned),
        starts=tuple(_start(one, wording) for one in use.times) if clocked else (),
        notes=tuple((kind, label, text) for kind, label, text in notes if text),
        panels=describer.panels(planned),
        place=place_of(exercise.name),
        note=describer.notes.exercises.get(planned.id),
    )


def _when(describer: Describer, phase: PlannedPhase, planned: PlannedExercise) -> str:
    """Its weight; with which others it is done in turn; days and weeks of one exercise that are not its phase's."""
    own = sentences.when_sentence(planned, describer.plan, describer.wording)
    usual = own == sentences.phase_when(phase, describer.plan, describer.wording)
    rest = ""
    if planned.group is None and any(one.group for one in phase.exercises):
        rest = sentences.rest_phrase(planned.dose, describer.wording)  # the phase cannot say it for all
    weight = sentences.weight_sentence(planned, describer.wording)
    together = sentences.group_sentence(planned, describer.wording)
    return run_on(weight, together, rest and ended(rest), "" if usual else ended(own))


def _start(planned: PlannedExercise, wording: Wording) -> StartTime:
    assert planned.at is not None
    how = {"left": wording.sides.left, "right": wording.sides.right}.get(planned.side, "").lower()
    if planned.measure:
        how = wording.sheet.measure
    elif planned.side == "alternate":
        how = wording.sheet.in_turn
    return StartTime(sentences.clock_text(planned.at), how)


def _foot(describer: Describer) -> FrontFoot:
    plan, wording = describer.plan, describer.wording
    pain, stop_if = wording.pain, sentences.stop_if(plan.routine, wording)
    asked = sentences.ask_first(plan, wording)
    return FrontFoot(
        question=pain.question,
        scale=pain.scale,
        lights=tuple(
            PainLight(one.kind, one.numbers, one.word, one.text) for one in sentences.pain_lights(plan.clinic, wording)
        ),
        rules=(
            *sentences.pain_rules(wording),
            (pain.nerve_lead, pain.nerve),
            *([(pain.stop_if_lead, stop_if)] if stop_if else []),
        ),
        ask_first=SignList(pain.ask_lead, "", asked, ended(wording.join.items.join(asked))),
        emergency=_signs(sentences.sheet_emergency(plan.routine, plan.clinic, wording), wording),
        urgent=_signs(sentences.urgent(plan.routine, plan.clinic, wording), wording),
        elsewhere=sentences.signs_on_sheet(plan.clinic, wording, "{n}"),
    )


def _signs(advice: sentences.WarningSigns, wording: Wording) -> SignList:
    points = tuple(map(sentences.sentence_case, advice.items))
    return SignList(advice.head, advice.lead, points, sentences.run_in(advice, wording))
