"""What returns on every page: phase tab, running head, footer."""

from __future__ import annotations

from dataclasses import dataclass

from generator.page.measures import Style
from generator.page.outline import rectangle
from generator.page.page import Block, Element, Item, Line, Role, Shape
from generator.page.paragraph import set_column, set_word
from generator.page.signs import CAP_MIDDLE, decoration
from generator.text.setter import Span


@dataclass(frozen=True, slots=True)
class Tab:
    """The head of a phase: its name on the accent, and a line of text beside or under it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Footer:
    """`lines` at the start; contact and page number at the far edge."""

    lines: tuple[str, ...]
    contact: str
    page: str


def lay_out_tab(style: Style, tab: Tab, width: float) -> Block:
    """A block as wide as the live area."""
    theme, inks = style.theme, style.inks
    height = theme.step * 1.3
    pad = theme.step * 0.55
    baseline = height / 2 + theme.tab * CAP_MIDDLE
    label = set_word(style, tab.label, pad, baseline, theme.tab, "bold", inks.white)
    tab_width = label.run.width + 2 * pad
    shape = Shape(rectangle(0, 0, tab_width, height, theme.step * 0.22), fill=inks.accent)
    elements = [decoration(shape), Element(Role.HEADING_2, (label,))]
    bottom = height
    if tab.text:
        x = tab_width + theme.step * 0.64
        spans = [Span(tab.text, "regular", inks.ink)]
        lines = style.setter.lines(spans, theme.body, width - x)
        if len(lines) > 2:
            column = set_column(style, spans, 0, height + theme.step * 1.0, width, theme.body, theme.step)
        else:
            column = set_column(style, spans, x, baseline, width - x, theme.body, theme.step)
        elements.append(Element(Role.PARAGRAPH, column.items))
        bottom = max(height, column.next - theme.step * 0.75)
    return Block(width, bottom, (Element(Role.SECTION, tuple(elements)),), bookmark=(tab.label, 1))


def lay_out_head(style: Style, title: str, continued: str, width: float) -> Block:
    """The running head of following pages: decoration, since the document's title has been read."""
    theme, inks = style.theme, style.inks
    y = theme.small * 0.8
    items: list[Item] = [set_word(style, title, 0, y, theme.small, "semibold")]
    if continued:
        items.append(set_word(style, continued, width, y, theme.small, ink=inks.grey, align="end"))
    return Block(width, theme.step, (decoration(*items),))


def lay_out_footer(style: Style, footer: Footer, width: float, *, read: bool) -> Block:
    """A block that ends at the foot of the live area; read aloud on one page only, decoration on the others."""
    theme, inks = style.theme, style.inks
    step = max(theme.footer * 1.3, theme.page_number * 1.05)
    height = theme.footer_height
    last = height - max(theme.footer, theme.page_number) * 0.26
    page = set_word(style, footer.page, width, last, theme.page_number, "semibold", align="end")
    contact = set_word(style, footer.contact, width, last - step, theme.footer, ink=inks.grey, align="end")
    side = max(page.run.width, contact.run.width) + theme.step
    items: list[Item] = []
    y = last - step * (len(footer.lines) - 1)
    for line in footer.lines:
        items.append(_fitted(style, line, y, width - side))
        y += step
    words = (*items, contact, page) if footer.contact else (*items, page)
    rule = decoration(Line(0, 0, width, 0, 0.5, inks.line))
    body = Element(Role.PARAGRAPH, words) if read else decoration(*words)
    return Block(width, height, (rule, body))


def lay_out_colophon(style: Style, text: str, width: float) -> Block:
    """What a footer in large type has no room for, once, at the end."""
    theme = style.theme
    spans = [Span(text, "regular", style.inks.grey)]
    column = set_column(style, spans, 0, theme.small, width, theme.small, theme.small * 1.25)
    return Block(width, column.next - theme.small, (Element(Role.PARAGRAPH, column.items),))


def _fitted(style: Style, text: str, y: float, room: float) -> Item:
    """Footer text in one line, set a little smaller before it would touch the page number."""
    size = style.theme.footer
    while style.setter.width(text, size) > room and size > style.theme.smallest:
        size -= 0.25
    return set_word(style, text, 0, y, size, ink=style.inks.grey)
