"""The client's own plan: lines to finish by hand; how sure they are, as a scale; what is easier than before."""

from __future__ import annotations

from generator.manuscript.back import Back
from generator.manuscript.box_name import scale_box
from generator.page.back.back_measures import BackSizes
from generator.page.back.back_scale import scale_boxes, scale_numbers, scale_width
from generator.page.chart.chart_measures import DROP, RISE
from generator.page.chart.chart_top import write_line
from generator.page.measures import Style
from generator.page.page import Block, Element, Item, Role
from generator.page.paragraph import set_word
from generator.page.signs import decoration
from generator.shapes.geometry import MM

_GAP = 1.6 * MM  # between words and a line to write on
_CLAUSES_APART = 4 * MM
_BLANK_LEAST = 38 * MM  # a few words by hand
_BESIDE = 4 * MM  # from words to a scale beside them


# What stands before and after each line to write on.
Clauses = tuple[tuple[str, str], ...]


def lay_out_plan(style: Style, sizes: BackSizes, title: str, clauses: Clauses, width: float, pitch: float) -> Block:
    """A line for each clause, `pitch` units apart; it fits on any page, and has no box that is read back."""
    head = set_word(style, title, 0, sizes.head * RISE, sizes.head, "bold")
    elements = [Element(Role.HEADING_2, (head,))]
    y = sizes.head * RISE
    for before, after in clauses:
        y += pitch * sizes.type.unit
        elements += _clause(style, sizes, before, after, y, width)
    return Block(width, y + 1.0 * MM, tuple(elements))


def lay_out_wide_plan(style: Style, sizes: BackSizes, title: str, clauses: Clauses, width: float) -> Block:
    """The same across a page, two clauses in a line where both keep room to write."""
    head = set_word(style, title, 0, sizes.head * RISE, sizes.head, "bold")
    elements = [Element(Role.HEADING_2, (head,))]
    y = sizes.head * RISE
    goal, *more = clauses
    half = (width - _CLAUSES_APART) / 2
    rows = [[goal], *(more[at : at + 2] for at in range(0, len(more), 2))]
    for row in rows:
        y += sizes.pitch
        beside = len(row) > 1 and all(_blank(style, sizes, *clause, half) >= _BLANK_LEAST for clause in row)
        for index, (before, after) in enumerate(row):
            x = index * (half + _CLAUSES_APART) if beside else 0.0
            y += sizes.pitch if index and not beside else 0.0
            elements += _clause(style, sizes, before, after, y, half if beside else width, x)
    return Block(width, y + 1.0 * MM, tuple(elements))


def _blank(style: Style, sizes: BackSizes, before: str, after: str, width: float) -> float:
    words = style.setter.width(before, sizes.word) + style.setter.width(after, sizes.word)
    return width - words - _GAP * (1 + bool(after))


def _clause(
    style: Style, sizes: BackSizes, before: str, after: str, y: float, width: float, x: float = 0.0
) -> list[Element]:
    words: list[Item] = [set_word(style, before, x, y, sizes.word)]
    start, end = x + style.setter.width(before, sizes.word) + _GAP, x + width
    if after:
        words.append(set_word(style, after, end, y, sizes.word, align="end"))
        end -= style.setter.width(after, sizes.word) + _GAP
    return [Element(Role.PARAGRAPH, tuple(words)), decoration(write_line(style, start, end, y))]


def lay_out_sure(style: Style, sizes: BackSizes, back: Back, width: float) -> Block:
    """The question, under it what a low answer means, and beside both the scale; under them where that is too wide."""
    sure = back.sure
    words = max(style.setter.width(sure.question, sizes.word, "bold"), style.setter.width(sure.advice, sizes.text))
    scale = scale_width(sizes, len(sure.scale))
    x = words + _BESIDE
    below = sizes.word * RISE
    elements = [
        Element(Role.PARAGRAPH, (set_word(style, sure.question, 0, below, sizes.word, "bold"),)),
        Element(Role.PARAGRAPH, (set_word(style, sure.advice, 0, below + sizes.lead, sizes.text),)),
    ]
    top = 0.0
    if x + scale > width:
        x, top = 0.0, 2 * sizes.lead
    numbers = top + sizes.letter * RISE
    boxes_top = numbers + sizes.letter * 0.3
    shown = scale_numbers(style, sizes, sure.scale, x, numbers)
    boxes = scale_boxes(style, sizes, sure.scale, lambda value: scale_box(back.sure_box, value), x, boxes_top)
    elements.append(Element(Role.PARAGRAPH, (*shown, *boxes)))
    return Block(width, max(boxes_top + sizes.scale, below + sizes.lead + sizes.text * DROP), tuple(elements))


def lay_out_easier(style: Style, sizes: BackSizes, back: Back, width: float) -> Block:
    """A line for what a client has won."""
    y = 3 * MM + sizes.word * RISE
    word = set_word(style, back.easier, 0, y, sizes.word, "bold")
    line = write_line(style, word.run.width + _GAP, width, y)
    return Block(width, y + 1.0 * MM, (Element(Role.PARAGRAPH, (word,)), decoration(line)))
