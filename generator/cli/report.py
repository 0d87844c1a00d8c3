"""How a command ends: problems on standard error, and the exit code that goes with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import NoReturn, ParamSpec

import click

from generator.problems import ContentError, Problem, Severity

P = ParamSpec("P")

CONTENT = 1
USAGE = 2


def show(problems: Iterable[Problem]) -> int:
    """Show problems in reading order, each once; returns how many are errors."""
    ordered = sorted(dict.fromkeys(problems), key=Problem.sort_key)
    for problem in ordered:
        click.echo(str(problem), err=True)
    return sum(problem.severity is Severity.ERROR for problem in ordered)


def news(problems: Iterable[Problem], told: set[Problem]) -> list[Problem]:
    """Problems that the user can mend, and that a sheet is a sample only once; what is said is noted in `told`.

    A warning about bundled content is the tool's business, and `handouts check` has it; not so one about the plan.
    """
    from generator.assets import is_bundled

    new = []
    for problem in problems:
        is_theirs = problem.severity is Severity.ERROR or not problem.place or not is_bundled(problem.place.file)
        is_theirs = is_theirs or problem.rule == "beyond-plan"
        if is_theirs and not (problem.rule == "sample" and problem in told):
            new.append(problem)
    told.update(new)
    return new


def fail(message: str, hint: str = "", code: int = CONTENT) -> NoReturn:
    """End with one message."""
    click.echo(message + (f"\n  hint: {hint}" if hint else ""), err=True)
    raise SystemExit(code)


def reporting(command: Callable[P, None]) -> Callable[P, None]:
    """Content problems and files that cannot be written end a command with a message; a bug stays a traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except ContentError as error:
            count = show(error.problems)
            click.echo(f"{count} problem{'s' if count != 1 else ''}; nothing was written.", err=True)
            raise SystemExit(CONTENT) from None
        except BrokenPipeError:
            raise SystemExit(CONTENT) from None
        except OSError as error:
            fail(f"{error.filename or 'file'}: {(error.strerror or str(error)).lower()}")

    return run
