"""A programme put together of exercises alone, as a routine: its texts are those of the wording."""

from __future__ import annotations

from collections.abc import Mapping

from generator.content.clinic import Clinic
from generator.content.prescription import Prescription
from generator.content.routine import Routine, years_later
from generator.language.wording import Wording
from generator.problems import Prose

VERSION = Prose("1.0")


def own_programme(prescription: Prescription, clinic: Clinic, wording: Wording) -> Routine:
    """The routine without any phase yet; `edited` puts the exercises in."""
    words, issued = wording.own, prescription.issued
    assert issued is not None  # a programme without a routine is dated
    said = {
        "title": prescription.title or words.title,
        "version": VERSION,
        "issued": issued,
        "review_by": years_later(issued, 1),
        "author": clinic.clinician or words.author,
        "message": words.message,
        "why": words.why,
        "phases": (),
        "remember": words.remember,
    }
    # Without phases it is no routine yet, so nothing is checked.
    return Routine.model_construct(set(said), **said)


def phase_names(wording: Wording) -> Mapping[str, str]:
    """What a phase of each kind is called where none of the routine's own fits."""
    own = wording.own
    return {
        "mobilise": own.mobilise,
        "warm-up": own.warm_up,
        "strengthen": own.strengthen,
        "stretch": own.stretch,
        "cool-down": own.cool_down,
        "habit": own.habit,
    }
