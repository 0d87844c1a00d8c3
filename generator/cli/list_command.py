"""`handouts list` and `handouts show`: what content there is, and what one piece of it says."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.flags.content_flags import content_option
from generator.cli.flags.offered import one_of
from generator.cli.report import reporting
from generator.content.choices import KINDS, Kind

if TYPE_CHECKING:
    from generator.content.library import Library


@click.command(
    "list", epilog="\b\nExamples:\n  handouts list\n  handouts list exercises\n  handouts list --format json"
)
@click.argument("kind", required=False, type=one_of(KINDS))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@content_option
@reporting
def list_command(kind: str | None, form: str, content: tuple[Path, ...]) -> None:
    """List routines, exercises and clinics."""
    from generator.content.library import load_library

    library = load_library(*content)
    kinds = (kind,) if kind else KINDS
    entries = {name: _entries(library, name) for name in kinds}
    if form == "json":
        click.echo(json.dumps(entries, ensure_ascii=False, indent=2))
        return
    for name, rows in entries.items():
        if not kind:
            click.echo(name.capitalize())
        width = max((len(row["id"]) for row in rows), default=0)
        for row in rows:
            click.echo(f"  {row['id']:<{width}}  {row['title']}")


def _entries(library: Library, kind: str) -> list[dict[str, str]]:
    if kind == "routines":
        return [{"id": name, "title": str(library.routine(name).title)} for name in library.routine_ids()]
    if kind == "exercises":
        return [{"id": name, "title": str(library.exercise(name).name)} for name in library.exercise_ids()]
    return [{"id": name, "title": str(library.clinic(name).name)} for name in library.clinic_ids()]


@click.command(
    "show",
    epilog="""
Examples:
  handouts show hamstring-health
  handouts show hip-hinge > my-content/exercises/hip-hinge.yaml
  handouts show hip-hinge --format json
""",
)
@click.argument("name", metavar="ID")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@content_option
@reporting
def show_command(name: str, form: str, content: tuple[Path, ...]) -> None:
    """Show a routine, exercise or clinic: its YAML file as it is written, ready to be copied.

    The file it comes from is named on standard error.
    """
    from generator.content.library import load_library

    library = load_library(*content)
    kind = _kind_of(library, name)
    model = library.value(kind, name)
    path = library.path(kind, name)
    if form == "json":
        data = {"file": str(path), "id": name, **model.model_dump(mode="json", exclude_unset=True)}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    click.echo(path, err=True)
    text = library.text(kind, name)
    # Into a file go the bytes of the file, whatever a terminal here could show.
    click.echo(text if sys.stdout.isatty() else text.encode("utf-8"), nl=False)


def _kind_of(library: Library, name: str) -> Kind:
    from generator.content.checking.fault_words import near
    from generator.problems import ContentError, Problem

    for kind in KINDS:
        if name in library.ids(kind):
            return kind
    known = [known for kind in KINDS for known in library.ids(kind)]
    meant = near(name, known)
    hint = f"did you mean {meant}?" if meant else "`handouts list` shows all there is"
    raise ContentError([Problem(f'there is nothing called "{name}"', hint=hint)])
