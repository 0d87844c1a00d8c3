"""Blocks that stay together on a page: one part for the page breaks, with all that is needed to place them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.page.flow import Part, page_height
from generator.page.page import Block


class UnitPhase(Protocol):
    """What a unit knows of its phase: the key, and the running head of a page that goes on with it."""

    @property
    def key(self) -> str: ...
    @property
    def continued(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Unit:
    """Blocks one under the other with `gap` between them; `slots` name those that are exchanged for each person."""

    blocks: tuple[Block, ...]
    gap: float
    part: Part
    slots: tuple[str, ...]
    phase: UnitPhase | None = None


def stack(
    blocks: Sequence[Block], gap: float, apart: float, phase: UnitPhase | None = None, *, slots: Sequence[str] = ()
) -> Unit:
    """A unit that stands at least `apart` below the one before it (points)."""
    height = sum(block.height for block in blocks) + gap * (len(blocks) - 1)
    return Unit(tuple(blocks), gap, Part(height, apart), tuple(slots) or ("",) * len(blocks), phase)


def used(units: Sequence[Unit]) -> float:
    """Height of units one under the other."""
    return page_height([unit.part for unit in units])
