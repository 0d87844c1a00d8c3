"""`handouts new` and `handouts schema`: files to start from, and what lets an editor complete and check them."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.cli.report import CONTENT, fail, reporting

KINDS = ("exercise", "routine", "clinic", "plan")
# Where a file of each kind goes; a roster is no content.
FOLDERS = {"exercise": "exercises", "routine": "routines", "clinic": "clinics", "roster": ""}
ENDINGS = {"roster": ".csv"}


@click.command(
    "new",
    epilog="\b\nExamples:\n  handouts new exercise wall-sit -o my-content\n  handouts new clinic hill -o my-content",
)
@click.argument("kind", type=click.Choice(list(FOLDERS)))
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
@click.option("--force", is_flag=True, help="Write over a file that is already there.")
@reporting
def new_command(kind: str, name: str, output: Path, force: bool) -> None:
    """Write a commented, valid file to start from."""
    from generator.assets import asset
    from generator.content.fields import as_id
    from generator.store import write_file

    stem = as_id(name)
    ending = ENDINGS.get(kind, ".yaml")
    path = output / FOLDERS[kind] / f"{stem}{ending}"
    if path.exists() and not force:
        fail(f"{path} is already there", "choose another name, or add --force to write over it", CONTENT)
    title = name.replace("-", " ").strip().capitalize() if name == stem else name.strip()
    template = asset("templates", f"{kind}{ending}").read_text("utf-8")
    write_file(path, template.replace("{title}", json.dumps(title, ensure_ascii=False)).encode("utf-8"))
    click.echo(str(path))


@click.command("schema", epilog="\b\nExamples:\n  handouts schema -o schemas\n  handouts schema exercise")
@click.argument("kind", required=False, type=click.Choice(KINDS))
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

    chosen = {name: json_schema(name) for name in KINDS if kind in (None, name)}
    if output is None:
        click.echo(json.dumps(chosen[kind] if kind else chosen, ensure_ascii=False, indent=2))
        return
    for name, schema in chosen.items():
        path = output / f"{name}.schema.json"
        write_file(path, (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
        click.echo(str(path))
