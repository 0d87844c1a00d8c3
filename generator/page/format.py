"""How a plan goes on paper: paper, layout, style, kind of chart, and what the printer is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.page.measures import Paper


class Layout(StrEnum):
    CARDS = "cards"
    COMPACT = "compact"


class ChartKind(StrEnum):
    MINIMAL = "minimal"
    STANDARD = "standard"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Format:
    """`only` is "handout", "chart" or empty for both; `gutter` is the binding margin in mm, 0 for none."""

    paper: Paper = Paper.A4
    layout: Layout = Layout.CARDS
    style: str = "standard"
    chart: ChartKind = ChartKind.STANDARD
    only: str = ""
    gutter: float = 0.0
    duplex: bool = False
    archive: bool = False
    body: str = ""
