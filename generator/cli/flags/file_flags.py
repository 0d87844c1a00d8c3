"""Files that commands write: what a name must end in."""

from __future__ import annotations

import re
from pathlib import Path

import click

# What looks like the kind of a file; `prints.2026` is a folder.
FILE_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")


def file_ending(output: Path | None, endings: tuple[str, ...], flag: str = "--output") -> None:
    """A file is called after what is in it. Raises `click.BadParameter` for a name that says something else."""
    if output is not None and output.suffix.lower() not in ("", *endings):
        allowed = " or ".join(endings)
        raise click.BadParameter(
            f'"{output.name}" is not what will be in it: give a name that ends in {allowed}', param_hint=flag
        )


def pdf_or_folder(output: Path) -> None:
    """A folder that is not there yet has no ending like a file's. Raises `click.BadParameter`."""
    if not output.is_dir() and FILE_ENDING.search(output.name):
        file_ending(output, (".pdf",))
