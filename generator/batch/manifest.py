"""Jobs come in; the table that a batch leaves beside its files goes out: what became of each row."""

from __future__ import annotations

import csv
import heapq
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from generator.batch.jobs import Job
from generator.batch.journal import Done
from generator.content.roster.roster import Roster
from generator.content.roster.sheet import SheetRow

MANIFEST = "manifest.csv"
_HEADS = ("row", "status", "file", "pages", "sha256", "routine", "version", "copies", "pseudonym", "first_page")
_NOTHING = [""] * (len(_HEADS) - 2)
# What a spreadsheet takes for the beginning of a formula, or of something else to act on.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def guarded(text: str) -> str:
    """The text with an apostrophe before it where Excel would run it; `content/roster.py` takes it off again."""
    return "'" + text if text.startswith(_DANGEROUS) else text


def write_table(file: BinaryIO, rows: Iterable[Sequence[object]], delimiter: str = ",") -> None:
    """CSV that Excel opens as what it is: UTF-8 with its mark, lines ended as RFC 4180 has them."""
    out = io.TextIOWrapper(file, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(out, delimiter=delimiter)
    for row in rows:
        writer.writerow([guarded(str(cell)) for cell in row])
    out.detach()


def manifest(
    roster: Roster,
    jobs: Iterable[Job],
    failed: Iterable[SheetRow],
    earlier: Iterable[Done],
    printed: Iterable[Sequence[object]],
    *,
    names: bool,
) -> Iterator[Sequence[object]]:
    """One line a row, in the roster's order, then rows of earlier rosters, then the print files."""
    yield [*_HEADS, "name"] if names else _HEADS
    good: Iterator[tuple[SheetRow, Job | None]] = ((job.row, job) for job in jobs)
    bad: Iterator[tuple[SheetRow, Job | None]] = ((row, None) for row in failed)
    for row, job in heapq.merge(good, bad, key=lambda pair: pair[0].number):
        line = _made(job) if job else [roster.number(row), "problem", *_NOTHING]
        yield [*line, roster.text(row, "name")] if names else line
    for done in earlier:
        yield [done.number, "earlier", done.file, done.pages, done.sha256]
    yield from printed


def _made(job: Job) -> list[object]:
    values = [job.number, job.status, job.file, job.pages or "", job.sha256, job.routine, job.version, job.copies]
    return [*values, job.pseudonym, job.first_page or ""]
