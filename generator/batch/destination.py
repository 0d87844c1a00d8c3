"""Where the files of a batch go: a folder, or any address that fsspec knows. Whole files appear, or none."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, Protocol, cast

from generator.problems import ContentError, Problem
from generator.store import UNFINISHED, is_unfinished, remove_unfinished, write_file, writing

# Where a batch keeps what it needs to go on after it was killed.
STATE = ".handouts"

_PIECE = 1 << 20


class Destination(Protocol):
    """Names are relative, with `/`. What fails raises OSError; reading what is not there, FileNotFoundError."""

    def writing(self, name: str) -> Any: ...  # a context with a binary file, which appears when it ends well
    def write(self, name: str, data: bytes) -> None: ...
    def read(self, name: str) -> bytes: ...
    def digest(self, name: str) -> str: ...  # sha256 in hexadecimal, "" for a file that is not there
    def move(self, old: str, new: str) -> None: ...
    def remove(self, name: str) -> None: ...  # also if it is not there
    def tidy(self) -> None: ...  # what a killed batch left half-written goes
    def shown(self, name: str) -> str: ...  # as a person would find it


class LocalFolder:
    """A folder of this machine, or one that all machines share under the same path."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def writing(self, name: str) -> Any:
        return writing(self.root / name)

    def write(self, name: str, data: bytes) -> None:
        write_file(self.root / name, data)

    def read(self, name: str) -> bytes:
        return (self.root / name).read_bytes()

    def digest(self, name: str) -> str:
        try:
            with (self.root / name).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except (FileNotFoundError, IsADirectoryError):
            return ""

    def move(self, old: str, new: str) -> None:
        (self.root / old).replace(self.root / new)

    def remove(self, name: str) -> None:
        (self.root / name).unlink(missing_ok=True)

    def tidy(self) -> None:
        for folder in (self.root, self.root / STATE):
            remove_unfinished(folder)

    def shown(self, name: str) -> str:
        return str(self.root / name)


class Address:
    """A place such as s3://bucket/monday; it is written beside and moved, since not every kind of place is atomic."""

    def __init__(self, address: str) -> None:
        try:
            import fsspec
        except ImportError:
            hint = 'pip install "handout-generator[cluster]"'
            raise ContentError([Problem("an address needs the package fsspec", hint=hint)]) from None
        self.address = address.rstrip("/")
        try:
            self._files, self._root = fsspec.core.url_to_fs(self.address)
        except (ValueError, ImportError) as error:
            raise ContentError([Problem(f"files cannot be written to {address}: {error}")]) from None
        self._root = self._root.rstrip("/")

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        unfinished = self._path(f".{secrets.token_hex(8)}{UNFINISHED}")
        self._files.makedirs(self._parent(name), exist_ok=True)
        try:
            with self._files.open(unfinished, "wb") as file:
                yield cast(BinaryIO, file)
            self._put(unfinished, name)
        except BaseException:  # also KeyboardInterrupt: nothing half-written stays
            with suppress(OSError):
                self._files.rm_file(unfinished)
            raise

    def write(self, name: str, data: bytes) -> None:
        with self.writing(name) as file:
            file.write(data)

    def read(self, name: str) -> bytes:
        return bytes(self._files.cat_file(self._path(name)))

    def digest(self, name: str) -> str:
        found = hashlib.sha256()
        try:
            with self._files.open(self._path(name), "rb") as file:
                while piece := file.read(_PIECE):
                    found.update(piece)
        except (FileNotFoundError, IsADirectoryError):
            return ""
        return found.hexdigest()

    def move(self, old: str, new: str) -> None:
        self._put(self._path(old), new)

    def remove(self, name: str) -> None:
        with suppress(FileNotFoundError):
            self._files.rm_file(self._path(name))

    def tidy(self) -> None:
        with suppress(FileNotFoundError):
            for path in self._files.ls(self._root or "/", detail=False):
                if is_unfinished(str(path).rpartition("/")[2]):
                    self._files.rm_file(path)

    def shown(self, name: str) -> str:
        return f"{self.address}/{name}"

    def _put(self, path: str, name: str) -> None:
        """Over what is there: not every kind of place moves onto a file."""
        if not self._files.exists(path):
            raise FileNotFoundError(2, "No such file or directory", path)
        self.remove(name)
        self._files.mv(path, self._path(name))

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _parent(self, name: str) -> str:
        return self._path(name).rpartition("/")[0] or "/"


def destination_of(address: str) -> Destination:
    """A folder, unless the text has the form of an address (`s3://...`)."""
    return Address(address) if "://" in address else LocalFolder(Path(address))


def is_at(destination: Destination, name: str, path: Path) -> bool:
    """Whether the destination's file of that name is the user's file at `path`."""
    return isinstance(destination, LocalFolder) and (destination.root / name).resolve() == path.resolve()
