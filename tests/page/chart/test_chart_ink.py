"""Every bundled routine's chart, of every kind, in every style, on every paper: no ink lies on other ink."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator.content.choices import ChartKind
from generator.content.library import Library, load_library
from generator.content.paper import Paper
from generator.content.person import Person as Client
from generator.language.wording import load_wording
from generator.manuscript.describe_chart import chart_of, chart_person
from generator.page.chart.chart_measures import RISE, sizes_of
from generator.page.chart.lay_out_chart import lay_out_chart
from generator.page.measures import Style
from generator.page.page import Block, Cell, Line, Page, Placed, Role, Words
from generator.plan import plan_weeks
from generator.shapes.geometry import MM
from tests.page.chart.charts import ACROSS, BLANK, cells, chart, ink_collisions, phases, standing
from tests.page.chart.test_chart_words import ROUTINES, Pictured
from tests.page.chart.test_lay_out_chart import CASES
from tests.page.conftest import OFFERED, items_of
from tests.shelf import prescription

WORDING = load_wording("en-GB")


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library()


def pages_of(
    library: Library, style: Style, routine: str, kind: ChartKind, paper: Paper = Paper.A4, start: date | None = None
) -> tuple[Page, ...]:
    plan = plan_weeks(prescription(routine=routine, clinic="brookside", start=start), library)
    person = chart_person(plan, Client(name="Jane Doe"), WORDING)
    return lay_out_chart(style, chart_of(plan, WORDING, kind, Pictured()), person, paper)


@pytest.mark.parametrize(("name", "paper"), OFFERED)
@pytest.mark.parametrize("kind", ACROSS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_no_ink_lies_on_other_ink(
    style_of: Callable[[str], Style], library: Library, routine: str, kind: ChartKind, name: str, paper: Paper
) -> None:
    style = style_of(name)
    for start in (None, date(2026, 11, 26)):
        for page in pages_of(library, style, routine, kind, paper, start):
            assert ink_collisions(page) == []


@pytest.mark.parametrize("sample", list(CASES.values()), ids=list(CASES))
def test_made_up_charts_are_as_clean(style: Style, sample: object) -> None:
    for paper in Paper:
        for page in lay_out_chart(style, sample, BLANK, paper):  # type: ignore[arg-type]  # a chart, from another test
            assert ink_collisions(page) == []


def test_a_word_on_a_rule_would_be_seen(style_of: Callable[[str], Style]) -> None:
    page = lay_out_chart(style_of("standard"), chart(phases(2)), BLANK, Paper.A4)[0]
    words = [one for one in standing(page) if isinstance(one.item, Words)]
    word = next(one for one in words if isinstance(one.item, Words) and one.item.run.text == "Rock back")
    left, _, right, bottom = word.box
    through_tails = Line(left, bottom + 1.5, right, bottom + 1.5, 0.75, style_of("standard").inks.ink)
    wrong = replace(page, blocks=(*page.blocks, Placed(0, 0, Block(10, 10, (through_tails,)))))
    assert ink_collisions(page) == []
    assert len(ink_collisions(wrong)) == 1


def test_a_word_half_under_a_bar_would_be_seen(style_of: Callable[[str], Style]) -> None:
    style = style_of("large-print")
    page = lay_out_chart(style, chart(phases(2)), BLANK, Paper.A4)[0]

    def lifted(placed: Placed) -> Placed:
        low = any(isinstance(item, Words) and item.run.text == "Part 1" for item in items_of(placed.block))
        return replace(placed, y=placed.y - 10) if low else placed

    found = ink_collisions(replace(page, blocks=tuple(lifted(placed) for placed in page.blocks)))
    assert "Part 1" in {one.run.text for pair in found for one in pair if isinstance(one, Words)}


@pytest.mark.parametrize("kind", ACROSS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_large_print_has_no_smaller_boxes(
    style_of: Callable[[str], Style], library: Library, routine: str, kind: ChartKind
) -> None:
    def least(style: Style) -> tuple[float, float]:
        found = cells(pages_of(library, style, routine, kind))
        ticks = [cell.width for name, cell in found.items() if name.split(".")[-1].isdigit()]
        numbers = [min(cell.width, cell.height) for name, cell in found.items() if name.endswith("pain-during")]
        return min(ticks), min(numbers)

    large, plain = least(style_of("large-print")), least(style_of("standard"))
    assert large[0] >= plain[0] - 0.01
    assert large[1] >= min(plain[1], 9.0 * MM) - 0.01


def test_several_times_a_day_stand_under_their_day(style_of: Callable[[str], Style], library: Library) -> None:
    for name in ("standard", "large-print"):
        found = cells(pages_of(library, style_of(name), "hinge-and-rotate", ChartKind.STANDARD))
        for day in range(1, 8):
            first, second = (found[f"w1.d{day}.hinge-in-daily-tasks.{time}"] for time in (1, 2))
            assert first.x == second.x
            assert second.y > first.y + first.height
            assert isinstance(first, Cell)


@pytest.mark.parametrize("routine", ROUTINES)
@pytest.mark.parametrize("name", ["standard", "large-print"])
def test_there_is_white_between_names_and_the_rules_over_them(
    style_of: Callable[[str], Style], library: Library, routine: str, name: str
) -> None:
    style = style_of(name)
    size = sizes_of(style.theme).name
    # Where rows may not be lower, their white gives way before a week takes a page more.
    least = size / (12 if style.theme.tall_rows else 11)
    for page in pages_of(library, style, routine, ChartKind.STANDARD):
        for placed in (placed for placed in page.blocks if any(group.role is Role.TABLE for group in placed.groups)):
            rules = [item for item in items_of(placed.block) if isinstance(item, Line) and item.y0 == item.y1]
            names = [item for item in items_of(placed.block) if isinstance(item, Words) and item.run.size == size]
            for word in names:
                over = [word.y - RISE * size - line.y0 for line in rules if line.x0 <= word.x < line.x1]
                assert min((gap for gap in over if gap > -1), default=size) >= least, word.run.text
