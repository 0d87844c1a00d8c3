"""When to get help, on made-up charts: the box stands once and whole, and every page says where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.content.paper import Paper
from generator.manuscript.chart import ChartHelp, StepRow, Steps
from generator.manuscript.safety import Advice, Help
from generator.page.chart.lay_out_chart import lay_out_chart
from generator.page.finished.faults import page_problems
from generator.page.measures import Style
from generator.page.page import Page
from generator.shapes.geometry import MM
from tests.page.chart.charts import BLANK, chart, collisions, phases
from tests.page.conftest import text_of

STEPS = Steps("My steps", "Tick one.", (), tuple(StepRow(f"e{n}", str(n), "A name", ("8", "10")) for n in range(9)))


def signs(count: int) -> ChartHelp:
    words = tuple(f"sign {n}. that is told in a line" for n in range(1, count + 1))
    advice = Advice("Call now", tuple(("", one) for one in words), f"If you have: {'; '.join(words)}.")
    return ChartHelp(Help(advice, advice, "A clinic", "0123"), "In the box.", "On page {n}.")


def printed(page: Page) -> str:
    text = " ".join(text_of(placed.block) for placed in page.blocks)
    return " ".join(text.split())


@pytest.mark.parametrize("rows", [1, 8, 25])
@pytest.mark.parametrize("count", [2, 10, 16])
@pytest.mark.parametrize("steps", [None, STEPS], ids=["no steps", "steps"])
@pytest.mark.parametrize("paper", list(Paper))
def test_the_box_stands_once_and_every_page_says_where(
    style: Style, rows: int, count: int, steps: Steps | None, paper: Paper
) -> None:
    pages = lay_out_chart(style, chart(phases(rows), steps=steps, help=signs(count)), BLANK, paper)
    assert page_problems(pages, 15 * MM) == []
    assert all(collisions(page) == [] for page in pages)
    said = [printed(page) for page in pages]
    (end,) = [number for number, text in enumerate(said, 1) if "A clinic" in text]
    # In large print on a narrow page many signs take two boxes, those of an emergency first.
    home = end - 1 if paper is Paper.A5 and style.theme.tall_rows and count > 2 else end
    assert all(" ".join(said[home - 1 : end]).count(f"sign {n}.") == 2 for n in range(1, count + 1))
    for number, text in enumerate(said, 1):
        assert ("In the box." in text) is (number == home)
        assert (f"On page {home}." in text) is (number != home)


def test_signs_have_lines_of_their_own_where_there_is_room(style_of: Callable[[str], Style]) -> None:
    style = style_of("standard")
    for steps, run_in in ((None, False), (STEPS, True)):
        *_, back = lay_out_chart(style, chart(phases(8), steps=steps, help=signs(10)), BLANK, Paper.A4)
        assert ("If you have:" in printed(back)) is run_in
