"""Jobs come in; one file to print them all goes out, every client on a front side and found again by number."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, cast

from generator.batch.client import Client
from generator.batch.destination import Destination
from generator.batch.jobs import Job
from generator.batch.work import FAILED, MADE, Workbench
from generator.content.roster.roster import Roster
from generator.manuscript.cover_list import CoverRow, cover_list
from generator.output.imprint import Imprint
from generator.output.printfile import PrintFile
from generator.page.lay_out_cover import lay_out_cover
from generator.page.measures import frame_of
from generator.page.page import Pages
from generator.problems import ContentError


@dataclass(frozen=True, slots=True)
class Printed:
    name: str
    pages: int
    sha256: str


class _Digesting:
    """A file that is only written to, and knows the sha256 of what it has been given."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.sha256 = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.sha256.update(data)
        return self._file.write(data)


def write_print_file(
    name: str,
    bench: Workbench,
    jobs: Sequence[Job],
    destination: Destination,
    step: Callable[[], None],
    *,
    duplex: bool,
    names: bool = False,
    cover: bool = False,
) -> Printed | None:
    """All jobs in this order, copies collated. A job with a problem is left out and says so; None if none is left.

    Bookmarks have `names` only where that is said; `cover` lists everybody first. Memory does not grow with the number
    of clients: pages go out as they are laid out.
    """
    if cover:
        jobs = _countable(bench, jobs)
    issued = date.min
    language = ""
    try:
        with destination.writing(name) as opened:
            out = _Digesting(opened)
            file = PrintFile(cast(BinaryIO, out), bench.workshop.press)
            if cover and jobs:
                listed = _cover(bench, jobs)
                file.add(listed, bookmark=listed.title, label=f"{listed.title}-")
            for job in jobs:
                step()
                try:
                    client = bench.client(job.row)
                    pages, prepared = bench.pages(job.row, client)
                    assert prepared.master is not None
                    first = file.page_count + 1 + file.page_count % 2
                    label = f"{job.label}-"
                    file.add(pages, bookmark=_bookmark(client, pages.title, names), label=label, copies=job.copies)
                except ContentError as error:
                    job.status, job.problems = FAILED, (*job.problems, *error.problems)
                    continue
                job.first_page, job.pages = first, len(pages.pages)
                job.status = job.status or MADE
                job.problems = (*job.problems, *prepared.warnings())
                issued = max(issued, prepared.master.plan.routine.issued)
                language = language or pages.language
            if not any(job.first_page for job in jobs):
                raise _NothingToPrint
            file.close(Imprint("Handouts", language, issued, duplex=duplex))
    except _NothingToPrint:
        return None
    return Printed(name, file.page_count, out.sha256.hexdigest())


def _countable(bench: Workbench, jobs: Sequence[Job]) -> list[Job]:
    """Those that can be printed, with how many pages they have: what the cover says must be true of what follows."""
    good = []
    for job in jobs:
        try:
            if not job.pages:
                pages, _ = bench.pages(job.row, bench.client(job.row))
                job.pages = len(pages.pages)
            good.append(job)
        except ContentError as error:
            job.status, job.problems = FAILED, (*job.problems, *error.problems)
    return good


def _cover(bench: Workbench, jobs: Sequence[Job]) -> Pages:
    """On the paper and in the style of the first client."""
    clients = (bench.client(job.row) for job in jobs)
    rows = [_cover_row(bench, job, client) for job, client in zip(jobs, clients, strict=True)]
    master = bench.prepared(bench.client(jobs[0].row)).master
    assert master is not None  # its pages were counted
    frame = frame_of(master.form.sheet, gutter=master.form.gutter)
    return lay_out_cover(master.style, cover_list(rows, master.wording), frame)


def _cover_row(bench: Workbench, job: Job, client: Client) -> CoverRow:
    master = bench.prepared(client).master
    assert master is not None  # its pages were counted
    title = str(master.plan.routine.title)
    pages = f"{job.pages} × {job.copies}" if job.copies > 1 else f"{job.pages}"
    return CoverRow(f"{job.number:04}", client.person.name or job.pseudonym, title, pages)


def _bookmark(client: Client, title: str, names: bool) -> str:
    """By which a client is found: the row, the pseudonym, the name where that may stand, and what it is."""
    person = client.person
    return "  ".join(filter(None, (f"{client.number:04}", person.pseudonym, person.name if names else "", title)))


class _NothingToPrint(Exception):
    """Leaves the file unwritten."""


def sorted_jobs(roster: Roster, jobs: Iterable[Job], column: str) -> list[Job]:
    """By the text of a column, numbers by their value, empty cells last; else as in the roster."""
    if not column:
        return list(jobs)
    return sorted(jobs, key=lambda job: _sort_key(roster.text(job.row, column)))


def _sort_key(text: str) -> tuple[bool, list[tuple[bool, int, str]]]:
    """`P-9` comes before `P-10`; capitals and marks do not matter: `Émile` stands under E."""
    letters = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    parts = re.findall(r"[0-9]{1,18}|[^0-9]+", letters.casefold())
    return not text, [(not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts]
