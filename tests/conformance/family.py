"""Every file that the tool makes of its routines: each of them on each paper in each layout, style and chart."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from generator.content.checking import checked
from generator.content.choices import ChartKind, Layout, Portion, StyleName
from generator.content.library import load_library
from generator.content.paper import Paper
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.make import Master, pages_for, prepare
from generator.output.pdf import pdf_bytes
from generator.page.format import Format
from generator.page.page import Pages
from generator.plan import Plan, plan_weeks
from generator.workshop import Workshop

# A clinic that prints on A4 or A5 with a UK emergency number, and one on Letter with American spelling.
CLINICS = {Paper.A4: "brookside", Paper.LETTER: "summit-training", Paper.A5: "brookside"}


@dataclass(frozen=True, slots=True)
class Case:
    routine: str
    form: Format

    def __str__(self) -> str:
        form = self.form
        return "-".join(filter(None, (self.routine, form.paper, form.layout, form.style, form.chart, form.only)))


@functools.cache
def workshop() -> Workshop:
    return Workshop(load_library())


ROUTINES = tuple(workshop().library.routine_ids())
STYLES = tuple(StyleName)
FAMILY = tuple(
    Case(routine, form)
    for routine, paper, layout, style, chart in product(ROUTINES, Paper, Layout, STYLES, ChartKind)
    if (form := Format(paper=paper, layout=layout, style=style, chart=chart)).has_room
)
# The same pages, each of them once: a handout is no other for another chart, nor a chart for another layout.
SINGLE = tuple(
    replace(case, form=replace(case.form, only=only))
    for case in FAMILY
    for only in Portion
    if (only is Portion.SHEET and case.form.is_sheet and case.form.chart.is_back)
    or (only is Portion.CARDS and case.form.chart is ChartKind.PARTS)
    or (only is Portion.CHART and case.form.layout is Layout.CARDS and not case.form.chart.is_back)
)


def prescription(case: Case) -> Prescription:
    clinic = CLINICS[case.form.sheet]
    language = str(workshop().library.clinic(clinic).locale)
    return checked.build(Prescription, {"routine": case.routine, "clinic": clinic, "language": language})


@functools.cache
def plan(routine: str) -> Plan:
    """A routine as it is."""
    return plan_weeks(prescription(Case(routine, Format(paper=Paper.A4))), workshop().library)


@functools.cache
def master(case: Case) -> Master:
    return prepare(prescription(case), workshop(), case.form)


@functools.cache
def pages(case: Case) -> Pages:
    return pages_for(master(case), prescription(case), Person())


def data(case: Case) -> bytes:
    form, made = case.form, master(case)
    created = made.plan.routine.issued
    shop = workshop()
    return pdf_bytes(pages(case), shop.faces, shop.press, created=created, archive=form.archive, duplex=form.is_leaf)


def written(case: Case, folder: Path) -> Path:
    path = folder / f"{case}.pdf"
    path.write_bytes(data(case))
    return path
