"""A chart's pages in numbers: boxes large enough, nothing covered, cut or outside, one box for each planned session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from generator.content.paper import Paper
from generator.manuscript.chart import Chart, ChartPerson, ChartPhase
from generator.page.chart.arrangement import Orientation
from generator.page.chart.lay_out_chart import fill_in, lay_out_chart, lay_out_sheet
from generator.page.finished.faults import page_problems
from generator.page.measures import Style
from generator.page.page import Cell, Element, Item, Line, Page, Picture, Role, Words
from generator.problems import ContentError
from generator.shapes.geometry import MM
from generator.shapes.pixels import Raster
from tests.page.chart import charts
from tests.page.chart.charts import BLANK, SOMEBODY, cells, chart, collisions, phases, standing
from tests.page.conftest import items_of, text_of

WORK_DAYS = (0, 1, 2, 3, 4)
CASES = {
    "seven days": chart(),
    "seven days, dated": chart(dated=True),
    "five days": chart(phases(2, 4, days=WORK_DAYS)),
    "three days": chart(phases(3, 4, days=(0, 2, 4))),
    "six days": chart(phases(3, 4, days=(0, 1, 2, 4, 5, 6))),
    "every second day": chart(phases(5, days=(0, 2, 4, 6))),
    "one row": chart(phases(1)),
    "three times a day": chart(phases(3, times=3)),
    "twice a day": chart(phases(2, 2, times=2)),
    "twelve rows": chart(phases(3, 4, 3, 2)),
    "twelve rows, dated": chart(phases(3, 4, 3, 2), dated=True),
    "thirteen rows": chart(phases(3, 4, 3, 3)),
    "four rows of numbers": chart(numbers=4),
    "no graph, no code": chart(graph=None, video=None, boxes=()),
    "no phase names": chart((ChartPhase("", "", charts.rows(3)),), numbers=1),
    "two measures": chart(boxes_title="Fingertips to floor"),
    "long routine": chart(routine="Gentle strengthening for knees that complain on the stairs"),
    "pain scale": chart(graph=charts.graph(low=0, high=10, step=2, minor=1, zero="no pain", how="Score your pain.")),
}


@pytest.fixture(params=list(Paper))
def paper(request: pytest.FixtureRequest) -> Paper:
    assert isinstance(request.param, Paper)
    return request.param


@pytest.fixture(params=list(CASES.values()), ids=list(CASES))
def sample(request: pytest.FixtureRequest) -> Chart:
    assert isinstance(request.param, Chart)
    return request.param


_KEPT: list[Chart] = []
_KNOWN: dict[tuple[object, ...], tuple[Page, ...]] = {}


def made(style: Style, sample: Chart, paper: Paper = Paper.A4, person: ChartPerson = BLANK) -> tuple[Page, ...]:
    """The same pages serve many tests; the sample is kept alive with them, so its id stays its own."""
    key = (style.theme, id(sample), paper, person)
    if key not in _KNOWN:
        _KNOWN[key] = lay_out_chart(style, sample, person, paper)
        _KEPT.append(sample)
    return _KNOWN[key]


@pytest.mark.parametrize("person", [BLANK, SOMEBODY], ids=["blank", "filled in"])
def test_nothing_covers_anything(style: Style, sample: Chart, paper: Paper, person: ChartPerson) -> None:
    for page in made(style, sample, paper, person):
        assert collisions(page) == []


def test_a_covered_word_would_be_seen(style_of: Callable[[str], Style]) -> None:
    page = made(style_of("standard"), chart())[0]
    doubled = replace(page, blocks=(*page.blocks, page.blocks[0]))
    assert collisions(doubled)


def test_everything_is_inside_the_live_area(style: Style, sample: Chart, paper: Paper) -> None:
    for page in made(style, sample, paper, SOMEBODY):
        assert standing(page)
        assert page_problems([page], 15 * MM) == []
        for one in standing(page):
            left, top, right, bottom = one.box
            assert left >= 12.7 * MM - 0.01, one.item
            assert right <= page.width - 12.7 * MM + 0.01, one.item
            assert top >= 15 * MM - 0.01, one.item
            assert bottom <= page.height - 15 * MM + 0.01, one.item


def test_a_block_holds_what_it_claims(style: Style, sample: Chart) -> None:
    for page in made(style, sample):
        for placed in page.blocks:
            for item in items_of(placed.block):
                if isinstance(item, Cell):
                    assert item.y + item.height <= placed.block.height + 0.01


def test_boxes_are_large_enough(style: Style, sample: Chart, paper: Paper) -> None:
    found = cells(made(style, sample, paper))
    assert len(found) > 28
    for name, cell in found.items():
        ticked = name.split(".")[-1].isdigit() or ".next." in name
        least = (5.0 if ticked else 8.0) * MM
        assert cell.width >= least - 0.01, (name, cell.width / MM)
        assert cell.height >= least - 0.01, (name, cell.height / MM)


def test_every_planned_session_has_exactly_one_box(style: Style, sample: Chart, paper: Paper) -> None:
    found = set(cells(made(style, sample, paper)))
    expected = {
        f"w{week + 1}.d{day + 1}.{row.key}.{occasion + 1}"
        for row in sample.rows
        for week in range(4)
        for day in range(7)
        for occasion in range(row.boxes[week][day])
    }
    assert expected
    assert {name for name in found if ".move-" in name} == expected


def test_number_boxes_stand_on_all_days_of_a_row_or_on_the_fewer(style: Style, sample: Chart) -> None:
    found = set(cells(made(style, sample)))
    for row in sample.numbers:
        written = tuple(tuple(f"w{week + 1}.d{day + 1}.{row.key}" in found for day in range(7)) for week in range(4))
        assert written in (row.days, row.fewer)
        printed = {word.run.text for page in made(style, sample) for word in charts.words(page)}
        assert (row.fewer_note in printed) is (written != row.days)


def test_each_week_closes_with_total_and_choices(style: Style, sample: Chart) -> None:
    found = set(cells(made(style, sample)))
    for week in range(1, 5):
        assert {f"w{week}.total", f"w{week}.next.up", f"w{week}.next.stay", f"w{week}.next.back"} <= found


def test_a_choice_without_a_box_is_said_in_words(style: Style, sample: Chart, paper: Paper) -> None:
    pages = made(style, sample, paper)
    printed = {word.run.text for page in pages for word in charts.words(page)}
    assert ("w1.next.call" in cells(pages)) is not (sample.words.without_last in printed)


def test_rows_say_how_much_to_do_up_to_seven_of_them(style_of: Callable[[str], Style], paper: Paper) -> None:
    for dated in (False, True):
        parts = phases(3, 3, 2 if paper is Paper.A5 else 1)
        pages = made(style_of("standard"), chart(parts, dated=dated, boxes=chart().boxes[2:]), paper)
        printed = " ".join(word.run.text for word in charts.words(pages[0]))
        # On A5 a page has two weeks and the rows of two pages; where doses would cost another, the instruction helps.
        assert (len(pages) == 1) is (paper is not Paper.A5)
        told = sum(printed.count(dose) for dose in charts.DOSES)
        assert told == (6 if paper is Paper.A5 and told else 0 if paper is Paper.A5 else 7)
        assert (chart().how_much in printed) is not bool(told)


def test_where_rows_do_not_the_instruction_does(style_of: Callable[[str], Style]) -> None:
    style = style_of("standard")
    for parts, said in ((phases(3, 4, 3), True), (phases(2, 2), False)):
        sample = chart(parts)
        printed = " ".join(word.run.text for word in charts.words(made(style, sample)[0]))
        assert ("How much: see your handout." in printed) is said


def test_a_dated_week_says_its_month(style: Style) -> None:
    printed = [word.run.text for page in made(style, chart(dated=True)) for word in charts.words(page)]
    assert printed.count("30 Nov") >= 4


def test_words_are_large_enough(style: Style, sample: Chart) -> None:
    least = max(style.theme.smallest, 9.5)
    for page in made(style, sample, person=SOMEBODY):
        assert min(word.run.size for word in charts.words(page)) >= least


def test_lines_to_write_on_survive_a_copy(style: Style) -> None:
    lines = [
        item for placed in made(style, chart())[0].blocks for item in items_of(placed.block) if isinstance(item, Line)
    ]
    assert len(lines) > 20
    for line in lines:
        assert line.width >= 0.75
        assert max(line.ink.red, line.ink.green, line.ink.blue) <= 0.45


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("dated", [False, True])
def test_ten_rows_fit_on_one_page_and_thirteen_do_not(
    style_of: Callable[[str], Style], paper: Paper, dated: bool
) -> None:
    style = style_of("standard")
    # Dates take a line of the head.
    assert len(made(style, chart(phases(3, 4, 2 if dated else 3), dated=dated), paper)) == 1
    two = made(style, chart(phases(3, 4, 3, 3), dated=dated), paper)
    assert len(two) == 2
    for page in two:
        heads = {word.run.text for word in charts.words(page)}
        assert {"My 4\N{NO-BREAK SPACE}weeks", "Week 1", "Week 4"} <= heads


def test_pages_break_between_phases(style_of: Callable[[str], Style]) -> None:
    pages = made(style_of("standard"), chart(phases(3, 3, 3, 4)))
    rows = [{name.split(".")[2] for name in cells([page]) if ".move-" in name} for page in pages]
    assert rows == [{f"move-{n}" for n in range(1, 10)}, {f"move-{n}" for n in range(10, 14)}]


def test_very_many_rows_take_more_pages(style: Style) -> None:
    pages = made(style, chart(phases(25)))
    assert len(pages) >= 3
    assert len([name for name in cells(pages) if ".move-" in name]) == 25 * 28
    assert any("Part 1, continued" in {word.run.text for word in charts.words(page)} for page in pages)


@pytest.mark.parametrize("orientation", [Orientation.PORTRAIT, Orientation.LANDSCAPE])
def test_the_asked_orientation_is_kept(style: Style, orientation: Orientation) -> None:
    for page in lay_out_chart(style, chart(), BLANK, Paper.A4, orientation):
        assert (page.width > page.height) is (orientation is Orientation.LANDSCAPE)
        assert collisions(page) == []


def test_a_gutter_moves_everything_aside(style_of: Callable[[str], Style]) -> None:
    for page in lay_out_chart(style_of("standard"), chart(), BLANK, Paper.A4, gutter=20.0):
        assert min(one.box[0] for one in standing(page)) >= 20 * MM - 0.01
        assert collisions(page) == []


def test_rest_days_are_grey_and_named(style: Style) -> None:
    pages = made(style, chart(phases(2, 4, days=WORK_DAYS)))
    rest = [word for page in pages for word in charts.words(page) if word.run.text == "rest"]
    assert len(rest) == 4 if not style.theme.stacked else len(rest) >= 4


def test_pictures_stand_where_rows_are_high(style_of: Callable[[str], Style]) -> None:
    style = style_of("standard")
    assert len(charts.pictures(made(style, chart())[0])) == 8
    assert charts.pictures(made(style, chart(phases(3, 4, 3)))[0]) == []


def test_a_photograph_keeps_its_shape_in_a_row_and_is_decoration(style_of: Callable[[str], Style]) -> None:
    part = phases(1)[0]
    row = replace(part.rows[0], thumbnail=Raster(60, 90, 1, bytes(5400)))
    page = made(style_of("standard"), chart((replace(part, rows=(row,)),)))[0]
    (picture,) = [item for placed in page.blocks for item in items_of(placed.block) if isinstance(item, Picture)]
    assert picture.height / picture.width == pytest.approx(1.5)
    assert 5 * MM < picture.height < 15 * MM
    around = [kid for placed in page.blocks for kid in elements(placed.block.kids) if picture in kid.kids]
    assert [element.role for element in around] in ([], [Role.ARTIFACT])


def elements(kids: tuple[Element | Item, ...]) -> Iterator[Element]:
    for kid in kids:
        if isinstance(kid, Element):
            yield kid
            yield from elements(kid.kids)


def test_only_the_client_differs_between_clients(style: Style) -> None:
    sheet = lay_out_sheet(style, chart(), Paper.A4)
    blank, filled = fill_in(style, sheet, BLANK), fill_in(style, sheet, SOMEBODY)
    for one, other in zip(blank, filled, strict=True):
        same = set(one.blocks) & set(other.blocks)
        assert len(one.blocks) - len(same) == 4  # strip, visit, the code twice
    assert [page.block.kids for page in blank[0].blocks] != [page.block.kids for page in filled[0].blocks]


def test_a_name_stands_in_one_block_of_fixed_height(style: Style) -> None:
    sheet = lay_out_sheet(style, chart(), Paper.A4)
    for page in fill_in(style, sheet, SOMEBODY):
        assert len([placed for placed in page.blocks if "Bartholomew" in text_of(placed.block)]) == 1
    heights = {
        placed.block.height
        for person in (BLANK, SOMEBODY)
        for placed in fill_in(style, sheet, person)[0].blocks
        if "Name" in text_of(placed.block)
    }
    assert len(heights) == 1


def test_the_table_is_regular(style: Style, sample: Chart) -> None:
    for page in made(style, sample):
        tables: dict[str, list[int]] = {}
        for placed in page.blocks:
            tall = 0
            for element in placed.block.kids:
                if isinstance(element, Element) and element.role is Role.ROW:
                    cells = [kid for kid in element.kids if isinstance(kid, Element)]
                    width = sum(cell.column_span for cell in cells) + tall
                    tall = sum(cell.column_span for cell in cells if cell.row_span == 2)
                    tables.setdefault(placed.groups[0].key, []).append(width)
        assert all(len(set(widths)) == 1 for widths in tables.values()), tables


def test_heads_have_a_scope_and_days_are_told(style: Style, sample: Chart) -> None:
    for page in made(style, sample):
        for head in charts.elements(page, Role.HEADER):
            assert head.scope in ("Row", "Column")
            assert head.actual_text or head.kids
        for data in charts.elements(page, Role.DATA):
            assert data.actual_text or any(isinstance(kid, Words) for kid in data.kids)


def test_only_the_first_page_has_the_title(style: Style) -> None:
    pages = made(style, chart(phases(25)))
    assert [len(list(charts.elements(page, Role.TITLE))) for page in pages] == [1] + [0] * (len(pages) - 1)


def test_words_too_long_for_any_column_are_refused(style_of: Callable[[str], Style]) -> None:
    words = replace(chart().words, choices=(("up", "a very long word " * 20),))
    with pytest.raises(ContentError, match="does not fit on the paper"):
        made(style_of("standard"), chart(words=words))
