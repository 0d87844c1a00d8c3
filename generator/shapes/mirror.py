"""The other side: a drawing in, its mirror image out. Cheap enough to be made whenever a left side is asked for."""

from __future__ import annotations

from dataclasses import replace

from generator.shapes.drawing import Drawing, Fill, Label, Stroke
from generator.shapes.gradient import Gradient
from generator.shapes.path import OPERATORS, number_text, points

_ANCHORS = {"start": "end", "middle": "middle", "end": "start"}


def mirror(drawing: Drawing) -> Drawing:
    """The drawing turned over left to right inside its own box; labels stay readable."""
    width = drawing.width / drawing.unit
    width = round(width) if abs(width - round(width)) < 1e-6 else width
    ops = tuple(_mirror_op(op, width) for op in drawing.ops)
    labels = tuple(Label(m.key, drawing.width - m.x, m.y, _ANCHORS[m.anchor]) for m in drawing.labels)
    return replace(drawing, ops=ops, labels=labels)


def _mirror_op(op: Fill | Stroke, width: float) -> Fill | Stroke:
    # Turned over inside its own box, so that its numbers stay as small as they are.
    own = max((x for x, _ in points(op.path)), default=0.0)
    at = (width - op.at[0] - own, op.at[1])
    path = _mirror_path(op.path, own)
    if isinstance(op, Fill) and op.shade:
        return replace(op, path=path, at=at, shade=_mirror_shade(op.shade, own))
    return replace(op, path=path, at=at)


def _mirror_shade(shade: Gradient, width: float) -> Gradient:
    a, b, c, d, e, f = shade.matrix
    return replace(shade, matrix=(-a, b, -c, d, width - e, f))


def _mirror_path(path: str, width: float) -> str:
    # Numbers come in pairs between operators, so every second one is an x.
    words: list[str] = []
    is_x = True
    for word in path.split():
        if word in OPERATORS:
            is_x = True
        else:
            if is_x:
                word = number_text(width - float(word))
            is_x = not is_x
        words.append(word)
    return " ".join(words)
