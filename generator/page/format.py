"""How a plan goes on paper: paper, layout, style, kind of chart, and what the printer is told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.content.checking.fault_words import one_of, yes_or_no
from generator.content.choices import BODIES, ChartKind, Layout, Portion, StyleName
from generator.content.clinic import Clinic
from generator.content.fields import quoted
from generator.content.paper import Paper

MOST_GUTTER = 40.0


@dataclass(frozen=True, slots=True)
class Format:
    """`only` is a piece of the file, or empty for all of it; `gutter` is the binding margin in mm, 0 for none.

    Without a paper it is the clinic's. Choices may be given as text; raises ValueError for one that there is not.
    """

    paper: Paper | None = None
    layout: Layout = Layout.SHEET
    style: str = "standard"
    chart: ChartKind = ChartKind.PARTS
    only: str = ""
    gutter: float = 0.0
    duplex: bool = False
    archive: bool = False
    body: str = ""

    def __post_init__(self) -> None:
        def put(name: str, value: object) -> None:
            object.__setattr__(self, name, value)  # frozen for everybody else

        if self.paper is not None:
            put("paper", Paper(one_of("paper", self.paper, list(Paper))))
        put("layout", Layout(one_of("layout", self.layout, list(Layout))))
        put("chart", ChartKind(one_of("chart", self.chart, list(ChartKind))))
        # Plain texts, since the representation of a format is part of a sheet's identity.
        put("style", str(one_of("style", self.style, list(StyleName))))
        put("only", str(one_of("only", self.only, ["", *Portion])))
        put("body", str(one_of("body", self.body, ["", *BODIES])))
        yes_or_no("duplex", self.duplex)
        yes_or_no("archive", self.archive)
        if type(self.gutter) not in (int, float) or not 0 <= self.gutter <= MOST_GUTTER:
            raise ValueError(f"gutter: needs millimetres from 0 to {MOST_GUTTER:g}, not {quoted(self.gutter)}")

    def on_paper_of(self, clinic: Clinic) -> Format:
        """This, on the clinic's paper where none is asked for."""
        return self if self.paper else replace(self, paper=clinic.paper)

    @property
    def has_room(self) -> bool:
        """Whether the paper, once it is known, has room for the style."""
        return not (self.sheet.is_small and self.style == StyleName.LARGE_PRINT)

    @property
    def is_sheet(self) -> bool:
        """Whether a sheet comes first, with the chart on its back and detail cards behind."""
        return self.layout is Layout.SHEET

    @property
    def is_leaf(self) -> bool:
        """Whether the printer is told to print both sides: asked to, or a chart stands on the back of a sheet."""
        alone = Portion(self.only) if self.only else Portion.SHEET
        return self.duplex or (self.is_sheet and self.chart.is_back and alone is Portion.SHEET)

    @property
    def is_extra(self) -> bool:
        """Whether it is a paper of its own beside handout and chart, for which the layout says nothing."""
        return bool(self.only) and Portion(self.only).is_extra

    @property
    def has_notes(self) -> bool:
        """Whether notes to one person have a place in it."""
        return not self.only or Portion(self.only).has_notes

    @property
    def sheet(self) -> Paper:
        """The paper, once it is known. Raises ValueError before."""
        if self.paper is None:
            raise ValueError("this format has no paper yet: ask on_paper_of(clinic)")
        return self.paper
