"""A programme that is changed for one client is checked before it is made, since no editor has seen it as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.check.finding import FindingLevel
from generator.check.rule import Rule, S, Slip
from generator.check.rules import FILE_RULES, SHEET_RULES
from generator.check.sheets import Sheets, sheets_of
from generator.check.subject import ContentFile, content_file
from generator.content.checking.checked import load
from generator.content.checking.edit_wishes import brought
from generator.content.library import Library
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.content.routine import Routine
from generator.content.written import yaml_of
from generator.make import Master
from generator.plan.programme import prescribed_routine
from generator.problems import ContentError, Problem
from generator.source.document import dotted
from generator.source.reader import scan


def refuse(master: Master, prescription: Prescription, person: Person, library: Library) -> None:
    """A programme that is unseen, and that `handouts check` would refuse, is not made. Raises `ContentError`."""
    if found := _refusals(prescription, library, sheets_of(master, prescription, person)):
        raise ContentError(list(library.in_order(found)))


def _refusals(prescription: Prescription, library: Library, sheets: Sheets) -> list[Problem]:
    """The errors that `handouts check` would find in the changed routine, in what is new in it, and on its pages.

    What the routine's own file has, and what a file switches off with a reason, is not the client's plan's fault.
    """
    written, given = prescribed_routine(prescription, library)
    file_of = _several_files if prescription.routines else _routine_file
    known = set() if prescription.is_own else {(rule, slip.what) for rule, slip in _of_file(file_of(written))}
    found = [(rule, slip) for rule, slip in _of_file(file_of(given)) if (rule, slip.what) not in known]
    problems = [_problem(rule, slip, "") for rule, slip in found]
    for name in dict.fromkeys(brought(prescription)):
        file = content_file("exercises", name, library.exercise(name), library.document("exercises", name))
        problems += [_problem(rule, slip, name) for rule, slip in _of_file(file)]
    # A piece made alone stands beside others: its signs are on them.
    on_pages = [] if sheets.form.only else list(_errors(SHEET_RULES, sheets))
    return [*problems, *(_problem(rule, slip, "") for rule, slip in on_pages)]


def _routine_file(routine: Routine) -> ContentFile:
    """The routine as if it stood in a file."""
    value, document = load(Routine, yaml_of(routine), "programme")
    return content_file("routines", "programme", value, document)


def _several_files(routine: Routine) -> ContentFile:
    """Several routines as one, which says more than the file of one may."""
    document, _ = scan(yaml_of(routine), "programme")
    return content_file("routines", "programme", routine, document)


def _of_file(file: ContentFile) -> Iterator[tuple[str, Slip]]:
    off = file.value.off
    return ((rule, slip) for rule, slip in _errors(FILE_RULES, file) if rule not in off)


def _errors(rules: Iterable[Rule[S]], subject: S) -> Iterator[tuple[str, Slip]]:
    for rule in rules:
        if rule.level is FindingLevel.ERROR:
            yield from ((rule.id, slip) for slip in rule.find(subject))


def _problem(rule: str, slip: Slip, exercise: str) -> Problem:
    """At its place in an exercise's file; a changed routine has none, but its field has an option."""
    return Problem(slip.what, slip.place if exercise else None, dotted(slip.path), slip.hint, rule=rule)
