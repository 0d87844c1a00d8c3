"""Rows with problems go out as a file that can be mended and read as a roster again."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain, count
from pathlib import Path

from generator.batch.destination import Destination, is_at
from generator.batch.manifest import write_table
from generator.content.roster.roster import Roster
from generator.content.roster.roster_columns import PROBLEM, folded
from generator.content.roster.sheet import SheetRow
from generator.problems import Problem
from generator.store import file_name

# How the file is called: mended, it is the same roster still.
_MENDED = re.compile(r"(-problems(-[0-9]+)?)+$")


def stem_of(roster: Roster) -> str:
    """What files of this roster are called after."""
    return file_name(Path(roster.file).stem, "", "", "", "", "", suffix="") or "roster"


def unmended(stem: str) -> str:
    """The stem of the roster that the rows to mend came from."""
    return _MENDED.sub("", stem)


def leave_to_mend(
    roster: Roster,
    failed: Sequence[tuple[SheetRow, Sequence[Problem]]],
    destination: Destination,
    own: dict[str, str],
    read: Path,
) -> list[str]:
    """The names of the file with these rows. Earlier ones go, but none that was worked on, nor `read` itself.

    `own` has the digests of those that were written, by name, and is kept up.
    """
    for name, digest in list(own.items()):
        if destination.digest(name) in ("", digest):
            del own[name]
            if not is_at(destination, name, read):
                destination.remove(name)
    if not failed:
        return []
    out = io.BytesIO()
    write_table(out, rows_to_mend(roster, failed), roster.delimiter)
    digest = sha256(out.getvalue()).hexdigest()
    stem = f"{unmended(stem_of(roster))}-problems"
    names = chain([f"{stem}.csv"], (f"{stem}-{number}.csv" for number in count(2)))
    name = next(name for name in names if destination.digest(name) in ("", digest))
    destination.write(name, out.getvalue())
    own[name] = digest
    return [name]


def rows_to_mend(roster: Roster, failed: Iterable[tuple[SheetRow, Sequence[Problem]]]) -> Iterator[Sequence[object]]:
    """The roster's own rows with the number to go by, and what is wrong with each; mended, it is a roster again."""
    numbered = "row" in roster.columns
    # What was wrong before has been mended, or is said again.
    kept = [index for index, head in enumerate(roster.heads) if folded(head) != PROBLEM]
    yield [*(roster.heads[index] for index in kept), *([] if numbered else ["row"]), PROBLEM]
    for row, problems in failed:
        cells = [row.cells[index] if index < len(row.cells) else "" for index in kept]
        words = "; ".join(f"{p.path}: {p.message}" if p.path else p.message for p in problems)
        yield [*cells, *([] if numbered else [roster.number(row)]), words]
