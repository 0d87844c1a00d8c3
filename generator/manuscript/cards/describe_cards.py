"""A plan becomes the pages behind its sheet: the cards of all exercises, when to stop, why, what to remember."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator import sentences
from generator.manuscript.card import Card, CardNote
from generator.manuscript.cards.card_pages import CardPages
from generator.manuscript.describe_handout import Describer
from generator.manuscript.describe_help import help_of
from generator.manuscript.safety import Advice
from generator.plan import PlannedExercise, PlannedPhase
from generator.plan.first_uses import first_uses


def card_pages_of(describer: Describer, *, alone: bool = False, introduced: bool = True) -> CardPages:
    """`alone` says that there is no sheet before them. Exercises have the numbers of the sheet.

    `introduced`: the first card of a phase has the phase's own words.
    """
    plan, wording = describer.plan, describer.wording
    uses = [(phase, use) for phase in plan.phases for use in first_uses(plan, phase)]
    firsts = {phase.phase.id: use.number for phase, use in reversed(uses)}
    cards = (
        _introduced(
            describer.cards(use, _own_days(phase, use.planned, describer), on_sheet=True),
            phase if introduced and firsts[phase.phase.id] == use.number else None,
        )
        for phase, use in uses
    )
    return CardPages(
        title=plan.routine.title,
        head=wording.card.how_to,
        cards=tuple(card for ways in cards for card in ways),
        stops=describer.stops((use.number, use.planned) for _, use in uses),
        own_stops=describer.stops(()),
        why=Advice(wording.closing.why, (("", plan.routine.why),)),
        remember=describer.remember(),
        plates=describer.labelled_plates(),
        notes_head=sentences.notes_head(plan.clinic, wording),
        footer=describer.footer(),
        alone=alone,
        help=help_of(plan, wording) if alone else None,
    )


def _introduced(cards: Iterable[Card], phase: PlannedPhase | None) -> Iterator[Card]:
    """The first card of a phase has the phase's own words, for which a sheet may have no room."""
    for card in cards:
        words = phase.phase.intro if phase else None
        note = (CardNote("phase", f"{phase.phase.name}:", words),) if phase and words else ()
        yield replace(card, notes=(*note, *card.notes))
        phase = None


def _own_days(phase: PlannedPhase, planned: PlannedExercise, describer: Describer) -> str:
    """When an exercise is done, if that is not when its whole phase is: the sheet says that."""
    own = sentences.when_sentence(planned, describer.plan, describer.wording)
    return own if own != sentences.phase_when(phase, describer.plan, describer.wording) else ""
