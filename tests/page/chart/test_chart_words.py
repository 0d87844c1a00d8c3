"""A plan's chart: the right rows, boxes on the right days, words from the wording; every bundled routine fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pytest

from generator.content.choices import ChartKind
from generator.content.library import Library, load_library
from generator.content.paper import Paper
from generator.content.person import Person as Client
from generator.language.wording import load_wording
from generator.manuscript.box_words import box_words
from generator.manuscript.chart import Chart
from generator.manuscript.describe_chart import chart_of, chart_person
from generator.page.back.lay_out_back import lay_out_back
from generator.page.chart.lay_out_chart import fill_in, lay_out_chart, lay_out_sheet
from generator.page.chart.routine_code import chart_code
from generator.page.finished.cells import cells_in
from generator.page.finished.faults import page_problems
from generator.page.measures import Style
from generator.page.page import Words
from generator.plan import Plan, plan_weeks
from generator.shapes.drawing import Drawing
from generator.shapes.geometry import MM
from tests.page.chart.charts import ACROSS, cells, collisions, standing
from tests.page.chart.charts import words as printed_words
from tests.page.conftest import drawing
from tests.shelf import Shelf, mobility, prescription, strength

ROUTINES = (
    "back-care-stretches",
    "hamstring-health",
    "hinge-and-rotate",
    "hip-hinge-foundations",
    "ten-minute-follow-along",
)
WORDING = load_wording("en-GB")


class Pictured(Mapping[int, Drawing]):
    """A thumbnail for every number."""

    def __getitem__(self, key: int) -> Drawing:
        return drawing(90, 60)

    def __iter__(self) -> Iterator[int]:
        return iter(())

    def __len__(self) -> int:
        return 1


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library()


@pytest.fixture
def standard(style_of: Callable[[str], Style]) -> Style:
    return style_of("standard")


def loose(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def plan_of(library: Library, routine: str, start: date | None = None) -> Plan:
    return plan_weeks(prescription(routine=routine, clinic="brookside", start=start), library)


def words_of(plan: Plan, style: Style, kind: ChartKind = ChartKind.STANDARD) -> Chart:
    return chart_of(plan, WORDING, kind, Pictured())


def test_the_bundled_routines_are_all_looked_at(library: Library) -> None:
    assert library.routine_ids() == ROUTINES


@pytest.mark.parametrize("kind", ACROSS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_every_bundled_chart_fits(style: Style, library: Library, routine: str, kind: ChartKind) -> None:
    for start in (None, date(2026, 11, 26)):
        plan = plan_of(library, routine, start)
        chart = words_of(plan, style, kind)
        for paper in (paper for paper in Paper if not (style.theme.stacked and paper.is_small)):
            pages = lay_out_chart(style, chart, chart_person(plan, Client(name="Jane Doe"), WORDING), paper)
            assert page_problems(pages, 15 * MM) == []
            assert all(collisions(page) == [] for page in pages)
            # Steps that have no room under the rows stand on the back of the sheet, with the warning signs.
            assert style.theme.stacked or paper is Paper.A5 or len(pages) <= 2


@pytest.mark.parametrize("kind", list(ChartKind))
@pytest.mark.parametrize("routine", ROUTINES)
def test_each_box_is_told_apart_in_words(standard: Style, library: Library, routine: str, kind: ChartKind) -> None:
    chart = words_of(plan_of(library, routine), standard, kind)
    sheet = lay_out_back(standard, [chart], Paper.A4) if chart.back else lay_out_sheet(standard, chart, Paper.A4)
    boxes = [cell.name for page in sheet.pages for placed in page.rest for cell in cells_in(placed.block.kids)]
    said = {str(name): box_words([chart]).of(name) for name in boxes}
    assert [name for name, words in said.items() if words == name] == []
    assert len(set(said.values())) == len(said) > 40


@pytest.mark.parametrize("routine", ROUTINES)
def test_each_session_of_the_plan_has_one_box(standard: Style, library: Library, routine: str) -> None:
    plan = plan_of(library, routine)
    pages = lay_out_chart(standard, words_of(plan, standard), chart_person(plan, Client(), WORDING), Paper.A4)
    found = set(cells(pages))
    expected = {
        f"w{week + 1}.d{day + 1}.{one.id}.{occasion + 1}"
        for one in plan.exercises
        for week in range(4)
        for day in one.days_by_week[week]
        for occasion in range(one.times_in_week(week + 1))
    }
    ids = {one.id for one in plan.exercises}
    assert {name for name in found if name.split(".")[2:3] and name.split(".")[2] in ids} == expected


@pytest.mark.parametrize("routine", ROUTINES)
def test_the_back_has_a_row_for_each_phase(standard: Style, library: Library, routine: str) -> None:
    plan = plan_of(library, routine)
    chart = words_of(plan, standard, ChartKind.PARTS)
    assert [row.key for row in chart.rows] == [phase.phase.id for phase in plan.phases]
    for row, phase in zip(chart.rows, plan.phases, strict=True):
        for week in range(4):
            assert tuple(day for day in range(7) if row.boxes[week][day]) == phase.days_by_week[week]


def test_kinds_have_their_numbers(standard: Style, library: Library) -> None:
    plan = plan_of(library, "hamstring-health")
    keys = {kind: [row.key for row in words_of(plan, standard, kind).numbers] for kind in ChartKind}
    assert keys[ChartKind.PARTS] == keys[ChartKind.GRAPH] == ["pain"]
    assert keys[ChartKind.STANDARD] == ["pain-during", "pain-morning"]
    assert keys[ChartKind.FULL] == ["pain-during", "pain-morning", "effort", "minutes"]


def test_the_follow_along_writes_its_reach_once_a_week_as_its_card_says(standard: Style, library: Library) -> None:
    chart = words_of(plan_of(library, "ten-minute-follow-along"), standard)
    first, *others = chart.numbers
    assert (first.key, first.lead, first.note) == ("reach", "Once a week", "")
    assert [sum(week) for week in first.days] == [sum(week) for week in first.fewer] == [1, 1, 1, 1]
    assert [row.key for row in others] == ["pain-during", "pain-morning"]
    assert [row.number for row in chart.rows][:2] == ["1,\N{NO-BREAK SPACE}10", "2,\N{NO-BREAK SPACE}6"]
    assert chart.graph and chart.graph.low < 0 and chart.graph.zero == "floor"


def test_pain_is_asked_on_days_with_exercises_not_with_habits(standard: Style, library: Library) -> None:
    plan = plan_of(library, "hinge-and-rotate", date(2026, 11, 23))
    row = words_of(plan, standard).numbers[0]
    assert [day for day in range(7) if row.days[0][day]] == [0, 2, 4]
    assert row.rule == "6 or more: stop"
    # The rule stands under the first row, the days under the next: both have their boxes on them.
    assert words_of(plan, standard).numbers[1].note == "on Mon, Wed and Fri"


def test_fewer_days_are_those_of_strength_and_one_more(standard: Style, library: Library) -> None:
    for start, words in ((None, "on days 1, 3, 5 and 7"), (date(2026, 11, 23), "on Mon, Wed, Fri and Sun")):
        row = words_of(plan_of(library, "hamstring-health", start), standard).numbers[1]
        assert [day for day in range(7) if row.fewer[0][day]] == [0, 2, 4, 6]
        assert row.fewer_note == words


def test_rows_say_how_much(standard: Style, library: Library) -> None:
    doses = {row.key: loose(row.dose) for row in words_of(plan_of(library, "hamstring-health"), standard).rows}
    assert doses["cat-cow"] == "8 rounds"
    assert doses["hamstring-curl"] == "2 sets of 8, later 10 lifts, each leg"
    assert doses["lying-strap-stretch"] == "30 seconds, each leg"
    twice = words_of(plan_of(library, "ten-minute-follow-along"), standard).rows[1]
    assert loose(twice.dose) == "1 minute, 2 times"


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("routine", ROUTINES)
def test_a_chart_that_is_made_alone_says_how_much_itself(
    style: Style, library: Library, routine: str, paper: Paper
) -> None:
    for kind in (ChartKind.STANDARD, ChartKind.FULL):
        plan = plan_of(library, routine)
        chart = chart_of(plan, WORDING, kind, Pictured(), alone=True)
        pages = lay_out_chart(style, chart, chart_person(plan, Client(), WORDING), paper)
        printed = loose(" ".join(word.run.text for page in pages for word in printed_words(page)))
        assert [row.dose for row in chart.rows if loose(row.dose) not in printed] == []


@pytest.mark.parametrize("kind", ACROSS)
def test_only_a_chart_beside_a_handout_points_to_it(library: Library, kind: ChartKind) -> None:
    plan = plan_of(library, "hamstring-health")
    pointed = [chart_of(plan, WORDING, kind, alone=alone).how_much == WORDING.chart.how_much for alone in (False, True)]
    assert pointed == [True, False]


@pytest.mark.parametrize("kind", ACROSS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_every_chart_says_how_to_fill_in_its_boxes(
    standard: Style, library: Library, routine: str, kind: ChartKind
) -> None:
    chart = words_of(plan_of(library, routine), standard, kind)
    assert any("pain" in row.key for row in chart.numbers)
    assert WORDING.chart.how_to_tick in chart.instruction
    assert WORDING.chart.how_to_number in chart.instruction


def test_the_column_that_shows_how_is_not_called_like_a_sheet_for_trying_out() -> None:
    assert WORDING.chart.example.lower() not in WORDING.footer.sample.lower()
    assert WORDING.footer.sample.split(":")[0].lower() not in WORDING.chart.example.lower()


def test_a_phase_named_every_day_is_not_every_day_every_day(standard: Style, library: Library) -> None:
    plan = plan_of(library, "hinge-and-rotate")
    phases = words_of(plan, standard).phases
    said = [("Hip exercises", "3 days a week"), ("Every day", "2 times a day")]
    assert [(phase.name, loose(phase.when)) for phase in phases] == said
    rows = words_of(plan, standard, ChartKind.PARTS).rows
    assert [(row.name, row.number) for row in rows] == [("Hip exercises", "1 and 2"), ("Every day", "3")]


def test_what_stands_for_a_missing_box_is_a_sentence_of_its_own(standard: Style, library: Library) -> None:
    words = words_of(plan_of(library, "hinge-and-rotate"), standard).words
    assert f"{words.next_week} {words.without_last}" == "Next week If back: call us, too"


def test_rows_say_what_the_calendar_changes_and_tables_of_a_week_what_it_has(standard: Style, library: Library) -> None:
    fixed = {"hip-hinge": {"weeks": {3: {"reps": 10}}}}
    plan = plan_weeks(prescription(routine="hamstring-health", clinic="brookside", dose=fixed), library)
    row = next(row for row in words_of(plan, standard).rows if row.key == "hip-hinge")
    assert loose(row.dose) == "2 sets of 8 bends; from week 3: 2 sets of 10 bends"
    assert [loose(dose) for dose in row.doses] == ["2 sets of 8 bends"] * 2 + ["2 sets of 10 bends"] * 2


@pytest.mark.parametrize("kind", ACROSS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_how_to_measure_stands_beside_graph_and_boxes(
    style: Style, library: Library, routine: str, kind: ChartKind
) -> None:
    for alternative in (None, *library.routine(routine).alternatives):
        wish = prescription(routine=routine, clinic="brookside", alternative=alternative)
        plan = plan_weeks(wish, library)
        chart = words_of(plan, style, kind)
        pages = lay_out_chart(style, chart, chart_person(plan, Client(), WORDING), Paper.A4)
        printed = " ".join(one.item.run.text for page in pages for one in standing(page) if isinstance(one.item, Words))
        assert plan.routine.measures
        assert [measure.name for measure in plan.routine.measures if measure.how not in printed] == []


@pytest.mark.parametrize("routine", ROUTINES)
def test_rows_have_the_whole_name_or_its_beginning(style: Style, library: Library, routine: str) -> None:
    plan = plan_of(library, routine)
    found = words_of(plan, style)
    pages = lay_out_chart(style, found, chart_person(plan, Client(), WORDING), Paper.A4)
    printed = " ".join(one.item.run.text for page in pages for one in standing(page) if isinstance(one.item, Words))
    assert [row.name for row in found.rows if row.name not in printed and row.short not in printed] == []
    assert all(row.short and row.name.startswith(row.short) for row in found.rows)
    assert {row.name for row in found.rows} == {one.exercise.name for one in plan.exercises}


def test_a_measure_of_the_graph_has_no_boxes(standard: Style, library: Library) -> None:
    for routine in ("hamstring-health", "ten-minute-follow-along"):
        assert [str(box.name) for box in words_of(plan_of(library, routine), standard).boxes] == ["days"]


def test_a_dated_chart_has_days_of_the_month(standard: Style, library: Library) -> None:
    chart = words_of(plan_of(library, "hamstring-health", date(2026, 11, 26)), standard)
    assert [day.date for day in chart.weeks[0].days] == ["26", "27", "28", "29", "30", "1", "2"]
    assert [day.letter for day in chart.weeks[0].days] == ["T", "F", "S", "S", "M", "T", "W"]


def test_an_undated_chart_counts_its_days(standard: Style, library: Library) -> None:
    chart = words_of(plan_of(library, "hamstring-health"), standard)
    letters = [day.letter for week in chart.weeks for day in week.days]
    assert letters == [str(day) for day in range(1, 29)]


def test_the_start_date_moves_no_cell_if_the_weekday_is_the_same(standard: Style, library: Library) -> None:
    layouts = {
        lay_out_sheet(standard, words_of(plan_of(library, "hamstring-health", day), standard), Paper.A4).layout
        for day in (date(2026, 11, 23), date(2027, 1, 4))
    }
    assert len(layouts) == 1


def test_the_graph_shows_the_first_measure_and_boxes_the_last(standard: Style, library: Library) -> None:
    chart = words_of(plan_of(library, "back-care-stretches"), standard)
    assert chart.graph is not None
    assert chart.graph.title == "Back pain this week"
    assert chart.graph.text == "in points. A change of 2\N{NO-BREAK SPACE}points or more counts."
    assert chart.boxes_title == "Fingertips to floor"
    assert [box.unit for box in chart.boxes] == ["cm", "cm", "of 12"]
    assert [loose(box.label) for box in chart.boxes] == ["Day 1", "Day 28", "Days"]


def test_a_step_in_the_middle_gets_its_own_row(standard: Style) -> None:
    routine = (
        "phases: [{id: a, name: Strong, kind: strengthen, frequency: {per_week: 3}, "
        "exercises: [{exercise: low, weeks: {3: {exercise: high}}}]}]"
    )
    shelf = Shelf(routine, {"low": strength(), "high": strength()})
    plan = plan_weeks(prescription(), shelf)
    chart = words_of(plan, standard)
    assert [row.key for row in chart.rows] == ["low", "high"]
    assert [sum(week) for week in chart.rows[0].boxes] == [3, 3, 0, 0]
    assert [sum(week) for week in chart.rows[1].boxes] == [0, 0, 3, 3]
    pages = fill_in(standard, lay_out_sheet(standard, chart, Paper.A4), chart_person(plan, Client(), WORDING))
    assert len([name for name in cells(pages) if ".low." in name or ".high." in name]) == 12


def test_the_same_exercise_twice_has_two_names(standard: Style) -> None:
    routine = (
        "phases: [{id: a, name: One, kind: mobilise, frequency: {per_week: 7}, exercises: [cat]}, "
        "{id: b, name: Two, kind: mobilise, frequency: {per_week: 7}, exercises: [cat]}]"
    )
    plan = plan_weeks(prescription(), Shelf(routine, {"cat": mobility()}))
    assert [row.key for row in words_of(plan, standard).rows] == ["cat", "cat-2"]


def test_a_long_address_gets_a_larger_code_and_short_words(standard: Style) -> None:
    routine = (
        f"video: https://example.clinic/{'a' * 200}\n"
        "phases: [{id: a, name: One, kind: mobilise, frequency: {per_week: 7}, exercises: [cat]}]"
    )
    plan = plan_weeks(prescription(), Shelf(routine, {"cat": mobility()}))
    chart = words_of(plan, standard)
    assert chart.video
    code = chart_code(chart.video)
    assert code.side / len(code.modules) == pytest.approx(0.4 * MM)
    pages = lay_out_chart(standard, chart, chart_person(plan, Client(), WORDING), Paper.A4)
    assert [page_problems([page], 15 * MM) for page in pages] == [[]]
    assert "…" in "".join(word.run.text for page in pages for word in printed_words(page))


def test_without_measure_and_video_the_chart_still_stands(standard: Style) -> None:
    routine = "phases: [{id: a, name: One, kind: mobilise, frequency: {per_week: 7}, exercises: [cat]}]"
    plan = plan_weeks(prescription(), Shelf(routine, {"cat": mobility()}))
    chart = words_of(plan, standard)
    assert chart.graph is None and chart.video is None
    pages = lay_out_chart(standard, chart, chart_person(plan, Client(), WORDING), Paper.A4)
    assert [collisions(page) for page in pages] == [[]]


def test_a_table_of_one_week_says_the_doses_of_that_week(style_of: Callable[[str], Style]) -> None:
    phase = "phases:\n  - {id: p, name: P, kind: strengthen, frequency: 3, exercises: [a, b]}\n"
    exercises = {"a": strength("reps: 8, weeks: {2: {reps: 10}, 4: {sets: 3}}"), "b": strength("reps: 6")}
    plan = plan_weeks(prescription(), Shelf(phase, exercises))
    style = style_of("large-print")
    pages = lay_out_chart(style, words_of(plan, style), chart_person(plan, Client(), WORDING), Paper.A4)
    whole = " ".join(loose(word.run.text) for page in pages for word in printed_words(page))
    tables = re.split(r"Week \d ", " ".join(whole.split()))[1:]
    assert len(tables) == 4
    for table, dose in zip(tables, ("8 times", "10 times", "10 times", "3 sets of 10"), strict=True):
        assert re.findall(r"Heel lift ((?:\d sets of \d+|\d+ times))", table) == [dose, "6 times"]
