"""Long and odd content is laid out without overlap and without loss, or refused with a problem that has its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.content.checking import checked
from generator.content.choices import ChartKind, Layout
from generator.content.library import load_library
from generator.content.paper import Paper
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.make import pages_for, prepare
from generator.page.format import Format
from generator.page.page import Page
from generator.plan import plan_weeks
from generator.problems import ContentError, Problem, Severity
from generator.workshop import Workshop
from tests.conformance import family, odd, paper
from tests.conformance.test_ink import too_far_out

FORMS = [
    form
    for on, layout, style in product(Paper, Layout, ("standard", "large-print"))
    if (form := Format(paper=on, layout=layout, style=style, chart=ChartKind.STANDARD)).has_room
]


def laid_out(folder: Path, form: Format) -> tuple[list[Page], list[Problem], Workshop]:
    """Pages, or the problems that stand in their way."""
    shop = family.workshop().with_library(load_library(folder))  # reading fonts takes longer than all the rest
    clinic = "odd" if (folder / "clinics").exists() else "brookside"
    prescription = checked.build(Prescription, {"routine": "odd", "clinic": clinic, "language": "en-GB"})
    try:
        master = prepare(prescription, shop, form)
        return list(pages_for(master, prescription, Person()).pages), list(master.problems), shop
    except ContentError as error:
        return [], list(error.problems), shop


def text_of(pages: list[Page]) -> str:
    return re.sub(r"\s+", "", "".join(words.run.text for page in pages for _, words, _ in paper.words_of(page)))


def said(shop: Workshop, form: Format) -> Iterator[str]:
    """What must stand somewhere on the pages."""
    prescription = checked.build(Prescription, {"routine": "odd", "clinic": clinic_of(shop), "language": "en-GB"})
    plan = plan_weeks(prescription, shop.library)
    yield str(plan.routine.title)
    for planned in plan.exercises:
        yield str(planned.exercise.name)
        if form.layout is Layout.CARDS:
            yield from map(str, planned.exercise.steps)


def clinic_of(shop: Workshop) -> str:
    return "odd" if "odd" in shop.library.clinic_ids() else "brookside"


def judged(pages: list[Page], problems: list[Problem], shop: Workshop, form: Format) -> str:
    """How it ended: laid out or refused; asserts that either is done properly."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        assert all(problem.place for problem in errors), errors
        return "refused"
    assert too_far_out(pages) == []
    for page in pages:
        assert paper.collisions(page) == []
    printed = text_of(pages)
    for text in said(shop, form):
        assert re.sub(r"\s+", "", text) in printed, text
    return "laid out"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.paper}-{form.layout}-{form.style}")
@pytest.mark.parametrize("name", odd.ODD)
def test_odd_content_is_whole_or_refused_in_its_place(name: str, form: Format, tmp_path: Path) -> None:
    odd.ODD[name](tmp_path)
    assert judged(*laid_out(tmp_path, form), form) in ("laid out", "refused")


# What an ordinary clinic may well write is printed, in standard type at least.
ORDINARY = odd.ODD.keys() - {"twelve steps", "nine steps", "a message of one very long sentence"}


@pytest.mark.parametrize("name", sorted(ORDINARY))
def test_what_a_clinic_may_write_is_printed(name: str, tmp_path: Path) -> None:
    odd.ODD[name](tmp_path)
    form = FORMS[0]
    assert judged(*laid_out(tmp_path, form), form) == "laid out"


@pytest.mark.parametrize("name", odd.UNPRINTABLE)
def test_what_no_face_has_is_refused_in_its_place(name: str, tmp_path: Path) -> None:
    odd.UNPRINTABLE[name](tmp_path)
    for form in FORMS[:2]:
        pages, problems, _ = laid_out(tmp_path, form)
        assert pages == []
        missing = [problem for problem in problems if problem.rule == "missing-glyph"]
        assert missing and all(problem.place and "odd" in problem.place.file for problem in missing)


def test_a_pale_clinic_colour_is_named_in_its_file(tmp_path: Path) -> None:
    odd.ODD["a clinic in a pale colour"](tmp_path)
    _, problems, _ = laid_out(tmp_path, FORMS[0])
    [warning] = [problem for problem in problems if problem.rule == "contrast"]
    assert warning.place and warning.place.file.endswith("clinics/odd.yaml") and "is printed" in warning.message
    _, problems, _ = laid_out(tmp_path, replace(FORMS[0], style="mono"))
    assert not [problem for problem in problems if problem.rule == "contrast"], "mono prints no clinic's colour"


words = st.lists(st.text("abcdefghilmnoprstuäöüß", min_size=1, max_size=24), min_size=1, max_size=12).map(" ".join)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    name=words.map(lambda text: text[:60].strip().capitalize()),
    steps=st.lists(words.map(lambda text: text[:120].strip().capitalize() + "."), min_size=2, max_size=9),
    feel=words.map(lambda text: text[:120].strip()),
    count=st.integers(1, 12),
    pictured=st.booleans(),
    form=st.sampled_from(FORMS),
)
def test_any_words_are_whole_or_refused_in_their_place(
    name: str,
    steps: list[str],
    feel: str,
    count: int,
    pictured: bool,
    form: Format,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("odd")
    changes = {} if pictured else {"figure": None, "captions": None, "alt": None}
    exercises = {f"odd-{n}": odd.exercise(name=name, steps=steps, feel=feel, **changes) for n in range(count)}
    odd.write(folder, exercises, odd.routine(tuple(exercises)))
    judged(*laid_out(folder, form), form)
