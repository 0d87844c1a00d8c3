"""The parts of the foot as blocks: each once for each way in which the space of the front has it set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.manuscript.sheet_front import FrontFoot
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Role
from generator.page.paragraph import set_column
from generator.page.said_in_front import MEASURE, PEN, PLAN, RULE, URGENT, ways_to_say
from generator.page.sheet.front_foot import lay_out_ask_first, lay_out_pain
from generator.page.sheet.front_pages import ASK, PAIN, SIGNS
from generator.page.sheet.front_signs import lay_out_signs
from generator.page.sheet.front_sizes import FrontSizes
from generator.page.sheet.front_space import Rung
from generator.page.signs import decoration
from generator.shapes.geometry import MM
from generator.text.setter import Span

# Over each part, where another stands above it.
_OVER = {PAIN: 1.2 * MM, ASK: 0.4 * MM, SIGNS: 1.6 * MM, URGENT: 2.4 * MM, RULE: 1.6 * MM, PLAN: 1.6 * MM}
_OVER |= {MEASURE: 1.6 * MM, PEN: 1.2 * MM}
_RULED, _OVER_LINE = (RULE, PLAN), 2 * MM  # parts under a line, and the white over that
_LINE = 1.2
_ANY_PAGE = 8  # a page number that is as wide as any other of one digit


@dataclass(frozen=True, slots=True)
class FrontFeet:
    """As wide as the live area; `said` are parts that the back leaves to the front, laid out."""

    style: Style
    sizes: FrontSizes
    foot: FrontFoot
    width: float
    said: Mapping[str, Block] = field(default_factory=dict)
    kept: dict[tuple[str, bool, float], Block] = field(default_factory=dict, compare=False, repr=False)

    @property
    def parts(self) -> tuple[str, ...]:
        """From the top."""
        return (PAIN, ASK, SIGNS, *ways_to_say(self.style)[0], *self.said)

    def height(self, parts: tuple[str, ...], rung: Rung) -> float:
        """With what stands over each, and the pointer to the emergency signs where these are not among the parts."""
        return sum(block.height + over for block, over in self.blocks(parts, rung))

    def blocks(
        self, parts: tuple[str, ...], rung: Rung, home: int = _ANY_PAGE, air: float = 0.0
    ) -> list[tuple[Block, float]]:
        """From the top down, each with the room over it, with more `air` over each part but the first.

        `home` is the page with the emergency signs.
        """
        found: list[tuple[Block, float]] = []
        for part in parts:
            more = air if found else 0.0
            is_ruled = part in _RULED
            found += [(self._line(), _OVER_LINE + more)] if is_ruled else []
            found.append((self._part(part, rung), _OVER[part] + (0.0 if is_ruled else more)))
        return found if SIGNS in parts else [*found, (self._pointer(home), _OVER[ASK] + air)]

    def _line(self) -> Block:
        return Block(self.width, _LINE, (decoration(Line(0, 0, self.width, 0, _LINE, self.style.inks.accent)),))

    def _part(self, part: str, rung: Rung) -> Block:
        if part in self.said:
            return self.said[part]
        key = (part, rung.listed, rung.lead)
        if key not in self.kept:
            self.kept[key] = self._made(part, rung)
        return self.kept[key]

    def _made(self, part: str, rung: Rung) -> Block:
        if part == PAIN:
            return lay_out_pain(self.style, self.sizes, self.foot, self.width, rung.lead)
        if part == ASK:
            return lay_out_ask_first(self.style, self.sizes, self.foot, self.width, rung.lead)
        urgent = part == URGENT
        signs = self.foot.urgent if urgent else self.foot.emergency
        return lay_out_signs(
            self.style, self.sizes, signs, self.width, urgent=urgent, listed=rung.listed, share=rung.lead
        )

    def _pointer(self, home: int) -> Block:
        size, step = self.sizes.body, self.sizes.lead
        spans = [Span(self.foot.pointer(home), "bold", self.style.inks.accent)]
        words = set_column(self.style, spans, 0, step, self.width, size, step)
        return Block(self.width, words.next - step + size * 0.3, (Element(Role.PARAGRAPH, words.items),))
