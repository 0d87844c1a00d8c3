"""The clinician's copy: all that was prescribed on one page, and nothing of a person but in slots."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

import pytest

from generator import __version__
from generator.content.choices import Portion, StyleName
from generator.content.paper import Paper
from generator.content.person import Person
from generator.language.wording import load_wording
from generator.make import pages_for, prepare
from generator.manuscript.clinician_copy import ClinicianCopy, CopiedPhase
from generator.manuscript.describe_copy import copy_of
from generator.manuscript.describe_handout import Describer
from generator.manuscript.picture import Panel
from generator.page.clinician.lay_out_copy import COPY_NAME, COPY_STRIP, lay_out_copy
from generator.page.format import Format
from generator.page.measures import Style, frame_of
from generator.page.page import Page, Words
from generator.page.slots import is_note
from generator.sentences.recorded import recorded_times
from tests.conformance import family
from tests.conformance.family import Case
from tests.page.conftest import drawing, items_of

ANN = Person(name="Ann Lee", by="Sam Ortiz", note="Mind the left knee.", note_for={"hip-hinge": "Only to your knees."})


def texts(pages: Iterable[Page]) -> str:
    runs = [
        item.run.text
        for page in pages
        for placed in page.blocks
        for item in items_of(placed.block)
        if isinstance(item, Words)
    ]
    return re.sub(r"\s+", " ", " ".join(runs))


def case(routine: str, paper: Paper = Paper.A4, style: str = StyleName.STANDARD) -> Case:
    return Case(routine, Format(paper=paper, style=style, only=Portion.COPY))


def copy(routine: str = "hamstring-health", **changes: object) -> ClinicianCopy:
    made = copy_of(Describer(family.plan(routine), load_wording("en-GB"), {}))
    return replace(made, **changes)  # type: ignore[arg-type]  # the test's own words, checked by layout


def phases(count: int) -> tuple[CopiedPhase, ...]:
    """Exercises as the second phase of hamstring-health has them, so many."""
    phase = copy().phases[1]
    pair = (Panel(drawing(60, 90), "", "A person"),) * 2
    exercises = tuple(replace(phase.exercises[n % 3], number=str(n + 1), panels=pair) for n in range(count))
    return tuple(replace(phase, exercises=exercises[start : start + 4]) for start in range(0, count, 4))


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("routine", family.ROUTINES)
def test_a_routine_takes_one_page(routine: str, paper: Paper) -> None:
    assert len(family.pages(case(routine, paper)).pages) == 1


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize(("count", "pages"), [(1, 1), (12, 1), (24, 2)])
def test_a_dozen_exercises_take_one_page(
    style_of: Callable[[str], Style], paper: Paper, count: int, pages: int
) -> None:
    made = lay_out_copy(style_of("standard"), frame_of(paper), copy(phases=phases(count)))
    assert len(made) == pages
    assert [name in texts(made) for name in (f"{n + 1} " for n in range(count))].count(False) == 0


@pytest.mark.parametrize("routine", family.ROUTINES)
def test_what_was_prescribed_stands_on_it(routine: str) -> None:
    said, made = texts(family.pages(case(routine)).pages), copy(routine)
    for phase in made.phases:
        for one in phase.exercises:
            for text in (one.name, one.trade_name, one.notation, one.when, *(one.steps or ())):
                assert re.sub(r"\s+", " ", text) in said
    for lead, text in (*made.facts, *made.rule, *made.given):
        assert re.sub(r"\s+", " ", f"{lead} {text}") in said
    assert f"handout generator {__version__}" in said


def test_it_says_of_times_what_the_record_says() -> None:
    plan = family.plan("hamstring-health")
    facts = {f"{lead} {text}".rstrip(".") for lead, text in copy().facts}
    assert set(recorded_times(plan, load_wording("en-GB"))) <= facts


def test_a_person_stands_in_slots_alone() -> None:
    one = case("hamstring-health")
    wish = family.prescription(one).model_copy(update={"start": date(2026, 11, 23), "review": date(2026, 12, 21)})
    master = prepare(wish, family.workshop(), one.form, ANN)
    pages = pages_for(master, wish, ANN).pages
    own = [placed for page in pages for placed in page.blocks if placed.slot]
    assert [placed.slot for placed in own if not is_note(placed.slot)] == [COPY_STRIP]
    said = {placed.slot: texts([Page(0, 0, (placed,))]) for placed in own}
    for part in ("Ann Lee", "Sam Ortiz", "23 November 2026", "21 December 2026"):
        assert part in said[COPY_STRIP].replace("\N{NO-BREAK SPACE}", " ")
    assert "Mind the left knee." in said["note"]
    assert "Only to your knees." in said["note_for.hip-hinge"]
    assert "Ann" not in texts(master.laid.cards)


def test_every_page_says_whose_it_is(style_of: Callable[[str], Style]) -> None:
    pages = lay_out_copy(style_of("standard"), frame_of(Paper.A4), copy(phases=phases(30)))
    assert len(pages) > 1
    for number, page in enumerate(pages):
        assert (COPY_NAME if number else COPY_STRIP) in {placed.slot for placed in page.blocks}
        assert "Clinician's copy" in texts([page])


def test_a_dose_in_words_gives_way_to_a_page_less(style_of: Callable[[str], Style]) -> None:
    few, many = (copy(phases=phases(count)) for count in (2, 12))
    sentence = few.phases[0].exercises[0].sentence
    for made, is_said in ((few, True), (many, False)):
        pages = lay_out_copy(style_of("standard"), frame_of(Paper.A4), made)
        assert len(pages) == 1
        assert (re.sub(r"\s+", " ", sentence) in texts(pages)) is is_said
