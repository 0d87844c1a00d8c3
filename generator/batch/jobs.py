"""Rows of a roster come in; a job for each that can be made goes out, with its file's name and what was made before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from sys import intern

from generator import __version__
from generator.batch.client import Client, label_of
from generator.batch.destination import Destination
from generator.batch.file_pattern import FilePattern
from generator.batch.journal import Done, Journal
from generator.batch.work import Workbench, plan_key
from generator.content.roster.roster import Roster
from generator.content.roster.sheet import SheetRow
from generator.naming import name_of
from generator.problems import ContentError, Place, Problem, Severity

_BETWEEN = "; "  # as a roster writes several


@dataclass(slots=True)
class Job:
    """One row on its way. Small: there are ten thousand of them, and clients are read anew from their rows."""

    index: int
    row: SheetRow
    number: int
    pseudonym: str
    name: str
    routine: str
    hash: str
    plan: int
    start: int
    copies: int
    version: str
    previous: Done | None = None
    outdated: Done | None = None
    status: str = ""
    file: str = ""
    pages: int = 0
    sha256: str = ""
    master: str = ""
    first_page: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def routines(self) -> list[str]:
        """The ids that are in `routine`."""
        return self.routine.split(_BETWEEN)

    @property
    def label(self) -> str:
        """What the client is called wherever a name must not stand."""
        return label_of(self.number, self.pseudonym)


@dataclass(frozen=True, slots=True)
class Jobs:
    """`failed` are rows that name no client, with what is wrong; `problems` are warnings."""

    jobs: tuple[Job, ...]
    failed: tuple[tuple[SheetRow, tuple[Problem, ...]], ...]
    problems: tuple[Problem, ...]


def jobs_of(
    bench: Workbench, rows: Sequence[SheetRow], journal: Journal | None, pattern: FilePattern | None = None
) -> Jobs:
    """Every row read and named. Without a journal (a check) rows are told apart by their text."""
    jobs: list[Job] = []
    failed: list[tuple[SheetRow, tuple[Problem, ...]]] = []
    plans: dict[str, int] = {}
    warnings: list[Problem] = []
    seen: dict[str, Job] = {}
    names: dict[str, Job] = {}
    for row in rows:
        try:
            client = bench.client(row)
        except ContentError as error:
            failed.append((row, tuple(bench.for_row(row, error.problems))))
            continue
        said = _said(client)
        job = _job(len(jobs), row, client, plans)
        job.name = pattern.name_for(client) if pattern else client.name
        job.hash = journal.row_hash(said) if journal else hashlib.sha256(said.encode()).hexdigest()
        same = seen.setdefault(job.hash, job)
        if same is not job:
            hint = "write 2 into the column copies for more than one"
            warnings.append(_warning(f"this row says the same as row {same.row.number}", bench, row, hint))
        if job.name.casefold() in names:
            other = names[job.name.casefold()]
            job.name = _another_name(job.name if pattern else "", client, row, names)
            same_of = "file name" if pattern else "number or pseudonym"
            warnings.append(_warning(f"row {other.row.number} has the same {same_of}", bench, row))
        names[job.name.casefold()] = job
        jobs.append(job)
    return Jobs(tuple(jobs), tuple(failed), tuple(warnings))


def _job(index: int, row: SheetRow, client: Client, plans: dict[str, int]) -> Job:
    plan = plans.setdefault(plan_key(client), len(plans))
    return Job(
        index=index,
        row=row,
        number=client.number,
        pseudonym=client.person.pseudonym,
        name="",
        routine=intern(_BETWEEN.join(client.prescription.routine_ids)),
        hash="",
        plan=plan,
        start=client.prescription.start.toordinal() if client.prescription.start else 0,
        copies=client.copies,
        version=intern(str(client.prescription.version)),
    )


def by_plan(jobs: Iterable[Job]) -> list[Job]:
    """Those together that share most: a plan, then the day it starts on."""
    return sorted(jobs, key=lambda job: (job.plan, job.start))


def refuse_options(options: Iterable[tuple[str, str]], roster: Roster, jobs: Jobs) -> None:
    """What is wrong with every row because of an option is said once, of the option. Raises `ContentError`."""
    defaults = {column for column, _ in options}
    blamed: list[Problem] = []
    if jobs.jobs:
        return
    for row, problems in jobs.failed:
        own = [p for p in problems if p.path in defaults and not roster.text(row, p.path)]
        if not own:
            return
        blamed += [replace(p, message=f"--{p.path}: {p.message}", place=None, path="") for p in own]
    if blamed:
        raise ContentError(list(dict.fromkeys(blamed)))


def _said(client: Client) -> str:
    """All that a client's file is made from, but for content: that is in the master."""
    person = client.person
    said = [person.name, person.by, person.note, person.pseudonym, repr(client.form)]
    more = [dict(person.note_for)] if person.note_for else []
    return json.dumps([__version__, client.prescription.model_dump_json(), *said, *more])


def _another_name(patterned: str, client: Client, row: SheetRow, names: dict[str, Job]) -> str:
    """A name that no other row has: two files may differ in more than capitals on no Windows or Mac."""
    if patterned:
        stem = f"{patterned.removesuffix('.pdf')}-{row.number:04}"
        return next(name for more in count() if (name := f"{stem}{'x' * more}.pdf").casefold() not in names)
    prefix = f"{client.label}-{row.number:04}"
    name = name_of(client.prescription, client.form, prefix)
    while name.casefold() in names:
        prefix += "x"
        name = name_of(client.prescription, client.form, prefix)
    return name


def _warning(message: str, bench: Workbench, row: SheetRow, hint: str = "") -> Problem:
    place = Place(bench.setup.roster.file, row.number, 1)
    return Problem(message, place, hint=hint, severity=Severity.WARNING, rule="roster-duplicate")


def take_up(jobs: Jobs, journal: Journal, destination: Destination) -> tuple[Done, ...]:
    """Finds what was made before, and gives files the names that their rows have now.

    Returns the entries of rows that this roster does not speak of, or in which something is wrong now. Files that a
    row's newer one replaces are removed, unless somebody has changed them; one that the newer will be written over is
    the job's `outdated`.
    """
    known = journal.by_row()
    for job in jobs.jobs:
        entries = known.get(job.hash)
        if entries:
            own = next((entry for entry in entries if entry.file == job.name), entries[0])
            entries.remove(own)
            job.previous = own
    _rename(jobs.jobs, destination)
    spoken_of = {job.number for job in jobs.jobs}
    taken = {job.name.casefold(): job for job in jobs.jobs}
    others: list[Done] = []
    for entry in (entry for entries in known.values() for entry in entries):
        if entry.file.casefold() in taken:
            taken[entry.file.casefold()].outdated = entry
        elif entry.number not in spoken_of:
            others.append(entry)
        elif destination.digest(entry.file) == entry.sha256:
            destination.remove(entry.file)
    return tuple(others)


def _rename(jobs: Iterable[Job], destination: Destination) -> None:
    """In two steps, since one file's new name may be another's old one.

    Killed in between, rows find no file or one with a wrong digest, and are made again.
    """
    moving = []
    for job in jobs:
        if job.previous and job.previous.file != job.name:
            between = f".{job.index:016x}.part"
            try:
                destination.move(job.previous.file, between)
            except OSError:
                job.previous = None
            else:
                moving.append((job, between))
    for job, between in moving:
        assert job.previous is not None
        with suppress(FileNotFoundError):
            destination.move(between, job.name)
        job.previous = replace(job.previous, file=job.name, number=job.number)
