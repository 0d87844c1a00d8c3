"""Jobs come in; one file to print them all goes out, every client on a front side and found again by number."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, cast

from generator.batch.destination import Destination
from generator.batch.jobs import Job
from generator.batch.work import FAILED, MADE, Workbench
from generator.content.roster.roster import Roster
from generator.output.imprint import Imprint
from generator.output.printfile import PrintFile
from generator.problems import ContentError

PRINT_FILE = "print-file"


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
) -> Printed | None:
    """All jobs in this order, copies collated. A job with a problem is left out and says so; None if none is left.

    Memory does not grow with the number of clients: pages go out as they are laid out.
    """
    issued = date.min
    language = ""
    try:
        with destination.writing(name) as opened:
            out = _Digesting(opened)
            file = PrintFile(cast(BinaryIO, out), bench.workshop.press)
            for job in jobs:
                step()
                try:
                    client = bench.client(job.row)
                    pages, prepared = bench.pages(job.row, client)
                    assert prepared.master is not None
                    first = file.page_count + 1 + file.page_count % 2
                    label = f"{job.label}-"
                    file.add(pages, bookmark=f"{job.label}  {pages.title}", label=label, copies=job.copies)
                except ContentError as error:
                    job.status, job.problems = FAILED, (*job.problems, *error.problems)
                    continue
                job.first_page, job.pages = first, len(pages.pages)
                job.status = job.status or MADE
                job.problems = (*job.problems, *prepared.warnings())
                issued = max(issued, prepared.master.plan.routine.issued)
                language = language or pages.language
            if not file.page_count:
                raise _NothingToPrint
            file.close(Imprint("Handouts", language, issued, duplex=duplex))
    except _NothingToPrint:
        return None
    return Printed(name, file.page_count, out.sha256.hexdigest())


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
