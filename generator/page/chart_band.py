"""The part under the grid: the plan in the client's own words, the graph, the routine's code and single boxes."""

from __future__ import annotations

from generator.page.chart_content import Chart, Clause, Plan, WriteBox
from generator.page.chart_graph import draw_graph
from generator.page.chart_measures import BOX_STROKE, Sizes
from generator.page.chart_top import write_line
from generator.page.code_block import QUIET_MODULES, Code
from generator.page.measures import MM, Style
from generator.page.page import Block, Cell, Element, Item, Role, Squares
from generator.page.paragraph import set_column, set_word
from generator.page.signs import CAP_MIDDLE, decoration
from generator.text.setter import Span

# Half lines were too short for handwriting: two clauses share a line only where there is no room for two lines.
_PITCH_LEAST = 6.5
_PITCH_MOST = 10.0
_CODE_LEAST = 16.0
_CODE_MOST = 24.0


def draw_plan(style: Style, sizes: Sizes, plan: Plan, x: float, y: float, width: float, height: float) -> list[Element]:
    """The goal, then each clause on a line of its own, or each sentence if there is little room."""
    unit = sizes.unit
    baseline = y + 5.6 * unit
    goal = set_word(style, plan.goal, x, baseline, sizes.section, "bold")
    start = x + goal.run.width + 2 * MM
    elements = [Element(Role.HEADING_2, (goal,)), decoration(write_line(style, start, x + width, baseline))]
    lines: list[tuple[Clause, ...]] = [(clause,) for sentence in plan.sentences for clause in sentence]
    room = height - 5.6 * unit - 1 * MM
    if room / max(len(lines), 1) < _PITCH_LEAST * unit:
        lines = list(plan.sentences)
    pitch = min(room / max(len(lines), 1), _PITCH_MOST * unit)
    for clauses in lines:
        baseline += pitch
        elements += _clauses(style, sizes, clauses, x, baseline, width)
    return elements


def plan_height(sizes: Sizes, plan: Plan) -> float:
    """Height of the plan with a comfortable pitch."""
    return (5.6 + 8.0 * sum(len(sentence) for sentence in plan.sentences)) * sizes.unit + 1 * MM


def _clauses(
    style: Style, sizes: Sizes, clauses: tuple[Clause, ...], x: float, baseline: float, width: float
) -> list[Element]:
    """Words and lines to write on; all lines of a row are equally long."""
    measure, gap = style.setter.width, 1.6 * MM
    words = sum(measure(part, sizes.text) + gap for c in clauses for part in (c.before, c.after) if part)
    blank = (width - words - gap * (len(clauses) - 1)) / len(clauses)
    items: list[Item] = []
    lines: list[Item] = []
    for index, clause in enumerate(clauses):
        before = set_word(style, clause.before, x, baseline, sizes.text)
        x += before.run.width + gap
        lines.append(write_line(style, x, x + blank, baseline))
        x += blank
        items.append(before)
        if clause.after:
            after = set_word(style, clause.after, x + gap, baseline, sizes.text)
            items.append(after)
            x += gap + after.run.width
        x += gap if index < len(clauses) - 1 else 0.0
    return [Element(Role.PARAGRAPH, tuple(items)), decoration(*lines)]


def draw_heading(
    style: Style, sizes: Sizes, title: str, text: str, x: float, y: float, width: float
) -> tuple[list[Element], float]:
    """The graph's title and what it shows; returns where they end."""
    baseline = y + 5.6 * sizes.unit
    head = set_word(style, title, x, baseline, sizes.section, "bold")
    start = x + head.run.width + 2.5 * MM
    spans = [Span(text, "regular", style.inks.ink)]
    if start + style.setter.width(text, sizes.label) > x + width:
        start, baseline = x, baseline + sizes.label * 1.25
    step = sizes.label * 1.2
    words = set_column(style, spans, start, baseline, x + width - start, sizes.label, step)
    elements = [Element(Role.HEADING_2, (head,)), Element(Role.PARAGRAPH, words.items)]
    return elements, words.next - step + 1.6 * sizes.unit


def boxes_width(style: Style, sizes: Sizes, boxes: tuple[WriteBox, ...]) -> tuple[float, float, float]:
    """Room for labels, for the boxes themselves, and for units."""
    width = style.setter.width
    labels = max(width(box.label, sizes.name, "bold") for box in boxes) + 2 * MM
    units = max(width(box.unit, sizes.name) for box in boxes) + 1.4 * MM
    return labels, max(14.0 * MM, 12 * sizes.unit), units


def draw_boxes(
    style: Style, sizes: Sizes, boxes: tuple[WriteBox, ...], x: float, y: float, pitch: float
) -> list[Element]:
    """Boxes for single numbers one under the other, aligned."""
    labels, side, _ = boxes_width(style, sizes, boxes)
    tall = min(8.6 * sizes.unit, pitch - 0.4 * MM)
    elements = []
    for index, box in enumerate(boxes):
        top = y + index * pitch
        baseline = top + tall / 2 + sizes.name * CAP_MIDDLE
        label = set_word(style, box.label, x, baseline, sizes.name, "bold")
        cell = Cell(box.key, x + labels, top, side, tall, style.inks.ink, BOX_STROKE)
        after = set_word(style, box.unit, x + labels + side + 1.4 * MM, baseline, sizes.name)
        elements.append(Element(Role.PARAGRAPH, (label, cell, after)))
    return elements


