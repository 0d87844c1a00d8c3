"""One exercise of the front: number, pictures, name and dose; its starts on the clock, or what to feel and to avoid."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.manuscript.sheet_front import FrontCell
from generator.page.measures import Style
from generator.page.page import Block, Element, Item, Line, Role, Shape
from generator.page.paragraph import set_column, set_word
from generator.page.sheet.front_dose import set_dose
from generator.page.sheet.front_pair import Area, own_scale, place_pair
from generator.page.sheet.front_sizes import FrontSizes
from generator.page.signs import CAP_MIDDLE, decoration, note_sign
from generator.problems import ContentError, Problem
from generator.shapes.geometry import MM
from generator.shapes.outlines import circle
from generator.text.setter import Span

_MOST_NAME_LINES = 3
_TOP = 0.6 * MM  # over pictures and disc
_OVER_WORDS = 1.1 * MM
_BELOW = 0.6 * MM
_TAIL = 0.22  # how far the letters of a last line reach below it, as a share of their size
_CORNER = 0.4 * MM  # around the disc
_LOWER = 1.4 * MM  # by which words stand lower where a row has the room


@dataclass(frozen=True, slots=True)
class FrontForm:
    """How every cell of a page is set: its width, that of the pictures, the distance from them to the words.

    `whole` and `feel` are those of the rung; `large` is the share by which names are larger in one column.
    """

    width: float
    pictures: float
    beside: float
    whole: bool
    feel: bool
    large: float = 1.0

    @property
    def words(self) -> float:
        return self.width - self.pictures - self.beside


def words_height(style: Style, sizes: FrontSizes, cell: FrontCell, form: FrontForm) -> float:
    """What the words of a cell need, and what stands around them."""
    return _words(style, sizes, cell, form)[1]


def cell_scale(sizes: FrontSizes, cell: FrontCell, form: FrontForm, height: float) -> float:
    """The largest scale of its drawings in a row of this height; 0 without any."""
    return own_scale(cell.panels, _area(sizes, form, height))


def lay_out_front_cell(
    style: Style,
    sizes: FrontSizes,
    cell: FrontCell,
    form: FrontForm,
    height: float,
    row: float,
    scale: float,
    *,
    rule: bool,
) -> Block:
    """A block of this height, its pictures in a `row` of it; `rule` draws a hairline over it."""
    _, needed = _words(style, sizes, cell, form)
    words, _ = _words(style, sizes, cell, form, min(_LOWER, max(height - needed, 0.0) / 2))
    disc, number = _disc(style, sizes, cell.number)
    heading, *rest = words
    heading = replace(heading, kids=(number, *heading.kids))
    pictures = place_pair(style, cell.panels, _area(sizes, form, row), scale, 0.0, _TOP)
    kids = [disc, heading, *rest, *pictures]
    if rule:
        kids.insert(0, decoration(Line(0, 0, form.width, 0, 0.5, style.inks.line)))
    section = Element(Role.SECTION, tuple(kids))
    return Block(form.width, height, (section,), (f"{cell.number}  {cell.name}", 2), cell.place)


def _area(sizes: FrontSizes, form: FrontForm, height: float) -> Area:
    return Area(form.pictures, height - _TOP - _BELOW, sizes.disc + _CORNER)


def _disc(style: Style, sizes: FrontSizes, number: str) -> tuple[Element, Item]:
    middle = sizes.disc / 2
    shape = Shape(circle(middle, _TOP + middle, middle), fill=style.inks.accent)
    size = sizes.disc_number
    baseline = _TOP + middle + size * CAP_MIDDLE
    word = set_word(style, number, middle, baseline, size, "bold", style.inks.white, align="middle")
    return decoration(shape), word


def _words(
    style: Style, sizes: FrontSizes, cell: FrontCell, form: FrontForm, lower: float = 0.0
) -> tuple[list[Element], float]:
    """Heading, dose and what else is said, `lower` than at the cell's upper edge; returns where the last line ends.

    Raises `ContentError` for a name of too many lines.
    """
    x, width, ink = form.width - form.words, form.words, style.inks.ink
    size, step = sizes.name * form.large, sizes.name_lead * form.large
    y = size * 0.7 + _OVER_WORDS + lower
    name = set_column(style, [Span(cell.name, "bold", ink)], x, y, width, size, step)
    if name.lines > _MOST_NAME_LINES:
        message = f"this name takes {name.lines} lines, and there is room for {_MOST_NAME_LINES}"
        raise ContentError([Problem(message, cell.place, hint="a shorter name", rule="text-fit")])
    # The dose is set a little larger with the name, half of that.
    dosed = replace(sizes, dose=sizes.dose * (1 + form.large) / 2, dose_lead=sizes.dose_lead * (1 + form.large) / 2)
    y = name.next - step + dosed.dose_lead + 0.6 * MM
    items, y = set_dose(style, dosed, cell.dose, x, y, width, whole=form.whole)
    elements = [Element(Role.HEADING_3, name.items), Element(Role.PARAGRAPH, tuple(items))]
    more, last = _more(style, sizes, cell, form, x, y - dosed.dose_lead)
    return [*elements, *more], last + sizes.body * _TAIL + _BELOW


def _starts(style: Style, sizes: FrontSizes, cell: FrontCell, form: FrontForm) -> list[list[Span]]:
    """Each start on a line of its own; where rows are low all on one, if they fit."""
    ink = style.inks.ink
    rows = []
    for start in cell.starts:
        how = [Span(f" {start.how}", "regular", ink)] if start.how else []
        rows.append([Span(start.clock, "bold", ink), *how])
    run = [span for index, row in enumerate(rows) for span in ([Span(",  ", "regular", ink)] if index else []) + row]
    fits = sum(style.setter.width(span.text, sizes.body, span.weight) for span in run) <= form.words
    return [run] if rows and not form.whole and fits else rows


def _more(
    style: Style, sizes: FrontSizes, cell: FrontCell, form: FrontForm, x: float, last: float
) -> tuple[list[Element], float]:
    """Paragraphs under a last baseline, and theirs."""
    ink = style.inks.ink
    said: list[tuple[str, list[Span]]] = [("", [Span(cell.when, "regular", ink)])] if cell.when else []
    said += [("", spans) for spans in _starts(style, sizes, cell, form)]
    if form.feel and cell.notes:
        last += 0.8 * MM
        said += [
            (kind, [Span(label + " ", "bold", ink), Span(text, "regular", ink)]) for kind, label, text in cell.notes
        ]
    elements = []
    for kind, spans in said:
        indent = style.theme.sign * 1.6 if kind else 0.0
        if kind:
            elements.append(note_sign(style, kind, x, last + sizes.lead))
        column = set_column(style, spans, x + indent, last + sizes.lead, form.words - indent, sizes.body, sizes.lead)
        elements.append(Element(Role.PARAGRAPH, column.items))
        last = column.next - sizes.lead
    return elements, last
