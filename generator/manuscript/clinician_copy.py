"""Everything that the clinician's copy prints, as plain values in words and pictures: no layout, the person apart."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.personal import PersonalNote, StripField
from generator.manuscript.picture import Panel
from generator.manuscript.running import RunningFooter
from generator.problems import Place

# A lead in bold, and what follows it.
Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CopiedExercise:
    """`notation` is for the trade, `sentence` what the client reads, `steps` how it goes on.

    A `note` to one person stands under it, in a block of its own.
    """

    number: str
    name: str
    trade_name: str
    when: str
    notation: str
    sentence: str
    steps: tuple[str, str] | None
    panels: tuple[Panel, ...]
    place: Place | None = None
    note: PersonalNote | None = None


@dataclass(frozen=True, slots=True)
class CopiedPhase:
    name: str
    text: str
    exercises: tuple[CopiedExercise, ...]


@dataclass(frozen=True, slots=True)
class CopiedMeasure:
    """What is measured and how; `labels` stand before lines for its values."""

    text: tuple[str, str]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClinicianCopy:
    """The whole copy. `facts` stand at the top; `rule` is how the client moves up, `given` which warnings there are."""

    title: str
    routine: str
    clinic: str
    fields: tuple[StripField, ...]
    facts: Lines
    phases: tuple[CopiedPhase, ...]
    rule_head: str
    rule: Lines
    given_head: str
    given: Lines
    measures: tuple[CopiedMeasure, ...]
    sign: tuple[str, ...]
    footer: RunningFooter
    note: PersonalNote | None = None
