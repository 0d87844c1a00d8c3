"""What is asked of a batch."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.batch.file_pattern import NAMED, FilePattern
from generator.content.roster.how_to_read import NOTHING_SAID, Reading
from generator.content.roster.roster import Roster
from generator.page.format import Format


@dataclass(frozen=True, slots=True)
class BatchWish:
    """`singles` is one file per row; `destination` is empty for a check, which writes nothing.

    `reading` is how to read the roster, `read` the same roster read already. `file_name` is a `FilePattern`'s text;
    `names_in_files` lets names stand in it and in the print file's bookmarks, `names` in the manifest. `cover` puts a
    list of all clients at the beginning of the print file.
    """

    roster: Path
    destination: str = ""
    content: tuple[Path, ...] = ()
    defaults: tuple[tuple[str, str], ...] = ()
    form: Format = field(default_factory=Format)
    singles: bool = True
    print_file: bool = False
    sort: str = ""
    names: bool = False
    jobs: int = 0
    dask: str = ""
    reading: Reading = NOTHING_SAID
    read: Roster | None = None
    file_name: str = ""
    names_in_files: bool = False
    cover: bool = False

    @property
    def pattern(self) -> FilePattern | None:
        """How single files are called; None for the usual names. Raises `ContentError`."""
        text = self.file_name or (NAMED if self.names_in_files else "")
        return FilePattern(text.removesuffix(".pdf"), self.names_in_files) if text else None
