"""Of a plan's second client only what bears a name or a date is written: a batch is as fast as this is true."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.content.choices import ChartKind, Portion
from generator.content.library import load_library
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.make import build
from generator.page.format import Format
from generator.workshop import Workshop
from tests.batch.clients import ROUTINES
from tests.output.counted import Counted

CLIENTS = (("Ann Lee", date(2026, 11, 23)), ("Tom Zhang-Lee", date(2026, 12, 7)))
PORTIONS = [Portion.SHEET, Portion.CARDS, Portion.CHART, Portion.COPY]  # pocket cards name nobody
FORMS = [Format(chart=kind) for kind in ChartKind] + [Format(only=portion) for portion in PORTIONS]
EACH = [(routine, form) for routine in ROUTINES for form in FORMS]
SAMPLES = [*EACH, ("hamstring-health", Format(only=Portion.LOG)), ("hamstring-health", Format(style="large-print"))]


@pytest.mark.parametrize(("routine", "form"), SAMPLES)
def test_a_plans_second_client_is_filled_in(routine: str, form: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = Workshop(load_library())
    counted = Counted(monkeypatch)
    for name, start in CLIENTS:
        dates = {"start": start, "review": start + timedelta(weeks=4)}
        plan = Prescription.model_validate({"routine": routine, "clinic": "brookside", "language": "en-GB", **dates})
        build(plan, Person(name=name, by="Sam Ortiz"), workshop, form)
    assert (counted.filled, counted.written) == (1, 1)
