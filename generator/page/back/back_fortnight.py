"""A fortnight to tick: its head, which bears dates, and its body, a row for each part and one for pain."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.manuscript.box_name import number_box, tick_box
from generator.manuscript.chart import Chart, ChartWeek, NumberRow, TickRow
from generator.page.back.back_columns import DAYS, BandColumns
from generator.page.back.back_measures import BackSizes
from generator.page.back.back_sample import ticked_sample, written_sample
from generator.page.back.back_space import Space
from generator.page.chart.chart_measures import BOX_STROKE, BOXES_APART, DROP, RISE, RULE, TIMES_APART
from generator.page.measures import Style
from generator.page.page import Block, Cell, Element, Item, Line, Role, Shape
from generator.page.paragraph import set_lines, set_word
from generator.page.signs import CAP_MIDDLE, decoration
from generator.shapes.geometry import MM
from generator.shapes.outlines import rectangle
from generator.text.setter import Span, TextLine

_PAD = 3 * MM  # from the start of a bar to its words
_LEAD = 1.08  # from line to line of a name, as a share of its size
_UNDER_NUMBER = 0.25 * MM  # from a box for a number to the rule under it


@dataclass(frozen=True, slots=True)
class Fortnight:
    """Weeks from `first` of the chart's (from 0), side by side; only the first band shows a sample."""

    style: Style
    sizes: BackSizes
    chart: Chart
    columns: BandColumns
    space: Space
    first: int

    @property
    def weeks(self) -> range:
        """The chart's weeks in this band, from 0."""
        return range(self.first, min(self.first + len(self.columns.weeks), len(self.chart.weeks)))

    @property
    def lettered(self) -> bool:
        return self.space.letters or not self.first or not self._dates_only

    @property
    def _dates_only(self) -> bool:
        """Letters are enough once, numbers of days are not."""
        letters = [[day.letter for day in week.days] for week in self.chart.weeks]
        return all(week == letters[0] for week in letters)

    @property
    def dated(self) -> bool:
        return bool(self.chart.weeks[0].days[0].date)

    @property
    def height(self) -> float:
        return self._head_height + self._body_height

    @property
    def _head_height(self) -> float:
        lines = int(self.lettered) + int(self.dated)
        return self.sizes.bar + (lines * self.sizes.letters + 0.5 * MM if lines else 0.8 * MM)

    @property
    def _body_height(self) -> float:
        ticks = sum(self._row_height(row) for row in self._rows)
        return ticks + sum(self._number_height(row) for row in self._numbers)

    @property
    def _rows(self) -> list[TickRow]:
        """Those of which anything is done in these weeks."""
        return [row for row in self.chart.rows if any(map(any, row.boxes[self.first : self.weeks.stop]))]

    @property
    def _numbers(self) -> list[NumberRow]:
        return [row for row in self.chart.numbers if any(map(any, row.days[self.first : self.weeks.stop]))]

    def redated(self, weeks: tuple[ChartWeek, ...]) -> Fortnight:
        """The same with the heads of other dates; `weeks` are all of the plan."""
        start = self.chart.first_week - 1
        return replace(self, chart=replace(self.chart, weeks=weeks[start : start + len(self.chart.weeks)]))

    def head_of(self, weeks: tuple[ChartWeek, ...]) -> Block:
        return self.redated(weeks).head()

    def head(self) -> Block:
        """Bars with the weeks, then letters and dates of their days."""
        back: list[Item] = []
        corner = Element(Role.HEADER, actual_text=self.chart.words.exercise, scope="Column")
        heads = [corner]
        for place, index in enumerate(self.weeks):
            bar, words = self._bar(place, index)
            back.append(bar)
            heads.append(Element(Role.HEADER, words, scope="Column", column_span=DAYS))
        rows = [Element(Role.ROW, tuple(heads))]
        if self.lettered or self.dated:
            empty = Element(Role.HEADER, actual_text=self.chart.words.exercise, scope="Column")
            rows.append(Element(Role.ROW, (empty, *self._days())))
        if not self.first and self.columns.sample.width:
            y = self.sizes.bar + self.sizes.letters - 1.2 * MM
            end, size, grey = self.columns.sample.end, self.sizes.type.fine, self.style.inks.grey
            back.append(set_word(self.style, self.chart.words.example, end, y, size, ink=grey, align="end"))
        return Block(self.columns.width, self._head_height, (decoration(*back), *rows))

    def _bar(self, place: int, index: int) -> tuple[Item, tuple[Item, ...]]:
        style, own, week = self.style, self.sizes.type, self.chart.weeks[index]
        strip, white = self.columns.week_strip(place), style.inks.white
        bar = Shape(rectangle(strip.start, 0, strip.width, self.sizes.bar, 1.2 * MM), fill=style.inks.accent)
        baseline = self.sizes.bar / 2 + own.week * CAP_MIDDLE
        name = set_word(style, week.name, strip.start + _PAD, baseline, own.week, "bold", white)
        if not week.date:
            return bar, (name,)
        date = set_word(style, week.date, strip.end - _PAD, baseline, own.text, "semibold", white, align="end")
        return bar, (name, date)

    def _days(self) -> list[Element]:
        heads = []
        size, ink = self.sizes.letter, self.style.inks.ink
        for place, index in enumerate(self.weeks):
            for day, label in enumerate(self.chart.weeks[index].days):
                middle, y = self.columns.day_strip(place, day).middle, self.sizes.bar - 1.2 * MM
                words: list[Item] = []
                for text, weight in ((label.letter if self.lettered else "", "semibold"), (label.date, "regular")):
                    if text:
                        y += self.sizes.letters
                        words.append(set_word(self.style, text, middle, y, size, weight, ink, align="middle"))
                heads.append(Element(Role.HEADER, tuple(words), scope="Column"))
        return heads

    def body(self) -> Block:
        """A row for each part, then the rows for numbers, with a rule under each."""
        back: list[Item] = []
        rows: list[Element] = []
        y = 0.0
        for row in self._rows:
            height = self._row_height(row)
            drawn, element = self._tick_row(row, y, height)
            back += drawn
            rows.append(element)
            y += height
            back.append(self._rule(y))
        for numbers in self._numbers:
            height = self._number_height(numbers)
            drawn, element = self._number_row(numbers, y, height)
            back += drawn
            rows.append(element)
            y += height
            back.append(self._rule(y))
        return Block(self.columns.width, y, (decoration(*back), *rows))

    def _rule(self, y: float) -> Item:
        end = self.columns.week_strip(len(self.weeks) - 1).end
        return Line(0, y, end, y, RULE, self.style.inks.line)

    def _row_height(self, row: TickRow) -> float:
        own = self.sizes.type
        most = max(max(count for count in week) for week in row.boxes)
        boxes = most * self.sizes.tick + (most - 1) * TIMES_APART + BOXES_APART
        return max(self.space.row * own.unit, boxes, self._label_height(self._row_label(row)))

    def _number_height(self, row: NumberRow) -> float:
        own = self.sizes.type
        least = max(self.space.number * own.unit, self.sizes.number + BOXES_APART / 2 + _UNDER_NUMBER)
        return max(least, self._label_height(self._number_label(row)))

    def _label_height(self, lines: tuple[TextLine, ...]) -> float:
        size = self.sizes.type.name
        return (RISE + DROP + (len(lines) - 1) * _LEAD) * size + 1.2 * MM

    def _row_label(self, row: TickRow) -> tuple[TextLine, ...]:
        """The part's name in bold, then the numbers of its exercises, and when; on lines of their own if need be."""
        ink = self.style.inks.ink
        number = row.number.replace(" ", "\u00a0")
        behind = ": ".join(text for text in (number, row.note) if text)
        spans = [Span(f"{row.name}  ", "bold", ink), Span(behind, "regular", ink)]
        return self.style.setter.lines(spans, self.sizes.type.name, self.columns.name)

    def _number_label(self, row: NumberRow) -> tuple[TextLine, ...]:
        ink = self.style.inks.ink
        spans = [Span(f"{row.lead} ", "bold", ink), Span(row.text, "regular", ink)]
        return self.style.setter.lines(spans, self.sizes.type.name, self.columns.name)

    def _label(self, lines: tuple[TextLine, ...], middle: float) -> Element:
        size = self.sizes.type.name
        first = middle - (len(lines) - 1) * size * _LEAD / 2 + size * CAP_MIDDLE
        return Element(Role.HEADER, set_lines(lines, 0, first, size * _LEAD).items, scope="Row")

    def _tick_row(self, row: TickRow, y: float, height: float) -> tuple[list[Item], Element]:
        middle, most = y + height / 2, max(map(max, row.boxes))
        cells = [self._label(self._row_label(row), middle)]
        back: list[Item] = []
        if not self.first and self.columns.sample.width:
            for count in range(most):
                offset = (count - (most - 1) / 2) * (self.sizes.tick + TIMES_APART)
                back += ticked_sample(self.style, self.sizes, self.columns.sample.middle, middle + offset)
        for place, index in enumerate(self.weeks):
            cells += [self._ticks(row, place, index, day, middle) for day in range(DAYS)]
        return back, Element(Role.ROW, tuple(cells))

    def _ticks(self, row: TickRow, place: int, index: int, day: int, middle: float) -> Element:
        """The boxes of one day one under the other, or a word for those who cannot see that there is none."""
        words, count = self.chart.words, row.boxes[index][day]
        if not count:
            planned = self.chart.is_planned(index, day)
            return Element(Role.DATA, actual_text=words.empty if planned else words.rest)
        side = self.sizes.tick
        x = self.columns.day_strip(place, day).middle - side / 2
        top = middle - (count * (side + TIMES_APART) - TIMES_APART) / 2
        boxes = tuple(
            Cell(
                tick_box(row.key, self.chart.first_week + index, day + 1, time + 1),
                x,
                top + time * (side + TIMES_APART),
                side,
                side,
                self.style.inks.ink,
                BOX_STROKE,
            )
            for time in range(count)
        )
        return Element(Role.DATA, boxes, actual_text=words.ticks[count - 1])

    def _number_row(self, row: NumberRow, y: float, height: float) -> tuple[list[Item], Element]:
        side = self.sizes.number
        middle = y + max(height, side + BOXES_APART) / 2  # a box to tick stands above, nothing below
        cells = [self._label(self._number_label(row), middle)]
        back: list[Item] = []
        if not self.first and self.columns.sample.width and row.example:
            back += written_sample(self.style, self.sizes, row.example, self.columns.sample.middle, middle)
        words = self.chart.words
        for place, index in enumerate(self.weeks):
            for day in range(DAYS):
                if not row.days[index][day]:
                    planned = self.chart.is_planned(index, day)
                    cells.append(Element(Role.DATA, actual_text=words.empty if planned else words.rest))
                    continue
                x = self.columns.day_strip(place, day).middle - side / 2
                name = number_box(row.key, self.chart.first_week + index, day + 1)
                cell = Cell(name, x, middle - side / 2, side, side, self.style.inks.ink, BOX_STROKE)
                cells.append(Element(Role.DATA, (cell,), actual_text=words.number))
        return back, Element(Role.ROW, tuple(cells))
