"""What a strip says of one person, with the names as they are printed."""

from __future__ import annotations

from generator import sentences
from generator.content.person import Person
from generator.content.wording import Wording
from generator.page.strip import Field
from generator.plan import Plan


def person_fields(plan: Plan, person: Person, wording: Wording, *, dated: bool = True) -> tuple[Field, ...]:
    """What the strip says of one person; empty values are lines to write on."""
    words = wording.front
    return (
        Field(words.prepared_for, person.name),
        Field(words.prepared_by, person.by),
        Field(words.start_date, sentences.date_line(plan.start, wording) if dated else ""),
        Field(words.next_visit, sentences.date_line(plan.review, wording) if dated else ""),
    )


def fridge_fields(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """The two of them for which the compact layout has room: for whom, and from when."""
    return fields[0], fields[2]
