"""What a file holds that is the same for all clients with one plan, and where the rest of it goes: plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.output.crossreference import CrossReference
from generator.output.objects import Sheaf


@dataclass(frozen=True, slots=True)
class Gap:
    """A block that is exchanged for each person: its first mark, and which of the trace's objects paints it."""

    mark: int
    index: int


@dataclass(frozen=True, slots=True)
class Stencil:
    """What everybody's file holds, in `sheaves` with a personal object between each two, and digests of all of it.

    `personal` are the numbers of these objects in their order; `gaps` tell the first mark of each personal block, and
    which of the objects paints it.
    """

    sheaves: tuple[Sheaf, ...]
    personal: tuple[int, ...]
    gaps: tuple[Gap, ...]
    digests: frozenset[bytes]
    glyphs: Mapping[str, frozenset[int]]
    table: CrossReference
    catalogue: int
    information: int
