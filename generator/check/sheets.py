"""A prescription on paper as the rules look at it, laid out without drawing anything."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.content.theme import Theme
from generator.make import Master, portions_for, prepare
from generator.page.finished.photo_resolution import Coarse
from generator.page.format import Format
from generator.page.page import Page
from generator.plan import Plan
from generator.problems import Problem
from generator.workshop import Workshop


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


def lay_out(prescription: Prescription, workshop: Workshop, form: Format) -> Sheets:
    """The pages of a prescription as they are made for nobody in particular. Raises `ContentError`."""
    return sheets_of(prepare(prescription, workshop, form), prescription, Person())


def sheets_of(master: Master, prescription: Prescription, person: Person) -> Sheets:
    """The pages of a plan that is laid out, as the rules look at them; the person has the notes of the master."""
    made = portions_for(master, prescription, person)
    handout = made.front + made.cards
    return Sheets(master.plan, master.style.theme, master.form, handout, made.chart, master.problems, master.coarse)
