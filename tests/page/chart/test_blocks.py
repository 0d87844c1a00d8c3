"""Charts of 4, 6, 8 and 12 weeks: every planned session has one box, on a page that says which weeks it holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from generator.content.choices import ChartKind
from generator.content.library import load_library
from generator.content.paper import Paper
from generator.content.person import Person as Client
from generator.content.plan_length import LENGTHS, week_numbers
from generator.language.wording import load_wording
from generator.manuscript.describe_chart import chart_person, chart_weeks, charts_of
from generator.manuscript.describe_steps import row_keys, together
from generator.page.chart.lay_out_chart import ChartSheet, fill_in, lay_out_sheet, redated
from generator.page.finished.cells import cells_of
from generator.page.finished.faults import page_problems
from generator.page.measures import Style
from generator.page.page import Page
from generator.plan import Plan, plan_weeks
from generator.shapes.geometry import MM
from tests.page.chart.charts import ACROSS, cells, collisions, words
from tests.shelf import MONDAY, Shelf, prescription, strength, stretch

LIBRARY = load_library()
WORDING = load_wording("en-GB")
LONGER = LENGTHS[1:]
NOBODY = Client()


def plan_of(routine: str, length: int, start: date | None = None) -> Plan:
    return plan_weeks(prescription(routine=routine, clinic="brookside", weeks=length, start=start), LIBRARY)


def sheet_of(style: Style, plan: Plan, kind: ChartKind = ChartKind.STANDARD, paper: Paper = Paper.A4) -> ChartSheet:
    first, *later = charts_of(plan, WORDING, kind)
    return lay_out_sheet(style, first, paper, later=later)


def pages_of(style: Style, plan: Plan, sheet: ChartSheet) -> tuple[Page, ...]:
    return fill_in(style, sheet, chart_person(plan, NOBODY, WORDING))


def text_of(page: Page) -> str:
    return " ".join(word.run.text for word in words(page)).replace("\N{NO-BREAK SPACE}", " ")


def planned_boxes(plan: Plan) -> Counter[str]:
    """The name of the box of each occasion of each row, made from the plan alone."""
    keys, found = row_keys(plan), Counter[str]()
    for phase in plan.phases:
        for same in together(phase):
            for week in week_numbers(len(plan.weeks)):
                for day in range(7):
                    times = max(
                        (one.times_in_week(week) for one in same if day in one.days_by_week[week - 1]), default=0
                    )
                    found.update(f"w{week}.d{day + 1}.{keys[same[0].number]}.{n + 1}" for n in range(times))
    return found


@cache
def changing() -> Shelf:
    """A dose, days and a level that change by week, the last of them late."""
    first = "{exercise: a, weeks: {2: {reps: 10}, 5: {exercise: b}, 9: {exercise: c}}}"
    second = "{exercise: d, dose: {frequency: 2, weeks: {3: {frequency: 4}, 6: {frequency: 6}}}}"
    exercises = {name: strength("reps: 8") for name in "abc"} | {"d": stretch("hold: 30 s", purpose="Bends.")}
    lines = f"phases:\n  - {{id: p, name: P, frequency: 3, kind: strengthen, exercises: [{first}, {second}]}}\n"
    return Shelf(lines, exercises)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("routine", ["hamstring-health", "ten-minute-follow-along", "changing"])
def test_every_planned_session_has_exactly_one_box(style_of: Callable[[str], Style], routine: str, length: int) -> None:
    plan = changing().plan(weeks=length) if routine == "changing" else plan_of(routine, length)
    sheet = sheet_of(style_of("standard"), plan)
    pages = pages_of(style_of("standard"), plan, sheet)
    keys = "|".join(map(re.escape, row_keys(plan).values()))
    drawn = Counter(str(cell.name) for cell in cells_of(pages))
    ticks = Counter({name: n for name, n in drawn.items() if re.fullmatch(rf"w\d+\.d\d\.({keys})\.\d", name)})
    assert ticks == planned_boxes(plan)
    assert max(drawn.values()) == 1, "no two boxes have one name"
    assert {f"w{week}.total" for week in week_numbers(length)} == {name for name in drawn if name.endswith(".total")}


@pytest.mark.parametrize("length", LONGER)
@pytest.mark.parametrize("kind", ACROSS)
@pytest.mark.parametrize("style", ["standard", "large-print"])
def test_every_page_says_which_weeks_it_holds(
    style_of: Callable[[str], Style], style: str, kind: ChartKind, length: int
) -> None:
    plan = plan_of("hamstring-health", length, MONDAY)
    pages = pages_of(style_of(style), plan, sheet_of(style_of(style), plan, kind))
    titles = [f"My weeks {weeks[0]} to {weeks[-1]}" for weeks in plan.chart_blocks]
    told = []
    for page in pages:
        text = text_of(page)
        (title,) = (title for title in titles if title in text)
        told.append(title)
        own = plan.chart_blocks[titles.index(title)]
        names = {name for name in cells([page]) if re.match(r"w\d+\.", name)}
        assert {int(re.findall(r"w(\d+)", name)[0]) for name in names} <= set(own)
    assert list(dict.fromkeys(told)) == titles
    assert f"Page {len(pages)} of {len(pages)}" in text_of(pages[-1])
    assert {(page.width, page.height) for page in pages} == {(pages[0].width, pages[0].height)}
    assert page_problems(pages, 15 * MM) == []
    assert [collisions(page) for page in pages] == [[]] * len(pages)


def test_a_chart_of_four_weeks_is_one_block_as_ever(style_of: Callable[[str], Style]) -> None:
    plan = plan_of("back-care-stretches", 4)
    names = {
        str(cell.name) for cell in cells_of(pages_of(style_of("standard"), plan, sheet_of(style_of("standard"), plan)))
    }
    assert {"days", "before", "after", "w1.total", "w4.next.up"} <= names
    assert "My 4 weeks" in charts_of(plan, WORDING, ChartKind.STANDARD)[0].title.replace("\N{NO-BREAK SPACE}", " ")


def test_a_reader_knows_week_5_from_week_1(style_of: Callable[[str], Style]) -> None:
    style = style_of("standard")
    sheets = {length: sheet_of(style, plan_of("hamstring-health", length)) for length in LENGTHS}
    assert len({sheet.layout for sheet in sheets.values()}) == len(LENGTHS)
    plan = plan_of("hamstring-health", 8)
    pages = pages_of(style, plan, sheets[8])
    half = len(pages) // 2
    one, other = (cells([page]) for page in (pages[0], pages[half]))
    assert not set(one) & set(other)
    moved = {name.replace("w5.", "w1.") for name in other if name.startswith("w5.d")}
    assert moved == {name for name in one if name.startswith("w1.d")}
    assert {"w5.days", "w5.step.hip-hinge.2"} <= set(cells(pages[half:]))


def test_measures_are_taken_at_the_start_and_on_the_last_day() -> None:
    plan = plan_of("back-care-stretches", 8)
    assert len(plan.routine.measures) > 1
    first, last = charts_of(plan, WORDING, ChartKind.STANDARD)
    boxes = [
        [(str(box.name), box.label.replace("\N{NO-BREAK SPACE}", " ")) for box in chart.boxes]
        for chart in (first, last)
    ]
    assert boxes == [[("before", "Day 1"), ("days", "Days")], [("after", "Day 56"), ("w5.days", "Days")]]
    assert first.graph and last.graph
    assert first.graph.columns == ("Start", "1", "2", "3", "4")
    assert last.graph.columns == ("4", "5", "6", "7", "8"), "goes on from the last value of the page before"
    assert "after each of 4" in first.graph.alt and "from week" in last.graph.alt
    twelve = charts_of(plan_of("back-care-stretches", 12), WORDING, ChartKind.STANDARD)
    assert [str(box.name) for box in twelve[1].boxes] == ["w5.days"] and not twelve[1].boxes_title


@pytest.mark.parametrize("length", LONGER)
def test_dates_go_on_to_the_last_day_and_follow_another_start(style_of: Callable[[str], Style], length: int) -> None:
    style = style_of("standard")
    plan = plan_of("hamstring-health", length, MONDAY)
    sheet = sheet_of(style, plan)
    last = plan.day(length, 6)
    assert last and chart_weeks(plan, WORDING)[-1].days[-1].date == str(last.day)
    other = plan_of("hamstring-health", length, date(2027, 2, 1))
    moved = redated(sheet, chart_weeks(other, WORDING))
    assert [page.tables for page in moved.pages] == [page.tables for page in sheet.pages]
    assert pages_of(style, other, moved) == pages_of(style, other, sheet_of(style, other))


def test_a_row_stands_only_on_pages_of_its_weeks() -> None:
    charts = charts_of(changing().plan(weeks=12), WORDING, ChartKind.STANDARD)
    assert [[row.key for row in chart.rows] for chart in charts] == [["a", "d"], ["b", "d"], ["c", "d"]]


def test_a_note_stands_over_the_first_page_only() -> None:
    from dataclasses import replace

    from generator.manuscript.personal import NO_NOTES, PersonalNote

    noted = replace(NO_NOTES, front=PersonalNote("front", "For you:", "Mind the step."))
    charts = charts_of(plan_of("hamstring-health", 8), WORDING, ChartKind.STANDARD, notes=noted)
    assert [chart.note is not None for chart in charts] == [True, False]
