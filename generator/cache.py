"""The user's cache: things slow to make, found again by a hash of everything they were made from.

It may be deleted, unwritable, full, on a network drive or shared by many processes at any time: then the thing is made
again, and nobody notices more than the time. What is in it is data that is read, never code that is run.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.store import write_file

VARIABLE = "HANDOUTS_CACHE"
LIMIT = 200_000_000  # bytes; beyond it the entries not used for longest go
_DIGEST = hashlib.sha256().digest_size


def content_key(kind: str, version: int, *parts: bytes | str) -> str:
    """A name for what is made from these parts by this version of its maker: 64 hex digits.

    Raise `version` whenever the same parts give something else. Each part is hashed with its length, so that
    ("ab", "c") and ("a", "bc") differ.
    """
    whole = hashlib.sha256(f"{kind}:{version}:{len(parts)}".encode())
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(b":%d:" % len(data) + data)
    return whole.hexdigest()


def user_folder() -> Path | None:
    """Where this user's cache lies: $HANDOUTS_CACHE ("" for none), else the platform's place; None without a home."""
    chosen = os.environ.get(VARIABLE)
    if chosen is not None:
        return Path(chosen).absolute() if chosen else None
    try:
        home = Path.home()
    except RuntimeError:  # a service user without a home
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "handouts" / "Cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "handouts"
    # XDG Base Directory Specification: a relative path is to be ignored
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (base if base.is_absolute() else home / ".cache") / "handouts"


@dataclass(frozen=True, slots=True)
class Cache:
    """Bytes by key, in `folder`; without a folder it forgets everything."""

    folder: Path | None

    def get(self, key: str) -> bytes | None:
        """What was put under the key, or None; a damaged entry counts as none."""
        if self.folder is None:
            return None
        path = self._path(self.folder, key)
        try:
            entry = path.read_bytes()
        except OSError:
            return None
        # A rename without fsync can leave an empty or torn file after a power loss: each entry proves itself.
        if hashlib.sha256(entry[_DIGEST:]).digest() != entry[:_DIGEST]:
            return None
        with suppress(OSError):
            os.utime(path)  # so that what is in use is the last to go
        return entry[_DIGEST:]

    def put(self, key: str, data: bytes) -> None:
        """Keeps the bytes if it can; two writers of one key write the same bytes, so the last rename may win."""
        if self.folder is None:
            return
        with suppress(OSError):
            write_file(self._path(self.folder, key), hashlib.sha256(data).digest() + data)
            if key.endswith("00"):  # one in 256: looking at every entry each time would cost more than it saves
                self.shrink()

    def shrink(self, limit: int = LIMIT) -> None:
        """Removes the entries not used for longest until at most `limit` bytes are left."""
        if self.folder is None:
            return
        entries = []
        for path in self.folder.glob("??/*"):
            with suppress(OSError):
                state = path.stat()
                entries.append((state.st_mtime, state.st_size, path))
        total = sum(size for _, size, _ in entries)
        for _, size, path in sorted(entries):
            if total <= limit:
                break
            with suppress(OSError):
                path.unlink()
            total -= size

    @staticmethod
    def _path(folder: Path, key: str) -> Path:
        if len(key) != 64 or not set(key) <= set("0123456789abcdef"):
            raise ValueError(f"not a key made by content_key: {key!r}")
        return folder / key[:2] / key[2:]
