"""What a handout opens with shares its pages: nothing that is only good to know has one to itself."""

from __future__ import annotations

import pytest

from generator.content.choices import Layout, StyleName
from generator.content.paper import Paper
from generator.content.person import Person
from generator.make import pages_for, prepare
from generator.page.finished.dump import dump
from generator.page.format import Format
from tests.conformance.family import ROUTINES, Case, pages, prescription, workshop
from tests.page.conftest import OFFERED


@pytest.mark.parametrize("paper", [paper for style, paper in OFFERED if style is StyleName.LARGE_PRINT])
@pytest.mark.parametrize("routine", ROUTINES)
def test_the_week_at_a_glance_has_no_large_page_to_itself(routine: str, paper: Paper) -> None:
    written = dump(pages(Case(routine, Format(paper=paper, style="large-print", layout=Layout.CARDS, only="cards"))))
    with_week = [page for page in written.split("\npage ") if ": Your week" in page]
    assert len(with_week) == (routine != "ten-minute-follow-along")
    assert all(page.count("  H") > 1 for page in with_week)


@pytest.mark.parametrize("lines", [0, 1, 2, 3])
def test_a_note_moves_no_week_off_the_first_page(lines: int) -> None:
    case = Case("hamstring-health", Format(paper=Paper.A4, layout=Layout.CARDS, only="cards"))
    person = Person(note=" ".join(["Go slowly, and hold on to the kitchen counter while you bend forward."] * lines))
    master = prepare(prescription(case), workshop(), case.form, person)
    made = dump(pages_for(master, prescription(case), person))
    assert [": Your week" in page for page in made.split("\npage ")[1:3]] == [True, False]
