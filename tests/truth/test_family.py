"""No sheet of any routine, side, alternative, layout, style and chart contradicts its plan, read back from the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from generator.content.checking import checked
from generator.content.choices import ChartKind, Layout
from generator.content.paper import Paper
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.make import Master, pages_for, prepare
from generator.output.pdf import pdf_bytes
from generator.page.format import Format
from generator.workshop import Workshop
from tests.conformance.family import CLINICS, STYLES, workshop
from tests.truth.contradictions import contradictions
from tests.truth.sheet import Sheet, read

LONGER = {"ten-minute-follow-along": 6, "hamstring-health": 8, "hip-hinge-foundations": 12}
PARTS = (
    ("cards", ChartKind.STANDARD, ""),
    ("sheet", ChartKind.PARTS, "sheet"),
    ("sheet", ChartKind.PARTS, "cards"),
    ("cards", ChartKind.GRAPH, "chart"),
    ("cards", ChartKind.FULL, "chart"),
)


def wishes() -> Iterator[Prescription]:
    library = workshop().library
    for name in library.routine_ids():
        timed = all(phase.kind == "sequence" for phase in library.routine(name).phases)  # has sides of its own
        sides = ("",) if timed else ("", "left", "right")
        for alternative, side in product((None, *library.routine(name).alternatives), sides):
            more = {"alternative": alternative, "side": side}
            said = {key: value for key, value in more.items() if value}
            wish = {"routine": name, "clinic": CLINICS[Paper.A4], "language": "en-GB"}
            yield checked.build(Prescription, {**wish, **said})
        weeks = LONGER.get(name)
        if weeks:
            yield checked.build(Prescription, {**wish, "weeks": weeks})


def made(prescription: Prescription, shop: Workshop, form: Format) -> tuple[Master, Sheet]:
    master = prepare(prescription, shop, form)
    pages = pages_for(master, prescription, Person())
    return master, read(pdf_bytes(pages, shop.faces, shop.press, created=master.plan.routine.issued))


def named(wish: Prescription) -> str:
    weeks = f"{wish.weeks}" if "weeks" in wish.model_fields_set else ""
    return "-".join(filter(None, (wish.routine, wish.alternative, wish.side, weeks)))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("wish", list(wishes()), ids=named)
def test_a_sheet_agrees_with_its_plan(wish: Prescription, style: str) -> None:
    """Every chart of every style; the handout in every layout."""
    found = []
    for layout, chart, only in PARTS:
        form = Format(paper=Paper.A4, layout=Layout(layout), style=style, chart=chart, only=only)
        master, sheet = made(wish, workshop(), form)
        assert sheet.told or only == "chart"
        assert (sheet.chart and (sheet.rows or chart.is_back)) or only == "cards"
        found += [f"{layout} {chart}: {fault}" for fault in contradictions(sheet, master.plan, master.wording)]
    assert found == []
