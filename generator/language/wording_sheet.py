"""The texts that only the sheet has.

Named tuples, since these classes are built at each start, and dataclasses would take eight times as long.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.language.plural import Plural
from generator.problems import Prose


class SheetTexts(NamedTuple):
    """What only the front of the sheet says: codes, tabs, the clock strip, one list of emergency signs."""

    prepared_for: Prose
    start: Prose
    whole: Prose
    minutes: Plural
    tab: Prose
    close: Prose
    first: Prose
    letter: Prose
    right_letter: Prose
    left_letter: Prose
    measure: Prose
    in_turn: Prose
    emergency_head: Prose
    more_signs: tuple[Prose, ...]
    elsewhere: Prose
