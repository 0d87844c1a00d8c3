"""The parts of the foot as blocks: each once for each way in which the space of the front has it set."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.manuscript.sheet_front import FrontFoot
from generator.page.measures import Style
from generator.page.page import Block, Element, Role
from generator.page.paragraph import set_column
from generator.page.sheet.front_foot import lay_out_ask_first, lay_out_pain
from generator.page.sheet.front_pages import ASK, PAIN, SIGNS, URGENT
from generator.page.sheet.front_signs import lay_out_signs
from generator.page.sheet.front_sizes import FrontSizes
from generator.page.sheet.front_space import Rung
from generator.shapes.geometry import MM
from generator.text.setter import Span

# Over each part, where another stands above it.
_OVER = {PAIN: 1.2 * MM, ASK: 0.4 * MM, SIGNS: 1.6 * MM, URGENT: 3 * MM}
_ANY_PAGE = 8  # a page number that is as wide as any other of one digit


def says_urgent(style: Style) -> bool:
    """Whether the signs that call for a call today stand on the front: in large print, whose back has no room."""
    return style.theme.tall_rows


@dataclass(frozen=True, slots=True)
class FrontFeet:
    """As wide as the live area."""

    style: Style
    sizes: FrontSizes
    foot: FrontFoot
    width: float
    kept: dict[tuple[str, bool, float], Block] = field(default_factory=dict, compare=False, repr=False)

    @property
    def parts(self) -> tuple[str, ...]:
        """From the top."""
        return (PAIN, ASK, SIGNS, URGENT) if says_urgent(self.style) else (PAIN, ASK, SIGNS)

    def height(self, parts: tuple[str, ...], rung: Rung) -> float:
        """With what stands over each, and the pointer to the emergency signs where these are not among the parts."""
        return sum(block.height + over for block, over in self.blocks(parts, rung))

    def blocks(self, parts: tuple[str, ...], rung: Rung, home: int = _ANY_PAGE) -> list[tuple[Block, float]]:
        """From the top down, each with the room over it; `home` is the page with the emergency signs."""
        found = [(self._part(part, rung), _OVER[part]) for part in parts]
        return found if SIGNS in parts else [*found, (self._pointer(home), _OVER[ASK])]

    def _part(self, part: str, rung: Rung) -> Block:
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
