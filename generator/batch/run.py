"""The whole batch, top to bottom: a roster and a wish in, files under a destination and a report out.

Start reading here. Only what differs between one machine and many is behind `start`; nothing here prints.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain
from pathlib import Path

from generator.batch.batch_wish import BatchWish
from generator.batch.destination import Destination, destination_of, is_at
from generator.batch.file_pattern import PRINT_FILE
from generator.batch.forecast import forecast
from generator.batch.jobs import Job, Jobs, jobs_of, refuse_options, take_up
from generator.batch.journal import Done, Journal, one_at_a_time
from generator.batch.making import make_files
from generator.batch.manifest import MANIFEST, manifest, write_table
from generator.batch.mending import leave_to_mend, stem_of, unmended
from generator.batch.printing import Printed, sorted_jobs, write_print_file
from generator.batch.work import FAILED, MADE, UNCHANGED, Setup, Workbench, workbench
from generator.content.roster.roster import Roster
from generator.content.roster.roster_columns import folded, known_names
from generator.content.roster.roster_file import read_roster
from generator.problems import ContentError, Place, Problem

# Told how many of how many documents are done.
Progress = Callable[[int, int], None]
# Told the name of an exercise before its figure is drawn, which takes a second.
Drawing = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Report:
    """Rows by what became of them, every problem, the files to tell of; of a check, lines on what would be made."""

    counts: Counter[str]
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    forecast: tuple[str, ...] = ()


def run_batch(
    wish: BatchWish, progress: Progress = lambda done, total: None, drawing: Drawing = lambda name: None
) -> Report:
    """Raises `ContentError` if there is no batch to make at all, OSError if files cannot be written."""
    roster = wish.read or read_roster(wish.roster, wish.reading, wish.content)
    _refuse_no_routine(wish, roster)
    if wish.sort:
        wish = replace(wish, sort=_column(roster, wish.sort))
    if wish.dask and wish.destination and "://" not in wish.destination:
        wish = replace(wish, destination=str(Path(wish.destination).absolute()))  # workers stand elsewhere
    setup = Setup(replace(roster, rows=()), wish.content, wish.defaults, wish.form, wish.destination)
    if not wish.destination:
        return _check(wish, setup, roster, progress, drawing)
    destination = destination_of(wish.destination)
    with one_at_a_time(destination) as alone:
        if not alone:
            raise ContentError([Problem(f"another batch is at work in {wish.destination}", hint="let it finish")])
        with closing(Journal(destination)) as journal:
            return _Batch(wish, setup, roster, journal, destination, progress, drawing).run()


def _refuse_no_routine(wish: BatchWish, roster: Roster) -> None:
    """What every row lacks is said once."""
    if "routine" not in roster.columns and not dict(wish.defaults).get("routine"):
        hint = '--routine ID gives all rows the same; --map "HEAD=routine" says which column it is'
        at = Place(roster.file, 1, 1)
        raise ContentError([Problem("no column of this roster says the routine", at, hint=hint)])


def _column(roster: Roster, written: str) -> str:
    """The column that is meant, by any of its names. Raises `ContentError` if the roster has none such."""
    meant = known_names().get(folded(written), "")
    if meant and meant in roster.columns:  # a head that means nothing is an empty column
        return meant
    hint = "columns are " + ", ".join(column for column in roster.columns if column)
    raise ContentError([Problem(f"there is no column {written} to sort by", Place(roster.file, 1, 1), hint=hint)])


def _check(wish: BatchWish, setup: Setup, roster: Roster, progress: Progress, drawing: Drawing) -> Report:
    """Every row laid out, nothing written."""
    bench = workbench(setup)
    jobs = jobs_of(bench, roster.rows, None, wish.pattern)
    refuse_options(wish.defaults, roster, jobs)
    _draw(wish, bench, jobs, drawing)
    checked = 0

    def tell(piece: Sequence[Job]) -> None:
        nonlocal checked
        checked += len(piece)
        progress(checked, len(jobs.jobs))

    make_files(setup, jobs.jobs, tell, workers=wish.jobs, dask=wish.dask)
    return Report(_counts(jobs), _problems(roster, jobs), (), forecast(jobs.jobs))


class _Batch:
    """One run, with what its steps share."""

    def __init__(
        self,
        wish: BatchWish,
        setup: Setup,
        roster: Roster,
        journal: Journal,
        destination: Destination,
        progress: Progress,
        drawing: Drawing,
    ) -> None:
        self.wish, self.setup, self.roster, self.journal, self.destination = wish, setup, roster, journal, destination
        self.tell, self.drawing = progress, drawing
        self.bench = workbench(setup)
        self.done = 0
        self.total = 0

    def run(self) -> Report:
        self._refuse_another_roster()
        self.destination.tidy()
        jobs = jobs_of(self.bench, self.roster.rows, self.journal, self.wish.pattern)
        refuse_options(self.wish.defaults, self.roster, jobs)
        earlier = tuple(self.journal.entries)
        if self.wish.singles:
            earlier = take_up(jobs, self.journal, self.destination)
        kept = [job.previous for job in jobs.jobs if job.previous]
        self.journal.rewrite([*earlier, *kept])
        _draw(self.wish, self.bench, jobs, self.drawing)
        self.total = len(jobs.jobs) * (self.wish.singles + self.wish.print_file)
        self.tell(0, self.total)
        if self.wish.singles:
            make_files(self.setup, jobs.jobs, self._keep, workers=self.wish.jobs, dask=self.wish.dask)
        printed = self._print(jobs) if self.wish.print_file else None
        return self._finish(jobs, earlier, printed)

    def _refuse_another_roster(self) -> None:
        """Rows of two rosters have the same numbers, and so their files the same names."""
        for name in (MANIFEST, self._print_name()):
            if is_at(self.destination, name, self.wish.roster):
                hint = "call the roster by another name, or choose another folder"
                raise ContentError([Problem("this roster would be written over", Place(name, 1, 1), hint=hint)])
        stem = stem_of(self.roster)
        mine = self.journal.row_hash(unmended(stem))
        known = self.journal.facts.setdefault("roster", mine)
        if known not in (mine, self.journal.row_hash(stem)):
            message = f"{self.wish.destination} holds the handouts of another roster"
            raise ContentError([Problem(message, hint="choose another folder, or call the roster as before")])

    def _keep(self, jobs: Sequence[Job]) -> None:
        self.journal.add(_done(job) for job in jobs if job.status == MADE)
        self._step(len(jobs))

    def _step(self, count: int = 1) -> None:
        self.done += count
        self.tell(self.done, self.total)

    def _print(self, jobs: Jobs) -> Printed | None:
        chosen = [job for job in jobs.jobs if job.status != FAILED]
        chosen = sorted_jobs(self.roster, chosen, self.wish.sort)
        key = self._print_key(chosen)
        name = self._print_name()
        known = self.journal.facts.setdefault("prints", {}).get(name, {})
        if known.get("key") == key and self.destination.digest(name) == known["sha256"]:
            for job, (first, pages) in zip(chosen, known["starts"], strict=True):
                job.first_page, job.pages, job.status = first, pages, job.status or UNCHANGED
            self._step(len(chosen))
            return Printed(name, known["pages"], known["sha256"])
        duplex = self.wish.form.is_leaf
        named, cover = self.wish.names_in_files, self.wish.cover
        printed = write_print_file(
            name, self.bench, chosen, self.destination, self._step, duplex=duplex, names=named, cover=cover
        )
        if printed:
            whole = not any(job.status == FAILED for job in chosen)
            starts = [(job.first_page, job.pages) for job in chosen]
            fact = {"key": key if whole else "", "sha256": printed.sha256, "pages": printed.pages, "starts": starts}
            self.journal.facts["prints"][name] = fact
        return printed

    def _print_name(self) -> str:
        """Rows that were mended get a print file of their own: the first one holds everybody else."""
        stem = stem_of(self.roster)
        return f"{stem}-{PRINT_FILE}.pdf" if stem != unmended(stem) else f"{PRINT_FILE}.pdf"

    def _print_lines(self, printed: Printed | None) -> Iterator[Sequence[object]]:
        """The print file, and those of earlier runs that are still there."""
        for name, fact in self.journal.facts.get("prints", {}).items():
            if printed and name == printed.name:
                yield ["", MADE, name, printed.pages, printed.sha256]
            elif self.destination.digest(name) == fact["sha256"]:
                yield ["", "earlier", name, fact["pages"], fact["sha256"]]

    def _print_key(self, jobs: Sequence[Job]) -> str:
        """What the print file is made from: rows, copies, order, and what their plans give."""
        digests: dict[int, str] = {}
        whole = sha256(repr((self.wish.form, self.wish.names_in_files, self.wish.cover)).encode())
        for job in jobs:
            if job.plan not in digests:
                digests[job.plan] = job.master or self.bench.digest(job.row)
            whole.update(f"{job.hash} {job.number} {job.label} {job.copies} {digests[job.plan]}\n".encode())
        return whole.hexdigest()

    def _finish(self, jobs: Jobs, earlier: Sequence[Done], printed: Printed | None) -> Report:
        made = [job for job in jobs.jobs if job.status != FAILED]
        failed = [*jobs.failed, *((job.row, tuple(job.problems)) for job in jobs.jobs if job.status == FAILED)]
        failed.sort(key=lambda pair: pair[0].number)
        outdated = [job.outdated for job in jobs.jobs if job.status == FAILED and job.outdated]
        earlier = [*earlier, *(done for done in outdated if self.destination.digest(done.file) == done.sha256)]
        rows = [row for row, _ in failed]
        lines = list(self._print_lines(printed))
        own = self.journal.facts.setdefault("to mend", {})
        with self.destination.writing(MANIFEST) as file:
            write_table(file, manifest(self.roster, made, rows, earlier, lines, names=self.wish.names))
        files = [
            MANIFEST,
            *([printed.name] if printed else []),
            *leave_to_mend(self.roster, failed, self.destination, own, self.wish.roster),
        ]
        self.journal.rewrite(chain(earlier, (_done(job) for job in made if job.file)))
        shown = tuple(self.destination.shown(name) for name in files)
        return Report(_counts(jobs), _problems(self.roster, jobs), shown)


def _draw(wish: BatchWish, bench: Workbench, jobs: Jobs, drawing: Drawing) -> None:
    """Figures that are not there yet, before workers begin: each once, and those who wait are told."""
    if not wish.dask:
        bench.draw_figures({name for job in jobs.jobs for name in job.routines}, drawing)


def _done(job: Job) -> Done:
    return Done(job.hash, job.number, job.file, job.sha256, job.pages, job.master)


def _counts(jobs: Jobs) -> Counter[str]:
    return Counter([job.status for job in jobs.jobs] + [FAILED] * len(jobs.failed))


def _problems(roster: Roster, jobs: Jobs) -> tuple[Problem, ...]:
    found = [*roster.problems, *jobs.problems]
    found += [problem for _, problems in jobs.failed for problem in problems]
    found += [problem for job in jobs.jobs for problem in job.problems]
    return tuple(sorted(dict.fromkeys(found), key=Problem.sort_key))