def code_width(style: Style, sizes: Sizes, code: Code) -> float:
    """Room for the code with its address under it."""
    return max(_CODE_LEAST * sizes.unit, *(style.setter.width(line, sizes.fine) for line in code.lines))


def code_text_height(sizes: Sizes, code: Code) -> float:
    """Height of the address under the code, its quiet zone not counted."""
    return sizes.fine * (2 * CAP_MIDDLE + 0.1) + (len(code.lines) - 1) * sizes.fine * 1.2


def draw_code(
    style: Style, sizes: Sizes, chart: Chart, x: float, y: float, width: float, height: float
) -> list[Element]:
    """The routine's code as large as the place allows, the invitation beside it, the address under it."""
    code = chart.code
    if code is None:
        return []
    quiet = QUIET_MODULES / len(code.modules)
    size = (height - code_text_height(sizes, code)) / (1 + quiet)
    size = min(max(size, _CODE_LEAST * sizes.unit), _CODE_MOST * sizes.unit, width)
    squares = Squares(x, y, size, code.modules, style.inks.ink)
    elements = [Element(Role.FIGURE, (squares,), alt=code.alt)]
    beside = x + size * (1 + quiet)
    spans = [Span(chart.invitation, "semibold", style.inks.accent)]
    room = x + width - beside
    words = max((style.setter.width(word, sizes.fine, "semibold") for word in chart.invitation.split()), default=0.0)
    baseline = y + size * (1 + quiet) + sizes.fine * 2 * CAP_MIDDLE
    if chart.invitation and words <= room:
        first = y + sizes.fine * 2 * CAP_MIDDLE
        column = set_column(style, spans, beside, first, room, sizes.fine, sizes.fine * 1.2)
        elements.append(Element(Role.PARAGRAPH, column.items))
    lines = []
    for line in code.lines:
        lines.append(set_word(style, line, x, baseline, sizes.fine))
        baseline += sizes.fine * 1.2
    link = Element(Role.LINK, tuple(lines), alt=code.alt, address=code.address)
    return [*elements, Element(Role.PARAGRAPH, (link,))]


def lay_out_band(style: Style, sizes: Sizes, chart: Chart, width: float, height: float, foot: float) -> Block:
    """Plan at the start (free of the last `foot` points), graph, code and boxes beside it, down to the bottom."""
    unit = sizes.unit
    gap = 8 * MM
    plan_width = plan_share(width)
    elements = draw_plan(style, sizes, chart.plan, 0, 0, plan_width, height - foot - 2.2 * unit)
    x, top = plan_width + gap, 0.0
    if chart.graph:
        heading, top = draw_heading(style, sizes, chart.graph.title, chart.graph.text, x, 0, width - x)
        elements += heading
    end = width
    if chart.boxes:
        end, boxes = _side_boxes(style, sizes, chart, width, top + 1.0 * unit, height)
        elements += boxes
    if chart.code:
        wide = code_width(style, sizes, chart.code)
        elements += draw_code(style, sizes, chart, end - wide, top + unit, wide, height - top - unit)
        end -= wide + 5 * MM
    if chart.graph:
        tall = min(height - top, 62 * unit)
        elements.append(draw_graph(style, sizes, chart.graph, x, top, min(end - x, 110 * unit), tall))
    return Block(width, height, tuple(elements))


def plan_share(width: float) -> float:
    """Width of the plan in the part under the grid."""
    return width * 0.39


def _side_boxes(
    style: Style, sizes: Sizes, chart: Chart, width: float, top: float, height: float
) -> tuple[float, list[Element]]:
    """The boxes at the end; they keep clear of the corner mark. Returns where what is left of them may end."""
    unit = sizes.unit
    labels, side, units = boxes_width(style, sizes, chart.boxes)
    count = len(chart.boxes)
    free = height - top
    pitch = min(max(free / count, 8.6 * unit), 11 * unit)
    above_mark = height - sizes.mark - sizes.clear
    bottom = top + (count - 1) * pitch + 8.6 * unit
    if bottom > above_mark and top + (count - 1) * 9.0 * unit + 8.6 * unit <= above_mark:
        pitch = (above_mark - top - 8.6 * unit) / max(count - 1, 1)
        bottom = above_mark
    right = width if bottom <= above_mark + 0.01 else width - sizes.mark - sizes.clear
    pitch = min(pitch, (height - top - 8.6 * unit) / max(count - 1, 1)) if count > 1 else pitch
    x = right - labels - side - units
    return x - 6 * MM, draw_boxes(style, sizes, chart.boxes, x, top, pitch)
