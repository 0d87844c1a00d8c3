"""A landscape chart says which version it is of, as every other page does; it never costs a line of the grid."""

from __future__ import annotations

import pytest

from generator.content.choices import ChartKind
from generator.content.paper import Paper
from generator.page.format import Format
from generator.page.page import Words
from tests.conformance import family
from tests.conformance.family import Case
from tests.page.conftest import items_of


@pytest.mark.parametrize("kind", [ChartKind.STANDARD, ChartKind.FULL])
@pytest.mark.parametrize("style", ["standard", "mono"])
@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_every_page_names_its_version(kind: ChartKind, style: str, paper: Paper) -> None:
    form = Format(paper=paper, style=style, chart=kind, only="chart")
    for page in family.pages(Case("hamstring-health", form)).pages:
        items = [item for placed in page.blocks for item in items_of(placed.block)]
        said = " ".join(item.run.text for item in items if isinstance(item, Words)).replace("\N{NO-BREAK SPACE}", " ")
        assert "Version 1.0" in said
