"""The part under the grid: the plan in the client's own words, the graph, the routine's code and single boxes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.chart import Chart, Clause, Graph, IfThenPlan
from generator.page.chart.chart_measures import BOX_STROKE, Sizes
from generator.page.chart.chart_top import write_line
from generator.page.chart.graph import draw_graph
from generator.page.chart.routine_code import code_least, code_width, draw_code
from generator.page.chart.write_boxes import boxes_height, boxes_width, draw_side_boxes
from generator.page.measures import Style
from generator.page.page import Block, Element, Item, Role
from generator.page.paragraph import set_column, set_word
from generator.page.signs import TAIL, decoration
from generator.shapes.geometry import MM
from generator.text.setter import Span

_PLAN_LEAST = 80 * MM
_BLANK_LEAST = 55 * MM  # half lines are short for handwriting
_BLANK_TIGHT = 26 * MM  # but a few words fit, and a plan without its barrier is worth less
_PITCH_LEAST = 6.3
_PITCH_MOST = 10.0
_GRAPH_LEAST = 19.0  # a lower graph cannot be plotted in
_GRAPH_MOST, _GRAPH_ALONE = 62.0, 100.0  # units; a band from this height on has a page of its own:
_ALONE = 120.0
_APART = 8 * MM  # between plan and graph
_GAP = 1.6 * MM  # between words and a line to write on


def draw_plan(
    style: Style, sizes: Sizes, plan: IfThenPlan, x: float, y: float, width: float, height: float
) -> list[Element]:
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


def _plan_lines(style: Style, sizes: Sizes, plan: IfThenPlan, width: float, most: int) -> list[tuple[Clause, ...]]:
    """The clauses of each line, at most `most` lines: a line for each, else as many whole sentences as fit.

    Clauses share a line if each keeps a good blank to fill; a shorter one only where a sentence would be lost.
    """
    single: list[tuple[Clause, ...]] = [(clause,) for sentence in plan.sentences for clause in sentence]
    if len(single) <= most:
        return single
    found: list[tuple[Clause, ...]] = []
    for sentence in plan.sentences:
        shared = _blank(style, sizes, sentence, width) >= _BLANK_LEAST
        lines = [sentence] if shared else [(clause,) for clause in sentence]
        if len(found) + len(lines) > most:
            break
        found += lines
    tight = all(_blank(style, sizes, sentence, width) >= _BLANK_TIGHT for sentence in plan.sentences)
    if sum(map(len, found)) < len(single) and tight and len(plan.sentences) <= most:
        return list(plan.sentences)
    return found or ([(plan.short,)] if most > 0 else [])


def _blank(style: Style, sizes: Sizes, clauses: tuple[Clause, ...], width: float) -> float:
    """Length of each line to write on, if the clauses share one line of the page."""
    measure = style.setter.width
    words = sum(measure(part, sizes.text) + _GAP for c in clauses for part in (c.before, c.after) if part)
    return (width - words - _GAP * (len(clauses) - 1)) / len(clauses)


def plan_height(sizes: Sizes, plan: IfThenPlan) -> float:
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


@dataclass(frozen=True, slots=True)
class Heading:
    """Drawn words, and where the title's line and all of them end."""

    elements: list[Element]
    title_end: float
    end: float


def draw_heading(
    style: Style, sizes: Sizes, graph: Graph, x: float, y: float, width: float, beside: float = 0.0
) -> Heading:
    """The graph's title, what it shows and how to measure, whose lines leave `beside` free at their end."""
    title, text = graph.title, graph.text
    baseline = y + 5.6 * sizes.unit
    head = set_word(style, title, x, baseline, sizes.section, "bold")
    start = x + head.run.width + 2.5 * MM
    spans = [Span(text, "regular", style.inks.ink)]
    if start + style.setter.width(text, sizes.label) > x + width:
        start, baseline = x, baseline + sizes.label * 1.25
    step = sizes.label * 1.2
    words = set_column(style, spans, start, baseline, x + width - start, sizes.label, step)
    elements = [Element(Role.HEADING_2, (head,)), Element(Role.PARAGRAPH, words.items)]
    end = title_end = words.next - step
    if graph.how:
        spans = [Span(graph.how, "regular", style.inks.ink)]
        more = set_column(style, spans, x, end + sizes.fine * 1.25, width - beside, sizes.fine, sizes.fine * 1.2)
        elements.append(Element(Role.PARAGRAPH, more.items))
        end = more.next - sizes.fine * 1.2 + 0.3 * sizes.unit
    return Heading(elements, title_end + 1.0 * sizes.unit, end + 1.0 * sizes.unit)


def lay_out_band(style: Style, sizes: Sizes, chart: Chart, width: float, height: float, foot: float) -> Block:
    """Plan at the start (free of the last `foot` points), graph, code and boxes beside it, down to the bottom.

    Without a graph the plan gets its room.
    """
    unit, gap = sizes.unit, _APART
    x = plan_share(width) + gap
    heading = _heading(style, sizes, chart, width)
    top = heading.end
    end = width
    side: list[Element] = []
    if chart.boxes:
        first = heading.title_end if chart.boxes_title else top
        end, side = draw_side_boxes(style, sizes, chart, width, first, height - BOX_STROKE / 2)
        end -= 6 * MM
    if chart.video:
        wide = code_width(style, sizes, chart.video)
        above = _white_top(sizes, top)
        side += draw_code(style, sizes, chart, end - wide, above, wide, height - above)
        end -= wide + 5 * MM
    drawn: list[Element] = []
    if chart.graph:
        most = _GRAPH_ALONE if height > _ALONE * unit else _GRAPH_MOST
        room, tall = min(end - x, 110 * unit), min(height - top, most * unit)
        drawn = [draw_graph(style, sizes, chart.graph, x, top, room, tall)]
    plan_width = x - gap if chart.graph else end - gap
    plan = draw_plan(style, sizes, chart.plan, 0, 0, plan_width, height - foot)
    return Block(width, height, (*plan, *heading.elements, *drawn, *side))


def band_least(style: Style, sizes: Sizes, chart: Chart, width: float) -> float:
    """The height that graph, boxes and code need under the heading."""
    heading = _heading(style, sizes, chart, width)
    graph = _GRAPH_LEAST * sizes.unit if chart.graph else 0.0
    code = code_least(style, sizes, chart.video) if chart.video else 0.0
    boxes = boxes_height(style, sizes, chart) + BOX_STROKE / 2 if chart.boxes else 0.0
    over_boxes = heading.title_end if chart.boxes_title else heading.end
    return max(heading.end + graph, over_boxes + boxes, _white_top(sizes, heading.end) + code)


def _white_top(sizes: Sizes, top: float) -> float:
    """Where the white above a code may begin: under the last letters of the heading that ends at `top`."""
    return top - sizes.unit + sizes.label * TAIL


def _heading(style: Style, sizes: Sizes, chart: Chart, width: float) -> Heading:
    """Boxes with a title of their own stand beside the lines on how to measure, others under them."""
    if chart.graph is None:
        return Heading([], 1.2 * sizes.unit, 1.2 * sizes.unit)
    x = plan_share(width) + _APART
    beside = boxes_width(style, sizes, chart.boxes) + sizes.mark + sizes.clear + 6 * MM if chart.boxes_title else 0.0
    return draw_heading(style, sizes, chart.graph, x, 0, width - x, beside)


def has_band(width: float) -> bool:
    """Whether a page of this live width has room for a plan beside a graph."""
    return plan_share(width) >= _PLAN_LEAST


def plan_share(width: float) -> float:
    """Width of the plan in the part under the grid."""
    return width * 0.39
