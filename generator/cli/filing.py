"""Where a made file goes: over an earlier making of the same sheet, and never unseen over another one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.make import Made


def file_away(output: Path, made: Made) -> Path:
    """The file, written: into the folder `output`, or as the PDF of that name. Raises OSError.

    In a folder another sheet stays, and this one gets a number; a name that the user gave is taken. Both are said.
    """
    from generator.store import write_file

    if output.suffix.lower() == ".pdf" and not output.is_dir():
        path = output
        if _holds_another(path, made.identity):
            click.echo(f"{path}: another sheet was there and is replaced", err=True)
    else:
        first = output / made.name
        path = next(name for name in _numbered(first) if not _holds_another(name, made.identity))
        if path != first and not path.exists():
            click.echo(f"{first}: another sheet stays there, so this one has a number", err=True)
    write_file(path, made.data)
    return path


def _numbered(path: Path) -> Iterator[Path]:
    """The path itself, then `-2`, `-3` and so on."""
    return (path if number == 1 else path.with_stem(f"{path.stem}-{number}") for number in count(1))


def _holds_another(path: Path, identity: str) -> bool:
    """Whether something is there that is no earlier making of the same sheet."""
    from generator.output.pdf import identity_in

    try:
        return identity_in(path) != identity
    except FileNotFoundError:
        return False
