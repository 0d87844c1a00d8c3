"""Fronts of sheets of any length: bundled routines, cut after some exercises or with the last of them again."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace

from generator.content.paper import Paper
from generator.language.wording import load_wording
from generator.manuscript.describe_front import front_of
from generator.manuscript.describe_handout import Describer
from generator.manuscript.personal import NOTE, PersonalNote
from generator.manuscript.sheet_front import FrontPhase, SheetFront
from generator.page.measures import Style, sheet_frame
from generator.page.narrow import on_frame
from generator.page.page import Page
from generator.page.sheet.front_columns import stretches_of
from generator.page.sheet.front_pages import FrontPage
from generator.page.sheet.lay_out_front import arrange_front
from generator.plan import plan_weeks
from tests.conformance.family import CLINICS, workshop
from tests.shelf import prescription


@functools.cache
def front(routine: str, paper: Paper = Paper.A4) -> SheetFront:
    wish = prescription(routine=routine, clinic=CLINICS[paper])
    plan = plan_weeks(wish, workshop().library)
    pictures = workshop().pictures(plan, "", 11.0)
    describer = Describer(plan, load_wording(plan.language), pictures.frames, pictures.logo, pictures.plates)
    return front_of(describer)


def of_length(made: SheetFront, count: int, note: int = 0) -> SheetFront:
    """With so many exercises; a note is about so many lines long."""
    head = made.head
    if note:
        head = replace(head, note=PersonalNote(NOTE, head.note_lead, "word word " * 9 * note))
    return replace(made, head=head, phases=_phases(made.phases, count))


def _phases(phases: Sequence[FrontPhase], count: int) -> tuple[FrontPhase, ...]:
    known = sum(len(phase.cells) for phase in phases)
    if count <= known:
        return tuple(replace(part.phase, cells=part.cells) for part in stretches_of(phases, 0, count))
    last = phases[-1]
    more = tuple(replace(last.cells[-1], number=str(number)) for number in range(known + 1, count + 1))
    return (*phases[:-1], replace(last, cells=(*last.cells, *more)))


def style_on(paper: Paper, name: str = "standard") -> Style:
    style = workshop().style(name, None, "en-GB")
    return on_frame(style, sheet_frame(paper))


def parted(made: SheetFront, paper: Paper = Paper.A4, style: str = "standard") -> tuple[FrontPage, ...]:
    return arrange_front(style_on(paper, style), sheet_frame(paper), made).pages


def pages(made: SheetFront, paper: Paper = Paper.A4, style: str = "standard") -> tuple[Page, ...]:
    return arrange_front(style_on(paper, style), sheet_frame(paper), made).laid_out()
