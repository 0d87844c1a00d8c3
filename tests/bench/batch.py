"""What a batch costs: `python -m tests.bench.batch` compares it with other engines and with only writing the bytes.

All in one run, so that a busy machine makes all of them slow. `--curve` goes up to 10,000 rows (2.5 GB of files for a
while); peers that are not installed (`pip install typst weasyprint fpdf2`) are named as such.
"""

from __future__ import annotations

import csv
import gc
import hashlib
import importlib
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from generator.batch.jobs import Job, by_plan, jobs_of
from generator.batch.work import Order, Setup, Workbench, workbench
from generator.content.roster.roster_file import read_roster
from generator.page.format import Format
from generator.store import write_file
from tests.batch.clients import ROUTINES
from tests.bench.clock import Cost, busy, cpu_ms, handouts, run
from tests.bench.flow import Engine, Part, flow_of

# Names as on a list of a British clinic: one in eight has letters that ASCII lacks.
FIRST = "Ann Ben Chloé Dirk Eva Fiona Gareth Hannah Ivo James Katarzyna Liam Mary Noah Olga Priya Quentin Rosa Sean Tom"
LAST = "Lee Smith Müller Nowak O'Brien García Jones Patel Williams Taylor Anderson Zhang-Lee"
WEEKS = 4


def write_roster(path: Path, count: int) -> Path:
    """Five routines mixed; names, start and next visit vary."""
    first, last = FIRST.split(), LAST.split()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("routine", "name", "by", "start", "review"))
        for number in range(count):
            name = f"{first[number * 7 % len(first)]} {last[number * 5 % len(last)]} {number}"
            start = date(2026, 11, 23) + timedelta(days=number * 11 % (7 * WEEKS))
            review = start + timedelta(weeks=WEEKS)
            writer.writerow((ROUTINES[number % len(ROUTINES)], name, "Sam Ortiz", start, review))
    return path


@contextmanager
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="handouts-bench-"))
    try:
        yield made
    finally:
        shutil.rmtree(made)


def warm_bench(there: Path, count: int) -> tuple[Workbench, list[Job]]:
    """Rows of a roster and all that a worker keeps for them."""
    roster = read_roster(write_roster(there / "roster.csv", count))
    setup = Setup(roster, (), (("clinic", "brookside"),), Format(), str(there / "out"))
    bench = workbench(setup)
    return bench, by_plan(jobs_of(bench, roster.rows, None).jobs)


def product(there: Path, bench: Workbench, jobs: list[Job]) -> float:
    """ms of one core for a row: read, laid out, encoded, hashed, written to disk under a new name."""
    files = iter(range(10**9))

    def make() -> None:
        for job in jobs:
            outcome = bench.make(Order(job.index, job.row, f"{next(files)}.pdf"))
            assert outcome.status == "made", outcome.problems

    make()
    gc.collect()
    gc.freeze()  # as a batch does
    cost = cpu_ms(make, len(jobs), rounds=2)
    gc.unfreeze()
    shutil.rmtree(there / "out")
    return cost


