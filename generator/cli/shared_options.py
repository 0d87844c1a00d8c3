"""Options that several commands share, and how their texts become plain data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.content.choices import DEFAULT_CLINIC, OTHER_BODIES, TRAINED_SIDES
from generator.content.person import LONGEST, LONGEST_NOTE_FOR
from generator.problems import ContentError, Problem

if TYPE_CHECKING:
    from generator.content.person import Person
    from generator.content.plan_file import PlanFile

# What looks like the kind of a file; `prints.2026` is a folder.
FILE_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")

F = TypeVar("F", bound=Callable[..., Any])

# Spelt without a blank that one would have to quote.
_BODIES = {body.replace(" ", "-"): body for body in OTHER_BODIES}


def one_of(choices: Iterable[str]) -> click.Choice[str]:
    """The type of an option; as plain texts, since click would show the names of an enumeration's members."""
    return click.Choice([str(choice) for choice in choices])


def content_option(command: F) -> F:
    """`--content`: a clinic's own folders over the bundled library."""
    return click.option(
        "--content",
        "content",
        multiple=True,
        envvar="HANDOUTS_CONTENT",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="Your own content folder (exercises/, routines/, clinics/); its files come before the bundled ones. "
        "May be given more than once. [env: HANDOUTS_CONTENT]",
    )(command)


def body_option(command: F) -> F:
    """`--body`: who is drawn."""

    def spelt(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
        return _BODIES[value] if value else ""

    return click.option(
        "--body", type=one_of(_BODIES), callback=spelt, help="Draw another person than the exercise names."
    )(command)


def file_ending(output: Path | None, endings: tuple[str, ...], flag: str = "--output") -> None:
    """A file is called after what is in it. Raises `click.BadParameter` for a name that says something else."""
    if output is not None and output.suffix.lower() not in ("", *endings):
        allowed = " or ".join(endings)
        raise click.BadParameter(
            f'"{output.name}" is not what will be in it: give a name that ends in {allowed}', param_hint=flag
        )


def pdf_or_folder(output: Path) -> None:
    """A folder that is not there yet has no ending like a file's. Raises `click.BadParameter`."""
    if not output.is_dir() and FILE_ENDING.search(output.name):
        file_ending(output, (".pdf",))


def plan_options(command: F) -> F:
    """What becomes a Prescription."""
    for option in reversed(
        [
            click.option(
                "--clinic", envvar="HANDOUTS_CLINIC", help=f"Whose handout it is. [default: {DEFAULT_CLINIC}]"
            ),
            click.option(
                "--plan",
                "plan_file",
                type=click.Path(dir_okay=False, path_type=Path),
                help="A saved plan to start from.",
            ),
            click.option(
                "--start", metavar="DATE", help="First day, such as 2026-11-23; without it days are numbered."
            ),
            click.option("--review", metavar="DATE", help="Next visit."),
            click.option("--language", metavar="TAG", help="Such as en-GB. [default: the clinic's]"),
            click.option("--side", type=one_of(TRAINED_SIDES), help="Only this side of one-sided exercises."),
            click.option("--alternative", metavar="NAME", help="A named alternative of the routine, such as chair."),
            click.option(
                "--option", "options", multiple=True, metavar="EXERCISE=VARIANT", help="Pick a variant of an exercise."
            ),
            click.option(
                "--set",
                "changes",
                multiple=True,
                metavar="EXERCISE.dose.FIELD=VALUE",
                help="Change a dose, such as hip-hinge.dose.sets=3.",
            ),
        ]
    ):
        command = option(command)
    return command


def note_options(command: F) -> F:
    """What one person is told, and no saved plan."""
    for option in reversed(
        [
            click.option(
                "--note",
                metavar="TEXT",
                default="",
                help=f"A note to the client, in a frame on page 1: up to {LONGEST['note']} characters.",
            ),
            click.option(
                "--note-for",
                multiple=True,
                metavar="EXERCISE=TEXT",
                help=f"A note on an exercise's card and row of the chart: up to {LONGEST_NOTE_FOR} characters.",
            ),
        ]
    ):
        command = option(command)
    return command


def noted(saved: PlanFile | None, note: str, note_for: tuple[str, ...]) -> Person:
    """The notes of the options, laid over those that stand in a plan file. Raises `click.BadParameter`."""
    from generator.content.person import Person

    given: dict[str, str] = {}
    for written in note_for:
        exercise, _, text = (part.strip() for part in written.partition("="))
        # What a note says is not told: terminals are logged.
        if not exercise or not text:
            raise click.BadParameter("needs EXERCISE=TEXT", param_hint="--note-for")
        if exercise in given:
            raise click.BadParameter(f"{exercise} has two notes", param_hint="--note-for")
        given[exercise] = text
        check_length(f"--note-for {exercise}", text, LONGEST_NOTE_FOR)
    check_length("--note", note, LONGEST["note"])
    if saved is None:
        return Person(note=note, note_for=given)
    return Person(note=note or saved.note or "", note_for={**saved.note_for, **given})


@contextmanager
def at_note_options() -> Iterator[None]:
    """A problem of a note that is not from a plan file names its option."""
    try:
        yield
    except ContentError as error:
        raise ContentError([_at_note_option(problem) for problem in error.problems]) from None


def _at_note_option(problem: Problem) -> Problem:
    option, _, exercise = problem.path.partition(".")
    if problem.place or option not in ("note", "note_for"):
        return problem
    return replace(problem, path=f"--{option} {exercise}".replace("_", "-").strip())


def check_length(flag: str, text: str, longest: int) -> None:
    """The page has room for so much. Raises `click.BadParameter`."""
    if len(text) > longest:
        raise click.BadParameter(f"has {len(text):,} characters, the most allowed is {longest}", param_hint=flag)


def pairs(values: tuple[str, ...], flag: str) -> dict[str, str]:
    """`a=b` texts as a mapping. Raises `click.BadParameter`."""
    result = {}
    for value in values:
        key, equals, text = value.partition("=")
        if not equals or not key or not text:
            raise click.BadParameter(f"needs NAME=VALUE, not {value!r}", param_hint=flag)
        result[key.strip()] = text.strip()
    return result


def dose_changes(values: tuple[str, ...]) -> dict[str, Any]:
    """`exercise.dose.field=value` texts as nested data, scalars as YAML reads them. Raises `click.BadParameter`."""
    from generator.source.scalar import UnusableNumber, resolve

    changes: dict[str, Any] = {}
    for path, text in pairs(values, "--set").items():
        exercise, *keys = path.split(".")
        if keys[:1] != ["dose"] or len(keys) < 2 or not all(keys):
            hint = f"needs EXERCISE.dose.FIELD=VALUE, not {path}={text}"
            raise click.BadParameter(hint, param_hint="--set")
        inner = changes.setdefault(exercise, {})
        for key in keys[1:-1]:
            inner = inner.setdefault(key, {})
            if not isinstance(inner, dict):
                raise click.BadParameter(f"{path} is set twice in two ways", param_hint="--set")
        try:
            inner[keys[-1]] = resolve(text)
        except UnusableNumber as error:
            raise click.BadParameter(str(error), param_hint="--set") from None
    return changes
