"""`handouts batch`: everybody on a roster, as one file each or as one file to print."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.flags.content_flags import content_option
from generator.cli.flags.file_flags import FILE_ENDING
from generator.cli.flags.form_flags import form_options, format_of
from generator.cli.flags.offered import one_of
from generator.cli.flags.roster_flags import reading_of, roster_options
from generator.cli.report import CONTENT, fail, news, reporting, show
from generator.cli.roster_questions import roster_asked_about
from generator.content.choices import DEFAULT_CLINIC
from generator.content.plan_length import LENGTHS, USUAL
from generator.content.roster.roster_columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.batch.run import Report

_QUIET_SECONDS = 10.0
_STATUS = {"problem": "with problems"}
_DEFAULTS = ("routine", "clinic", "by", "weeks", "start", "review", "language", "paper", "layout", "style", "chart")

_COLUMN_LINES = "\n".join(f"  {column.name:<12}{column.words}" for column in COLUMNS)


@click.command(
    "batch",
    epilog=f"""\b
Columns of a roster, all but routine optional, in any order; the first row names them:
{_COLUMN_LINES}
\b
The roster is CSV in any usual encoding (commas, semicolons, tabs or bars), XLSX or ODS. A row that begins with "# "
is a comment. Rows are counted as a spreadsheet counts them, from 1. Heads may be named otherwise: what they mean is
proposed, asked on a terminal or said with --map, and remembered in roster-columns.yaml beside the roster.
\b
Examples:
  handouts new roster monday                          a roster to start from
  handouts batch monday.csv --check                   is every row in order?
  handouts batch export.csv --check --map "Client=name" --map "Plan=routine" --ignore Mobile --dates dmy
  handouts batch monday.csv -o monday                 one file for each row
  handouts batch monday.xlsx -o monday --print-file --sort name --start 2026-11-23
  handouts batch monday/monday-problems.csv -o monday       the rows that had problems, mended
