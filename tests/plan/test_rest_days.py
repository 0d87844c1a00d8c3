"""Strength work needs a day of rest between, and making a handout says so too."""

from __future__ import annotations

import pytest

from generator.content.choices import Portion
from generator.make import prepare
from generator.page.format import Format
from generator.plan.rest_days import no_rest
from tests.conformance.family import workshop
from tests.shelf import Shelf, prescription, strength


@pytest.mark.parametrize(
    ("frequency", "more", "warned"),
    [
        ("3", "", 0),
        ("7", "", 1),
        ("{days: [mon, sun]}", "", 1),
        ("7", "off: {strength-in-a-row: They are light.}\n", 0),
    ],
)
def test_strength_on_days_in_a_row(frequency: str, more: str, warned: int) -> None:
    phase = f"phases: [{{id: p, name: P, kind: strengthen, frequency: {frequency}, exercises: [a]}}]\n"
    assert len(list(no_rest(Shelf(phase + more, {"a": strength()}).plan()))) == warned


def test_a_client_who_gets_it_every_day_is_a_warning_of_make() -> None:
    dose = {"hip-hinge": {"frequency": "daily"}}
    wish = prescription(routine="hamstring-health", clinic="brookside", dose=dose)
    problems = prepare(wish, workshop(), Format(only=Portion.CHART)).problems
    (found,) = (one for one in problems if one.rule == "strength-in-a-row")
    assert (found.place, found.path) == (None, "dose.hip-hinge.frequency"), "no fault of a file"
