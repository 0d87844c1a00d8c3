"""From the `figure:` mapping of an exercise to its finished drawings: the public door of this room.

numpy is loaded when something is drawn, not before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.figure.scene.illustration import Illustration
from generator.shapes.mirror import mirror


def draw_figure(
    spec: Mapping[str, Any], *, body: str | None = None, thumbnail: bool = False, mirrored: bool = False
) -> Illustration:
    """Draw a figure. `body` overrules the body of the spec; a thumbnail is a drawing of its own, about 18 x 9.4 mm,
    without arrows; `mirrored` shows the other side. ValueError for words that the vocabulary does not have."""
    from generator.figure.scene.composition import draw_scene

    illustration = draw_scene(spec, body, thumbnail)
    if not mirrored:
        return illustration
    frames = tuple(mirror(frame) for frame in illustration.frames)
    return Illustration(frames, illustration.angles, illustration.residuals, illustration.findings)


def draw_with_bones(spec: Mapping[str, Any], body: str | None = None) -> Illustration:
    """The figure with its skeleton drawn over it, for authors."""
    from generator.figure.scene.composition import draw_scene

    return draw_scene(spec, body, thumbnail=False, bones=True)
