"""Notes to one person on a chart: over the grid, and in it as a white strip under the row of the exercise."""

from __future__ import annotations

from generator.manuscript.chart import DAYS, Chart, TickRow
from generator.manuscript.personal import PersonalNote
from generator.page.chart.chart_measures import Sizes
from generator.page.chart.chart_top import how_to_once
from generator.page.chart.grid import Grid
from generator.page.measures import Style
from generator.page.page import Element, Item, Role, Shape
from generator.page.paragraph import set_lines
from generator.page.personal_note import lay_out_note, note_lines
from generator.page.signs import CAP_MIDDLE
from generator.shapes.outlines import rectangle
from generator.text.setter import TextLine

_APART = 1.7  # units from the note over the grid to its first table
_LEAD = 1.15  # from line to line, as a share of the size
_ABOVE, _BELOW = 0.3, 0.45  # white above the capitals and below the last baseline, as shares of the size


def height_over(style: Style, sizes: Sizes, chart: Chart, width: float) -> float:
    """Height of what stands over the first table, how to fill it in and a note, with the air below them."""
    how_to = how_to_once(style, sizes, chart, width, doses=False)
    note = lay_out_note(style, chart.note, width).height + _APART * sizes.unit if chart.note else 0.0
    return (how_to.height if how_to else 0.0) + note


def notes_height(grid: Grid, row: TickRow) -> float:
    """Height of the strips under a row."""
    return sum(_height(grid, note) for note in grid.chart.notes_of(row))


def note_rows(grid: Grid, row: TickRow, y: float) -> tuple[list[Item], list[Element]]:
    """What is decoration (white over the grey of days of rest), and a table row for each note, from y down."""
    back: list[Item] = []
    rows: list[Element] = []
    for note in grid.chart.notes_of(row):
        size, height = grid.sizes.text, _height(grid, note)
        back.append(Shape(rectangle(0, y, grid.columns.width, height), fill=grid.style.inks.white))
        words = set_lines(_lines(grid, note), 0, y + (_ABOVE + 2 * CAP_MIDDLE) * size, size * _LEAD).items
        span = 1 + DAYS * len(grid.columns.weeks)
        rows.append(Element(Role.ROW, (Element(Role.DATA, words, column_span=span),)))
        y += height
    return back, rows


def _height(grid: Grid, note: PersonalNote) -> float:
    lines, size = len(_lines(grid, note)), grid.sizes.text
    return (_ABOVE + 2 * CAP_MIDDLE + (lines - 1) * _LEAD + _BELOW) * size


def _lines(grid: Grid, note: PersonalNote) -> tuple[TextLine, ...]:
    return note_lines(grid.style, note, grid.columns.width, grid.sizes.text)
