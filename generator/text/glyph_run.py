"""A measured piece of text: what was written, and which glyph of which face stands where. Made only by this room."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from generator.problems import Place


class Glyph(NamedTuple):
    """One glyph: face name, glyph id in that face's own numbering, advance in thousandths of the size, cluster.

    `cluster` is the index in the run's text of the first character that this glyph stands for.
    """

    face: str
    gid: int
    advance: float
    cluster: int


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style and `direction`, "ltr" or "rtl".

    `size` and `width` are points; `missing` indexes characters without a glyph.
    """

    text: str
    language: str
    direction: str
    size: float
    width: float
    glyphs: tuple[Glyph, ...]
    missing: tuple[int, ...] = ()
    place: Place | None = field(default=None, compare=False)
