"""Flows in, PDF files without tags out, by fpdf2: figures as paths, since it would parse an SVG anew for each file."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from fpdf import FPDF
from fpdf.drawing import DeviceRGB, PaintedPath

from generator.assets import asset
from generator.shapes.path import segments
from tests.bench.flow import SIZES, Engine, Figure, Matrix, Part, Row, Text, painted, stretches


def engine() -> Engine:
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    return _make


def _make(flow: Sequence[Part]) -> bytes:
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_margins(45, 43)
    for name in ("Regular", "Bold"):
        pdf.add_font(name, "", str(asset("fonts", f"SourceSans3-{name}.ttf")))
    pdf.add_page()
    for part in flow:
        match part:
            case Text():
                _words(pdf, part)
            case Row():
                _row(pdf, part)
            case Figure():
                _figure(pdf, part)
            case Matrix():
                _code(pdf, part)
    return bytes(pdf.output())


def _words(pdf: FPDF, text: Text) -> None:
    pdf.set_font("Bold" if text.level > 0 else "Regular", "", SIZES[text.level])
    pdf.multi_cell(0, SIZES[text.level] * 1.25, text.words, new_x="LMARGIN", new_y="NEXT")


def _row(pdf: FPDF, row: Row) -> None:
    pdf.set_font("Regular", "", 8)
    for cell in row.cells:
        pdf.cell(pdf.epw / len(row.cells), 14, cell, border=1)
    pdf.ln()


def _figure(pdf: FPDF, figure: Figure) -> None:
    if pdf.will_page_break(figure.height):
        pdf.add_page()
    x, y = pdf.l_margin, pdf.get_y()
    scale = figure.width / figure.drawing.width * figure.drawing.unit
    with pdf.drawing_context() as group:
        for path, colour, width in painted(figure):
            shape = PaintedPath()
            shape.style.auto_close = False
            shape.style.fill_color = DeviceRGB(*colour) if width is None else None
            shape.style.stroke_color = None if width is None else DeviceRGB(*colour)
            shape.style.stroke_width = (width or 0) * scale
            draw = {"m": shape.move_to, "l": shape.line_to, "c": shape.curve_to, "h": shape.close}
            for operator, points in segments(path):
                draw[operator](*[value for px, py in points for value in (x + px * scale, y + py * scale)])
            group.add_item(shape)
    pdf.set_y(y + figure.height)


def _code(pdf: FPDF, matrix: Matrix) -> None:
    if pdf.will_page_break(matrix.size):
        pdf.add_page()
    unit, x, y = matrix.size / len(matrix.modules), pdf.l_margin, pdf.get_y()
    for row, modules in enumerate(matrix.modules):
        for start, length in stretches(modules):
            pdf.rect(x + start * unit, y + row * unit, length * unit, unit, "F")
    pdf.set_y(y + matrix.size)
