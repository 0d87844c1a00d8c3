"""`handouts make`: one routine for one client, as a PDF with handout and chart."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.filing import file_away
from generator.cli.flags.content_flags import content_option
from generator.cli.flags.file_flags import file_ending, pdf_or_folder
from generator.cli.flags.form_flags import form_options, format_of
from generator.cli.flags.note_flags import at_note_options, check_length, note_options, noted
from generator.cli.flags.plan_flags import plan_options, prescribed_by, routine_argument, saved_plan
from generator.cli.flags.written_at import at_plan_options
from generator.cli.report import news, reporting, show
from generator.content.person import LONGEST, PSEUDONYM, PSEUDONYM_FORM
from generator.stopwatch import UNTIMED, Stopwatch

if TYPE_CHECKING:
    from generator.content.person import Person
    from generator.content.prescription import Prescription
    from generator.make import Master
    from generator.problems import Problem
    from generator.workshop import Workshop


@click.command(
    "make",
    epilog="""\b
Examples:
  handouts make hamstring-health
  handouts make hamstring-health --alternative chair --start 2026-11-23 --review 2026-12-21
  handouts make hip-hinge-foundations --option hamstring-pressure=ball --clinic summit-training
  handouts make back-care-stretches --drop foam-roll-hamstrings --set single-leg-deadlift.sets=3 --save-plan plan.yaml
  handouts make hip-hinge-foundations --swap stiff-leg-deadlift=sit-to-stand --side banded-hamstring-pump=left
  handouts make hamstring-health --phase strengthen=off --add seated-cat-cow@mobilise:1 --set seated-cat-cow.reps=6
  handouts make --exercises hip-hinge,cat-cow@daily --title "Bend well"
  handouts make hamstring-health --note "Mind the left knee." --note-for hip-hinge="Only to your knees."
  handouts make hamstring-health --only pocket --style large-print
  handouts make hip-hinge-foundations --only log --weeks 8
  handouts make hamstring-health --only copy --for "Ann Lee" --by "Sam Ortiz"
  handouts make --plan plan.yaml --for "Ann Lee" --style large-print -o prints/
  handouts make my-routine --content my-content --watch --open
