"""`handouts make`: one routine for one client, as a PDF with handout and chart."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.filing import file_away
from generator.cli.report import fail, news, reporting, show
from generator.cli.shared_options import (
    at_note_options,
    body_option,
    check_length,
    content_option,
    dose_changes,
    file_ending,
    note_options,
    noted,
    one_of,
    pairs,
    pdf_or_folder,
    plan_options,
)
from generator.content.choices import DEFAULT_CLINIC, ChartKind, Half, Layout, StyleName
from generator.content.paper import Paper
from generator.content.person import LONGEST, PSEUDONYM, PSEUDONYM_FORM

if TYPE_CHECKING:
    from generator.content.library import Library
    from generator.content.plan_file import PlanFile
    from generator.content.prescription import Prescription
    from generator.make import Master
    from generator.page.format import Format
    from generator.problems import Problem
    from generator.workshop import Workshop


@click.command(
    "make",
    epilog="""\b
Examples:
  handouts make hamstring-health
  handouts make hamstring-health --alternative chair --start 2026-11-23 --review 2026-12-21
  handouts make hip-hinge-foundations --option hamstring-pressure=ball --clinic summit-training
  handouts make back-care-stretches --set single-leg-deadlift.dose.sets=3 --save-plan plan.yaml
  handouts make hamstring-health --note "Mind the left knee." --note-for hip-hinge="Only to your knees."
  handouts make --plan plan.yaml --for "Ann Lee" --style large-print -o prints/
  handouts make my-routine --content my-content --watch --open
""",
)
@click.argument("routine", required=False)
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
@click.option("--paper", type=one_of(Paper), help="[default: the clinic's]")
@click.option(
    "--layout",
    type=one_of(Layout),
    default=str(Layout.CARDS),
    show_default=True,
    help="Cards, or all on a page for the fridge.",
)
@click.option("--style", type=one_of(StyleName), default=str(StyleName.STANDARD), show_default=True)
@click.option(
    "--chart",
    type=one_of(ChartKind),
    default=str(ChartKind.STANDARD),
    show_default=True,
    help="How much the chart asks for.",
)
@body_option
@click.option("--only", type=one_of(Half), help="Leave the other part out.")
@click.option("--gutter", is_flag=True, help="20 mm of free margin for hole punching.")
@click.option("--duplex", is_flag=True, help="Tell the printer to print on both sides.")
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
    help="Also write where the chart's boxes are (JSON, mm), for reading it back.",
)
@click.option("--open", "open_it", is_flag=True, help="Show it when it is made.")
@click.option("--watch", is_flag=True, help="Make it again whenever you save a content file, until Ctrl-C.")
@content_option
@reporting
def make_command(
    routine: str | None, name: str, by: str, save_plan: Path | None, output: Path, open_it: bool, **more: Any
) -> None:
    """Make a handout and a 4-week chart of ROUTINE, as one PDF.

    `handouts list routines` shows what there is.
    """
    if str(output) == "-":
        raise click.UsageError("a PDF is not written to the terminal: give a folder or a file with -o")
    pdf_or_folder(output)
    file_ending(save_plan, (".yaml", ".yml"), "--save-plan")
    file_ending(more["cells"], (".json",), "--cells")
    from generator.cache import Cache, user_folder
    from generator.content.library import load_library
    from generator.pictures.gallery import Gallery
    from generator.workshop import Workshop

    gallery = Gallery(Cache(user_folder()), lambda what: click.echo(f"drawing {what} ...", err=True))
    workshop = Workshop(load_library(*more["content"]), gallery)

    shown: set[Path] = set()
    told: set[Problem] = set()

    def make(workshop: Workshop) -> None:
        path = _make(workshop, routine, name, by, save_plan, output, more, told)
        if open_it and path not in shown:
            shown.add(path)
            click.launch(str(path))

    def make_anew() -> None:
        make(workshop.with_library(load_library(*more["content"])))

    if not more["watch"]:
        make(workshop)
        return
    from generator.cli.watch import state_of, watch

    roots = [folder.root for folder in workshop.library.folders]
    watch(make_anew, lambda: state_of(roots, [more["plan_file"]] if more["plan_file"] else []))


def _make(
    workshop: Workshop,
    routine: str | None,
    name: str,
    by: str,
    save_plan: Path | None,
    output: Path,
    flags: dict[str, Any],
    told: set[Problem],
) -> Path:
    """One file made and written. Raises `ContentError`; then nothing was written."""
    from generator.make import prepare, print_for
    from generator.store import write_file

    library = workshop.library
    saved = saved_plan(flags)
    prescription = prescribed(library, routine, flags, saved)
    form = format_of(flags)
    notes = noted(saved, flags["note"], flags["note_for"])
    _check_person(name, by, flags["pseudonym"])
    person = replace(notes, name=name, by=by, pseudonym=flags["pseudonym"])
    with at_note_options():
        master = prepare(prescription, workshop, form, person)
        made = print_for(master, prescription, person, workshop)
    show(news(made.problems, told))
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


def _check_person(name: str, by: str, pseudonym: str) -> None:
    """What the page and the chart's code have room for; ends with usage."""
    check_length("--for", name, LONGEST["name"])
    check_length("--by", by, LONGEST["by"])
    if pseudonym and not PSEUDONYM.fullmatch(pseudonym):
        raise click.BadParameter(f"needs a code, {PSEUDONYM_FORM}", param_hint="--pseudonym")