def floor(there: Path, bench: Workbench, jobs: list[Job]) -> tuple[float, float]:
    """ms for hashing and writing the same bytes and nothing else, and the bytes of a file."""
    from generator.make import print_for

    files: list[bytes] = []
    for job in jobs[:: max(len(jobs) // 200, 1)]:
        client = bench.client(job.row)
        master = bench.prepared(client).master
        assert master is not None
        files.append(print_for(master, client.prescription, client.person, bench.workshop).data)
    names = iter(range(10**9))

    def write() -> None:
        for data in files:
            hashlib.sha256(data).hexdigest()
            write_file(there / "floor" / f"{next(names)}.pdf", data)

    cost = cpu_ms(write, len(files))
    shutil.rmtree(there / "floor")
    return cost, sum(map(len, files)) / len(files)


def where_it_goes(bench: Workbench, jobs: list[Job]) -> list[tuple[str, float]]:
    """ms of the parts of one row."""
    from generator.make import checked_pages
    from generator.output.pdf import pdf_bytes

    rows = [job.row for job in jobs[:500]]
    clients = [bench.client(row) for row in rows]
    masters = [bench.prepared(client).master for client in clients]

    def read() -> None:
        for row in rows:
            bench.prepared(bench.client(row))

    def lay_out() -> None:
        for master, client in zip(masters, clients, strict=True):
            assert master is not None
            checked_pages(master, client.prescription, client.person)

    def lay_out_and_encode() -> None:
        for master, client in zip(masters, clients, strict=True):
            assert master is not None
            pages = checked_pages(master, client.prescription, client.person)
            pdf_bytes(pages, bench.workshop.faces, bench.workshop.press, created=master.plan.routine.issued)

    lay_out_and_encode()
    gc.collect()
    gc.freeze()
    laid_out = cpu_ms(lay_out, len(rows))
    return [
        ("read the row", cpu_ms(read, len(rows))),
        ("lay out what bears a name", laid_out),
        ("encode", cpu_ms(lay_out_and_encode, len(rows)) - laid_out),
    ]


def flows(bench: Workbench, jobs: Iterable[Job]) -> list[tuple[Part, ...]]:
    """What the files of these rows say and show."""
    return [flow_of(bench.pages(job.row, bench.client(job.row))[0]) for job in jobs]


PEERS = (("typst", True), ("platypus", False), ("fpdf2", False), ("weasyprint", True))


def peers(there: Path, bench: Workbench, jobs: list[Job]) -> Iterator[tuple[str, bool, float | None]]:
    """Name, whether its files are tagged, and ms for a document of the same content; None if it is not installed.

    Each document is another client's, since an engine may remember; the first of each routine is not counted.
    """
    routines = len(ROUTINES)
    in_turn = sorted(jobs, key=lambda job: job.index)
    for name, tagged in PEERS:
        try:
            module = importlib.import_module(f"tests.bench.peer_{name}")
        except ImportError:
            yield name, tagged, None
            continue
        engine: Engine = module.engine(there) if name == "typst" else module.engine()
        for number, content in enumerate(flows(bench, in_turn[:routines])):
            write_file(there / name / f"{number}.pdf", engine(content))
        contents = flows(bench, in_turn[routines : routines * (2 if name == "weasyprint" else 6)])

        def make(engine: Engine = engine, name: str = name, contents: list[tuple[Part, ...]] = contents) -> None:
            for number, content in enumerate(contents):
                write_file(there / name / f"{number}.pdf", engine(content))

        yield name, tagged, cpu_ms(make, len(contents), rounds=1)


def compare(count: int, say: Callable[[str], None]) -> None:
    with folder() as there:
        bench, jobs = warm_bench(there, count)
        say(f"{count:,} rows, {len({job.plan for job in jobs})} plans, milliseconds of processor time:")
        own = product(there, bench, jobs)
        least, size = floor(there, bench, jobs)
        say(f"{'':28}{'ms a document':>14}{'a second':>10}{'ratio':>8}   tagged")
        say(f"{'handouts, one core':28}{own:14.2f}{1000 / own:10,.0f}{1:8.1f}   PDF/UA-1")
        for name, tagged, cost in peers(there, bench, jobs):
            if cost is None:
                say(f"{name:28}{'not installed':>14}")
            else:
                mark = "PDF/UA-1" if tagged else "no"
                say(f"{name:28}{cost:14.2f}{1000 / cost:10,.1f}{cost / own:8.1f}   {mark}")
        say(f"{'only hash and write':28}{least:14.2f}{1000 / least:10,.0f}{least / own:8.2f}")
        say(f"\n{size / 1000:.0f} kB a document; {own / least:.1f} times the cost of only writing it:")
        parts = where_it_goes(bench, jobs)
        for words, cost in (*parts, ("hash and write", least), ("the rest", own - least - sum(c for _, c in parts))):
            say(f"  {words:26}{cost:14.2f}")


def command(there: Path, count: int, *more: str) -> Cost:
    """The whole command for so many rows, its start and its workers included."""
    roster, out = write_roster(there / f"{count}.csv", count), there / "out"
    cost = run(handouts("batch", roster, "-o", out, *more))
    shutil.rmtree(out)
    return cost


def curve(sizes: Iterable[int], say: Callable[[str], None]) -> None:
    say(f"{'rows':>8}{'seconds':>10}{'a second':>10}{'CPU s':>8}{'peak MB':>9}   files, all cores")
    with folder() as there:
        for count in sizes:
            cost = command(there, count)
            say(f"{count:8,}{cost.wall:10.1f}{count / cost.wall:10.0f}{cost.cpu:8.1f}{cost.peak:9.0f}")


def print_files(sizes: Iterable[int], say: Callable[[str], None]) -> None:
    say(f"{'rows':>8}{'seconds':>10}{'a second':>10}{'peak MB':>9}{'bytes a page':>14}   one print file")
    with folder() as there:
        for count in sizes:
            roster, out = write_roster(there / f"{count}.csv", count), there / "out"
            cost = run(handouts("batch", roster, "-o", out, "--print-file"))
            with (out / "manifest.csv").open(encoding="utf-8-sig", newline="") as file:
                pages = int(list(csv.DictReader(file))[-1]["pages"])
            size = (out / "print-file.pdf").stat().st_size / pages
            say(f"{count:8,}{cost.wall:10.1f}{count / cost.wall:10.0f}{cost.peak:9.0f}{size:14,.0f}")
            shutil.rmtree(out)


def scaling(count: int, say: Callable[[str], None]) -> None:
    with folder() as there:
        one = command(there, count, "--jobs", "1")
        two = command(there, count, "--jobs", "2")
    gain = one.wall / two.wall
    say(f"{count:,} rows: one worker {one.wall:.1f} s, two workers {two.wall:.1f} s, {gain:.2f} times as fast")


def main(args: list[str]) -> None:
    print(busy(), flush=True)
    compare(100 if "--quick" in args else 2000, print)
    print()
    scaling(200 if "--quick" in args else 4000, print)
    print()
    sizes = [1, 10, 100, 200, 1000, *([10_000] if "--curve" in args else [])]
    sizes = sizes[:4] if "--quick" in args else sizes
    curve(sizes, print)
    print()
    print_files([size for size in sizes if size >= 100], print)


if __name__ == "__main__":
    main(sys.argv[1:])
