"""What becomes a `Prescription`: the options, and how their texts become its values."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.flags.offered import F, one_of, together
from generator.content.choices import DEFAULT_CLINIC, TRAINED_SIDES
from generator.content.plan_length import LENGTHS, USUAL

if TYPE_CHECKING:
    from generator.content.library import Library
    from generator.content.plan_file import PlanFile
    from generator.content.prescription import Prescription

_AS_WRITTEN = ("clinic", "language", "side", "alternative", "weeks", "start", "review")


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
        click.option("--start", metavar="DATE", help="First day, such as 2026-11-23; without it days are numbered."),
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
            help="Change a dose, such as hip-hinge.dose.sets=3; a list in brackets and quotes, such as "
            '"hip-hinge.dose.progression=[{reps: 10}, {reps: 12}]".',
        ),
    )


def saved_plan(flags: dict[str, Any]) -> PlanFile | None:
    """The plan file, if one is named. Raises `ContentError`."""
    from generator.content.plan_file import load_plan

    return load_plan(flags["plan_file"]) if flags["plan_file"] else None


def prescribed_by(flags: dict[str, Any], routine: str | None, library: Library, saved: PlanFile | None) -> Prescription:
    """The flags, laid over a saved plan if there is one. Raises `ContentError` or ends with usage."""
    from generator.content.prescribe import prescribed

    if not routine and not saved:
        raise click.UsageError("say which routine to make, or give a saved --plan; `handouts list routines` shows all")
    asked = {key: flags[key] for key in _AS_WRITTEN}
    options, dose = pairs(flags["options"], "--option"), dose_changes(flags["changes"])
    return prescribed(library, {"routine": routine, **asked, "options": options, "dose": dose}, saved)


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
    """`exercise.dose.field=value` texts as nested data, values as YAML reads them. Raises `click.BadParameter`."""
    from generator.source.reader import value_of

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
            inner[keys[-1]] = value_of(text)
        except ValueError as error:
            raise click.BadParameter(f"{path}: {error}", param_hint="--set") from None
    return changes
