"""What returns on every page: phase tab, running head, footer."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.address.web_address import shown_form
from generator.manuscript.running import Link, PhaseTab, RunningFooter
from generator.page.codes.printed_address import short_lines
from generator.page.measures import Style
from generator.page.page import Block, Element, Item, Line, Role, Shape
from generator.page.paragraph import set_column, set_word
from generator.page.signs import CAP_MIDDLE, decoration
from generator.problems import Prose, place_of
from generator.shapes.geometry import MM
from generator.shapes.outlines import rectangle
from generator.text.setter import Span

_FOOTER_LINE = 145 * MM  # beside the page number, on the narrower paper


def lay_out_tab(style: Style, tab: PhaseTab, width: float) -> Block:
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
    last, start, free = baseline, tab_width + theme.step * 0.64, width - tab_width - theme.step * 0.64
    if tab.line:
        x = tab_width + theme.step * 0.64
        spans = [Span(tab.line, "regular", inks.ink)]
        lines = style.setter.lines(spans, theme.body, width - x)
        if len(lines) > 2:
            column = set_column(style, spans, 0, height + theme.step * 1.0, width, theme.body, theme.step)
            start = 0.0
        else:
            column = set_column(style, spans, x, baseline, width - x, theme.body, theme.step)
        elements.append(Element(Role.PARAGRAPH, column.items))
        bottom = max(height, column.next - theme.step * 0.75)
        last = column.next - theme.step
        free = width - max(word.x + word.run.width for word in column.items if word.y > last - 0.01)
    if tab.link:
        link, last = _link(style, tab.link, start, width, free, last)
        elements.append(link)
        bottom = max(bottom, last + theme.step * 0.25)
    return Block(width, bottom, (Element(Role.SECTION, tuple(elements)),), bookmark=(tab.label, 1))


def _link(style: Style, link: Link, start: float, width: float, free: float, y: float) -> tuple[Element, float]:
    """At the far edge of the line y, if `free` points are left there; else below, from `start` on. And its baseline."""
    theme = style.theme
    lead = style.setter.width(link.words, theme.body, "semibold") + theme.step * 0.35
    lines = short_lines(style, Prose(shown_form(link.address), link.place), theme.small, width - start - lead)
    needed = lead + style.setter.width(lines[0], theme.small)
    if len(lines) == 1 and needed + theme.step <= free:
        start = width - needed
    else:
        y += theme.step
    words = set_word(style, link.words, start, y, theme.body, "semibold", style.inks.accent)
    shown = [set_word(style, text, start + lead, y + theme.step * row, theme.small) for row, text in enumerate(lines)]
    target = Element(Role.LINK, tuple(shown), alt=link.alt, address=link.address)
    return Element(Role.PARAGRAPH, (words, target)), y + theme.step * (len(lines) - 1)


def lay_out_head(style: Style, title: str, continued: str, width: float) -> Block:
    """The running head of following pages: decoration, since the document's title has been read."""
    theme, inks = style.theme, style.inks
    y = theme.small * 0.8
    start = set_word(style, title, 0, y, theme.small, "semibold")
    items: list[Item] = [start]
    # Beside a very long title there is no room for the phase; its tab says it, too.
    if continued and start.run.width + theme.step + style.setter.width(continued, theme.small) <= width:
        items.append(set_word(style, continued, width, y, theme.small, ink=inks.grey, align="end"))
    return Block(width, theme.step, (decoration(*items),))


def is_short(style: Style, footer: RunningFooter) -> bool:
    """In large type, and where two lines beside the page number do not hold a long name of the author."""
    return style.theme.stacked or style.setter.width(" ".join(footer.lines), style.theme.smallest) > 2 * _FOOTER_LINE


def lay_out_footer(style: Style, footer: RunningFooter, page_of: tuple[int, int], width: float, *, read: bool) -> Block:
    """A block that ends at the foot of the live area; read aloud on one page only, decoration on the others.

    `page_of` is the page's number and how many there are.
    """
    short = is_short(style, footer)
    lines = (footer.short,) if short else footer.lines
    told = "" if short else footer.contact
    theme, inks = style.theme, style.inks
    step = max(theme.footer * 1.3, theme.page_number * 1.05)
    height = theme.footer_height
    last = height - max(theme.footer, theme.page_number) * 0.26
    page = set_word(style, footer.page_line(*page_of), width, last, theme.page_number, "semibold", align="end")
    contact = set_word(style, told, width, last - step, theme.footer, ink=inks.grey, align="end")
    side = max(page.run.width, contact.run.width) + theme.step
    widest = max(style.setter.width(line, theme.smallest) for line in lines)
    # A very long title takes the room of the contact, which stands on the first and the last page.
    is_told = bool(told) and widest <= width - side
    if not is_told:
        side = page.run.width + theme.step
    items = _footer_lines(style, lines, last, step, width - side)
    words = (*items, contact, page) if is_told else (*items, page)
    rule = decoration(Line(0, 0, width, 0, 0.5, inks.line))
    body = Element(Role.PARAGRAPH, words) if read else decoration(*words)
    return Block(width, height, (rule, body))


def _footer_lines(style: Style, lines: tuple[str, ...], last: float, step: float, room: float) -> Sequence[Item]:
    """Each on a line of its own; where one is too long for that, all run on in as many lines, or two if narrow."""
    y = last - step * (len(lines) - 1)
    if any(style.setter.width(line, style.theme.smallest) > room for line in lines):
        spans = [Span(Prose(line + " ", place_of(line)), "regular", style.inks.grey) for line in lines]
        most = 2 if style.narrow else len(lines)
        count = max(len(style.setter.lines(spans, style.theme.smallest, room)), len(lines))
        if count <= most:
            return set_column(style, spans, 0, last - step * (count - 1), room, style.theme.smallest, step).items
    return [_fitted(style, line, y + step * row, room) for row, line in enumerate(lines)]


def lay_out_colophon(style: Style, text: str, width: float) -> Block:
    """What a footer in large type has no room for, once, at the end."""
    theme = style.theme
    spans = [Span(text, "regular", style.inks.grey)]
    size = theme.note if style.narrow else theme.small  # in the reader's type, where it does not stand in small print
    column = set_column(style, spans, 0, size, width, size, size * 1.25)
    return Block(width, column.next - size, (Element(Role.PARAGRAPH, column.items),))


def _fitted(style: Style, text: str, y: float, room: float) -> Item:
    """Footer text in one line, set a little smaller before it would touch the page number."""
    size = style.theme.footer
    while style.setter.width(text, size) > room and size > style.theme.smallest:
        size -= 0.25
    return set_word(style, text, 0, y, size, ink=style.inks.grey)
