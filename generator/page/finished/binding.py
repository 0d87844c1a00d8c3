"""Pages bound at the start come in; for two-sided printing the even ones go out bound at the other edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.page.measures import Frame
from generator.page.page import Page


def mirrored(pages: Sequence[tuple[Page, Frame]]) -> tuple[Page, ...]:
    """Every second page moved as a whole, so that the holes of both sides of a sheet fall on each other.

    Each page comes with its live area, which keeps its size, so nothing is laid out again; a chart's marks move with
    its cells, and whoever reads a sheet back measures from the marks.
    """
    return tuple(_moved(page, frame) if index % 2 else page for index, (page, frame) in enumerate(pages))


def _moved(page: Page, frame: Frame) -> Page:
    across = frame.width - frame.end - frame.start
    down = frame.height - frame.bottom - frame.top
    return replace(page, blocks=tuple(replace(it, x=it.x + across, y=it.y + down) for it in page.blocks))
