"""What differs by client on every page that is read back: the strip, the next visit and the codes, each in its slot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.manuscript.chart import Identity
from generator.page.chart.chart_measures import Sizes
from generator.page.chart.corner_marks import place_matrices
from generator.page.finished.cells import Payload, routine_code
from generator.page.measures import Frame, Style
from generator.page.page import Block, Page, Placed

# The slot of these blocks.
CLIENT = "client"

# A block, and where it stands on its page (points).
Spot = tuple[float, float, Block]


@dataclass(frozen=True, slots=True)
class ClientSlots:
    """What all pages of a sheet share: `matrix` is heard in place of a code, `layout` is the fingerprint."""

    style: Style
    sizes: Sizes
    frame: Frame
    identity: Identity
    matrix: str
    layout: str
    pseudonym: str

    def page(self, number: int, top: Placed, strip: Spot, rest: tuple[Placed, ...], visit: Spot) -> Page:
        """Page `number` (from 1) in reading order, its codes last."""
        filled = (top, _slot(strip), *rest, _slot(visit), *self._codes(number))
        return Page(self.frame.width, self.frame.height, filled)

    def _codes(self, number: int) -> Iterator[Placed]:
        routine, version = routine_code(self.identity.programme), self.identity.version
        payload = Payload(routine, version, number, self.layout, self.pseudonym)
        for code in place_matrices(self.style, self.sizes, self.frame, payload.text, self.matrix):
            yield replace(code, slot=CLIENT)


def _slot(spot: Spot) -> Placed:
    x, y, block = spot
    return Placed(x, y, block, slot=CLIENT)
