"""`handouts plan`, `record` and `diff`: the plan in a terminal, a calendar, the clinic's notes, and compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.flags.content_flags import content_option
from generator.cli.flags.edit_flags import edit_options, edits_of
from generator.cli.flags.file_flags import file_ending
from generator.cli.flags.note_flags import at_note_options, note_options, noted
from generator.cli.flags.plan_flags import AS_WRITTEN, plan_options, prescribed_by, routine_argument, saved_plan
from generator.cli.flags.written_at import at_plan_options
from generator.cli.report import reporting, show

if TYPE_CHECKING:
    from generator.content.library import Library
    from generator.content.plan_file import PlanFile
    from generator.language.wording import Wording
    from generator.plan import Plan


def _planned(routine: tuple[str, ...], flags: dict[str, Any], saved: PlanFile | None) -> tuple[Plan, Wording, Library]:
    from generator.content.library import load_library
    from generator.language.wording import load_wording
    from generator.plan import plan_weeks, remarks

    library = load_library(*flags["content"])
    with at_plan_options(flags):
        plan = plan_weeks(prescribed_by(flags, routine, library, saved), library)
    show(replace(problem, excerpt=library.excerpt(problem.place)) for problem in remarks(plan))
    return plan, load_wording(plan.language), library


def _written(text: str, output: Path | None) -> None:
    from generator.store import write_file

    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        write_file(output, text.encode("utf-8"))
        click.echo(str(output))


_output = click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file, not the terminal."
)


@click.command(
    "plan",
    epilog="""\b
Examples:
  handouts plan hamstring-health
  handouts plan hamstring-health --explain             where each number comes from
  handouts plan ten-minute-follow-along --format json
  handouts plan hamstring-health --start 2026-11-23 --format ics -o exercises.ics
""",
)
@routine_argument
@plan_options
@click.option("--format", "form", type=click.Choice(["text", "json", "ics"]), default="text", show_default=True)
@click.option("--explain", is_flag=True, help="Say of each field of each dose where it comes from.")
@_output
@content_option
@reporting
def plan_command(routine: tuple[str, ...], form: str, explain: bool, output: Path | None, **flags: Any) -> None:
    """Show the weeks of ROUTINE: days, doses, what changes; or as JSON or a calendar."""
    from generator import export

    file_ending(output, {"text": (".txt", ".md"), "json": (".json",), "ics": (".ics",)}[form])
    if explain and form != "text":
        raise click.UsageError("--explain goes with --format text")
    if form == "ics" and not (flags["start"] or flags["plan_file"]):
        raise click.UsageError("a calendar needs dates: add --start 2026-11-23")
    plan, wording, library = _planned(routine, flags, saved_plan(flags))
    if form == "text":
        _written(export.plan_text(plan, wording, library if explain else None), output)
    else:
        _written({"json": export.plan_json, "ics": export.calendar_text}[form](plan, wording), output)


@click.command(
    "record",
    epilog="""\b
Examples:
  handouts record hamstring-health --start 2026-11-23 --by "J. Doe"
  handouts record --plan plan.yaml -o record.txt
""",
)
@routine_argument
@plan_options
@click.option("--by", metavar="NAME", default="", help="Who prepared it.")
@note_options
@_output
@content_option
@reporting
def record_command(routine: tuple[str, ...], by: str, output: Path | None, **flags: Any) -> None:
    """Print a plain-text copy of what was given, notes to the client included, for the clinic's notes.

    What is otherwise than in the routine is said at the end.
    """
    from generator import export
    from generator.plan import plan_weeks

    file_ending(output, (".txt", ".md"))
    saved = saved_plan(flags)
    plan, wording, library = _planned(routine, flags, saved)
    as_written = plan.prescription.as_written
    unchanged = plan_weeks(as_written, library) if as_written and plan.code else None
    notes = noted(saved, flags["note"], flags["note_for"])
    with at_note_options():
        text = export.record_text(plan, wording, by, notes.note, notes.note_for, unchanged)
    _written(text, output)


@click.command(
    "diff",
    epilog="""\b
Examples:
  handouts diff plan-november.yaml plan-december.yaml
  handouts diff hamstring-health plan-november.yaml      what a plan changes of its routine
  handouts diff plan-november.yaml --drop deadlift       what options would change
""",
)
@click.argument("old", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("new", required=False, type=click.Path(dir_okay=False, path_type=Path))
@edit_options
@content_option
@reporting
def diff_command(old: Path, new: Path | None, content: tuple[Path, ...], **flags: Any) -> None:
    """Say in words what changed from the saved plan OLD, or the routine of that id, to the saved plan NEW.

    Options are laid over NEW; without it over OLD.
    """
    from generator import export
    from generator.content.library import load_library
    from generator.language.wording import load_wording

    edits = any(flags.values())
    if new is None and not edits:
        raise click.UsageError("say which saved plan to compare it with, or with options what would change")
    library = load_library(*content)
    before = None if _is_routine(old, library) else _saved(old, library)
    after = _edited(new or old, library, flags) if edits else _saved(new or old, library)
    before = before or _as_it_is(str(old), after, library)
    _written(export.diff_text(before, after, load_wording(after.language)), None)


def _is_routine(path: Path, library: Library) -> bool:
    return not path.exists() and str(path) in library.routine_ids()


def _saved(path: Path, library: Library) -> Plan:
    from generator.content.plan_file import load_plan
    from generator.plan import plan_weeks

    return plan_weeks(load_plan(path).prescription, library)


def _edited(path: Path, library: Library, flags: dict[str, Any]) -> Plan:
    """The saved plan, or the routine of that id, with what options say."""
    from generator.content.plan_file import load_plan
    from generator.content.prescribe import prescribed
    from generator.plan import plan_weeks

    plan_file = None if _is_routine(path, library) else path
    saved = load_plan(plan_file) if plan_file else None
    asked = edits_of(flags) if saved else {"routine": str(path), **edits_of(flags)}
    with at_plan_options({**dict.fromkeys(AS_WRITTEN), **flags, "plan_file": plan_file}):
        return plan_weeks(prescribed(library, asked, saved), library)


def _as_it_is(routine: str, other: Plan, library: Library) -> Plan:
    """The plan of a routine without changes, in all else like another plan."""
    from generator.plan import plan_weeks

    like = other.prescription.as_written or other.prescription
    kept = like.model_dump(include={"clinic", "language", "weeks", "start", "review"}, exclude_unset=True)
    return plan_weeks(type(like).model_validate({**kept, "routine": routine}), library)
