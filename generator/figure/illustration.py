"""From the `figure:` mapping of an exercise to its finished drawings: the public door of this room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.shapes.drawing import Drawing
from generator.shapes.mirror import mirror


@dataclass(frozen=True, slots=True)
class Illustration:
    """`frames`: one drawing, or start and end that share scale, height and ground line. `angles` (degrees) and
    `residuals` (by how many metres each contact is missed) are those of every frame; `findings` are sentences for the
    author: hidden muscles, missed contacts, angles beyond a joint's limits."""

    frames: tuple[Drawing, ...]
    angles: tuple[dict[str, float], ...] = ()
    residuals: tuple[dict[str, float], ...] = ()
    findings: tuple[str, ...] = ()


def draw_figure(
    spec: Mapping[str, Any], *, body: str | None = None, thumbnail: bool = False, mirrored: bool = False
) -> Illustration:
    """Draw a figure. `body` overrules the body of the spec; a thumbnail is a drawing of its own, about 18 x 9.4 mm,
    without arrows; `mirrored` shows the other side. ValueError for words that the vocabulary does not have."""
    from generator.figure.scene import draw_scene  # numpy is loaded here, when something is drawn

    illustration = draw_scene(spec, body, thumbnail)
    if not mirrored:
        return illustration
    frames = tuple(mirror(frame) for frame in illustration.frames)
    return Illustration(frames, illustration.angles, illustration.residuals, illustration.findings)
