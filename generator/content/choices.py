"""What may be chosen, each list once: options, columns of rosters, content files and Python ask here.

Papers have a table of their own. Nothing heavy is imported: every `--help` reads this file.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Literal, get_args

DEFAULT_CLINIC = "brookside"
_MOST_NAMED = 12


class Layout(StrEnum):
    """One sheet with detail cards behind it, or the cards with an opening page of their own."""

    SHEET = "sheet"
    CARDS = "cards"


class StyleName(StrEnum):
    """Each has a file of its name among the themes."""

    STANDARD = "standard"
    LARGE_PRINT = "large-print"
    MONO = "mono"


class ChartKind(StrEnum):
    """How much a client is asked to write down: a tick for each part of a routine, or for each exercise, and more."""

    PARTS = "parts"
    GRAPH = "graph"  # the same, with a graph to plot what is measured
    STANDARD = "standard"
    FULL = "full"

    @property
    def is_back(self) -> bool:
        """Whether it stands upright on the back of a sheet, with a row for each part of the routine."""
        return self in (ChartKind.PARTS, ChartKind.GRAPH)


class Portion(StrEnum):
    """A piece of the file that can be made alone: front and back of the sheet, detail cards, the chart.

    Strength log, pocket cards and the clinician's copy are made alone only.
    """

    SHEET = "sheet"
    CARDS = "cards"
    CHART = "chart"
    LOG = "log"
    POCKET = "pocket"
    COPY = "copy"

    @property
    def is_extra(self) -> bool:
        """Whether it is a paper of its own, which is no part of the whole file."""
        return self in (Portion.LOG, Portion.POCKET, Portion.COPY)

    @property
    def has_notes(self) -> bool:
        """Whether notes to one person have a place on it."""
        return self not in (Portion.LOG, Portion.POCKET)


Kind = Literal["routines", "exercises", "clinics"]
KINDS: tuple[Kind, ...] = get_args(Kind)
FOLDER_OF: dict[str, Kind] = {"exercise": "exercises", "routine": "routines", "clinic": "clinics"}

# Of exercises for one side at a time, which side a client trains.
TrainedSide = Literal["left", "right", "both"]
TRAINED_SIDES: tuple[TrainedSide, ...] = get_args(TrainedSide)

# Who is drawn, as content files spell it. Nobody in particular cannot be asked for in place of somebody.
BODIES = ("neutral", "man", "woman", "older", "older woman", "larger", "larger woman")
OTHER_BODIES = BODIES[1:]


def listed(names: Sequence[str]) -> str:
    """`a, b or c`; of a long list only the beginning."""
    if len(names) > _MOST_NAMED:
        return ", ".join(names[:_MOST_NAMED]) + " …"
    return " or ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
