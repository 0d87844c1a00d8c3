"""How options are declared: the type of one that offers a few words, and several that go together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def one_of(choices: Iterable[str]) -> click.Choice[str]:
    """As plain texts, since click would show the names of an enumeration's members."""
    return click.Choice([str(choice) for choice in choices])


def together(command: F, *options: Callable[[F], F]) -> F:
    """The command with all these options, in this order."""
    for option in reversed(options):
        command = option(command)
    return command
