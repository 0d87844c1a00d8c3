"""Flows in, PDF files without tags out, by reportlab's own layout, Platypus."""

from __future__ import annotations

import io
from collections.abc import Sequence
from html import escape
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from generator.assets import asset
from generator.shapes.path import segments
from tests.bench.flow import SIZES, Engine, Figure, Matrix, Part, Row, Text, painted, stretches

_STYLES = {
    level: ParagraphStyle(
        str(level), fontName="SSBold" if level > 0 else "SSRegular", fontSize=size, leading=size * 1.25
    )
    for level, size in SIZES.items()
}
_RULED = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), "SSRegular", 8)])


def engine() -> Engine:
    for name in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont(f"SS{name}", str(asset("fonts", f"SourceSans3-{name}.ttf"))))
    return _make


def _make(flow: Sequence[Part]) -> bytes:
    story: list[Any] = []
    rows: list[tuple[str, ...]] = []
    for part in (*flow, Text(0, "")):
        if isinstance(part, Row):
            rows.append(part.cells)
            continue
        if rows:
            widest = max(map(len, rows))
            story.append(Table([[*row, *[""] * (widest - len(row))] for row in rows], style=_RULED))
            rows = []
        story.append(_flowable(part))
    out = io.BytesIO()
    margins = {"leftMargin": 45, "rightMargin": 45, "topMargin": 43, "bottomMargin": 43}
    SimpleDocTemplate(out, pagesize=(595.28, 841.89), **margins).build(story)
    return out.getvalue()


def _flowable(part: Part) -> Any:
    match part:
        case Text(level, words):
            return Paragraph(escape(words), _STYLES[level])
        case Figure():
            return _Drawn(part)
        case Matrix():
            return _Coded(part)
    raise TypeError(part)


class _Drawn(Flowable):  # type: ignore[misc]  # reportlab has no types
    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.figure, self.width, self.height = figure, figure.width, figure.height

    def draw(self) -> None:
        canvas, figure = self.canv, self.figure
        scale = figure.width / figure.drawing.width * figure.drawing.unit
        canvas.translate(0, figure.height)
        canvas.scale(scale, -scale)
        for text, colour, width in painted(figure):
            path = canvas.beginPath()
            draw = {"m": path.moveTo, "l": path.lineTo, "c": path.curveTo, "h": path.close}
            for operator, points in segments(text):
                draw[operator](*[value for point in points for value in point])
            canvas.setFillColorRGB(*colour)
            canvas.setStrokeColorRGB(*colour)
            canvas.setLineWidth(width or 0)
            canvas.drawPath(path, stroke=width is not None, fill=width is None)


class _Coded(Flowable):  # type: ignore[misc]  # reportlab has no types
    def __init__(self, matrix: Matrix) -> None:
        super().__init__()
        self.matrix, self.width, self.height = matrix, matrix.size, matrix.size

    def draw(self) -> None:
        unit = self.matrix.size / len(self.matrix.modules)
        for row, modules in enumerate(self.matrix.modules):
            for start, length in stretches(modules):
                self.canv.rect(start * unit, self.height - (row + 1) * unit, length * unit, unit, stroke=0, fill=1)
