"""Files looked at many times a second, to do something again whenever one was saved.

By time of change and size, not by the operating system's notices: the same on every system, on network drives too, and
some fifty files cost less than a millisecond.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

PAUSE = 0.05  # seconds between two looks
SETTLED = 0.02  # a file that an editor is still writing has another size a moment later

State = Mapping[str, tuple[int, int]]


def state_of(folders: Iterable[Path], files: Iterable[Path] = ()) -> State:
    """Time of change and size of every file directly in `folders`, and of single files."""
    found: dict[str, tuple[int, int]] = {}
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                with suppress(OSError):  # gone again: editors write beside the file and rename
                    state = entry.stat()
                    found[entry.path] = (state.st_mtime_ns, state.st_size)
    for file in files:
        with suppress(OSError):
            state = file.stat()
            found[str(file)] = (state.st_mtime_ns, state.st_size)
    return found


def changes(before: State, look: Callable[[], State], *, goes_on: Callable[[], bool] = lambda: True) -> Iterator[None]:
    """Yields after each change since the state `before`, once the files are whole, until `goes_on` says no."""
    while goes_on():
        time.sleep(PAUSE)
        now = look()
        if now != before:
            before = settled(now, look)
            yield


def settled(state: State, look: Callable[[], State]) -> State:
    """The state once two looks agree; after a second it is taken as it is."""
    for _ in range(round(1 / SETTLED)):
        time.sleep(SETTLED)
        after = look()
        if after == state:
            break
        state = after
    return state
