"""What one person is told, and no saved plan: the options, and how they become a `Person`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from generator.cli.flags.offered import F, together
from generator.content.person import LONGEST, LONGEST_NOTE_FOR
from generator.problems import ContentError, Problem, overlong

if TYPE_CHECKING:
    from generator.content.person import Person
    from generator.content.plan_file import PlanFile


def note_options(command: F) -> F:
    """`--note` and `--note-for`."""
    return together(
        command,
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
    )


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
        raise click.BadParameter(overlong(text, longest), param_hint=flag)
