"""The top of the front: logo, clinic, hours, phone; title and message with the codes beside them; the strip."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.picture import Panel
from generator.manuscript.sheet_front import FrontHead
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Picture, Role
from generator.page.paragraph import set_column, set_word
from generator.page.sheet.front_codes import lay_out_codes
from generator.page.sheet.front_sizes import FrontSizes
from generator.page.sheet.front_strip import lay_out_front_strip
from generator.page.signs import CAP_MIDDLE, decoration
from generator.shapes.geometry import MM
from generator.text.setter import Span

_LOGO = 8.4 * MM
_WIDEST_LOGO = 30 * MM
_RULE = 1.2
_BESIDE = 2.8 * MM


@dataclass(frozen=True, slots=True)
class FrontTop:
    """`fields` is the strip to fill in, `below` points under the head's top; the clinician's note is not part of it."""

    block: Block
    fields: Block | None
    below: float
    height: float


def lay_out_front_head(style: Style, sizes: FrontSizes, head: FrontHead, width: float) -> FrontTop:
    brand, y = _brand(style, sizes, head, width)
    elements = [*brand, decoration(Line(0, y, width, y, _RULE, style.inks.accent))]
    codes = lay_out_codes(style, sizes, head.codes, width, y)
    room = width - codes.width - (4 * MM if codes.width else 0)
    ink, accent = style.inks.ink, style.inks.accent
    step = sizes.title * 1.1
    y += 2.4 * MM + sizes.title * 0.78
    # A word that is wider than the room beside the codes is set smaller before it is cut.
    size = _fitted(style, head.title, sizes.title, room)
    title = set_column(style, [Span(head.title, "bold", ink)], 0, y, room, size, step)
    elements.append(Element(Role.TITLE, title.items))
    y = title.next - step + sizes.message_lead * 1.2
    for sentence in head.message:
        words = set_column(style, [Span(sentence, "semibold", accent)], 0, y, room, sizes.message, sizes.message_lead)
        elements.append(Element(Role.PARAGRAPH, words.items))
        y = words.next
    y += -sizes.message_lead + sizes.message * 0.35
    wide = style.theme.tall_rows or style.narrow
    fields = lay_out_front_strip(style, sizes, head.fields, width if wide else room)
    below = max(y, codes.end - (0 if wide else fields.height))
    height = below + fields.height
    block = Block(width, max(below, codes.end), (Element(Role.SECTION, (*elements, *codes.elements)),))
    return FrontTop(block, fields, below, max(height, codes.end))


def lay_out_later_front_head(
    style: Style, sizes: FrontSizes, head: FrontHead, width: float, *, ruled: bool
) -> FrontTop:
    """The head of a following page is decoration, since it has been read; `ruled` draws a rule under it."""
    size = sizes.label
    y = size * 0.8
    title = set_word(style, head.title, 0, y, size, "bold")
    items = [title]
    if title.run.width + style.setter.width(head.phone, size, "bold") + _BESIDE <= width:
        items.append(set_word(style, head.phone, width, y, size, "bold", align="end"))
    rules = [Line(0, y + size * 0.5, width, y + size * 0.5, _RULE, style.inks.accent)] if ruled else []
    return FrontTop(Block(width, y + size * 0.6, (decoration(*items, *rules),)), None, 0.0, y + size * 0.6)


def _fitted(style: Style, title: str, size: float, room: float) -> float:
    widest = max(style.setter.width(word, 1, "bold") for word in title.split(" "))
    # A title of which the fonts have no letter has no width; it is refused once all pages are known.
    return min(size, room / widest) if widest else size


def _brand(style: Style, sizes: FrontSizes, head: FrontHead, width: float) -> tuple[list[Element], float]:
    """Logo, name and hours at the start, the phone at the end; hours get a line of their own where there is no room."""
    inks = style.inks
    baseline = _LOGO / 2 + sizes.clinic * CAP_MIDDLE
    elements: list[Element] = []
    x = 0.0
    if head.logo:
        picture, x = _logo(style, head.logo)
        elements.append(picture)
        x += _BESIDE
    phone = set_word(style, head.phone, width, baseline + sizes.phone * 0.02, sizes.phone, "bold", align="end")
    room = width - phone.run.width - _BESIDE * 1.5 - x
    name_step = sizes.clinic * 1.15
    name = set_column(style, [Span(head.clinic, "bold", inks.ink)], x, baseline, room, sizes.clinic, name_step)
    elements.append(Element(Role.PARAGRAPH, name.items))
    end = name.next - name_step
    last = max(word.x + word.run.width for word in name.items if word.y > end - 0.01)
    if head.hours:
        size, wanted = sizes.hours, style.setter.width(head.hours, sizes.hours)
        if last + _BESIDE + wanted <= x + room:
            hours = [set_word(style, head.hours, last + _BESIDE, end, size, ink=inks.grey)]
        else:
            lines = set_column(
                style, [Span(head.hours, "regular", inks.grey)], x, end + size * 1.25, width - x, size, size * 1.2
            )
            hours, end = list(lines.items), lines.next - size * 1.2
        elements.append(Element(Role.PARAGRAPH, tuple(hours)))
    elements.append(Element(Role.PARAGRAPH, (phone,)))
    return elements, max(_LOGO, end + sizes.hours * 0.3) + 2 * MM


def _logo(style: Style, logo: Panel) -> tuple[Element, float]:
    wide, tall = logo.size
    scale = min(_LOGO / tall, _WIDEST_LOGO / wide)
    picture = Picture(0, (_LOGO - tall * scale) / 2, wide * scale, tall * scale, logo.content, style.palette)
    return Element(Role.FIGURE, (picture,), alt=logo.alt), wide * scale
