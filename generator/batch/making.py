"""Jobs come in, pieces of work go to the workers, and what became of each is noted on its job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from sys import intern

from generator.batch import pool
from generator.batch.jobs import Job, by_plan
from generator.batch.work import Order, Outcome, Setup, Workbench, make_rows, workbench

# Rows in one piece of work, at most: what a killed batch may have to make again, times the workers.
_PIECE = 300
# Pieces that a batch is cut into, at least, so that no worker is left without.
_PIECES = 16
# Workers that a cluster is taken to have.
_CLUSTER = 64
# Plans laid out before workers are forked, at most.
_WARMED = 48


def make_files(
    setup: Setup, jobs: Sequence[Job], keep: Callable[[Sequence[Job]], None], *, workers: int = 0, dask: str = ""
) -> None:
    """Has the jobs done and tells `keep` of each piece that is finished.

    By so many processes (0: one for each processor), or by the cluster at the address `dask`. Raises OSError if files
    cannot be written.
    """
    pieces = pieces_of(jobs)
    if dask:
        workers = _CLUSTER
        start: pool.Start = partial(pool.cluster, dask)
    else:
        workers = max(1, min(pool.worker_count(workers), len(pieces)))
        start = partial(pool.processes, workers)
        if workers <= 1 or pool.forks():
            _warm(workbench(setup), jobs)
    for outcomes in pool.work_through(start, workers, partial(make_rows, setup), pieces):
        for outcome in outcomes:
            _note(jobs[outcome.index], outcome)
        keep([jobs[outcome.index] for outcome in outcomes])


def _note(job: Job, outcome: Outcome) -> None:
    job.status, job.pages, job.sha256 = intern(outcome.status), outcome.pages, outcome.sha256
    job.master = intern(outcome.master)
    job.file = job.name if outcome.sha256 else ""
    job.problems = outcome.problems


def pieces_of(jobs: Sequence[Job]) -> list[list[Order]]:
    """The rows of a plan together, so that one worker lays it out; large pieces first, so that none ends late."""
    size = _piece_size(jobs)
    pieces = []
    for _, alike in groupby(by_plan(jobs), key=attrgetter("plan")):
        orders = [Order(job.index, job.row, job.name, job.previous) for job in alike]
        pieces += [orders[start : start + size] for start in range(0, len(orders), size)]
    return sorted(pieces, key=len, reverse=True)


def _piece_size(jobs: Sequence[Job]) -> int:
    return max(1, min(_PIECE, len(jobs) // _PIECES))


def _warm(bench: Workbench, jobs: Sequence[Job]) -> None:
    """Lays out the plans that more than one piece needs. What is wrong with one is told by its rows."""
    size = _piece_size(jobs)
    for plan, count in Counter(job.plan for job in jobs).most_common(_WARMED):
        if count > size:
            bench.digest(next(job.row for job in jobs if job.plan == plan))
