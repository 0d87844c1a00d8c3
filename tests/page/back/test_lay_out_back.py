"""The back of each bundled routine's sheet: its boxes agree with the plan, nothing covers anything or is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations, product
from typing import Any

import pytest

from generator.content.checking.checked import build
from generator.content.choices import ChartKind
from generator.content.library import Library, load_library
from generator.content.paper import VERTICAL_MARGIN, Paper
from generator.content.prescription import Prescription
from generator.language.wording import load_wording
from generator.manuscript.box_name import BoxKind, BoxName
from generator.manuscript.describe_chart import chart_weeks, charts_of
from generator.page.back import back_arrange
from generator.page.back.back_space import PlanRoom, first_space, given_way, spaces
from generator.page.back.lay_out_back import fewest_pages, lay_out_back
from generator.page.chart.chart_measures import BOXES_APART
from generator.page.chart.corner_marks import clear_places
from generator.page.chart.lay_out_chart import HEAD, ChartSheet, fill_in, redated
from generator.page.finished.faults import page_problems
from generator.page.finished.sheet_json import sheet_json
from generator.page.measures import Style
from generator.page.page import Cell, Element, Line, Page, Role, Words
from generator.page.said_in_front import styles_of_sheet, ways_to_say
from generator.plan import Plan, plan_weeks
from generator.shapes.geometry import MM
from tests.page.chart.charts import BLANK, SOMEBODY
from tests.page.conftest import OFFERED, items_of

WORDING = load_wording("en-GB")
ROUTINES = (
    "back-care-stretches",
    "hamstring-health",
    "hinge-and-rotate",
    "hip-hinge-foundations",
    "ten-minute-follow-along",
)
MONDAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library()


def plan_of(library: Library, routine: str, weeks: int = 4, start: date | None = None) -> Plan:
    wish: dict[str, Any] = {
        "routine": routine,
        "clinic": "brookside",
        "language": "en-GB",
        "weeks": weeks,
        "start": start,
    }
    return plan_weeks(build(Prescription, wish), library)


def sheet_of(
    style: Style, plan: Plan, paper: Paper = Paper.A4, kind: ChartKind = ChartKind.PARTS, gutter: float = 0.0
) -> ChartSheet:
    return lay_out_back(style, charts_of(plan, WORDING, kind), paper, gutter, PlanRoom.ELSEWHERE)


def boxes(pages: tuple[Page, ...]) -> Iterator[tuple[int, Cell, float, float]]:
    """Page, cell, and where it stands on the page."""
    for number, page in enumerate(pages):
        for placed in page.blocks:
            for item in items_of(placed.block):
                if isinstance(item, Cell):
                    yield number, item, placed.x + item.x, placed.y + item.y


def text_of(pages: tuple[Page, ...]) -> str:
    found = (item for page in pages for one in page.blocks for item in items_of(one.block) if isinstance(item, Words))
    return " ".join(word.run.text for word in found).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("routine", ROUTINES)
@pytest.mark.parametrize(("name", "paper"), OFFERED)
def test_nothing_covers_anything_and_nothing_is_cut(
    style_of: Callable[[str], Style], library: Library, routine: str, name: str, paper: Paper
) -> None:
    for kind, start, person in ((ChartKind.PARTS, None, BLANK), (ChartKind.GRAPH, MONDAY, SOMEBODY)):
        style = style_of(name)
        pages = fill_in(style, sheet_of(style, plan_of(library, routine, start=start), paper, kind), person)
        assert page_problems(pages, VERTICAL_MARGIN * MM) == []
        assert len(pages) == 1 or kind is ChartKind.GRAPH or paper is Paper.A5 or name == "large-print"


@pytest.mark.parametrize("routine", ROUTINES)
@pytest.mark.parametrize("weeks", [4, 6, 8, 12])
def test_every_planned_session_has_one_box_and_a_day_of_rest_has_none(
    style_of: Callable[[str], Style], library: Library, routine: str, weeks: int
) -> None:
    plan = plan_of(library, routine, weeks)
    found = Counter(cell.name for _, cell, _, _ in boxes(fill_in_blank(style_of("standard"), plan)))
    ticks = {(name.key, name.week, name.day, name.count) for name in found if name.day and name.kind is BoxKind.TICK}
    planned = {
        (phase.phase.id, week, day + 1, time + 1)
        for phase in plan.phases
        for one in phase.exercises
        for week in range(1, weeks + 1)
        for day in one.days_by_week[week - 1]
        for time in range(one.times_in_week(week))
    }
    assert ticks == planned
    assert set(found.values()) == {1}
    asked = [name for name in found if name.key == "worst"]
    assert len(asked) == 11 * weeks and {name.week for name in asked} == set(range(1, weeks + 1))


def fill_in_blank(style: Style, plan: Plan, paper: Paper = Paper.A4) -> tuple[Page, ...]:
    return fill_in(style, sheet_of(style, plan, paper), BLANK)


@pytest.mark.parametrize("name", ["standard", "mono"])
@pytest.mark.parametrize("routine", ["back-care-stretches", "hip-hinge-foundations", "ten-minute-follow-along"])
def test_a_routine_of_two_parts_has_a_graph_that_nobody_asked_for(
    style_of: Callable[[str], Style], library: Library, name: str, routine: str
) -> None:
    pages = fill_in_blank(style_of(name), plan_of(library, routine))
    drawn = [one for page in pages for placed in page.blocks for one in placed.block.kids if is_graph(one)]
    assert len(drawn) == 1
    assert "Lower is better." in text_of(pages)


def is_graph(kid: object) -> bool:
    return isinstance(kid, Element) and kid.role is Role.FIGURE and isinstance(kid.kids[0], Line)


@pytest.mark.parametrize(("name", "paper"), OFFERED)
def test_boxes_are_large_and_apart_enough(
    style_of: Callable[[str], Style], library: Library, name: str, paper: Paper
) -> None:
    tick, number = (7.0, 8.8) if name == "large-print" else (6.0, 8.4)
    for routine in ROUTINES:
        pages = fill_in_blank(style_of(name), plan_of(library, routine), paper)
        placed = list(boxes(pages))
        for _, cell, _, _ in placed:
            least = 4.2 if cell.name.key in ("worst", "sure") else tick if cell.name.kind is BoxKind.TICK else number
            assert min(cell.width, cell.height) >= least * MM - 0.01, (routine, cell.name)
        for one, other in combinations(placed, 2):
            if one[0] == other[0] and both_of_days(one[1].name, other[1].name):
                assert gap(one, other) >= BOXES_APART - 0.01, (routine, one[1].name, other[1].name)


def both_of_days(one: BoxName, other: BoxName) -> bool:
    """Boxes of one row on two days, or twice on one."""
    return bool(one.day and other.day) and one.key == other.key


def gap(one: tuple[int, Cell, float, float], other: tuple[int, Cell, float, float]) -> float:
    (_, a, ax, ay), (_, b, bx, by) = one, other
    across = max(ax - bx - b.width, bx - ax - a.width)
    down = max(ay - by - b.height, by - ay - a.height)
    return max(across, down)


@pytest.mark.parametrize(("name", "paper"), OFFERED)
def test_signs_and_rules_are_never_dropped(
    style_of: Callable[[str], Style], library: Library, name: str, paper: Paper
) -> None:
    for routine in ROUTINES:
        plan = plan_of(library, routine)
        text = text_of(fill_in_blank(style_of(name), plan, paper))
        (chart,) = charts_of(plan, WORDING, ChartKind.PARTS)
        assert chart.back
        said = "".join(text.split())
        for words in (*chart.back.urgent.points, chart.back.how_to.missed, *(rule for _, rule in chart.back.rule)):
            assert "".join(words.split()) in said, (routine, words)


@pytest.mark.parametrize(("name", "paper"), OFFERED)
def test_nothing_stands_in_the_white_of_codes_and_marks(
    style_of: Callable[[str], Style], library: Library, name: str, paper: Paper
) -> None:
    sheet = sheet_of(style_of(name), plan_of(library, "hamstring-health"), paper)
    corners = clear_places(sheet.frame, sheet.sizes)
    for page in fill_in(style_of(name), sheet, BLANK):
        for placed in page.blocks:
            for item in items_of(placed.block):
                if isinstance(item, Words | Cell):
                    x, width = placed.x + item.x, item.width if isinstance(item, Cell) else item.run.width
                    y = placed.y + item.y
                    assert not any(
                        x + width > one.x + 0.1 and x < one.x + one.width - 0.1 and one.y < y < one.y + one.height - 0.1
                        for one in corners
                    ), item


def test_only_dates_differ_by_start(style_of: Callable[[str], Style], library: Library) -> None:
    style = style_of("standard")
    sheet = sheet_of(style, plan_of(library, "ten-minute-follow-along", 8, MONDAY), kind=ChartKind.GRAPH)
    later = plan_of(library, "ten-minute-follow-along", 8, date(2026, 12, 7))
    other = redated(sheet, chart_weeks(later, WORDING))
    assert sheet_json(other) == sheet_json(sheet)
    for page, own in zip(sheet.pages, other.pages, strict=True):
        for before, after in zip(page.rest, own.rest, strict=True):
            assert (before == after) is (before.slot != HEAD)
    text = text_of(fill_in(style, other, BLANK))
    assert "7 Dec" in text and "23 Nov" not in text and "31 Jan" in text


def test_a_client_is_filled_into_slots(style_of: Callable[[str], Style], library: Library) -> None:
    style = style_of("standard")
    sheet = sheet_of(style, plan_of(library, "hamstring-health"))
    blank, filled = (fill_in(style, sheet, person) for person in (BLANK, SOMEBODY))
    for before, after in zip(blank[0].blocks, filled[0].blocks, strict=True):
        assert before == after or before.slot
    assert SOMEBODY.fields[0].value.split()[0] in text_of(filled)


def test_a_plan_without_room_is_brought_along_or_shortened(style_of: Callable[[str], Style], library: Library) -> None:
    style, plan = style_of("standard"), plan_of(library, "hamstring-health")
    charts = charts_of(plan, WORDING, ChartKind.PARTS)
    here, elsewhere, short = (lay_out_back(style, charts, Paper.LETTER, 0.0, room) for room in PlanRoom)
    assert (len(here.pages), here.plan) == (2, None)
    assert len(elsewhere.pages) == len(short.pages) == 1
    assert elsewhere.plan and "gets in the way" in words_in(elsewhere)
    assert short.plan is None


def words_in(sheet: ChartSheet) -> str:
    assert sheet.plan
    found = (item for item in items_of(sheet.plan) if isinstance(item, Words))
    return " ".join(word.run.text for word in found)


def test_a_chart_alone_has_the_emergency_signs(style_of: Callable[[str], Style], library: Library) -> None:
    style, plan = style_of("standard"), plan_of(library, "hamstring-health")
    charts = charts_of(plan, WORDING, ChartKind.PARTS, alone=True)
    said = "".join(text_of(fill_in(style, lay_out_back(style, charts, Paper.A4), BLANK)).split())
    assert charts[0].back and charts[0].back.emergency
    assert all("".join(point.split()) in said for point in charts[0].back.emergency.points)


def test_later_weeks_leave_lines_for_steps_and_begin_with_the_last_measure(
    style_of: Callable[[str], Style], library: Library
) -> None:
    plan = plan_of(library, "hamstring-health", 8)
    names = {str(cell.name) for _, cell, _, _ in boxes(fill_in_blank(style_of("standard"), plan))}
    assert {"measure.reach.start", "w4.measure.reach", "w4.measure.reach.start", "w8.measure.reach"} <= names
    assert {"step.hip-hinge.3", "w5.step.hip-hinge.3", "sure.10", "w5.sure.0", "visit.on", "w5.visit.on"} <= names
    assert "My new plan" in text_of(fill_in_blank(style_of("standard"), plan_of(library, "ten-minute-follow-along", 8)))


@pytest.mark.parametrize("routine", ROUTINES)
@pytest.mark.parametrize("kind", [ChartKind.PARTS, ChartKind.GRAPH])
def test_pages_are_counted_without_a_search(
    style_of: Callable[[str], Style], library: Library, routine: str, kind: ChartKind
) -> None:
    charts = charts_of(plan_of(library, routine, weeks=8), WORDING, kind)
    large = style_of("large-print")
    for style, said in product(styles_of_sheet(large), ways_to_say(large)):
        count = fewest_pages(style, charts, Paper.LETTER, 0.0, PlanRoom.HERE, said)
        assert count == len(lay_out_back(style, charts, Paper.LETTER, 0.0, PlanRoom.HERE, said).pages)


@pytest.mark.parametrize("routine", ROUTINES)
@pytest.mark.parametrize("room", PlanRoom)
def test_no_space_takes_fewer_pages_than_the_tightest(
    style_of: Callable[[str], Style],
    library: Library,
    routine: str,
    room: PlanRoom,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    large = style_of("large-print")
    charts = charts_of(plan_of(library, routine, weeks=8), WORDING, ChartKind.GRAPH)
    for chart, said in product(charts, ways_to_say(large)):
        counts = []
        for space in spaces(given_way(room, large=True), first_space(said)):
            monkeypatch.setattr(back_arrange, "tightest", lambda *_, space=space: space)
            counts.append(fewest_pages(large, [chart], Paper.LETTER, 0.0, room, said))
        assert counts[-1] == min(counts)
