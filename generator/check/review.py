"""A library and what to look at come in; a `Review` goes out: findings, switches, and a summary of each routine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.cache import Cache, user_folder
from generator.check import pemat
from generator.check.cases import Case, cases
from generator.check.finding import Finding, FindingLevel, from_problem
from generator.check.rule import Rule, S, Slip
from generator.check.rules import FILE_RULES, FIXED, PICTURE_RULES, SHEET_RULES, SWITCHABLE
from generator.check.sheets import Sheets, lay_out
from generator.check.subject import ContentFile, content_file
from generator.check.switches import SwitchedOff, apart, switch_findings
from generator.check.targets import Target, Wanted
from generator.check.trial import TRIAL, trial_library
from generator.content.checking.plan_places import in_plan_file
from generator.content.library import Library
from generator.content.routine import Routine, exercises_named
from generator.page.finished.photo_resolution import Coarse
from generator.page.format import Format
from generator.pictures.gallery import Gallery
from generator.plan import rest_days
from generator.problems import ContentError, Problem, Severity
from generator.source.document import Document, dotted
from generator.workshop import Workshop

# What the rules of a file say better, and what is no fault of it.
_SAID_BY_RULES = frozenset(("no-picture", "no-video", "low-resolution", "sample", rest_days.RULE))


@dataclass(frozen=True, slots=True)
class Review:
    """What was found, and how much was looked at; `hidden` are findings that a file switched off, with the reason."""

    findings: tuple[Finding, ...]
    hidden: tuple[tuple[Finding, str], ...]
    switches: tuple[SwitchedOff, ...]
    summaries: tuple[pemat.Summary, ...]
    files: int
    sheets: int

    def count(self, level: FindingLevel) -> int:
        return sum(finding.level is level for finding in self.findings)

    def fails(self, strict: bool) -> bool:
        """Errors fail a check, under `strict` warnings too; and one that looked at nothing has found out nothing."""
        return bool(self.count(FindingLevel.ERROR) or (strict and self.count(FindingLevel.WARNING)) or not self.files)


@dataclass(slots=True)
class _Notes:
    """What gathers while looking."""

    library: Library
    findings: list[Finding] = field(default_factory=list)
    files: dict[Target, ContentFile] = field(default_factory=dict)
    main: dict[str, Sheets] = field(default_factory=dict)
    sheets: int = 0
    coarse: list[Coarse] = field(default_factory=list)

    def add_problems(self, problems: Iterable[Problem]) -> None:
        self.findings += [from_problem(problem) for problem in problems if problem.rule not in _SAID_BY_RULES]

    def add_slips(self, rule: Rule[S], slips: Iterable[Slip], file: ContentFile | None) -> None:
        for slip in slips:
            excerpt = self.library.excerpt(slip.place)
            path = dotted(file.document.written(slip.path)) if file else dotted(slip.path)
            self.findings.append(
                Finding(rule.id, rule.level, slip.what, slip.place, path, slip.found, slip.allowed, slip.hint, excerpt)
            )


def review(wanted: Wanted, *, all_styles: bool = False) -> Review:
    """Everything that can be found in what is wanted."""
    notes = _Notes(wanted.library)
    notes.add_problems(wanted.problems)
    sound = [target for target in wanted.targets if _read(notes, target)]
    for name in _used(notes):
        if ("exercises", name) not in notes.files:
            _read(notes, ("exercises", name), quiet=True)
    for file in notes.files.values():
        for rule in FILE_RULES:
            notes.add_slips(rule, rule.find(file), file)
    # One workshop for all, so that faces and pictures are read once.
    workshop = Workshop(wanted.library, Gallery(Cache(user_folder()), draws=False))
    for case, library in _all_cases(notes, sound, all_styles):
        _try(notes, case, workshop.with_library(library))
    for plan, document in wanted.plans:
        _try(notes, Case(plan, Format().on_paper_of(wanted.library.clinic(plan.clinic))), workshop, document)
    for picture_rule in PICTURE_RULES:
        notes.add_slips(picture_rule, picture_rule.find(notes.coarse), None)
    return _reviewed(notes, wanted, sound)


def _read(notes: _Notes, target: Target, *, quiet: bool = False) -> bool:
    """Read one file; True if it can be laid out."""
    kind, name = target
    problems = notes.library.check(kind, name)
    if not quiet:
        notes.add_problems(problems)
    try:
        document = notes.library.document(kind, name)
    except ContentError:
        return False
    notes.files[target] = content_file(kind, name, notes.library.value(kind, name), document)
    return not any(from_problem(problem).level is FindingLevel.ERROR for problem in problems)


def _used(notes: _Notes) -> list[str]:
    """The exercises that the routines among the files use."""
    routines = (file.value for file in notes.files.values() if isinstance(file.value, Routine))
    known = notes.library.exercise_ids()
    return [name for routine in routines for name in exercises_named(routine) if name in known]


def _all_cases(notes: _Notes, sound: Sequence[Target], all_styles: bool) -> Iterator[tuple[Case, Library]]:
    """Each routine in all that it offers, and a trial routine for each exercise that none of these uses.

    Each with the library that it is laid out from.
    """
    library = notes.library
    clinics = _clinics(notes, sound)
    if not clinics:
        return
    for kind, name in sound:
        if kind == "routines":
            try:
                found = list(cases(library, name, clinics, all_styles))
            except ContentError as error:
                notes.add_problems(error.problems)
                continue
            yield from ((case, library) for case in found)
    in_use = _in_use(library, sound)
    for kind, name in sound:
        if kind == "exercises" and name not in in_use:
            trial = trial_library(library, name)
            yield from ((replace(case, main=False), trial) for case in cases(trial, TRIAL, clinics, all_styles))


def _clinics(notes: _Notes, sound: Sequence[Target]) -> list[str]:
    """Clinics to print for: those looked at, then any other that is in order."""
    looked_at = [name for kind, name in sound if kind == "clinics"]
    others = [name for name in notes.library.clinic_ids() if name not in looked_at]
    return looked_at + [name for name in others if _in_order(notes.library, name)]


def _in_order(library: Library, clinic: str) -> bool:
    return not any(problem.severity is Severity.ERROR for problem in library.check("clinics", clinic))


def _in_use(library: Library, sound: Sequence[Target]) -> set[str]:
    used: set[str] = set()
    for name in (name for kind, name in sound if kind == "routines"):
        try:
            used.update(exercises_named(library.routine(name)))
        except ContentError:
            continue
    return used


def _try(notes: _Notes, case: Case, workshop: Workshop, plan_file: Document | None = None) -> None:
    """Lay one case out and let the rules look at it; what is wrong with a saved plan stands in its file."""
    notes.sheets += 1
    try:
        sheets = lay_out(case.prescription, workshop, case.form)
    except ContentError as error:
        notes.add_problems(in_plan_file(one, plan_file) if plan_file else one for one in error.problems)
        return
    notes.add_problems(sheets.problems)
    for rule in SHEET_RULES:
        notes.add_slips(rule, rule.find(sheets), None)
    notes.coarse += sheets.coarse
    if case.main:
        notes.main[str(case.prescription.routine)] = sheets


def _reviewed(notes: _Notes, wanted: Wanted, sound: Sequence[Target]) -> Review:
    raw = list(dict.fromkeys(notes.findings))
    own = [file for target, file in notes.files.items() if target in set(wanted.targets)]
    remaining, hidden, switches = apart(raw, notes.files.values())
    whole = len(sound) == len(wanted.targets)
    names = {file.file for file in own} | {problem.place.file for problem in wanted.problems if problem.place}
    for file in own:
        counts = {switch.rule: switch.hidden for switch in switches if switch.file == file.file}
        remaining += switch_findings(file, SWITCHABLE, FIXED, counts if whole else None)
    # What is worth saying of files that were not asked about is only what stops the others.
    kept = [one for one in remaining if one.level is FindingLevel.ERROR or one.place is None or one.place.file in names]
    return Review(
        findings=tuple(sorted(dict.fromkeys(kept), key=Finding.sort_key)),
        hidden=tuple((one, reason) for one, reason in hidden if one.place and one.place.file in names),
        switches=tuple(switch for switch in switches if switch.file in names),
        summaries=tuple(_summaries(notes, sound, raw)),
        files=len(wanted.targets) + len(wanted.plans),
        sheets=notes.sheets,
    )


def _summaries(notes: _Notes, sound: Sequence[Target], raw: Sequence[Finding]) -> Iterator[pemat.Summary]:
    for kind, name in sound:
        if kind != "routines" or name not in notes.main:
            continue
        routine = notes.files[kind, name]
        assert isinstance(routine.value, Routine)
        used = [
            notes.files["exercises", one] for one in exercises_named(routine.value) if ("exercises", one) in notes.files
        ]
        files = {routine.file, *(file.file for file in used)}
        rules = {one.rule for one in raw if one.place and one.place.file in files}
        yield pemat.summary(pemat.Evidence(routine, tuple(used), rules, notes.main[name]))
