"""One exercise of a strength log: its name and what to aim at, and under them a row of boxes for each session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.manuscript.box_name import BoxName, session_box, set_box
from generator.manuscript.strength_log import LogBlock, LogSession, LogWords
from generator.page.chart.chart_measures import BOX_STROKE, RULE
from generator.page.log.log_measures import BETWEEN_ROWS, BETWEEN_SETS, WEIGHT_SHARE, WITHIN_SET, LogSizes
from generator.page.measures import Style
from generator.page.page import Block, Cell, Element, Item, Line, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import CAP_MIDDLE, decoration, number_disc
from generator.shapes.geometry import MM
from generator.text.setter import Span

_RULE = 1.2
_RULE_TO_DISC = 1.4 * MM
_HEADS_TO_BOX = 1.5 * MM  # from the baseline of the sets' heads
_TARGET_TO_HEADS = 1.25  # from baseline to baseline, as a share of the smaller size
_HEADS_APART = 0.8 * MM
_PAIN = 13.0  # width, in the unit of the theme
_LABEL_AIR = 1.6 * MM
_NAME_LEAD = 1.08


@dataclass(frozen=True, slots=True)
class LogShape:
    """What all blocks of a page share (points): width, height of what stands over the rows, and row to row.

    `label` is the room for the names of weeks, `pain` the width of a box for it, 0 where there is no room.
    """

    width: float
    head: float
    pitch: float
    label: float
    pain: float = 0.0

    def set_width(self, sets: int) -> float:
        """From one set to the next."""
        pain = self.pain + BETWEEN_SETS if self.pain else 0.0
        return (self.width - self.label - pain + BETWEEN_SETS) / sets

    def set_start(self, index: int, sets: int) -> float:
        return self.label + index * self.set_width(sets)


@dataclass(frozen=True, slots=True)
class LogTable:
    """What the parts of a block are drawn with."""

    style: Style
    sizes: LogSizes
    block: LogBlock
    words: LogWords
    shape: LogShape


def label_width(style: Style, sizes: LogSizes, block: LogBlock) -> float:
    """Room for the longest name of a week."""
    widths = (style.setter.width(session.label, sizes.text, "bold") for session in block.sessions)
    return max(widths, default=0.0) + _LABEL_AIR


def pain_width(sizes: LogSizes) -> float:
    return _PAIN * sizes.chart.unit


def weight_width(set_width: float) -> float:
    """Of the boxes of one set, that of the weight."""
    return (set_width - BETWEEN_SETS - WITHIN_SET) * WEIGHT_SHARE


def heads_widths(style: Style, sizes: LogSizes, block: LogBlock, words: LogWords) -> tuple[float, float]:
    """What the words over the two boxes of a set need."""
    width = style.setter.width
    number = width(words.set_head(block.sets), sizes.label, "bold")
    unit = width(block.unit, sizes.label) + _HEADS_APART if block.unit else 0.0
    return number + unit, width(block.count, sizes.label)


def head_height(style: Style, sizes: LogSizes, block: LogBlock, words: LogWords, width: float) -> float:
    """Height of all that stands over the boxes."""
    return _head(style, sizes, block, words, width)[1] + sizes.label * _TARGET_TO_HEADS + _HEADS_TO_BOX


def rows_height(sizes: LogSizes, block: LogBlock, pitch: float) -> float:
    return len(block.sessions) * pitch + max(len(block.weeks) - 1, 0) * sizes.week_gap


def lay_out_log_block(table: LogTable) -> Block:
    """The block, as high as its rows; its boxes are called `log.hip-hinge.w1.2.set1.weight`."""
    style, sizes, block, shape = table.style, table.sizes, table.block, table.shape
    head, _ = _head(style, sizes, block, table.words, shape.width)
    back: list[Item] = [Line(0, 0, shape.width, 0, _RULE, style.inks.accent)]
    rows = [_heads(table)]
    y, week = shape.head, 0
    for session in block.sessions:
        if week and week != session.week:
            middle = y + (sizes.week_gap - BETWEEN_ROWS) / 2
            back.append(Line(0, middle, shape.width, middle, RULE, style.inks.line))
            y += sizes.week_gap
        rows.append(_row(table, session, y, labelled=week != session.week))
        y, week = y + shape.pitch, session.week
    bookmark = (f"{block.number}  {block.name}", 1) if block.name else None
    kids = (decoration(*back), *head, Element(Role.TABLE, tuple(rows)))
    return Block(shape.width, y, (Element(Role.SECTION, kids),), bookmark, block.place)


def _head(style: Style, sizes: LogSizes, block: LogBlock, words: LogWords, width: float) -> tuple[list[Element], float]:
    """Name and target, and the last baseline; of an exercise not yet known, a line to write on and what to write."""
    inks, indent = style.inks, sizes.disc + 2.4 * MM
    y = _RULE_TO_DISC + sizes.disc / 2 + sizes.name * CAP_MIDDLE
    if not block.name:
        line = decoration(Line(0, y + 0.8 * MM, width, y + 0.8 * MM, RULE, inks.line))
        y += sizes.lead * 1.04
        label = set_word(style, words.another, 0, y, sizes.text, ink=inks.grey)
        return [line, Element(Role.PARAGRAPH, (label,))], y
    disc, number = number_disc(style, block.number, 0, y, sizes.name)
    spans = [Span(block.name, "bold", inks.ink)]
    name = set_column(style, spans, indent, y, width - indent, sizes.name, sizes.name * _NAME_LEAD)
    y = name.next - sizes.name * _NAME_LEAD + sizes.lead * 1.04
    spans = [Span(block.amount + (". " if block.load else ""), "semibold", inks.accent)]
    spans += [Span(block.load, "regular", inks.ink)] if block.load else []
    target = set_column(style, spans, indent, y, width - indent, sizes.text, sizes.lead)
    heading = Element(Role.HEADING_2, (number, *name.items))
    return [disc, heading, Element(Role.PARAGRAPH, target.items)], target.next - sizes.lead


def _heads(table: LogTable) -> Element:
    """Over each set its number and the unit, and what the second box is for."""
    style, size, shape, block = table.style, table.sizes.label, table.shape, table.block
    y = shape.head - _HEADS_TO_BOX
    heads = [Element(Role.HEADER, actual_text=table.words.session, scope="Column")]
    for index in range(block.sets):
        start, across = shape.set_start(index, block.sets), shape.set_width(block.sets)
        weight = start + weight_width(across)
        items: list[Item] = [set_word(style, table.words.set_head(index + 1), start, y, size, "bold")]
        if block.unit:
            items.append(set_word(style, block.unit, weight, y, size, align="end"))
        middle = (weight + WITHIN_SET + start + across - BETWEEN_SETS) / 2
        count = set_word(style, block.count, middle, y, size, align="middle")
        heads.append(Element(Role.HEADER, tuple(items), scope="Column"))
        heads.append(Element(Role.HEADER, (count,), scope="Column"))
    if shape.pain:
        word = set_word(style, table.words.pain, shape.width - shape.pain / 2, y, size, "bold", align="middle")
        heads.append(Element(Role.HEADER, (word,), scope="Column"))
    return Element(Role.ROW, tuple(heads))


def _row(table: LogTable, session: LogSession, y: float, *, labelled: bool) -> Element:
    """The boxes of one session; its week stands before the first of them."""
    size = table.sizes.text
    tall = table.shape.pitch - BETWEEN_ROWS
    word = set_word(table.style, session.label, 0, y + tall / 2 + size * CAP_MIDDLE, size, "bold")
    head = Element(Role.HEADER, (word,) if labelled else (), actual_text=session.spoken, scope="Row")
    data = [
        Element(Role.DATA, (Cell(name, x, y, wide, tall, table.style.inks.ink, BOX_STROKE),), actual_text=spoken)
        for name, x, wide, spoken in _boxes(table, session)
    ]
    return Element(Role.ROW, (head, *data))


def _boxes(table: LogTable, session: LogSession) -> Iterator[tuple[BoxName, float, float, str]]:
    """Name, start and width of each box of a row, and what is heard in its place."""
    block, shape, words = table.block, table.shape, table.words
    across = shape.set_width(block.sets)
    weight = weight_width(across)
    when = (block.key, session.week, session.number)
    for index in range(block.sets):
        start = shape.set_start(index, block.sets)
        yield set_box(*when, index + 1, "weight"), start, weight, words.weight_box
        second = start + weight + WITHIN_SET
        yield set_box(*when, index + 1, "count"), second, start + across - BETWEEN_SETS - second, words.count_box
    if shape.pain:
        yield session_box(*when, "pain"), shape.width - shape.pain, shape.pain, words.pain_box
