"""A plan becomes the pages behind its sheet: the cards of all exercises, when to stop, why, what to remember."""

from __future__ import annotations

from generator import sentences
from generator.manuscript.cards.card_pages import CardPages
from generator.manuscript.describe_handout import Describer
from generator.manuscript.describe_help import help_of
from generator.manuscript.safety import Advice
from generator.plan import PlannedExercise, PlannedPhase
from generator.plan.first_uses import first_uses


def card_pages_of(describer: Describer, *, alone: bool = False) -> CardPages:
    """`alone` says that there is no sheet before them. Exercises have the numbers of the sheet."""
    plan, wording = describer.plan, describer.wording
    uses = [(phase, use) for phase in plan.phases for use in first_uses(plan, phase)]
    cards = (describer.cards(use, _own_days(phase, use.planned, describer), on_sheet=True) for phase, use in uses)
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


def _own_days(phase: PlannedPhase, planned: PlannedExercise, describer: Describer) -> str:
    """When an exercise is done, if that is not when its whole phase is: the sheet says that."""
    own = sentences.when_sentence(planned, describer.plan, describer.wording)
    return own if own != sentences.phase_when(phase, describer.plan, describer.wording) else ""
