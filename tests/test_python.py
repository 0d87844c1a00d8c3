"""What a program that uses the package gets: the clinic's paper, and wrong values named with those that are right."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from generator import ContentError, Format, Person, Prescription, Workshop, build, load_library
from generator.content.checking.checked import load
from generator.content.choices import ChartKind, Layout, Portion, listed
from generator.content.clinic import Clinic
from generator.content.paper import Paper
from generator.make import prepare

LIBRARY = load_library()


def wish(clinic: str, **more: Any) -> Prescription:
    return Prescription(**{"routine": "hinge-and-rotate", "clinic": clinic, "language": "en-GB", **more})


@pytest.mark.parametrize(("clinic", "paper"), [("brookside", Paper.A4), ("summit-training", Paper.LETTER)])
def test_the_paper_is_the_clinics_unless_another_is_asked_for(clinic: str, paper: Paper) -> None:
    workshop = Workshop(LIBRARY)
    assert prepare(wish(clinic), workshop, Format(layout=Layout.CARDS, only="cards")).form.paper is paper
    assert (
        prepare(wish(clinic), workshop, Format(paper=Paper.A4, layout=Layout.CARDS, only="cards")).form.paper
        is Paper.A4
    )


@pytest.mark.parametrize(("country", "paper"), [("US", "letter"), ("CA", "letter"), ("GB", "a4"), ("DE", "a4")])
def test_a_clinic_without_a_paper_has_its_countrys(country: str, paper: str) -> None:
    text = LIBRARY.path("clinics", "brookside").read_text("utf-8")
    text = text.replace("paper: a4\n", "").replace("country: GB", f"country: {country}")
    assert load(Clinic, text, "c.yaml")[0].paper == paper


def test_choices_may_be_texts() -> None:
    form = Format(paper=cast(Any, "letter"), layout=cast(Any, "cards"), chart=cast(Any, "full"))
    assert (form.paper, form.layout, form.chart) == (Paper.LETTER, Layout.CARDS, ChartKind.FULL)
    assert form.layout is Layout.CARDS


def test_a_content_folder_may_be_a_text(tmp_path: Path) -> None:
    (tmp_path / "routines").mkdir()
    assert load_library(str(tmp_path)).folders[-1].root == tmp_path


WRONG: dict[str, tuple[Callable[[Any], Any], object, str]] = {
    "style": (lambda it: Format(style=it), "large_print", 'standard, large-print or mono, not "large_print"; did you'),
    "style of nothing": (lambda it: Format(style=it), None, "standard, large-print or mono, not nothing"),
    "paper": (lambda it: Format(paper=it), "A4", 'a4, letter or a5, not "A4"; did you mean a4?'),
    "paper by number": (lambda it: Format(paper=it), 4, "a4, letter or a5"),
    "layout": (lambda it: Format(layout=it), "card", 'sheet or cards, not "card"; did you mean cards?'),
    "chart": (lambda it: Format(chart=it), "ful", 'parts, graph, standard or full, not "ful"; did you mean full?'),
    "only": (
        lambda it: Format(only=it),
        "charts",
        f'{listed(list(Portion))}, not "charts"; did you mean chart?',
    ),
    "body": (lambda it: Format(body=it), "old woman", "did you mean older woman?"),
    "gutter": (lambda it: Format(gutter=it), -3, "millimetres from 0 to 40, not -3"),
    "gutter as text": (lambda it: Format(gutter=it), "20 mm", 'millimetres from 0 to 40, not "20 mm"'),
    "gutter that is no number": (lambda it: Format(gutter=it), float("nan"), "millimetres from 0 to 40"),
    "duplex": (lambda it: Format(duplex=it), "yes", 'duplex: needs True or False, not "yes"'),
    "archive": (lambda it: Format(archive=it), 1, "archive: needs True or False, not 1"),
    "name": (lambda it: Person(name=it), 5, "name: needs a text"),
    "note": (lambda it: Person(note=it), "x" * 301, "note: has 301 characters, the most allowed is 300"),
    "note_for": (lambda it: Person(note_for=it), {5: "Slowly."}, "note_for: needs notes by exercise id"),
    "pseudonym": (lambda it: Person(pseudonym=it), "Ann Lee", "for example P-0017"),
    "folder": (lambda it: load_library(it), 5, "needs folders"),
    "list of folders": (lambda it: load_library(it), ["a"], "needs folders"),
    "folder without a name": (lambda it: load_library(it), "", "needs folders"),
    "absent folder": (lambda it: load_library(it), "nowhere", "there is no content folder"),
    "library": (lambda it: Workshop(it), "my-content", "needs a Library"),
    "form": (lambda it: build(wish("brookside"), Person(), Workshop(LIBRARY), it), "a4", "form: needs a Format"),
    "person": (
        lambda it: build(wish("brookside"), it, Workshop(LIBRARY), Format()),
        "Ann Lee",
        "person: needs a Person",
    ),
    "workshop": (lambda it: build(wish("brookside"), Person(), it, Format()), LIBRARY, "workshop: needs a Workshop"),
    "prescription": (lambda it: build(it, Person(), Workshop(LIBRARY), Format()), "x", "needs a Prescription"),
    "side": (lambda it: wish("brookside", side=it), "lefty", "side: "),
    "unknown key": (lambda it: wish("brookside", start_day=it), "2026-11-23", "start"),
    "dose": (lambda it: wish("brookside", dose={"hip-hinge": {"rest": it}}), "5", "dose.hip-hinge.rest: needs"),
    "start": (lambda it: wish("brookside", start=it), "23.11.2026", "2026-11-23"),
    "routine": (lambda it: LIBRARY.routine(it), "hinge-and-rotat", "hinge-and-rotate"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_value_is_named_with_those_that_are_right(name: str) -> None:
    make, value, says = WRONG[name]
    with pytest.raises((ContentError, ValueError)) as caught:
        make(value)
    assert says in str(caught.value)


@pytest.mark.parametrize("written", ["Go slowly.\nRest.", "Go slowly. \r\n\r\n Rest.\n", "Go slowly.\tRest."])
def test_a_note_of_several_lines_is_one_text(written: str) -> None:
    person = Person(note=written, note_for={"hip-hinge": written})
    assert (person.note, person.note_for) == ("Go slowly. Rest.", {"hip-hinge": "Go slowly. Rest."})


def test_no_traceback_repeats_a_name() -> None:
    wrongs: tuple[dict[str, Any], ...] = (
        {"name": "Zerlina Quux" * 20},
        {"pseudonym": "Zerlina Quux"},
        {"note_for": {"hip-hinge": "Zerlina Quux" * 20}},
    )
    for wrong in wrongs:
        with pytest.raises(ValueError, match=r"characters|needs a code") as caught:
            Person(**wrong)
        assert "Zerlina" not in "".join(traceback.format_exception_only(caught.value))
