"""Files on disk: bytes come in, whole files go out under their final names, or none; and what made files are called.

Nothing else in the project writes a file. A file is written beside its final place and then renamed (POSIX rename and
Windows ReplaceFile are atomic), so a reader never sees half of it and a killed process leaves at most a `.part`.
"""

from __future__ import annotations

import os
import re
import secrets
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

UNFINISHED = ".part"


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A binary file that appears under `path` when the block ends well, and leaves nothing behind when it does not.

    Missing folders are made. Raises OSError that names `path`, whichever step failed. No fsync: it would cost every
    file 5 to 20 ms; after a power loss a file may be short, which a batch finds by its sha256 and remakes.
    """
    unfinished = path.with_name(f".{secrets.token_hex(8)}{UNFINISHED}")
    try:
        with _named(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            file = unfinished.open("xb")
        with file:
            try:
                yield file
            except OSError as error:
                if error.filename is None:  # a write that failed: the disk is full
                    raise OSError(error.errno, error.strerror, str(path)) from error
                raise
            with _named(path):
                file.flush()
        with _named(path):
            os.replace(unfinished, path)
    except BaseException:  # also KeyboardInterrupt: nothing half-written stays
        _remove(unfinished)
        raise


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Lets an error name the file that the user knows, not the unfinished one."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def write_file(path: Path, data: bytes) -> None:
    """Writes the whole file or none of it; replaces what was there. Raises OSError that names `path`."""
    with writing(path) as file:
        file.write(data)


def is_unfinished(name: str) -> bool:
    """Whether a file is called as this room calls what it has not finished."""
    return re.fullmatch(r"\.[0-9a-f]{16}\.part", name) is not None


def remove_unfinished(folder: Path) -> int:
    """Removes what killed processes left in `folder`; returns how many files. Nobody else may be writing there."""
    left = [path for path in folder.glob(f".*{UNFINISHED}") if is_unfinished(path.name)]
    for path in left:
        _remove(path)
    return len(left)


def file_name(
    routine: str,
    version: str,
    language: str,
    paper: str,
    layout: str,
    style: str,
    part: str = "",
    *more: str,
    prefix: str = "",
    suffix: str = ".pdf",
) -> str:
    """`hamstring-health-1.0-en-GB-a4-sheet-standard.pdf`: says what is in the file and never for whom.

    `part` is given when the file holds only one (`handout`, `chart`), `more` is what differs from the routine as it is,
    `prefix` is a roster's row or pseudonym. All are texts of content and roster, so each is reduced to letters, digits,
    `.`, `_` and `-`, which every file system takes.
    """
    parts = (prefix, routine, version, language, paper, layout, style, part, *more)
    return "-".join(filter(None, map(_plain, parts))) + suffix


@lru_cache(1024)
def _plain(part: str) -> str:
    """A part of a file name: ASCII, no separators, at most 60 characters, no dot or dash at its ends."""
    ascii_only = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9._]+", "-", ascii_only)[:60].strip("-.")


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
