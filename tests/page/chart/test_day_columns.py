"""Columns of a chart's grid: who gets how much room, and boxes for numbers that are never too narrow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise, product

import pytest

from generator.content.paper import Paper
from generator.manuscript.chart import Chart, NumberRow
from generator.page.chart.chart_measures import sizes_of
from generator.page.chart.day_columns import Columns, columns_of, number_days, number_spans, runs
from generator.page.measures import Style, frame_of
from generator.page.narrow import on_frame
from generator.shapes.geometry import MM
from tests.page.chart.charts import chart, phases


def columns(style: Style, sample: Chart, paper: Paper = Paper.A4, across: int = 4, *, thumbs: bool = True) -> Columns:
    frame = frame_of(paper, landscape=across > 1)
    style = on_frame(style, frame)
    found = columns_of(style, sizes_of(style.theme), sample, frame.live, across, thumbs=thumbs)
    assert found is not None
    return found


@pytest.fixture
def standard(style_of: Callable[[str], Style]) -> Style:
    return style_of("standard")


@pytest.mark.parametrize(
    ("paper", "across"), [*product((Paper.A4, Paper.LETTER), (4, 1)), (Paper.A5, 2), (Paper.A5, 1)]
)
def test_columns_fill_the_width_in_order(standard: Style, paper: Paper, across: int) -> None:
    found = columns(standard, chart(), paper, across)
    assert len(found.weeks) == across
    edges = [0.0, found.thumb.start, found.thumb.end, found.name.start, found.name.end, found.example.start]
    edges += [found.example.end]
    for week in found.weeks:
        edges += [edge for day in week.days for edge in (day.start, day.end)]
    assert edges == sorted(edges)
    assert found.weeks[-1].end == pytest.approx(found.width)


def test_seven_days_are_wide_enough_to_tick(standard: Style) -> None:
    for paper in Paper:
        assert columns(standard, chart(), paper, 2 if paper is Paper.A5 else 4).day >= 6.4 * MM


def test_rest_days_are_narrow_but_hold_their_word(standard: Style) -> None:
    found = columns(standard, chart(phases(3, days=(0, 2, 4))))
    days = found.weeks[0].days
    assert days[1].width < days[0].width
    word = standard.setter.width("rest", 9.5)
    assert days[1].width > word
    assert days[5].width + days[6].width > word
    assert days[5].width < days[1].width


def test_fewer_planned_days_give_more_room(standard: Style) -> None:
    five = columns(standard, chart(phases(4, days=(0, 1, 2, 3, 4))))
    assert five.day >= 8.1 * MM > columns(standard, chart()).day


def test_without_pictures_days_are_wider(standard: Style) -> None:
    (phase,) = phases(7)
    names = tuple(replace(row, name="Hamstring-strengthening") for row in phase.rows)  # nowhere to break
    long = chart((replace(phase, rows=names),))
    assert columns(standard, long, thumbs=False).day > columns(standard, long).day


def test_too_little_width_is_refused(standard: Style) -> None:
    assert columns_of(standard, sizes_of(standard.theme), chart(), 150 * MM, 4, thumbs=True) is None


def row(*days: int) -> NumberRow:
    week = tuple(day in days for day in range(7))
    fewer = tuple(day in days and day in (0, 2, 4, 6) for day in range(7))
    return NumberRow("pain", "Pain", "during", (week,) * 4, (fewer,) * 4, note="all", fewer_note="some")


@pytest.mark.parametrize("days", [(0, 2, 4, 6), (0, 2, 4), (5,), (6,), (0, 3, 6), (1, 4)])
def test_number_boxes_are_wide_enough_and_apart(standard: Style, days: tuple[int, ...]) -> None:
    found = columns(standard, chart())
    assert found.day < 8 * MM
    for week in found.weeks:
        spans = number_spans(found, week, row(*days).days[0])
        assert [day for day, _ in spans] == list(days)
        for day, strip in spans:
            assert strip.width >= 8 * MM
            assert strip.start <= week.days[day].middle <= strip.end
            assert week.start - 0.01 <= strip.start and strip.end <= week.end + 0.01
        for (_, one), (_, other) in pairwise(spans):
            assert one.end + 1.5 * MM <= other.start + 0.01


def test_narrow_days_have_boxes_on_fewer_of_them(standard: Style) -> None:
    found = columns(standard, chart())
    daily, second = row(*range(7)), row(0, 2, 4)
    assert number_days(found, daily) == (daily.fewer, "some")
    assert number_days(found, second) == (second.days, "all")


def test_wide_days_have_a_box_each(standard: Style) -> None:
    found = columns(standard, chart(phases(4, days=(0, 1, 2, 3))))
    daily = row(0, 1, 2, 3)
    assert number_days(found, daily) == (daily.days, "all")


def test_runs() -> None:
    assert runs([True, True, False, True]) == [(0, 2), (3, 4)]
    assert runs([False]) == runs([]) == []
