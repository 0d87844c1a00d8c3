"""What the front says for the back, laid out as there: parts by their names."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.manuscript.chart import Chart
from generator.page.back.back_measures import BackSizes, back_sizes
from generator.page.back.back_plan import lay_out_wide_plan
from generator.page.back.back_rule import lay_out_rule
from generator.page.chart.chart_measures import DROP, RISE
from generator.page.measures import Style
from generator.page.page import Block, Element, Role
from generator.page.paragraph import set_column
from generator.page.said_in_front import MEASURE, PEN, PLAN, RULE
from generator.text.setter import Span


def parts_in_front(style: Style, chart: Chart, width: float, said: Collection[str]) -> dict[str, Block]:
    """Those that are `said` and that this chart has, as wide as that."""
    return {name: block for name, block in _parts(style, back_sizes(style), chart, width) if name in said}


def _parts(style: Style, sizes: BackSizes, chart: Chart, width: float) -> Iterator[tuple[str, Block]]:
    back = chart.back
    assert back
    rule = lay_out_rule(style, sizes, back, width)
    if rule:
        yield RULE, rule
    if back.measures:
        said = [(f"{one.title} ({one.unit}):", f"{one.how} {one.change}") for one in back.measures if one.moments]
        yield MEASURE, _paragraphs(style, sizes, said, width)
    yield PEN, _paragraphs(style, sizes, [(f"{chart.title}:", f"{back.how_to.pen} {back.how_to.pain}")], width)
    yield PLAN, lay_out_wide_plan(style, sizes, back.plan_title, back.plan, width)


def _paragraphs(style: Style, sizes: BackSizes, said: list[tuple[str, str]], width: float) -> Block:
    """Each behind its lead."""
    ink, size = style.inks.ink, sizes.text
    y = size * RISE
    elements = []
    for lead, text in said:
        spans = [Span(f"{lead} ", "bold", ink), Span(text, "regular", ink)]
        words = set_column(style, spans, 0, y, width, size, sizes.lead)
        elements.append(Element(Role.PARAGRAPH, words.items))
        y = words.next
    return Block(width, y - sizes.lead + size * DROP, tuple(elements))
