"""What is asked at the end of each week, a line for each: the worst pain, how to go on, what was measured."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.back import Back
from generator.manuscript.box_name import BoxName, choice_box, measured_box, worst_box
from generator.manuscript.chart import Chart
from generator.page.back.back_measures import BackSizes
from generator.page.back.back_scale import scale_boxes, scale_numbers, scale_width
from generator.page.back.back_shapes import KINDS, bare_shape
from generator.page.chart.chart_measures import BOX_STROKE, BOXES_APART, DROP, RISE, RULE
from generator.page.measures import Style
from generator.page.page import Block, Cell, Element, Item, Line, Role
from generator.page.paragraph import set_lines, set_word
from generator.page.signs import CAP_MIDDLE, decoration
from generator.shapes.geometry import MM
from generator.text.setter import Span, TextLine

_AFTER = 1.6 * MM  # from the name of a week to its scale
_APART = 2.2 * MM  # from the scale to what follows
_CHOICES_APART = 2.4 * MM
_ROW = BOXES_APART  # a row is that much higher than its box
_TITLE_OUT = 4 * MM  # how far the title of what is measured begins before its columns
_LEAD = 1.12
_UNDER_TITLE, _CLOSER = 1.35, 0.1  # from the title's baseline to that of the heads, as a share of their size
_SHAPE = 0.72  # of a shape beside a rule


@dataclass(frozen=True, slots=True)
class WeekTable:
    """The table of a chart's weeks."""

    style: Style
    sizes: BackSizes
    chart: Chart
    back: Back

    @property
    def width(self) -> float:
        """What it takes at least."""
        return self._measured_start(0.0) + self._measured_width

    def lay_out(self, width: float) -> Block:
        """As wide as that, at least its own width."""
        style, sizes, end = self.style, self.sizes, self.back.week_end
        baseline = sizes.head * RISE
        title = set_word(style, end.title, 0, baseline, sizes.head, "bold")
        spare = max(width - self.width, 0.0)
        heads, shapes, y = self._head(spare, baseline)
        rows = [Element(Role.ROW, heads)]
        rules: list[Item] = []
        for index in range(len(self.chart.weeks)):
            rows.append(self._week(index, spare, y))
            y += self._row
            rules.append(Line(0, y, width, y, RULE, style.inks.line))
        said = [Element(Role.HEADING_2, (title,))]
        if end.measured:
            lines, x = self._measured_title, self._measured_start(spare) - _TITLE_OUT
            items = set_lines(lines, x, sizes.letter * RISE, sizes.letter * _LEAD).items
            said.append(Element(Role.PARAGRAPH, items))
        return Block(width, y, (*said, decoration(*rules), *shapes, Element(Role.TABLE, tuple(rows))))

    @property
    def _scale_start(self) -> float:
        return self.style.setter.width(self.back.week_end.week, self.sizes.letter, "semibold") + _AFTER

    @property
    def _scale_end(self) -> float:
        return self._scale_start + scale_width(self.sizes, len(self.back.week_end.scale))

    def _choices_start(self, spare: float) -> float:
        return self._scale_end + (_APART + spare / 2 if self.back.week_end.choices else 0.0)

    def _measured_start(self, spare: float) -> float:
        end = self._choices_start(spare) + self._choices_width
        if not self.back.week_end.measured:
            return end
        return end + _APART + (spare / 2 if self.back.week_end.choices else spare)

    @property
    def _choice_pitch(self) -> float:
        words = (self.style.setter.width(label, self.sizes.letter) for _, label in self.back.week_end.choices)
        return max([self.sizes.tick + _CHOICES_APART, *(wide + 1.0 * MM for wide in words)])

    @property
    def _choices_width(self) -> float:
        return len(self.back.week_end.choices) * self._choice_pitch

    @property
    def _measured_pitch(self) -> float:
        return self.sizes.number_wide + _CHOICES_APART

    @property
    def _measured_width(self) -> float:
        count = len(self.back.week_end.measured)
        return count * self._measured_pitch - _CHOICES_APART if count else 0.0

    @property
    def _measured_title(self) -> tuple[TextLine, ...]:
        """What is measured, over its columns and a little beyond."""
        spans = [Span(self.back.week_end.measured_title, "semibold", self.style.inks.ink)]
        return self.style.setter.lines(spans, self.sizes.letter, self._measured_width + _TITLE_OUT)

    @property
    def _row(self) -> float:
        return max(self.sizes.tick, self.sizes.number if self.back.week_end.measured else 0.0) + _ROW

    def _head(self, spare: float, above: float) -> tuple[tuple[Element, ...], list[Element], float]:
        """Heads of the table, shapes over its choices, and where its rows begin, under a line that ends at `above`."""
        style, sizes, end = self.style, self.sizes, self.back.week_end
        shape = sizes.shape * _SHAPE if end.choices else 0.0
        titled = (len(self._measured_title) * _LEAD + RISE + 0.1) * sizes.letter if end.measured else 0.0
        under = _UNDER_TITLE - (_CLOSER if style.close else 0.0)
        baseline = max(above + sizes.letter * under, shape + sizes.letter * (RISE + 0.1), titled)
        week = set_word(style, end.week, 0, baseline, sizes.letter, "semibold")
        corner = Element(Role.HEADER, (week,), scope="Column")
        numbers = scale_numbers(style, sizes, end.scale, self._scale_start, baseline)
        heads = [corner, *(Element(Role.HEADER, (one,), scope="Column") for one in numbers)]
        shapes = []
        x = self._choices_start(spare)
        for kind, (_, label) in zip(KINDS, end.choices, strict=False):
            middle = x + self._choice_pitch / 2
            shapes.append(bare_shape(style, kind, middle - shape / 2, 0, shape))
            word = set_word(style, label, middle, baseline, sizes.letter, "semibold", align="middle")
            heads.append(Element(Role.HEADER, (word,), scope="Column"))
            x += self._choice_pitch
        x = self._measured_start(spare)
        for _, label in end.measured:
            word = set_word(style, label, x + sizes.number_wide / 2, baseline, sizes.letter, "semibold", align="middle")
            heads.append(Element(Role.HEADER, (word,), scope="Column"))
            x += self._measured_pitch
        return tuple(heads), shapes, baseline + sizes.letter * DROP

    def _week(self, index: int, spare: float, y: float) -> Element:
        style, sizes, end = self.style, self.sizes, self.back.week_end
        own, number, middle = sizes.type, self.chart.first_week + index, y + self._row / 2
        x = (self._scale_start - _AFTER) / 2
        name = set_word(style, str(number), x, middle + own.number * CAP_MIDDLE, own.number, "bold", align="middle")
        cells = [Element(Role.HEADER, (name,), scope="Row")]
        boxes = scale_boxes(
            style, sizes, end.scale, lambda value: worst_box(number, value), self._scale_start, middle - sizes.scale / 2
        )
        answers = zip(boxes, end.answers, strict=True)
        cells += [Element(Role.DATA, (box,), actual_text=answer) for box, answer in answers]
        for place, (key, label) in enumerate(end.choices):
            x = self._choices_start(spare) + (place + 0.5) * self._choice_pitch
            cells.append(Element(Role.DATA, (self._box(choice_box(number, key), x, middle),), actual_text=label))
        for place, (key, label) in enumerate(end.measured):
            x, tall = self._measured_start(spare) + place * self._measured_pitch, sizes.number
            name_ = measured_box(number, key)
            box = Cell(name_, x, middle - tall / 2, sizes.number_wide, tall, style.inks.ink, BOX_STROKE)
            cells.append(Element(Role.DATA, (box,), actual_text=label))
        return Element(Role.ROW, tuple(cells))

    def _box(self, name: BoxName, x: float, y: float) -> Cell:
        side = self.sizes.tick
        return Cell(name, x - side / 2, y - side / 2, side, side, self.style.inks.ink, BOX_STROKE)
