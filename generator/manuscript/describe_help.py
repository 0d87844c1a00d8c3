"""The words of the framed box: whom to call for which signs, the same on every page that has it."""

from __future__ import annotations

from generator import sentences
from generator.language.joining import unbroken
from generator.language.wording import Wording
from generator.manuscript.safety import Advice, Help
from generator.plan import Plan


def help_of(plan: Plan, wording: Wording) -> Help:
    """Every emergency and urgent sign of the routine, and how to reach the clinic."""
    routine, clinic = plan.routine, plan.clinic
    return Help(
        _advice(sentences.emergency(routine, clinic, wording), wording),
        _advice(sentences.urgent(routine, clinic, wording), wording),
        clinic.name,
        unbroken(clinic.phone),
    )


def _advice(advice: sentences.WarningSigns, wording: Wording) -> Advice:
    points = tuple(("", sentences.sentence_case(item)) for item in advice.items)
    return Advice(advice.head, points, sentences.sentence_case(sentences.run_in(advice, wording)))
