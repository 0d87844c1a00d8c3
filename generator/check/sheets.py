"""A library comes in; the plans and pages that rules look at go out, laid out without drawing anything.

How a prescription becomes pages is handed in by the caller, since that room lies above this one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.content.checking.checked import load
from generator.content.choices import ChartKind, Layout, StyleName
from generator.content.exercise import Exercise
from generator.content.library import Library
from generator.content.paper import Paper
from generator.content.prescription import Prescription
from generator.content.routine import Routine, exercises_named
from generator.content.theme import Theme
from generator.page.finished.photo_resolution import Coarse
from generator.page.format import Format
from generator.page.page import Page
from generator.plan import Plan
from generator.problems import Problem
from generator.workshop import Workshop

TRIAL = "trial"


@dataclass(frozen=True, slots=True)
class Sheets:
    """One plan on paper; `problems` are what laying it out warned about, `coarse` photographs of too few pixels."""

    plan: Plan
    theme: Theme
    form: Format
    handout: tuple[Page, ...]
    chart: tuple[Page, ...]
    problems: tuple[Problem, ...]
    coarse: tuple[Coarse, ...] = ()


LayOut = Callable[[Prescription, Workshop, Format], Sheets]


@dataclass(frozen=True, slots=True)
class Case:
    """One plan to try on one paper; `main` is the routine as it stands, which the summaries speak of."""

    prescription: Prescription
    form: Format
    main: bool = False


def cases(library: Library, routine_id: str, clinics: Sequence[str], all_styles: bool) -> Iterator[Case]:
    """What is tried of a routine: as it is, each alternative, each option, on both papers; all styles if asked."""
    routine = library.routine(routine_id)
    by_paper = {paper: _clinic_for(library, clinics, paper) for paper in Paper}
    for number, (paper, clinic) in enumerate(by_paper.items()):
        wishes = list(_wishes(library, routine_id, routine, clinic))
        for index, wish in enumerate(wishes):
            yield Case(wish, Format(paper=paper), main=index == 0 and number == 0)
            if all_styles:
                yield from (Case(wish, form) for form in _other_forms(paper))


def _wishes(library: Library, routine_id: str, routine: Routine, clinic: str) -> Iterator[Prescription]:
    """The routine as it is, with each alternative, and with each option of its exercises at least once."""
    plain = Prescription(routine=routine_id, clinic=clinic, language=str(library.clinic(clinic).locale))  # type: ignore[arg-type]  # a plain str is taken for a text without a place
    yield plain
    yield from (plain.model_copy(update={"alternative": name}) for name in routine.alternatives)
    options = {name: list(library.exercise(name).variants) for name in exercises_named(routine)}
    for turn in range(max((len(names) for names in options.values()), default=0)):
        chosen = {name: names[turn % len(names)] for name, names in options.items() if names}
        yield plain.model_copy(update={"options": chosen})


def _clinic_for(library: Library, clinics: Sequence[str], paper: Paper) -> str:
    """A clinic that uses the paper, else the first."""
    return next((name for name in clinics if library.clinic(name).paper == paper), clinics[0])


def _other_forms(paper: Paper) -> Iterator[Format]:
    """Every layout and style, every chart and style, but for those of the standard sheet."""
    for style in StyleName:
        for layout in Layout:
            if (layout, style) != (Layout.CARDS, StyleName.STANDARD):
                yield Format(paper=paper, style=style, layout=layout, only="handout")
        for chart in ChartKind:
            if (chart, style) != (ChartKind.STANDARD, StyleName.STANDARD):
                yield Format(paper=paper, style=style, chart=chart, only="chart")


class TrialLibrary(Library):
    """A library with a routine made for one exercise that no routine uses, so that its card is laid out too."""

    def __init__(self, library: Library, name: str, exercise: Exercise) -> None:
        self.__dict__.update(library.__dict__)
        text = _TRIAL.format(exercise=name, side=exercise.side)
        routine, _ = load(Routine, text, "trial")
        self._trial = replace_title(routine, exercise)

    def routine(self, name: str) -> Routine:
        return self._trial if name == TRIAL else super().routine(name)


def replace_title(routine: Routine, exercise: Exercise) -> Routine:
    """The routine under the exercise's own name and video, whose minutes are not those of a session."""
    video = exercise.video.model_copy(update={"minutes": None}) if exercise.video else None
    return routine.model_copy(update={"title": exercise.name, "video": video})


_TRIAL = """\
title: Trial
version: "1.0"
issued: 2026-11-02
review_by: 2029-11-01
author: a physiotherapist
message: Move a little every day.
why: It may help.
phases:
  - id: move
    name: Move
    kind: mobilise
    frequency: {{per_week: 3}}
    exercises: [{{exercise: {exercise}, side: {side}}}]
remember: [Stop when it hurts., Carry on tomorrow.]
"""
