"""What a batch would make, as a table for the terminal: one line a row, without a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.batch.jobs import Job
from generator.batch.work import FAILED

_HEADS = ("row", "routine", "start", "pages", "copies", "file")
# A longer roster is not looked through on a terminal.
_MOST = 200


def forecast(jobs: Iterable[Job]) -> tuple[str, ...]:
    """Lines with columns one under the other; none where nothing would be made."""
    made = [job for job in jobs if job.status != FAILED]
    if not made:
        return ()
    rows = [_HEADS, *map(_cells, made[:_MOST])]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEADS))]
    return tuple(_lines(rows, widths, len(made) - _MOST))


def _cells(job: Job) -> tuple[str, ...]:
    start = date.fromordinal(job.start).isoformat() if job.start else "-"
    return (str(job.number), job.routine, start, str(job.pages), str(job.copies), job.name)


def _lines(rows: Iterable[tuple[str, ...]], widths: list[int], more: int) -> Iterator[str]:
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    if more > 0:
        yield f"... and {more:,} more rows"
