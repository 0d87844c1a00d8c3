"""`handouts make --watch`: content files are looked at many times a second, and what was made is made again on a save.

By time of change and size, not by the operating system's notices: the same on every system, on network drives too, and
some fifty files cost less than a millisecond.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import click

from generator.cli.report import show
from generator.problems import ContentError

PAUSE = 0.05  # seconds between two looks
SETTLED = 0.02  # a file that an editor is still writing has another size a moment later
_FOLDERS = ("exercises", "routines", "clinics", "assets", "assets/logos")

State = Mapping[str, tuple[int, int]]


def state_of(roots: Iterable[Path], files: Iterable[Path] = ()) -> State:
    """Time of change and size of every file directly in the content folders of `roots`, and of single files."""
    found: dict[str, tuple[int, int]] = {}
    for root in roots:
        for folder in _FOLDERS:
            with suppress(OSError), os.scandir(root / folder) as entries:
                for entry in entries:
                    with suppress(OSError):  # gone again: editors write beside the file and rename
                        state = entry.stat()
                        found[entry.path] = (state.st_mtime_ns, state.st_size)
    for file in files:
        with suppress(OSError):
            state = file.stat()
            found[str(file)] = (state.st_mtime_ns, state.st_size)
    return found


def watch(make: Callable[[], None], look: Callable[[], State], *, goes_on: Callable[[], bool] = lambda: True) -> None:
    """Make once, and again after each change, until Ctrl-C or `goes_on` says no. Problems are shown, not raised."""
    before = look()
    attempt(make)
    click.echo("watching for changes; Ctrl-C ends it", err=True)
    with suppress(KeyboardInterrupt):
        while goes_on():
            time.sleep(PAUSE)
            now = look()
            if now == before:
                continue
            before = settled(now, look)
            began = time.perf_counter()
            if attempt(make):
                click.echo(f"made again in {time.perf_counter() - began:.2f} s", err=True)


def settled(state: State, look: Callable[[], State]) -> State:
    """The state once two looks agree; after a second it is taken as it is."""
    for _ in range(round(1 / SETTLED)):
        time.sleep(SETTLED)
        after = look()
        if after == state:
            break
        state = after
    return state


def attempt(make: Callable[[], None]) -> bool:
    """Make it, or say why not; a file made before stays as it is, since files are only ever replaced whole."""
    try:
        make()
    except ContentError as error:
        count = show(error.problems)
        click.echo(f"{count} problem{'s' if count != 1 else ''}; what was made before is kept.", err=True)
    except OSError as error:
        click.echo(f"{error.filename or 'file'}: {(error.strerror or str(error)).lower()}", err=True)
    except SystemExit:
        return False  # the message was shown where it ended
    else:
        return True
    return False