""",
)
@click.argument("roster", type=click.Path(dir_okay=False, path_type=Path))
@click.option("-o", "--output", metavar="DIR", help="A folder, or an address such as s3://bucket/monday.")
@click.option("--check", is_flag=True, help="Only say what is wrong, and what would be made; make nothing.")
@click.option("--print-file", is_flag=True, help="One file to print them all, each client from a front side on.")
@click.option("--single-files", is_flag=True, help="With --print-file: also one file for each row.")
@click.option("--sort", metavar="COLUMN", default="", help="Order of the print file. [default: the roster's]")
@click.option(
    "--file-name",
    metavar="PATTERN",
    default="",
    help="How single files are called, such as {row}-{pseudonym}; in brackets any column that is no name or list.",
)
@click.option("--names-in-files", is_flag=True, help="Let names stand in file names and in the print file's bookmarks.")
@click.option("--cover", is_flag=True, help="Begin the print file with a list of all clients: for the desk.")
@click.option("--manifest-names", is_flag=True, help="Put names into manifest.csv too.")
@click.option("--routine", metavar="ID", help="For rows that name no routine.")
@click.option(
    "--clinic", metavar="ID", envvar="HANDOUTS_CLINIC", help=f"For rows without one. [default: {DEFAULT_CLINIC}]"
)
@click.option("--by", metavar="NAME", help="Who prepared them.")
@click.option("--weeks", type=one_of(map(str, LENGTHS)), help=f"How many weeks. [default: {USUAL}]")
@click.option("--start", metavar="DATE", help="First day.")
@click.option("--review", metavar="DATE", help="Next visit.")
@click.option("--language", metavar="TAG", help="[default: the clinic's]")
@form_options
@roster_options
@click.option("--archive", is_flag=True, help="Also PDF/A-2a, for keeping; not for the print file.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Workers. [default: one for each processor]")
@click.option("--dask", metavar="ADDRESS", default="", help="Let a Dask cluster do it, such as tcp://host:8786.")
@content_option
@reporting
def batch_command(roster: Path, output: str | None, check: bool, **more: Any) -> None:
    """Make the handouts of everybody on ROSTER.

    A row with a problem stops nobody else: the others are made, and the rows to mend are written to a file that can be
    mended and given to this command again. Stopped at any moment, the same command makes what is missing.

    DIR/manifest.csv says what became of each row. Names stand on the pages only, never in a file's name unless
    --names-in-files says so.
    """
    from generator.batch.batch_wish import BatchWish
    from generator.batch.run import run_batch
    from generator.batch.summing import summed
    from generator.content.folder import shown

    if not output and not check:
        raise click.UsageError("say where to write with -o DIR, or --check to write nothing")
    if output and _names_a_file(output):
        raise click.BadParameter(f'"{output}" is called like a file: give a folder', param_hint="--output")
    if more["sort"] and not more["print_file"]:
        raise click.UsageError("--sort orders the print file: add --print-file")
    if more["cover"] and not more["print_file"]:
        raise click.UsageError("--cover begins the print file: add --print-file")
    if more["archive"] and more["print_file"]:
        raise click.UsageError("--archive is for single files: make the print file in a run of its own")
    content = tuple(path.absolute() for path in more["content"])
    wish = BatchWish(
        roster=roster,
        read=roster_asked_about(roster, reading_of(more), content),
        destination="" if check else str(output),
        content=content,
        defaults=tuple(_defaults(more).items()),
        form=format_of(more),
        singles=more["single_files"] or not more["print_file"],
        print_file=more["print_file"] and not check,
        sort=more["sort"],
        names=more["manifest_names"],
        file_name=more["file_name"],
        names_in_files=more["names_in_files"],
        cover=more["cover"],
        jobs=more["jobs"] or 0,
        dask=more["dask"],
    )
    began = time.monotonic()
    try:
        with _told() as progress:
            report = run_batch(wish, progress, lambda what: click.echo(f"drawing {what} ...", err=True))
    except KeyboardInterrupt:
        fail("stopped" if check else "stopped; the same command makes what is missing")
    errors = show(summed(news(report.problems, set()), shown(roster)))
    for line in (*report.forecast, *report.files):
        click.echo(line)
    click.echo(_summary(report, time.monotonic() - began), err=True)
    if errors:
        raise SystemExit(CONTENT)


def _names_a_file(output: str) -> bool:
    path = Path(output)
    return "://" not in output and not path.is_dir() and FILE_ENDING.search(path.name) is not None


def _defaults(more: dict[str, Any]) -> dict[str, str]:
    given = {column: more[column] for column in _DEFAULTS if more[column]}
    return {"clinic": DEFAULT_CLINIC, **given}


def _summary(report: Report, seconds: float) -> str:
    rows = sum(report.counts.values())
    parts = [f"{count:,} {_STATUS.get(status, status)}" for status, count in sorted(report.counts.items())]
    return f"{rows:,} row{'s' if rows != 1 else ''}: {', '.join(parts) or 'nothing to do'} in {_clock(seconds)}"


@contextmanager
def _told() -> Iterator[Callable[[int, int], None]]:
    """A bar with rate and time left on a terminal; else a line now and then, and none for a short batch."""
    if sys.stderr.isatty():
        with _bar() as tell:
            yield tell
        return
    began = last = time.monotonic()

    def tell_lines(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _QUIET_SECONDS and done < total:
            last = now
            click.echo(
                f"{done:,} of {total:,}, {_rate(done, now - began)}, {_left(done, total, now - began)}", err=True
            )

    yield tell_lines


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    began = time.monotonic()
    bars: list[Any] = []
    before = 0

    def tell(done: int, total: int) -> None:
        nonlocal before
        if not bars:
            bar = click.progressbar(
                length=max(total, 1),
                file=sys.stderr,
                show_pos=True,
                show_eta=True,
                item_show_func=lambda item: item,
                update_min_steps=max(total // 500, 1),
            )
            bar.__enter__()
            bars.append(bar)
        bars[0].update(done - before, _rate(done, time.monotonic() - began))
        before = done

    try:
        yield tell
    finally:
        for bar in bars:
            bar.__exit__(None, None, None)


def _rate(done: int, seconds: float) -> str:
    return f"{done / seconds:,.0f} a second" if seconds > 0 else ""


def _left(done: int, total: int, seconds: float) -> str:
    return f"{_clock((total - done) * seconds / done)} left" if done else "just begun"


def _clock(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min {rest} s"
