"""What a batch has finished, kept beside its files so that a killed one goes on where it was.

Each row is known by a keyed hash of all it says. The key is random and lies in the same folder, so neither a name nor a
guess at one can be read out of the journal; copied elsewhere without its key, it says nothing at all.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import Any, TextIO

from generator.batch.destination import STATE, Destination, LocalFolder

_KEY = f"{STATE}/key"
_JOURNAL = f"{STATE}/journal.jsonl"
# How many rows an address without a way to append may lose when the batch is killed.
_UNSAVED = 500
# Tenths of a second for which a batch waits until the workers of a killed one have ended.
_PATIENCE = 50


@dataclass(frozen=True, slots=True)
class Done:
    """A finished row: its keyed hash, its number, its file, and what that was made from (`master`)."""

    row: str
    number: int
    file: str
    sha256: str
    pages: int
    master: str


class Journal:
    """Reads what is there into `entries`, is rewritten with what is left of them, then `add`s."""

    def __init__(self, destination: Destination) -> None:
        self._destination = destination
        self._key = _key_in(destination)
        is_new = not self._key
        if is_new:
            self._key = _new_key(destination)
        self._open: TextIO | None = None
        # What can be appended to need not be kept in memory: ten thousand entries take as much as a worker.
        self._appends = isinstance(destination, LocalFolder)
        self._unsaved = 0
        # What is known beside rows: whose roster it is, what the print file and the rows to mend were made from.
        self.facts: dict[str, Any] = {}
        # What was written with another key says nothing to this one.
        self.entries: list[Done] = [] if is_new else list(self._read())

    def row_hash(self, text: str) -> str:
        return hmac.new(self._key, text.encode("utf-8", "surrogatepass"), "sha256").hexdigest()[:32]

    def by_row(self) -> dict[str, list[Done]]:
        """Entries by hash; equal rows have several."""
        found: dict[str, list[Done]] = defaultdict(list)
        for entry in self.entries:
            found[entry.row].append(entry)
        return found

    def _read(self) -> Iterator[Done]:
        try:
            text = self._destination.read(_JOURNAL).decode("utf-8", "replace")
        except FileNotFoundError:
            return
        latest: dict[tuple[str, str], Done] = {}
        for line in text.splitlines():
            # The last line of a killed batch may be torn; damaged ones only cost that their rows are made again.
            with suppress(ValueError, TypeError):
                entry = json.loads(line)
                if "facts" in entry:
                    self.facts = dict(entry["facts"])
                else:
                    done = _plain(Done(**entry))
                    latest[done.row, done.file] = done
        yield from latest.values()

    def rewrite(self, entries: Iterable[Done]) -> None:
        """Exactly these from now on."""
        self.close()
        kept = self.entries = [] if self._appends else list(entries)
        with self._destination.writing(_JOURNAL) as file:
            file.write(json.dumps({"facts": self.facts}).encode() + b"\n")
            for entry in entries if self._appends else kept:
                file.write(json.dumps(asdict(entry)).encode() + b"\n")
        self._unsaved = 0

    def add(self, entries: Iterable[Done]) -> None:
        """Further finished rows, safe against the end of this process."""
        new = list(entries)
        if isinstance(self._destination, LocalFolder):
            if self._open is None:
                path = self._destination.root / _JOURNAL
                self._open = path.open("a", encoding="utf-8")
            self._open.write("".join(json.dumps(asdict(entry)) + "\n" for entry in new))
            self._open.flush()
            return
        self.entries += new
        self._unsaved += len(new)
        if self._unsaved >= _UNSAVED:
            self.rewrite(self.entries)

    def close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None


def _plain(done: Done) -> Done:
    """Raises TypeError for an entry that nobody here has written, such as one that leads out of the folder."""
    texts = (done.row, done.file, done.sha256, done.master)
    if not all(isinstance(text, str) for text in texts) or not isinstance(done.number + done.pages, int):
        raise TypeError("not an entry")
    if done.file != PurePath(done.file).name or "\\" in done.file:
        raise TypeError("not the name of a file")
    return done


def _key_in(destination: Destination) -> bytes:
    """The folder's key; empty if it has none, or a damaged one."""
    try:
        key = bytes.fromhex(destination.read(_KEY).decode("ascii").strip())
    except (FileNotFoundError, ValueError):
        return b""
    return key if len(key) == 32 else b""


def _new_key(destination: Destination) -> bytes:
    key = secrets.token_bytes(32)
    destination.write(_KEY, key.hex().encode("ascii") + b"\n")
    return key


@contextmanager
def one_at_a_time(destination: Destination) -> Iterator[bool]:
    """Whether nobody else works in this folder; workers of a killed batch hold on until they have noticed."""
    if not isinstance(destination, LocalFolder):
        yield True
        return
    path = destination.root / STATE / "lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        yield _locked(file.fileno())


def _locked(file: int) -> bool:
    """The system lets go of the lock when the last process that has the file open ends, however it ends."""
    import time

    for _ in range(_PATIENCE):
        try:
            _lock(file)
        except BlockingIOError:
            time.sleep(0.1)
        except OSError:
            return True  # a network drive without locks
        else:
            return True
    return False


def _lock(file: int) -> None:
    try:
        import fcntl
    except ImportError:
        import msvcrt

        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # Windows only
        except PermissionError as error:
            raise BlockingIOError from error
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
