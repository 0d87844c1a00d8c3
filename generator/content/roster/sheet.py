"""What stands in a spreadsheet, before anything is known of its columns: rows of texts, and how many there may be."""

from __future__ import annotations

from dataclasses import dataclass

# A clinic's year on one sheet stays far below; what goes beyond is a mistake or an attack.
MOST_ROWS = 100_000
MOST_COLUMNS = 100
# Stands for a formula that no program has worked out yet.
NO_VALUE = "#FORMULA!"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row as it is written: its number, and the text of each cell."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in a file, before anything is known of its columns."""

    lines: tuple[SheetRow, ...]
    delimiter: str = ","