def _write_cells(master: Master, path: Path) -> None:
    """Where the boxes of the chart are, for reading a returned sheet; the same for everybody with this plan."""
    from generator.page.chart.lay_out_chart import sheet_json
    from generator.store import write_file

    if master.sheet is None:
        raise click.UsageError("--cells describes the chart, and --only handout leaves it out")
    write_file(path, (json.dumps(sheet_json(master.sheet), indent=1) + "\n").encode("utf-8"))
    click.echo(str(path))


def saved_plan(flags: dict[str, Any]) -> PlanFile | None:
    """The plan file, if one is named. Raises `ContentError`."""
    from generator.content.checking import checked
    from generator.content.plan_file import PlanFile

    path = flags["plan_file"]
    return checked.load(PlanFile, read_text(path), str(path))[0] if path else None


def prescribed(library: Library, routine: str | None, flags: dict[str, Any], saved: PlanFile | None) -> Prescription:
    """The flags, laid over a saved plan if there is one. Raises `ContentError` or ends with usage."""
    from generator.content.checking import checked
    from generator.content.prescription import Prescription

    written: dict[str, Any] = {}
    if saved:
        written = saved.prescription.model_dump(mode="json", by_alias=True, exclude_unset=True)
    given = {
        "routine": routine,
        "clinic": flags["clinic"],
        "language": flags["language"],
        "side": flags["side"],
        "alternative": flags["alternative"],
        "start": flags["start"],
        "review": flags["review"],
        "options": written.get("options", {}) | pairs(flags["options"], "--option"),
        "dose": _doses(written.get("dose", {}), dose_changes(flags["changes"])),
    }
    written |= {key: value for key, value in given.items() if value}
    if "routine" not in written:
        raise click.UsageError("say which routine to make, or give a saved --plan; `handouts list routines` shows all")
    written.setdefault("clinic", DEFAULT_CLINIC)
    written["version"] = str(library.routine(written["routine"]).version)
    written.setdefault("language", str(library.clinic(written["clinic"]).locale))
    return checked.build(Prescription, written)


def format_of(flags: dict[str, Any]) -> Format:
    """How it goes on paper."""
    from generator.content.choices import ChartKind, Layout
    from generator.page.format import Format

    return Format(
        paper=flags["paper"],
        layout=Layout(flags["layout"]),
        style=flags["style"],
        chart=ChartKind(flags["chart"]),
        only=flags["only"] or "",
        gutter=20.0 if flags["gutter"] else 0.0,
        duplex=flags["duplex"],
        archive=flags["archive"],
        body=flags["body"],
    )


def read_text(path: Path) -> str:
    """A text file that the user named; ends with a message if it cannot be read."""
    from generator.content.folder import bounded

    try:
        return bounded(path)
    except FileNotFoundError:
        fail(f"{path}: there is no such file")


def _doses(saved: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """The plan's changes with those of the flags, which stand nearer: what one sets holds for all weeks."""
    kept = {name: _without_weeks_of(dose, changes.get(name, {})) for name, dose in saved.items()}
    return _laid_over(kept, changes)


def _without_weeks_of(dose: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    from generator.content.dose.dose import MEASURES

    taken = {name for said in (change, *change.get("weeks", {}).values()) for name in said}
    taken |= set(MEASURES) - {"hold"} if taken & set(MEASURES) - {"hold"} else set()
    weeks = {
        str(n): {name: value for name, value in week.items() if name not in taken}
        for n, week in dose.get("weeks", {}).items()
    }
    kept = {n: week for n, week in weeks.items() if week}
    return {name: value for name, value in dose.items() if name != "weeks"} | ({"weeks": kept} if kept else {})


def _laid_over(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    both = dict(base)
    for key, value in changes.items():
        inner = both.get(key)
        both[key] = _laid_over(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return both
