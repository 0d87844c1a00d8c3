"""Photographs that paper shows unsharp, of all sizes that they are printed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.finding import FindingLevel
from generator.check.rule import Rule, Slip
from generator.page.finished.photo_resolution import LEAST_DPI, Coarse, coarsest
from generator.problems import place_of


def low_resolution(coarse: Sequence[Coarse]) -> Iterator[Slip]:
    for one in coarsest(coarse):
        yield Slip(one.what, place_of(one.name), (), "", f"at least {LEAST_DPI} dpi", one.hint)


RULES: tuple[Rule[Sequence[Coarse]], ...] = (
    Rule(
        "low-resolution",
        FindingLevel.WARNING,
        "A photograph with fewer than 150 pixels an inch looks blurred on paper, and a joint's angle is lost first.",
        "House rule: half of the 300 dpi that print shops ask for; below that single pixels begin to show",
        low_resolution,
    ),
)
