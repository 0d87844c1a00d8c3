"""Names of files tell plans apart and never people; the identity in a file tells sheets apart, not their versions."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from generator.content.choices import ChartKind
from generator.content.paper import Paper
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.naming import identity_of, name_of
from generator.page.format import Format

PLAIN: dict[str, Any] = {"routine": "knees", "version": "1.0", "clinic": "hill", "language": "en-GB"}
USUAL = "knees-1.0-en-GB-a4-sheet-standard"


def plan(**more: Any) -> Prescription:
    return Prescription.model_validate(PLAIN | more)


DIFFERENT = [
    plan(),
    plan(side="left"),
    plan(side="right"),
    plan(alternative="chair"),
    plan(options={"hip-hinge": "ball"}),
    plan(dose={"hip-hinge": {"sets": 3}}),
    plan(dose={"hip-hinge": {"sets": 4}}),
    plan(dose={"glute-bridge": {"sets": 3}}),
    plan(side="left", alternative="chair"),
    plan(weeks=8),
    plan(weeks=12),
]


def test_every_plan_has_a_name_of_its_own() -> None:
    names = [name_of(one, Format(paper=Paper.A4)) for one in DIFFERENT]
    assert len(set(names)) == len(names)
    assert names[-2:] == [f"{USUAL}-8-weeks.pdf", f"{USUAL}-12-weeks.pdf"]
    assert names[:4] == [f"{USUAL}.pdf", f"{USUAL}-left.pdf", f"{USUAL}-right.pdf", f"{USUAL}-chair.pdf"]


def test_charts_have_names_of_their_own() -> None:
    forms = [Format(paper=Paper.A4, chart=kind, only=only) for kind in ChartKind for only in ("", "chart")]
    names = [name_of(plan(), form) for form in forms]
    assert len(set(names)) == len(names)
    assert name_of(plan(), Format(paper=Paper.A4, chart=ChartKind.FULL, only="cards")) == f"{USUAL}-cards.pdf"


def test_dates_and_the_order_of_doses_change_no_name() -> None:
    first = plan(dose={"a": {"sets": 3}, "b": {"reps": 8}}, start="2026-11-23", review="2026-12-21")
    second = plan(dose={"b": {"reps": 8}, "a": {"sets": 3}})
    assert name_of(first, Format(paper=Paper.A4)) == name_of(second, Format(paper=Paper.A4))


SHEETS = [
    (plan(), Person(), Format(paper=Paper.A4)),
    (plan(), Person(name="Ann Lee"), Format(paper=Paper.A4)),
    (plan(), Person(by="Ann Lee"), Format(paper=Paper.A4)),
    (plan(), Person(note="Ann Lee"), Format(paper=Paper.A4)),
    (plan(), Person(pseudonym="P-1"), Format(paper=Paper.A4)),
    (plan(start="2026-11-23"), Person(), Format(paper=Paper.A4)),
    (plan(clinic="dale"), Person(), Format(paper=Paper.A4)),
    (plan(), Person(), Format(gutter=20.0)),
    (plan(side="left"), Person(), Format(paper=Paper.A4)),
]


@pytest.mark.parametrize(("one", "other"), list(combinations(SHEETS, 2)))
def test_what_is_another_sheet(one: Any, other: Any) -> None:
    assert identity_of(*one) != identity_of(*other)
    assert identity_of(*one) == identity_of(*one)


def test_a_later_version_is_the_same_sheet() -> None:
    assert identity_of(plan(version="1.1"), Person("Ann"), Format(paper=Paper.A4)) == identity_of(
        plan(), Person("Ann"), Format(paper=Paper.A4)
    )
