"""What becomes a `Prescription`: the options, and how their texts become its values."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.flags.edit_flags import edit_options, edits_of
from generator.cli.flags.offered import F, one_of, together
from generator.content.choices import DEFAULT_CLINIC
from generator.content.plan_length import LENGTHS, USUAL

if TYPE_CHECKING:
    from generator.content.library import Library
    from generator.content.plan_file import PlanFile
    from generator.content.prescription import Prescription

AS_WRITTEN = ("clinic", "language", "alternative", "weeks", "weeks_off", "start", "review")


def plan_options(command: F) -> F:
    """What becomes a Prescription."""
    return together(
        command,
        click.option("--clinic", envvar="HANDOUTS_CLINIC", help=f"Whose handout it is. [default: {DEFAULT_CLINIC}]"),
        click.option(
            "--plan",
            "plan_file",
            type=click.Path(dir_okay=False, path_type=Path),
            help="A saved plan to start from.",
        ),
        click.option("--weeks", type=one_of(map(str, LENGTHS)), help=f"How many weeks it lasts. [default: {USUAL}]"),
        click.option("--weeks-off", metavar="WEEKS", help="Weeks in which nothing is done, such as 4 or 4,8."),
        click.option("--start", metavar="DATE", help="First day, such as 2026-11-23; without it days are numbered."),
        click.option("--review", metavar="DATE", help="Next visit."),
        click.option("--language", metavar="TAG", help="Such as en-GB. [default: the clinic's]"),
        click.option("--alternative", metavar="NAME", help="A named alternative of the routine, such as chair."),
        edit_options,
    )


def saved_plan(flags: dict[str, Any]) -> PlanFile | None:
    """The plan file, if one is named. Raises `ContentError`."""
    from generator.content.plan_file import load_plan

    return load_plan(flags["plan_file"]) if flags["plan_file"] else None


def routine_argument(command: F) -> F:
    """Which routine, or several that make one programme."""
    return click.argument("routine", nargs=-1, metavar="[ROUTINE[@WHEN]]...")(command)


def prescribed_by(
    flags: dict[str, Any], routine: tuple[str, ...], library: Library, saved: PlanFile | None
) -> Prescription:
    """The flags, laid over a saved plan if there is one. Raises `ContentError` or ends with usage."""
    from generator.content.prescribe import prescribed

    asked = {key: flags[key] for key in AS_WRITTEN} | edits_of(flags)
    if not routine and not saved and not asked["exercises"]:
        hint = "`handouts list routines` shows all; --exercises ID,ID makes a programme of exercises alone"
        raise click.UsageError(f"say which routine to make, or give a saved --plan; {hint}")
    if asked["exercises"] and not (saved and saved.issued):
        asked["issued"] = date.today().isoformat()
    return prescribed(library, {"routine": _one_or_several(routine), **asked}, saved)


def _one_or_several(routine: tuple[str, ...]) -> str | list[str] | None:
    if len(routine) == 1 and "@" not in routine[0]:
        return routine[0]
    return list(routine) or None