""",
)
@routine_argument
@plan_options
@click.option("--for", "name", metavar="NAME", default="", help="Printed on the page, and nowhere else.")
@click.option("--by", metavar="NAME", default="", help="Who prepared it; printed on the page.")
@note_options
@click.option(
    "--pseudonym", metavar="CODE", default="", help="A number or code, never a name, for reading the chart back."
)
@click.option(
    "--save-plan", type=click.Path(dir_okay=False, path_type=Path), help="Also write the plan, without names and notes."
)
@form_options
@click.option("--archive", is_flag=True, help="Also PDF/A-2a, for keeping.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("."),
    help="A folder, or a file ending in .pdf. [default: here]",
)
@click.option(
    "--cells",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write where the boxes of chart or log are (JSON, mm), for reading it back.",
)
@click.option("--open", "open_it", is_flag=True, help="Show it when it is made.")
@click.option("--watch", is_flag=True, help="Make it again whenever you save a content file, until Ctrl-C.")
@click.option("--trace", "traced", is_flag=True, help="Say where the time went.")
@content_option
@reporting
def make_command(
    routine: tuple[str, ...],
    name: str,
    by: str,
    save_plan: Path | None,
    output: Path,
    open_it: bool,
    traced: bool,
    **more: Any,
) -> None:
    """Make a handout and a progress chart of ROUTINE, as one PDF.

    `handouts list routines` shows what there is.
    """
    if str(output) == "-":
        raise click.UsageError("a PDF is not written to the terminal: give a folder or a file with -o")
    pdf_or_folder(output)
    file_ending(save_plan, (".yaml", ".yml"), "--save-plan")
    file_ending(more["cells"], (".json",), "--cells")
    stopwatch = Stopwatch(time.perf_counter, before=time.process_time()) if traced else UNTIMED
    with stopwatch.stage("modules"):
        from generator.cache import Cache, user_folder
        from generator.content.library import load_library
        from generator.pictures.gallery import Gallery
        from generator.workshop import Workshop

    gallery = Gallery(Cache(user_folder()), lambda what: click.echo(f"drawing {what} ...", err=True))
    workshop = Workshop(load_library(*more["content"], stopwatch=stopwatch), gallery, stopwatch=stopwatch)

    shown: set[Path] = set()
    told: set[Problem] = set()

    def make(workshop: Workshop) -> None:
        path = _make(workshop, routine, name, by, save_plan, output, more, told)
        for line in stopwatch.take():
            click.echo(line, err=True)
        if open_it and path not in shown:
            shown.add(path)
            click.launch(str(path))

    def make_anew() -> None:
        stopwatch.take()  # nobody asks how long it waited
        make(workshop.with_library(load_library(*more["content"], stopwatch=stopwatch)))

    if not more["watch"]:
        make(workshop)
        return
    from generator.cli.make_again import make_again
    from generator.watch import state_of

    places = [place for folder in workshop.library.folders for place in folder.places()]
    make_again(make_anew, lambda: state_of(places, [more["plan_file"]] if more["plan_file"] else []))


def _make(
    workshop: Workshop,
    routine: tuple[str, ...],
    name: str,
    by: str,
    save_plan: Path | None,
    output: Path,
    flags: dict[str, Any],
    told: set[Problem],
) -> Path:
    """One file made and written. Raises `ContentError`; then nothing was written."""
    with workshop.stopwatch.stage("modules"):
        from generator.make import prepare, print_for
        from generator.store import write_file

    library = workshop.library
    saved = saved_plan(flags)
    with at_plan_options(flags):
        prescription = prescribed_by(flags, routine, library, saved)
    form = format_of(flags)
    notes = noted(saved, flags["note"], flags["note_for"])
    _check_person(name, by, flags["pseudonym"])
    person = replace(notes, name=name, by=by, pseudonym=flags["pseudonym"])
    with at_plan_options(flags), at_note_options():
        master = prepare(prescription, workshop, form, person)
        if prescription.is_unseen:
            _refuse(master, prescription, person, workshop)
        made = print_for(master, prescription, person, workshop)
    show(news(made.problems, told))
    with workshop.stopwatch.stage("file"):
        path = file_away(output, made)
    click.echo(str(path))
    if flags["cells"]:
        _write_cells(master, flags["cells"])
    if save_plan:
        write_file(save_plan, prescription.to_yaml().encode("utf-8"))
        click.echo(str(save_plan))
        if person.note or person.note_for:
            click.echo(f"{save_plan}: saved without notes, which are for one person only", err=True)
    return path


def _refuse(master: Master, prescription: Prescription, person: Person, workshop: Workshop) -> None:
    """Raises `ContentError`."""
    from generator.check.refusals import refuse

    with workshop.stopwatch.stage("checks"):
        refuse(master, prescription, person, workshop.library)


def _check_person(name: str, by: str, pseudonym: str) -> None:
    """What the page and the chart's code have room for; ends with usage."""
    check_length("--for", name, LONGEST["name"])
    check_length("--by", by, LONGEST["by"])
    if pseudonym and not PSEUDONYM.fullmatch(pseudonym):
        raise click.BadParameter(f"needs a code, {PSEUDONYM_FORM}", param_hint="--pseudonym")


def _write_cells(master: Master, path: Path) -> None:
    """Where the boxes of chart or log are, for reading a returned sheet; the same for everybody with this plan."""
    from generator.page.finished.sheet_json import sheet_json
    from generator.page.log.lay_out_log import log_json
    from generator.store import write_file

    if master.laid.sheet:
        boxes = sheet_json(master.laid.sheet)
    elif master.laid.log:
        boxes = log_json(master.laid.log)
    else:
        raise click.UsageError(f"--cells describes boxes, and --only {master.form.only} has none")
    write_file(path, (json.dumps(boxes, indent=1) + "\n").encode("utf-8"))
    click.echo(str(path))
