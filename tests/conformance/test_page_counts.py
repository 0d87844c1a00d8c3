"""How many pages each bundled routine takes whole: a client keeps what is short."""

from __future__ import annotations

from typing import Any

import pytest

from generator.content.checking import checked
from generator.content.choices import Portion, StyleName
from generator.content.paper import Paper
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.make import pages_for, prepare
from generator.page.format import Format
from tests.conformance import family
from tests.conformance.family import Case

# In standard type or mono on either paper; in large print on A4; and on Letter, from a clinic with other signs.
COUNTS = {
    "hamstring-health": (5, 8, 8),
    "hip-hinge-foundations": (5, 8, 8),
    "back-care-stretches": (5, 8, 9),
    "hinge-and-rotate": (3, 6, 6),
    "ten-minute-follow-along": (2, 4, 4),
}
SAMPLES = [(routine, paper, style) for routine in COUNTS for paper in (Paper.A4, Paper.LETTER) for style in StyleName]


def count(routine: str, form: Format) -> int:
    return len(family.pages(Case(routine, form)).pages)


def test_each_bundled_routine_has_its_count() -> None:
    assert sorted(COUNTS) == sorted(family.ROUTINES)


@pytest.mark.parametrize(("routine", "paper", "style"), SAMPLES)
def test_a_whole_handout_is_as_short_as_it_can_be(routine: str, paper: Paper, style: StyleName) -> None:
    standard, on_a4, on_letter = COUNTS[routine]
    large = on_a4 if paper is Paper.A4 else on_letter
    assert count(routine, Format(paper=paper, style=style)) == (large if style is StyleName.LARGE_PRINT else standard)


@pytest.mark.parametrize("routine", COUNTS)
def test_a_sheet_is_one_leaf(routine: str) -> None:
    assert count(routine, Format(paper=Paper.A4, only=Portion.SHEET)) == 2


def test_a_sheet_stays_one_leaf_where_no_numbers_grow() -> None:
    """Each exercise then has a sentence for its next step; their rows would take another page."""
    dose: Any = {name: {"reps": 8} for name in ("hip-hinge", "deadlift", "hamstring-curl")}
    form = Format(paper=Paper.A4)
    asked = {"routine": "hamstring-health", "clinic": "brookside", "language": "en-GB"}
    plan = checked.build(Prescription, {**asked, "dose": dose})
    master = prepare(plan, family.workshop(), form)
    assert not any(one.ladder and len(one.ladder.rungs) > 1 for one in master.plan.exercises)
    assert len(pages_for(master, plan, Person()).pages) == 5
