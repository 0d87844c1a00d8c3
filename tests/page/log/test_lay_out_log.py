"""The strength log on its pages: every box once, large enough and apart, whatever the plan and the paper."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations

import pytest

from generator.content.paper import Paper
from generator.language.wording import load_wording
from generator.manuscript.chart import ChartPerson
from generator.manuscript.describe_log import log_of
from generator.manuscript.personal import StripField
from generator.page.finished.cells import PlacedCell, cells_of
from generator.page.log.lay_out_log import LogSheet, fill_log, lay_out_log, log_json
from generator.page.measures import Style
from generator.page.page import Words
from generator.plan import Plan
from generator.problems import ContentError
from tests.page.conftest import OFFERED, items_of
from tests.shelf import Shelf, strength, stretch

PHASE = "phases: [{{id: p, name: P, kind: strengthen, frequency: {frequency}, exercises: [{exercises}]}}]\n"
NAME = re.compile(r"log\.[a-z0-9-]+\.w\d+\.\d+\.(set\d+\.(weight|count)|pain)")
BLANK = ChartPerson((StripField("Name"), StripField("Start date")), StripField("Next visit"))


def plan(count: int, frequency: str = "{per_week: 3}", dose: str = "sets: 2, reps: 8", **fields: int) -> Plan:
    names = [f"move-{number}" for number in range(1, count + 1)]
    phase = PHASE.format(frequency=frequency, exercises=", ".join(names))
    return Shelf(phase, {name: strength(dose) for name in names}).plan("en-GB", **fields)


def sheet(style: Style, made: Plan, paper: Paper = Paper.A4) -> LogSheet:
    return lay_out_log(style, log_of(made, load_wording("en-GB")), paper)


def boxes(made: LogSheet) -> tuple[PlacedCell, ...]:
    return cells_of(made.bare)


def words(made: LogSheet) -> list[list[str]]:
    return [
        [item.run.text for placed in page.blocks for item in items_of(placed.block) if isinstance(item, Words)]
        for page in made.bare
    ]


def too_near(cells: Sequence[PlacedCell]) -> list[tuple[str, str]]:
    """Pairs of a page that touch (tenths of a millimetre)."""
    return [
        (str(one.name), str(other.name))
        for one, other in combinations(cells, 2)
        if one.page == other.page
        and one.x < other.x + other.width + 3
        and other.x < one.x + one.width + 3
        and one.y < other.y + other.height + 3
        and other.y < one.y + one.height + 3
    ]


@pytest.mark.parametrize(("name", "paper"), OFFERED)
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_every_set_of_every_session_has_its_boxes(
    style_of: Callable[[str], Style], name: str, paper: Paper, count: int
) -> None:
    cells = boxes(sheet(style_of(name), plan(count), paper))
    names = Counter(str(cell.name) for cell in cells)
    assert set(names.values()) == {1}
    assert all(NAME.fullmatch(one) for one in names)
    for number in range(1, count + 1):
        own = {one for one in names if one.startswith(f"log.move-{number}.") and not one.endswith("pain")}
        assert len(own) == 4 * 3 * 3 * 2
    assert too_near(cells) == []


@pytest.mark.parametrize(("name", "paper"), OFFERED)
def test_boxes_are_large_enough_for_a_pen(style_of: Callable[[str], Style], name: str, paper: Paper) -> None:
    least = 7.0 if name == "large-print" else 5.0
    for cell in boxes(sheet(style_of(name), plan(3), paper)):
        assert cell.height >= least * 10
        assert cell.width >= (100 if cell.name.choice == "weight" else 75)


@pytest.mark.parametrize(
    ("count", "paper", "pages"),
    [
        (1, Paper.A4, 1),
        (3, Paper.A4, 1),
        (3, Paper.LETTER, 1),
        (4, Paper.LETTER, 1),
        (5, Paper.A4, 2),
        (2, Paper.A5, 2),
    ],
)
def test_how_many_pages(style_of: Callable[[str], Style], count: int, paper: Paper, pages: int) -> None:
    assert len(sheet(style_of("standard"), plan(count), paper).sides) == pages


@pytest.mark.parametrize(("weeks", "pages"), [(4, 1), (6, 2), (8, 2), (12, 3)])
def test_a_longer_plan_has_the_pages_of_its_chart(style_of: Callable[[str], Style], weeks: int, pages: int) -> None:
    made = sheet(style_of("standard"), plan(3, weeks=weeks))
    assert len(made.sides) == pages
    assert {cell.name.week for cell in boxes(made)} == set(range(1, weeks + 1))


@pytest.mark.parametrize("count", [1, 3])
def test_the_last_block_is_empty_where_there_is_room(style_of: Callable[[str], Style], count: int) -> None:
    for number, room in ((count, True), (count + 1, False)):
        keys = {cell.name.key for cell in boxes(sheet(style_of("standard"), plan(number)))}
        assert ("other" in keys) is room


@pytest.mark.parametrize(
    ("frequency", "rows"),
    [("{per_week: 2}", 8), ("{per_week: 5}", 20), ("daily", 28), ("{per_week: 7, times_a_day: 3}", 84)],
)
@pytest.mark.parametrize(("name", "paper"), OFFERED)
def test_every_planned_session_has_a_row(
    style_of: Callable[[str], Style], name: str, paper: Paper, frequency: str, rows: int
) -> None:
    made = sheet(style_of(name), plan(2, frequency), paper)
    own = [cell for cell in boxes(made) if cell.name.key == "move-1" and cell.name.choice == "weight"]
    assert len({(cell.name.week, cell.name.count) for cell in own}) == rows
    assert too_near(boxes(made)) == []
    live = (made.frame.top, made.frame.bottom)
    assert all(
        live[0] <= side.y and side.y + side.block.height <= live[1] + 0.1 for page in made.bare for side in page.blocks
    )


def test_more_sets_take_the_width_of_the_page(style_of: Callable[[str], Style]) -> None:
    made = sheet(style_of("standard"), plan(1, dose="sets: 5, reps: 8"))
    assert {cell.name.of_set for cell in boxes(made) if cell.name.key == "move-1"} - {0} == {1, 2, 3, 4, 5}


def test_more_sets_than_a_row_can_hold_are_refused_in_their_place(style_of: Callable[[str], Style]) -> None:
    with pytest.raises(ContentError) as caught:
        sheet(style_of("standard"), plan(1, dose="sets: 20, reps: 8"))
    (problem,) = caught.value.problems
    assert problem.place is not None and problem.hint
    assert re.search(r"has room for \d sets, and .* has 20", problem.message)


def test_a_plan_with_nothing_to_log_is_refused_with_a_way_out() -> None:
    made = Shelf(PHASE.format(frequency="daily", exercises="a"), {"a": stretch()}).plan()
    with pytest.raises(ContentError) as caught:
        log_of(made, load_wording("en-GB"))
    (problem,) = caught.value.problems
    assert "nothing to log" in problem.message and "--only" in problem.hint


def test_a_client_is_filled_in_and_moves_nothing(style_of: Callable[[str], Style]) -> None:
    made = sheet(style_of("standard"), plan(2))
    named = ChartPerson((StripField("Name", "Ann Lee"), StripField("Start date")), StripField("Next visit"), "P-0017")
    blank, filled = fill_log(made, BLANK), fill_log(made, named)
    assert cells_of(blank) == cells_of(filled) == boxes(made)
    texts = [item.run.text for placed in filled[0].blocks for item in items_of(placed.block) if isinstance(item, Words)]
    assert "Ann Lee" in texts and not any("Ann Lee" in text for text in words(made)[0])


def test_the_json_names_every_box(style_of: Callable[[str], Style]) -> None:
    made = sheet(style_of("standard"), plan(3))
    (page,) = json.loads(json.dumps(log_json(made)))["pages"]
    assert [cell["name"] for cell in page["cells"]] == [str(cell.name) for cell in boxes(made)]
    assert len(page["marks"]) == 4
