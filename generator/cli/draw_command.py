"""`handouts draw`: an exercise's figure as a picture file, with what the author of a pose needs to see."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.flags.content_flags import content_option
from generator.cli.flags.form_flags import body_option
from generator.cli.flags.offered import one_of
from generator.cli.report import USAGE, fail, reporting
from generator.content.choices import StyleName

if TYPE_CHECKING:
    from generator.content.exercise import Exercise
    from generator.content.library import Library
    from generator.figure.scene.illustration import Illustration
    from generator.shapes.drawing import Drawing


@click.command(
    "draw",
    epilog="""\b
Examples:
  handouts draw hip-hinge -o hip-hinge.svg
  handouts draw my-content/exercises/wall-sit.yaml -o pose.png --bones
  handouts draw hamstring-pressure --option ball --body older-woman -o ball.pdf
  handouts draw --all -o sheet.pdf
""",
)
@click.argument("what", metavar="ID|FILE", required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file ending in .svg, .png or .pdf.",
)
@click.option("--option", metavar="VARIANT", help="This variant of the exercise.")
@body_option
@click.option("--side", type=one_of(("right", "left")), default="right", show_default=True)
@click.option(
    "--style", type=one_of((StyleName.STANDARD, StyleName.MONO)), default=str(StyleName.STANDARD), show_default=True
)
@click.option("--bones", is_flag=True, help="The skeleton over it, and the angles that were found.")
@click.option("--all", "everything", is_flag=True, help="A contact sheet of every exercise.")
@click.option(
    "--ahead", type=click.Path(file_okay=False, path_type=Path), help="Draw all that is new or stale into this folder."
)
@content_option
@reporting
def draw_command(
    what: str | None,
    output: Path | None,
    option: str | None,
    body: str,
    side: str,
    style: str,
    bones: bool,
    everything: bool,
    ahead: Path | None,
    content: tuple[Path, ...],
) -> None:
    """Draw the figure of an exercise, by its id or from its file."""
    from generator.content.library import load_library
    from generator.draw import ENDINGS, picture_bytes
    from generator.store import write_file
    from generator.workshop import Workshop

    library = load_library(*content)
    if ahead:
        _draw_ahead(library, ahead)
        return
    if output is None or output.suffix.lower() not in ENDINGS:
        raise click.UsageError("say where to: -o FILE ending in .svg, .png or .pdf")
    if everything == bool(what):
        raise click.UsageError("give one exercise (its id or file), or --all")
    if everything:
        drawing, title = _sheet(library), "All exercises"
    else:
        name, exercise = _exercise(library, what or "", option)
        illustration = _illustration(exercise, name, body, bones, side == "left")
        drawing, title = _joined(illustration), str(exercise.name)
        if bones:
            from generator.figure.scene.contact_sheet import angles_text

            click.echo(angles_text(illustration), err=True)
    workshop = Workshop(library)
    write_file(output, picture_bytes(drawing, title, output.suffix.lower(), style, workshop))
    click.echo(str(output))


def _exercise(library: Library, what: str, option: str | None) -> tuple[str, Exercise]:
    """By id, or read from a file."""
    from generator.content.checking import checked
    from generator.content.exercise import Exercise
    from generator.content.folder import read_text

    path = Path(what)
    if path.suffix in (".yaml", ".yml") or path.is_file():
        exercise, _ = checked.load(Exercise, read_text(path), str(path))
    else:
        exercise = library.exercise(what)
    if option:
        if option not in exercise.variants:
            known = ", ".join(exercise.variants) or "none"
            fail(f'{what} has no variant "{option}"', f"it has: {known}", USAGE)
        exercise = exercise.option(option)
    if exercise.figure is None:
        fail(f"{what} has no figure", "add figure: to its file; handouts/POSING.md teaches how")
    return path.stem, exercise


def _illustration(exercise: Exercise, name: str, body: str, bones: bool, mirrored: bool) -> Illustration:
    """Drawn now, whatever the cache has; what the author should know is shown."""
    from generator.content.figure.figure_spec import plain
    from generator.figure.engine import draw_figure, draw_with_bones

    if exercise.figure is None:
        raise ValueError(f"{name} has no figure")
    wanted = plain(exercise.figure)
    try:
        illustration = (
            draw_with_bones(wanted, body or None)
            if bones
            else draw_figure(wanted, body=body or None, mirrored=mirrored)
        )
    except ValueError as error:
        fail(f"{name}: {error}")
    for finding in illustration.findings:
        click.echo(f"{name}: {finding}", err=True)
    return illustration


def _joined(illustration: Illustration) -> Drawing:
    from generator.figure.scene.contact_sheet import side_by_side

    return side_by_side(illustration.frames)


def _sheet(library: Library) -> Drawing:
    """Every exercise and variant, from what is drawn already where there is any."""
    from generator.cache import Cache, user_folder
    from generator.content.figure.figure_spec import plain
    from generator.figure.scene.contact_sheet import contact_sheet
    from generator.figure.scene.illustration import Illustration
    from generator.pictures.figures import figure_of, label, library_figures

    cache = Cache(user_folder())
    figures = []
    with click.progressbar(list(library_figures(library)), label="Drawing", file=sys.stderr) as waiting:
        for name, option, spec in waiting:
            figures.append((label(name, option), Illustration(figure_of(name, option, plain(spec), cache).frames)))
    return contact_sheet(figures)


def _draw_ahead(library: Library, folder: Path) -> None:
    """One file for each figure of the library."""
    from generator.draw import draw_ahead
    from generator.pictures.figures import library_figures

    count = sum(1 for _ in library_figures(library))
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    with click.progressbar(draw_ahead(library, folder), length=count, label="Drawing", file=sys.stderr) as figures:
        made = [path for _, path in figures if path]
    for path in made:
        click.echo(str(path))
