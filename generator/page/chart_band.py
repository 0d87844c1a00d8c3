"""The part under the grid: the plan in the client's own words, the graph, the routine's code and single boxes."""

from __future__ import annotations

from generator.page.chart_code import code_width, draw_code
from generator.page.chart_content import Chart, Clause, Plan, WriteBox
from generator.page.chart_graph import draw_graph
from generator.page.chart_measures import BOX_STROKE, Sizes
from generator.page.chart_top import write_line
from generator.page.measures import MM, Style
from generator.page.page import Block, Cell, Element, Item, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import CAP_MIDDLE, decoration
from generator.text.setter import Span

# Half lines were too short for handwriting: two clauses share a line only where there is no room for two lines.
_PITCH_LEAST = 6.3
_PITCH_MOST = 10.0
_GAP = 1.6 * MM  # between words and a line to write on


def draw_plan(style: Style, sizes: Sizes, plan: Plan, x: float, y: float, width: float, height: float) -> list[Element]:
    """The goal, then each clause on a line of its own, or each sentence if there is little room."""
    unit = sizes.unit
    baseline = y + 5.6 * unit
    goal = set_word(style, plan.goal, x, baseline, sizes.section, "bold")
    start = x + goal.run.width + 2 * MM
    elements = [Element(Role.HEADING_2, (goal,)), decoration(write_line(style, start, x + width, baseline))]
    room = height - 5.6 * unit - 1 * MM
    lines = _plan_lines(style, sizes, plan, width, int(room / (_PITCH_LEAST * unit)))
    pitch = min(room / max(len(lines), 1), _PITCH_MOST * unit)
    for clauses in lines:
        baseline += pitch
        elements += _clauses(style, sizes, clauses, x, baseline, width)
    return elements


def _plan_lines(style: Style, sizes: Sizes, plan: Plan, width: float, most: int) -> list[tuple[Clause, ...]]:
    """The clauses of each line, at most `most` lines; the sentence with the least room to write is split first."""
    order = sorted(range(len(plan.sentences)), key=lambda index: _blank(style, sizes, plan.sentences[index], width))
    split: set[int] = set()
    for index in order:
        lines = len(plan.sentences) + sum(len(plan.sentences[other]) - 1 for other in (*split, index))
        if lines <= most:
            split.add(index)
    found: list[tuple[Clause, ...]] = []
    for index, sentence in enumerate(plan.sentences):
        found += [(clause,) for clause in sentence] if index in split else [sentence]
    return found


def _blank(style: Style, sizes: Sizes, clauses: tuple[Clause, ...], width: float) -> float:
    """Length of each line to write on, if the clauses share one line of the page."""
    measure = style.setter.width
    words = sum(measure(part, sizes.text) + _GAP for c in clauses for part in (c.before, c.after) if part)
    return (width - words - _GAP * (len(clauses) - 1)) / len(clauses)


def plan_height(sizes: Sizes, plan: Plan) -> float:
    """Height of the plan with a comfortable pitch."""
    return (5.6 + 8.0 * sum(len(sentence) for sentence in plan.sentences)) * sizes.unit + 1 * MM


def _clauses(
    style: Style, sizes: Sizes, clauses: tuple[Clause, ...], x: float, baseline: float, width: float
) -> list[Element]:
    """Words and lines to write on; all lines of a row are equally long."""
    gap = _GAP
    blank = _blank(style, sizes, clauses, width)
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


def lay_out_band(style: Style, sizes: Sizes, chart: Chart, width: float, height: float, foot: float) -> Block:
    """Plan at the start (free of the last `foot` points), graph, code and boxes beside it, down to the bottom."""
    unit = sizes.unit
    gap = 8 * MM
    plan_width = plan_share(width)
    elements = draw_plan(style, sizes, chart.plan, 0, 0, plan_width, height - foot)
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
