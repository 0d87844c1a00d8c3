"""A plan becomes everything that a fridge page prints, in the words and pictures of the handout."""

from __future__ import annotations

from generator import sentences
from generator.content.person import Person
from generator.page.fridge import Fridge, FridgePhase
from generator.page.fridge_cell import FridgeCell
from generator.page.handout_words import Describer, ended
from generator.page.pain import Light
from generator.page.person_words import fridge_fields, person_fields
from generator.plan import PlannedPhase
from generator.problems import place_of


def fridge_of(describer: Describer) -> Fridge:
    """All that the page says and shows. The strip has lines to write on."""
    plan, wording = describer.plan, describer.wording
    lights = sentences.pain_lights(plan.clinic, wording)
    facts = [value for _, value in sentences.facts(plan, wording)[:2]]
    return Fridge(
        title=plan.routine.title,
        line=" ".join(f"{fact}." for fact in reversed(facts)) + " " + " ".join(plan.routine.message),
        video=describer.video(plan.video, wording.front.follow_along, describer.style.theme.code),
        phases=tuple(_phase(describer, phase) for phase in plan.phases),
        pain_word=wording.chart.pain_during.lead,
        lights=tuple(Light(one.kind, one.numbers, one.word, one.short) for one in lights),
        call=sentences.call_us(plan.clinic, wording),
        fields=fridge_fields(person_fields(plan, Person(), wording, dated=False)),
        footer=describer.footer(),
        colophon=describer.colophon(),
    )


def _phase(describer: Describer, phase: PlannedPhase) -> FridgePhase:
    cells = tuple(
        FridgeCell(
            str(one.number),
            one.exercise.name,
            ended(sentences.short_dose(one, describer.wording)),
            describer.panels(one),
            place_of(one.exercise.name),
        )
        for one in phase.exercises
    )
    return FridgePhase(phase.phase.id, describer.tab(phase), cells)
