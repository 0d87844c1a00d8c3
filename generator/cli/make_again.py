"""`handouts make --watch`: what was made is made again after each save, and problems are shown, not raised."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import click

from generator.cli.report import show
from generator.problems import ContentError
from generator.watch import State, changes


def make_again(
    make: Callable[[], None], look: Callable[[], State], *, goes_on: Callable[[], bool] = lambda: True
) -> None:
    """Make once, and again after each change, until Ctrl-C or `goes_on` says no."""
    before = look()  # what is saved while it is made for the first time is a change
    attempt(make)
    click.echo("watching for changes; Ctrl-C ends it", err=True)
    with suppress(KeyboardInterrupt):
        for _ in changes(before, look, goes_on=goes_on):
            began = time.perf_counter()
            if attempt(make):
                click.echo(f"made again in {time.perf_counter() - began:.2f} s", err=True)


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
