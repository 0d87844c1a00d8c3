"""The first block of a handout: clinic, title, main message, why, the routine's code, and the facts at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from generator.manuscript.first_block import FirstBlock
from generator.manuscript.picture import Panel
from generator.page.codes.code_block import code_lines, code_of, place_code
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Picture, Role, Words
from generator.page.paragraph import set_column, set_word
from generator.page.signs import TAIL, decoration
from generator.shapes.geometry import MM
from generator.text.setter import Span

# The words beside the code can spare this much for its address.
_ADDRESS_ROOM = 62 * MM
# How far above the facts the rule over them stands, in steps.
_RULE = 0.25
# The room that a fact needs beside a code, in sizes of its type.
_FACT_LEAST = 10
# The most of the width that a fact takes from the last of them.
_FACT = 0.26


def lay_out_masthead(style: Style, front: FirstBlock, width: float) -> Block:
    """The first half, for a page that has no room for the whole: clinic, title and message."""
    elements, y = _clinic(style, front, width)
    title, y = _title(style, front, width, y)
    words, y = _message(style, front, min(style.theme.prose * 1.042, width), y)
    kids = (Element(Role.SECTION, (*elements, *title, *words)),)
    return Block(width, y - style.theme.message * 0.9, kids, place=front.place)


def lay_out_about(style: Style, front: FirstBlock, width: float) -> Block:
    """The second half where the theme is stacked: why, the facts, and the routine's code beside them."""
    theme = style.theme
    words, y = _why(style, front, min(theme.prose * 1.042, width), theme.body * 0.8)
    facts, y = _facts_and_code(style, front, width, y, theme.step * 0.2)
    return Block(width, y, (Element(Role.SECTION, (words, *facts)),))


def lay_out_front(style: Style, front: FirstBlock, width: float) -> Block:
    """As wide as the live area. The code stands beside the message, or beside the facts where the theme is stacked."""
    elements, y = _clinic(style, front, width)
    title, y = _title(style, front, width, y)
    elements += title
    if style.theme.stacked:
        room = min(style.theme.prose * 1.042, width)
        words, y = _message(style, front, room, y)
        why, y = _why(style, front, room, y)
        facts, y = _facts_and_code(style, front, width, y, style.theme.step * _RULE)
        elements += [*words, why, *facts]
    else:
        code, code_end, start = _code(style, front, width, y + _tails(style, front, title, width))
        room = min(style.theme.prose * 1.042, (start or width) - style.theme.gutter)
        words, y = _message(style, front, room, y)
        why, y = _why(style, front, room, y)
        facts, y = _facts(style, front, width, max(y, code_end), width, 0.0)
        elements += [*words, why, *code, *facts]
    return Block(width, y, (Element(Role.SECTION, tuple(elements)),), place=front.place)


def _clinic(style: Style, front: FirstBlock, width: float) -> tuple[list[Element], float]:
    theme, inks = style.theme, style.inks
    elements = []
    x = 0.0
    if front.logo:
        drawn_width, drawn_height = _fit(front.logo, theme.logo * 3, theme.logo)
        top = (theme.logo - drawn_height) / 2
        picture = Picture(0, top, drawn_width, drawn_height, front.logo.content, style.palette)
        elements.append(Element(Role.FIGURE, (picture,), alt=front.logo.alt))
        x = drawn_width + theme.logo * 0.35
    baseline = theme.logo * 0.5 + theme.clinic * 0.33
    phone = set_word(style, front.phone, width, theme.logo * 0.42, theme.clinic, "bold", align="end")
    hours = set_word(style, front.hours, width, theme.logo * 0.94, theme.small, ink=inks.grey, align="end")
    room = width - x - max(phone.run.width, hours.run.width) - theme.step
    spans = [Span(front.clinic, "bold", inks.ink)]
    below = style.narrow and len(style.setter.lines(spans, theme.clinic, room)) > 1
    name = set_column(style, spans, x, baseline, width - x if below else room, theme.clinic, theme.clinic * 1.15)
    y = max(theme.logo * 1.25, name.next - theme.clinic * 0.6)
    if below:  # the number under a name that needs the line
        line = max(theme.logo, name.next - theme.clinic * 1.15) + theme.clinic * 1.2
        phone = set_word(style, front.phone, 0, line, theme.clinic, "bold")
        hours = set_word(style, front.hours, width, line, theme.small, ink=inks.grey, align="end")
        y = line + theme.clinic * 0.55
    elements.append(Element(Role.PARAGRAPH, name.items))
    elements.append(Element(Role.PARAGRAPH, (phone, hours) if front.hours else (phone,)))
    elements.append(decoration(Line(0, y, width, y, 1.2, inks.accent)))
    return elements, y


def _fit(panel: Panel, width: float, height: float) -> tuple[float, float]:
    own_width, own_height = panel.size
    scale = min(width / own_width, height / own_height)
    return own_width * scale, own_height * scale


def _title(style: Style, front: FirstBlock, width: float, y: float) -> tuple[list[Element], float]:
    theme = style.theme
    spans = [Span(front.title, "bold", style.inks.ink)]
    title = set_column(style, spans, 0, y + theme.title_step, width, theme.title, theme.title_step)
    return [Element(Role.TITLE, title.items)], title.next - theme.title_step


def _tails(style: Style, front: FirstBlock, title: Sequence[Element], width: float) -> float:
    """How far the title's letters reach down over the code, if its last line is that long."""
    words = [kid for element in title for kid in element.kids if isinstance(kid, Words)]
    end = max(word.x + word.run.width for word in words if word.y == words[-1].y)
    if front.video is None:
        return 0.0
    code = code_of(front.video, style.theme.routine_code)
    reaches = end > width - code.side - code.quiet
    return style.theme.title * TAIL if reaches else 0.0


