"""A plan becomes its pocket cards: one for each exercise, and cards with all that keeps a client safe."""

from __future__ import annotations

from collections.abc import Iterator

from generator import sentences
from generator.language.casing import behind_a_name, mid_sentence
from generator.language.joining import ended, run_on, unbroken
from generator.language.locale_facts import NO_BREAK
from generator.language.wording import fill
from generator.manuscript.describe_handout import Describer
from generator.manuscript.describe_steps import together
from generator.manuscript.pocket import Pocket, PocketCard, PocketPanel
from generator.manuscript.safety import PainLight
from generator.plan import PlannedExercise
from generator.problems import place_of


def pocket_of(describer: Describer) -> Pocket:
    """All cards; what a timed sequence does again has one card."""
    plan, wording = describer.plan, describer.wording
    return Pocket(
        title=plan.routine.title,
        how_to=wording.pocket.how_to,
        version=sentences.short_footer(plan, wording),
        cards=tuple(_card(describer, same) for phase in plan.phases for same in together(phase)),
        safety=tuple(_safety(describer)),
        spare=tuple(_spare(describer)),
    )


def _card(describer: Describer, same: list[PlannedExercise]) -> PocketCard:
    wording, planned = describer.wording, same[0]
    exercise, words = planned.exercise, describer.wording.card
    together = sentences.group_sentence(planned, wording)
    stop = "." if together else ""
    notes = [
        (words.avoid, exercise.avoid and ended(exercise.avoid)),
        (words.stop_if, exercise.stop_if and ended(sentences.either(wording, exercise.stop_if))),
    ]
    return PocketCard(
        number=str(planned.number),
        name=exercise.name,
        dose=run_on(
            wording.join.comma.join((sentences.short_dose(planned, wording), _when(describer, same))) + stop, together
        ),
        notes=tuple((unbroken(lead), text) for lead, text in notes if text),
        panels=describer.panels(planned),
        place=place_of(exercise.name),
    )


def _when(describer: Describer, same: list[PlannedExercise]) -> str:
    """The days, or in a timed sequence all its times on the clock."""
    plan, wording = describer.plan, describer.wording
    clock = [sentences.clock_text(one.at) for one in same if one.at is not None]
    if clock:
        return mid_sentence(fill(wording.days.at, clock=sentences.listed(wording, clock)))
    when = behind_a_name(sentences.when_sentence(same[0], plan, wording))
    # The last word never stands alone.
    return NO_BREAK.join(when.rsplit(" ", 1))


def _safety(describer: Describer) -> Iterator[PocketPanel]:
    """Whom to call for which signs, how much pain is all right, and when to stop: every word of the handout."""
    plan, wording = describer.plan, describer.wording
    pain, clinic = wording.pain, plan.clinic
    # A card that was cut out must say who "us" is.
    call = sentences.call_us(clinic, wording), wording.join.comma.join(filter(None, (clinic.name, clinic.hours)))
    emergency = sentences.emergency(plan.routine, clinic, wording)
    urgent = sentences.urgent(plan.routine, clinic, wording)
    yield PocketPanel(emergency.head, emergency.lead, points=emergency.items)
    yield PocketPanel(urgent.head, urgent.lead, points=urgent.items, texts=(call,))
    lights = sentences.pain_lights(clinic, wording)
    yield PocketPanel(
        pain.question,
        pain.scale,
        lights=tuple(PainLight(one.kind, one.numbers, one.word, one.text) for one in lights),
        texts=sentences.pain_rules(wording),
    )
    stop_if = sentences.stop_if(plan.routine, wording)
    texts = (
        (pain.stop_lead, sentences.stop_signs(wording)),
        (ended(emergency.head), ""),
        *([(pain.stop_if_lead, stop_if)] if stop_if else []),
        (pain.nerve_lead, pain.nerve),
        call,
    )
    yield PocketPanel(
        wording.pocket.stop, texts=tuple(text for text in texts if text[0] != pain.stop_if_lead or text[1])
    )


def _spare(describer: Describer) -> Iterator[PocketPanel]:
    plan, closing = describer.plan, describer.wording.closing
    rule = sentences.progress_rule(plan, describer.wording)
    if rule:
        yield PocketPanel(closing.progress_head, texts=rule)
    if plan.routine.remember:
        yield PocketPanel(closing.remember, points=tuple(plan.routine.remember))
