"""What identifies a layout of cells, what a code says, and what a reader is given to find the boxes again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from generator.content.paper import Paper
from generator.manuscript.box_name import BoxKind, choice_box, number_box, single_box, step_box, tick_box, total_box
from generator.manuscript.chart import Chart
from generator.page.chart.lay_out_chart import ChartSheet, fill_in, lay_out_sheet
from generator.page.codes.matrix_code import matrix_modules
from generator.page.finished.cells import (
    Payload,
    PlacedCell,
    cells_of,
    fingerprint,
    read_payload,
    routine_code,
)
from generator.page.finished.sheet_json import sheet_json
from generator.page.measures import Style
from generator.page.page import Block, Cell, Ink, Page, Placed, Squares
from generator.shapes.geometry import MM
from tests.page.chart.charts import BLANK, SOMEBODY, chart, phases, squares

INK = Ink(0, 0, 0)
ONE = PlacedCell(1, tick_box("bridge", 1, 1, 1), 300, 500, 60, 60)


@pytest.fixture
def style(style_of: Callable[[str], Style]) -> Style:
    return style_of("standard")


def sheet(style: Style, sample: Chart, paper: Paper = Paper.A4) -> ChartSheet:
    return lay_out_sheet(style, sample, paper)


def test_cells_are_found_in_tenths_of_a_millimetre() -> None:
    cell = Cell(total_box(1), 10 * MM, 2 * MM, 8 * MM, 8.04 * MM, INK)
    block = Block(100, 100, (cell,))
    page = Page(500, 500, (Placed(5 * MM, 20 * MM, block),))
    assert cells_of([page]) == (PlacedCell(1, total_box(1), 150, 220, 80, 80),)


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, page=2),
        replace(ONE, name=tick_box("bridge", 1, 2, 1)),
        replace(ONE, x=301),
        replace(ONE, y=501),
        replace(ONE, width=61),
        replace(ONE, height=61),
    ],
)
def test_any_difference_gives_another_fingerprint(other: PlacedCell) -> None:
    assert fingerprint([ONE]) != fingerprint([other])


def test_the_fingerprint_has_forty_bits_and_no_order() -> None:
    two = replace(ONE, name=tick_box("bridge", 1, 2, 1), x=400)
    assert fingerprint([ONE, two]) == fingerprint([two, ONE])
    assert fingerprint([ONE]) != fingerprint([ONE, two])
    assert len(fingerprint([ONE])) == 8
    assert set(fingerprint([ONE])) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")


def test_same_cells_same_fingerprint_whoever_it_is_for(style: Style) -> None:
    made = sheet(style, chart())
    bare = fingerprint(cells_of(fill_in(style, made, BLANK)))
    assert bare == fingerprint(cells_of(fill_in(style, made, SOMEBODY))) == made.layout


def test_dates_of_another_month_change_nothing(style: Style) -> None:
    dated = chart(dated=True)
    later = replace(dated, weeks=tuple(replace(week, days=tuple(reversed(week.days))) for week in dated.weeks))
    assert sheet(style, dated).layout == sheet(style, later).layout


def test_other_words_of_the_same_length_of_page_change_nothing(style: Style) -> None:
    assert sheet(style, chart()).layout == sheet(style, chart(routine="Hip health", private="Yours.")).layout


@pytest.mark.parametrize(
    "other",
    [chart(phases(3, 3, 3)), chart(phases(3, 3, 2), numbers=1), chart(phases(3, 3, 2), numbers=3), chart(boxes=())],
    ids=["a row more", "fewer numbers", "more numbers", "no boxes"],
)
def test_other_cells_another_fingerprint(style: Style, other: Chart) -> None:
    assert sheet(style, chart()).layout != sheet(style, other).layout


def test_papers_differ(style: Style) -> None:
    assert sheet(style, chart()).layout != sheet(style, chart(), Paper.LETTER).layout


def test_a_payload_is_read_back() -> None:
    for pseudonym in ("", "P-0017"):
        payload = Payload(routine_code("hamstring-health"), "1.0", 2, "ABCDEFGH", pseudonym)
        assert read_payload(payload.text) == payload


def test_the_code_fits_the_smallest_symbol_without_a_pseudonym() -> None:
    text = Payload(routine_code("hamstring-health"), "1.0", 1, "ABCDEFGH").text
    assert len(matrix_modules(text)) == 18
    long = Payload(routine_code("hamstring-health"), "12.10", 3, "ABCDEFGH", "KLINIK-0017").text
    assert len(matrix_modules(long)) <= 22


@pytest.mark.parametrize("pseudonym", ["Jane Doe", "Müller", "a/b", "x\n"])
def test_a_pseudonym_with_other_characters_is_refused(pseudonym: str) -> None:
    with pytest.raises(ValueError, match="not for a code"):
        _ = Payload("ABCDEF", "1.0", 1, "ABCDEFGH", pseudonym).text


@pytest.mark.parametrize("text", ["", "hello", "1 ABCDEF 1.0 1 ABCDEFGH", "2 ABCDEF 1.0 x ABCDEFGH", "2 A B 1 C D E"])
def test_a_foreign_code_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not the code"):
        read_payload(text)


def test_no_word_of_a_person_is_in_the_code(style: Style) -> None:
    made = sheet(style, chart())
    anonymous = replace(SOMEBODY, pseudonym="")
    codes = [page.blocks[-1].block for page in fill_in(style, made, BLANK)]
    assert codes == [page.blocks[-1].block for page in fill_in(style, made, anonymous)]
    assert codes != [page.blocks[-1].block for page in fill_in(style, made, SOMEBODY)]


def test_names_of_boxes() -> None:
    ticked = (tick_box("bridge", 1, 3, 1), choice_box(4, "call"), step_box("bridge", 2), step_box("bridge", 2, 5))
    assert {one.kind for one in ticked} == {BoxKind.TICK}
    assert list(map(str, ticked)) == ["w1.d3.bridge.1", "w4.next.call", "step.bridge.2", "w5.step.bridge.2"]
    written = (number_box("pain-during", 1, 1), total_box(1), single_box("before"), single_box("days", 5))
    assert {one.kind for one in written} == {BoxKind.NUMBER}
    assert list(map(str, written)) == ["w1.d1.pain-during", "w1.total", "before", "w5.days"]


def test_the_json_rebuilds_the_cells(style: Style) -> None:
    made = sheet(style, chart(phases(3, 4, 3, 3)))
    value = json.loads(json.dumps(sheet_json(made)))
    assert value["fingerprint"] == made.layout
    assert value["routine_code"] == routine_code("hamstring-health")
    rebuilt = [
        PlacedCell(page["page"], cell["name"], *(round(cell[key] * 10) for key in ("x", "y", "width", "height")))
        for page in value["pages"]
        for cell in page["cells"]
    ]
    assert fingerprint(rebuilt) == made.layout
    assert len(value["pages"]) == 2
    for page in value["pages"]:
        assert (page["width"], page["height"]) == (297.0, 210.0)
        assert [mark["id"] for mark in page["marks"]] == [0, 1, 2, 3]
        assert {cell["kind"] for cell in page["cells"]} <= {"tick", "number"}


def test_every_box_is_said_in_fields_and_words(style: Style) -> None:
    value = sheet_json(sheet(style, chart(phases(2, 2, times=2), numbers=1)))
    assert (value["format"], value["kind"], value["page_count"]) == (2, "chart", len(listed(value["pages"])))
    found = {cell["name"]: cell for page in listed(value["pages"]) for cell in page["cells"]}
    assert all(cell["words"] and cell["words"] != name for name, cell in found.items())
    assert len({cell["words"] for cell in found.values()}) == len(found)
    second = found["w2.d3.move-1.2"]
    assert (second["week"], second["day"], second["key"], second["count"]) == (2, 3, "move-1", 2)
    assert second["words"] == "Rock back, Week 2, Day 3, 2"
    assert found["w4.next.stay"]["words"] == "Next week, stay, Week 4"
    assert found["w1.d1.pain-during"]["words"] == "Pain during, 0–10, Week 1, Day 1"


def test_what_was_planned_is_what_has_boxes(style: Style) -> None:
    value = sheet_json(sheet(style, chart(phases(2, days=(0, 2, 4)))))
    assert value["weeks"] == [{"week": week, "name": f"Week {week}"} for week in range(1, 5)]
    rows = {row["key"]: row for row in listed(value["rows"])}
    assert rows["move-1"] | {"days": []} == {
        "key": "move-1", "kind": "tick", "name": "Rock back", "phase": "Part 1", "times": 1, "days": [],
    }  # fmt: skip
    assert rows["move-1"]["days"] == [{"week": week, "days": [1, 3, 5]} for week in range(1, 5)]
    assert rows["pain-morning"]["kind"] == "number"


def test_codes_stand_where_the_json_says(style: Style) -> None:
    made = sheet(style, chart())
    value = sheet_json(made)
    for person, modules in ((BLANK, 18), (SOMEBODY, 22)):
        for page, told in zip(fill_in(style, made, person), listed(value["pages"]), strict=True):
            codes = [one for one in squares(page) if isinstance(one.item, Squares)]
            standing = [one for one in codes if len(one.item.modules) == modules]  # type: ignore[union-attr]
            for one, place in zip(standing, told["codes"], strict=True):
                assert modules in place["modules"]
                side, lower = modules * place["module"], place["corner"] == "lower-left"
                x = place["x"] if lower else place["x"] + place["side"] - side
                y = place["y"] + place["side"] - side if lower else place["y"]
                assert [edge / MM for edge in one.box] == pytest.approx([x, y, x + side, y + side], abs=0.02)


def test_the_axes_of_the_graph_are_told(style: Style) -> None:
    made = sheet(style, chart())
    (graph,) = [graph for page in listed(sheet_json(made)["pages"]) for graph in page["graphs"]]
    assert (graph["title"], graph["unit"]) == ("My reach", "cm")
    assert [value["value"] for value in graph["values"]] == [-10, 0, 10, 20, 30, 40]
    assert [moment["week"] for moment in graph["moments"]] == [0, 1, 2, 3, 4]
    heights = [value["y"] for value in graph["values"]]
    assert heights == sorted(heights, reverse=True)
    steps = [one - other for one, other in pairwise(heights)]
    assert steps == pytest.approx([steps[0]] * len(steps), abs=0.03)


def test_nothing_of_a_person_or_a_date_is_in_the_json(style: Style) -> None:
    noted = replace(chart(dated=True), note=None)
    text = json.dumps(sheet_json(sheet(style, noted)))
    assert "30 Nov" not in text
    for word in (SOMEBODY.fields[0].value, SOMEBODY.pseudonym, SOMEBODY.visit.value):
        assert word and word not in text


def listed(value: object) -> list[dict[str, Any]]:
    assert isinstance(value, list)
    return value