def _code(style: Style, front: FirstBlock, width: float, y: float) -> tuple[list[Element], float, float | None]:
    """The routine's code at the far edge with its words beside it (under it where stacked); its end and its start."""
    if not front.video:
        return [], 0.0, None
    theme, code = style.theme, code_of(front.video, style.theme.routine_code)
    top = y + max(theme.step * 0.62, code.quiet)
    lines = code_lines(style, code, _ADDRESS_ROOM)
    drawn, end = place_code(style, code, lines, width, top, end=True)
    edge = width if theme.stacked else width - code.side - max(theme.step * 0.75, code.quiet)
    line = end + theme.step * 0.95 if theme.stacked else top + theme.step * 0.66
    words = [set_word(style, front.video.words, edge, line, theme.body, "bold", style.inks.accent, align="end")]
    if front.video.length:
        line += theme.step
        words.append(set_word(style, front.video.length, edge, line, theme.small, align="end"))
    address = max(style.setter.width(text, theme.small) for text in lines)
    start = min(width - code.side, width - address, *(word.x for word in words))
    end = max(end, line) if theme.stacked else end
    return [Element(Role.PARAGRAPH, tuple(words)), *drawn], end + theme.step * 0.6, start


def _facts_and_code(
    style: Style, front: FirstBlock, width: float, y: float, lift: float
) -> tuple[list[Element], float]:
    """The facts with the code beside them; where that leaves them little room, under them."""
    step = style.theme.step
    code, code_end, start = _code(style, front, width, y - lift)
    room = (start or width) - step
    if style.narrow and start and room - _labels_width(style, front) < style.theme.fact * _FACT_LEAST:
        room = width
        _, end = _stacked_facts(style, front, width, y + step * 0.1)
        code, code_end, _ = _code(style, front, width, end)
    facts, y = _facts(style, front, width, y, room, code_end)
    return [*facts, *code], y


def _message(style: Style, front: FirstBlock, room: float, y: float) -> tuple[list[Element], float]:
    """The main message, a line break after each sentence."""
    theme, inks = style.theme, style.inks
    step = theme.message * 1.157
    y += theme.step * 1.55
    elements = []
    for sentence in front.message:
        column = set_column(style, [Span(sentence, "semibold", inks.accent)], 0, y, room, theme.message, step)
        elements.append(Element(Role.PARAGRAPH, column.items))
        y = column.next
    return elements, y + theme.step * 0.1


def _why(style: Style, front: FirstBlock, room: float, y: float) -> tuple[Element, float]:
    theme, inks = style.theme, style.inks
    spans = [Span(front.why_label + " ", "bold", inks.ink), Span(front.why, "regular", inks.ink)]
    why = set_column(style, spans, 0, y, room, theme.body, theme.step)
    return Element(Role.PARAGRAPH, why.items), why.next


def _facts(
    style: Style, front: FirstBlock, width: float, y: float, room: float, code_end: float
) -> tuple[list[Element], float]:
    """Between two rules; `room` is what a code beside them leaves, and the second rule stands below that code."""
    theme, inks = style.theme, style.inks
    y += theme.step * 0.1
    rule = y - theme.step * (0.1 + _RULE)
    elements = [decoration(Line(0, rule, width, rule, 0.5, inks.line))]
    rows, end = (_stacked_facts if theme.stacked else _side_facts)(style, front, room, y)
    end = max(end, code_end)
    elements += rows
    elements.append(decoration(Line(0, end, width, end, 0.5, inks.line)))
    return elements, end


def _side_facts(style: Style, front: FirstBlock, width: float, y: float) -> tuple[list[Element], float]:
    """Facts side by side; the last takes the room that is left, and each may run over more lines."""
    theme, inks = style.theme, style.inks
    elements = []
    x = 0.0
    lines = 1
    for index, (label, value) in enumerate(front.facts):
        last = index == len(front.facts) - 1
        room = width - x
        natural = max(style.setter.width(value, theme.fact, "semibold"), style.setter.width(label, theme.small))
        if not last:
            room = min(width * _FACT, natural)
        name = set_word(style, label, x, y + theme.step * 0.6, theme.small, ink=inks.grey)
        spans = [Span(value, "semibold", inks.ink)]
        body = set_column(style, spans, x, y + theme.step * 1.6, room, theme.fact, theme.step)
        lines = max(lines, body.lines)
        elements.append(Element(Role.PARAGRAPH, (name, *body.items)))
        x += room + theme.step * 2
    return elements, y + theme.step * (1.15 + lines)


def _labels_width(style: Style, front: FirstBlock) -> float:
    return max(style.setter.width(label, style.theme.small) for label, _ in front.facts) + style.theme.step


def _stacked_facts(style: Style, front: FirstBlock, width: float, y: float) -> tuple[list[Element], float]:
    theme, inks = style.theme, style.inks
    elements = []
    label_width = _labels_width(style, front)
    y += theme.step * 0.8
    for label, value in front.facts:
        name = set_word(style, label, 0, y, theme.small, ink=inks.grey)
        spans = [Span(value, "semibold", inks.ink)]
        body = set_column(style, spans, label_width, y, width - label_width, theme.fact, theme.step * 1.08)
        elements.append(Element(Role.PARAGRAPH, (name, *body.items)))
        y = body.next
    return elements, y - theme.step * 0.45
