"""What a strip says of one person, with the names as they are printed."""

from __future__ import annotations

from generator import sentences
from generator.content.checking.wishes import note_problems
from generator.content.person import Person
from generator.language.wording import Wording
from generator.manuscript.personal import NOTE, NOTE_FOR, PersonalNote, PersonalNotes, StripField
from generator.plan import Plan
from generator.problems import ContentError


def person_fields(plan: Plan, person: Person, wording: Wording, *, dated: bool = True) -> tuple[StripField, ...]:
    """What the strip says of one person; empty values are lines to write on."""
    words = wording.front
    return (
        StripField(words.prepared_for, person.name),
        StripField(words.prepared_by, person.by),
        StripField(words.start_date, sentences.date_line(plan.start, wording) if dated else ""),
        StripField(words.next_visit, sentences.date_line(plan.review, wording) if dated else ""),
    )


def person_notes(plan: Plan, person: Person, wording: Wording) -> PersonalNotes:
    """The notes to one person, in the order of their exercises. Raises `ContentError` for one that is not in the plan.

    An exercise that comes more than once has its note on each of its cards.
    """
    known = [str(one.id) for one in plan.exercises]
    unknown = note_problems(person.note_for, known)
    if unknown:
        raise ContentError(unknown)
    lead = sentences.note_lead(plan.clinic, wording)
    front = PersonalNote(NOTE, lead, person.note) if person.note else None
    ids = (key for key in dict.fromkeys(known) if person.note_for.get(key))
    own = {key: PersonalNote(f"{NOTE_FOR}.{key}", wording.card.note_for, person.note_for[key]) for key in ids}
    return PersonalNotes(front, own)
