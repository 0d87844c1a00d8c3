"""For authors: frames side by side, many figures on a contact sheet, solved angles as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.figure.scene.illustration import Illustration
from generator.shapes.drawing import Drawing, Fill, Label, Stroke

_GAP, _TITLE = 10.0, 14.0  # points between figures, and for the line of text below each


def side_by_side(frames: Sequence[Drawing], gap: float = _GAP) -> Drawing:
    """Frames next to each other on one ground line, as one drawing."""
    if len(frames) == 1:
        return frames[0]
    height = max(frame.height for frame in frames)
    ops: list[Fill | Stroke] = []
    labels: list[Label] = []
    x = 0.0
    for frame in frames:
        moved, texts = _moved(frame, x, height - frame.height, frames[0].unit)
        ops += moved
        labels += texts
        x += frame.width + gap
    return Drawing(x - gap, height, tuple(ops), frames[0].unit, tuple(labels))


def contact_sheet(figures: Sequence[tuple[str, Illustration]], width: float = 780.0) -> Drawing:
    """All figures in rows, each with its title below as a label (the title itself is the label's key)."""
    rows: list[list[tuple[str, Drawing]]] = [[]]
    x = 0.0
    for title, illustration in figures:
        drawing = side_by_side(illustration.frames)
        if rows[-1] and x + drawing.width > width:
            rows.append([])
            x = 0.0
        rows[-1].append((title, drawing))
        x += drawing.width + 2 * _GAP
    ops: list[Fill | Stroke] = []
    labels: list[Label] = []
    y, unit = _GAP, figures[0][1].frames[0].unit if figures else 1.0
    for row in rows:
        y += max((drawing.height for _, drawing in row), default=0.0)
        x = _GAP
        for title, drawing in row:
            moved, texts = _moved(drawing, x, y - drawing.height, unit)
            ops += moved
            labels += [*texts, Label(title, x + drawing.width / 2, y + 0.7 * _TITLE, "middle")]
            x += drawing.width + 2 * _GAP
        y += _TITLE + _GAP
    widest = max((sum(d.width + 2 * _GAP for _, d in row) for row in rows), default=0.0)
    return Drawing(max(width, widest), y, tuple(ops), unit, tuple(labels))


def _moved(drawing: Drawing, x: float, y: float, unit: float) -> tuple[list[Fill | Stroke], list[Label]]:
    if drawing.unit != unit:
        raise ValueError("drawings of different units cannot share a sheet")
    dx, dy = round(x / unit), round(y / unit)
    ops = [replace(op, at=(op.at[0] + dx, op.at[1] + dy)) for op in drawing.ops]
    return ops, [replace(label, x=label.x + x, y=label.y + y) for label in drawing.labels]


def angles_text(illustration: Illustration) -> str:
    """The solved angles of every frame and how well each contact holds, as lines of plain text."""
    lines = []
    for number, (angles, misses) in enumerate(zip(illustration.angles, illustration.residuals, strict=True), 1):
        lines.append(f"frame {number}")
        lines += [
            f"  {name.replace('_', ' '):22}{value:8.1f}"
            for name, value in angles.items()
            if name not in ("x", "y", "z")
        ]
        lines += [f"  {words:30}{miss * 1000:6.1f} mm off" for words, miss in misses.items()]
    return "\n".join([*lines, *illustration.findings])
