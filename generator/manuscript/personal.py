"""What differs by person: fields to fill in, and notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# The key of the note on page 1, and what those of notes for exercises begin with; then comes a dot and the id.
# They are called after the column of a roster that they come from.
NOTE = "note"
NOTE_FOR = "note_for"


@dataclass(frozen=True, slots=True)
class PersonalNote:
    """`lead` is bold and the same for everybody, `text` what one person is told; `key` says where it belongs."""

    key: str
    lead: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PersonalNotes:
    """All notes to one person: for page 1, and by exercise id."""

    front: PersonalNote | None = None
    exercises: Mapping[str, PersonalNote] = field(default_factory=dict)

    @property
    def all(self) -> tuple[PersonalNote, ...]:
        return (*((self.front,) if self.front else ()), *self.exercises.values())


NO_NOTES = PersonalNotes()


@dataclass(frozen=True, slots=True)
class StripField:
    """A label and what is printed after it; without a value there is a line to write on."""

    label: str
    value: str = ""
