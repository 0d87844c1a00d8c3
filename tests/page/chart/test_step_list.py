"""Steps on the chart: a box for each, all of it large enough; and not a word where nothing has steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.content.choices import ChartKind
from generator.content.library import Library, load_library
from generator.content.paper import Paper
from generator.content.person import Person as Client
from generator.language.wording import load_wording
from generator.manuscript.box_name import BoxKind
from generator.manuscript.chart import StepRow, Steps
from generator.manuscript.describe_chart import chart_of, chart_person
from generator.manuscript.describe_handout import Describer
from generator.page.chart.lay_out_chart import lay_out_chart
from generator.page.finished.faults import page_problems
from generator.page.measures import Style
from generator.page.page import Cell, Page, Words
from generator.plan import Plan, plan_weeks
from generator.shapes.geometry import MM
from tests.page.chart.charts import BLANK, chart, collisions, phases, standing
from tests.page.conftest import OFFERED, text_of
from tests.shelf import prescription

WORDING = load_wording("en-GB")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def plan_of(library: Library, routine: str = "hamstring-health", **fields: Any) -> Plan:
    return plan_weeks(prescription(routine=routine, clinic="brookside", **fields), library)


def pages_of(
    plan: Plan, style: Style, kind: ChartKind = ChartKind.STANDARD, paper: Paper = Paper.A4
) -> tuple[Page, ...]:
    return lay_out_chart(style, chart_of(plan, WORDING, kind), chart_person(plan, Client(), WORDING), paper)


def cells_of(pages: tuple[Page, ...], prefix: str) -> dict[str, Cell]:
    found = [one.item for page in pages for one in standing(page) if isinstance(one.item, Cell)]
    names = [cell.name for cell in found]
    assert len(set(names)) == len(names)
    return {str(cell.name): cell for cell in found if str(cell.name).startswith(prefix)}


def loose(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def printed(pages: tuple[Page, ...]) -> str:
    return " ".join(" ".join(text_of(placed.block) for page in pages for placed in page.blocks).split())


@pytest.mark.parametrize("kind", list(ChartKind))
@pytest.mark.parametrize("paper", list(Paper))
def test_each_step_has_a_box_that_a_shaky_hand_can_tick(
    style: Style, library: Library, kind: ChartKind, paper: Paper
) -> None:
    plan = plan_of(library)
    boxes = cells_of(pages_of(plan, style, kind, paper), "step.")
    wanted = [f"step.{one.id}.{n}" for one in plan.exercises if one.ladder for n in range(1, one.ladder.steps + 1)]
    assert list(boxes) == wanted
    assert "step.hip-hinge.4" in wanted
    assert all(cell.width >= 5 * MM and cell.height >= 5 * MM for cell in boxes.values())
    assert {cell.name.kind for cell in boxes.values()} == {BoxKind.TICK}


def test_steps_are_large_enough_to_read(style: Style, library: Library) -> None:
    plan = plan_of(library)
    sizes = {
        loose(one.item.run.text): one.item.run.size
        for page in pages_of(plan, style)
        for one in standing(page)
        if isinstance(one.item, Words)
    }
    for text in ("12 bends", "Hinge a little lower.", "2 sets of 8, later 10, later 12 bends"):
        assert any(words in text or text in words for words in sizes), text
    assert all(size >= 11 for words, size in sizes.items() if "bends" in words or "lower." in words)


@pytest.mark.parametrize("routine", ["hamstring-health", "hip-hinge-foundations"])
def test_the_chart_has_the_rule_of_the_handout_word_for_word(style: Style, library: Library, routine: str) -> None:
    plan = plan_of(library, routine)
    closing = Describer(plan, WORDING, {}).handout().closing
    assert closing.progress
    on_chart = printed(pages_of(plan, style))
    for lead, text in closing.progress.points:
        assert " ".join(f"{lead} {text}".split()) in on_chart
        assert "step" in text, "each says what it does to the step"


@pytest.mark.parametrize("kind", list(ChartKind))
def test_without_steps_nothing_asks_for_the_next_week(style: Style, library: Library, kind: ChartKind) -> None:
    fixed = {"hip-hinge": {"weeks": {3: {"reps": 10}}}}
    timed = plan_of(library, "ten-minute-follow-along")
    assert cells_of(pages_of(timed, style, kind), "step.") == {}
    assert [name for name in cells_of(pages_of(timed, style, kind), "w1.") if ".next." in name] == []
    assert "Next week" not in printed(pages_of(timed, style, kind))
    assert Describer(timed, WORDING, {}).handout().closing.progress is None
    one_fixed = cells_of(pages_of(plan_of(library, dose=fixed), style, kind), "step.")
    assert "step.deadlift.1" in one_fixed
    assert not any(name.startswith("step.hip-hinge") for name in one_fixed)


def test_no_head_of_a_week_says_a_dose_of_the_steps(style: Style, library: Library) -> None:
    assert "each leg" in printed(pages_of(plan_of(library), style)) or style.theme.stacked
    assert "10 each" not in printed(pages_of(plan_of(library), style))


@pytest.mark.parametrize("count", [1, 5, 12, 30])
@pytest.mark.parametrize(("name", "paper"), OFFERED)
def test_any_number_of_steps_fits(style_of: Callable[[str], Style], count: int, name: str, paper: Paper) -> None:
    style = style_of(name)
    long = ("2 sets of 8 lifts", "2 sets of 10 lifts", "Tip a little further, then let go of the chair. " * 4)
    rows = tuple(StepRow(f"e{n}", str(n), "A name of more than a few words", long) for n in range(1, count + 1))
    rule = (("Move up:", "It was easy. " * 8), ("Stay:", "Not there yet?"), ("Step back:", "It hurt. " * 20))
    made = chart(phases(min(count, 8)), steps=Steps("My steps", "Tick a step when you start it.", rule, rows))
    pages = lay_out_chart(style, made, BLANK, paper)
    assert page_problems(pages, 15 * MM) == []
    assert all(collisions(page) == [] for page in pages)
    assert len(cells_of(pages, "step.")) == 3 * count
