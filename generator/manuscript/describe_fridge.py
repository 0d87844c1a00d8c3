"""A plan becomes everything that a fridge page prints, in the words and pictures of the handout."""

from __future__ import annotations

from dataclasses import replace

from generator import sentences
from generator.content.person import Person
from generator.language.joining import ended, run_on
from generator.language.wording import Wording
from generator.manuscript.describe_handout import Describer
from generator.manuscript.describe_person import fridge_fields, person_fields
from generator.manuscript.fridge import Fridge, FridgeCell, FridgeFoot, FridgeOpening, FridgePhase
from generator.manuscript.running import PhaseTab
from generator.manuscript.safety import PainLight, SignList
from generator.plan import PlannedPhase
from generator.problems import place_of


def fridge_of(describer: Describer) -> Fridge:
    """All that the page says and shows. The strip has lines to write on."""
    plan, wording = describer.plan, describer.wording
    time, often = (value for _, value in sentences.facts(plan, wording)[:2])
    return Fridge(
        opening=FridgeOpening(
            title=plan.routine.title,
            line=run_on(ended(often), ended(time), *plan.routine.message),
            video=describer.session_video(),
            fields=fridge_fields(person_fields(plan, Person(), wording, dated=False)),
            note=describer.notes.front,
        ),
        phases=tuple(_phase(describer, phase) for phase in plan.phases),
        foot=_foot(describer),
        footer=describer.footer(),
    )


def _foot(describer: Describer) -> FridgeFoot:
    plan, wording = describer.plan, describer.wording
    pain = wording.pain
    asked = sentences.ask_first(plan, wording)
    stop_if = sentences.stop_if(plan.routine, wording)
    return FridgeFoot(
        wording.chart.pain_during.lead,
        tuple(
            PainLight(one.kind, one.numbers, one.word, one.short) for one in sentences.pain_lights(plan.clinic, wording)
        ),
        sentences.pain_rules(wording),
        ((pain.nerve_lead, pain.nerve), *([(pain.stop_if_lead, stop_if)] if stop_if else [])),
        SignList(pain.ask_lead, "", asked, ended(wording.join.items.join(asked))),
        sentences.call_us(plan.clinic, wording),
        (
            _signs(sentences.emergency(plan.routine, plan.clinic, wording), wording),
            _signs(sentences.urgent(plan.routine, plan.clinic, wording), wording),
        ),
        sentences.signs_on(plan.clinic, wording, "{n}"),
    )


def _signs(advice: sentences.WarningSigns, wording: Wording) -> SignList:
    return SignList(advice.head, advice.lead, advice.items, sentences.run_in(advice, wording))


def _phase(describer: Describer, phase: PlannedPhase) -> FridgePhase:
    cells = tuple(
        FridgeCell(
            str(one.number),
            one.exercise.name,
            ended(sentences.short_dose(one, describer.wording)),
            describer.panels(one),
            place_of(one.exercise.name),
            describer.notes.exercises.get(one.id),
        )
        for one in phase.exercises
    )
    return FridgePhase(phase.phase.id, _tab(describer, phase), cells)


def _tab(describer: Describer, phase: PlannedPhase) -> PhaseTab:
    """The tab of the cards, and when to do the phase, if the line under the title does not say so."""
    plan, wording = describer.plan, describer.wording
    tab = describer.tab(phase)
    if sentences.phase_when(phase, plan, wording) == sentences.how_often(plan, wording):
        return tab
    when = sentences.when_beside(phase, plan, wording)
    return replace(tab, text=run_on(when and ended(when), tab.text))
