"""What gives way where a page has no room for as many cards as it should hold: one table, in its order.

Nothing else does: amounts, steps, what to feel and avoid, when to stop, and notes to one person are never left out, and
no type gets smaller. Where all of this is not enough, a page has a card less; no text is ever cut.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.shapes.geometry import MM

# How many cards a page should hold: as a rule, in large type, and on narrow paper.
PER_PAGE, PER_LARGE_PAGE, PER_NARROW_PAGE = 3, 2, 2
# So much white under a card or the last of them gets lines for notes (points).
WHITE = 40 * MM


@dataclass(frozen=True, slots=True)
class Saving:
    """Kinds of notes that a card goes `without`; its shares of the lead and of the least height of pictures.

    `around`: in large type, where steps end above the code, the first notes stand under them. `once`: a harder way
    that is also the next step is said with the dose alone.
    """

    without: tuple[str, ...] = ()
    lead: float = 1.0
    pictures: float = 1.0
    around: bool = False
    once: bool = False


NOTHING_SAVED = Saving()
# Tried one after another, in each of them with the highest card of the page first.
SAVINGS = (
    Saving(("why",)),
    Saving(("why", "begin")),
    Saving(("why", "begin"), lead=0.96),
    Saving(("why", "begin"), lead=0.96, pictures=0.7),
)
# In large type first what costs nothing: notes beside a code, and nothing twice; in the end lines stand closer.
LARGE_SAVINGS = (
    Saving(around=True),
    Saving(around=True, once=True),
    *(replace(saving, around=True, once=True) for saving in SAVINGS),
    Saving(("why", "begin"), lead=0.94, pictures=0.7, around=True, once=True),
)
