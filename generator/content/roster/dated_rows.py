"""Rows with dates in any usual form come in; the same rows with year-month-day go out, or the question of the order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.content.roster.head_meanings import DATE_COLUMNS
from generator.content.roster.roster import Roster
from generator.content.roster.roster_dates import DateOrder, WrittenDate, date_in, order_of
from generator.content.roster.sheet import SheetRow
from generator.content.roster.unsettled import DatesQuestion, Unsettled
from generator.problems import ContentError, Problem

Cell = tuple[SheetRow, str, str, WrittenDate]


def dated(roster: Roster, first_day: date) -> Roster:
    """What is no date stays as it is, for its row to be told. Raises `Unsettled`, `ContentError`, once for all rows."""
    columns = [index for index, column in enumerate(roster.columns) if column in DATE_COLUMNS]
    if not columns:
        return roster
    order = roster.reading.dates or _order(roster, list(_dates(roster, first_day)))
    rows = tuple(_dated_row(row, columns, order, first_day) for row in roster.rows)
    return replace(roster, rows=rows)


def _dated_row(row: SheetRow, columns: Sequence[int], order: str, first_day: date) -> SheetRow:
    cells = list(row.cells)
    for index in columns:
        if index < len(cells) and (day := date_in(cells[index].strip(), first_day).in_order(order)):
            cells[index] = day.isoformat()
    return replace(row, cells=tuple(cells))


def _dates(roster: Roster, first_day: date) -> Iterator[Cell]:
    """The cells whose meaning depends on the order."""
    for row in roster.rows:
        for column in DATE_COLUMNS:
            text = roster.text(row, column)
            if text and (written := date_in(text, first_day)).orders:
                yield row, column, text, written


def _order(roster: Roster, cells: Sequence[Cell]) -> str:
    """The only order by which all cells are dates."""
    if not cells:
        return ""
    orders = order_of(written for _, _, _, written in cells)
    if not orders:
        raise ContentError([_contradiction(roster, cells)])
    if len(orders) > 1:
        raise _question(roster, cells, orders)
    return next(iter(orders))


def _question(roster: Roster, cells: Sequence[Cell], orders: frozenset[DateOrder]) -> Unsettled:
    row, column, text, written = next(cell for cell in cells if len(cell[3].orders) > 1)
    readings = tuple((order, in_words(day)) for order, day in written.by_order if order in orders)
    meanings = " or ".join(words for _, words in readings)
    message = f"{text} is {meanings}, and no other cell of the column tells which"
    hint = ", ".join(f"--dates {order} reads {words}" for order, words in readings)
    problem = Problem(message, roster.place(row, column), column, hint)
    return Unsettled([problem], DatesQuestion(text, readings))


def _contradiction(roster: Roster, cells: Sequence[Cell]) -> Problem:
    """Two cells that no order makes dates of."""
    first = cells[0]
    others = (cell for cell in cells if not cell[3].orders & first[3].orders)
    row, column, _, written = next(others, cells[-1])
    one, other = (" or ".join(sorted(cell.orders)) for cell in (first[3], written))
    message = f"this date is {other}, while the one in row {first[0].number} is {one}"
    hint = "say which is meant with --dates; the rows with other dates are then left for mending"
    return Problem(message, roster.place(row, column), column, hint)


def in_words(day: date) -> str:
    """`1 February 2026`: nobody takes day and month for each other."""
    return f"{day.day} {day:%B} {day.year}"
