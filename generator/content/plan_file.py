"""A plan file comes in; the prescription goes out, and apart from it notes to one person, which are never saved."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from generator.content.checking.checked import load
from generator.content.editing.edits import MOST_CHANGES
from generator.content.fields import IdentifierKey, Text
from generator.content.folder import read_text, shown
from generator.content.person import LONGEST, LONGEST_NOTE_FOR
from generator.content.prescription import Prescription
from generator.problems import Prose

_Note = Annotated[Prose, Text(LONGEST["note"])]
_NoteFor = Annotated[Prose, Text(LONGEST_NOTE_FOR)]


class PlanFile(Prescription):
    """What may stand in a plan file. Notes are about a person: nothing that is kept or compared has them."""

    note: _Note | None = Field(
        default=None, repr=False, description="A note to the client. Never saved: write it here for one person only."
    )
    note_for: Annotated[dict[IdentifierKey, _NoteFor], Field(max_length=MOST_CHANGES)] = Field(
        default_factory=dict, repr=False, description="Notes to the client by exercise id. Never saved."
    )

    @property
    def prescription(self) -> Prescription:
        """The same without notes."""
        kept = Prescription.model_fields
        values = {name: getattr(self, name) for name in kept}
        return Prescription.model_construct(self.model_fields_set & set(kept), **values)


def load_plan(path: Path) -> PlanFile:
    """The plan file at a path that the user named. Raises `ContentError`, OSError."""
    return load(PlanFile, read_text(path), shown(path))[0]
