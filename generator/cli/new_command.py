"""`handouts new` and `handouts schema`: files to start from, and what lets an editor complete and check them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.flags.content_flags import content_option
from generator.cli.flags.offered import one_of
from generator.cli.report import CONTENT, fail, reporting
from generator.content.choices import FOLDER_OF
from generator.problems import ContentError

if TYPE_CHECKING:
    from generator.content.library import Library

# Where a file of each kind goes; a roster is no content.
FOLDERS = {**FOLDER_OF, "roster": ""}
ENDINGS = {"roster": ".csv"}
SCHEMAS = (*FOLDER_OF, "plan")


@click.command(
    "new",
    epilog="""\b
Examples:
  handouts new exercise wall-sit -o my-content
  handouts new clinic hill -o my-content
  handouts new routine after-work --from hamstring-health -o my-content      a copy under another name
  handouts new routine after-work --from plan.yaml -o my-content             what a saved plan gives, as a routine
""",
)
@click.argument("kind", type=one_of(FOLDERS))
@click.argument("name")
@click.option(
    "-o",
    "--output",
    "output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("."),
    show_default=True,
    help="Your content folder; the file goes into its exercises/, routines/ or clinics/, a roster into itself.",
)
@click.option(
    "--from",
    "original",
    metavar="ID",
    help="A copy of this one, bundled or your own; a routine also of a saved plan.",
)
@click.option("--force", is_flag=True, help="Write over a file that is already there.")
@content_option
@reporting
def new_command(
    kind: str, name: str, output: Path, original: str | None, force: bool, content: tuple[Path, ...]
) -> None:
    """Write a commented file to start from, under the name NAME.

    Pictures that a copied exercise shows are copied too.
    """
    from generator.assets import asset
    from generator.content.fields import as_id
    from generator.store import write_file

    stem = as_id(name)
    ending = ENDINGS.get(kind, ".yaml")
    path = output / FOLDERS[kind] / f"{stem}{ending}"
    if path.exists() and not force:
        fail(f"{path} is already there", "choose another name, or add --force to write over it", CONTENT)
    title = name.replace("-", " ").strip().capitalize() if name == stem else name.strip()
    if original:
        text = _copied(kind, original, title, path.parent, content)
    else:
        template = asset("templates", f"{kind}{ending}").read_text("utf-8")
        text = template.replace("{title}", json.dumps(title, ensure_ascii=False))
    write_file(path, text.encode("utf-8"))
    click.echo(str(path))


def _copied(kind: str, original: str, title: str, folder: Path, content: tuple[Path, ...]) -> str:
    """The file of another one under a new name; its pictures are put into `folder`. Raises `ContentError`."""
    from generator.content.copying import pictures_of, renamed
    from generator.content.library import load_library
    from generator.store import write_file

    folder_kind = FOLDER_OF.get(kind)
    if folder_kind is None:
        raise click.UsageError("--from copies an exercise, a routine or a clinic")
    library = load_library(*content)
    if kind == "routine" and original not in library.routine_ids() and Path(original).suffix in (".yaml", ".yml"):
        return _of_plan(Path(original), title, library)
    text = renamed(library, folder_kind, original, title)
    for name, picture in pictures_of(library, folder_kind, original):
        if not (folder / name).exists():
            write_file(folder / name, picture.read_bytes())
    return text


def _of_plan(path: Path, title: str, library: Library) -> str:
    """The routine that a saved plan gives. Raises `ContentError`."""
    from generator.content.checking.plan_places import in_plan_file
    from generator.content.folder import read_text, shown
    from generator.content.plan_file import load_plan
    from generator.content.written import yaml_text
    from generator.plan import template_of
    from generator.source.reader import scan

    plan = load_plan(path).prescription
    try:
        return yaml_text(template_of(plan, library, title))
    except ContentError as error:
        document = scan(read_text(path), shown(path))[0]
        raise ContentError([in_plan_file(problem, document) for problem in error.problems]) from None


@click.command("schema", epilog="\b\nExamples:\n  handouts schema -o schemas\n  handouts schema exercise")
@click.argument("kind", required=False, type=one_of(SCHEMAS))
@click.option(
    "-o",
    "--output",
    "output",
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder for all schemas, one file each.",
)
@reporting
def schema_command(kind: str | None, output: Path | None) -> None:
    """Print the JSON Schemas of the YAML files, so that editors complete and check them."""
    from generator.content.schema import json_schema
    from generator.store import write_file

    chosen = {name: json_schema(name) for name in SCHEMAS if kind in (None, name)}
    if output is None:
        click.echo(json.dumps(chosen[kind] if kind else chosen, ensure_ascii=False, indent=2))
        return
    for name, schema in chosen.items():
        path = output / f"{name}.schema.json"
        write_file(path, (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
        click.echo(str(path))
