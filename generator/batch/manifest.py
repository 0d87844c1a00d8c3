"""Jobs come in; the two tables that a batch leaves beside its files go out: the manifest, and rows to be mended."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from generator.batch.jobs import Job
from generator.batch.journal import Done
from generator.content.roster import Line, Roster
from generator.content.roster_columns import PROBLEM
from generator.problems import Problem

MANIFEST = "manifest.csv"
_HEADS = ("row", "status", "file", "pages", "sha256", "routine", "version", "copies", "pseudonym", "first_page")
# What a spreadsheet takes for the beginning of a formula, or of something else to act on.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def guarded(text: str) -> str:
    """The text with an apostrophe before it where Excel would run it; `content/roster.py` takes it off again."""
    return "'" + text if text.startswith(_DANGEROUS) else text


def table(rows: Iterable[Sequence[object]], delimiter: str = ",") -> bytes:
    """CSV that Excel opens as what it is: UTF-8 with its mark, lines ended as RFC 4180 has them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows([guarded(str(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def manifest(
    roster: Roster,
    jobs: Iterable[Job],
    failed: Iterable[Line],
    earlier: Iterable[Done],
    printed: Sequence[object],
    *,
    names: bool,
) -> bytes:
    """One line a row, in the roster's order, then rows of earlier rosters, then the print file."""
    lines: list[tuple[int, list[object]]] = []
    for job in jobs:
        routine = roster.text(job.row, "routine")
        values = [job.number, job.status, job.file, job.pages or "", job.sha256, routine, job.version, job.copies]
        line = [*values, job.pseudonym, job.first_page or ""]
        lines.append((job.row.number, [*line, roster.text(job.row, "name")] if names else line))
    for row in failed:
        line = [roster.number(row), "problem", *[""] * (len(_HEADS) - 2)]
        lines.append((row.number, [*line, roster.text(row, "name")] if names else line))
    table_rows: list[Sequence[object]] = [[*_HEADS, "name"] if names else _HEADS]
    table_rows += [line for _, line in sorted(lines, key=lambda pair: pair[0])]
    table_rows += [[done.number, "earlier", done.file, done.pages, done.sha256] for done in earlier]
    if printed:
        table_rows.append(printed)
    return table(table_rows)


def rows_to_mend(roster: Roster, failed: Iterable[tuple[Line, Sequence[Problem]]]) -> bytes:
    """The roster's own rows with the number to go by, and what is wrong with each; mended, it is a roster again."""
    numbered = "row" in roster.columns
    heads = [*roster.heads, *([] if numbered else ["row"]), PROBLEM]
    rows: list[Sequence[object]] = [heads]
    for row, problems in failed:
        cells = [*row.cells[: len(roster.heads)], *[""] * (len(roster.heads) - len(row.cells))]
        words = "; ".join(f"{p.path}: {p.message}" if p.path else p.message for p in problems)
        rows.append([*cells, *([] if numbered else [roster.number(row)]), words])
    return table(rows, roster.delimiter)
