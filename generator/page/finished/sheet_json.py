"""Everything that a reader and a report need of a returned chart, as a JSON value; nothing in it is of one person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.manuscript.box_words import box_words
from generator.manuscript.chart import Chart
from generator.page.chart.corner_marks import codes_json, marks_json
from generator.page.chart.lay_out_chart import ChartSheet
from generator.page.finished.cells import PlacedCell, SheetFacts, cells_json, cells_of
from generator.page.finished.graph_axes import graphs_json
from generator.page.page import Page


def sheet_json(sheet: ChartSheet) -> dict[str, object]:
    """Boxes, marks, codes and graphs of each page, and what was planned; the same for everybody with this plan."""
    charts = (sheet.chart, *sheet.later)
    pages = [Page(sheet.frame.width, sheet.frame.height, (page.top, *page.rest)) for page in sheet.pages]
    words = box_words(charts)
    facts = SheetFacts(
        "chart",
        marks_json(sheet.frame, sheet.sizes),
        codes_json(sheet.frame, sheet.sizes),
        words.of,
        [{"week": week, "name": name} for week, name in words.weeks.items()],
        list(_rows(charts, cells_of(pages))),
        [_graphs(page, _chart_of(page, charts)) for page in pages],
    )
    return cells_json(pages, facts, sheet.chart.identity)


def _chart_of(page: Page, charts: Sequence[Chart]) -> Chart:
    """The chart whose weeks the page's boxes belong to."""
    last = max((cell.name.week for cell in cells_of([page])), default=0)
    return next((chart for chart in reversed(charts) if chart.first_week <= last), charts[0])


def _graphs(page: Page, chart: Chart) -> list[dict[str, object]]:
    graphs = [graph for graph in (chart.graph, *chart.graphs) if graph]
    return graphs_json(page, graphs, chart.first_week)


def _rows(charts: Sequence[Chart], cells: Sequence[PlacedCell]) -> Iterator[dict[str, object]]:
    """What is asked for day by day, with the days of each week on which there is a box; in the order of the charts."""
    by_phase = ((chart, phase, row) for chart in charts for phase in chart.phases for row in phase.rows)
    names = {row.key: (chart.name_of(row), phase.name) for chart, phase, row in by_phase}
    names |= {row.key: (f"{row.lead} {row.text}", "") for chart in charts for row in chart.numbers}
    for key, (name, phase) in names.items():
        own = [cell.name for cell in cells if cell.name.key == key and cell.name.day]
        weeks = sorted({box.week for box in own})
        if own:
            days = [{"week": week, "days": sorted({box.day for box in own if box.week == week})} for week in weeks]
            times = max(1, *(box.count for box in own))
            yield {"key": key, "kind": own[0].kind.value, "name": name, "phase": phase, "times": times, "days": days}
